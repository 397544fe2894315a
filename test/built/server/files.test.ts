import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

const about = (name: string) => `${name} said that the harbour is open.\n`;

/** The names in the workspace, asked for until they are the expected ones. */
async function expectNames(running: Running, ...names: string[]): Promise<void> {
  const ask = async () => {
    const found: { name: string }[] = await running.request('workspace/symbol', { query: '' });
    return found.map(({ name }) => name).sort();
  };
  const wanted = JSON.stringify(names.sort());
  expect(await eventually(ask, found => JSON.stringify(found) === wanted, 5000)).toEqual(names);
}

test('reads seeds, *.seed and numbered names in all folders, and nothing else', () =>
  withServer(
    {
      files: {
        'a/seeds/deep/x.txt': about('Ana Ruiz'),
        'a/y.seed': about('Ivo Marek'),
        'b/000_472c6905a131f1f0.txt': about('Eva Lindt'),
        'b/readme.txt': about('Tom Reed'),
        'b/node_modules/seeds/z.seed': about('Kim Bell'),
        'c/z.seed': about('Sam Hill'),
      },
      folders: ['a', 'b'],
    },
    running => expectNames(running, 'Ana Ruiz', 'Ivo Marek', 'Eva Lindt'),
  ));

test('asks the client to watch, and says how far it is', () =>
  withServer({ files: { 'x.seed': about('Ana Ruiz') } }, async running => {
    await expectNames(running, 'Ana Ruiz');
    const watching = running.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
    expect(watching?.registerOptions).toEqual({
      watchers: [
        { globPattern: '**/*.seed' },
        { globPattern: '**/seeds/**/*.txt' },
        { globPattern: '**/*_????????????????.txt' },
        { globPattern: '**/people.yaml' },
      ],
    });
    await eventually(
      () => running.progress.length,
      count => count > 1,
    );
    expect(running.progress[0]).toMatchObject({ kind: 'begin', title: 'Readout' });
    expect(
      (await eventually(
        () => running.progress.at(-1),
        last => last?.kind === 'end',
      ))!.kind,
    ).toBe('end');
  }));

test('follows files that are made, changed and deleted', () =>
  withServer({ files: { 'x.seed': about('Ana Ruiz') } }, async running => {
    await expectNames(running, 'Ana Ruiz');
    running.write('y.seed', about('Ivo Marek'));
    running.watched(1, 'y.seed');
    await expectNames(running, 'Ana Ruiz', 'Ivo Marek');
    running.write('y.seed', about('Eva Lindt'));
    running.watched(2, 'y.seed');
    await expectNames(running, 'Ana Ruiz', 'Eva Lindt');
    rmSync(running.path('x.seed'));
    running.watched(3, 'x.seed');
    await expectNames(running, 'Eva Lindt');
  }));

test('follows a renamed file and a deleted folder', () =>
  withServer({ files: { 'x.seed': about('Ana Ruiz'), 'd/e/y.seed': about('Ivo Marek') } }, async running => {
    await expectNames(running, 'Ana Ruiz', 'Ivo Marek');
    running.write('z.seed', about('Ana Ruiz'));
    await running.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: running.uri('x.seed'), newUri: running.uri('z.seed') }],
    });
    const [symbol] = await eventually(
      () => running.request('workspace/symbol', { query: 'ruiz' }),
      found => found[0]?.location.uri === running.uri('z.seed'),
    );
    expect(symbol.location.uri).toBe(running.uri('z.seed'));
    await running.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: running.uri('d') }] });
    await expectNames(running, 'Ana Ruiz');
  }));

test('an open buffer goes before the file, and gives way to it when it is closed', () =>
  withServer({ files: { 'x.seed': about('Ana Ruiz') } }, async running => {
    await expectNames(running, 'Ana Ruiz');
    const uri = running.open('x.seed', about('Ivo Marek'));
    await expectNames(running, 'Ivo Marek');
    running.watched(2, 'x.seed');
    await expectNames(running, 'Ivo Marek');
    running.close(uri);
    await expectNames(running, 'Ana Ruiz');
    running.open('x.seed', about('Eva Lindt'));
    rmSync(running.path('x.seed'));
    running.watched(3, 'x.seed');
    await expectNames(running, 'Eva Lindt');
    running.close(uri);
    await expectNames(running);
  }));

