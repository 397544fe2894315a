/**
 * The facts of a document as bytes, for the saved index and from thread to thread, and back. Bytes that have been cut off,
 * altered or made by something else are noticed: a checksum stands in front of them, and every number is looked at before it
 * is used.
 *
 * The facts are one row of numbers, as differences where they rise, and one of strings. The address is left out, so that files
 * of the same content share their bytes, and so are the listings, which belong to the people files.
 */
import { buf as crc32 } from 'crc-32';
import { PbfReader, PbfWriter } from 'pbf';
import type { DocumentFacts, EntityFacts, Introduction, Spans } from '../corpus/facts.ts';
import type { Firmness } from '../corpus/names.ts';
import { blankProfile, type Profile } from '../corpus/profile.ts';
import type { BundledDocument, Entity, EntityType, Gender, Role } from '../reading/model.ts';
import { readText, writeText } from './packs.ts';

/** Goes up with every change of what follows here. */
const layout = 1;
const checksumLength = 4;

export function encodeFacts(facts: DocumentFacts): Uint8Array {
  const out = createWriter();
  writeFacts(out, facts);
  const bytes = new PbfWriter(new Uint8Array(1024));
  bytes.writeFixed32(0);
  bytes.writeVarint(layout);
  bytes.writeBytes(out.numbers());
  writeStrings(bytes, out.strings);
  const encoded = bytes.finish();
  new DataView(encoded.buffer).setInt32(0, crc32(encoded.subarray(checksumLength)), true);
  return encoded;
}

/** Null for anything but what `encodeFacts` has made. @param uri the address of the document */
export function decodeFacts(encoded: Uint8Array, uri: string): DocumentFacts | null {
  if (encoded.length <= checksumLength) return null;
  try {
    const bytes = new PbfReader(encoded);
    if (bytes.readSFixed32() !== crc32(encoded.subarray(checksumLength))) return null;
    if (bytes.readVarint() !== layout) return null;
    const numbers = bytes.readBytes();
    return readFacts(createReader(numbers, readStrings(bytes)), uri);
  } catch {
    return null;
  }
}

/** Their lengths in UTF-16 code units, then all of them as one text: one long string is read faster than many short ones. */
function writeStrings(out: PbfWriter, strings: readonly string[]): void {
  const whole = strings.join('');
  const isUtf8 = isWellFormed(whole);
  out.writeVarint(strings.length);
  for (const { length } of strings) out.writeVarint(length);
  out.writeBoolean(isUtf8);
  if (isUtf8) writeText(out, whole);
  else for (let at = 0; at < whole.length; at++) out.writeVarint(whole.charCodeAt(at));
}

function readStrings(from: PbfReader): string[] {
  const count = from.readVarint();
  if (count > from.length) throw malformed();
  const ends: number[] = [];
  let end = 0;
  for (let place = 0; place < count; place++) ends.push((end += from.readVarint()));
  if (end > from.length) throw malformed();
  const isUtf8 = from.readBoolean();
  const units = () => Array.from({ length: end }, () => String.fromCharCode(from.readVarint())).join('');
  const whole = isUtf8 ? readText(from) : units();
  if (whole.length !== end || from.pos !== from.length) throw malformed();
  return ends.map((end, place) => whole.slice(place === 0 ? 0 : ends[place - 1], end));
}

