import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli, type Ran } from './cli.ts';

/** A folder of its own in which the built command line runs. */
export interface TestFolder {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
  /** Every file and link, by its path in the folder. */
  readonly names: () => string[];
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly runWith: (options: SpawnOptions, ...args: readonly string[]) => Promise<Ran>;
}

/** Makes a folder with some files, by their paths, and removes it. */
export async function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: TestFolder) => Promise<void>,
): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'readout-test-')));
  const path = (name: string) => join(root, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  const runWith = (options: SpawnOptions, ...args: readonly string[]) =>
    finished(process.execPath, [cli, ...args], { cwd: root, ...options });
  for (const [name, content] of Object.entries(files)) write(name, content);
  try {
    await use({
      path,
      write,
      read: name => readFileSync(path(name), 'utf8'),
      names: () =>
        readdirSync(root, { recursive: true, withFileTypes: true })
          .filter(entry => !entry.isDirectory())
          .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
          .sort(),
      run: (...args) => runWith({}, ...args),
      runWith,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs a program without input to its end. */
export function finished(program: string, args: readonly string[], options: SpawnOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', data => (out += data));
    child.stderr?.setEncoding('utf8').on('data', data => (err += data));
    child.on('error', reject);
    child.on('close', code => resolve({ code, out, err }));
  });
}
