import type { CancellationToken } from 'vscode-languageserver';
import { gatherSpeakers } from '../features/speakers.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { during } from './turns.ts';

const sliceMilliseconds = 8;
const readingPause = 50;
/**
 * Waits until the files are read, and works out in slices who speaks in all of them, so that neither keeps anybody waiting who
 * asks about an open document. Gives false where it was cancelled.
 */
export async function speakersKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  while (library.progress && !token.isCancellationRequested) {
    await new Promise(resolve => setTimeout(resolve, readingPause));
  }
  const steps = gatherSpeakers(library.corpus);
  let sliceEnd = performance.now() + sliceMilliseconds;
  while (!during('gathering who speaks', () => steps.next()).done) {
    if (performance.now() < sliceEnd) continue;
    await host.pause();
    if (token.isCancellationRequested) return false;
    sliceEnd = performance.now() + sliceMilliseconds;
  }
  return !token.isCancellationRequested;
}
