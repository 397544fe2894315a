// Readout's own views as a person uses them, with mouse and keyboard. Every step leaves a picture in artefacts/.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWindow, type Window } from './window.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;
let window: Window;

beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'views-')), 'dispatches');
  cpSync(path.join(root, 'seeds'), path.join(folder, 'seeds'), { recursive: true });
  writeFileSync(path.join(folder, 'seeds', 'picture.txt'), new Uint8Array([1, 0, 2]));
  window = await openWindow(folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window?.picture(`views-failed-${task.name.replaceAll(/\W+/g, '-')}`);
});

afterAll(async () => {
  await window?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const list = (view: string) => window.page.locator(`.pane-body .monaco-list[aria-label="${view}"]`);
const row = (view: string, text: string | RegExp) => list(view).locator('.monaco-list-row', { hasText: text }).first();
const map = (): FrameLocator => window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const input = () => window.page.locator('.quick-input-widget input.input').first();
const status = (id: string) => window.page.locator(`.statusbar-item[id="${id}"]`);

/** Runs a command that asks for something under a title or with a hint, and answers. */
async function answer(command: string, asks: string, words: string): Promise<void> {
  const palette = window.page.locator('.quick-input-widget');
  await window.press('F1');
  await input().fill(`>${command}`);
  await palette.locator('.monaco-list-row.focused', { hasText: command }).waitFor();
  await window.press('Enter');
  const asking = palette.filter({ hasText: asks }).or(palette.filter({ has: window.page.getByPlaceholder(asks) }));
  await asking.first().waitFor();
  await input().fill(words);
  await window.page.waitForTimeout(300);
  await window.press('Enter');
}

test('the speakers of the document that is open', async () => {
  await window.openFile('riga-press-briefing.seed');
  await window.command('Readout: Focus on Speakers View', row('Speakers', 'Ilze Kalnberga'));
  await window.widenSideBar(130);
  await window.picture('views-speakers');
});

test('a speaker opens, and a click goes to the statement', async () => {
  await row('Speakers', 'Ilze Kalnberga').click();
  await row('Speakers', 'Latvia wants that trade').click();
  await expect.poll(() => status('status.editor.selection').innerText()).toMatch(/selected/);
  await window.picture('views-speaker-open');
});

test('the speakers follow the document', async () => {
  await window.openFile('luanda-telephone-call.seed');
  await row('Speakers', 'Teresa Cassoma').waitFor();
  await row('Speakers', 'Ilze Kalnberga').waitFor({ state: 'detached' });
});

test('the speakers of the workspace, by name and filtered', async () => {
  await window.command('Readout: Show Speakers of the Workspace', row('Speakers', 'Ilze Kalnberga'));
  await window.command('Readout: Sort Speakers by Name', row('Speakers', 'Adjoa Mensah'));
  await window.picture('views-speakers-workspace');
  await answer('Readout: Filter Speakers…', 'Words of a name', 'kaln');
  await row('Speakers', 'Teresa Cassoma').waitFor({ state: 'detached' });
  await row('Speakers', 'Ilze Kalnberga').waitFor();
  await window.picture('views-speakers-filtered');
  await answer('Readout: Filter Speakers…', 'Words of a name', 'nobody at all');
  await window.page.getByText('No speaker has these words').waitFor();
  await window.picture('views-speakers-none');
  await window.page.locator('.welcome-view-content').getByRole('button', { name: 'Show All Speakers' }).click();
  await row('Speakers', 'Adjoa Mensah').waitFor();
});

test('statements are found by words and copied with their source, several at once', async () => {
  await answer('Readout: Filter Statements by Words…', 'Words, or their', 'insur');
  await row('Statements', 'the harvest was insured').waitFor();
  await window.picture('views-statements');
  await row('Statements', 'the harvest was insured').click();
  await row('Statements', 'The insurers had written').click({ modifiers: ['Shift'] });
  await window.press('Control+c');
  const clipboard = () => window.page.evaluate(() => navigator.clipboard.readText());
  await expect
    .poll(clipboard)
    .toContain(
      'the harvest was insured and that no ship had turned back\n— Ilze Kalnberga, 11 Mar 2025, Ministry of Foreign Affairs of Latvia, seeds/riga-press-briefing.seed:11',
    );
  expect(await clipboard()).toContain('The insurers had written to the ministry last week\n—');
});

test('the status says what is read, and what is not and why', async () => {
  await window.openFile('riga-press-briefing.seed');
  await window.page.locator('.statusbar-item[id="status.languageStatus"]').click();
  const hover = window.page.locator('.hover-language-status');
  const said = async () => (await hover.allInnerTexts()).join(' ');
  await expect.poll(said, { timeout: 10_000 }).toMatch(/\d+ documents read/);
  expect(await said()).toContain('1 file not read');
  await window.picture('views-status');
  await window.press('Escape');
  await window.command(
    'Readout: Show Files That Are Not Read',
    window.page.locator('.quick-input-widget', { hasText: 'picture.txt' }),
  );
  await window.picture('views-unread');
  await window.press('Escape');
});

test('the corpus map: who speaks when', async () => {
  await window.command('Readout: Show Corpus Map', window.page.locator('.tab.active', { hasText: 'Corpus Map' }));
  await map()
    .getByRole('button', { name: /^Ilze Kalnberga · .*2025 · / })
    .waitFor();
  await window.picture('views-map');
});

test('the map is walked by keyboard, and opens what a mark stands for', async () => {
  const label = map().getByRole('button', { name: /^Ilze Kalnberga, / });
  await label.focus();
  await window.press('ArrowRight');
  const focused = () => map().locator(':focus').getAttribute('aria-label');
  expect(await focused()).toMatch(/^Ilze Kalnberga · 11 Mar 2025 · \d+ statements$/);
  await window.picture('views-map-focus');
  await window.press('Enter');
  await row('Statements', 'Latvia wants that trade').waitFor();
  await window.picture('views-map-opened');
});

test('the page of the map runs no other script and reaches nothing', async () => {
  const tried = await map()
    .locator('body')
    .evaluate(async body => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      body.append(script);
      script.remove();
      const sent = await fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      );
      return { ran: body.dataset.ran ?? 'no', sent };
    });
  expect(tried).toEqual({ ran: 'no', sent: 'refused' });
});