test('folders come and go', () =>
  withServer(
    { files: { 'a/x.seed': about('Ana Ruiz'), 'b/y.seed': about('Ivo Marek') }, folders: ['a'] },
    async running => {
      await expectNames(running, 'Ana Ruiz');
      const folder = (name: string) => ({ uri: running.uri(name), name });
      await running.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [folder('b')], removed: [] },
      });
      await expectNames(running, 'Ana Ruiz', 'Ivo Marek');
      await running.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [folder('a')] },
      });
      await expectNames(running, 'Ivo Marek');
    },
  ));

test('files are opted in by path or glob, and out again', () =>
  withServer(
    {
      files: { 'n/a.txt': about('Ana Ruiz'), 'n/b.txt': about('Ivo Marek'), 'c.md': about('Eva Lindt') },
      include: ['n/a.txt', '**/*.md'],
    },
    async running => {
      await expectNames(running, 'Ana Ruiz', 'Eva Lindt');
      const uri = running.open('n/a.txt', about('Ana Ruiz'), 'plaintext');
      expect((await running.about('textDocument/hover', uri, 0, 1)).contents.value).toContain('Ana Ruiz');
      running.close(uri);
      running.settings.include = ['n/b.txt'];
      await running.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await expectNames(running, 'Ivo Marek');
    },
  ));

test('a document from elsewhere is forgotten when it is closed', () =>
  withServer(
    { files: { 'in/x.seed': about('Ana Ruiz'), 'out/y.seed': about('Ivo Marek') }, folders: ['in'] },
    async running => {
      const uri = running.open('out/y.seed', about('Ivo Marek'));
      await expectNames(running, 'Ana Ruiz', 'Ivo Marek');
      running.close(uri);
      await expectNames(running, 'Ana Ruiz');
      running.watched(1, 'out/y.seed', 'in/x.seed');
      await expectNames(running, 'Ana Ruiz');
    },
  ));

test('without a folder open documents are read all the same', () =>
  withServer({ folders: [], files: { 'x.txt': about('Ana Ruiz') } }, async running => {
    running.open('untitled:Untitled-1', about('Ivo Marek'));
    running.open('x.txt', about('Ana Ruiz'), 'plaintext');
    await expectNames(running, 'Ivo Marek');
  }));

test('what cannot be read is named once in the log, and the rest is read', () =>
  withServer(
    {
      files: { 'ok.seed': about('Ana Ruiz'), 'seeds/binary.txt': new Uint8Array([0x89, 0x50, 0, 1, 2, 3]) },
      prepare: folder => {
        symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.seed'));
        mkdirSync(join(folder, 'folder.seed'));
      },
    },
    async running => {
      await expectNames(running, 'Ana Ruiz');
      running.watched(1, 'vanished.seed');
      const log = await eventually(
        () => running.log.filter(line => line.startsWith('Readout')),
        lines => lines.length >= 3,
      );
      expect(log.map(line => line.replaceAll(`${running.folder}/`, ''))).toEqual([
        expect.stringMatching(/^Readout could not read dangling\.seed: ENOENT/),
        'Readout does not read seeds/binary.txt: it is not a text file.',
        expect.stringMatching(/^Readout could not read vanished\.seed: ENOENT/),
      ]);
      await expectNames(running, 'Ana Ruiz');
    },
  ));

test('a folder that is not there is named in the log', () =>
  withServer({ folders: ['missing'] }, async running => {
    const [line] = await eventually(
      () => running.log.filter(text => text.startsWith('Readout')),
      lines => lines.length > 0,
    );
    expect(line).toMatch(/^Readout could not list .*missing: ENOENT/);
    running.open('untitled:a', about('Ivo Marek'));
    await expectNames(running, 'Ivo Marek');
  }));

test('a byte order mark does not move the columns', () =>
  withServer({ files: { 'x.seed': `\ufeff${about('Ana Ruiz')}` } }, async running => {
    const [symbol] = await eventually(
      () => running.request('workspace/symbol', { query: 'ruiz' }),
      found => found.length > 0,
    );
    expect(symbol.location.range.start).toEqual({ line: 0, character: 0 });
  }));

test('a client that does not watch is not asked to', () =>
  withServer({ files: { 'x.seed': about('Ana Ruiz') }, capabilities: { ...editor, workspace: {} } }, async running => {
    await expectNames(running, 'Ana Ruiz');
    expect(running.registrations).toEqual([]);
  }));
