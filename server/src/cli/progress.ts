import { SingleBar } from 'cli-progress';

/** How far a command has come, on the last line of a terminal. */
export interface Progress {
  readonly step: () => void;
  /** Makes room before something else is written to the terminal; the next step shows the bar again. */
  readonly hide: () => void;
}

const noProgress: Progress = { step: () => {}, hide: () => {} };

const leastPause = 100;

/** A bar on standard error; nothing in a pipe, in a terminal without a width, or for a single step. */
export function showProgress(task: string, total: number): Progress {
  const { isTTY, columns } = process.stderr;
  if (!isTTY || !columns || total < 2) return noProgress;
  const bar = new SingleBar({
    format: `${task} {bar} {value} of {total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(1, Math.min(40, columns - 40)),
    linewrap: true,
    clearOnComplete: true,
  });
  let done = 0;
  let isShown = false;
  let lastShown = 0;
  return {
    step: () => {
      done++;
      if (isShown) bar.update(done);
      else if (done < total && Date.now() - lastShown > leastPause) {
        bar.start(total, done);
        isShown = true;
      }
    },
    hide: () => {
      if (!isShown) return;
      bar.stop();
      isShown = false;
      lastShown = Date.now();
    },
  };
}
