/** Many small values as one run of bytes: a folder holds a few packs sooner than thousands of small files. */
import { PbfReader, PbfWriter } from 'pbf';

/** Goes up with every change of what follows here. */
const layout = 1;

/** @param id makes packs of the same values different bytes, so that each can be deleted by itself */
export function encodePack(id: string, values: Iterable<readonly [key: string, value: Uint8Array]>): Uint8Array {
  const entries = [...values];
  const out = new PbfWriter(new Uint8Array(1024));
  out.writeVarint(layout);
  writeText(out, id);
  out.writeVarint(entries.length);
  for (const [key, value] of entries) {
    writeText(out, key);
    out.writeBytes(value);
  }
  return out.finish();
}

/** Null for anything but a pack; the values are views into its bytes. */
export function decodePack(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    const from = new PbfReader(bytes);
    if (from.readVarint() !== layout) return null;
    readText(from);
    const values = new Map<string, Uint8Array>();
    for (let left = from.readVarint(); left > 0; left--) values.set(readText(from), readBytes(from));
    return from.pos === from.length ? values : null;
  } catch {
    return null;
  }
}

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** pbf's own strings make other characters of those beyond U+1FFFF. */
export function writeText(out: PbfWriter, text: string): void {
  out.writeBytes(utf8.encode(text));
}

/** Throws for what `writeText` cannot have written. */
export function readText(from: PbfReader): string {
  return fromUtf8.decode(readBytes(from));
}

/** Throws where the bytes end before they should. */
export function readBytes(from: PbfReader): Uint8Array {
  const bytes = from.readBytes();
  if (from.pos > from.length) throw new Error('These bytes have been cut off');
  return bytes;
}
