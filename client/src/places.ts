// Places in documents: how they are opened, and what they are called.
import * as vscode from 'vscode';

/** Line and column from 0, as the protocol has them. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Opens a document with the range selected. */
export async function showPlace(address: string, { start, end }: Range): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(address), { selection, preview: true });
}

/** A command that does so; the editor's own command, with which a list keeps the focus when it is clicked. */
export function openPlace(
  title: string,
  { uri, range: { start, end } }: { readonly uri: string; readonly range: Range },
): vscode.Command {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const options: vscode.TextDocumentShowOptions = { selection, preview: true };
  return { command: 'vscode.open', title, arguments: [vscode.Uri.parse(uri), options] };
}

/** The path in the workspace, with forward slashes; the last part of an address elsewhere. */
export function fileOf(address: string): string {
  const uri = vscode.Uri.parse(address);
  return vscode.workspace.getWorkspaceFolder(uri)
    ? vscode.workspace.asRelativePath(uri).replaceAll('\\', '/')
    : (uri.path.split('/').at(-1) ?? address);
}

/** The address of the source document that is being read; undefined where none is. */
export function activeDocument(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'seed' ? document.uri.toString() : undefined;
}
