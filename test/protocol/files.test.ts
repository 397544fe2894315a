import { beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { createFiles } from '../../server/src/protocol/files.ts';
import { createLibrary } from '../../server/src/protocol/library.ts';
import { nearestFirst } from '../../server/src/protocol/nearest.ts';
import type { Job, Read } from '../../server/src/protocol/reader.ts';
import type { Heard } from '../../server/src/protocol/readers.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { encodeFacts } from '../../server/src/store/encode.ts';

const folder = 'file:///paper';
const address = (name: string) => `${folder}/${name}.seed`;
const about = (name: string) => `${name} said that the harbour is open.\n`;

/** Files in memory and one thread, which answers when it is told to. */
function made(texts: Record<string, string>, withThread = true) {
  const contents = new Map(Object.entries(texts).map(([name, text]) => [address(name), text]));
  const bytes = (uri: string) => {
    const text = contents.get(uri);
    if (text === undefined) throw new Error('ENOENT');
    return new TextEncoder().encode(text);
  };
  const sent: Job[][] = [];
  let heard: Heard | null = null;
  const log: string[] = [];
  const deadly = new Set<string>();
  const progress = { begin: () => {}, report: () => {}, done: () => {}, token: { isCancellationRequested: false } };
  const connection = {
    console: { warn: (line: string) => void log.push(line) },
    window: { createWorkDoneProgress: async () => progress },
  } as unknown as Connection;
  const library = createLibrary();
  library.folders = [{ address: folder, include: [] }];
  const threads = {
    most: 1,
    reaches: () => true,
    start: (to: Heard) => {
      heard = to;
      queueMicrotask(() => to.answered([]));
      return { send: (jobs: readonly Job[]) => void sent.push([...jobs]), end: () => void (heard = null) };
    },
  };
  const host = {
    files: {
      read: async (uri: string) => bytes(uri),
      list: async function* () {
        yield [...contents.keys()];
      },
    },
    pause: () => new Promise<void>(resolve => setImmediate(resolve)),
    ...(withThread && { threads }),
  };
  const files = createFiles(connection, library, host, () => {});
  const readOf = (uri: string): Read => {
    const text = contents.get(uri);
    if (text === undefined) return { unread: 'unreadable', detail: 'ENOENT' };
    return { facts: encodeFacts(factsOf(uri, text, readDocument(text))), isLong: false };
  };
  /** The thread reads what it was sent, as it is now. */
  const readSent = () => {
    for (const jobs of sent.splice(0)) {
      if (jobs.some(({ address }) => deadly.has(address))) heard?.died('it broke');
      else heard?.answered(jobs.map(({ id, address }) => ({ id, read: readOf(address) })));
    }
  };
  const names = () =>
    [...library.corpus.documents.values()].flatMap(({ entities }) => entities.map(({ entity }) => entity.name)).sort();
  const settle = async () => {
    for (let turn = 0; turn < 30; turn++) {
      readSent();
      await host.pause();
    }
  };
  return { files, library, contents, sent, log, names, settle, pause: host.pause, deadly };
}

let six: Record<string, string>;
beforeEach(() => {
  six = Object.fromEntries(
    ['Ana Ruiz', 'Ivo Marek', 'Eva Lindt', 'Tom Reed', 'Kim Bell', 'Sam Hill'].map((name, n) => [`${n}`, about(name)]),
  );
});
const all = ['Ana Ruiz', 'Eva Lindt', 'Ivo Marek', 'Kim Bell', 'Sam Hill', 'Tom Reed'];

const turns = async (pause: () => Promise<void>) => {
  for (let turn = 0; turn < 5; turn++) await pause();
};

test('with a thread and without, what is read is the same', async () => {
  const [one, other] = [made(six), made(six, false)];
  void one.files.readAll(true);
  void other.files.readAll(true);
  await one.settle();
  await other.settle();
  expect(one.names()).toEqual(all);
  expect(other.names()).toEqual(all);
  expect([...one.library.corpus.documents.keys()].sort()).toEqual([...other.library.corpus.documents.keys()].sort());
  expect(one.library.progress).toBe(null);
});

test('a file that changes while it is read is read again, one that goes meanwhile is not taken in', async () => {
  const { files, contents, names, settle, pause, sent } = made(six);
  void files.readAll(true);
  await turns(pause);
  expect(sent.flat().length).toBe(6);
  files.changed(address('1'));
  files.deleted(address('2'));
  await settle();
  expect(names()).toEqual(all.filter(name => name !== 'Eva Lindt'));
  contents.set(address('1'), about('Jan Novy'));
  files.changed(address('1'));
  await settle();
  expect(names()).toContain('Jan Novy');
  expect(names()).not.toContain('Ivo Marek');
});

test('a file that goes and comes back while it is read is there', async () => {
  const { files, names, settle, pause } = made(six);
  void files.readAll(true);
  await turns(pause);
  files.deleted(folder);
  files.changed(address('3'));
  await settle();
  expect(names()).toEqual(['Tom Reed']);
});

test('what is left when reading is stopped is counted, and read when it is told to go on', async () => {
  const { files, library, names, settle, pause } = made(six);
  void files.readAll(true);
  await turns(pause);
  files.stop();
  await settle();
  expect(names()).toEqual([]);
  expect(library.left).toBe(6);
  expect(library.progress).toBe(null);
  files.deleted(address('0'));
  expect(library.left).toBe(5);
  void files.readRest();
  await settle();
  expect(library.left).toBe(0);
  expect(names()).toEqual(all.slice(1));
});

test('where changes are told, nothing is read twice; else everything', async () => {
  const { files, settle, pause, sent } = made(six);
  void files.readAll(true);
  await settle();
  void files.readAll(true);
  await turns(pause);
  expect(sent.flat()).toEqual([]);
  void files.readAll(false);
  await turns(pause);
  expect(sent.flat().length).toBe(6);
});

test('a file that ends two threads is noted, with the reason, and the rest is read', async () => {
  const { files, library, names, settle, log, deadly } = made(six);
  deadly.add(address('4'));
  void files.readAll(true);
  await settle();
  expect(names()).toEqual(all.filter(name => name !== 'Kim Bell'));
  expect(library.unread.get(address('4'))).toEqual({ reason: 'unreadable', detail: 'it broke' });
  expect(log).toEqual(['Readout could not read /paper/4.seed: it broke']);
});

describe('what is near an open document is read first', () => {
  const check = (open: readonly string[], given: readonly string[], ...expected: string[]) =>
    test(`${given.join(' ')} with ${open.join(' ')}`, () => expect(nearestFirst(given, open)).toEqual(expected));
  check([], ['b', 'a'], 'b', 'a');
  check(['f/a/x'], ['f/b/1', 'f/a/1', 'f/a/2'], 'f/a/1', 'f/a/2', 'f/b/1');
  check(['f/a/b/x'], ['g/1', 'f/1', 'f/a/c/1', 'f/a/b/1'], 'f/a/b/1', 'f/1', 'f/a/c/1', 'g/1');
  check(['f/a/x', 'g/x'], ['f/b/1', 'g/1', 'f/a/1'], 'g/1', 'f/a/1', 'f/b/1');
  check(['f/ab/x'], ['f/ac/1', 'f/a/1', 'f/ab/c/1'], 'f/ab/c/1', 'f/ac/1', 'f/a/1');
});
