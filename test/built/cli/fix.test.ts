import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, linkSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replaceContent } from '../../../server/src/cli/replace.ts';
import { cli } from '../../kit/cli.ts';
import { finished, type TestFolder, withFolder } from '../../kit/folder.ts';

const good = 'The harbour opens on Monday, the mayor said.\n';
const torn = ' The harbour opens on Monday, the mayor said.';
const repeated = 'The harbour opens on Monday, the mayor of Norhaven said to the sailors.';

describe('without --write', () => {
  test('says what it would mend, and mends nothing', () =>
    withFolder({ 'a.seed': `${torn}\n\n\n\nIt rains. \n\nIt pours. \n`, 'b.seed': good }, async ({ run, read }) => {
      const before = read('a.seed');
      expect(await run('fix', '.')).toEqual({
        code: 1,
        out: 'Would mend a.seed: leading-space, extra-blank-line, trailing-space ×2\n',
        err: '',
      });
      expect(read('a.seed')).toBe(before);
    }));

  test('nothing to mend', () =>
    withFolder({ 'a.seed': good }, async ({ run }) => {
      for (const option of ['--write', '--diff', '--rule=no-break-space=error']) {
        expect(await run('fix', option, '.')).toEqual({ code: 0, out: '', err: '' });
      }
    }));

  test('a problem that an editor must decide is nothing to mend', () =>
    withFolder({ 'a.seed': `${repeated}\n\n${repeated}\n` }, async ({ run }) => {
      expect((await run('check', '.')).out).toContain('duplicate-paragraph');
      expect(await run('fix', '--write', '.')).toEqual({ code: 0, out: '', err: '' });
    }));
});

