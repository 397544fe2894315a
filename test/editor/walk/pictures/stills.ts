// The pictures of the documentation, taken of the real editor on the sample documents: `npm run pictures`.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { openWindow, type Window } from '../window.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
let folder: string;
let window: Window;

beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'pictures-')), 'dispatches');
  cpSync(path.join(root, 'seeds'), path.join(folder, 'seeds'), { recursive: true });
  window = await openWindow(folder, { 'editor.minimap.enabled': false, 'workbench.hover.delay': 60_000 }, root, {
    width: 1160,
    height: 740,
    scale: 2,
  });
});

afterAll(async () => {
  await window?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const picture = (name: string) => window.picture(`pictures/${name}`);
const list = (view: string) => window.page.locator(`.pane-body .monaco-list[aria-label="${view}"]`);
const row = (view: string, text: string | RegExp) => list(view).locator('.monaco-list-row', { hasText: text }).first();
const map = () => window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Settings of the workspace, and a moment for them to be seen. */
async function set(settings: object): Promise<void> {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  await window.page.waitForTimeout(2000);
}

/** Opens a file, with no other beside it. */
async function openAlone(name: string): Promise<void> {
  await window.command('View: Close All Editors', window.page.locator('.editor-group-container.empty'));
  await window.openFile(name);
}

async function hideSideBar(): Promise<void> {
  const sideBar = window.page.locator('.part.sidebar');
  while (await sideBar.isVisible()) {
    await window.press('Control+b');
    await window.page.waitForTimeout(500);
  }
}

async function topOf(selector: string): Promise<{ x: number; y: number }> {
  const box = await window.page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return { x: box.x + box.width / 2, y: box.y - 3 };
}

async function drag({ x, y }: { x: number; y: number }, across: number, down: number): Promise<void> {
  const { mouse } = window.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + across, y + down, { steps: 4 });
  await mouse.up();
}

test('outline, hover and problems', async () => {
  await window.openFile('nairobi-cargo-route.seed');
  await window.showOutline();
  await window.outlineRow('Wanjiru Kamotho').first().waitFor({ timeout: 60_000 });
  await window.command('Problems: Focus on Problems View', window.problemRow('glued-stamp'));
  await drag(await topOf('.part.panel'), 0, 85);
  await window.click('Kamotho said, adding');
  await window.hover('Kamotho said, adding');
  await picture('readout');
});

test('inlay hints', async () => {
  await window.press('Control+j');
  await openAlone('luanda-telephone-call.seed');
  await set({ 'readout.inlayHints': 'all' });
  await window.page.locator('.editor-instance .view-line', { hasText: 'Teresa Cassoma:' }).first().waitFor();
  await picture('hints');
  await set({});
});

test('speakers and statements', async () => {
  await openAlone('riga-press-briefing.seed');
  await window.command('Readout: Focus on Speakers View', row('Speakers', 'Ilze Kalnberga'));
  await window.widenSideBar(60);
  await row('Speakers', 'Ilze Kalnberga').click();
  await row('Speakers', 'Latvia wants that trade').click();
  await picture('speakers');
});

test('two names are one person', async () => {
  await openAlone('riga-press-briefing.seed');
  await hideSideBar();
  await window.click('Wanjiru Mbogo');
  await window.press('Control+.');
  await window.page
    .locator('.action-widget .monaco-list-row', { hasText: 'Wanjiru Mbogo and Wanjiru Kamotho are the same person' })
    .waitFor();
  await picture('people');
  await window.press('Escape');
});

test('the corpus map', async () => {
  await window.command('View: Close All Editors', window.page.locator('.editor-group-container.empty'));
  await window.command('Readout: Show Corpus Map', window.page.locator('.tab.active', { hasText: 'Corpus Map' }));
  await hideSideBar();
  await map()
    .getByRole('button', { name: /^Ilze Kalnberga · / })
    .waitFor();
  await window.page.waitForTimeout(1000);
  await picture('map-timeline');
  await window.page.setViewportSize({ width: 1160, height: 820 });
  await set({ 'workbench.colorTheme': 'Default Dark Modern' });
  await map().getByRole('tab', { name: 'Who speaks about whom' }).click();
  await window.page.waitForTimeout(1500);
  await picture('map-graph');
});
