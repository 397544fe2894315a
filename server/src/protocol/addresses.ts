import { minimatch } from 'minimatch';
import { URI } from 'vscode-uri';
import { noSettings, type RuleSettings } from '../rules/severities.ts';

/** One form for all the ways in which clients write the address of a document. */
export function addressOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** For messages: the path of a file, the whole address of anything else. */
export function shownAddress(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : uri;
}

export function fileName(uri: string): string {
  return URI.parse(uri).path.split('/').at(-1) || uri;
}

export function isInside(folder: string, address: string): boolean {
  return address.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

export interface Folder {
  /** As `addressOf` gives it, without a slash at its end. */
  readonly address: string;
  /** Globs and paths, relative to the folder or absolute, of files that were opted in. */
  readonly include: readonly string[];
  /** The folder's `readout.rules`; without them every rule keeps its own severity. */
  readonly rules?: RuleSettings;
}

/** The rules of the innermost folder that a document lies in; null for one that lies in none. */
export function rulesOf(address: string, folders: readonly Folder[]): RuleSettings | null {
  const around = folders.filter(folder => isInside(folder.address, address));
  if (around.length === 0) return null;
  return around.reduce((a, b) => (b.address.length > a.address.length ? b : a)).rules ?? noSettings;
}

/** What a folder's readers know better, at its root. */
export const peopleFileName = 'people.yaml';

/** Files that are source documents by their name alone; any other text file has to be opted in. */
const nameGlobs = ['**/*.seed', '**/seeds/**/*.txt', '**/*_????????????????.txt'];
const nameOfDocument = /\.seed$|\/seeds\/(?:.*\/)?[^/]+\.txt$|\/\d+_[0-9a-f]{16}\.txt$/;

/** Whether a file is read as a source document, by its name or because a folder's settings include it. */
export function isSourceDocument(address: string, folders: readonly Folder[]): boolean {
  return isNamedAsSource(address, URI.parse(address).path, folders);
}

function isNamedAsSource(address: string, path: string, folders: readonly Folder[]): boolean {
  return nameOfDocument.test(path) || folders.some(folder => includes(folder, address, path));
}

/** Whether a file is read without being open: a source document in a folder, or one that was opted in by its path. */
export function isOfWorkspace(address: string, folders: readonly Folder[]): boolean {
  const { path } = URI.parse(address);
  if (!isNamedAsSource(address, path, folders)) return false;
  return folders.some(folder => holds(folder, address) || folder.include.includes(path));
}

/** Folders that hold no documents of the reader's own. */
export const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

function holds(folder: Folder, address: string): boolean {
  if (!isInside(folder.address, address)) return false;
  const names = address.slice(folder.address.length).split('/');
  return !names.slice(0, -1).some(name => passedOver.has(name));
}

function includes(folder: Folder, address: string, path: string): boolean {
  const relative = pathIn(folder, address);
  return folder.include.some(pattern => [path, relative].some(name => name !== null && matches(name, pattern)));
}

/** The path from a folder to a file in it; null for one elsewhere. */
function pathIn(folder: Folder, address: string): string | null {
  if (!isInside(folder.address, address)) return null;
  return URI.parse(address).path.slice(URI.parse(folder.address).path.length).replace(/^\//, '');
}

function matches(name: string, pattern: string): boolean {
  return name === pattern || minimatch(name, pattern, { dot: true, nocomment: true, nonegate: true });
}

/** What to ask the client to watch. */
export function watchedGlobs(folders: readonly Folder[]): string[] {
  const included = folders.flatMap(folder => folder.include);
  return [
    ...new Set([
      ...nameGlobs,
      `**/${peopleFileName}`,
      ...included.map(pattern => (/^(\/|\*\*)/.test(pattern) ? pattern : `**/${pattern}`)),
    ]),
  ];
}