test('the map is saved as SVG and as PNG, with nothing of the editor left in it', async () => {
  for (const [button, file] of [
    ['Save as SVG', 'corpus-map.svg'],
    ['Save as PNG', 'corpus-map.png'],
  ] as const) {
    await map().getByRole('button', { name: button }).click();
    await expect.poll(() => input().inputValue()).toContain(file);
    await window.press('Enter');
    await expect.poll(() => existsSync(path.join(folder, file))).toBe(true);
  }
  const svg = readFileSync(path.join(folder, 'corpus-map.svg'), 'utf8');
  expect(svg).toContain('Ilze Kalnberga');
  expect(svg).not.toMatch(/var\(|class=|<script/);
  const png = readFileSync(path.join(folder, 'corpus-map.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  cpSync(path.join(folder, 'corpus-map.png'), path.join(root, 'artefacts', 'views-saved.png'));
});

test('the corpus map: who speaks about whom, in every theme', async () => {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  for (const [name, theme, background] of [
    ['dark', 'Default Dark Modern', 'rgb(31, 31, 31)'],
    ['light', 'Default Light Modern', 'rgb(255, 255, 255)'],
    ['contrast', 'Default High Contrast', 'rgb(0, 0, 0)'],
    ['contrast-light', 'Default High Contrast Light', 'rgb(255, 255, 255)'],
  ] as const) {
    writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    const body = map().locator('body');
    const painted = () => body.evaluate(element => getComputedStyle(element).backgroundColor);
    await expect.poll(painted, { timeout: 20_000 }).toBe(background);
    await map().getByRole('tab', { name: 'Who speaks when' }).click();
    await map()
      .getByRole('button', { name: /^Ilze Kalnberga · / })
      .waitFor();
    await window.picture(`views-map-${name}`);
    await map().getByRole('tab', { name: 'Who speaks about whom' }).click();
    await map()
      .getByRole('button', { name: /^Ilze Kalnberga · person/ })
      .focus();
    await window.picture(`views-graph-${name}`);
  }
});

test('an arrow leads to what one says about the other', async () => {
  const arrow = map().getByRole('button', { name: /^Ilze Kalnberga about Wanjiru Mbogo: [2-9] statements$/ });
  await arrow.focus();
  await window.press('Enter');
  await window.page.getByText(/^\d+ statements by Ilze Kalnberga about Wanjiru Mbogo$/).waitFor();
  await expect.poll(() => list('Statements').locator('.monaco-list-row').count()).toBeGreaterThan(1);
});

test('the map keeps what it shows while it is hidden, and comes back after a reload', async () => {
  await map().getByRole('searchbox').fill('kaln');
  await expect.poll(() => map().locator('.range').innerText()).toBe('1–1 of 1');
  await window.openFile('luanda-telephone-call.seed');
  await window.command('Readout: Show Corpus Map', window.page.locator('.tab.active', { hasText: 'Corpus Map' }));
  await map().getByRole('tab', { name: 'Who speaks about whom', selected: true }).waitFor();
  await expect.poll(() => map().getByRole('searchbox').inputValue()).toBe('kaln');
  await expect.poll(() => map().locator('.range').innerText()).toBe('1–1 of 1');
  await window.reload();
  // The editor keeps which tab is in front only now and then.
  await window.page.locator('.tab', { hasText: 'Corpus Map' }).click();
  await map().locator('.mark').first().waitFor();
});

test('the walkthrough', async () => {
  rmSync(path.join(folder, '.vscode'), { recursive: true });
  await answer('Welcome: Open Walkthrough...', 'Select a walkthrough', 'Read Source Documents');
  await window.press('Control+b');
  await window.page.locator('.getting-started-step', { hasText: 'See who speaks' }).click();
  await window.page.waitForTimeout(1500);
  await window.picture('views-walkthrough');
});

test('nothing was asked of another machine', () => expect(window.requestsElsewhere).toEqual([]));
