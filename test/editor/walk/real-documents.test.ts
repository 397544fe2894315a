// The real documents that Readout was first made for, in a real window. They are no part of the project: where they do
// not lie beside it, this says so and skips.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './window.ts';

const documents = path.resolve(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(documents);
if (!present) console.log(`The real documents are not at ${path.relative(process.cwd(), documents)}: skipped.`);

const files = present ? readdirSync(documents).filter(name => name.endsWith('.txt')) : [];

describe.skipIf(!present)('the real documents', () => {
  let folder: string;
  let window: Window;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'real-'));
    cpSync(documents, folder, { recursive: true });
    window = await openWindow(folder);
  });

  afterAll(async () => {
    await window?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(files)('%s: its outline, its problems, and who "Wang" is', async file => {
    const number = file.slice(0, 3);
    await window.openFile(file);
    await window.showOutline();
    await window.page.locator('.outline-tree .monaco-list-row[aria-level="2"]').first().waitFor({ timeout: 60_000 });
    await window.command('Problems: Focus on Problems View', window.page.locator('.markers-panel .monaco-list-row'));
    await window.picture(`real-${number}`);
    await window.press('Control+j');

    // The name by itself, its fuller form neither in this line nor begun at its end.
    const shortName = /\bWang (?!Yi)\w/;
    if (!shortName.test(readFileSync(path.join(documents, file), 'utf8'))) return;
    const text = await window.hover(shortName);
    await window.picture(`real-${number}-hover`);
    expect(text).toContain('Wang Yi');
    expect(text).toContain('Foreign Minister');
  });

  test('nothing was asked of another machine', () => expect(window.requestsElsewhere).toEqual([]));
});
