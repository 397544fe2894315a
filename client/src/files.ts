// Files that the server cannot reach by itself, in a browser and in virtual workspaces: the editor lists and reads them.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListFiles, ReadFile } from '../../server/src/protocol/clientFiles.ts';

export function giveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest('readout/listFiles', ({ folder, passedOver }: ListFiles) =>
      filesUnder(vscode.Uri.parse(folder), new Set(passedOver)),
    ),
    client.onRequest('readout/readFile', async ({ uri }: ReadFile) =>
      toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri))),
    ),
  );
}

/** A folder below the first that cannot be listed counts as empty; symbolic links to folders are passed over. */
async function filesUnder(folder: vscode.Uri, passedOver: ReadonlySet<string>): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const listed = entries.map(([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.File) return [uri.toString()];
    if (type !== vscode.FileType.Directory || passedOver.has(name)) return [];
    return filesUnder(uri, passedOver).catch(() => []);
  });
  return (await Promise.all(listed)).flat();
}

/** In pieces, since a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const size = 0x8000;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * size, (index + 1) * size)),
  );
  return btoa(pieces.join(''));
}
