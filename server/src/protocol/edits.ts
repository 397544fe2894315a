import type { ClientCapabilities, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../reading/model.ts';
import { linesOf, toRange } from './convert.ts';
import { clientUri, type Library } from './library.ts';

/** Edits of one file, by offsets into its text as the library has it. */
export interface EditedFile {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** Edits of people files, of their newest version where they are open; one that is not there is created. */
export function editOfFiles(
  library: Library,
  files: readonly EditedFile[],
  { workspace }: ClientCapabilities,
): WorkspaceEdit {
  const changes = files.map(({ uri: address, edits }) => {
    const kept = library.people.get(address);
    const lines = linesOf(kept?.text ?? '');
    return {
      textDocument: { uri: clientUri(library, address), version: library.buffers.get(address)?.source.version ?? null },
      edits: edits.map(edit => ({ range: toRange(lines, edit), newText: edit.text })),
      isNew: !kept,
    };
  });
  if (!workspace?.workspaceEdit?.documentChanges) {
    return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
  }
  const canCreate = workspace.workspaceEdit.resourceOperations?.includes('create');
  return {
    documentChanges: changes.flatMap(({ textDocument, edits, isNew }): (CreateFile | TextDocumentEdit)[] => [
      ...(isNew && canCreate
        ? [{ kind: 'create' as const, uri: textDocument.uri, options: { ignoreIfExists: true } }]
        : []),
      { textDocument, edits },
    ]),
  };
}
