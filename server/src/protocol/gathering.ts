import type { CancellationToken } from 'vscode-languageserver';
import { gatherNames } from '../corpus/corpus.ts';
import { gatherSpeakers } from '../features/speakers.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { inSlices } from './slices.ts';

const readingPause = 20;

/**
 * Waits until the files are read, and works out who speaks in all of them, so that neither keeps anybody waiting who asks about
 * an open document. Gives false where it was cancelled.
 */
export async function speakersKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  while (library.progress && !token.isCancellationRequested) {
    await new Promise(resolve => setTimeout(resolve, readingPause));
  }
  return inSlices('gathering who speaks', gatherSpeakers(library.corpus), host, () => token.isCancellationRequested);
}

/** The same for the names under which everybody goes in the files that are read. */
export function namesKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  return inSlices('gathering names', gatherNames(library.corpus), host, () => token.isCancellationRequested);
}
