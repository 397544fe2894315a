import { documentsIn } from '../corpus/bundles.ts';
import { type DocumentFacts, factsInSteps, type ReadDocument } from '../corpus/facts.ts';
import type { Cast } from '../corpus/packed.ts';
import { readLayoutAlone } from '../reading/layoutAlone.ts';
import type { Memory } from '../reading/memory.ts';
import type { Reading } from '../reading/model.ts';
import { readInSteps, readSaidInSteps } from '../reading/read.ts';
import { finish } from '../reading/steps.ts';
import { encodeFacts } from '../store/encode.ts';
import type { Stamp } from '../store/savedFile.ts';
import { decode } from './decode.ts';
import { reasonOf } from './reason.ts';

/** A file to be read beside the server: by its address, where the reader can reach it, or by its bytes. */
export interface Job {
  readonly id: number;
  readonly address: string;
  readonly bytes: Uint8Array | null;
}

export interface Answer {
  readonly id: number;
  readonly read: Read;
}

/** What became of a file. */
export type Read = ReadFacts | NoFacts;

interface ReadFacts {
  /** As `encodeFacts` makes them. */
  readonly facts: Uint8Array;
  readonly isLong: boolean;
  /** By what it is told later whether the file is the same; missing or null where that cannot be told. */
  readonly stamp?: Stamp | null;
  /** Whom it names, where that is known already. */
  readonly cast?: Cast | null;
  readonly unread?: never;
  readonly detail?: never;
}

interface NoFacts {
  readonly facts?: never;
  readonly isLong?: never;
  readonly stamp?: never;
  readonly cast?: never;
  readonly unread: NotRead;
  readonly detail: string;
}

/** The bytes of a file, stamped where the reader can. */
export type Fetch = (address: string) => { readonly bytes: Uint8Array; readonly stamp: Stamp | null };

export type NotRead = 'large' | 'binary' | 'unreadable';

export const largestFile = 20_000_000;
/** Longer texts, in UTF-16 code units, would keep the editor waiting: sentences are read in none of them, and the status says so. */
const longestRead = 5_000_000;

export function isLong(text: string): boolean {
  return text.length > longestRead;
}

/** The text of a file, or why it has none to be read. */
export function textIn(bytes: Uint8Array): string | { readonly unread: NotRead } {
  if (bytes.length > largestFile) return { unread: 'large' };
  return decode(bytes) ?? { unread: 'binary' };
}

/** As `readInSteps`; of what is too long to be read, the layout alone. */
export function* readingSteps(text: string, memory: Memory | null = null): Generator<void, Reading, void> {
  return yield* isLong(text) ? readLayoutAlone(text) : readInSteps(text, memory);
}

/** What a document says; `memory` and `before`, from before an edit, only save time. */
export function* documentSteps(
  address: string,
  text: string,
  memory: Memory | null = null,
  before: ReadDocument | null = null,
): Generator<void, ReadDocument, void> {
  const reading = yield* readingSteps(text, memory);
  yield;
  const facts = yield* factsInSteps(address, text, reading, before);
  yield;
  // Both are made when they are first asked for, which the turn that takes the document in would do otherwise.
  documentsIn(facts);
  yield;
  void reading.problems;
  return { reading, facts };
}

/** What the corpus keeps of a file; of dates and problems nobody is told in a document that is not open. */
export function* fileSteps(address: string, text: string): Generator<void, DocumentFacts, void> {
  const reading = yield* isLong(text) ? readLayoutAlone(text) : readSaidInSteps(text);
  yield;
  return yield* factsInSteps(address, text, reading);
}

/** Does a job to its end. Never throws. */
function doJob({ address, bytes: given }: Job, fetch: Fetch): Read {
  try {
    const { bytes, stamp } = given ? { bytes: given, stamp: null } : fetch(address);
    const text = textIn(bytes);
    if (typeof text !== 'string') return { ...text, detail: '' };
    return { facts: encodeFacts(finish(fileSteps(address, text))), isLong: isLong(text), stamp };
  } catch (error) {
    return { unread: 'unreadable', detail: reasonOf(error) };
  }
}

/** Answers are not kept back longer than this, in milliseconds. */
const longestHeldBack = 50;

/**
 * Does what a thread is there for: jobs that are sent together are answered together, or some at a time where they take long.
 * Tells at once, with no answers, that it is there. @param post hands over the buffers, which it then has no more
 */
export function createReader(
  fetch: Fetch,
  post: (answers: readonly Answer[], transferred: ArrayBuffer[]) => void,
): (jobs: readonly Job[]) => void {
  const send = (answers: readonly Answer[]) => {
    const facts = answers.flatMap(({ read }) => read.facts ?? []);
    post(
      answers,
      facts.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  send([]);
  return jobs => {
    let answers: Answer[] = [];
    let sent = performance.now();
    for (const job of jobs) {
      answers.push({ id: job.id, read: doJob(job, fetch) });
      if (performance.now() - sent < longestHeldBack) continue;
      send(answers);
      answers = [];
      sent = performance.now();
    }
    if (answers.length > 0) send(answers);
  };
}
