// What a client with views of its own asks for, over the wire.
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CorpusMap, SpeakersPage, StatementsPage, Status } from '../../../server/src/protocol/views.ts';
import { editor, eventually, type Options, type Running, withServer } from '../../kit/server.ts';

const call =
  'OSLO, May 14, 2021 (Fjord Wire) -- Ingrid Solhaug said the lamp is lit.\n\nDuarte Vilhena said Solhaug was right.\n';
const visit = 'OSLO, May 20, 2021 (Fjord Wire) -- Ingrid Solhaug said the nets are dry.\n';

const files = { 'seeds/call.txt': call, 'seeds/visit.txt': visit };
const withStatus = { ...editor, experimental: { readoutStatus: true } };

const using =
  (use: (running: Running) => Promise<void>, options: Options = {}) =>
  () =>
    withServer({ files, capabilities: withStatus, ...options }, async running => {
      statuses.set(running, []);
      running.connection.onNotification('readout/status', status => void statuses.get(running)!.push(status));
      await use(running);
    });

const statuses = new WeakMap<Running, Status[]>();

const speakersOf = (running: Running, params: object = {}) => running.request<SpeakersPage>('readout/speakers', params);
const statementsOf = (running: Running, params: object = {}) =>
  running.request<StatementsPage>('readout/statements', params);

const allRead = (running: Running) =>
  eventually(
    () => speakersOf(running),
    ({ speakers }) => speakers.reduce((sum, { statements }) => sum + statements, 0) === 3,
  );

test(
  'speakers of the workspace and of one document, by pages',
  using(async running => {
    const all = await allRead(running);
    expect(all.speakers.map(({ name, statements, documents }) => [name, statements, documents])).toEqual([
      ['Ingrid Solhaug', 2, 2],
      ['Duarte Vilhena', 1, 1],
    ]);
    const page = await speakersOf(running, { limit: 1, offset: 1 });
    expect([page.total, ...page.speakers.map(({ name }) => name)]).toEqual([2, 'Duarte Vilhena']);
    const one = await speakersOf(running, { document: running.uri('seeds/visit.txt') });
    expect(one.speakers.map(({ name, statements }) => [name, statements])).toEqual([['Ingrid Solhaug', 1]]);
    const named = await speakersOf(running, { name: 'vil' });
    expect(named.speakers.map(({ name }) => name)).toEqual(['Duarte Vilhena']);
  }),
);

test(
  'statements with their words, from files that are closed, the latest first',
  using(async running => {
    await allRead(running);
    const { total, statements, next } = await statementsOf(running);
    expect([total, next]).toEqual([3, null]);
    expect(statements.map(({ text }) => text)).toEqual(['the nets are dry', 'the lamp is lit', 'Solhaug was right']);
    expect(statements[0]).toMatchObject({
      uri: running.uri('seeds/visit.txt'),
      speakers: ['Ingrid Solhaug'],
      day: '2021-05-20',
      outlet: 'Fjord Wire',
      range: { start: { line: 0, character: visit.indexOf('the nets') } },
    });
  }),
);

test(
  'statements by speaker, about somebody, by words and by day',
  using(async running => {
    const { speakers } = await allRead(running);
    const id = (name: string) => speakers.find(speaker => speaker.name === name)!.id;
    const texts = async (params: object) => (await statementsOf(running, params)).statements.map(({ text }) => text);
    expect(await texts({ speaker: id('Duarte Vilhena') })).toEqual(['Solhaug was right']);
    expect(await texts({ about: id('Ingrid Solhaug') })).toEqual(['Solhaug was right']);
    expect(await texts({ words: 'LAMP' })).toEqual(['the lamp is lit']);
    expect(await texts({ from: '2021-05-15' })).toEqual(['the nets are dry']);
  }),
);

test(
  'statements by pages are all of them, once each, also by words',
  using(async running => {
    await allRead(running);
    for (const words of [undefined, 'the']) {
      const found: string[] = [];
      let after: unknown;
      do {
        const page: StatementsPage = await statementsOf(running, { limit: 1, after, words });
        found.push(...page.statements.map(({ text }) => text));
        after = page.next;
      } while (after);
      const expected = ['the nets are dry', 'the lamp is lit', 'Solhaug was right'];
      expect(found).toEqual(words ? expected.slice(0, 2) : expected);
    }
  }),
);

test(
  'an open document is listed as it stands, not as it was saved',
  using(async running => {
    await allRead(running);
    const uri = running.open('seeds/visit.txt', 'Ingrid Solhaug said the nets are wet.\n');
    expect((await statementsOf(running, { document: uri })).statements.map(({ text }) => text)).toEqual([
      'the nets are wet',
    ]);
    running.change(uri, 2, { text: 'Ingrid Solhaug said the nets are gone.\n' });
    expect((await statementsOf(running, { document: uri })).statements.map(({ text }) => text)).toEqual([
      'the nets are gone',
    ]);
  }),
);

