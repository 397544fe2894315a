import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const server = join(import.meta.dirname, '../../../dist/server.js');

/** Loaded before the server: when its first message leaves, it tells what files have been loaded, and the process ends. */
const watch = `process.stdout.write = () => {
  require('node:fs').writeSync(1, Object.keys(require.cache).join('\\n'));
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
    const loaded = (await text(child.stdout)).split('\n').map(file => basename(file));
    expect(loaded).toEqual(['watch.cjs', 'server.js']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
