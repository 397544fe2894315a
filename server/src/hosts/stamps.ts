import { createHash } from 'node:crypto';
import { type BigIntStats, fstatSync } from 'node:fs';
import type { Stamp } from '../store/savedFile.ts';
import { stateOf } from './fileState.ts';
import { bytesOf, bytesOfSync, withFile, withFileSync } from './regularFiles.ts';

export interface Stamped {
  readonly bytes: Uint8Array;
  /** Null where the file changed while it was read. */
  readonly stamp: Stamp | null;
}

/** The bytes of a file, and by what it is told later whether they are still the same. Rejects where it is no regular file. */
export function readStamped(path: string): Promise<Stamped> {
  return withFile(path, async opened =>
    stamped(await bytesOf(opened), opened.stats, await opened.file.stat({ bigint: true })),
  );
}

/** As `readStamped`, for a thread that may wait. */
export function readStampedSync(path: string): Stamped {
  return withFileSync(path, opened =>
    stamped(bytesOfSync(opened), opened.stats, fstatSync(opened.file, { bigint: true })),
  );
}

function stamped(bytes: Uint8Array, before: BigIntStats, after: BigIntStats): Stamped {
  const state = stateOf(before);
  if (state !== stateOf(after)) return { bytes, stamp: null };
  return { bytes, stamp: { hash: hashOf(bytes), state: isSettled(before, Date.now()) ? state : null } };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The coarsest clock of a file system in use, FAT's, has ticks of two seconds. */
const tick = 2_500;

/** Whether a change after `now`, in milliseconds, is sure to show in the file's times. */
function isSettled({ mtimeMs, ctimeMs }: BigIntStats, now: number): boolean {
  const latest = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
  return latest < now - tick;
}
