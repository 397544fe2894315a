import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Minimatch } from 'minimatch';
import { URI } from 'vscode-uri';
import { isSourceDocument, passedOver } from '../protocol/addresses.ts';
import { decode, isText } from '../protocol/decode.ts';
import { reasonOf } from '../protocol/reason.ts';
import { say } from './exit.ts';

/** A file to work on. */
export interface NamedFile {
  /** As the arguments name it; in a folder or glob, with the folder in front. */
  readonly path: string;
  /** Where it is, without symbolic links. */
  readonly real: string;
}

export type Complain = (message: string) => void;

/**
 * The files that arguments name, each once: in the order of the arguments, in folders and globs by name.
 * A folder gives its source documents, a glob whatever it matches; neither gives what a symbolic link leads to outside
 * of its folder. What cannot be had is complained about.
 */
export async function listFiles(args: readonly string[], complain: Complain): Promise<NamedFile[]> {
  const found = new Map<string, NamedFile>();
  for (const arg of args) {
    for await (const file of filesOf(arg, complain)) if (!found.has(file.real)) found.set(file.real, file);
  }
  return [...found.values()];
}

async function* filesOf(arg: string, complain: Complain): AsyncGenerator<NamedFile> {
  let kind: Awaited<ReturnType<typeof stat>>;
  try {
    kind = await stat(arg);
  } catch (error) {
    if (isGlob(arg)) yield* filesOfGlob(arg, complain);
    else complain(`${arg} could not be read: ${reasonOf(error)}`);
    return;
  }
  if (kind.isDirectory()) yield* documentsIn(arg, complain);
  else if (kind.isFile() || kind.isFIFO()) yield { path: arg, real: await realpath(arg).catch(() => resolve(arg)) };
  else complain(`${arg} is neither a file nor a folder`);
}

async function* documentsIn(folder: string, complain: Complain): AsyncGenerator<NamedFile> {
  const wanted = (path: string) => isSourceDocument(URI.file(resolve(folder, path)).toString(), []);
  let some = false;
  for await (const file of walk(folder, { wanted, entered: () => true }, complain)) {
    some = true;
    yield file;
  }
  if (some) return;
  complain(
    `${folder} holds no source documents (*.seed, *.txt in a folder named seeds, names like 000_0123456789abcdef.txt); other files can be named, or matched by a glob`,
  );
}

const isGlob = (arg: string) => /[*?[{]|[!+@]\(/.test(arg);

async function* filesOfGlob(glob: string, complain: Complain): AsyncGenerator<NamedFile> {
  const { folder, pattern } = splitGlob(sep === '\\' ? glob.replaceAll('\\', '/') : glob);
  const matcher = new Minimatch(pattern, { dot: true, nocomment: true, nonegate: true });
  const wanted = (path: string) => matcher.match(path);
  const entered = (path: string) => matcher.match(path, true);
  let some = false;
  for await (const file of walk(folder, { wanted, entered }, complain)) {
    some = true;
    yield file;
  }
  if (!some) complain(`No file matches ${glob}`);
}

/** The folder that all matches lie in, and what a path from there must match. */
function splitGlob(glob: string): { readonly folder: string; readonly pattern: string } {
  const steps = glob.replace(/^(\.\/+)+/, '').split('/');
  const first = steps.findIndex(step => isGlob(step) || step.includes('\\'));
  const folder = steps.slice(0, first).join('/');
  return { folder: folder === '' && glob.startsWith('/') ? '/' : folder || '.', pattern: steps.slice(first).join('/') };
}

interface Wishes {
  /** Whether a file is wanted, by its path from the folder, with slashes. */
  readonly wanted: (path: string) => boolean;
  /** Whether a folder may hold wanted files. */
  readonly entered: (path: string) => boolean;
}

async function* walk(folder: string, wishes: Wishes, complain: Complain): AsyncGenerator<NamedFile> {
  const real = await realpath(folder).catch(() => resolve(folder));
  let outside = 0;

  yield* within('');
  if (outside > 0) {
    const links = outside === 1 ? '1 symbolic link that leads' : `${outside} symbolic links that lead`;
    say(`Passed over ${links} out of ${folder}: name a file itself to have it read`);
  }

  async function* within(path: string): AsyncGenerator<NamedFile> {
    for (const entry of await entriesOf(join(folder, path))) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name) && wishes.entered(below)) yield* within(below);
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        if (!wishes.wanted(below)) continue;
        const file = { path: join(folder, below), real: join(real, below) };
        if (entry.isFile()) yield file;
        else yield* behindLink(file);
      }
    }
  }

  async function* behindLink(link: NamedFile): AsyncGenerator<NamedFile> {
    try {
      const target = await realpath(link.path);
      if (!target.startsWith(real.endsWith(sep) ? real : real + sep)) outside++;
      else if ((await stat(target)).isFile()) yield { path: link.path, real: target };
    } catch (error) {
      complain(`${link.path} could not be read: ${reasonOf(error)}`);
    }
  }

  async function entriesOf(path: string): Promise<Dirent[]> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      complain(`${path} could not be listed: ${reasonOf(error)}`);
      return [];
    }
  }
}

/** The bytes of a text file; null, with a complaint, for what cannot be read or is no text. */
export async function bytesOf({ path }: NamedFile, complain: Complain): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path);
    if (isText(bytes) || isUtf16(bytes)) return bytes;
    complain(`${path} is not a text file`);
  } catch (error) {
    complain(`${path} could not be read: ${reasonOf(error)}`);
  }
  return null;
}

/** The text of a file, a byte order mark included; what is no UTF-8 becomes replacement characters. */
export function textOf(bytes: Buffer): string {
  return isUtf16(bytes) ? (decode(bytes) ?? '') : bytes.toString('utf8');
}

/** The text of a file that can be written back byte for byte; else why it cannot. */
export function exactTextOf(bytes: Buffer): { readonly text: string } | { readonly why: string } {
  if (isUtf16(bytes)) return { why: 'is in UTF-16, and only UTF-8 can be rewritten' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { why: 'is not in UTF-8, so rewriting it would lose characters' };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
