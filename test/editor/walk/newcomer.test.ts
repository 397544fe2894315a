// The way of somebody who has just installed Readout, from a folder to a corrected map of what it holds, in a real window.
// Every step leaves a picture in artefacts/, and its seconds in artefacts/newcomer.json.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWindow, type Window } from './window.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** By a reporter who has misheard the minister's first name. */
const misheard = `Fish market opens in Tromso

2021-09-02 10:00:00 Fjord Wire

Norwegian Foreign Minister Inga Solhaug said on Thursday that the market is too small already.

Solhaug added that her first guest would come from Lisbon.
`;

let folder: string;
let window: Window;
let begun = 0;
const seconds: Record<string, number> = {};

beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'newcomer-')), 'dispatches');
  cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
  cpSync(path.join(root, 'seeds'), path.join(folder, 'seeds'), { recursive: true });
  writeFileSync(path.join(folder, 'seeds', 'fish-market.txt'), misheard);
  window = await openWindow(folder);
});

beforeEach(() => {
  begun = Date.now();
});

afterEach(async ({ task }) => {
  seconds[task.name] = (Date.now() - begun) / 1000;
  const failed = task.result?.state === 'fail' ? 'failed-' : '';
  await window?.picture(`newcomer-${failed}${task.name.replaceAll(/\W+/g, '-')}`);
});

afterAll(async () => {
  writeFileSync(path.join(root, 'artefacts', 'newcomer.json'), `${JSON.stringify(seconds, null, 2)}\n`);
  await window?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const list = (view: string) => window.page.locator(`.pane-body .monaco-list[aria-label="${view}"]`);
const row = (view: string, text: string | RegExp) => list(view).locator('.monaco-list-row', { hasText: text }).first();
const result = (file: string) => window.page.locator('.sidebar .monaco-list-row', { hasText: file }).first();

test('the folder opens', async () => {
  await window.openFile('fishing-call.txt');
  await window.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
});

test('the outline', async () => {
  await window.showOutline();
  await window.outlineRow('Ingrid Solhaug').first().waitFor();
});

test('the page about a problem', async () => {
  const stamp = await window.place('date 2021-05-15');
  await window.page.mouse.move(stamp.x, stamp.y + 120);
  await window.page.mouse.move(stamp.x + 40, stamp.y, { steps: 6 });
  await window.page.locator('.monaco-hover:visible a', { hasText: 'glued-stamp' }).click();
  await window.page.locator('.tab.active', { hasText: 'glued-stamp.md' }).waitFor();
  const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await page.getByRole('heading', { name: 'glued-stamp' }).waitFor();
  await window.picture('newcomer-rule-page');
  await window.openFile('fishing-call.txt');
});

test('a hover', async () => {
  expect(await window.hover('Solhaug said, adding')).toContain('Ingrid Solhaug');
});

test('the references', async () => {
  await window.click('Solhaug said, adding');
  await window.command('References: Find All References', result('port-visit.txt'));
});

test('everything mended at once', async () => {
  await window.click('Cod stocks');
  const stamp = window.page.locator('.editor-instance .view-line', { hasText: /^date.2021-05-15$/ });
  await window.command('Fix All', stamp);
  await window.press('Control+s');
  const saved = () => readFileSync(path.join(folder, 'seeds/fishing-call.txt'), 'utf8');
  await expect.poll(saved).toMatch(/^date 2021-05-15\n\n/);
});

test('two names are one person', async () => {
  await window.openFile('fish-market.txt');
  await window.chooseAction('Inga Solhaug', 'Inga Solhaug and Ingrid Solhaug are the same person');
  const people = path.join(folder, 'people.yaml');
  await expect.poll(() => existsSync(people) && readFileSync(people, 'utf8')).toContain('aliases: [');
  const told = window.page.locator('.notifications-center .monaco-list-row', { hasText: 'Written into people.yaml' });
  await window.command('Notifications: Show Notifications', told);
  await told.getByRole('button', { name: 'Show' }).click();
  await window.page.locator('.tab.active', { hasText: 'people.yaml' }).waitFor();
  await window.openFile('fish-market.txt');
});

test('both names find the person', async () => {
  for (const name of ['inga', 'ingrid']) {
    await window.press('Control+t');
    await window.page.keyboard.type(name);
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Solhaug' }).first().waitFor();
    await window.press('Escape');
  }
});

test('the hover follows', async () => {
  await expect.poll(() => window.hover('Solhaug added'), { timeout: 20_000 }).toContain('9 in 4 documents');
});

test('the references follow', async () => {
  await window.click('Solhaug added');
  await window.command('References: Find All References', result('fishing-call.txt'));
  for (const file of ['fish-market.txt', 'port-visit.txt', 'telegram.seed']) await result(file).waitFor();
});

test('the people file says so, and who that is', async () => {
  await window.click('Solhaug added');
  await window.command('Go to Type Definition', window.page.locator('.tab.active', { hasText: 'people.yaml' }));
  expect(await window.hover(/Ing\w+ Solhaug/)).toContain('9 mentions in 4 documents');
});

test('the speakers', async () => {
  await window.openFile('fish-market.txt');
  await window.command('Readout: Focus on Speakers View', list('Speakers'));
  await window.command('Readout: Show Speakers of the Workspace', row('Speakers', 'Ilze Kalnberga'));
  await window.page.locator('.pane-header', { hasText: 'workspace, by statements' }).waitFor();
  await row('Speakers', 'Solhaug').waitFor();
  expect(await list('Speakers').locator('.monaco-list-row', { hasText: 'Solhaug' }).count()).toBe(1);
});

test('a statement copied', async () => {
  await row('Statements', 'Foreign Minister Andris Veidemanis').click();
  await window.press('Control+c');
  const clipboard = () => window.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard, { timeout: 10_000 }).toContain('\n— Ilze Kalnberga, 11 Mar 2025');
});

test('the corpus map', async () => {
  await window.command('Readout: Show Corpus Map', window.page.locator('.tab.active', { hasText: 'Corpus Map' }));
  const map = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const joined = map.getByRole('button', { name: /^Ing\w+ Solhaug, / });
  await joined.waitFor();
  expect(await joined.count()).toBe(1);
});

test('nothing was asked of another machine', () => expect(window.requestsElsewhere).toEqual([]));
