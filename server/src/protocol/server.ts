import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { addressOf, type Folder, shownAddress, watchedGlobs } from './addresses.ts';
import { createAnswering, readAhead, warmUp } from './answering.ts';
import { capabilities } from './capabilities.ts';
import type { Showing } from './diagnostics.ts';
import { canPull, features, toDiagnostics, toPeopleDiagnostics } from './features.ts';
import { createFiles, type Files } from './files.ts';
import type { Host } from './host.ts';
import { createLibrary, isUnread, type Library, noteEdit, openBuffer, quietIn, view, withdraw } from './library.ts';
import { createLongNotice } from './longDocuments.ts';
import { paramsOf, textIn } from './params.ts';
import { createPeopleFiles, createPeopleNews, type PeopleFiles, peopleView } from './people.ts';
import { createPeopleChecks } from './peopleChecks.ts';
import { readSettings, type Shown } from './settings.ts';
import { createStatus } from './status.ts';
import { tellLongTurns } from './turns.ts';
import { readRest, stopReading } from './views.ts';

/** A whole language server on a connection; returns once it listens. */
export function serve(connection: Connection, host: Host): void {
  const library = createLibrary();
  const status = createStatus(connection, library, () => client);
  const files = createFiles(connection, library, host, () => noted());
  if (host.comparesReadings) {
    connection.console.info('Readout compares each reading of an edited document with a fresh one.');
    library.toldOfWrongReading = address =>
      connection.console.error(`Readout read ${shownAddress(address)} otherwise after an edit than afresh.`);
  }
  const answering = createAnswering(connection, library, host);
  let client: ClientCapabilities = {};
  let rulePage = host.pages && `${host.pages}/{code}.md`;
  let storage: string | undefined;
  const noted = () => {
    status.noted();
    peopleChecks.noted();
  };

  const tellPeople = createPeopleNews(connection, library, host, () => client, noted);
  const showing = () => ({ client, rulePage });
  const diagnosing = publishDiagnostics(connection, library, host, showing, noted, tellPeople);
  const peopleChecks = createPeopleChecks(connection, library, showing, diagnosing.soon);
  const people = createPeopleFiles(connection, library, host, tellPeople);
  followBuffers(connection, library, files, people, diagnosing);
  followFiles(connection, files, people);
  for (const feature of features)
    feature.listen(connection, { library, answering, host, client: () => client, showing });

  connection.onInitialize(params => {
    client = params.capabilities;
    rulePage = textIn(paramsOf(params.initializationOptions), 'rulePage') ?? rulePage;
    storage = textIn(paramsOf(params.initializationOptions), 'storage');
    library.folders = foldersOf(params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []));
    return { capabilities: capabilities(client), serverInfo: { name: 'Readout' } };
  });
  connection.onInitialized(() => {
    if (storage && host.openSaved) {
      files.save(host.openSaved(storage, message => connection.console.warn(`Readout: ${message}`)));
    }
    void start(connection, library, files, people, diagnosing, noted, () => client).catch(logTo(connection));
    void warmUp(library, host).catch(logTo(connection));
  });
  connection.onNotification(stopReading, () => files.stop());
  connection.onNotification(readRest, () => void files.readRest().catch(logTo(connection)));
  connection.onShutdown(async () => {
    diagnosing.stop();
    peopleChecks.stop();
    status.stop();
    await files.end();
  });
  if (host.tellsLongTurns) tellLongTurns(message => connection.console.log(message));
  connection.listen();
}

/** After the handshake, so that it never waits: settings, watching, and all files in the background. */
async function start(
  connection: Connection,
  library: Library,
  files: Files,
  people: PeopleFiles,
  diagnosing: Diagnosing,
  noted: () => void,
  client: () => ClientCapabilities,
) {
  let watching: Disposable | null = null;
  const said = new Set<string>();

  const settle = async () => {
    await applySettings(connection, library, client(), said);
    for (const { source } of library.buffers.values()) diagnosing.soon(source.uri);
    const watched = await watch(connection, library.folders, client());
    watching?.dispose();
    watching = watched;
    await people.readAll();
    await files.readAll(watched !== null);
    library.isAllRead = true;
    noted();
  };

  connection.onDidChangeConfiguration(() => void settle().catch(logTo(connection)));
  if (client().workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'readout' });
  }
  if (client().workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => folderAddress(uri)));
      library.folders = [...library.folders.filter(({ address }) => !gone.has(address)), ...foldersOf(added)];
      void settle().catch(logTo(connection));
    });
  }
  await settle();
}

function followBuffers(
  connection: Connection,
  library: Library,
  files: Files,
  people: PeopleFiles,
  diagnosing: Diagnosing,
): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidOpen(({ document }) => {
    openBuffer(library, document);
    files.opened();
  });
  documents.onDidChangeContent(({ document }) => {
    if (!isUnread(library, document.uri)) noteEdit(library, document.uri);
    diagnosing.soon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    const address = addressOf(document.uri);
    library.buffers.delete(address);
    library.unread.delete(address);
    withdraw(library, address);
    files.changed(document.uri);
    people.changed(document.uri);
    diagnosing.clear(document.uri);
  });
  documents.listen(connection);
}

