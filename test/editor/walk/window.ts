// The editor as a person sees it: a window in a real browser, with eyes and hands.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../../scripts/lib/browser.mjs';
import { installEditor, serveEditor, workbenchAddress } from '../../../scripts/lib/code-server.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ARTEFACTS = path.join(ROOT, 'artefacts');

export interface Window {
  readonly page: Page;
  /** Requests to other machines; every one was blocked. */
  readonly requestsElsewhere: readonly string[];
  /** Runs a command by its name in the command palette, until what it brings is to be seen. */
  command(name: string, brings: Locator): Promise<void>;
  /** Opens a file of the folder by quick open and waits for its text. */
  openFile(name: string): Promise<void>;
  /** The first place in the text where the words stand; they may be in several coloured pieces. */
  place(words: string | RegExp): Promise<{ x: number; y: number }>;
  /** Rests the mouse on the words and gives the hover's text. */
  hover(words: string | RegExp): Promise<string>;
  /** Puts the cursor into the words. */
  click(words: string): Promise<void>;
  press(keys: string): Promise<void>;
  /** Puts the cursor into the words and chooses what the light bulb offers there under this title. */
  chooseAction(words: string, title: string): Promise<void>;
  /** Makes room for the outline in the side bar, with every turn open. */
  showOutline(): Promise<void>;
  /** Switches on what the outline's own menu calls so. */
  followCursor(): Promise<void>;
  widenSideBar(pixels: number): Promise<void>;
  outlineRow(name: string | RegExp): Locator;
  problemRow(text: string | RegExp): Locator;
  reload(): Promise<void>;
  /** A picture in the artefacts folder. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  /** Pixels of a picture for each one of the window, in either direction. */
  readonly scale?: number;
}

