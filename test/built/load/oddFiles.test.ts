import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withFolder } from '../../kit/folder.ts';
import { eventually, withServer } from '../../kit/server.ts';
import { followed, settled, statusOf } from './whole.ts';

const about = (name: string) => `${name} said that the harbour is open.\n`;

/** What lies about in folders beside files. */
function lay(folder: string): void {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('deep/er'), { recursive: true });
  writeFileSync(at('deep/er/b.seed'), about('Ivo Marek'));
  symlinkSync(folder, at('deep/er/loop'));
  symlinkSync('itself.seed', at('itself.seed'));
  symlinkSync(at('nowhere'), at('dangling.seed'));
  symlinkSync(at('deep'), at('folder.seed'));
  mkdirSync(at('really.seed'));
  execFileSync('mkfifo', [at('pipe.seed')]);
  symlinkSync(at('pipe.seed'), at('linkedPipe.seed'));
  symlinkSync('/dev/zero', at('endless.seed'));
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.seed')]),
    about('Eva Lindt'),
  );
}

/** Windows has other oddities, and none of these. */
describe.skipIf(process.platform === 'win32')('loops, pipes, sockets, dangling links, names that are no text', () => {
  test('the server reads what is a file and goes on', () =>
    withServer(
      { files: { 'a.seed': about('Ana Ruiz'), 'z.seed': about('Tom Reed') }, capabilities: followed, prepare: lay },
      async running => {
        const status = statusOf(running);
        const names = async () =>
          (await running.request<{ name: string }[]>('workspace/symbol', { query: '' })).map(({ name }) => name).sort();
        const wanted = ['Ana Ruiz', 'Ivo Marek', 'Tom Reed'];
        await eventually(names, found => JSON.stringify(found) === JSON.stringify(wanted), 20_000);
        expect(await names()).toEqual(wanted);
        const settledStatus = await settled(status, 3);
        const left = new Set(settledStatus?.unread.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)));
        for (const name of ['itself.seed', 'dangling.seed', 'folder.seed', 'linkedPipe.seed', 'endless.seed'])
          expect(left).toContain(name);
        expect([...left].some(name => /%EF%BF%BD/.test(name))).toBe(true);
      },
    ));

  test('a pipe that the editor tells of does not keep the next file waiting', () =>
    withServer({ files: { 'a.seed': about('Ana Ruiz') }, capabilities: followed, prepare: lay }, async running => {
      await settled(statusOf(running), 2);
      running.write('new.seed', about('Kim Bell'));
      running.watched(1, 'pipe.seed', 'endless.seed', 'new.seed');
      const found = await eventually(
        () => running.request('workspace/symbol', { query: 'bell' }),
        symbols => symbols.length > 0,
      );
      expect(found).toHaveLength(1);
    }));

  test('a socket', () =>
    withServer({ files: { 'a.seed': about('Ana Ruiz') }, capabilities: followed }, async running => {
      const socket = createServer().listen(running.path('s.seed'));
      running.watched(1, 's.seed');
      running.write('new.seed', about('Kim Bell'));
      running.watched(1, 'new.seed');
      await settled(statusOf(running), 2);
      expect(await running.request('workspace/symbol', { query: 'bell' })).toHaveLength(1);
      socket.close();
    }));

  test('the command line checks what is a file and comes to its end', () =>
    withFolder({ 'in/a.seed': about('Ana Ruiz') }, async ({ path, run }) => {
      lay(path('in'));
      const { code, out } = await run('check', 'in');
      expect([0, 1, 2]).toContain(code);
      expect(out).toBeDefined();
    }));
});

test('a folder that vanishes while it is listed and read', () => {
  const files = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${n % 30}/${n}.seed`, about('Ana Ruiz')]));
  return withServer({ files, capabilities: followed }, async running => {
    const status = statusOf(running);
    for (let n = 0; n < 30; n++) rmSync(running.path(`${n}`), { recursive: true, force: true });
    running.write('last.seed', about('Ivo Marek'));
    running.watched(3, ...Array.from({ length: 30 }, (_, n) => `${n}`));
    running.watched(1, 'last.seed');
    const seen = await eventually(
      async () => [status.last()?.progress, (await running.request('workspace/symbol', { query: '' })).length],
      ([progress, names]) => progress === null && names === 1,
      30_000,
    );
    expect(seen).toEqual([null, 1]);
    expect(await running.request('workspace/symbol', { query: 'marek' })).toHaveLength(1);
  });
});
