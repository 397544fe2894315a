// A reader's way through the sample documents, frame by frame, for the animation of the documentation: `npm run pictures`.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openWindow, type Window } from '../window.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const frames = path.join(root, 'artefacts', 'tour');
let folder: string;
let window: Window;
/** What is drawn onto each frame: where the pointer is, what is done, and for how long it stands. */
const story: { file: string; caption: string; seconds: number; pointer: { x: number; y: number } }[] = [];
let pointer = { x: 0, y: 0 };

beforeAll(async () => {
  rmSync(frames, { recursive: true, force: true });
  mkdirSync(frames, { recursive: true });
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'tour-')), 'dispatches');
  cpSync(path.join(root, 'seeds'), path.join(folder, 'seeds'), { recursive: true });
  // No hover of the editor's own over its trees: it would show where this machine keeps the files.
  const settings = { 'editor.minimap.enabled': false, 'workbench.hover.delay': 60_000 };
  window = await openWindow(folder, settings, root, { width: 1040, height: 640, scale: 2 });
  const { mouse } = window.page;
  const move = mouse.move.bind(mouse);
  mouse.move = (x, y, options) => {
    pointer = { x, y };
    return move(x, y, options);
  };
});

afterAll(async () => {
  writeFileSync(path.join(frames, 'story.json'), JSON.stringify(story, null, 2));
  await window?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

async function frame(caption: string, seconds: number): Promise<void> {
  const file = `${String(story.length).padStart(2, '0')}.png`;
  await window.page.waitForTimeout(600);
  await window.page.screenshot({ path: path.join(frames, file) });
  story.push({ file, caption, seconds, pointer });
}

const result = (file: string) => window.page.locator('.sidebar .monaco-list-row', { hasText: file }).first();
const map = () => window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Rests the mouse on the middle of something. */
async function pointAt(what: Locator): Promise<void> {
  const box = await what.first().boundingBox();
  if (!box) throw new Error('what is pointed at is not to be seen');
  await window.page.mouse.move(box.x + Math.min(box.width / 2, 60), box.y + box.height / 2);
}

test('open, outline, hover', async () => {
  const seeds = window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: /^seeds$/ });
  if ((await seeds.getAttribute('aria-expanded')) !== 'true') await seeds.click();
  const file = window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'nairobi-cargo-route' });
  await file.waitFor();
  await pointAt(file);
  await frame('Open a folder of dispatches', 1.5);
  await window.openFile('nairobi-cargo-route.seed');
  await window.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await frame('Names, places, dates and words of saying have their colours', 2);
  await window.showOutline();
  await window.outlineRow('Rodrigo Arce').first().waitFor();
  await frame('The outline: who speaks, and what they say', 2);
  await pointAt(window.outlineRow('none of them had been hurt'));
  await window.outlineRow('none of them had been hurt').click();
  await frame('The outline: who speaks, and what they say', 1.4);
  await window.hover('she told Arce');
  await frame('Hover: who “she” is, and why', 2.4);
});

test('references', async () => {
  await window.page.mouse.move(500, 600);
  await window.page.locator('.monaco-hover:visible .hover-contents').waitFor({ state: 'hidden' });
  await window.click('Kamotho said, adding');
  await window.command('References: Find All References', result('nairobi-cargo-route'));
  await frame('Find All References: every mention, whatever it is called there', 2);
});

test('everything mended', async () => {
  const stamp = window.page.locator('.editor-instance .view-line', { hasText: /^date.2017-03-09$/ });
  await window.command('Fix All', stamp);
  await window.press('Control+Home');
  await frame('Fix All: separators mended, and never a word lost', 2);
  await window.press('Control+s');
});

test('two names are one person', async () => {
  await window.command('Explorer: Focus on Folders View', window.page.locator('.explorer-folders-view'));
  await window.openFile('riga-press-briefing.seed');
  await window.press('Control+b');
  await window.click('Wanjiru Mbogo');
  const action = window.page.locator('.action-widget .monaco-list-row', { hasText: 'Wanjiru Kamotho are the same' });
  for (let attempt = 0; attempt < 4 && !(await action.isVisible()); attempt++) {
    await window.press('Control+.');
    await action.waitFor({ timeout: 3000 }).catch(() => {});
  }
  await pointAt(action);
  await frame('You know better? The minister has married: say so', 2.2);
  await action.click();
  await window.page.waitForTimeout(2000);
  await window.hover('Wanjiru Mbogo');
  await frame('people.yaml keeps it, and everything follows', 2.4);
});

test('the corpus map', async () => {
  await window.page.mouse.move(500, 600);
  await window.command('Notifications: Clear All Notifications', window.page.locator('.tab.active'));
  await window.command('Readout: Show Corpus Map', window.page.locator('.tab.active', { hasText: 'Corpus Map' }));
  await map()
    .getByRole('button', { name: /^Ilze Kalnberga · / })
    .waitFor();
  await frame('The corpus map: who speaks when …', 2);
  await map().getByRole('tab', { name: 'Who speaks about whom' }).click();
  await pointAt(
    map()
      .getByRole('button', { name: /^Ilze Kalnberga · person/ })
      .locator('.hit'),
  );
  await frame('… and who speaks about whom', 2.6);
});
