import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../../bench/generator/documents.ts';
import { randomOf } from '../../bench/generator/random.ts';
import { eventually, type Running, withServer } from '../../kit/server.ts';
import { followed, settled, speakersOf, statusOf } from './whole.ts';

const minutes = 60_000;
const count = process.env.READOUT_LONG === '1' ? 2_000 : 300;

let folder = '';
let truth: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-saved-'));
  for (const { path, text } of documentsOf(6, count)) {
    mkdirSync(join(folder, 'documents', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'documents', path), `${text.slice(0, 600)}.\n`);
  }
  await run(join(folder, 'untouched'), async running => {
    truth = await speakersOf(running);
  });
}, 2 * minutes);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server over the documents that saves what it reads, when all are read. */
function run(storage: string, use: (running: Running) => Promise<void>): Promise<void> {
  const options = { folders: [pathToFileURL(join(folder, 'documents')).toString()], capabilities: followed, storage };
  return withServer(options, async running => {
    expect(await settled(statusOf(running), count)).toMatchObject({ documents: count, unreadTotal: 0 });
    await use(running);
  });
}

const sameAsAfresh = async (running: Running) => expect(await speakersOf(running)).toEqual(truth);

/** As an editor that closes. */
const shutDown = (running: Running) => running.request('shutdown', null);

const filesUnder = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));

test(
  'a server that is killed while it saves: the next one has everything, and the one after that too',
  async () => {
    const storage = join(folder, 'killed');
    const options = { folders: [pathToFileURL(join(folder, 'documents')).toString()], capabilities: followed, storage };
    const random = randomOf(3);
    for (let round = 0; round < 6; round++) {
      await withServer(options, async running => {
        const status = statusOf(running);
        const enough = (round * count) / 6;
        await eventually(
          () => status.last()?.progress?.done ?? 0,
          done => done >= enough,
          3_000,
        );
        await new Promise(resolve => setTimeout(resolve, random.below(300)));
        // `withServer` kills what it leaves.
      });
    }
    await run(storage, async running => {
      await sameAsAfresh(running);
      await shutDown(running);
    });
    await run(storage, sameAsAfresh);
  },
  4 * minutes,
);

test(
  'a saved index that is cut off, overwritten or full of rubbish is noticed, and everything is read again',
  async () => {
    const storage = join(folder, 'torn');
    await run(storage, async running => void (await shutDown(running)));
    const random = randomOf(4);
    const harms: ((file: string) => void)[] = [
      file => truncateSync(file, Math.floor(statSync(file).size / 2)),
      file => truncateSync(file, 0),
      file => rmSync(file),
      file => {
        const bytes = readFileSync(file);
        for (let n = 0; n < 20; n++) bytes[random.below(bytes.length)] = random.below(256);
        writeFileSync(file, bytes);
      },
      file => writeFileSync(file, Buffer.from(Array.from({ length: 5_000 }, () => random.below(256)))),
    ];
    const said: string[] = [];
    for (const harm of harms) {
      const files = filesUnder(storage);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) if (file === files[0] || random.chance(0.7)) harm(file);
      await run(storage, async running => {
        await sameAsAfresh(running);
        await shutDown(running);
        said.push(...running.log);
      });
    }
    expect(said.join('\n')).toMatch(/saved of earlier readings/);
    await run(storage, sameAsAfresh);
  },
  4 * minutes,
);

test(
  'two windows on one folder at once do each other no harm',
  async () => {
    const storage = join(folder, 'shared');
    const both = () =>
      Promise.all(
        [0, 1].map(() =>
          run(storage, async running => {
            await sameAsAfresh(running);
            await shutDown(running);
          }),
        ),
      );
    await both();
    await both();
    await run(storage, sameAsAfresh);
  },
  4 * minutes,
);

describe('no room to save', () => {
  test(
    'a folder that cannot be made: everything is read, and the log says that it is not saved',
    async () => {
      const storage = join(folder, 'a file');
      writeFileSync(storage, '');
      await run(storage, async running => {
        await sameAsAfresh(running);
        await shutDown(running);
        expect(running.log.join('\n')).toMatch(/saved/);
      });
    },
    2 * minutes,
  );

  // A file system of its own needs the rights to mount one.
  const disk = mkdtempSync(join(tmpdir(), 'readout-disk-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  afterAll(() => {
    if (isMounted) execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  test.skipIf(!isMounted)(
    'a full disk: everything is read, and the log says that it is not saved',
    async () => {
      await run(disk, async running => {
        await sameAsAfresh(running);
        await shutDown(running);
        expect(running.log.join('\n')).toMatch(/saved/);
      });
      await run(disk, sameAsAfresh);
    },
    2 * minutes,
  );
});
