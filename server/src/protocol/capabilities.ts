import {
  type ClientCapabilities,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { features } from './features.ts';

/** What the server can do for a client: the sum of what the features in the table advertise. */
export function capabilities(client: ClientCapabilities): ServerCapabilities {
  const advertised = features.map(feature => feature.capability(client));
  const experimental = Object.assign({}, ...advertised.map(capability => capability.experimental));
  return Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
      },
    },
    ...advertised,
    { experimental },
  );
}

const anyFile: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };
