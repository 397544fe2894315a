import { deepEqual } from 'fast-equals';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Corpus, createCorpus, removeDocument, setDocument, settleDocument } from '../corpus/corpus.ts';
import type { DocumentFacts, ReadDocument } from '../corpus/facts.ts';
import { readingUnder } from '../corpus/people/overlay.ts';
import type { OpenDocument, Snapshot } from '../features/snapshot.ts';
import { createMemory, type Memory } from '../reading/memory.ts';
import type { Reading } from '../reading/model.ts';
import { once } from '../reading/once.ts';
import { withProblems } from '../reading/passages.ts';
import { finish } from '../reading/steps.ts';
import { load, practise } from '../reading/warmUp.ts';
import { noSettings, type RuleSettings, withSettings } from '../rules/severities.ts';
import type { Decoded } from '../store/encode.ts';
import { addressOf, type Folder, isSourceDocument, rulesOf } from './addresses.ts';
import type { Lines } from './convert.ts';
import { catchUpPeople, type KeptPeople } from './people.ts';
import { documentSteps, isLong, type NotRead, readingSteps } from './reader.ts';
import { nothingShown, type Shown } from './settings.ts';

/** All documents that are read: open buffers as they stand, and files on disk where no buffer is open over them. */
export interface Library {
  readonly corpus: Corpus;
  readonly buffers: Map<string, Buffer>;
  folders: readonly Folder[];
  /** `readout.rules` for documents that lie in no folder. */
  rules: RuleSettings;
  shown: Shown;
  /** The people files of the folders, by address. */
  readonly people: Map<string, KeptPeople>;
  /** Whether the files of the folders have been read once. */
  isAllRead: boolean;
  /** How far the files are read; null where none is waiting. */
  progress: Progress | null;
  /** How many files were left when the reader stopped the reading of files; 0 if nobody did. */
  left: number;
  /** Files that are not read, or not in full, and why, by address. */
  readonly unread: Map<string, Unread>;
  /** What the first reading would have to do besides, in steps. */
  readonly warming: () => { readonly load: Iterator<void, void>; readonly practise: Iterator<void, void> };
  /** Told the address of a document that reads otherwise after an edit than afresh; null where nobody compares. */
  toldOfWrongReading: ((address: string) => void) | null;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Unread {
  /** `binary` is no text; `long` is read for its layout alone. */
  readonly reason: NotRead | 'long';
  /** What the machine says of it; may be empty. */
  readonly detail: string;
}

/** An open buffer; `state` is its last reading, of `state.version`. */
export interface Buffer {
  readonly source: TextDocument;
  readonly address: string;
  readonly memory: Memory;
  /** When it was last edited, in milliseconds of the clock; 0 if never. */
  editedAt: number;
  /** A reading that is not at its end, or not yet taken over as `state`. */
  begun: BegunReading | null;
  state: BufferState | null;
}

interface BegunReading {
  readonly version: number;
  readonly steps: Generator<void, ReadDocument, void>;
  /** What came out at the end. */
  read: ReadDocument | null;
  /** Milliseconds so far. */
  took: number;
}

interface BufferState {
  readonly version: number;
  readonly document: OpenDocument;
  /** The reading of the text, its facts, and the same as the people files have them, which `document` goes by. */
  readonly read: Reading;
  readonly facts: DocumentFacts;
  readonly ruled: DocumentFacts;
  readonly lines: Lines;
  /** How long the reading took, in milliseconds. */
  readonly took: number;
}

/** A snapshot with what is needed to speak about it in lines. */
export interface View extends Snapshot {
  readonly lines: Lines;
  readonly version: number;
  /** The document's address as the client writes it. */
  readonly uri: string;
}

export function createLibrary(): Library {
  return {
    corpus: createCorpus(),
    buffers: new Map(),
    folders: [],
    rules: noSettings,
    shown: nothingShown,
    people: new Map(),
    isAllRead: false,
    progress: null,
    left: 0,
    unread: new Map(),
    warming: once(() => ({ load: load(), practise: practise() })),
    toldOfWrongReading: null,
  };
}

export function openBuffer(library: Library, source: TextDocument): void {
  const address = addressOf(source.uri);
  library.buffers.set(address, { source, address, memory: createMemory(), editedAt: 0, begun: null, state: null });
}

/** Whether a buffer is read: by its language, its name, or because it was opted in. */
function isRead(library: Library, { source, address }: Buffer): boolean {
  return source.languageId === 'seed' || isSourceDocument(address, library.folders);
}

/** Whether a buffer has never been read since it was opened. */
export function isUnread(library: Library, uri: string): boolean {
  return library.buffers.get(addressOf(uri))?.state === null;
}

/** Does a part of what the first reading would have to do besides; whether all is done that is worth it for so long a text. */
export function isWarm(library: Library, length: number): boolean {
  const { load, practise } = library.warming();
  return load.next().done === true && (length < longEnoughToPractise || practise.next().done === true);
}

/** Texts of more UTF-16 code units than this take longer to read than practising takes. */
const longEnoughToPractise = 100_000;

/** Whether files are being listed or read, or a buffer waits for its first reading. */
export function isReading(library: Library): boolean {
  return (
    !library.isAllRead ||
    library.progress !== null ||
    [...library.buffers.values()].some(one => !one.state && isRead(library, one))
  );
}

export function noteEdit(library: Library, uri: string): void {
  const buffer = library.buffers.get(addressOf(uri));
  if (buffer) buffer.editedAt = Date.now();
}

const leastPause = 100;

/** Milliseconds until typing counts as paused: long documents, which take longer to read, are given more time. */
export function quietIn(library: Library, uri: string): number {
  const buffer = library.buffers.get(addressOf(uri));
  if (!buffer || buffer.editedAt === 0) return 0;
  return buffer.editedAt + Math.max(leastPause, buffer.state?.took ?? 0) - Date.now();
}

/** The document as it stands now, read again if it has changed; null for what is not open or not a source document. */
export function view(library: Library, uri: string): View | null {
  const buffer = library.buffers.get(addressOf(uri));
  if (!buffer || !isRead(library, buffer)) return null;
  catchUpPeople(library);
  const { document, lines, version } = upToDate(library, buffer);
  return { document, lines, version, corpus: library.corpus, uri: buffer.source.uri };
}

function upToDate(library: Library, buffer: Buffer): BufferState {
  const { version } = buffer.source;
  const rules = rulesOf(buffer.address, library.folders) ?? library.rules;
  if (buffer.state?.version === version && buffer.state.document.rules === rules) {
    buffer.state = ruledAnew(library, buffer.state);
    return buffer.state;
  }
  const text = buffer.source.getText();
  const { read, took } = readOn(library, buffer, Number.POSITIVE_INFINITY);
  if (!read) throw new Error('A reading came to no end');
  buffer.begun = null;
  if (library.toldOfWrongReading && !isAsAfresh(read.reading, text)) library.toldOfWrongReading(buffer.address);
  const begun = Date.now();
  const { facts } = read;
  const reading = withProblems(read.reading, withSettings(read.reading.problems, rules));
  setDocument(library.corpus, facts);
  const ruled = library.corpus.documents.get(buffer.address)!;
  buffer.state = {
    version,
    document: { uri: buffer.address, text, reading: readingUnder(reading, facts, ruled, library.corpus.people), rules },
    ...{ read: reading, facts, ruled },
    lines: { text, lineStarts: facts.lineStarts },
    took: took + Date.now() - begun,
  };
  return buffer.state;
}

const isAsAfresh = (read: Reading, text: string): boolean => deepEqual(read, finish(readingSteps(text, null)));

/** Reads on in an open document for some milliseconds; whether it is read and taken in, or is none to be read. */
export function isReadAhead(library: Library, uri: string, milliseconds: number): boolean {
  const buffer = library.buffers.get(addressOf(uri));
  if (!buffer || !isRead(library, buffer) || buffer.state?.version === buffer.source.version) return true;
  // What took long to read takes long to take in, and is given a turn of its own, as is the answer behind it.
  const isReadBefore = buffer.begun?.version === buffer.source.version && buffer.begun.read !== null;
  const { read, took } = readOn(library, buffer, milliseconds);
  if (read && isReadBefore) upToDate(library, buffer);
  return read !== null && took < milliseconds;
}

/** Goes on with the reading of a buffer as it stands, or begins it. */
function readOn(library: Library, buffer: Buffer, milliseconds: number): BegunReading {
  const { version } = buffer.source;
  if (buffer.begun?.version !== version) {
    const steps = stepsOf(library, buffer, buffer.source.getText());
    buffer.begun = { version, steps, read: null, took: 0 };
  }
  const { begun } = buffer;
  const start = performance.now();
  let now = start;
  while (begun.read === null && now - start < milliseconds) {
    const { done, value } = begun.steps.next();
    if (done) begun.read = value;
    now = performance.now();
  }
  begun.took += now - start;
  return begun;
}

/** Where the people files have changed, a document is not read again. */
function ruledAnew(library: Library, state: BufferState): BufferState {
  settleDocument(library.corpus, state.document.uri);
  const ruled = library.corpus.documents.get(state.document.uri);
  if (!ruled || ruled === state.ruled) return state;
  const reading = readingUnder(state.read, state.facts, ruled, library.corpus.people);
  return { ...state, ruled, document: { ...state.document, reading } };
}

/** The lines of a document of the corpus, or of a people file as its entries were read; null for an address of neither. */
export function linesAt(library: Library, address: string): Pick<Lines, 'lineStarts'> | null {
  return library.corpus.documents.get(address) ?? library.people.get(address)?.whole?.lines ?? null;
}

/** Takes in what was read of a file on disk, unless a buffer is open over it. */
export function shelve(library: Library, { document, cast }: Decoded, long: boolean): void {
  if (library.buffers.has(document.uri)) return;
  noteLength(library, document.uri, long);
  setDocument(library.corpus, document, cast);
}

function* stepsOf(
  library: Library,
  { address, memory, state }: Buffer,
  text: string,
): Generator<void, ReadDocument, void> {
  noteLength(library, address, isLong(text));
  return yield* documentSteps(address, text, memory, state && { reading: state.read, facts: state.facts });
}

/** For the status. */
function noteLength(library: Library, address: string, long: boolean): void {
  if (long) library.unread.set(address, { reason: 'long', detail: '' });
  else library.unread.delete(address);
}

export function withdraw(library: Library, address: string): void {
  if (!library.buffers.has(address)) removeDocument(library.corpus, address);
}

/** The address of a document as the client knows it. */
export function clientUri(library: Library, address: string): string {
  return library.buffers.get(address)?.source.uri ?? address;
}
