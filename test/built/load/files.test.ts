import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { documentsOf } from '../../bench/generator/documents.ts';
import { randomOf } from '../../bench/generator/random.ts';
import { withServer } from '../../kit/server.ts';
import { followed, settled, speakersOf, statusOf } from './whole.ts';

const minutes = 60_000;
const rounds = process.env.READOUT_LONG === '1' ? 300 : 40;

/** Short documents: it is their number that counts here. */
const texts = Array.from(documentsOf(2, 400), ({ text }) => `${text.slice(0, 500)}.\n`);
const named = (n: number) => `${n % 7}/${n % 10}/${n}.seed`;

test(
  'thousands of files made, changed, renamed and deleted while they are read: in the end what is there is read, and nothing else',
  () => {
    const files = new Map(Array.from({ length: 2_000 }, (_, n) => [named(n), texts[n % texts.length]!]));
    return withServer({ files: Object.fromEntries(files), capabilities: followed }, async running => {
      const status = statusOf(running);
      const random = randomOf(9);
      const write = (name: string, text: string) => {
        mkdirSync(dirname(running.path(name)), { recursive: true });
        writeFileSync(running.path(name), text);
        files.set(name, text);
      };
      let made = 2_000;
      for (let round = 0; round < rounds; round++) {
        const there = [...files.keys()];
        const some = Array.from({ length: 50 }, () => random.pick(there)).filter(name => files.has(name));
        const kind = random.below(5);
        if (kind === 0) {
          const added = Array.from({ length: 50 }, () => named(made++));
          for (const name of added) write(name, random.pick(texts));
          running.watched(1, ...added);
        } else if (kind === 1) {
          for (const name of some) write(name, random.pick(texts));
          running.watched(2, ...some);
        } else if (kind === 2) {
          const gone = [...new Set(some)];
          for (const name of gone) {
            rmSync(running.path(name));
            files.delete(name);
          }
          running.watched(3, ...gone);
        } else if (kind === 3) {
          const renamed = [...new Set(some)].map(name => ({ name, to: named(made++) }));
          for (const { name, to } of renamed) {
            mkdirSync(dirname(running.path(to)), { recursive: true });
            renameSync(running.path(name), running.path(to));
            files.set(to, files.get(name)!);
            files.delete(name);
          }
          await running.connection.sendNotification('workspace/didRenameFiles', {
            files: renamed.map(({ name, to }) => ({ oldUri: running.uri(name), newUri: running.uri(to) })),
          });
        } else {
          const folder = `${random.below(7)}/${random.below(10)}`;
          rmSync(running.path(folder), { recursive: true, force: true });
          for (const name of there) if (name.startsWith(`${folder}/`)) files.delete(name);
          running.watched(3, folder);
        }
        // A request in between is answered, whatever is going on.
        if (round % 10 === 0) expect(await running.request('workspace/symbol', { query: 'an' })).toBeInstanceOf(Array);
        await new Promise(resolve => setTimeout(resolve, random.below(30)));
      }
      expect(await settled(status, files.size)).toMatchObject({ documents: files.size, progress: null });
      const seen = await speakersOf(running);
      expect(running.errors()).toBe('');
      await withServer({ folders: [running.uri('')], capabilities: followed }, async fresh => {
        await settled(statusOf(fresh), files.size);
        expect(seen).toEqual(await speakersOf(fresh));
      });
    });
  },
  4 * minutes,
);

test(
  'ten thousand empty files are read like others, and the one with words is found among them',
  () =>
    withServer(
      {
        files: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, n) => [named(n), n === 7_777 ? 'Ana Ruiz said that it rains.\n' : '']),
        ),
        capabilities: followed,
      },
      async running => {
        expect(await settled(statusOf(running), 10_000)).toMatchObject({ documents: 10_000, unreadTotal: 0 });
        const found = await running.request('workspace/symbol', { query: 'ruiz' });
        expect(found.map(({ location }: { location: { uri: string } }) => location.uri)).toEqual([
          running.uri(named(7_777)),
        ]);
      },
    ),
  4 * minutes,
);
