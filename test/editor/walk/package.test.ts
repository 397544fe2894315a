// The packaged extension as a user gets it: installed from the file, with nothing of the project beside it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../scripts/lib/processes.mjs';
import { openWindow } from './window.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'package-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package installs, and reads a document that is opened', async () => {
  const file = path.join(folder, 'readout.vsix');
  const { code, output } = await run(process.execPath, ['scripts/package.mjs', '--out', file], { cwd: root });
  expect(code, output).toBe(0);
  const dispatches = path.join(folder, 'dispatches');
  cpSync(path.join(root, 'test/editor/workspace'), dispatches, { recursive: true });
  const window = await openWindow(dispatches, {}, file);
  try {
    await window.openFile('fishing-call.txt');
    await window.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    expect(await window.hover('Solhaug said, adding')).toContain('Foreign Minister');
    await window.picture('package-hover');
    expect(window.requestsElsewhere).toEqual([]);
  } finally {
    await window.close();
  }
});
