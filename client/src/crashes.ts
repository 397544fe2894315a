// A server that stops unexpectedly is started again, and the reader told; one that keeps stopping is left alone.
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const most = 5;
const within = 3 * 60_000;

/** Five times in three minutes stop it. The documents that are open, and the files, are read again by each new server. */
export function restarting(log: vscode.LogOutputChannel): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({ action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      crashes = [...crashes.filter(time => now - time < within), now];
      if (crashes.length < most) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'Readout’s language server stopped unexpectedly. It was started again and reads your documents anew.',
          ),
        );
        return { action: CloseAction.Restart, handled: true };
      }
      crashes = [];
      void tellThatItStopped(log);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function tellThatItStopped(log: vscode.LogOutputChannel): Promise<void> {
  const startAgain = vscode.l10n.t('Start Again');
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'Readout’s language server stopped {0} times in three minutes and is not started again. Your documents are safe, but nothing more is read.',
      most,
    ),
    startAgain,
    showLog,
  );
  if (chosen === startAgain) await vscode.commands.executeCommand('readout.restartServer');
  if (chosen === showLog) log.show();
}
