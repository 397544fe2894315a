import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';

const server = join(import.meta.dirname, '../../../dist/server.js');

test('speaks over the channel that an editor on Node opens', async () => {
  const child = fork(server, ['--node-ipc'], { silent: true });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
  expect(await connection.sendRequest('initialize', params)).toMatchObject({ serverInfo: { name: 'Readout' } });
  const ended = new Promise(resolve => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});

test('ends when whoever started it has gone', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.stdin.end();
  expect(await Promise.race([ended, new Promise(resolve => setTimeout(() => resolve('still there'), 8000))])).not.toBe(
    'still there',
  );
  child.kill('SIGKILL');
});

test('says what it needs when it is started without a transport', async () => {
  const child = spawn(process.execPath, [server], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  let out = '';
  child.stdout.on('data', data => (out += data));
  child.stderr.on('data', data => (err += data));
  const code = await new Promise(resolve => child.once('close', resolve));
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/--stdio/);
});
