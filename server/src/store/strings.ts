import { PbfReader, type PbfWriter } from 'pbf';
import { readText, writeText } from './packs.ts';

/** Their lengths in UTF-16 code units, then all of them as one text: one long string is read faster than many short ones. */
export function writeStrings(out: PbfWriter, strings: readonly string[]): void {
  const whole = strings.join('');
  const isUtf8 = isWellFormed(whole);
  out.writeVarint(strings.length);
  for (const { length } of strings) out.writeVarint(length);
  out.writeBoolean(isUtf8);
  if (isUtf8) writeText(out, whole);
  else for (let at = 0; at < whole.length; at++) out.writeVarint(whole.charCodeAt(at));
}

/** Parts of one string. Throws for what `writeStrings` cannot have written. */
export function readStrings(from: PbfReader): string[] {
  const count = from.readVarint();
  if (count > from.length) throw malformed();
  const ends: number[] = [];
  let end = 0;
  for (let place = 0; place < count; place++) ends.push((end += from.readVarint()));
  if (end > from.length) throw malformed();
  const isUtf8 = from.readBoolean();
  const units = () => Array.from({ length: end }, () => String.fromCharCode(from.readVarint())).join('');
  const whole = isUtf8 ? readText(from) : units();
  if (whole.length !== end || from.pos > from.length) throw malformed();
  return ends.map((end, place) => whole.slice(place === 0 ? 0 : ends[place - 1], end));
}

/** Whether UTF-8 can hold it: no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Strings, each of them kept once and known by its place from 1. */
export interface StringTable {
  readonly strings: readonly string[];
  /** 0 for null. */
  placeOf(text: string | null): number;
}

export function createStringTable(): StringTable {
  const strings: string[] = [];
  const places = new Map<string | null, number>([[null, 0]]);
  return {
    strings,
    placeOf: text => {
      let place = places.get(text);
      if (place === undefined) {
        place = strings.push(text!);
        places.set(text, place);
      }
      return place;
    },
  };
}

/** Numbers, some of them the places of strings in a table. Every function throws where what comes next cannot be that. */
export interface TableReader {
  /** The numbers themselves, for what is written otherwise. */
  readonly from: PbfReader;
  /** A whole number from 0, below `limit`. */
  number(limit?: number): number;
  /** How many things follow; each takes a byte at least, so that a false length is noticed before room is made for it. */
  length(): number;
  textOrNot(): string | null;
  text(): string;
  list<T>(item: () => T): readonly T[];
  /** Nothing may be left. */
  end(): void;
}

export const largest = 2 ** 31;

export function createTableReader(numbers: Uint8Array, strings: readonly string[]): TableReader {
  const from = new PbfReader(numbers);
  const number = (limit = largest) => {
    const value = from.readVarint();
    if (value >= limit || from.pos > from.length) throw malformed();
    return value;
  };
  const length = () => number(from.length - from.pos + 1);
  const textOrNot = () => {
    const place = number(strings.length + 1);
    return place === 0 ? null : strings[place - 1]!;
  };
  return {
    from,
    number,
    length,
    textOrNot,
    text: () => {
      const written = textOrNot();
      if (written === null) throw malformed();
      return written;
    },
    list: item => {
      const count = length();
      if (count === 0) return none;
      // An array that grows takes room for seventeen, and most have one item.
      if (count === 1) return [item()];
      const items = [];
      while (items.length < count) items.push(item());
      return items;
    },
    end: () => {
      if (from.pos !== from.length) throw malformed();
    },
  };
}

const none: readonly never[] = [];

function malformed(): Error {
  return new Error('These bytes are not what was written');
}
