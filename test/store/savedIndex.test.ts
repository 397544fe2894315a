import { chmodSync, copyFileSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lookupsOf } from '../../server/src/corpus/lookups.ts';
import type { Cast } from '../../server/src/corpus/packed.ts';
import { appearanceOf } from '../../server/src/corpus/sharing.ts';
import { openSavedIndex } from '../../server/src/hosts/savedIndex.ts';
import { readStamped, readStampedSync } from '../../server/src/hosts/stamps.ts';
import type { SavedIndex } from '../../server/src/protocol/host.ts';
import { decodeSavedFile, encodeSavedFile } from '../../server/src/store/savedFile.ts';

const facts = new Uint8Array([1, 2, 3]);
const day = 24 * 60 * 60;

interface Desk {
  readonly path: (name: string) => string;
  readonly address: (name: string) => string;
  /** Writes a file, reads it and saves what was read. */
  save(name: string, text: string): Promise<void>;
  /** As `save`, for a file that is long settled. */
  saveSettled(name: string, text: string): Promise<void>;
  /** Which of some files are known, in a fresh opening. */
  recalled(...names: string[]): Promise<string[]>;
}

async function withDesk(use: (desk: Desk) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  const path = (name: string) => join(folder, name);
  const address = (name: string) => pathToFileURL(path(name)).toString();
  const opened = async <T>(act: (index: SavedIndex) => T | Promise<T>): Promise<T> => {
    const say = (message: string) => {
      throw new Error(message);
    };
    const index = await openSavedIndex(path('storage'), { kind: 'facts', version: 'a', say });
    const done = await act(index);
    await index.close();
    return done;
  };
  const save = (name: string, isSettled: boolean) =>
    opened(async index => {
      const { stamp } = await readStamped(path(name));
      const state = isSettled ? stateOf(path(name)) : stamp!.state;
      index.keep(address(name), { stamp: { ...stamp!, state }, isLong: false, facts });
    });
  try {
    await use({
      path,
      address,
      save: async (name, text) => {
        writeFileSync(path(name), text);
        await save(name, false);
      },
      saveSettled: async (name, text) => {
        writeFileSync(path(name), text);
        await save(name, true);
      },
      recalled: (...names) =>
        opened(async index => {
          const found = await index.recall(names.map(address));
          for (const recalled of found) expect([...recalled.facts]).toEqual([...facts]);
          return names.filter(name => found.some(recalled => recalled.address === address(name)));
        }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the stamp of a file says of its state once the file is settled. */
function stateOf(path: string): string {
  const { size, ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}`;
}

describe('a file is known', () => {
  test('as it was', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      await desk.save('b.seed', 'Lena Voss');
      expect(await desk.recalled('a.seed', 'b.seed', 'c.seed')).toEqual(['a.seed', 'b.seed']);
    }));

  test('by its state alone, if that says so', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      const index = await openSavedIndex(desk.path('storage'), { kind: 'facts', version: 'a', say: () => {} });
      const stamp = { hash: 'of something else', state: stateOf(desk.path('a.seed')) };
      index.keep(desk.address('a.seed'), { stamp, isLong: false, facts });
      await index.close();
      expect(await desk.recalled('a.seed')).toEqual(['a.seed']);
    }));

  test('with other times and permissions, by its content', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      utimesSync(desk.path('a.seed'), 1_000, 1_000);
      chmodSync(desk.path('a.seed'), 0o600);
      expect(await desk.recalled('a.seed')).toEqual(['a.seed']);
    }));

  test('under another name, and in two places', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      copyFileSync(desk.path('a.seed'), desk.path('b.seed'));
      renameSync(desk.path('a.seed'), desk.path('c.seed'));
      expect(await desk.recalled('a.seed', 'b.seed', 'c.seed')).toEqual(['b.seed', 'c.seed']);
    }));

  test('written anew with the same content', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      rmSync(desk.path('a.seed'));
      writeFileSync(desk.path('a.seed'), 'Jan Marek');
      expect(await desk.recalled('a.seed')).toEqual(['a.seed']);
    }));
});

describe('a file is read again', () => {
  test('with another content', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      writeFileSync(desk.path('a.seed'), 'Jan Marek, minister');
      expect(await desk.recalled('a.seed')).toEqual([]);
    }));

  test('with another content of the same length, under the old time of modification', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      const { atime, mtime } = statSync(desk.path('a.seed'));
      writeFileSync(desk.path('a.seed'), 'Jan Marik');
      utimesSync(desk.path('a.seed'), atime, mtime);
      expect(await desk.recalled('a.seed')).toEqual([]);
    }));

  test('changed within one tick of the clock after it was read', () =>
    withDesk(async desk => {
      for (let round = 0; round < 20; round++) {
        await desk.save('a.seed', `Jan Marek ${round}`);
        writeFileSync(desk.path('a.seed'), `Lena Voss ${round}`);
        expect(await desk.recalled('a.seed')).toEqual([]);
      }
    }));

  test('that is gone', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      rmSync(desk.path('a.seed'));
      expect(await desk.recalled('a.seed')).toEqual([]);
    }));
});

describe('stamps', () => {
  test('tell nothing by the state of a file that is new', () =>
    withDesk(async ({ path }) => {
      writeFileSync(path('a.seed'), 'Jan Marek');
      expect((await readStamped(path('a.seed'))).stamp?.state).toBeNull();
      expect(readStampedSync(path('a.seed')).stamp?.state).toBeNull();
      utimesSync(path('a.seed'), Date.now() / 1000 - day, Date.now() / 1000 + day);
      expect(readStampedSync(path('a.seed')).stamp?.state).toBeNull();
    }));

  test('are the same, waiting or not', () =>
    withDesk(async ({ path }) => {
      writeFileSync(path('a.seed'), 'Jan Marek');
      expect(readStampedSync(path('a.seed'))).toEqual(await readStamped(path('a.seed')));
    }));
});

describe('what is saved of a file', () => {
  const saved = { stamp: { hash: 'ab', state: '1 2 3 4' }, isLong: true, facts };
  test('comes back', () => {
    expect(decodeSavedFile(encodeSavedFile(saved))).toEqual(saved);
    const racy = { ...saved, stamp: { hash: 'ab', state: null } };
    expect(decodeSavedFile(encodeSavedFile(racy))).toEqual(racy);
  });
  test('is nothing where it is cut off', () => {
    const bytes = encodeSavedFile(saved);
    for (let length = 0; length < bytes.length; length++) expect(decodeSavedFile(bytes.subarray(0, length))).toBeNull();
  });
});

describe('whom a file names is known with it', () => {
  const cast = (name: string): Cast => {
    const lookups = lookupsOf({ ...nobody, name, aliases: [name] });
    return { appearances: [appearanceOf({ ...lookups, ...nowhere })], mentions: [1], hasTwins: false, unnamed: [null] };
  };
  /** The casts that files are recalled with, in a fresh opening, and which are noted as new. */
  const casts = async (desk: Desk, settles: boolean, ...names: string[]) => {
    const index = await openSavedIndex(desk.path('storage'), { kind: 'facts', version: 'a', say: () => {} });
    const found = await index.recall(names.map(desk.address));
    for (const recalled of found) {
      if (!recalled.cast) index.keepCast(recalled.address, cast(recalled.address.slice(-6)));
    }
    if (settles) await index.settle(() => true);
    await index.close();
    return found.map(recalled => recalled.cast);
  };

  test('from the second time on, when all that was saved has been recalled', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      await desk.saveSettled('b.seed', 'Lena Voss');
      expect(await casts(desk, false, 'a.seed', 'b.seed')).toEqual([null, null]);
      expect(await casts(desk, true, 'a.seed', 'b.seed')).toEqual([null, null]);
      expect(await casts(desk, true, 'a.seed', 'b.seed')).toEqual([cast('a.seed'), cast('b.seed')]);
    }));

  test('under another name', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      await casts(desk, true, 'a.seed');
      renameSync(desk.path('a.seed'), desk.path('b.seed'));
      expect(await casts(desk, true, 'b.seed')).toEqual([cast('a.seed')]);
      expect(await casts(desk, true, 'b.seed')).toEqual([cast('a.seed')]);
    }));

  test('not where its content is another one', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      await casts(desk, true, 'a.seed');
      await desk.saveSettled('a.seed', 'Lena Voss');
      expect(await casts(desk, true, 'a.seed')).toEqual([null]);
      expect(await casts(desk, true, 'a.seed')).toEqual([cast('a.seed')]);
    }));

  test('also where the index is closed at once', () =>
    withDesk(async desk => {
      await desk.saveSettled('a.seed', 'Jan Marek');
      const index = await openSavedIndex(desk.path('storage'), { kind: 'facts', version: 'a', say: () => {} });
      await index.recall([desk.address('a.seed')]);
      index.keepCast(desk.address('a.seed'), cast('a.seed'));
      void index.settle(() => true);
      await index.close();
      expect(await casts(desk, false, 'a.seed')).toEqual([cast('a.seed')]);
    }));
});

const nobody = { id: '', type: 'person', roles: [], gender: null, country: null } as const;
const nowhere = { mentions: new Int32Array(), statements: new Int32Array(), introduction: null };
