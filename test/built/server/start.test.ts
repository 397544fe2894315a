import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const server = join(import.meta.dirname, '../../../dist/server.js');

/**
 * Loaded before the server: when its first message leaves, it tells what files have been loaded and what functions called, and
 * the process ends. A module that is evaluated on demand is a function of the bundle, called by its path.
 */
const watch = `const session = new (require('node:inspector').Session)();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true });
process.stdout.write = () => {
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    const called = result.flatMap(({ functions }) => functions).filter(({ ranges }) => ranges[0].count > 0);
    const functions = called.map(({ functionName }) => functionName);
    require('node:fs').writeFileSync(1, JSON.stringify({ files: Object.keys(require.cache), functions }));
  });
  process.exit();
};`;

test('has answered the handshake before it loads what it needs for the saved index, or for reading', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  try {
    writeFileSync(join(folder, 'watch.cjs'), watch);
    const child = spawn(process.execPath, ['--require', join(folder, 'watch.cjs'), server, '--stdio']);
    const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { storage: folder } };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    const { files, functions } = JSON.parse(await text(child.stdout)) as { files: string[]; functions: string[] };
    expect(files.map(file => basename(file))).toEqual(['watch.cjs', 'server.js']);
    expect(functions.some(name => name.startsWith('server/src/'))).toBe(true);
    const late = ['reading/warmUp.ts', 'reading/read.ts', 'rules/index.ts', 'hosts/savedIndex.ts'];
    expect(functions.filter(name => late.includes(name.replace('server/src/', '')))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
