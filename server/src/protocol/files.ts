import type { Connection } from 'vscode-languageserver';
import { forgetAppearances } from '../corpus/sharing.ts';
import { decodeFacts, encodeFacts } from '../store/encode.ts';
import { createPile, type Keep } from '../store/pile.ts';
import { addressOf, isInside, isOfWorkspace, shownAddress } from './addresses.ts';
import type { Host, SavedIndex } from './host.ts';
import { type Library, shelve, withdraw } from './library.ts';
import { listSources } from './listing.ts';
import { nearestFirst } from './nearest.ts';
import { noProgress, showProgress } from './progress.ts';
import { createQueue } from './queue.ts';
import { fileSteps, isLong, largestFile, type NotRead, type Read, textIn } from './reader.ts';
import { createReaders } from './readers.ts';
import { reasonOf } from './reason.ts';
import { createSlice } from './slices.ts';
import { during } from './turns.ts';

/** Keeps the library in step with the files of the workspace, in the background. */
export interface Files {
  /**
   * Lists the folders again, reads the source documents in them and withdraws what is in no folder any more.
   * @param isWatched whether changes of the files are told, so that none has to be read again
   */
  readAll(isWatched: boolean): Promise<void>;
  /** Goes on where `stop` has ended the reading. */
  readRest(): Promise<void>;
  /** Reads a file again, or takes it in. */
  changed(uri: string): void;
  /** Withdraws a file, or everything under a folder. */
  deleted(uri: string): void;
  /** What lies near a document that was opened is read before the rest. */
  opened(): void;
  /** What is read is saved, and what has not changed since is recalled; `readAll` waits for it. */
  save(index: Promise<SavedIndex>): void;
  /** Leaves the files unread that are waiting. */
  stop(): void;
  /** Nothing more is read, and what has been is saved. */
  end(): Promise<void>;
}

/** Fewer small files are read sooner than a thread has started. */
const worthAThread = 4;
const largestHere = 50_000;
/** How many files are looked for in the saved index together. */
const recalledAtOnce = 200;

/** A file that is being read; `changed` and `gone` say what has happened to it meanwhile. */
type Underway = 'wanted' | 'changed' | 'gone';

