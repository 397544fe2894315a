#!/usr/bin/env node
// @ts-check
// Stands in for VS Code's executable where VS Code itself cannot be downloaded or shown: takes the arguments that
// @vscode/test-electron passes, runs the suite in the extension host of the editor from the npm registry, with a
// browser as its window, and exits with the suite's code.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, installBrowser } from '../../scripts/lib/browser.mjs';
import { installEditor, remoteUri, serveEditor, workbenchAddress } from '../../scripts/lib/code-server.mjs';

const TIME_LIMIT = 5 * 60_000;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the editor says of itself on every start. */
const CHATTER =
  /ChatModelSelection|AgentHost|Service Worker|Creating a socket|connection token|grace.time|AccountPolicyGate|builtin extensions|Ignoring fetching additional|additional.*extension/i;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});

process.exitCode = await runSuite({
  extension: plainPath(values.extensionDevelopmentPath),
  suite: plainPath(values.extensionTestsPath),
  folder: plainPath(positionals[0]),
});

/** @param {{ extension: string, suite: string, folder: string }} what */
async function runSuite({ extension, suite, folder }) {
  const executablePath = await installBrowser();
  const editor = await installEditor(path.join(root, '.editor'));
  const workbench = await serveEditor(editor, {
    home: true,
    idleSeconds: 120,
    // A built VS Code heeds the extension and the tests in its address only with the first of these.
    options: ['enable-smoke-test-driver', 'force-disable-user-env', 'disable-experiments'],
  });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    const exit = new Promise((done, failed) => {
      setTimeout(
        () => failed(new Error(`The suite gave no exit code in ${TIME_LIMIT / 1000} s.\n${workbench.log()}`)),
        TIME_LIMIT,
      ).unref();
      page.on('crash', () => failed(new Error('The page crashed.')));
      page.on('close', () => failed(new Error('The page closed.')));
      // The workbench calls these two when the suite prints something and when it ends.
      const ready = Promise.all([
        page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
          print(type, format(...args)),
        ),
        page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => done(code)),
      ]);
      ready.catch(failed);
    });
    exit.catch(() => {});
    await page.goto(
      workbenchAddress(workbench, folder, [
        ['skipWelcome', 'true'],
        ['extensionDevelopmentPath', remoteUri(workbench, extension)],
        ['extensionTestsPath', remoteUri(workbench, suite)],
      ]),
      { waitUntil: 'domcontentloaded' },
    );
    return await exit;
  } finally {
    await browser.close();
    await workbench.close();
  }
}

/** @param {string} type @param {string} text */
function print(type, text) {
  if (!CHATTER.test(text)) (type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}

/** @param {unknown} argument */
function plainPath(argument) {
  if (typeof argument !== 'string')
    throw new Error('Usage: vscode.mjs FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH');
  return argument.startsWith('file:') ? fileURLToPath(argument) : argument;
}
