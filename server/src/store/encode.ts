/**
 * The facts of a document as bytes, for the saved index and from thread to thread, and back. Bytes that have been cut off,
 * altered or made by something else are noticed: a checksum stands in front of them, and every number is looked at before it
 * is used.
 *
 * First stands whom the document names, which is looked into at once, and behind it the rest, which can wait. Each is one row of
 * numbers, as differences where they rise, and one of strings. The address is left out, so that files of the same content share
 * their bytes, and so are the listings, which belong to the people files.
 */
import { buf as crc32 } from 'crc-32';
import { PbfReader, PbfWriter } from 'pbf';
import { type Corpus, createCorpus } from '../corpus/corpus.ts';
import type { DocumentFacts, EntityFacts, Introduction, Spans } from '../corpus/facts.ts';
import { keysOfTwins } from '../corpus/index.ts';
import { type Cast, packed } from '../corpus/packed.ts';
import { type Appearance, appearanceOf, type Office, owned, sharedAppearance, sharedText } from '../corpus/sharing.ts';
import type { BundledDocument, Role } from '../reading/model.ts';
import { parseAppearance, writeAppearance } from './appearances.ts';
import { readBytes } from './packs.ts';
import type { Keep } from './pile.ts';
import {
  createStringTable,
  createTableReader,
  largest,
  readStrings,
  type TableReader,
  writeStrings,
} from './strings.ts';

/** Goes up with every change of what follows here. */
const layout = 3;
const checksumLength = 4;

/** @param facts of a file, not of one document of a bundle */
export function encodeFacts(facts: DocumentFacts): Uint8Array {
  const bytes = new PbfWriter(new Uint8Array(1024));
  bytes.writeFixed32(0);
  bytes.writeVarint(layout);
  bytes.writeBoolean(facts.bundled.length > 0);
  for (const write of [writeCast, writeFacts]) bytes.writeBytes(part(out => write(out, facts)));
  const encoded = bytes.finish();
  new DataView(encoded.buffer).setInt32(0, crc32(encoded.subarray(checksumLength)), true);
  return encoded;
}

function part(write: (out: Writer) => void): Uint8Array {
  const out = createWriter();
  write(out);
  const bytes = new PbfWriter(new Uint8Array(1024));
  bytes.writeBytes(out.numbers());
  writeStrings(bytes, out.strings);
  return bytes.finish();
}

/** A document, and whom it names where it is packed. */
export interface Decoded {
  readonly document: DocumentFacts;
  readonly cast: Cast | null;
}

/**
 * Null for anything but what `encodeFacts` has made. A document that is no bundle stays packed; should what is in it be none of
 * our making after all, though its checksum is right, it says nothing. In as little memory as can be: what the corpus has already
 * is its own, and all numbers stand in one buffer.
 * @param uri the address of the document
 * @param corpus the one that they are for
 * @param known whom the document names, where that has been read already
 */
export function decodeFacts(
  encoded: Uint8Array,
  uri: string,
  corpus: Corpus = createCorpus(),
  known: Cast | null = null,
  keep: Keep = packed => () => packed,
): Decoded | null {
  if (encoded.length <= checksumLength) return null;
  try {
    const bytes = new PbfReader(encoded);
    if (bytes.readSFixed32() !== crc32(encoded.subarray(checksumLength))) return null;
    if (bytes.readVarint() !== layout) return null;
    const isBundle = bytes.readBoolean();
    const named = readBytes(bytes);
    const cast = known ?? readCast(readPart(named, corpus));
    const rest = readBytes(bytes);
    const unpack = (from: Uint8Array) => readFacts(readPart(from, corpus), uri, cast);
    if (isBundle) return { document: unpack(rest), cast: null };
    const kept = keep(rest);
    return { document: packed(uri, () => orSilent(() => unpack(kept()), uri, cast)), cast };
  } catch {
    return null;
  }
}

function orSilent(whole: () => DocumentFacts, uri: string, cast: Cast): DocumentFacts {
  try {
    return whole();
  } catch {
    return silent(uri, cast);
  }
}

function readPart(part: Uint8Array, corpus: Corpus): Reader {
  const bytes = new PbfReader(part);
  const numbers = readBytes(bytes);
  const strings = readStrings(bytes);
  if (bytes.pos !== bytes.length) throw malformed();
  return createReader(numbers, strings, corpus);
}

function writeCast(out: Writer, { entities, unnamed }: DocumentFacts): void {
  out.each(entities, facts => {
    out.name(writeAppearance(appearanceOf(facts)));
    out.number(facts.mentions.length);
  });
  out.number(Number(keysOfTwins(entities).size > 0));
  out.each(unnamed, source => out.name(source.name));
}

function readCast(from: Reader): Cast {
  const mentions: number[] = [];
  const appearances = from.list(() => {
    const appearance = from.appearance();
    mentions.push(from.number());
    return appearance;
  });
  const hasTwins = from.number(2) === 1;
  const unnamed = from.list(() => from.sharedTextOrNot());
  from.end();
  return { appearances, mentions, hasTwins, unnamed };
}

