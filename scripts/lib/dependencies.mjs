// @ts-check
// Node's own modules only: this runs before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

/**
 * Installs the project's dependencies with `npm ci` where they are missing or not those of the lock file.
 * @param {string} root
 */
export async function installDependencies(root) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Error(`Readout needs Node 20 or later; this is ${process.version}.`);
  if (upToDate(root)) return;
  console.log('Installing the dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code } = await run(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}.`);
}

/** npm keeps a record of what it put into node_modules; packages for other systems are missing there by right. */
function upToDate(/** @type {string} */ root) {
  try {
    const wanted = packages(path.join(root, 'package-lock.json'));
    const installed = packages(path.join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([name, entry]) => name === '' || entry.optional || installed[name]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/** @returns {Record<string, { version: string, optional?: boolean }>} */
function packages(/** @type {string} */ lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