/** Whether UTF-8 can hold it: no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function writeFacts(out: Writer, facts: DocumentFacts): void {
  const { lineStarts, mentions, spelled, statements, openings, abouts } = facts;
  out.number(facts.place);
  out.each(facts.bundled, document => writeBundled(out, document));
  out.name(facts.headline);
  out.name(facts.publishedDate);
  out.name(facts.agency);
  out.rising(lineStarts);
  writeSpans(out, mentions);
  for (const place of spelled) out.number(place);
  writeSpans(out, statements);
  for (const opening of openings) out.signed(opening);
  out.rising(abouts.statements);
  for (const row of abouts.mentions) out.number(row);
  out.each(facts.entities, entity => writeEntity(out, entity));
  out.each(facts.unnamed, source => {
    out.name(source.name);
    out.rising(source.statements);
  });
}

function readFacts(from: Reader, uri: string): DocumentFacts {
  const place = from.number();
  const bundled = from.each(() => readBundled(from));
  const headline = from.name();
  const publishedDate = from.name();
  const agency = from.name();
  const lineStarts = from.rising();
  const mentions = readSpans(from);
  const spelled = Uint8Array.from(mentions.starts, () => from.number(256));
  const statements = readSpans(from);
  const openings = Int32Array.from(statements.starts, () => from.signed());
  const rows = { mentions: mentions.starts.length, statements: statements.starts.length };
  const within = from.rising(rows.statements);
  const abouts = { statements: within, mentions: within.map(() => from.number(rows.mentions)) };
  const entities = from.each(() => readEntity(from, rows));
  const unnamed = from.each(() => ({ name: from.name(), statements: from.rising(rows.statements) }));
  from.end();
  return {
    ...{ uri, place, bundled, headline, publishedDate, agency, lineStarts, mentions, spelled },
    ...{ statements, openings, abouts, entities, unnamed },
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
    meta: { publishedDate: from.name(), place: from.name(), agency: from.name(), headline: from.name() },
  };
}

function writeEntity(out: Writer, facts: EntityFacts): void {
  const { entity, introduction } = facts;
  out.name(entity.id);
  out.number(types.indexOf(entity.type));
  out.number(genders.indexOf(entity.gender));
  out.name(entity.name);
  out.each(entity.aliases, out.name);
  out.name(entity.country);
  out.each(entity.roles, role => writeRole(out, role));
  out.name(facts.key);
  out.each([...facts.shorter], ([key, firmness]) => {
    out.name(key);
    out.number(firmnesses.indexOf(firmness));
  });
  out.each(facts.otherNames, out.name);
  out.each(facts.profile.countries, out.name);
  out.each(facts.profile.walks, out.name);
  out.each(facts.profile.titles, out.name);
  out.number(genders.indexOf(facts.profile.gender));
  out.rising(facts.mentions);
  out.rising(facts.statements);
  writeIntroduction(out, introduction);
}

function readEntity(from: Reader, rows: { readonly mentions: number; readonly statements: number }): EntityFacts {
  const entity: Entity = {
    id: from.text(),
    type: from.among(types),
    gender: from.among(genders),
    name: from.text(),
    aliases: from.each(from.text),
    country: from.name(),
    roles: from.each(() => readRole(from)),
  };
  return {
    entity,
    key: from.text(),
    shorter: readShorter(from),
    otherNames: from.each(from.text),
    profile: readProfile(from),
    mentions: from.rising(rows.mentions),
    statements: from.rising(rows.statements),
    introduction: readIntroduction(from),
  };
}

function readShorter(from: Reader): EntityFacts['shorter'] {
  const shorter = from.each((): [string, Firmness] => [from.text(), from.among(firmnesses)]);
  return shorter.length > 0 ? new Map(shorter) : noShorter;
}

const noShorter: EntityFacts['shorter'] = new Map();

function writeRole(out: Writer, { start, end, title, affiliation }: Role): void {
  out.number(start);
  out.number(end);
  out.name(title);
  out.name(affiliation);
}

function readRole(from: Reader): Role {
  return { start: from.number(), end: from.number(), title: from.text(), affiliation: from.name() };
}

function readProfile(from: Reader): Profile {
  const countries = from.each(from.text);
  const walks = from.each(from.text);
  const titles = from.each(from.text);
  const gender = from.among(genders);
  const isBlank = gender === null && countries.length + walks.length + titles.length === 0;
  return isBlank ? blankProfile : { gender, countries, walks, titles };
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
  const starts = from.rising();
  return { starts, ends: starts.map(start => start + from.number()) };
}

const types: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'document'];
const genders: readonly Gender[] = [null, 'female', 'male'];
const firmnesses: readonly Firmness[] = ['firm', 'possible'];

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
  const strings: string[] = [];
  const places = new Map<string | null, number>([[null, 0]]);
  const number = (value: number) => numbers.writeVarint(value);
  return {
    strings,
    numbers: () => numbers.finish(),
    number,
    signed: value => numbers.writeSVarint(value),
    name: value => {
      let place = places.get(value);
      if (place === undefined) {
        place = strings.push(value!);
        places.set(value, place);
      }
      number(place);
    },
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
interface Reader {
  /** A whole number from 0, below `limit`. */
  number(limit?: number): number;
  signed(): number;
  name(): string | null;
  text(): string;
  among<T>(kinds: readonly T[]): T;
  each<T>(read: () => T): readonly T[];
  rising(limit?: number): Int32Array;
  /** Nothing may be left. */
  end(): void;
}

const largest = 2 ** 31;

function createReader(numbers: Uint8Array, strings: readonly string[]): Reader {
  const from = new PbfReader(numbers);
  const number = (limit = largest) => {
    const value = from.readVarint();
    if (value >= limit || from.pos > from.length) throw malformed();
    return value;
  };
  const signed = () => {
    const value = from.readSVarint();
    if ((value | 0) !== value || from.pos > from.length) throw malformed();
    return value;
  };
  // Each item takes a byte at least, so that a false length is noticed before room is made for it.
  const length = () => number(from.length - from.pos + 1);
  const text = () => strings[number(strings.length + 1) - 1] ?? fail();
  return {
    number,
    signed,
    name: () => {
      const place = number(strings.length + 1);
      return place === 0 ? null : strings[place - 1]!;
    },
    text,
    among: kinds => kinds[number(kinds.length)]!,
    each: read => {
      const count = length();
      if (count === 0) return none;
      const items = [];
      for (let place = 0; place < count; place++) items.push(read());
      return items;
    },
    rising: (limit = largest) => {
      const count = length();
      if (count === 0) return noNumbers;
      const values = new Int32Array(count);
      let before = 0;
      for (let row = 0; row < count; row++) {
        before += signed();
        if (before < 0 || before >= limit) throw malformed();
        values[row] = before;
      }
      return values;
    },
    end: () => {
      if (from.pos !== from.length) throw malformed();
    },
  };
}

const none: readonly never[] = [];
const noNumbers = new Int32Array(0);

function fail(): never {
  throw malformed();
}

function malformed(): Error {
  return new Error('These are no facts of a document');
}
