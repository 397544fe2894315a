// @ts-check
// Draws media/icon.svg as media/icon.png, the size that the extension's page shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, installBrowser } from './lib/browser.mjs';

const media = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../media');
const browser = await chromium.launch({ executablePath: await installBrowser(), args: BROWSER_ARGUMENTS });
try {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${readFileSync(path.join(media, 'icon.svg'), 'utf8')}</body>`);
  await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