function followFiles(connection: Connection, files: Files, people: PeopleFiles): void {
  const changed = (uri: string) => {
    files.changed(uri);
    people.changed(uri);
  };
  const deleted = (uri: string) => {
    files.deleted(uri);
    people.deleted(uri);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) deleted(uri);
      else changed(uri);
    }
  });
  connection.workspace.onDidCreateFiles(({ files: created }) => {
    for (const { uri } of created) changed(uri);
  });
  connection.workspace.onDidDeleteFiles(({ files: gone }) => {
    for (const { uri } of gone) deleted(uri);
  });
  connection.workspace.onDidRenameFiles(({ files: renamed }) => {
    for (const { oldUri, newUri } of renamed) {
      deleted(oldUri);
      changed(newUri);
    }
  });
}

interface Diagnosing {
  /** At once if it is not being edited, else once typing pauses. */
  soon(uri: string): void;
  clear(uri: string): void;
  stop(): void;
}

/** Reads a document when it was opened or typing pauses, and sends its diagnostics to clients that do not ask for them. */
function publishDiagnostics(
  connection: Connection,
  library: Library,
  host: Host,
  showing: () => Showing,
  noted: () => void,
  tellPeople: () => void,
): Diagnosing {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sayIfLong = createLongNotice(connection, library);
  const send = async (uri: string) => {
    timers.delete(uri);
    try {
      const buffer = library.buffers.get(addressOf(uri));
      const version = buffer?.source.version;
      const isOver = () => library.buffers.get(addressOf(uri)) !== buffer || buffer?.source.version !== version;
      // A timer goes off beside the work of others.
      await host.pause();
      await readAhead(library, host, uri, isOver);
      if (isOver()) return;
      const seen = view(library, uri);
      const people = seen ? null : peopleView(library, uri);
      noted();
      sayIfLong(uri);
      if (people) tellPeople();
      if (canPull(showing().client)) return;
      const diagnostics = seen
        ? toDiagnostics(seen, showing())
        : people
          ? toPeopleDiagnostics(library, people, showing())
          : [];
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    } catch (error) {
      logTo(connection)(error);
    }
  };
  return {
    soon: uri => {
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => void send(uri), quietIn(library, uri)),
      );
    },
    clear: uri => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      noted();
      if (!canPull(showing().client)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function foldersOf(folders: readonly WorkspaceFolder[]): Folder[] {
  return folders.map(({ uri }) => ({ address: folderAddress(uri), include: [] }));
}

function folderAddress(uri: string): string {
  return addressOf(uri).replace(/\/+$/, '');
}

/**
 * Takes over what the client has set; a client that asks for diagnostics is told where other rules hold than before.
 * What is wrong with the settings goes to the log, where it was not said before.
 */
async function applySettings(
  connection: Connection,
  library: Library,
  client: ClientCapabilities,
  said: Set<string>,
): Promise<void> {
  const settings = await readSettings(connection, library.folders, client);
  if (settings === null) return;
  const before = rulesByFolder(library);
  library.folders = settings.folders;
  library.rules = settings.rules;
  showAgain(connection, library.shown, settings.shown, client);
  library.shown = settings.shown;
  for (const complaint of settings.complaints) {
    if (!said.has(complaint)) connection.console.warn(`Readout, in readout.rules: ${complaint}`);
    said.add(complaint);
  }
  if (client.workspace?.diagnostics?.refreshSupport && rulesByFolder(library) !== before) {
    void connection.languages.diagnostics.refresh().catch(logTo(connection));
  }
}

/** Asks the client to ask again for what a setting has switched on or off. */
function showAgain(connection: Connection, before: Shown, now: Shown, { workspace }: ClientCapabilities): void {
  if (before.inlayHints !== now.inlayHints && workspace?.inlayHint?.refreshSupport) {
    void connection.languages.inlayHint.refresh().catch(logTo(connection));
  }
  if (before.codeLens !== now.codeLens && workspace?.codeLens?.refreshSupport) {
    void connection.sendRequest(CodeLensRefreshRequest.type).catch(logTo(connection));
  }
}

function rulesByFolder({ folders, rules }: Library): string {
  return JSON.stringify([...folders.map(({ address, rules }) => [address, [...(rules ?? [])]]), [...rules]]);
}

async function watch(
  connection: Connection,
  folders: readonly Folder[],
  client: ClientCapabilities,
): Promise<Disposable | null> {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration || folders.length === 0) return null;
  const watchers = watchedGlobs(folders).map(globPattern => ({ globPattern }));
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

function logTo(connection: Connection): (error: unknown) => void {
  return error =>
    connection.console.error(`Readout: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
}
