import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { addressOf, isInside, isOfWorkspace, shownAddress } from './addresses.ts';
import { decode } from './decode.ts';
import type { Host } from './host.ts';
import { type Library, shelve, withdraw } from './library.ts';

/** Keeps the library in step with the files of the workspace, in the background. */
export interface Files {
  /** Lists the folders again and reads every source document in them; what is in no folder any more is withdrawn. */
  readAll(): Promise<void>;
  /** Reads a file again, or takes it in. */
  changed(uri: string): void;
  /** Withdraws a file, or everything under a folder. */
  deleted(uri: string): void;
  /** Leaves the files unread that are waiting. */
  stop(): void;
}

const sliceMilliseconds = 8;
const largestFile = 20_000_000;

/** @param noted called whenever more is read, or something turns out not to be */
export function createFiles(connection: Connection, library: Library, host: Host, noted: () => void): Files {
  const waiting = new Set<string>();
  /** The file that is being read; none if it is deleted meanwhile. */
  let inHand: string | null = null;
  let reading: Promise<void> | null = null;
  let listings = 0;
  let stopped = false;

  const readWaiting = (progress: Progress) => (reading ??= readQueue(progress).finally(() => (reading = null)));

  async function readQueue(progress: Progress): Promise<void> {
    let sliceEnd = Date.now() + sliceMilliseconds;
    let done = 0;
    stopped = false;
    library.left = 0;
    for (const address of waiting) {
      waiting.delete(address);
      await takeIn(address);
      progress.report(++done, done + waiting.size);
      library.progress = { done, total: done + waiting.size };
      noted();
      if (stopped || progress.isCancelled()) {
        library.left = waiting.size;
        waiting.clear();
      }
      if (Date.now() < sliceEnd) continue;
      await host.pause();
      sliceEnd = Date.now() + sliceMilliseconds;
    }
    library.progress = null;
    noted();
  }

  async function takeIn(address: string): Promise<void> {
    if (library.buffers.has(address)) return;
    inHand = address;
    try {
      const bytes = await host.files.read(address);
      if (inHand !== address) return;
      const text = bytes.length > largestFile ? null : decode(bytes);
      if (text === null) {
        const why = bytes.length > largestFile ? `is larger than ${largestFile / 1e6} MB` : 'is not a text file';
        connection.console.warn(`Readout does not read ${shownAddress(address)}: it ${why}.`);
        library.unread.set(address, { reason: bytes.length > largestFile ? 'large' : 'binary', detail: '' });
        withdraw(library, address);
      } else shelve(library, address, text);
    } catch (error) {
      connection.console.warn(`Readout could not read ${shownAddress(address)}: ${reasonOf(error)}`);
      library.unread.set(address, { reason: 'unreadable', detail: reasonOf(error) });
      withdraw(library, address);
    }
  }

  async function readAll(): Promise<void> {
    const listing = ++listings;
    const found = await listSources(listing);
    if (listing !== listings) return;
    for (const address of [...library.corpus.documents.keys(), ...library.unread.keys()]) {
      if (found.has(address) || library.buffers.has(address)) continue;
      library.unread.delete(address);
      withdraw(library, address);
    }
    for (const address of found) waiting.add(address);
    if (waiting.size === 0) return;
    const progress = await showProgress(connection);
    try {
      await readWaiting(progress);
    } finally {
      progress.done();
    }
  }

  async function listSources(listing: number): Promise<Set<string>> {
    const found = new Set<string>();
    for (const { address: folder, include } of library.folders) {
      for (const path of include.filter(isPlainPath)) found.add(addressOf(`file://${encodeURI(path)}`));
      try {
        for await (const uri of host.files.list(folder)) {
          if (listing !== listings) return found;
          const address = addressOf(uri);
          if (isOfWorkspace(address, library.folders)) found.add(address);
        }
      } catch (error) {
        connection.console.warn(`Readout could not list ${shownAddress(folder)}: ${reasonOf(error)}`);
      }
    }
    return found;
  }

  return {
    readAll,
    changed: uri => {
      const address = addressOf(uri);
      if (!isOfWorkspace(address, library.folders)) return;
      waiting.add(address);
      void readWaiting(noProgress);
    },
    deleted: uri => {
      const gone = addressOf(uri);
      if (inHand !== null && (inHand === gone || isInside(gone, inHand))) inHand = null;
      const affected = [...library.corpus.documents.keys(), ...library.unread.keys(), ...waiting].filter(
        address => address === gone || isInside(gone, address),
      );
      for (const address of affected) {
        waiting.delete(address);
        library.unread.delete(address);
        withdraw(library, address);
      }
      noted();
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** An absolute path that was opted in and need not lie in a folder. */
function isPlainPath(pattern: string): boolean {
  return pattern.startsWith('/') && !/[*?[\]{}]/.test(pattern);
}

interface Progress {
  report(done: number, total: number): void;
  isCancelled(): boolean;
  done(): void;
}

const noProgress: Progress = { report: () => {}, isCancelled: () => false, done: () => {} };

/** Progress in the client's window, where it shows any. */
async function showProgress(connection: Connection): Promise<Progress> {
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
