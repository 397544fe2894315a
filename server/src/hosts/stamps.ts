import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Stamp } from '../store/savedFile.ts';

export interface Stamped {
  readonly bytes: Uint8Array;
  /** Null where the file changed while it was read. */
  readonly stamp: Stamp | null;
}

/** The bytes of a file, and by what it is told later whether they are still the same. Rejects as `readFile` does. */
export async function readStamped(path: string): Promise<Stamped> {
  const file = await open(path);
  try {
    const before = await file.stat({ bigint: true });
    const bytes = await file.readFile();
    return stamped(bytes, before, await file.stat({ bigint: true }));
  } finally {
    await file.close();
  }
}

/** As `readStamped`, for a thread that may wait. */
export function readStampedSync(path: string): Stamped {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file, { bigint: true });
    const bytes = readFileSync(file);
    return stamped(bytes, before, fstatSync(file, { bigint: true }));
  } finally {
    closeSync(file);
  }
}

/** Null where there is no file. */
export async function stateAt(path: string): Promise<string | null> {
  try {
    return stateOf(await stat(path, { bigint: true }));
  } catch {
    return null;
  }
}

function stamped(bytes: Uint8Array, before: BigIntStats, after: BigIntStats): Stamped {
  const state = stateOf(before);
  if (state !== stateOf(after)) return { bytes, stamp: null };
  return { bytes, stamp: { hash: hashOf(bytes), state: isSettled(before, Date.now()) ? state : null } };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The time of change tells of content that was replaced under its old time of modification. */
function stateOf({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}`;
}

/** The coarsest clock of a file system in use, FAT's, has ticks of two seconds. */
const tick = 2_500;

/** Whether a change after `now`, in milliseconds, is sure to show in the file's times. */
function isSettled({ mtimeMs, ctimeMs }: BigIntStats, now: number): boolean {
  const latest = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
  return latest < now - tick;
}
