import type { PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import { peopleRename, renamable } from '../../features/peopleRename.ts';
import { toOffset, toRange } from '../convert.ts';
import { editOfFiles } from '../edits.ts';
import type { Feature } from '../feature.ts';

/** Of a name in the people files: what documents say is never rewritten. */
export const rename: Feature = {
  capability: client => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  listen: (connection, { library, answering, client }) => {
    connection.onPrepareRename(
      answering.aboutDocument(
        (): PrepareRenameResult | null => null,
        (view, { position }) => {
          const found = renamable(view, toOffset(view.lines, position));
          return found && { range: toRange(view.lines, found), placeholder: found.name };
        },
      ),
    );
    connection.onRenameRequest(
      answering.aboutDocument(
        (): WorkspaceEdit | null => null,
        (view, { position, newName }) => {
          const files = [...library.people.values()].map(({ address, folder, file, text }) => ({
            ...{ uri: address, folder: folder.address, file, text },
          }));
          const found = peopleRename(library.corpus, files, view, toOffset(view.lines, position), newName);
          return found && editOfFiles(library, found, client());
        },
      ),
    );
  },
};
