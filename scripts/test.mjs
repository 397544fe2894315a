// @ts-check
// `npm test`: every suite, from types to a walk through the real editor. `--only NAME,…` runs some of them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { installOtherEditors } from './lib/other-editors.mjs';
import { run } from './lib/processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, count: () => Promise<Count> }} Suite */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const artefacts = path.join(root, 'artefacts');
const onWindows = process.platform === 'win32';
const binary = (/** @type {string} */ tool) =>
  path.join(root, 'node_modules', '.bin', onWindows ? `${tool}.cmd` : tool);

/** @type {Suite[]} */
const suites = [
  {
    name: 'types',
    count: () =>
      check('tsc', ['--noEmit'], ...['client/src/map', 'test/editor/walk'].map(part => ['--noEmit', '-p', part])),
  },
  { name: 'lint', count: () => check('biome', ['check', '.']) },
  { name: 'unit', count: () => vitest('unit') },
  { name: 'thorough', count: () => vitest('thorough') },
  { name: 'grammar', count: () => vitest('grammar') },
  { name: 'scaling', count: () => vitest('scaling') },
  { name: 'built', count: () => vitest('built') },
  { name: 'editors', count: () => vitest('editors') },
  { name: 'host', count: () => extensionHost('run-host') },
  { name: 'web', count: () => extensionHost('run-web') },
  { name: 'walk', count: () => vitest('editor') },
];

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? suites.map(suite => suite.name);
  const unknown = wanted.filter(name => !suites.some(suite => suite.name === name));
  if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are ${suites.map(suite => suite.name).join(', ')}.`);
    return 2;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    await prepare(wanted);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed = 1;
  }
  if (total.failed === 0) {
    for (const suite of suites.filter(({ name }) => wanted.includes(name))) await runSuite(suite, total);
  }
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Installs and builds what the suites stand on. */
async function prepare(/** @type {string[]} */ wanted) {
  mkdirSync(artefacts, { recursive: true });
  await installDependencies(root);
  await must('The build', process.execPath, ['esbuild.mjs']);
  if (wanted.includes('editors')) await installOtherEditors();
  if (!['host', 'web', 'walk'].some(name => wanted.includes(name))) return;
  await must('The build of the tests', process.execPath, ['esbuild.mjs', '--tests']);
  // These need the dependencies, which may just have been installed.
  const { installBrowser } = await import('./lib/browser.mjs');
  const { installEditor } = await import('./lib/code-server.mjs');
  await installBrowser();
  await installEditor(path.join(root, '.editor'));
}

/** Adds a suite's count to the total; a suite that cannot be counted is a failure. */
async function runSuite(/** @type {Suite} */ { name, count }, /** @type {Count} */ total) {
  console.log(`\n── ${name} ──`);
  const begun = Date.now();
  const { passed, failed, skipped } = await count().catch(error => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(
    `${name}: ${passed} ok, ${failed} not ok, ${skipped} left out (${((Date.now() - begun) / 1000).toFixed(1)} s)`,
  );
}

/** A tool that passes or fails as a whole, once for each list of arguments. */
async function check(/** @type {string} */ tool, /** @type {string[][]} */ ...calls) {
  const codes = [];
  for (const args of calls)
    codes.push((await run(binary(tool), args, { cwd: root, echo: true, shell: onWindows })).code);
  const failed = codes.filter(code => code !== 0).length;
  return { passed: calls.length - failed, failed, skipped: 0 };
}

async function vitest(/** @type {string} */ project) {
  const report = path.join(artefacts, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(binary('vitest'), ['run', '--project', project, ...reporters], {
    cwd: root,
    echo: true,
    shell: onWindows,
  });
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  // A file that does not load, or an error outside the tests, fails without a failing test.
  const failed = numFailedTests > 0 || code === 0 ? numFailedTests : 1;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

async function extensionHost(/** @type {string} */ runner) {
  const { code, output } = await run(process.execPath, [`test/editor/${runner}.mjs`], { cwd: root, echo: true });
  const match = /^(?:web )?extension host: (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  const [passed = 0, failed = 0, skipped = 0] = match?.slice(1).map(Number) ?? [];
  return { passed, failed: code === 0 && match ? failed : Math.max(failed, 1), skipped };
}

async function must(/** @type {string} */ what, /** @type {string} */ command, /** @type {string[]} */ args) {
  const { code, output } = await run(command, args, { cwd: root });
  if (code !== 0) throw new Error(`${what} failed.\n${output}`);
}
