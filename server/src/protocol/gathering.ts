import type { CancellationToken } from 'vscode-languageserver';
import { gatherNames } from '../corpus/corpus.ts';
import { gatherSpeakers } from '../features/speakers.ts';
import { readAhead } from './answering.ts';
import type { Host } from './host.ts';
import { type Library, view } from './library.ts';
import { catchUpPeople } from './people.ts';
import { inSlices } from './slices.ts';

const readingPause = 20;

/**
 * Waits until the files are read, and works out who speaks in all of them, so that neither keeps anybody waiting who asks about
 * an open document; where one is asked about, it alone is read as it stands now. Gives false where it was cancelled.
 */
export async function speakersKnown(
  library: Library,
  host: Host,
  uri: string | undefined,
  token: CancellationToken,
): Promise<boolean> {
  if (uri !== undefined) return documentKnown(library, host, uri, token);
  while (library.progress && !token.isCancellationRequested) {
    await new Promise(resolve => setTimeout(resolve, readingPause));
  }
  return inSlices('gathering who speaks', gatherSpeakers(library.corpus), host, () => token.isCancellationRequested);
}

/** The same for the names under which everybody goes in the files that are read. */
export function namesKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  return inSlices('gathering names', gatherNames(library.corpus), host, () => token.isCancellationRequested);
}

/** Reads a document, if it is open, as it stands now, for the corpus to be asked about. Gives false where it was cancelled. */
export async function documentKnown(
  library: Library,
  host: Host,
  uri: string,
  token: CancellationToken,
): Promise<boolean> {
  await readAhead(library, host, uri, () => token.isCancellationRequested);
  if (token.isCancellationRequested) return false;
  catchUpPeople(library);
  view(library, uri);
  return true;
}
