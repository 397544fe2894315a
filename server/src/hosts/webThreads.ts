import { createReader, type Job } from '../protocol/reader.ts';
import type { Thread, Threads } from '../protocol/readers.ts';

interface WebWorker {
  onmessage: ((event: { readonly data: never }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: unknown, transferred?: readonly ArrayBuffer[]): void;
  terminate(): void;
}

/** What a worker that reads for the server is called, by which its script knows what it is there for. */
const name = 'readout-reader';

const scope = globalThis as unknown as {
  readonly name?: string;
  readonly location?: { readonly href: string };
  readonly navigator?: { readonly hardwareConcurrency?: number };
  readonly Worker?: new (address: string, options: { readonly name: string }) => WebWorker;
};

export const isReader = scope.name === name;

/** Workers of the server's worker, which run its own script; undefined where it can have none. */
export function webThreads(): Threads | undefined {
  const { Worker, location, navigator } = scope;
  if (!Worker || !location?.href) return undefined;
  const cores = navigator?.hardwareConcurrency ?? 2;
  return {
    most: cores > 2 ? Math.min(4, cores - 1) : cores,
    reaches: () => false,
    start: ({ answered, died }): Thread => {
      try {
        const worker = new Worker(location.href, { name });
        worker.onmessage = ({ data }) => answered(data);
        // What goes wrong in it is no error of the server: one that is ended while it loads may fail to.
        worker.onerror = event => {
          event.preventDefault?.();
          died(event.message ?? 'the worker that read it has failed');
        };
        return { send: jobs => worker.postMessage(jobs), end: () => worker.terminate() };
      } catch (error) {
        queueMicrotask(() => died(String(error)));
        return { send: () => {}, end: () => {} };
      }
    },
  };
}

/** What such a worker does: it reads the bytes that it is sent. */
export function readForServer(): void {
  const server = globalThis as unknown as WebWorker;
  const nothing = () => {
    throw new Error('A worker in a browser reaches no files');
  };
  const read = createReader(nothing, (answers, transferred) => server.postMessage(answers, transferred));
  server.onmessage = ({ data }: { readonly data: readonly Job[] }) => read(data);
}