/** Facts of those who are named, and nothing of what is said. */
function silent(uri: string, { appearances }: Cast): DocumentFacts {
  const nowhere: Spans = { starts: noNumbers, ends: noNumbers };
  return {
    ...{
      uri,
      place: 0,
      bundled: none,
      headline: null,
      publishedDate: null,
      agency: null,
      lineStarts: Int32Array.of(0),
    },
    ...{ mentions: nowhere, spelled: new Uint8Array(0), statements: nowhere, openings: noNumbers },
    abouts: { statements: noNumbers, mentions: noNumbers },
    entities: appearances.map((as, place) => entityAs(as, `${as.key} ${place}`, none, noNumbers, noNumbers, null)),
    unnamed: none,
  };
}

function writeFacts(out: Writer, facts: DocumentFacts): void {
  const { lineStarts, mentions, spelled, statements, openings, abouts } = facts;
  out.each(facts.bundled, document => writeBundled(out, document));
  out.name(facts.headline);
  out.name(facts.publishedDate);
  out.name(facts.agency);
  out.number(numbersIn(facts));
  out.number(spelled.length);
  out.rising(lineStarts);
  writeSpans(out, mentions);
  for (const place of spelled) out.number(place);
  writeSpans(out, statements);
  for (const opening of openings) out.signed(opening);
  out.rising(abouts.statements);
  for (const row of abouts.mentions) out.number(row);
  for (const entity of facts.entities) writeEntity(out, entity);
  for (const { statements } of facts.unnamed) out.rising(statements);
}

/** How many numbers a reader has to keep: all columns, and the rows of those who have several. */
function numbersIn({ lineStarts, mentions, statements, abouts, entities, unnamed }: DocumentFacts): number {
  let count = lineStarts.length + 2 * mentions.starts.length + 3 * statements.starts.length;
  count += 2 * abouts.statements.length;
  const add = ({ length }: Int32Array) => {
    if (length > 1) count += length;
  };
  for (const entity of entities) {
    add(entity.mentions);
    add(entity.statements);
  }
  for (const source of unnamed) add(source.statements);
  return count;
}

function readFacts(from: Reader, uri: string, cast: Cast): DocumentFacts {
  const bundled = from.list(() => readBundled(from));
  const headline = owned(from.textOrNot());
  const publishedDate = from.sharedTextOrNot();
  const agency = from.sharedTextOrNot();
  const numbers = from.length();
  const mentioned = from.length();
  const buffer = new ArrayBuffer(4 * numbers + mentioned);
  from.keepIn(new Int32Array(buffer, 0, numbers));
  const lineStarts = from.column();
  const mentions = readSpans(from);
  if (mentions.starts.length !== mentioned) throw malformed();
  const spelled = new Uint8Array(buffer, 4 * numbers);
  for (let row = 0; row < mentioned; row++) spelled[row] = from.number(256);
  const statements = readSpans(from);
  const openings = from.room(statements.starts.length);
  for (let row = 0; row < openings.length; row++) openings[row] = from.signed();
  const rows = { mentions: mentioned, statements: statements.starts.length };
  const within = from.column(rows.statements);
  const about = from.room(within.length);
  for (let row = 0; row < about.length; row++) about[row] = from.number(mentioned);
  const entities = cast.appearances.map((as, place) => readEntity(from, as, cast.mentions[place]!, rows));
  const unnamed = cast.unnamed.map(name => ({ name, statements: from.rows(rows.statements) }));
  from.end();
  return {
    ...{ uri, place: 0, bundled, headline, publishedDate, agency, lineStarts, mentions, spelled },
    ...{ statements, openings, abouts: { statements: within, mentions: about }, entities, unnamed },
  };
}

function writeBundled(out: Writer, { start, end, meta }: BundledDocument): void {
  out.number(start);
  out.number(end);
  for (const said of [meta.publishedDate, meta.place, meta.agency, meta.headline]) out.name(said);
}

function readBundled(from: Reader): BundledDocument {
  return {
    start: from.number(),
    end: from.number(),
    meta: {
      publishedDate: from.sharedTextOrNot(),
      place: from.sharedTextOrNot(),
      agency: from.sharedTextOrNot(),
      headline: owned(from.textOrNot()),
    },
  };
}

function writeEntity(out: Writer, facts: EntityFacts): void {
  out.name(facts.entity.id);
  for (const { start, end } of facts.entity.roles) {
    out.number(start);
    out.number(end);
  }
  out.rising(facts.mentions);
  out.rising(facts.statements);
  writeIntroduction(out, facts.introduction);
}

function readEntity(
  from: Reader,
  as: Appearance,
  count: number,
  rows: { readonly mentions: number; readonly statements: number },
): EntityFacts {
  const id = from.sharedText();
  const { offices } = as;
  const roles = offices.length > 0 ? offices.map(office => readRole(from, office)) : none;
  const mentions = from.rows(rows.mentions);
  if (mentions.length !== count) throw malformed();
  const statements = from.rows(rows.statements);
  return entityAs(as, id, roles, mentions, statements, readIntroduction(from));
}

