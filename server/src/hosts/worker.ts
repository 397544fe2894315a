// The server in a web worker: messages come and go over the worker's own port, files through the client.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { filesOfClient } from '../protocol/clientFiles.ts';
import type { Host } from '../protocol/host.ts';
import { serve } from '../protocol/server.ts';
import { isReader, readForServer, webThreads } from './webThreads.ts';

const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener('message', () => waiting.shift()?.());
turns.port1.start();

/** A turn of the event loop. A timer would take four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    turns.port2.postMessage(null);
  });
}

function run(): void {
  const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  const threads = webThreads();
  const host: Host = { files: filesOfClient(connection), pause, ...(threads && { threads }) };
  serve(connection, host);
}

if (isReader) readForServer();
else run();
