import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { setPeople, settlePeople } from '../corpus/corpus.ts';
import { type PeopleFile, readPeople } from '../corpus/people/file.ts';
import { gatherPeople, type PlacedFile } from '../corpus/people/people.ts';
import type { Standing } from '../features/peopleDiagnostics.ts';
import { addressOf, type Folder, fileName, isInside, peopleFileName, shownAddress } from './addresses.ts';
import { type Lines, linesOf } from './convert.ts';
import { decode } from './decode.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { reasonOf } from './reason.ts';

/** A people file: as it is, and as it was when it last had no errors, which is what holds. */
export interface KeptPeople {
  readonly address: string;
  readonly folder: Folder;
  readonly text: string;
  /** Of the buffer; null for a file that is not open. */
  readonly version: number | null;
  readonly file: PeopleFile;
  readonly lines: Lines;
  readonly whole: { readonly file: PeopleFile; readonly lines: Lines } | null;
}

/** A people file that is open, as it stands now. */
export interface PeopleView extends PlacedFile {
  readonly text: string;
  readonly version: number;
  readonly lines: Lines;
}

/** The address of the people file of the innermost folder that a document lies in; null for one that lies in none. */
export function peopleAddress({ folders }: Library, address: string): string | null {
  const around = folders.filter(folder => isInside(folder.address, address));
  if (around.length === 0) return null;
  return addressIn(around.reduce((a, b) => (b.address.length > a.address.length ? b : a)).address, peopleFileName);
}

/** The address of what lies at a path in a folder. */
export function addressIn(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), ...path.replaceAll('\\', '/').split('/')).toString();
}

