// @ts-check
// Runs the suite of the extension host in a browser, where the extension and its server are web workers.
// Prints the suite's own count; exits with 1 on any failure.
import { cpSync, createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, installBrowser } from '../../scripts/lib/browser.mjs';
import { installEditor, serveEditor, workbenchAddress } from '../../scripts/lib/code-server.mjs';
import { temporaryFolder } from '../../scripts/lib/processes.mjs';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
const TIME_LIMIT = 5 * 60_000;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const CHATTER =
  /ChatModelSelection|AgentHost|Service Worker|builtin extensions|additional.*extension|Creating a socket|workbench contribution|connection token|grace.time/i;

const workspace = path.join(temporaryFolder(), 'workspace');
cpSync(path.join(root, 'test/editor/workspace'), workspace, { recursive: true });

const output = await runSuite(workspace).catch(error => {
  console.error(error);
  return '';
});
// Only the suite's own count is believed: an extension host that dies ends with exit code 0.
const count = /^web extension host: (\d+) passed, (\d+) failed, \d+ skipped$/m.exec(output);
process.exit(count && Number(count[1]) > 0 && Number(count[2]) === 0 ? 0 : 1);

/** All that the suite printed. @param {string} folder */
async function runSuite(folder) {
  const executablePath = await installBrowser();
  const editor = await installEditor(path.join(root, '.editor'));
  const files = await serveFiles(root);
  const workbench = await serveEditor(editor, {
    home: true,
    idleSeconds: 120,
    options: ['enable-smoke-test-driver', 'force-disable-user-env', 'disable-experiments'],
  });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    // The page's own policy allows no other address, and the files have one of their own.
    const context = await browser.newContext({
      bypassCSP: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    let output = '';
    const ended = new Promise((done, failed) => {
      setTimeout(() => failed(new Error(`The suite did not end in ${TIME_LIMIT / 1000} s.`)), TIME_LIMIT).unref();
      page.on('crash', () => failed(new Error('The page crashed.')));
      Promise.all([
        page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
          const text = format(...args);
          output += `${text}\n`;
          if (!CHATTER.test(text)) console.log(text);
        }),
        page.exposeFunction('codeAutomationExit', done),
      ]).catch(failed);
    });
    ended.catch(() => {});
    await page.addInitScript(developHere, { extension: files.address(''), tests: files.address('dist-test/web.js') });
    await page.goto(workbenchAddress(workbench, folder, [['skipWelcome', 'true']]), { waitUntil: 'domcontentloaded' });
    await ended;
    return output;
  } finally {
    await browser.close();
    await workbench.close();
    files.close();
  }
}

/**
 * Runs in the page: a workbench takes an extension from the web only out of its own configuration, which it reads once
 * the page has loaded.
 * @param {{ extension: object, tests: object }} addresses
 */
function developHere({ extension, tests }) {
  const { window, document } = /** @type {any} */ (globalThis);
  if (window !== window.top) return;
  document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element?.dataset.settings) return;
    const configuration = JSON.parse(element.dataset.settings);
    configuration.developmentOptions = { extensions: [extension], extensionTestsPath: tests };
    element.dataset.settings = JSON.stringify(configuration);
  });
}

/** A folder on loopback: only an extension with an address of the web may start a worker. @param {string} folder */
async function serveFiles(folder) {
  const server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname)));
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'no-store',
    };
    if (request.method === 'OPTIONS' || !existsSync(file)) {
      response.writeHead(request.method === 'OPTIONS' ? 204 : 404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', () => done(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: (/** @type {string} */ file) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: `/${file}` }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
