// A person's first quarter of an hour with Readout, in a real window. Every step leaves a picture in artefacts/.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWindow, type Window } from './window.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;
let window: Window;

beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'walk-')), 'dispatches');
  cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
  window = await openWindow(folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window?.picture(`walk-failed-${task.name.replaceAll(/\W+/g, '-')}`);
});

afterAll(async () => {
  await window?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

test('a document opens as a source document', async () => {
  await window.openFile('fishing-call.txt');
  await window.page.locator('.statusbar-item', { hasText: 'Source Document' }).waitFor();
  await window.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await window.picture('walk-document');
});

test('the outline lists who speaks, and under each speaker what they say', async () => {
  await window.showOutline();
  await window.outlineRow('Ingrid Solhaug').first().waitFor();
  await window.outlineRow('Duarte Vilhena').first().waitFor();
  await window.outlineRow('Cod stocks have recovered').waitFor();
  await window.picture('walk-outline');
});

test('a click in the outline goes to the statement', async () => {
  await window.outlineRow('Portugal wants a lasting agreement').click();
  await expect.poll(() => cursorLine(window)).toBe(8);
});

test('the outline follows the cursor', async () => {
  await window.followCursor();
  await window.click('Cod stocks');
  await window.page
    .locator('.outline-tree .monaco-list-row.focused, .outline-tree .monaco-list-row.selected', {
      hasText: 'Cod stocks',
    })
    .waitFor();
  await window.picture('walk-outline-follows');
});

test('a hover says who is meant', async () => {
  const text = await window.hover('Solhaug said, adding');
  await window.picture('walk-hover');
  expect(text).toContain('Ingrid Solhaug');
  expect(text).toContain('Foreign Minister');
});

test('names are highlighted wherever they are meant', async () => {
  await window.click('Solhaug said, adding');
  await expect
    .poll(() => window.page.locator('.wordHighlightText, .wordHighlight, .wordHighlightStrong').count())
    .toBeGreaterThanOrEqual(3);
  await window.picture('walk-highlights');
});

test('Go to Definition goes to where the person is introduced', async () => {
  await window.click('Solhaug said, adding');
  await window.press('F12');
  await expect.poll(() => cursorLine(window)).toBe(1);
});

test('references are found in the other documents too', async () => {
  await window.click('Solhaug said, adding');
  const results = window.page.locator('.sidebar .monaco-list-row', { hasText: 'port-visit.txt' });
  await window.command('References: Find All References', results);
  await window.page
    .locator('.references-view, [id="workbench.view.extension.references-view"], .tree-explorer-viewlet-tree-view')
    .first()
    .waitFor();
  for (const name of ['fishing-call.txt', 'port-visit.txt', 'telegram.seed']) {
    await window.page.locator('.sidebar .monaco-list-row', { hasText: name }).first().waitFor();
  }
  await window.picture('walk-references');
});

test('the Problems panel lists the malformed separators', async () => {
  await window.command('Problems: Focus on Problems View', window.page.locator('.markers-panel'));
  for (const code of ['glued-stamp', 'leading-space', 'trailing-space', 'extra-blank-line', 'missing-final-newline']) {
    await window.problemRow(code).first().waitFor();
  }
  // A hint is not for the panel: it shows in the text alone.
  await window.page.locator('.squiggly-hint').first().waitFor();
  await window.showOutline();
  await window.widenSideBar(110);
  await window.hover('Solhaug said, adding');
  await window.picture('walk-problems');
});

test('a quick fix mends one', async () => {
  await window.problemRow('glued-stamp').first().dblclick();
  const fix = window.page.locator('.action-widget .monaco-list-row', { hasText: 'share a line' });
  await expect
    .poll(
      async () => {
        await window.press('Control+.');
        return fix.waitFor({ timeout: 2500 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await window.picture('walk-quick-fix');
  await fix.click();
  await window.problemRow('glued-stamp').waitFor({ state: 'detached' });
});

test('"Fix All" mends the rest, and the file is saved sound', async () => {
  await window.click('Cod stocks');
  await window.command('Fix All', window.page.locator('.markers-panel', { hasText: /No problems/ }));
  await window.press('Control+s');
  const saved = () => readFileSync(path.join(folder, 'seeds/fishing-call.txt'), 'utf8');
  await expect.poll(saved).toMatch(/^date 2021-05-15\n\nOSLO, May 14 \(Fjord Wire\) -- Norway/);
  expect(saved()).not.toMatch(/ $|\n{3}|\u00a0/m);
  expect(saved()).toMatch(/fleets\.\n$/);
  await window.picture('walk-fixed');
});

test('any other text file can be read as a source document, and stays one after a reload', async () => {
  await window.openFile('interview.txt');
  await window.page.locator('.statusbar-item', { hasText: 'Plain Text' }).waitFor();
  const sourceDocument = window.page.locator('.statusbar-item', { hasText: 'Source Document' });
  await window.command('Readout: Read This File as a Source Document', sourceDocument);
  await window.reload();
  await window.openFile('interview.txt');
  await sourceDocument.waitFor();
  await window.showOutline();
  await window.outlineRow('Vilhena').first().waitFor({ timeout: 60_000 });
  await window.picture('walk-opted-in');
  await window.openFile('shopping.txt');
  await window.page.locator('.statusbar-item', { hasText: 'Plain Text' }).waitFor();
});

test('nothing was asked of another machine', () => expect(window.requestsElsewhere).toEqual([]));

/** The line of the cursor, counted from 1, as the status bar says. */
async function cursorLine({ page }: Window): Promise<number> {
  const text = await page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
  return Number(/Ln (\d+)/.exec(text)?.[1]);
}
