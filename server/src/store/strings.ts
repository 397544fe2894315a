import type { PbfReader, PbfWriter } from 'pbf';
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

function malformed(): Error {
  return new Error('These are no strings');
}
