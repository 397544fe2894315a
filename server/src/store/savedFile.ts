/** What is saved of one file: how the file was when it was read, and what the reading gave. */
import { PbfReader, PbfWriter } from 'pbf';
import { readBytes, readText, writeText } from './packs.ts';

/** How a file was when it was read. */
export interface Stamp {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  /**
   * Size, inode, and times of change in nanoseconds: where they are the same, so is the content. Null where the file was so new
   * that it could have changed again within one tick of the file system's clock.
   */
  readonly state: string | null;
}

export interface SavedFile {
  readonly stamp: Stamp;
  /** Only its layout was read, since it is very long. */
  readonly isLong: boolean;
  /** As `encodeFacts` makes them. */
  readonly facts: Uint8Array;
}

export function encodeSavedFile({ stamp, isLong, facts }: SavedFile): Uint8Array {
  const out = new PbfWriter(new Uint8Array(facts.length + 256));
  writeText(out, stamp.hash);
  writeText(out, stamp.state ?? '');
  out.writeBoolean(isLong);
  out.writeBytes(facts);
  return out.finish();
}

/** Null for anything but what `encodeSavedFile` has made; `facts` is a view into the bytes, and not checked here. */
export function decodeSavedFile(bytes: Uint8Array): SavedFile | null {
  try {
    const from = new PbfReader(bytes);
    const stamp = { hash: readText(from), state: readText(from) || null };
    const saved = { stamp, isLong: from.readBoolean(), facts: readBytes(from) };
    return from.pos === from.length ? saved : null;
  } catch {
    return null;
  }
}
