import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { parentPort } from 'node:worker_threads';
import {
  type Connection,
  createConnection,
  type Message,
  type MessageReader,
  ProposedFeatures,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { passedOver } from '../protocol/addresses.ts';
import { filesOfClient } from '../protocol/clientFiles.ts';
import type { FileSystem, Host } from '../protocol/host.ts';
import { reasonOf } from '../protocol/reason.ts';
import { serve } from '../protocol/server.ts';
import { written } from '../protocol/writing.ts';
import { nodeThreads, readForServer } from './nodeThreads.ts';
import { pause } from './pause.ts';
import { readingVersion } from './readingVersion.ts';
import { readStamped } from './stamps.ts';

const files: FileSystem = {
  read: uri => readFile(URI.parse(uri).fsPath),
  list: folder => listFolder(URI.parse(folder).fsPath),
};

/** Files of this machine are read as such; those of virtual workspaces the client alone can reach. */
function filesFor(connection: Connection): FileSystem {
  const virtual = filesOfClient(connection);
  const isHere = (uri: string) => uri.startsWith('file:');
  return {
    read: uri => (isHere(uri) ? files : virtual).read(uri),
    readStamped: async uri =>
      isHere(uri) ? readStamped(URI.parse(uri).fsPath) : { bytes: await virtual.read(uri), stamp: null },
    list: folder => (isHere(folder) ? files : virtual).list(folder),
  };
}

/** Folder by folder, so that the files of each come together. */
async function* listFolder(folder: string): AsyncGenerator<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const address = URI.file(folder).toString();
  yield entries
    .filter(entry => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => (plainName.test(name) ? `${address}/${name}` : URI.file(`${folder}/${name}`).toString()));
  for (const { name } of entries.filter(entry => entry.isDirectory() && !passedOver.has(entry.name))) {
    yield* readable(`${folder}/${name}`);
  }
}

/** It stands in an address as it is. */
const plainName = /^[\w.-]+$/;

/** A folder below the first that cannot be listed does not end the listing. */
async function* readable(folder: string): AsyncGenerator<readonly string[]> {
  try {
    yield* listFolder(folder);
  } catch (error) {
    console.error(`Readout could not list ${folder}: ${reasonOf(error)}`);
  }
}

/** Beside the bundle's folder in the extension and in the project. */
const pages = join(__dirname, '..', 'docs', 'rules');

const hostOf = (connection: Connection): Host => ({
  files: filesFor(connection),
  threads: nodeThreads(__filename),
  comparesReadings: process.env.READOUT_PARANOID === '1',
  ...(existsSync(pages) && { pages: URI.file(pages).toString() }),
  openSaved: async (folder, say) => {
    // Not before it is asked for: the handshake and the threads do without.
    const { openSavedIndex } = await import('./savedIndex.ts');
    const path = folder.startsWith('file:') ? URI.parse(folder).fsPath : folder;
    return openSavedIndex(path, { kind: 'facts', version: readingVersion, say }, join(__dirname, 'states.js'));
  },
  tellsLongTurns: process.env.READOUT_STALLS === '1',
  pause,
});

/** The connection that the arguments ask for (--stdio, --node-ipc, --socket=PORT, --pipe=NAME); null if they ask for none. */
function connect(): Connection | null {
  try {
    return process.argv.includes('--stdio') ? connectOverStdio() : createConnection(ProposedFeatures.all);
  } catch (error) {
    console.error(reasonOf(error));
    console.error('Start the Readout language server with --stdio, or --node-ipc from Node.');
    return null;
  }
}

/** As the library makes it for --stdio, but for how messages are written. What is to be said goes to the client's log. */
function connectOverStdio(): Connection {
  const contentTypeEncoder = { name: 'application/json', encode: async (message: Message) => written(message) };
  const output = new StreamMessageWriter(process.stdout, { contentTypeEncoder });
  // It takes a stream or a reader, whatever the other one is, and ends the process when the stream does.
  const connection = createConnection(ProposedFeatures.all, process.stdin as unknown as MessageReader, output);
  console.error = (...words) => connection.console.error(format(...words));
  return connection;
}

/** Standard output carries the protocol and nothing else. */
console.log = console.info = console.debug = (...words) => console.error(...words);

function run(): void {
  const connection = connect();
  if (connection) {
    process.on('uncaughtException', error => console.error('Readout:', error));
    process.on('unhandledRejection', reason => console.error('Readout:', reason));
    serve(connection, hostOf(connection));
  } else {
    process.exitCode = 2;
  }
}

/** The threads of the server run its own bundle. */
if (parentPort) readForServer(parentPort);
else run();
