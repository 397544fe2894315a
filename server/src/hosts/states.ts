import { type MessagePort, Worker } from 'node:worker_threads';
import { stateAt, stateAtSync } from './fileState.ts';

/** A file, and the state that it was in. */
export interface Known {
  readonly path: string;
  readonly state: string;
}

/** Looks after files beside the server: asking the file system for ten thousand states takes a fifth of a second. */
export interface States {
  /** Whether each of some files is in the state that it was in. Never rejects. */
  areSame(files: readonly Known[]): Promise<readonly boolean[]>;
  end(): void;
}

/** @param script the path of one that calls `lookForServer`; without it, or where it does not start, nothing stands beside the server */
export function createStates(script: string | null): States {
  const asked: { readonly files: readonly Known[]; readonly answer: (same: readonly boolean[]) => void }[] = [];
  let worker = script === null ? null : new Worker(script);
  worker?.unref();
  worker?.on('message', (same: readonly boolean[]) => asked.shift()?.answer(same));
  worker?.on('error', () => end());
  worker?.on('exit', () => end());

  function end(): void {
    void worker?.terminate();
    worker = null;
    for (const { files, answer } of asked.splice(0)) void lookHere(files).then(answer);
  }

  return {
    areSame: files => {
      if (!worker || files.length === 0) return lookHere(files);
      // One text of each kind: many objects would take as long as looking after the files here.
      worker.postMessage({
        paths: files.map(({ path }) => path).join(between),
        states: files.map(({ state }) => state).join(between),
      } satisfies Question);
      return new Promise(answer => asked.push({ files, answer }));
    },
    end,
  };
}

const lookHere = (files: readonly Known[]): Promise<readonly boolean[]> =>
  Promise.all(files.map(async ({ path, state }) => (await stateAt(path)) === state));

/** What the thread is asked: texts with `between` between them. */
export interface Question {
  readonly paths: string;
  readonly states: string;
}

/** No path has it. */
export const between = '\0';

/** What the thread does. */
export function lookForServer(server: MessagePort): void {
  server.on('message', (question: Question) => {
    const states = question.states.split(between);
    server.postMessage(question.paths.split(between).map((path, i) => stateAtSync(path) === states[i]));
  });
}
