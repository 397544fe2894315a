// @ts-check
// The browser that the editor tests look through: an installed one, or Debian's where it may be installed.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { canInstall, install } from './debian.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(folder => [
    path.join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    path.join(process.env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

/** The full path of a command on the PATH, or undefined. */
export function which(/** @type {string} */ name) {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap(folder => suffixes.map(suffix => path.join(folder, name + suffix)))
    .find(executable);
}

/** The path of an installed Chrome, Chromium or Edge (`CHROMIUM` in the environment names one), or undefined. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return NAMES.map(which).find(Boolean) ?? PLACES.find(place => path.isAbsolute(place) && executable(place));
}

/** Finds a browser, on Debian and its kin as root installing one; throws where there is none. */
export async function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!canInstall()) {
    throw new Error('The editor tests need Chrome, Chromium or Edge: install one, or name its path in CHROMIUM.');
  }
  await install('chromium');
  const installed = findBrowser();
  if (!installed) throw new Error('apt-get installed chromium, but it is not on the PATH.');
  return installed;
}

function executable(/** @type {string} */ file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

/** Headless, fit for a container, and asking nothing of the network. */
export const BROWSER_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
