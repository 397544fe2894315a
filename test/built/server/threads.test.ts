import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

interface Status {
  readonly documents: number;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly left: number;
}

const capabilities = { ...editor, experimental: { readoutStatus: true } };

/** A server with the files, and its last status. */
const using = (
  files: Readonly<Record<string, string>>,
  use: (running: Running, last: () => Status | undefined) => Promise<void>,
) =>
  withServer({ files, capabilities }, async running => {
    let last: Status | undefined;
    running.connection.onNotification('readout/status', (status: Status) => void (last = status));
    await use(running, () => last);
  });

const isRead = (documents: number) => (status: Status | undefined) =>
  status?.documents === documents && status.progress === null && status.left === 0;

const surnames = ['Marek', 'Lindt', 'Solhaug', 'Vilhena', 'Novy', 'Ruiz', 'Bell'];
const text = (n: number) => {
  const name = `${['Jan', 'Eva', 'Ivo'][n % 3]} ${surnames[n % 7]}`;
  return `Minister ${name} of Norway said that ${surnames[(n + 1) % 7]} was right. “We know it,” ${surnames[n % 7]} said.\n`;
};
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`seeds/${n}.txt`, text(n)]));

const symbolsOf = async (running: Running): Promise<string[]> => {
  const found: { name: string; kind: number; location: { uri: string; range: unknown } }[] = await running.request(
    'workspace/symbol',
    { query: '' },
  );
  const place = (uri: string) => uri.slice(running.uri('').length);
  return found
    .map(({ name, kind, location }) => JSON.stringify([name, kind, place(location.uri), location.range]))
    .sort();
};

const referencesOf = async (running: Running, name: string): Promise<string[]> => {
  const found: { uri: string; range: unknown }[] = await running.about(
    'textDocument/references',
    running.uri(name),
    0,
    10,
    { context: { includeDeclaration: true } },
  );
  return found.map(({ uri, range }) => JSON.stringify([uri.slice(running.uri('').length), range])).sort();
};

test('files that threads read give the same names and references as open documents', async () => {
  const files = many(40);
  const answers: unknown[] = [];
  await using(files, async (running, last) => {
    await eventually(last, isRead(40));
    running.open('seeds/0.txt', files['seeds/0.txt']!);
    answers.push([await symbolsOf(running), await referencesOf(running, 'seeds/0.txt')]);
  });
  await using({}, async running => {
    for (const [name, content] of Object.entries(files)) running.open(name, content);
    for (const name of Object.keys(files)) {
      await running.request('textDocument/documentSymbol', { textDocument: { uri: running.uri(name) } });
    }
    answers.push([await symbolsOf(running), await referencesOf(running, 'seeds/0.txt')]);
  });
  expect(answers[0]).toEqual(answers[1]);
  expect((answers[0] as [string[], string[]])[1].length).toBeGreaterThan(3);
});

test('files that are made, changed and deleted while others are read', () =>
  using(many(600), async (running, last) => {
    await eventually(last, status => (status?.progress?.done ?? 0) > 0);
    const some = Array.from({ length: 50 }, (_, n) => n);
    for (const n of some) {
      running.write(`seeds/new-${n}.txt`, text(n));
      running.write(`seeds/${n + 100}.txt`, 'Zora Zeman said that it snows.\n');
      rmSync(running.path(`seeds/${n + 550}.txt`));
    }
    running.watched(1, ...some.map(n => `seeds/new-${n}.txt`));
    running.watched(2, ...some.map(n => `seeds/${n + 100}.txt`));
    running.watched(3, ...some.map(n => `seeds/${n + 550}.txt`));
    expect(await eventually(last, isRead(600), 30_000)).toMatchObject({ documents: 600, progress: null });
    const uri = running.open('seeds/100.txt', 'Zora Zeman said that it snows.\n');
    expect(uri).toBe(running.uri('seeds/100.txt'));
    expect((await referencesOf(running, 'seeds/100.txt')).length).toBe(50);
  }));

test('what was left when reading was stopped is read when it is told to go on, whatever happens in between', () =>
  using(many(600), async (running, last) => {
    await eventually(last, status => (status?.progress?.done ?? 0) > 0);
    void running.connection.sendNotification('readout/stopReading');
    const stopped = await eventually(last, status => (status?.left ?? 0) > 0);
    expect(stopped!.documents + stopped!.left).toBe(600);
    rmSync(running.path('seeds/599.txt'));
    running.watched(3, 'seeds/599.txt');
    running.write('seeds/600.txt', text(600));
    running.watched(1, 'seeds/600.txt');
    await eventually(last, status => status?.progress === null);
    void running.connection.sendNotification('readout/readRest');
    expect(await eventually(last, isRead(600), 30_000)).toMatchObject({ documents: 600, left: 0 });
  }));

test('a server that is told to end while it reads ends at once', () =>
  using(many(1000), async (running, last) => {
    await eventually(last, status => (status?.progress?.done ?? 0) > 0);
    const ended = new Promise<number | null>(resolve => running.process.on('exit', resolve));
    await running.request('shutdown', undefined);
    void running.connection.sendNotification('exit');
    const begun = Date.now();
    expect(await ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(3000);
    expect(running.errors()).toBe('');
  }));
