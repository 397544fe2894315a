import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'readout-package-'));
const file = join(folder, 'readout.vsix');
let contents: Readonly<Record<string, Uint8Array>>;

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/package.mjs', '--out', file], { cwd: root, stdio: 'pipe' });
  const zipped = Object.entries(unzipSync(readFileSync(file)));
  contents = Object.fromEntries(
    zipped.flatMap(([name, bytes]) =>
      name.startsWith('extension/') ? [[name.slice('extension/'.length), bytes]] : [],
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = () => Object.keys(contents);
const textOf = (name: string) => strFromU8(contents[name]!);
const isThere = (name: string) =>
  posix.normalize(name) in contents || names().some(one => one.startsWith(`${posix.normalize(name)}/`));

test('is at most 6 MB', () => expect(statSync(file).size).toBeLessThanOrEqual(6_000_000));

test('holds no source, test, sample, map or dependency', () => {
  const unwanted = /\.ts$|\.map$|^test|^seeds|^server|^client|^scripts|node_modules|^\.|cli\.js|icon\.svg/;
  expect(names().filter(name => unwanted.test(name))).toEqual([]);
});

test('holds every file that the manifest names', () => {
  const manifest = textOf('package.json');
  const named = [...manifest.matchAll(/"((?:\.\/)?(?:dist|docs|media|syntaxes|l10n)\/?[^"]*)"/g)].map(
    ([, name]) => name!,
  );
  expect(named).toContain('./dist/browser/client.js');
  expect(named.filter(name => !isThere(name))).toEqual([]);
});

test('holds the page of every rule, and no link in it or in the readme leads nowhere', () => {
  const pages = names().filter(name => name.endsWith('.md'));
  expect(pages).toContain('docs/rules/trailing-space.md');
  const dead = pages.flatMap(page =>
    [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => posix.join(page, '..', target!))
      .filter(target => !isThere(target)),
  );
  expect(dead).toEqual([]);
});

test('its bundles need nothing that is not in them or beside them', () => {
  const bundles = names().filter(name => /^dist\/.*\.js$/.test(name));
  expect(bundles).toEqual(expect.arrayContaining(['dist/client.js', 'dist/server.js', 'dist/browser/server.js']));
  for (const bundle of bundles) {
    const needed = new Set(
      [...textOf(bundle).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!.replace(/^node:/, '')),
    );
    const given = bundle.startsWith('dist/browser/')
      ? ['vscode']
      : ['vscode', ...process.getBuiltinModule('module').builtinModules];
    const isGiven = (name: string) =>
      name.startsWith('./') ? posix.join(bundle, '..', name) in contents : given.includes(name);
    expect(
      [...needed].filter(name => !isGiven(name)),
      bundle,
    ).toEqual([]);
  }
});
