import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from './bundle.mjs';

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url));

/**
 * The built server over stdio, past the handshake.
 * @param {{ folder?: string, storage?: string, flags?: string[] }} [options] a folder with documents, one for the saved index,
 *   and flags of Node
 */
export async function startServer({ folder, storage, flags = [] } = {}) {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, '--expose-gc', '--require', probe, path.join(root, 'dist/server.js'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] },
  );
  const ended = new Promise(resolve => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const indexed = whenIndexed(connection, begun);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folder ? [{ uri: pathToFileURL(folder).toString(), name: 'documents' }] : null,
    initializationOptions: storage ? { storage } : {},
    capabilities: {
      window: { workDoneProgress: true },
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      experimental: { readoutStatus: true },
    },
  });
  /** Milliseconds from the start to the answer. */
  const initialized = performance.now() - begun;
  await connection.sendNotification('initialized', {});
  const tell = question =>
    new Promise(resolve => {
      child.once('message', resolve);
      child.send(question);
    });
  const versions = new Map();
  return {
    initialized,
    /** Milliseconds from the start of the server until every document of its folder is read. */
    indexed: indexed.all,
    /** Resolves when so many documents are read. */
    reached: indexed.reached,
    open(uri, text) {
      versions.set(uri, 1);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'seed', version: 1, text },
      });
    },
    /** Puts a text in front of a position. */
    insert(uri, position, text) {
      const version = versions.get(uri) + 1;
      versions.set(uri, version);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      });
    },
    ask: (method, params) => connection.sendRequest(method, params),
    about: (method, uri, more = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more }),
    /** Milliseconds of processor that all its threads have had since it was started. */
    processor: () => tell('processor'),
    /** Bytes after a collection: resident, and in the heap of the server's main thread. */
    memory: () => tell('memory'),
    /** The times, in milliseconds, for which the event loop stood still for over 50 ms since last asked. */
    stalls: () => tell('stalls'),
    /** Milliseconds from the arrival of each message to the first words that left after it, since last asked. */
    answers: () => tell('answers'),
    /** As an editor that is closed: what is left to be saved is. */
    close: async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
      child.kill('SIGKILL');
    },
    /** As `close`, and waits until the process has ended by itself. */
    exit: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
    /** Resolves when the process is gone, and with it what it would take of the machine. */
    stop: () => {
      connection.dispose();
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Follows the progress and the status that the server tells. */
function whenIndexed(connection, begun) {
  let documents = 0;
  const waiting = [];
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', () => {});
  const all = new Promise(resolve => {
    let hasBegun = false;
    connection.onNotification('readout/status', status => {
      documents = status.progress?.done ?? status.documents;
      if (status.progress) hasBegun = true;
      for (const { count, then } of waiting) if (documents >= count) then();
      if (!status.progress && (hasBegun || status.documents > 0)) resolve(performance.now() - begun);
    });
  });
  return { all, reached: count => new Promise(then => waiting.push({ count, then })) };
}
