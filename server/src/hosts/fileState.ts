import { type BigIntStats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** By what a file is known without being read; the time of change tells of content that was replaced under its old time. */
export function stateOf({ size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}`;
}

/** Null where there is no file. */
export async function stateAt(path: string): Promise<string | null> {
  try {
    return stateOf(await stat(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** As `stateAt`, for a thread that may wait. */
export function stateAtSync(path: string): string | null {
  try {
    return stateOf(statSync(path, { bigint: true }));
  } catch {
    return null;
  }
}
