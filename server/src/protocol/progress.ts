import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';

/** How far the reading of files is, for the reader to see and to end. */
export interface Progress {
  report(done: number, total: number): void;
  isCancelled(): boolean;
  done(): void;
}

export const noProgress: Progress = { report: () => {}, isCancelled: () => false, done: () => {} };

/** Progress in the client's window, where it shows any. */
export async function showProgress(connection: Connection): Promise<Progress> {
  const shown: WorkDoneProgressReporter & { token?: CancellationToken; done(): void } =
    await connection.window.createWorkDoneProgress();
  shown.begin('Readout', 0, 'reading source documents', true);
  let last = 0;
  return {
    report: (done, total) => {
      if (Date.now() - last < 100) return;
      last = Date.now();
      shown.report(Math.floor((100 * done) / total), `${done} of ${total} documents`);
    },
    isCancelled: () => shown.token?.isCancellationRequested ?? false,
    done: () => shown.done(),
  };
}