function entityAs(
  { type, gender, name, aliases, country, key, shorter, otherNames, profile }: Appearance,
  id: string,
  roles: readonly Role[],
  mentions: Int32Array,
  statements: Int32Array,
  introduction: Introduction | null,
): EntityFacts {
  const entity = { id, type, name, aliases, roles, gender, country };
  return { entity, key, shorter, otherNames, profile, mentions, statements, introduction };
}

function readRole(from: Reader, { title, affiliation }: Office): Role {
  return { title, affiliation, start: from.number(), end: from.number() };
}

function writeIntroduction(out: Writer, introduction: Introduction | null): void {
  out.number(introduction ? 1 + Number(introduction.titled) : 0);
  if (!introduction) return;
  out.number(introduction.start);
  out.number(introduction.end - introduction.start);
}

function readIntroduction(from: Reader): Introduction | null {
  const kind = from.number(3);
  if (kind === 0) return null;
  const start = from.number();
  return { start, end: start + from.number(), titled: kind === 2 };
}

function writeSpans(out: Writer, { starts, ends }: Spans): void {
  out.rising(starts);
  for (const [row, end] of ends.entries()) out.number(end - starts[row]!);
}

function readSpans(from: Reader): Spans {
  const starts = from.column();
  const ends = from.room(starts.length);
  for (let row = 0; row < ends.length; row++) ends[row] = starts[row]! + from.number();
  return { starts, ends };
}

interface Writer {
  readonly strings: readonly string[];
  numbers(): Uint8Array;
  number(value: number): void;
  signed(value: number): void;
  /** A string or null; the same string is kept once. */
  name(value: string | null): void;
  each<T>(items: readonly T[], write: (item: T) => void): void;
  rising(values: Int32Array): void;
}

function createWriter(): Writer {
  const numbers = new PbfWriter(new Uint8Array(1024));
  const { strings, placeOf } = createStringTable();
  const number = (value: number) => numbers.writeVarint(value);
  return {
    strings,
    numbers: () => numbers.finish(),
    number,
    signed: value => numbers.writeSVarint(value),
    name: value => number(placeOf(value)),
    each: (items, write) => {
      number(items.length);
      for (const item of items) write(item);
    },
    rising: values => {
      number(values.length);
      let before = 0;
      for (const value of values) {
        numbers.writeSVarint(value - before);
        before = value;
      }
    },
  };
}

/** Every function throws where what comes next cannot have been written there. */
interface Reader extends Omit<TableReader, 'from'> {
  signed(): number;
  /** As `textOrNot`, for what many documents have. */
  sharedTextOrNot(): string | null;
  sharedText(): string;
  appearance(): Appearance;
  /** Makes room for all columns and rows that follow, `numbers` long together. */
  keepIn(numbers: Int32Array<ArrayBuffer>): void;
  /** Some of that room, to be filled. */
  room(length: number): Int32Array;
  /** Numbers that were written as `rising`. */
  column(limit?: number): Int32Array;
  /** As `column`; a single one is shared with whoever has the same. */
  rows(limit: number): Int32Array;
}

function createReader(bytes: Uint8Array, strings: readonly string[], corpus: Corpus): Reader {
  const { from, number, length, textOrNot, text, list, end } = createTableReader(bytes, strings);
  let kept = noNumbers;
  let used = 0;
  const signed = () => {
    const value = from.readSVarint();
    if ((value | 0) !== value || from.pos > from.length) throw malformed();
    return value;
  };
  const room = (count: number) => {
    if (count === 0) return noNumbers;
    if (count > kept.length - used) throw malformed();
    used += count;
    return kept.subarray(used - count, used);
  };
  const rising = (count: number, limit: number) => {
    const values = room(count);
    let before = 0;
    for (let row = 0; row < count; row++) {
      before += signed();
      if (before < 0 || before >= limit) throw malformed();
      values[row] = before;
    }
    return values;
  };
  return {
    number,
    signed,
    length,
    textOrNot,
    text,
    sharedTextOrNot: () => sharedText(corpus, textOrNot()),
    sharedText: () => sharedText(corpus, text()),
    appearance: () => sharedAppearance(corpus, text(), parseAppearance),
    list,
    keepIn: numbers => {
      kept = numbers;
    },
    room,
    column: (limit = largest) => rising(length(), limit),
    rows: limit => {
      const count = length();
      if (count !== 1) return rising(count, limit);
      const row = signed();
      if (row < 0 || row >= limit) throw malformed();
      return oneRow(row);
    },
    end: () => {
      end();
      if (used !== kept.length) throw malformed();
    },
  };
}

const none: readonly never[] = [];
const noNumbers = new Int32Array(0);
const single: Int32Array[] = [];
/** Most entities are mentioned once, in one of the first rows. */
const mostSingle = 1024;

function oneRow(row: number): Int32Array {
  if (row >= mostSingle) return Int32Array.of(row);
  return (single[row] ??= Int32Array.of(row));
}

function malformed(): Error {
  return new Error('These are no facts of a document');
}