/** @param noted called whenever more is read, or something turns out not to be */
export function createFiles(connection: Connection, library: Library, host: Host, noted: () => void): Files {
  const waiting = createQueue();
  /** To be read where the saved index does not have them. */
  const perhapsSaved = createQueue();
  const leaving = new Set<string>();
  const underway = new Map<string, Underway>();
  /** Left unread when the reading was stopped. */
  const left = new Set<string>();
  const arrived: { readonly address: string; readonly read: Read | null; readonly isRecalled?: true }[] = [];
  const readers = createReaders(host.threads, (address, read) => {
    arrived.push({ address, read });
    wake();
  });
  const piled = createPile();
  let wake = () => {};
  let working: Promise<void> | null = null;
  let progress = noProgress;
  let listings = 0;
  let rounds = 0;
  let stopped = false;
  let done = 0;
  let opening: Promise<SavedIndex> | null = null;
  let saved: SavedIndex | null = null;
  let isRecalling = false;
  /** Whether all that was saved has been recalled. */
  let isSettled = false;

  const work = () => (working ??= workOff().finally(() => (working = null)));

  async function workOff(): Promise<void> {
    stopped = false;
    done = 0;
    while (perhapsSaved.size + waiting.size + leaving.size + underway.size > 0) {
      if (stopped || progress.isCancelled()) leaveTheRest();
      if (perhapsSaved.size > 0) recallSome();
      else handOut();
      const slice = createSlice();
      for (const address of leaving) {
        leaving.delete(address);
        withdraw(library, address);
        if (slice.isOver()) break;
      }
      while (arrived.length > 0 && !slice.isOver()) {
        const { address, read, isRecalled } = arrived.shift()!;
        if (read === null) readAgain(address);
        else if (!hasArrived(address)) continue;
        else if (!isRecalled) takeIn(address, read);
        else if (!takeInFacts(address, read)) waiting.add(address);
      }
      const next = underway.size === 0 ? takeNext() : null;
      if (next !== null) await readHere(next);
      tell();
      if (arrived.length > 0 || leaving.size > 0 || underway.size === 0) await host.pause();
      else await new Promise<void>(resolve => (wake = resolve));
    }
    forgetAppearances(library.corpus);
    library.progress = null;
    noted();
  }

  function tell(): void {
    const total = done + perhapsSaved.size + waiting.size + underway.size;
    library.progress = total > 0 ? { done, total } : null;
    if (total > 0) progress.report(done, total);
    noted();
  }

  function recallSome(): void {
    if (isRecalling || !saved) return;
    const asked: string[] = [];
    while (asked.length < recalledAtOnce) {
      const address = perhapsSaved.take();
      if (address === null) break;
      underway.set(address, 'wanted');
      asked.push(address);
    }
    void recall(saved, asked);
  }

  async function recall(saved: SavedIndex, asked: readonly string[]): Promise<void> {
    const round = rounds;
    isRecalling = true;
    const recalled = await saved.recall(asked).catch(() => []);
    isRecalling = false;
    if (round !== rounds) return;
    const reads = new Map(recalled.map(({ address, ...read }) => [address, read]));
    for (const address of asked) {
      const read = reads.get(address);
      arrived.push(read ? { address, read, isRecalled: true } : { address, read: null });
    }
    wake();
  }

  function takeNext(): string | null {
    for (;;) {
      const address = waiting.take();
      if (address === null) return null;
      if (library.buffers.has(address)) continue;
      underway.set(address, 'wanted');
      return address;
    }
  }

  /** To the threads, as many as they can take. */
  function handOut(): void {
    if (!readers.isUsable() || !(readers.isAwake() || waiting.size >= worthAThread)) return;
    for (let room = readers.room() - fetching; room > 0; room--) {
      const address = takeNext();
      if (address === null) return;
      if (host.threads?.reaches(address)) readers.give(address, null);
      else void fetch(address);
    }
  }

  let fetching = 0;
  async function fetch(address: string): Promise<void> {
    const round = rounds;
    fetching++;
    try {
      const bytes = await host.files.read(address);
      if (round === rounds) readers.give(address, bytes);
    } catch (error) {
      if (round === rounds) arrived.push({ address, read: { unread: 'unreadable', detail: reasonOf(error) } });
    } finally {
      fetching--;
      wake();
    }
  }

  /** In slices, where no thread is to be had or one would not be worth its start. */
  async function readHere(address: string): Promise<void> {
    try {
      const { bytes, stamp } = await stamped(address);
      if (bytes.length > largestHere && readers.isUsable()) {
        readers.give(address, host.threads?.reaches(address) ? null : bytes);
        return;
      }
      const text = textIn(bytes);
      if (typeof text !== 'string') {
        if (hasArrived(address)) takeIn(address, { ...text, detail: '' });
        return;
      }
      const steps = fileSteps(address, text);
      let slice = createSlice();
      for (;;) {
        const { done, value } = during(`reading ${address}`, () => steps.next());
        if (done) {
          if (!hasArrived(address)) return;
          takeIn(address, { facts: encodeFacts(value), isLong: isLong(text), stamp });
          return;
        }
        if (!slice.isOver()) continue;
        await host.pause();
        if (underway.get(address) !== 'wanted') break;
        slice = createSlice();
      }
      hasArrived(address);
    } catch (error) {
      if (hasArrived(address)) takeIn(address, { unread: 'unreadable', detail: reasonOf(error) });
    }
  }

  async function stamped(address: string): ReturnType<NonNullable<Host['files']['readStamped']>> {
    return (await host.files.readStamped?.(address)) ?? { bytes: await host.files.read(address), stamp: null };
  }

  /** Whether what was read of a file is still what is wanted; a file that has changed meanwhile is read again. */
  function hasArrived(address: string): boolean {
    const state = underway.get(address);
    underway.delete(address);
    done++;
    if (state === 'changed') waiting.add(address);
    return state === 'wanted' && !library.buffers.has(address);
  }

  function readAgain(address: string): void {
    if (underway.get(address) !== 'gone') waiting.add(address);
    underway.delete(address);
  }

  function takeIn(address: string, read: Read): void {
    if (!takeInFacts(address, read, piled)) {
      leaveOut(address, read.unread ?? 'unreadable', read.detail ?? 'its reading did not arrive whole');
    }
  }

  /** @param keep for bytes that came by themselves; those that the saved index has lie together */
  function takeInFacts(address: string, read: Read, keep?: Keep): boolean {
    const { facts, cast, isLong, stamp } = read;
    if (!facts) return false;
    const found = during(`decoding ${address}`, () => decodeFacts(facts, address, library.corpus, cast, keep));
    if (!found) return false;
    during(`taking in ${address}`, () => shelve(library, found, isLong));
    if (stamp) saved?.keep(address, { facts, isLong, stamp });
    if (found.cast && !cast) saved?.keepCast(address, found.cast);
    return true;
  }

  function leaveOut(address: string, why: NotRead, detail: string): void {
    connection.console.warn(complaint(address, why, detail));
    library.unread.set(address, { reason: why, detail });
    withdraw(library, address);
  }

  function leaveTheRest(): void {
    stopped = false;
    rounds++;
    readers.drop();
    for (const address of [...perhapsSaved, ...waiting]) left.add(address);
    for (const [address, state] of underway) if (state !== 'gone') left.add(address);
    perhapsSaved.clear();
    waiting.clear();
    underway.clear();
    arrived.length = 0;
    library.left = left.size;
  }

  async function readAll(isWatched: boolean): Promise<void> {
    const listing = ++listings;
    const found = await listSources(connection, library, host, () => listing !== listings);
    saved ??= await opening;
    if (listing !== listings) return;
    for (const address of [...library.corpus.documents.keys(), ...library.unread.keys()]) {
      if (found.has(address) || library.buffers.has(address)) continue;
      library.unread.delete(address);
      leaving.add(address);
    }
    const isKnown = (address: string) => library.corpus.documents.has(address) || library.unread.has(address);
    const isAsked = saved !== null && !saved.isEmpty && !isSettled;
    for (const address of found) {
      if (!isWatched || !isKnown(address)) (isAsked ? perhapsSaved : waiting).add(address);
    }
    await showWork();
    if (listing !== listings || left.size > 0 || isSettled) return;
    isSettled = true;
    void saved?.settle(isKnown);
  }

  async function showWork(): Promise<void> {
    left.clear();
    library.left = 0;
    if (perhapsSaved.size + waiting.size + leaving.size === 0) return;
    putNearestFirst();
    const shown = await showProgress(connection);
    progress = shown;
    try {
      await work();
    } finally {
      if (progress === shown) progress = noProgress;
      shown.done();
    }
  }

  function putNearestFirst(): void {
    for (const addresses of [perhapsSaved, waiting]) {
      const ordered = nearestFirst([...addresses], [...library.buffers.keys()]);
      addresses.clear();
      for (const address of ordered) addresses.add(address);
    }
  }

  return {
    readAll,
    readRest: async () => {
      for (const address of left) waiting.add(address);
      await showWork();
    },
    changed: uri => {
      const address = addressOf(uri);
      if (!isOfWorkspace(address, library.folders)) return;
      leaving.delete(address);
      if (left.delete(address)) library.left = left.size;
      perhapsSaved.delete(address);
      if (underway.has(address)) underway.set(address, 'changed');
      else waiting.add(address);
      wake();
      void work();
    },
    deleted: uri => {
      const gone = addressOf(uri);
      const isGone = (address: string) => address === gone || isInside(gone, address);
      for (const address of underway.keys()) if (isGone(address)) underway.set(address, 'gone');
      for (const address of [...perhapsSaved, ...waiting, ...left, ...library.unread.keys()].filter(isGone)) {
        perhapsSaved.delete(address);
        waiting.delete(address);
        left.delete(address);
        library.unread.delete(address);
      }
      for (const address of library.corpus.documents.keys()) if (isGone(address)) leaving.add(address);
      if (library.left > 0) library.left = left.size;
      wake();
      void work();
    },
    opened: () => {
      if (perhapsSaved.size + waiting.size > 0) putNearestFirst();
    },
    save: index => {
      opening = index;
    },
    stop: () => {
      stopped = true;
      wake();
    },
    end: async () => {
      stopped = true;
      readers.drop();
      wake();
      await saved?.close();
    },
  };
}

function complaint(address: string, why: NotRead, detail: string): string {
  const shown = shownAddress(address);
  if (why === 'unreadable') return `Readout could not read ${shown}: ${detail}`;
  return `Readout does not read ${shown}: it ${why === 'large' ? `is larger than ${largestFile / 1e6} MB` : 'is not a text file'}.`;
}
