import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../server/src');

interface Import {
  readonly file: string;
  readonly room: string;
  /** The room of this server that is imported, or the package. */
  readonly from: string;
  readonly package: boolean;
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => relative('.', name).replaceAll('\\', '/'))
  .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const imports: Import[] = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:\bfrom|^import|\bimport\(|\brequire\()\s*['"]([^'"]+)['"]/gm)].map(([, path]) => {
    const room = file.split('/')[0]!;
    const isPackage = !path!.startsWith('.');
    const from = isPackage ? path! : posix.normalize(posix.join(posix.dirname(file), path!)).split('/')[0]!;
    return { file, room, from, package: isPackage };
  }),
);

/** Which rooms each room may use. */
const uses: Readonly<Record<string, readonly string[]>> = {
  reading: ['rules'],
  rules: ['reading'],
  corpus: ['reading'],
  store: ['corpus', 'reading'],
  features: ['corpus', 'reading', 'rules'],
  protocol: ['features', 'store', 'corpus', 'reading', 'rules'],
  hosts: ['protocol', 'store'],
  cli: ['hosts', 'protocol', 'features', 'corpus', 'reading', 'rules'],
};

const pure = ['reading', 'rules', 'corpus', 'store', 'features'];
const isOfNode = (name: string) => name.startsWith('node:') || name === 'process';

function expectNone(offending: readonly Import[]): void {
  expect(offending.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
}

test('there are imports to look at in every room', () => {
  expect(new Set(imports.map(({ room }) => room))).toEqual(new Set(Object.keys(uses)));
});

describe('one way', () => {
  for (const [room, used] of Object.entries(uses)) {
    test(`${room} uses ${used.join(', ')} and nothing else`, () =>
      expectNone(
        imports.filter(
          found => !found.package && found.room === room && found.from !== room && !used.includes(found.from),
        ),
      ));
  }
});

test('pure core: nothing of Node, VS Code or the protocol', () => {
  expectNone(imports.filter(({ room, from }) => pure.includes(room) && (isOfNode(from) || from.startsWith('vscode'))));
});

test('pure core: no process, no timers, no console', () => {
  const impure = /(?<![\w.'])(process\.|console\.|setTimeout\(|setImmediate\(|globalThis\b)/;
  const offending = sources.filter(
    ({ file, text }) => pure.includes(file.split('/')[0]!) && impure.test(withoutComments(text)),
  );
  expect(offending.map(({ file }) => file)).toEqual([]);
});

test('pure core: no generator function inside another, with which V8 would keep what it leads to', () => {
  const inner = /(?:^[ \t]+|[^\s\w] *|return )(?:async )?function\*/m;
  const offending = sources.filter(
    ({ file, text }) => pure.includes(file.split('/')[0]!) && inner.test(withoutComments(text)),
  );
  expect(offending.map(({ file }) => file)).toEqual([]);
});

test('only protocol speaks LSP', () => {
  expectNone(
    imports.filter(
      ({ room, from }) => /^vscode-(languageserver|jsonrpc)/.test(from) && room !== 'protocol' && room !== 'hosts',
    ),
  );
});

test('protocol runs anywhere: nothing of Node', () => {
  expectNone(imports.filter(({ room, from }) => room === 'protocol' && (isOfNode(from) || from.endsWith('/node'))));
});

test('offsets inside: nothing before protocol knows a column', () => {
  const inner = sources.filter(({ file }) => pure.includes(file.split('/')[0]!));
  const offending = inner.filter(({ text }) =>
    /\bcharacter\s*[:,}]|\.character\b|\bPosition\b/.test(withoutComments(text)),
  );
  expect(offending.map(({ file }) => file)).toEqual([]);
});

test('every feature is registered with the protocol', () => {
  const table = readFileSync(join(root, 'protocol/features.ts'), 'utf8');
  const providers = sources.filter(({ file }) => file.startsWith('protocol/providers/'));
  expect(providers.map(({ file }) => file).filter(file => !table.includes(`'./${file.slice(9)}'`))).toEqual([]);
  const helpers = ['snapshot', 'words', 'hoverText'];
  const features = sources
    .flatMap(({ file }) => /^features\/(\w+)\.ts$/.exec(file)?.[1] ?? [])
    .filter(name => !helpers.includes(name));
  const registered = [table, ...providers.map(({ text }) => text)];
  expect(features.filter(name => !registered.some(text => text.includes(`features/${name}.ts'`)))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
