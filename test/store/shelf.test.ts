import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShelf, type Shelf, type Terms } from '../../server/src/hosts/shelf.ts';

const day = 24 * 60 * 60 * 1000;
const bytes = (text: string) => new TextEncoder().encode(text);

interface Kept {
  readonly folder: string;
  /** What was said at any opening. */
  readonly said: string[];
  /** Opens, uses and closes the shelf. */
  with(use: (shelf: Shelf) => unknown, terms?: Partial<Terms>): Promise<void>;
  /** What stands on the shelf when it is opened again. */
  values(terms?: Partial<Terms>): Promise<Record<string, string>>;
  /** Files of the packs, or of the index, by their paths. */
  files(part: 'content' | 'index'): string[];
}

async function withShelf(use: (kept: Kept) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  const said: string[] = [];
  const terms = (own: Partial<Terms> = {}): Terms => ({
    ...{ kind: 'words', version: 'a', say: message => void said.push(message) },
    ...own,
  });
  const kept: Kept = {
    folder,
    said,
    with: async (use, own) => {
      const shelf = await openShelf(folder, terms(own));
      await use(shelf);
      await shelf.close();
    },
    values: async own => textsOn(await openShelf(folder, terms(own))),
    files: part =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && entry.parentPath.includes(`${part}-v`))
        .map(entry => join(entry.parentPath, entry.name)),
  };
  try {
    await use(kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textsOn({ values }: Shelf): Record<string, string> {
  return Object.fromEntries([...values].map(([key, value]) => [key, new TextDecoder().decode(value)]));
}

const everything = () => true;
const nothing = () => false;

describe('what is kept', () => {
  test('is there the next time', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      await kept.with(shelf => shelf.keep('two', bytes('second')));
      expect(await kept.values()).toEqual({ one: 'first', two: 'second' });
      expect(kept.said).toEqual([]);
    }));

  test('gives way to what is kept later', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      await kept.with(shelf => shelf.keep('one', bytes('second')));
      expect(await kept.values()).toEqual({ one: 'second' });
    }));

  test('is written soon, though the shelf is not closed', () =>
    withShelf(async kept => {
      const shelf = await openShelf(kept.folder, { kind: 'words', version: 'a', say: () => {} });
      shelf.keep('small', bytes('x'));
      shelf.keep('large', new Uint8Array(1_000_001));
      await expect.poll(async () => Object.keys(await kept.values())).toEqual(['small', 'large']);
    }));

  test('is not another version’s, nor of another kind', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      expect(await kept.values({ version: 'b' })).toEqual({});
      expect(await kept.values({ kind: 'numbers' })).toEqual({});
      expect(await kept.values()).toEqual({ one: 'first' });
    }));

  test('is no more than may be kept: the oldest goes', () =>
    withShelf(async kept => {
      for (const key of ['a', 'b', 'c']) await kept.with(shelf => shelf.keep(key, new Uint8Array(1000)));
      await kept.with(shelf => shelf.settle(everything), { most: 2500 });
      expect(Object.keys(await kept.values())).toEqual(['b', 'c']);
    }));
});

describe('what is old', () => {
  test('of another version goes after a week', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      await kept.values({ version: 'b', now: () => Date.now() + 6 * day });
      expect(kept.files('content')).toHaveLength(1);
      await kept.values({ version: 'b', now: () => Date.now() + 8 * day });
      expect(kept.files('content')).toHaveLength(0);
    }));

  test('and not wanted goes after a month', () =>
    withShelf(async kept => {
      for (let n = 0; n < 20; n++) await kept.with(shelf => shelf.keep(`${n}`, bytes('x')));
      await kept.with(shelf => shelf.settle(key => key === '7'), { now: () => Date.now() + 20 * day });
      expect(Object.keys(await kept.values())).toHaveLength(20);
      for (let n = 20; n < 40; n++) await kept.with(shelf => shelf.keep(`${n}`, bytes('x')));
      await kept.with(shelf => shelf.settle(key => key === '7'), { now: () => Date.now() + 40 * day });
      expect(Object.keys(await kept.values())).toEqual(['7']);
    }));

  test('and in many small packs comes into one', () =>
    withShelf(async kept => {
      for (let n = 0; n < 30; n++) await kept.with(shelf => shelf.keep(`${n % 10}`, bytes(`${n}`)));
      expect(kept.files('content')).toHaveLength(30);
      await kept.with(shelf => shelf.settle(everything));
      expect(kept.files('content')).toHaveLength(1);
      expect(Object.values(await kept.values())).toEqual(Array.from({ length: 10 }, (_, n) => `${n + 20}`));
      expect(kept.said).toEqual([]);
    }));

  test('does not come back over what was kept before it was put together', () =>
    withShelf(async kept => {
      for (let n = 0; n < 20; n++) await kept.with(shelf => shelf.keep(`${n}`, bytes('old')));
      await kept.with(async shelf => {
        shelf.keep('7', bytes('new'));
        await shelf.close();
        await shelf.settle(everything);
      });
      expect(kept.files('content')).toHaveLength(2);
      expect((await kept.values())['7']).toBe('new');
    }));

  test('is not asked for after settling', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      await kept.with(async shelf => {
        await shelf.settle(nothing);
        expect(shelf.values.size).toBe(0);
      });
      expect(await kept.values()).toEqual({ one: 'first' });
    }));
});

