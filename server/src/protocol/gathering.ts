import type { CancellationToken } from 'vscode-languageserver';
import { type Corpus, gatherNames } from '../corpus/corpus.ts';
import { unpackAll } from '../corpus/packed.ts';
import { gatherSpeakers } from '../features/speakers.ts';
import { finish } from '../reading/steps.ts';
import { readAhead, rest } from './answering.ts';
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
  while (library.progress && !token.isCancellationRequested) await rest(host, readingPause, token);
  const steps = unpackedFirst(library, gatherSpeakers);
  return inSlices('gathering who speaks', steps, host, () => token.isCancellationRequested);
}

/** The same for the names under which everybody goes in the files that are read. */
export function namesKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  const steps = unpackedFirst(library, gatherNames);
  return inSlices('gathering names', steps, host, () => token.isCancellationRequested);
}

/** Somebody whom thousands of documents name would have all of these unpacked in one step. */
function* unpackedFirst({ corpus }: Library, steps: (corpus: Corpus) => Generator<void, void>) {
  yield* unpackAll(corpus);
  yield* steps(corpus);
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

/**
 * What some steps find in the corpus: in slices, or at once where it changes meanwhile, so that the answer is about one state of it.
 * Gives null where it was cancelled.
 */
export async function inCorpus<T extends object>(
  { corpus }: Library,
  host: Host,
  stepsIn: (corpus: Corpus) => Generator<void, T, void>,
  token: CancellationToken,
): Promise<T | null> {
  const { revision } = corpus;
  let found: T | null = null;
  const steps = function* () {
    found = yield* stepsIn(corpus);
  };
  const isOver = () => token.isCancellationRequested || corpus.revision !== revision;
  await inSlices('looking through the corpus', steps(), host, isOver);
  if (token.isCancellationRequested) return null;
  return corpus.revision === revision && found ? found : finish(stepsIn(corpus));
}
