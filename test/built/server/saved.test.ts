import { readdirSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editor, eventually, type Options, type Running, withServer } from '../../kit/server.ts';

const story = (name: string) =>
  `NORHAVEN, May 3 (Sunda Press) -- Foreign Minister ${name} said that talks would go on.\n`;
const files = { 'a.seed': story('Jan Marek'), 'b.seed': story('Jan Marek'), 'c.seed': story('Lena Voss') };

/** A second server over the files and the storage of the first, which has ended. */
async function again(first: Running, use: (second: Running) => Promise<void>): Promise<void> {
  const folders = [first.uri('')];
  await withServer({ folders, storage: first.path('storage'), capabilities: editor }, use);
}

const withStorage = (use: (first: Running) => Promise<void>) => {
  const options: Options = { files, prepare: folder => Object.assign(options, { storage: `${folder}/storage` }) };
  return withServer(options, use);
};

const found = (running: Running, name: string) =>
  running.request<{ location: { uri: string } }[]>('workspace/symbol', { query: name });

/** Waits until somebody is known, and ends the server as an editor does. */
async function end(running: Running, name: string): Promise<void> {
  await eventually(
    () => found(running, name),
    symbols => symbols.length > 0,
  );
  await running.request('shutdown', null);
}

/** The documents with references to whoever the first line of a document names. */
async function referring(running: Running, name: string): Promise<string[]> {
  const uri = running.open(name, files['a.seed']);
  const places = await eventually(
    () =>
      running.about<{ uri: string }[]>('textDocument/references', uri, 0, 58, {
        context: { includeDeclaration: true },
      }),
    locations => new Set(locations?.map(({ uri }) => uri)).size > 1,
    3_000,
  );
  return [...new Set(places?.map(({ uri }) => uri.split('/').at(-1)!))].sort();
}

test('a second start knows what the first has read, in every document', () =>
  withStorage(async first => {
    await end(first, 'Voss');
    expect(readdirSync(first.path('storage'))).toEqual(['readout']);
    await again(first, async second => {
      expect(await referring(second, 'a.seed')).toEqual(['a.seed', 'b.seed']);
      expect((await found(second, 'Lena Voss')).length).toBe(1);
    });
  }));

test('what was changed, deleted and made meanwhile is seen', () =>
  withStorage(async first => {
    await end(first, 'Voss');
    first.write('b.seed', story('Petra Lindqvist'));
    first.write('d.seed', story('Jan Marek'));
    rmSync(first.path('c.seed'));
    await again(first, async second => {
      await eventually(
        () => found(second, 'Lindqvist'),
        symbols => symbols.length > 0,
      );
      expect(await referring(second, 'a.seed')).toEqual(['a.seed', 'd.seed']);
      expect(await found(second, 'Lena Voss')).toEqual([]);
    });
  }));

test('a file that is changed while the server runs is saved as it is then', () =>
  withStorage(async first => {
    await eventually(
      () => found(first, 'Voss'),
      symbols => symbols.length > 0,
    );
    first.write('c.seed', story('Petra Lindqvist'));
    first.watched(2, 'c.seed');
    await end(first, 'Lindqvist');
    await again(first, async second => {
      await eventually(
        () => found(second, 'Lindqvist'),
        symbols => symbols.length > 0,
      );
      expect(await found(second, 'Voss')).toEqual([]);
    });
  }));

test('without a storage nothing is written', () =>
  withServer({ files }, async running => {
    await end(running, 'Voss');
    expect(readdirSync(running.folder).sort()).toEqual(Object.keys(files));
  }));
