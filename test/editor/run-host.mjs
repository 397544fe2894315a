// @ts-check
// Runs the suite that lives in the extension host, in VS Code where it can be had and shown, otherwise in the editor
// from the npm registry. Prints the suite's own count; exits with 1 on any failure.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { temporaryFolder } from '../../scripts/lib/processes.mjs';

const VSCODE_VERSION = '1.139.1';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const workspace = path.join(temporaryFolder(), 'workspace');
mkdirSync(workspace);
cpSync(path.join(root, 'test/editor/workspace'), workspace, { recursive: true });
const shared = path.resolve(root, '../shared');
if (existsSync(path.join(shared, 'seeds')))
  cpSync(path.join(shared, 'seeds'), path.join(workspace, 'real'), { recursive: true });
const resultFile = path.join(temporaryFolder(), 'result.json');

const exitCode = await runTests({
  vscodeExecutablePath: await editorExecutable(),
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'dist-test', 'host.js'),
  extensionTestsEnv: { READOUT_RESULT: resultFile, READOUT_REAL: shared },
  launchArgs: [workspace, '--disable-extensions'],
}).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

// An extension host that dies is reported with exit code 0, so only the suite's own count is believed.
const result = existsSync(resultFile)
  ? JSON.parse(readFileSync(resultFile, 'utf8'))
  : { passed: 0, failed: 1, skipped: 0 };
if (exitCode !== 0 && result.failed === 0) result.failed = 1;
console.log(`extension host: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
process.exit(result.failed === 0 && result.passed > 0 ? 0 : 1);

async function editorExecutable() {
  const named = process.env.READOUT_VSCODE;
  if (named) return named;
  const standIn = path.join(root, 'test', 'editor', 'vscode.mjs');
  if (process.platform === 'linux' && !process.env.DISPLAY) {
    console.log('No display for VS Code: the suite runs in the editor from the npm registry.');
    return standIn;
  }
  try {
    return await downloadAndUnzipVSCode({ version: VSCODE_VERSION, timeout: 15_000 });
  } catch (error) {
    console.log(
      `VS Code cannot be downloaded (${error instanceof Error ? error.message : error}): the suite runs in the editor from the npm registry.`,
    );
    return standIn;
  }
}
