// What the manifest promises is there: strings, commands, pictures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const written = read('package.json');
const manifest = JSON.parse(written);
const { contributes } = manifest;
const strings: Record<string, string> = JSON.parse(read('package.nls.json'));
const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: read(`client/src/${name}`) }));

describe('strings', () => {
  const keys = [...written.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);

  test('of the manifest: none is missing and none is left over', () =>
    expect([...new Set(keys)].sort()).toEqual(Object.keys(strings).sort()));

  test('of the client: the bundle has them all and no other', async () => {
    const extracted = await getL10nJson(sources.map(({ text }) => ({ extension: '.ts' as const, contents: text })));
    expect(JSON.parse(read('l10n/bundle.l10n.json'))).toEqual(extracted);
  });

  test('titles, names and descriptions are strings that can be translated', () => {
    const plain = JSON.stringify(contributes).match(
      /"(?:title|label|description|markdownDescription|contents|altText|shortTitle)":"(?!%|Readout")[^"]*"/g,
    );
    expect(plain).toBe(null);
  });
});

describe('commands', () => {
  const ids: string[] = contributes.commands.map(({ command }: { command: string }) => command);
  const code = sources.map(({ text }) => text).join('\n');

  test('each is registered', () => expect(ids.filter(id => !code.includes(`'${id}'`))).toEqual([]));

  test('those in menus, keys, welcomes and walkthroughs are there', () => {
    const used = [
      ...JSON.stringify([contributes.menus, contributes.keybindings]).matchAll(/"command":"(readout\.[^"]+)"/g),
      ...Object.values(strings).flatMap(text => [...text.matchAll(/\(command:(readout\.[\w.]+)\)/g)]),
      ...JSON.stringify(contributes.walkthroughs).matchAll(/onCommand:(readout\.[\w.]+)/g),
    ].map(([, id]) => id!);
    const views = Object.values(contributes.views).flat() as { id: string }[];
    const known = new Set([...ids, ...views.map(({ id }) => `${id}.focus`)]);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter(id => !known.has(id))).toEqual([]);
  });

  test('each is found under "Readout:"', () =>
    expect(contributes.commands.filter(({ category }: { category: string }) => category !== 'Readout')).toEqual([]));
});

test('every picture that the manifest names is there', () => {
  const pictures = [...written.matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)].map(([, path]) => path!);
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter(path => !existsSync(join(root, path)))).toEqual([]);
});

test('settings stand in named groups', () => {
  expect(Array.isArray(contributes.configuration)).toBe(true);
  for (const { title, properties } of contributes.configuration) {
    expect(strings[title.slice(1, -1)]).toBeTruthy();
    expect(Object.keys(properties).every(name => name.startsWith('readout.'))).toBe(true);
  }
});

test('what the extension shares between kinds of editors uses nothing of Node', () => {
  const shared = sources.filter(({ name }) => name !== 'desktop.ts');
  expect(shared.filter(({ text }) => /from '(node:[^']+|vscode-languageclient\/node)'|\bprocess\./.test(text))).toEqual(
    [],
  );
});

test('the page of the map sets text as text', () => {
  const page = sources.filter(({ name }) => name.startsWith('map'));
  expect(page.length).toBeGreaterThan(4);
  expect(
    page.filter(({ text }) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/.test(text)),
  ).toEqual([]);
});
