// What the reader is told once a code action has written into a people file, of which nothing else may be in sight.
import * as vscode from 'vscode';

/** The server sends it along only where the editor says that it has it. */
export const peopleWrittenCommand = 'readout.peopleWritten';

/** With a way there for the first entry of a file, in passing after that. */
export function tellThatItIsWritten(address: string, isFirst: boolean): void {
  const uri = vscode.Uri.parse(address);
  const told = vscode.l10n.t('Written into {0}, which holds in all documents.', uri.path.split('/').at(-1) ?? '');
  if (!isFirst) {
    vscode.window.setStatusBarMessage(told, 5000);
    return;
  }
  const show = vscode.l10n.t('Show');
  // Not waited for: the editor shows an action as under way until its command has come back.
  void vscode.window
    .showInformationMessage(told, show)
    .then(chosen => (chosen === show ? vscode.window.showTextDocument(uri) : undefined));
}
