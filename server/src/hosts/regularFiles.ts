import { type BigIntStats, closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { largestFile } from '../protocol/reader.ts';

/**
 * Files that are read as documents. What is no regular one may have no end, or keep whoever opens it waiting for somebody who
 * writes to it: a device, a pipe, a socket.
 */
interface Opened<File> {
  readonly file: File;
  readonly stats: BigIntStats;
}

/** Windows has no such flag, and no pipes among its files. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file, gives it to `use` and closes it. Rejects where it cannot be opened or is no regular one. */
export async function withFile<T>(path: string, use: (opened: Opened<FileHandle>) => Promise<T>): Promise<T> {
  const file = await open(path, flags);
  try {
    const stats = await file.stat({ bigint: true });
    refuseOthers(stats);
    return await use({ file, stats });
  } finally {
    await file.close();
  }
}

/** As `withFile`, for a thread that may wait. */
export function withFileSync<T>(path: string, use: (opened: Opened<number>) => T): T {
  const file = openSync(path, flags);
  try {
    const stats = fstatSync(file, { bigint: true });
    refuseOthers(stats);
    return use({ file, stats });
  } finally {
    closeSync(file);
  }
}

function refuseOthers(stats: BigIntStats): void {
  if (stats.isDirectory()) throw new Error('EISDIR: it is a folder');
  if (!stats.isFile()) throw new Error('it is no regular file');
}

/** The bytes of a file; of one that is too large to be read, no more than tell that it is. */
export async function bytesOf({ file, stats }: Opened<FileHandle>): Promise<Uint8Array> {
  if (stats.size <= largestFile) return file.readFile();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(largestFile + 1), 0, largestFile + 1, 0);
  return buffer.subarray(0, bytesRead);
}

/** As `bytesOf`, for a thread that may wait. */
export function bytesOfSync({ file, stats }: Opened<number>): Uint8Array {
  if (stats.size <= largestFile) return readFileSync(file);
  const buffer = Buffer.alloc(largestFile + 1);
  return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0));
}
