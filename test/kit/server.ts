import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** What VS Code can do, as far as the server asks. */
export const editor: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface Options {
  /** Files by their path in a fresh folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Workspace folders in that folder; the folder itself if not given, none for []. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** `readout.include`, by folder or for all. */
  readonly include?: readonly string[];
  readonly inlayHints?: string;
  readonly codeLens?: boolean;
  /** The folder in which the editor has what was read saved, by its path. */
  readonly storage?: string;
  /** Called before the handshake, when the files are there. */
  readonly prepare?: (folder: string) => void;
}

export interface Running {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  readonly folder: string;
  readonly log: string[];
  readonly errors: () => string;
  readonly registrations: { method: string; registerOptions?: unknown }[];
  readonly progress: { kind: string; message?: string }[];
  readonly published: PublishDiagnosticsParams[];
  /** What the client answers when asked for its settings. */
  readonly settings: { include: readonly string[]; inlayHints?: string; codeLens?: boolean };
  readonly uri: (name: string) => string;
  readonly path: (name: string) => string;
  open(name: string, text: string, languageId?: string): string;
  change(uri: string, version: number, ...changes: { range?: unknown; text: string }[]): void;
  close(uri: string): void;
  watched(type: 1 | 2 | 3, ...names: string[]): void;
  write(name: string, content: string | Uint8Array): void;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with what is expected, whole.
  request<R = any>(method: string, params: unknown): Promise<R>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  about<R = any>(method: string, uri: string, line?: number, character?: number, more?: object): Promise<R>;
}

const server = join(import.meta.dirname, '../../dist/server.js');

/** Runs the built server as a child process, in a folder of its own, and ends both. */
export async function withServer(options: Options, use: (running: Running) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'readout-test-')));
  const running = await start(folder, options);
  try {
    await use(running);
  } finally {
    running.connection.dispose();
    running.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string, options: Options): Promise<Running> {
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(options.files ?? {})) write(name, content);
  options.prepare?.(folder);
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', data => (errors += data));
  // What is still under way when a server is ended goes into the pipe, and nowhere.
  const input = new PassThrough();
  child.stdin.on('error', () => {});
  input.pipe(child.stdin);
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(input));
  const uri = (name: string) => (name.includes(':') ? name : pathToFileURL(path(name)).toString());
  const log: string[] = [];
  const progress: Running['progress'] = [];
  const registrations: Running['registrations'] = [];
  const published: PublishDiagnosticsParams[] = [];
  const { include = [], inlayHints, codeLens } = options;
  const settings: Running['settings'] = { include, ...(inlayHints && { inlayHints }), ...(codeLens && { codeLens }) };
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
  connection.onRequest('client/registerCapability', params => void registrations.push(...params.registrations));
  connection.onRequest('client/unregisterCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', ({ value }) => void progress.push(value));
  connection.onNotification('window/logMessage', ({ message }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', params => void published.push(params));
  connection.listen();
  const folders = (options.folders ?? ['']).map(name => ({ uri: uri(name), name }));
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.length > 0 ? folders : null,
    capabilities: options.capabilities ?? editor,
    ...(options.storage && { initializationOptions: { storage: options.storage } }),
  });
  void connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    process: child,
    folder,
    log,
    errors: () => errors,
    registrations,
    progress,
    published,
    settings,
    uri,
    path,
    write,
    open: (name, text, languageId = 'seed') => {
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId, version: 1, text },
      });
      return uri(name);
    },
    change: (changed, version, ...contentChanges) =>
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: changed, version },
        contentChanges,
      }),
    close: closed => void connection.sendNotification('textDocument/didClose', { textDocument: { uri: closed } }),
    watched: (type, ...names) =>
      void connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: names.map(name => ({ uri: uri(name), type })),
      }),
    request: (method, params) => connection.sendRequest(method, params),
    about: (method, about, line = 0, character = 0, more = {}) =>
      connection.sendRequest(method, { textDocument: { uri: about }, position: { line, character }, ...more }),
  };
}

/** Asks again until what comes is as wanted; the last answer if it never is, so that the test shows it. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  wanted: (value: T) => boolean,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await ask();
    if (wanted(value) || Date.now() > end) return value;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
