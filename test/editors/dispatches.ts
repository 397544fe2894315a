// What every other editor is shown and asked, and what it is to answer; how it asks is in a script of its own.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { run } from '../../scripts/lib/processes.mjs';

const server = resolve(import.meta.dirname, '../../dist/server.js');
const harbour =
  'Norwegian Foreign Minister Ingrid Solhaug said that the harbour is open.\n\nSolhaug said she was glad. \n';
const council = 'Mayor Duarte Vilhena said that Norwegian Foreign Minister Ingrid Solhaug was right.\n';

/** Runs an editor in a folder of two documents, with the cursor on "Solhaug" in the third line of the first, and looks at its answers. */
export async function expectReading(command: string, args: readonly string[]): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'readout-editor-')));
  try {
    mkdirSync(join(folder, 'seeds'));
    writeFileSync(join(folder, 'seeds/harbour.txt'), harbour);
    writeFileSync(join(folder, 'seeds/council.txt'), council);
    const file = join(folder, 'answers.json');
    const env = {
      ...process.env,
      ...{ HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder },
      ...{ READOUT_SERVER: server, READOUT_FOLDER: folder, READOUT_ANSWERS: file },
    };
    const { code, output } = await run(command, [...args], { cwd: folder, env });
    expect(code, output).toBe(0);
    expect(existsSync(file), output).toBe(true);
    const answers = JSON.parse(readFileSync(file, 'utf8'));
    expect(answers.failure).toBeUndefined();
    expect(answers.hover).toContain('Ingrid Solhaug');
    expect(answers.hover).toContain('Foreign Minister');
    expect([...new Set(answers.references)].sort()).toEqual(['council.txt:1', 'harbour.txt:1', 'harbour.txt:3']);
    expect(answers.symbols.join('\n')).toMatch(/Ingrid Solhaug.*the harbour is open.*she was glad/s);
    expect(answers.diagnostics.join('\n')).toContain('trailing-space');
    expect(answers.action).toBe('Fix: white space at the end of the line');
    expect(answers.mended.join('\n')).toContain('\n\nSolhaug said she was glad.');
    expect(answers.mended.join('\n')).not.toContain('glad. ');
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
