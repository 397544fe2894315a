import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type ClientCapabilities,
  createMessageConnection,
  Emitter,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol';

const bundle = join(import.meta.dirname, '../../dist/browser/server.js');

/**
 * Gives a thread of Node the face of a web worker: what is posted arrives at its `onmessage`, nothing of Node is in reach, and its
 * stack is as small as a browser's. Where it may, it can have workers of its own.
 */
const asWebWorker = `
  const { parentPort, workerData, Worker: Thread } = require('node:worker_threads');
  const source = require('node:fs').readFileSync(${JSON.stringify(bundle)}, 'utf8');
  const scope = globalThis;
  scope.self = scope;
  scope.name = workerData.name;
  scope.addEventListener = () => {};
  scope.postMessage = (message, transferred) => parentPort.postMessage(message, transferred);
  parentPort.on('message', data => scope.onmessage?.({ data }));
  if (workerData.mayNest) {
    scope.location = { href: 'https://editor.example/server.js' };
    scope.Worker = class {
      constructor(address, { name }) {
        if (address !== scope.location.href) throw new Error('no such script');
        this.thread = new Thread(workerData.self, { eval: true, workerData: { name, self: workerData.self } });
        this.thread.on('message', data => this.onmessage?.({ data }));
        this.thread.on('error', ({ message }) => this.onerror?.({ message }));
        parentPort.postMessage({ jsonrpc: '2.0', method: 'test/nested', params: { name } });
      }
      postMessage(message, transferred) { this.thread.postMessage(message, transferred); }
      terminate() { this.thread.terminate(); }
    };
  }
  for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate', 'require', 'global']) delete scope[name];
  (0, eval)(source);
`;

export interface InWorker {
  readonly connection: MessageConnection;
  readonly published: { uri: string; diagnostics: { code: string; codeDescription?: { href: string } }[] }[];
  readonly log: string[];
  /** Addresses that the worker asked the client to read. */
  readonly asked: string[];
  /** What the workers are called that it has made. */
  readonly nested: string[];
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what is expected, whole.
  request(method: string, params: unknown): Promise<any>;
  open(uri: string, text: string): string;
}

/** Runs the built web worker with the files of a virtual workspace, `memfs:/paper`, and ends it. */
export async function withWorker(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (worker: InWorker) => Promise<void>,
  capabilities: ClientCapabilities = {},
  initializationOptions?: object,
  mayNest = false,
): Promise<void> {
  const worker = new Worker(asWebWorker, {
    eval: true,
    workerData: { name: '', self: asWebWorker, mayNest },
    resourceLimits: { stackSizeMb: 0.5 },
  });
  const connection = connectTo(worker);
  const published: InWorker['published'] = [];
  const log: string[] = [];
  const asked: string[] = [];
  const nested: string[] = [];
  connection.onNotification('test/nested', ({ name }) => void nested.push(name));
  connection.onNotification('textDocument/publishDiagnostics', params => void published.push(params));
  connection.onNotification('window/logMessage', ({ message }) => void log.push(message));
  connection.onRequest('readout/listFiles', ({ folder }) =>
    Object.keys(files).filter(uri => uri.startsWith(`${folder}/`)),
  );
  connection.onRequest('readout/readFile', ({ uri }) => {
    asked.push(uri);
    const content = files[uri];
    if (content === undefined) throw new Error(`FileNotFound: ${uri}`);
    return Buffer.from(content).toString('base64');
  });
  connection.listen();
  const test = async () => {
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'memfs:/paper', name: 'paper' }],
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    await use({
      ...{ connection, published, log, asked, nested },
      request: (method, params) => connection.sendRequest(method, params),
      open: (uri, text) => {
        void connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'seed', version: 1, text },
        });
        return uri;
      },
    });
  };
  try {
    await Promise.race([test(), new Promise((_, died) => worker.once('error', died))]);
  } finally {
    connection.dispose();
    await worker.terminate();
  }
}

function connectTo(worker: Worker): MessageConnection {
  const errors = new Emitter<Error>();
  const closed = new Emitter<void>();
  worker.on('error', error => errors.fire(error));
  worker.on('exit', () => closed.fire());
  const reader: MessageReader = {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: new Emitter<never>().event,
    listen: callback => {
      worker.on('message', callback);
      return { dispose: () => worker.off('message', callback) };
    },
    dispose: () => {},
  };
  const writer: MessageWriter = {
    onError: new Emitter<never>().event,
    onClose: closed.event,
    write: async (message: Message) => worker.postMessage(message),
    end: () => {},
    dispose: () => {},
  };
  return createMessageConnection(reader, writer);
}