describe('--diff', () => {
  const check = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
    const patched = await mendedBy(files, async folder => {
      const { code, out, err } = await folder.run('fix', '--diff', ...args, '.');
      expect({ code, err }).toEqual({ code: 1, err: '' });
      folder.write('changes.patch', out);
      execFileSync('git', ['apply', '--whitespace=nowarn', 'changes.patch'], { cwd: folder.path('.') });
    });
    const written = await mendedBy(files, async folder => {
      expect(await folder.run('fix', '--write', ...args, '.')).toMatchObject({ code: 0, err: '' });
    });
    expect(patched).toEqual(written);
    expect(written).not.toEqual(files);
  };

  test('is a unified diff', () =>
    withFolder({ 'a.seed': torn }, async ({ run }) => {
      expect(await run('fix', '--diff', 'a.seed')).toEqual({
        code: 1,
        out: `--- a/a.seed\n+++ b/a.seed\n@@ -1,1 +1,1 @@\n-${torn}\n\\ No newline at end of file\n+${good}`,
        err: '',
      });
    }));
  test('does the same as --write', () =>
    check({ 'a.seed': torn, 'b/c d.seed': `${good}\n\n\n${good}`, 'e.seed': good }));
  test('with line ends of two bytes', () => check({ 'a.seed': `${torn}\r\n\r\n\r\nIt rains.` }));
  test('with a byte order mark', () => check({ 'a.seed': `\ufeff${torn}` }));
  test('where very much changes', () => check({ 'a.seed': `${repeated} \n\n\n`.repeat(4000).trimEnd() }));

  async function mendedBy(files: Readonly<Record<string, string>>, mend: (folder: TestFolder) => Promise<void>) {
    let mended: Record<string, string> = {};
    await withFolder(files, async folder => {
      await mend(folder);
      mended = Object.fromEntries(Object.keys(files).map(name => [name, folder.read(name)]));
    });
    return mended;
  }

  test.skipIf(!existsSync('/usr/bin/script'))('lets no control character through to a terminal', () =>
    withFolder({ 'a.seed': `${torn} \u001b[31mred\u0007 \u009b31m\n` }, async ({ path }) => {
      const { out } = await finished(
        '/usr/bin/script',
        ['-qec', `${process.execPath} ${process.cwd()}/dist/cli.js fix --diff a.seed`, '/dev/null'],
        { cwd: path('.') },
      );
      expect(out).toContain('\\u{1b}[31mred\\u{7} \\u{9b}31m');
      expect(out.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});

describe('--write', () => {
  test('mends the files that are named and no other', () =>
    withFolder({ 'a.seed': torn, 'b.seed': torn, 'c.seed': good }, async ({ run, read, names }) => {
      const [a, c] = ['a.seed', 'c.seed'];
      expect(await run('fix', '--write', a!, c!)).toEqual({
        code: 0,
        out: 'Mended a.seed: leading-space, missing-final-newline\n',
        err: '',
      });
      expect([read('a.seed'), read('b.seed'), read('c.seed')]).toEqual([good, torn, good]);
      expect(names()).toEqual(['a.seed', 'b.seed', 'c.seed']);
    }));

  test('leaves a file alone that needs nothing', () =>
    withFolder({ 'a.seed': good }, async ({ run, path }) => {
      const before = statSync(path('a.seed'));
      await run('fix', '--write', 'a.seed');
      expect(statSync(path('a.seed'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    }));

  test('again changes nothing, and then no fixable problem is left', () =>
    withFolder(
      { 'a.seed': `date 2021-03-04 NORHAVEN, March 3 (Seawire) -- ${repeated}  \n${repeated}x` },
      async ({ run }) => {
        expect((await run('fix', '--write', '.')).out).toContain('glued-stamp');
        expect(await run('fix', '--write', '.')).toEqual({ code: 0, out: '', err: '' });
        expect(await run('check', '--fail-on', 'hint', '.')).toEqual({ code: 0, out: '', err: '' });
      },
    ));

  test('keeps byte order mark, line ends and every other byte', () =>
    withFolder({ 'a.seed': `\ufeff${torn}\r\n\r\nIt “rains” 𝒜½. \r\n` }, async ({ run, path }) => {
      await run('fix', '--write', 'a.seed');
      const bytes = Buffer.from(`\ufeff${torn.trim()}\r\n\r\nIt “rains” 𝒜½.\r\n`);
      expect(readFileSync(path('a.seed'))).toEqual(bytes);
    }));

  test('keeps permissions and owner', () =>
    withFolder({ 'a.seed': torn }, async ({ run, path, read }) => {
      const isRoot = process.getuid?.() === 0;
      if (isRoot) chownSync(path('a.seed'), 65534, 65534);
      chmodSync(path('a.seed'), 0o751);
      await run('fix', '--write', 'a.seed');
      expect(read('a.seed')).toBe(good);
      const { mode, uid, gid } = statSync(path('a.seed'));
      expect(mode & 0o7777).toBe(0o751);
      if (isRoot) expect([uid, gid]).toEqual([65534, 65534]);
    }));

  test('leaves out a rule that is off', () =>
    withFolder({ 'a.seed': torn }, async ({ run, read }) => {
      await run('fix', '--write', '--rule', 'missing-final-newline=off', 'a.seed');
      expect(read('a.seed')).toBe(good.trimEnd());
    }));

  test('a hard link keeps what it had', () =>
    withFolder({ 'a.seed': torn }, async ({ run, path, read }) => {
      linkSync(path('a.seed'), path('b.txt'));
      await run('fix', '--write', 'a.seed');
      expect([read('a.seed'), read('b.txt')]).toEqual([good, torn]);
    }));
});

test('a signal ends the work between two files and leaves nothing behind', () => {
  const names = Array.from({ length: 2000 }, (_, number) => `${number}.seed`);
  return withFolder(Object.fromEntries(names.map(name => [name, torn])), async ({ path, read, names: found }) => {
    const child = spawn(process.execPath, [cli, 'fix', '--write', '.'], { cwd: path('.') });
    child.stdout.once('data', () => child.kill('SIGTERM'));
    const code = await new Promise(resolve => child.once('close', resolve));
    expect(code).toBe(128 + 15);
    expect(found()).toEqual(names.toSorted());
    const texts = names.map(read);
    expect(new Set(texts)).toEqual(new Set([good, torn]));
  });
});

describe('symbolic links', () => {
  test('one that is named stays, and what it leads to is mended', () =>
    withFolder({ 'out/x.txt': torn }, async ({ run, path, read }) => {
      symlinkSync('out/x.txt', path('a.seed'));
      expect(await run('fix', '--write', 'a.seed')).toMatchObject({ code: 0, err: '' });
      expect(lstatSync(path('a.seed')).isSymbolicLink()).toBe(true);
      expect(read('out/x.txt')).toBe(good);
    }));

  test('none is followed out of a folder', () =>
    withFolder({ 'out/x.seed': torn, 'in/b.seed': torn }, async ({ run, path, read }) => {
      symlinkSync('../out/x.seed', path('in/a.seed'));
      symlinkSync('../out', path('in/c'));
      const { code, out, err } = await run('fix', '--write', 'in');
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^Mended in\/b\.seed: [^\n]*\n$/) });
      expect(err).toMatch(/^readout: Passed over 1 symbolic link that leads out of in/);
      expect(read('out/x.seed')).toBe(torn);
    }));
});

describe('what cannot be rewritten is named and stays, the rest is mended', () => {
  const check = (content: string | Uint8Array, said: RegExp) =>
    withFolder({ 'a.seed': content, 'b.seed': torn }, async ({ run, path, read }) => {
      const { code, err } = await run('fix', '--write', '.');
      expect(code).toBe(2);
      expect(err).toMatch(said);
      expect(readFileSync(path('a.seed'))).toEqual(Buffer.from(content as string));
      expect(read('b.seed')).toBe(good);
    });
  test('what is no UTF-8', () =>
    check(
      Buffer.from(' café', 'latin1'),
      /^readout: a\.seed is not in UTF-8, so rewriting it would lose characters\n$/,
    ));
  test('half a surrogate pair', () => check(Buffer.from([32, 0xed, 0xa0, 0x80]), /^readout: a\.seed is not in UTF-8/));
  test('UTF-16', () =>
    check(Buffer.from(`\ufeff${torn}`, 'utf16le'), /^readout: a\.seed is in UTF-16, and only UTF-8/));
  test('no text', () => check(new Uint8Array([32, 0, 32]), /^readout: a\.seed is not a text file\n$/));

  test('a file that may not be written', () =>
    withFolder({ 'a.seed': torn, 'b.seed': torn }, async ({ runWith, path, read }) => {
      chmodSync(path('a.seed'), 0o444);
      chmodSync(path('.'), 0o777);
      const isRoot = process.getuid?.() === 0;
      if (isRoot) chownSync(path('b.seed'), 65534, 65534);
      const { code, err } = await runWith(
        isRoot ? { uid: 65534, gid: 65534 } : {},
        'fix',
        '--write',
        'a.seed',
        'b.seed',
      );
      expect(code).toBe(2);
      expect(err).toMatch(/^readout: a\.seed could not be written: EACCES/);
      expect([read('a.seed'), read('b.seed')]).toEqual([torn, good]);
    }));

  test('a file that has changed since it was read', () =>
    withFolder({ 'a.seed': torn }, async ({ path, read, names }) => {
      const file = { path: path('a.seed'), real: path('a.seed') };
      expect(() => replaceContent(file, Buffer.from('other'), good)).toThrow('it has changed meanwhile');
      expect([read('a.seed'), names()]).toEqual([torn, ['a.seed']]);
      replaceContent(file, Buffer.from(torn), good);
      expect([read('a.seed'), names()]).toEqual([good, ['a.seed']]);
    }));

  test('a name that leads elsewhere than before', () =>
    withFolder({ 'a.seed': torn, 'b.seed': torn }, async ({ path, read, names }) => {
      symlinkSync('b.seed', path('c.seed'));
      const file = { path: path('c.seed'), real: path('a.seed') };
      expect(() => replaceContent(file, Buffer.from(torn), good)).toThrow('it has changed meanwhile');
      expect([read('a.seed'), read('b.seed'), names()]).toEqual([torn, torn, ['a.seed', 'b.seed', 'c.seed']]);
    }));

  test('a pipe', () =>
    withFolder({}, async ({ run, path, names }) => {
      execFileSync('mkfifo', [path('a.txt')]);
      const ran = run('fix', '--write', 'a.txt');
      execFileSync('sh', ['-c', `printf ' x' > a.txt`], { cwd: path('.') });
      expect(await ran).toEqual({
        code: 2,
        out: '',
        err: 'readout: a.txt could not be written: it is not a regular file\n',
      });
      expect(names()).toEqual(['a.txt']);
    }));
});

describe('usage', () => {
  const refuse = (args: readonly string[], said: RegExp) =>
    withFolder({ 'a.seed': torn }, async ({ run, read }) => {
      const { code, out, err } = await run('fix', ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(said);
      expect(read('a.seed')).toBe(torn);
    });
  test('no arguments', () => refuse(['--write'], /^error: name the files, folders or globs to mend\n$/));
  test('--write with --diff', () => refuse(['--write', '--diff', 'a.seed'], /--write.*cannot be used with.*--diff/));
  test('a file that is not there', () => refuse(['--write', 'b.seed'], /^readout: b\.seed could not be read: ENOENT/));
  test('a folder without documents', () => refuse(['--write', '..no'], /could not be read/));
});
