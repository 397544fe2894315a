/**
 * Whom all documents of a folder name, as one: each name and each appearance stands there once, so that it is known who is who
 * before any document has been unpacked. The saved index keeps it beside the documents.
 */
import { PbfReader, PbfWriter } from 'pbf';
import type { Cast } from '../corpus/packed.ts';
import type { Appearance } from '../corpus/sharing.ts';
import { putAppearance, takeAppearance } from './appearances.ts';
import { readBytes } from './packs.ts';
import { createStringTable, createTableReader, readStrings, writeStrings } from './strings.ts';

/** The cast of a document, and the hash of the file that it was read from. */
export interface SavedCast {
  readonly hash: string;
  readonly cast: Cast;
}

/** Goes up with every change of what follows here. */
const layout = 1;
/** So many are written or read in a step. */
const documentsInStep = 200;
const appearancesInStep = 2_000;

/** By address. */
export function* encodeCasts(casts: ReadonlyMap<string, SavedCast>): Generator<void, Uint8Array, void> {
  const { strings, placeOf } = createStringTable();
  const appearances = new PbfWriter(new Uint8Array(1024));
  const documents = new PbfWriter(new Uint8Array(1024));
  const places = new Map<Appearance, number>();
  const text = (written: string | null) => appearances.writeVarint(placeOf(written));
  const sink = { number: (value: number) => appearances.writeVarint(value), text, textOrNot: text, key: text };
  const placeOfAppearance = (as: Appearance) => {
    const known = places.get(as);
    if (known !== undefined) return known;
    places.set(as, places.size);
    putAppearance(sink, as);
    return places.size - 1;
  };
  let written = 0;
  for (const [address, { hash, cast }] of casts) {
    documents.writeVarint(placeOf(address));
    documents.writeVarint(placeOf(hash));
    documents.writeVarint(cast.appearances.length);
    for (const [i, as] of cast.appearances.entries()) {
      documents.writeVarint(placeOfAppearance(as));
      documents.writeVarint(cast.mentions[i]!);
    }
    documents.writeBoolean(cast.hasTwins);
    documents.writeVarint(cast.unnamed.length);
    for (const name of cast.unnamed) documents.writeVarint(placeOf(name));
    if (++written % documentsInStep === 0) yield;
  }
  const out = new PbfWriter(new Uint8Array(1024));
  out.writeVarint(layout);
  writeStrings(out, strings);
  yield;
  out.writeVarint(places.size);
  out.writeBytes(appearances.finish());
  out.writeVarint(casts.size);
  out.writeBytes(documents.finish());
  return out.finish();
}

/** None for anything but what `encodeCasts` has made. */
export function* decodeCasts(bytes: Uint8Array): Generator<void, Map<string, SavedCast>, void> {
  try {
    const from = new PbfReader(bytes);
    if (from.readVarint() !== layout) return new Map();
    const strings = readStrings(from);
    yield;
    const appearances = yield* readAppearances(from, strings);
    return yield* readDocuments(from, strings, appearances);
  } catch {
    return new Map();
  }
}

function* readAppearances(from: PbfReader, strings: readonly string[]): Generator<void, Appearance[], void> {
  const left = from.readVarint();
  const { number, text, textOrNot, list, end } = createTableReader(readBytes(from), strings);
  const source = { number, text, textOrNot, key: text, list };
  const appearances: Appearance[] = [];
  while (appearances.length < left) {
    appearances.push(takeAppearance(source));
    if (appearances.length % appearancesInStep === 0) yield;
  }
  end();
  return appearances;
}

function* readDocuments(
  from: PbfReader,
  strings: readonly string[],
  appearances: readonly Appearance[],
): Generator<void, Map<string, SavedCast>, void> {
  const casts = new Map<string, SavedCast>();
  const count = from.readVarint();
  const { number, text, textOrNot, list, end } = createTableReader(readBytes(from), strings);
  for (let left = count; left > 0; left--) {
    const [address, hash] = [text(), text()];
    const mentions: number[] = [];
    const named = list(() => {
      const as = appearances[number()];
      if (!as) throw malformed();
      mentions.push(number());
      return as;
    });
    const hasTwins = number() === 1;
    casts.set(address, { hash, cast: { appearances: named, mentions, hasTwins, unnamed: list(textOrNot) } });
    if (left % documentsInStep === 0) yield;
  }
  end();
  return casts;
}

function malformed(): Error {
  return new Error('These are no casts of documents');
}
