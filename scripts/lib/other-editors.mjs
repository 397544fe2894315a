// @ts-check
// The other editors that the tests drive: installed ones, or Debian's. What cannot be had is left out, and said so.
import { spawnSync } from 'node:child_process';
import { which } from './browser.mjs';
import { canInstall, install } from './debian.mjs';

const EDITORS = [
  { name: 'Neovim', packages: ['neovim'], isHere: () => which('nvim') !== undefined },
  // Emacs 29 and later bring Eglot along.
  { name: 'Emacs with Eglot', packages: ['emacs-nox', 'elpa-eglot'], isHere: hasEglot },
];

export async function installOtherEditors() {
  for (const { name, packages, isHere } of EDITORS) {
    if (isHere()) continue;
    try {
      if (canInstall()) await install(...packages);
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
    }
    if (!isHere()) console.log(`${name} is not installed: its tests are left out.`);
  }
}

export function hasEglot() {
  const emacs = which('emacs');
  return emacs !== undefined && spawnSync(emacs, ['--batch', '--eval', "(require 'eglot)"]).status === 0;
}
