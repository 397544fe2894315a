import { type CodeLens, type Command, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { codeLens as lensesOver, lensTitle } from '../../features/codeLens.ts';
import { addressOf } from '../addresses.ts';
import { hasCommand } from '../clientCommands.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { view } from '../library.ts';

/** What a lens carries until it is seen, and its title is asked for. */
interface Unresolved {
  readonly uri: string;
  readonly version: number;
  readonly entityId: string;
  readonly named: boolean;
}

/** Only a client that says so knows what to do on a click; elsewhere the title stands by itself. */
const showReferences = 'readout.showReferences';

export const codeLens: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  listen: (connection, { library, answering, client }) => {
    connection.onCodeLens(
      answering.aboutDocument((seen): CodeLens[] => {
        if (!library.shown.codeLens) return [];
        return lensesOver(seen.document).map(({ entityId, named, ...span }) => ({
          range: toRange(seen.lines, span),
          data: { uri: seen.uri, version: seen.version, entityId, named } satisfies Unresolved,
        }));
      }),
    );
    connection.onCodeLensResolve(
      answering.aboutWorkspace((lens: CodeLens): CodeLens | ResponseError<never> => {
        if (!isUnresolved(lens.data)) return lens;
        const { uri, version, entityId, named } = lens.data;
        const isAsItWas = library.buffers.get(addressOf(uri))?.source.version === version;
        const seen = isAsItWas ? view(library, uri) : null;
        const title = seen ? lensTitle(seen, entityId, named) : null;
        if (title === null) return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
        const command: Command = hasCommand(client(), showReferences)
          ? { title, command: showReferences, arguments: [uri, lens.range.start] }
          : { title, command: '' };
        return { ...lens, command };
      }),
    );
  },
};

function isUnresolved(data: unknown): data is Unresolved {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data && 'entityId' in data;
}