/** Opens a folder (or none) in the editor with Readout installed, as `npm start` does, or from a package. */
export async function openWindow(
  folder: string | null,
  settings: object = {},
  extension = ROOT,
  { width = 1360, height = 860, scale = 1 }: Look = {},
): Promise<Window> {
  mkdirSync(ARTEFACTS, { recursive: true });
  const editor = await installEditor(path.join(ROOT, '.editor'));
  const workbench = await serveEditor(editor, {
    extension,
    home: true,
    idleSeconds: 300,
    settings: { 'git.enabled': false, 'editor.cursorBlinking': 'solid', 'workbench.reduceMotion': 'on', ...settings },
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await workbench.close();
  };
  try {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('no browser: see "npm test"');
    browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const requestsElsewhere: string[] = [];
    await context.route(
      url => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost'].includes(url.hostname),
      route => {
        requestsElsewhere.push(route.request().url());
        return route.abort('blockedbyclient');
      },
    );
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(workbenchAddress(workbench, folder), { waitUntil: 'domcontentloaded' });
    await workbenchIsUp(page);
    return { ...windowOf(page), requestsElsewhere, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function windowOf(page: Page): Omit<Window, 'requestsElsewhere' | 'close'> {
  const quickInput = page.locator('.quick-input-widget');

  // A view that takes the focus while it settles closes the input again, even between the choice and the key that
  // confirms it: so this tries until the outcome is there.
  const choose = async (key: string, text: string, row: string, brings: Locator) => {
    const input = quickInput.locator('input.input').first();
    for (let attempt = 1; ; attempt++) {
      try {
        await page.keyboard.press(key);
        await input.fill(text, { timeout: 3000 });
        await quickInput.locator('.monaco-list-row.focused', { hasText: row }).first().waitFor({ timeout: 5000 });
        await page.keyboard.press('Enter');
        await quickInput.waitFor({ state: 'hidden', timeout: 5000 });
        await brings.first().waitFor({ timeout: 8000 });
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };

  const command = (name: string, brings: Locator) => choose('F1', `>${name}`, name, brings);

  const openFile = async (name: string) => {
    await choose('Control+p', name, name, page.locator('.tab.active', { hasText: name }));
    await page.locator('.editor-instance .view-line').first().waitFor();
  };

  const place = async (words: string | RegExp) => {
    await page
      .locator('.editor-instance .view-line', { hasText: spaced(words) })
      .first()
      .waitFor();
    const found = await page.evaluate(placeOfWords, spaced(words).source);
    if (!found) throw new Error(`"${words}" cannot be seen in the editor`);
    return found;
  };

  const hover = async (words: string | RegExp) => {
    const widget = page.locator('.monaco-hover:visible .hover-contents');
    for (let attempt = 1; ; attempt++) {
      const { x, y } = await place(words);
      await page.mouse.move(x - 40, y + 90);
      await page.mouse.move(x, y, { steps: 6 });
      const shown = await widget
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) break;
      if (attempt === 4) throw new Error(`no hover on "${words}"`);
    }
    // It fades in, and a slow answer may still say that it is loading.
    await page.waitForTimeout(400);
    return (await widget.allInnerTexts()).join('\n');
  };

  const click = async (words: string) => {
    const { x, y } = await place(words);
    await page.mouse.click(x, y);
  };

  // What is offered comes as the document is read; and in a menu that is open the same keys choose.
  const chooseAction = async (words: string, title: string) => {
    const action = page.locator('.action-widget .monaco-list-row', { hasText: title });
    for (let attempt = 1; ; attempt++) {
      await page.keyboard.press('Escape');
      await click(words);
      await page.keyboard.press('Control+.');
      const isOffered = await action.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isOffered) break;
      if (attempt === 5) throw new Error(`"${title}" is not offered on "${words}"`);
    }
    await page.screenshot({ path: path.join(ARTEFACTS, 'light-bulb.png') });
    await action.click();
  };

  return {
    page,
    command,
    openFile,
    place,
    hover,
    click,
    chooseAction,
    showOutline: async () => {
      await command('Explorer: Focus on Outline View', page.locator('.outline-tree'));
      const files = page.locator('.split-view-view .pane-header.expanded', { hasNotText: /Outline|Timeline/ }).first();
      if (await files.isVisible()) await files.click();
      const expand = page.locator('[aria-label="Expand All"]').first();
      await page.locator('.outline-tree').hover();
      if (await expand.isVisible()) await expand.click();
    },
    followCursor: async () => {
      await page.locator('.outline-tree').hover();
      const outline = page.locator('.pane', { has: page.locator('.outline-tree') });
      await outline.locator('[aria-label="More Actions..."]').click();
      const item = page.locator('.monaco-menu .action-menu-item', { hasText: 'Follow Cursor' });
      await item.waitFor();
      // A menu takes no click in its first moments, lest the click that opened it count twice.
      await page.waitForTimeout(500);
      await item.click();
      await item.waitFor({ state: 'detached' });
    },
    widenSideBar: async pixels => {
      const edge = await page.locator('.part.sidebar').boundingBox();
      if (!edge) throw new Error('the side bar is not shown');
      const x = edge.x + edge.width;
      await page.mouse.move(x, 300);
      await page.mouse.down();
      await page.mouse.move(x + pixels, 300, { steps: 4 });
      await page.mouse.up();
    },
    press: keys => page.keyboard.press(keys),
    outlineRow: name => page.locator('.outline-tree .monaco-list-row', { hasText: name }),
    problemRow: text => page.locator('.markers-panel .monaco-list-row', { hasText: text }),
    reload: async () => {
      await page.reload({ waitUntil: 'domcontentloaded' });
      await workbenchIsUp(page);
    },
    picture: async name => {
      await page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`) });
    },
  };
}

async function workbenchIsUp(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view, .explorer-viewlet, .editor-group-container').first().waitFor();
}

/** The editor draws spaces as no-break spaces. */
function spaced(words: string | RegExp): RegExp {
  const source = typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source;
  return new RegExp(source.replaceAll(' ', '[ \\u00a0]'));
}

/** Runs in the page: the middle of the first word of the match, on the first visible line that has one. */
function placeOfWords(pattern: string): { x: number; y: number } | undefined {
  const lines = [...document.querySelectorAll('.editor-instance .view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  for (const line of lines) {
    const match = new RegExp(pattern).exec(line.textContent ?? '');
    if (!match) continue;
    const middle = match.index + Math.floor((/^[^\s]+/.exec(match[0])?.[0].length ?? 0) / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (middle < passed + length) {
        const range = document.createRange();
        range.setStart(node, middle - passed);
        range.setEnd(node, middle - passed + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      passed += length;
    }
  }
  return undefined;
}
