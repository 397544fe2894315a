// What the reader is told once a code action has written into a people file, of which nothing else may be in sight.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The server sends it along with such an action only where the editor says that it has it. */
export const peopleWrittenCommand = 'readout.peopleWritten';

/**
 * The editor may have forgotten an action's command by the time that a new file is written, and would then say that there is
 * none: so it is taken off the action, and done once the file has changed.
 */
export const resolveCodeAction: NonNullable<Middleware['resolveCodeAction']> = async (item, token, next) => {
  const action = await next(item, token);
  if (action?.command?.command !== peopleWrittenCommand) return action;
  const [address, isFirst] = action.command.arguments as [string, boolean];
  delete action.command;
  onceWritten(vscode.Uri.parse(address), () => tellThatItIsWritten(address, isFirst));
  return action;
};

/** An action that is not carried out after all is no longer waited for. */
const patience = 10_000;

function onceWritten(uri: vscode.Uri, tell: () => void): void {
  const end = () => {
    listening.dispose();
    clearTimeout(waiting);
  };
  const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.uri.toString() !== uri.toString()) return;
    end();
    tell();
  });
  const waiting = setTimeout(end, patience);
}

/** With a way there for the first entry of a file, in passing after that. */
function tellThatItIsWritten(address: string, isFirst: boolean): void {
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
