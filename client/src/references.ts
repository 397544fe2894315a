// A click on a code lens: the references of whoever the lens is about.
import * as vscode from 'vscode';

/** The server sends it along only where the editor says that it has it. */
export const showReferencesCommand = 'readout.showReferences';

/** @param at line and column from 0, in the document under `address` */
export async function showReferences(address: string, at: { line: number; character: number }): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const position = new vscode.Position(at.line, at.character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, found);
}
