// @ts-check
// Debian's packages, where this process may install any.
import { existsSync } from 'node:fs';
import { run } from './processes.mjs';

export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Throws with what apt-get said where it cannot be done. @param {string[]} packages */
export async function install(...packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const patient = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];
    const { code, output } = await run('apt-get', [...patient, ...args], { env });
    if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output}`);
  }
}
