import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { NamedFile } from './files.ts';

/**
 * Puts new content in the place of a file's, at once or not at all: a temporary file beside it is renamed over it, with
 * the same owner and permissions. A symbolic link stays one, and the file that it leads to is replaced.
 * Everything happens without a pause, so that a signal finds no work half done.
 * @param before What the file is known to hold.
 * @throws Where the file holds something else by now, is not to be written, or cannot be; it is then as it was.
 */
export function replaceContent({ path, real }: NamedFile, before: Uint8Array, after: string): void {
  const stats = statSync(real);
  if (!stats.isFile()) throw new Error('it is not a regular file');
  accessSync(real, constants.W_OK);
  const temporary = join(dirname(real), `.readout-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeLike(stats, temporary, after);
    if (realpathSync(path) !== real || !readFileSync(real).equals(before)) throw new Error('it has changed meanwhile');
    renameSync(temporary, real);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeLike({ mode, uid, gid }: Stats, path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, content);
    const own = fstatSync(file);
    if (own.uid !== uid || own.gid !== gid) fchownSync(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
