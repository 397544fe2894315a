import { availableParallelism, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { createReader, type Job } from '../protocol/reader.ts';
import type { Threads } from '../protocol/readers.ts';
import { readStampedSync } from './stamps.ts';

/** One core is left to the server where there are more than two; more than four threads do not read faster than it takes in. */
const cores = availableParallelism();
const most = cores > 2 ? Math.min(4, cores - 1) : cores;

/**
 * The bytes of code that a function runs before V8 optimises it: four times as many as by itself. Each thread optimises for
 * itself, and a folder is read before that pays: 100 documents cost a quarter less of the processor so, 1,000 a tenth.
 */
const OPTIMISED_AFTER = '--interrupt-budget=270336';

/** @param bundle the path of a script that calls `readForServer` in a thread */
export function nodeThreads(bundle: string): Threads {
  return {
    most,
    reaches: address => address.startsWith('file:'),
    start: ({ answered, died }) => {
      setFlagsFromString(OPTIMISED_AFTER);
      const worker = new Worker(bundle);
      worker.unref();
      worker.on('message', answered);
      worker.on('error', ({ message }) => died(message));
      worker.on('exit', code => died(`the thread that read it ended with code ${code}`));
      return { send: jobs => worker.postMessage(jobs), end: () => void worker.terminate() };
    },
  };
}

/** What such a thread does: it reads the files that it is told to, and gives way to the server's own thread. */
export function readForServer(server: MessagePort): void {
  // On Linux alone this is the thread's own; elsewhere it would be the server's as well.
  if (process.platform === 'linux') setPriority(5);
  const read = createReader(
    address => readStampedSync(URI.parse(address).fsPath),
    (answers, transferred) => server.postMessage(answers, transferred),
  );
  server.on('message', (jobs: readonly Job[]) => read(jobs));
}
