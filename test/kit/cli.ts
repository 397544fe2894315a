import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const cli = join(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in a folder with some files, and removes the folder. */
export async function run(
  args: readonly string[],
  input = '',
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  try {
    return await new Promise<Ran>((resolve, reject) => {
      const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', data => (out += data));
      child.stderr.setEncoding('utf8').on('data', data => (err += data));
      child.on('error', reject);
      child.on('close', code => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