/** The path of a document from the folder of a people file. */
export function pathFrom(people: string, address: string): string {
  const folder = Utils.dirname(URI.parse(people)).path;
  return URI.parse(address).path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

/** Reads the people files that are open again where they have been edited. */
export function catchUpPeople(library: Library): void {
  for (const folder of library.folders) {
    const address = addressIn(folder.address, peopleFileName);
    const buffer = library.buffers.get(address);
    if (!buffer || library.people.get(address)?.version === buffer.source.version) continue;
    keep(library, folder, address, buffer.source.getText(), buffer.source.version);
  }
}

/** A people file that is open; null for anything else. */
export function peopleView(library: Library, uri: string): PeopleView | null {
  const address = addressOf(uri);
  const buffer = library.buffers.get(address);
  if (!buffer || !isPeopleFile(library, address)) return null;
  catchUpPeople(library);
  const { text, file, lines, folder } = library.people.get(address)!;
  const { version } = buffer.source;
  return { uri: address, folder: folder.address, file, text, lines, version };
}

export function isPeopleFile({ folders }: Library, address: string): boolean {
  return folders.some(folder => addressIn(folder.address, peopleFileName) === address);
}

/** Which state of a people file holds. */
export function standingOf(kept: KeptPeople | undefined): Standing {
  if (kept && kept.whole?.file === kept.file) return 'as written';
  return kept?.whole ? 'as before' : 'unused';
}

/** Keeps the people files in step with those on disk, where no buffer is open over them. */
export interface PeopleFiles {
  /** Reads those of all folders, and drops those of folders that have gone. */
  readAll(): Promise<void>;
  changed(uri: string): void;
  deleted(uri: string): void;
}

/** @param changed called when what the people files say has changed, or may have */
export function createPeopleFiles(
  connection: Connection,
  library: Library,
  host: Host,
  changed: () => void,
): PeopleFiles {
  const complained = new Set<string>();

  const read = async (folder: Folder, address: string) => {
    if (library.buffers.has(address)) return;
    try {
      const text = decode(await host.files.read(address));
      if (library.buffers.has(address) || !library.folders.some(known => known.address === folder.address)) return;
      if (text === null) complain(address, 'it is not a text file');
      else {
        const { file } = keep(library, folder, address, text, null);
        if (file.isWhole) complained.delete(address);
        else complain(address, file.problems.find(({ severity }) => severity === 'error')!.message);
      }
    } catch (error) {
      if (isMissing(error)) drop(library, address);
      else complain(address, reasonOf(error));
    }
    changed();
  };
  /** Once until it is mended; where the file is open its diagnostics say so. */
  const complain = (address: string, why: string) => {
    if (complained.has(address)) return;
    complained.add(address);
    const holds = library.people.get(address)?.whole ? 'What it said before holds' : 'None of it holds';
    const message = `${fileName(address)} has errors. ${holds} until they are mended. ${why}`;
    connection.console.warn(`Readout: ${shownAddress(address)}: ${why}`);
    connection.window.showWarningMessage(message);
  };

  return {
    readAll: async () => {
      for (const address of library.people.keys()) if (!isPeopleFile(library, address)) drop(library, address);
      for (const folder of library.folders) await read(folder, addressIn(folder.address, peopleFileName));
      catchUpPeople(library);
      changed();
    },
    changed: uri => {
      const address = addressOf(uri);
      const folder = library.folders.find(known => addressIn(known.address, peopleFileName) === address);
      if (folder) void read(folder, address);
    },
    deleted: uri => {
      const gone = addressOf(uri);
      for (const address of library.people.keys()) {
        if ((address !== gone && !isInside(gone, address)) || library.buffers.has(address)) continue;
        drop(library, address);
        changed();
      }
    },
  };
}

/** A document takes up to a millisecond to be looked at again; what waits meanwhile is answered between some and the next. */
const documentsAtOnce = 20;

/**
 * Has all documents follow what the people files say, and tells a client to ask again for what it shows, where that is something
 * else than when it was last told. Gives a function to be called whenever they may say something else.
 */
export function createPeopleNews(
  connection: Connection,
  library: Library,
  host: Host,
  client: () => ClientCapabilities,
  noted: () => void,
): () => void {
  let told = library.corpus.people;
  let isSettling = false;
  const logged = (asked: Promise<unknown>) => asked.catch(error => connection.console.error(`Readout: ${error}`));
  const settle = async () => {
    if (isSettling) return;
    isSettling = true;
    try {
      while (settlePeople(library.corpus, documentsAtOnce)) await host.pause();
    } finally {
      isSettling = false;
    }
    tell();
  };
  const tell = () => {
    if (library.corpus.people === told) return;
    told = library.corpus.people;
    noted();
    const { workspace } = client();
    if (workspace?.semanticTokens?.refreshSupport) void logged(connection.languages.semanticTokens.refresh());
    if (workspace?.inlayHint?.refreshSupport) void logged(connection.languages.inlayHint.refresh());
    if (workspace?.codeLens?.refreshSupport) void logged(connection.sendRequest(CodeLensRefreshRequest.type));
    if (workspace?.diagnostics?.refreshSupport) void logged(connection.languages.diagnostics.refresh());
  };
  return () => void logged(settle());
}

/** Hosts say in different words that there is no such file, which is nothing to complain of. */
function isMissing(error: unknown): boolean {
  return /ENOENT|no such|not ?found|nonexistent/i.test(`${(error as { code?: unknown } | null)?.code ?? ''} ${error}`);
}

function keep(library: Library, folder: Folder, address: string, text: string, version: number | null): KeptPeople {
  const before = library.people.get(address);
  const isSame = before?.text === text;
  const file = isSame ? before.file : readPeople(text);
  const lines = isSame ? before.lines : linesOf(text);
  const whole = file.isWhole ? { file, lines } : (before?.whole ?? null);
  const kept: KeptPeople = { address, folder, text, version, file, lines, whole };
  library.people.set(address, kept);
  if (whole?.file !== before?.whole?.file) gather(library);
  return kept;
}

function drop(library: Library, address: string): void {
  if (library.people.delete(address)) gather(library);
}

/** In the order of the folders, so that it does not matter which file was read first. */
function gather(library: Library): void {
  const files = library.folders.flatMap((folder): PlacedFile[] => {
    const kept = library.people.get(addressIn(folder.address, peopleFileName));
    return kept?.whole ? [{ uri: kept.address, folder: folder.address, file: kept.whole.file }] : [];
  });
  setPeople(library.corpus, gatherPeople(files, addressIn, library.corpus.people), documentsAtOnce);
}