describe('what is damaged is noticed, said and not taken', () => {
  /** Two packs, of which one is damaged: the other is still there, and so is what is kept from then on. */
  const check = (part: 'content' | 'index', damage: (file: string) => void) =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      await kept.with(shelf => shelf.keep('two', bytes('second')));
      damage(kept.files(part)[0]!);
      const left = await kept.values();
      expect(Object.keys(left)).toHaveLength(1);
      expect(left).toSatisfy((values: typeof left) => values.one === 'first' || values.two === 'second');
      expect(kept.said).toEqual(['what was saved of earlier readings is damaged; what is missing is read again']);
      await kept.with(shelf => shelf.keep('three', bytes('third')));
      expect(await kept.values()).toEqual({ ...left, three: 'third' });
      expect(kept.said).toHaveLength(1);
    });

  test('a pack cut off', () => check('content', file => truncateSync(file, statSync(file).size - 1)));
  test('a pack emptied', () => check('content', file => truncateSync(file)));
  test('a pack with a bit turned', () =>
    check('content', file => {
      const altered = readFileSync(file);
      altered[20]! ^= 4;
      writeFileSync(file, altered);
    }));
  test('an entry of the index emptied', () => check('index', file => truncateSync(file)));
  test('an entry of the index overwritten', () => check('index', file => writeFileSync(file, 'something else')));

  test('a pack that is gone', () =>
    withShelf(async kept => {
      await kept.with(shelf => shelf.keep('one', bytes('first')));
      for (const file of kept.files('content')) rmSync(file);
      expect(await kept.values()).toEqual({});
    }));
});

describe('a folder that cannot be used', () => {
  test('is said once, and keeps nothing', () =>
    withShelf(async kept => {
      writeFileSync(join(kept.folder, 'readout'), 'a file');
      await kept.with(async shelf => {
        for (let n = 0; n < 4; n++) shelf.keep(`${n}`, new Uint8Array(1_000_001));
        await shelf.close();
        shelf.keep('more', bytes('more'));
      });
      expect(kept.said.filter(message => message.includes('cannot be saved for the next time'))).toHaveLength(1);
    }));
});

describe('several processes', () => {
  let script = '';
  let scripts = '';
  /** Keeps `count` values of its own name, a pack each, in the folder; says when it has begun. */
  beforeAll(async () => {
    scripts = mkdtempSync(join(tmpdir(), 'readout-test-'));
    script = join(scripts, 'keeper.cjs');
    const contents = `
      import { openShelf } from './shelf.ts';
      const [folder, name, count] = process.argv.slice(2);
      async function main() {
        for (let n = 0; n < Number(count); n++) {
          const shelf = await openShelf(folder, { kind: 'words', version: 'a', say: message => console.log(message) });
          shelf.keep(name + n, new TextEncoder().encode(name.repeat(50) + n));
          await shelf.settle(() => true);
          await shelf.close();
          if (n === 0) console.log('begun');
        }
      }
      void main();`;
    await build({
      stdin: { contents, resolveDir: join(import.meta.dirname, '../../server/src/hosts'), loader: 'ts' },
      ...{ bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'error' },
    });
  });
  afterAll(() => rmSync(scripts, { recursive: true, force: true }));

  function keeper(folder: string, name: string, count: number) {
    const child = spawn(process.execPath, [script, folder, name, `${count}`], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    let begun = () => {};
    child.stdout.on('data', data => {
      out += data;
      begun();
    });
    return {
      begun: new Promise<void>(resolve => (begun = resolve)),
      ended: new Promise<string>(resolve => child.on('close', () => resolve(out))),
      kill: () => child.kill('SIGKILL'),
    };
  }

  test('write at once, and clear away: nothing that both leave there is wrong', { timeout: 60_000 }, () =>
    withShelf(async kept => {
      const both = [keeper(kept.folder, 'north', 25), keeper(kept.folder, 'south', 25)];
      expect(await Promise.all(both.map(({ ended }) => ended))).toEqual(['begun\n', 'begun\n']);
      const values = await kept.values();
      for (const [key, value] of Object.entries(values)) {
        const [, name, n] = /^(\D+)(\d+)$/.exec(key)!;
        expect(value).toBe(name!.repeat(50) + n);
      }
      // What one has just written the other may clear away unseen; it is read again then.
      expect(Object.keys(values).length).toBeGreaterThan(40);
      expect(kept.said).toEqual([]);
    }),
  );

  test('are killed while they write: the next start finds whole values', { timeout: 60_000 }, () =>
    withShelf(async kept => {
      for (let round = 0; round < 8; round++) {
        const child = keeper(kept.folder, `round${round}-`, 10_000);
        await child.begun;
        await new Promise(resolve => setTimeout(resolve, 37 * round));
        child.kill();
        await child.ended;
        const values = await kept.values();
        expect(values[`round${round}-0`]).toBe(`${`round${round}-`.repeat(50)}0`);
        for (const [key, value] of Object.entries(values)) {
          expect(value.startsWith(key.slice(0, 7).repeat(50).slice(0, 7))).toBe(true);
        }
      }
    }),
  );
});