test(
  'a file that has gone since is left out, and the rest is there',
  using(async running => {
    await allRead(running);
    rmSync(running.path('seeds/visit.txt'));
    const { statements } = await statementsOf(running);
    expect(statements.map(({ text }) => text)).toEqual(['the lamp is lit', 'Solhaug was right']);
  }),
);

test(
  'the corpus map',
  using(async running => {
    await allRead(running);
    const map = await running.request<CorpusMap>('readout/corpusMap', {});
    const [solhaug, vilhena] = map.speakers;
    expect([map.total, map.unit, solhaug?.name, vilhena?.name]).toEqual([2, 'day', 'Ingrid Solhaug', 'Duarte Vilhena']);
    expect(solhaug?.times).toEqual([
      { time: '2021-05-14', statements: 1 },
      { time: '2021-05-20', statements: 1 },
    ]);
    expect(map.links).toEqual([{ from: vilhena?.id, to: solhaug?.id, statements: 1 }]);
  }),
);

test(
  'nonsense is answered like nothing',
  using(async running => {
    await allRead(running);
    for (const params of [null, 7, [], { limit: 'x', offset: -3, order: 'z', after: 5, words: {}, speaker: 1 }]) {
      expect((await speakersOf(running, params as object)).total).toBe(2);
      expect((await statementsOf(running, params as object)).statements.length).toBe(3);
      expect((await running.request<CorpusMap>('readout/corpusMap', params)).total).toBe(2);
    }
    expect((await speakersOf(running, { document: '::' })).total).toBe(0);
  }),
);

test(
  'the status says when all is read, what is not, and when something changed',
  using(
    async running => {
      const last = () => statuses.get(running)!.at(-1);
      const read = await eventually(last, status => status?.documents === 2 && status.progress === null);
      expect(read).toMatchObject({ documents: 2, progress: null, left: 0, unreadTotal: 1 });
      expect(read?.unread).toEqual([{ uri: running.uri('seeds/picture.txt'), reason: 'binary', detail: '' }]);
      running.write('seeds/picture.txt', call);
      running.watched(2, 'seeds/picture.txt');
      const then = await eventually(last, status => status?.documents === 3);
      expect(then).toMatchObject({ unreadTotal: 0 });
      expect(then!.revision).toBeGreaterThan(read!.revision);
    },
    { files: { ...files, 'seeds/picture.txt': new Uint8Array([1, 0, 2]) } },
  ),
);

test(
  'a document of more than 5 MB is read for its layout alone, and the status says so',
  using(
    async running => {
      const last = () => statuses.get(running)!.at(-1);
      const paragraph = `${'The lamp is lit, Ingrid Solhaug said. '.repeat(270)}\n\n`;
      const uri = running.open('seeds/long.txt', paragraph.repeat(500));
      const read = await eventually(last, status => status?.unreadTotal === 1, 60_000);
      expect(read?.unread).toEqual([{ uri, reason: 'long', detail: '' }]);
      expect((await speakersOf(running, { document: uri })).total).toBe(0);
      running.change(uri, 2, { text: paragraph });
      expect((await speakersOf(running, { document: uri })).total).toBe(1);
      await eventually(last, status => status?.unreadTotal === 0);
      expect(last()?.unreadTotal).toBe(0);
    },
    { files: {} },
  ),
);

const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`seeds/${n}.txt`, call.repeat(6)]));

test(
  'reading stops where it is told to, says how much is left, and can go on',
  using(
    async running => {
      const last = () => statuses.get(running)!.at(-1);
      await eventually(last, status => (status?.progress?.done ?? 0) > 0);
      void running.connection.sendNotification('readout/stopReading');
      const stopped = await eventually(last, status => (status?.left ?? 0) > 0);
      expect(stopped?.progress).toBe(null);
      expect(stopped!.documents + stopped!.left).toBe(400);
      void running.connection.sendNotification('readout/readRest');
      const read = await eventually(last, status => status?.documents === 400 && status.progress === null);
      expect(read).toMatchObject({ documents: 400, left: 0 });
    },
    { files: many },
  ),
);

test(
  'a client that does not ask for the status is not sent it',
  using(
    async running => {
      await allRead(running);
      await new Promise(resolve => setTimeout(resolve, 400));
      expect(statuses.get(running)).toEqual([]);
    },
    { capabilities: editor },
  ),
);
