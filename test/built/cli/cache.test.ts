import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../../kit/cli.ts';
import { type TestFolder, withFolder } from '../../kit/folder.ts';

const visit = 'NORHAVEN, May 3 (Sunda Press) -- Foreign Minister Jan Marek said that talks would go on.\n';
const other = 'SUNDA CITY, May 4 (Sunda Press) -- Lena Voss said: "We agreed."  \n';
const files = { 'seeds/visit.txt': visit, 'seeds/other.txt': other };
const names = Object.keys(files);

/** The paths of the packs that are kept in `kept`. */
function packs({ path }: TestFolder): string[] {
  return readdirSync(path('kept'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath.includes('content-v'))
    .map(entry => join(entry.parentPath, entry.name));
}

for (const args of [['read', '--json'], ['read'], ['check', '--format', 'json']] as const) {
  test(`${args.join(' ')}: the same comes from the cache as without it`, () =>
    withFolder(files, async folder => {
      const plain = await folder.run(...args, ...names);
      const first = await folder.run(...args, '--cache', 'kept', ...names);
      expect(packs(folder)).toHaveLength(1);
      const second = await folder.run(...args, '--cache', 'kept', ...names);
      expect(first).toEqual(plain);
      expect(second).toEqual(plain);
      // Nothing was new.
      expect(packs(folder)).toHaveLength(1);
    }));
}

test('a text that has changed is read again, and only that', () =>
  withFolder(files, async folder => {
    await folder.run('read', '--json', '--cache', 'kept', ...names);
    folder.write('seeds/visit.txt', visit.replace('Jan Marek', 'Petra Lindqvist'));
    const changed = await folder.run('read', '--json', '--cache', 'kept', ...names);
    expect(changed.out).toContain('Petra Lindqvist');
    expect(changed.out).not.toContain('Jan Marek');
    expect(changed.out).toContain('Lena Voss');
    expect(packs(folder)).toHaveLength(2);
  }));

test('a text is known under another name', () =>
  withFolder(files, async folder => {
    await folder.run('read', '--json', '--cache', 'kept', 'seeds/visit.txt');
    folder.write('moved.txt', visit);
    const { out } = await folder.run('read', '--json', '--cache', 'kept', 'moved.txt');
    expect(JSON.parse(out)).toMatchObject({ id: 'moved.txt', statements: [{ speakerName: 'Jan Marek' }] });
    expect(packs(folder)).toHaveLength(1);
  }));

test('the severities that are asked for hold for what comes from the cache', () =>
  withFolder(files, async folder => {
    const rule = (severity: string) =>
      folder.run('check', '--cache', 'kept', '--rule', `trailing-space=${severity}`, 'seeds');
    expect((await rule('error')).out).toContain('error trailing-space');
    expect((await rule('off')).out).not.toContain('trailing-space');
    expect((await rule('hint')).out).toContain('hint trailing-space');
  }));

test('what is damaged is said and read again', () =>
  withFolder(files, async folder => {
    const whole = await folder.run('read', '--json', '--cache', 'kept', ...names);
    truncateSync(packs(folder)[0]!, 100);
    const again = await folder.run('read', '--json', '--cache', 'kept', ...names);
    expect(again).toEqual({
      ...whole,
      err: 'readout: --cache kept: what was saved of earlier readings is damaged; what is missing is read again\n',
    });
    expect(await folder.run('read', '--json', '--cache', 'kept', ...names)).toEqual(whole);
  }));

test('a folder that cannot be had is said, and all is read', () =>
  withFolder({ ...files, taken: 'a file' }, async folder => {
    const plain = await folder.run('read', '--json', ...names);
    const { code, out, err } = await folder.run('read', '--json', '--cache', 'taken', ...names);
    expect({ code, out }).toEqual({ code: 0, out: plain.out });
    expect(err).toMatch(/^readout: --cache taken: what is read cannot be saved for the next time: ENOTDIR.*\n$/);
  }));

test('a full disk is said once, and all is read', async context =>
  withFolder(files, async folder => {
    mkdirSync(folder.path('small'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder.path('small')], { stdio: 'ignore' });
    } catch {
      return context.skip('no file system can be mounted here');
    }
    try {
      const plain = await folder.run('read', '--json', ...names);
      const { code, out, err } = await folder.run('read', '--json', '--cache', 'small/kept', ...names);
      expect({ code, out }).toEqual({ code: 0, out: plain.out });
      expect(err).toMatch(/^readout: --cache small\/kept: what is read cannot be saved for the next time: ENOSPC.*\n$/);
    } finally {
      execFileSync('umount', [folder.path('small')]);
    }
  }));

test('as a filter, too', () =>
  withFolder({ 'in.ndjson': `${JSON.stringify({ id: 1, text: visit })}\n` }, async folder => {
    const filter = () =>
      execFileSync('sh', ['-c', '"$0" "$1" read --ndjson --cache kept < in.ndjson', process.execPath, cli], {
        cwd: folder.path('.'),
        encoding: 'utf8',
      });
    const first = filter();
    expect(JSON.parse(first)).toMatchObject({ id: 1, statements: [{ speakerName: 'Jan Marek' }] });
    expect(filter()).toBe(first);
    expect(packs(folder)).toHaveLength(1);
  }));
