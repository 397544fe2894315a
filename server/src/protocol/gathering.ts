import type { CancellationToken } from 'vscode-languageserver';
import { gatherNames } from '../corpus/corpus.ts';
import { gatherSpeakers } from '../features/speakers.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { during } from './turns.ts';

const sliceMilliseconds = 8;
const readingPause = 20;

/**
 * Waits until the files are read, and works out who speaks in all of them, so that neither keeps anybody waiting who asks about
 * an open document. Gives false where it was cancelled.
 */
export async function speakersKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  while (library.progress && !token.isCancellationRequested) {
    await new Promise(resolve => setTimeout(resolve, readingPause));
  }
  return inSlices('gathering who speaks', gatherSpeakers(library.corpus), host, token);
}

/** The same for the names under which everybody goes in the files that are read. */
export function namesKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  return inSlices('gathering names', gatherNames(library.corpus), host, token);
}

/** Takes all steps, with a pause every few milliseconds for messages to be heard; false where it was cancelled. */
export async function inSlices(
  what: string,
  steps: Iterator<void, unknown>,
  host: Pick<Host, 'pause'>,
  token: CancellationToken,
): Promise<boolean> {
  let sliceEnd = performance.now() + sliceMilliseconds;
  while (!token.isCancellationRequested) {
    if (during(what, () => steps.next()).done) return true;
    if (performance.now() < sliceEnd) continue;
    await host.pause();
    sliceEnd = performance.now() + sliceMilliseconds;
  }
  return false;
}
