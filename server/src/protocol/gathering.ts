import type { CancellationToken } from 'vscode-languageserver';
import { gatherSpeakers } from '../features/speakers.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';

const sliceMilliseconds = 8;
const readingPause = 50;
/** A corpus that changes more often than that while it is looked at is answered about in one go. */
const attempts = 3;

/**
 * Waits until the files are read, and works out in slices who speaks in all of them, so that neither keeps anybody waiting who
 * asks about an open document. Gives false where it was cancelled.
 */
export async function speakersKnown(library: Library, host: Host, token: CancellationToken): Promise<boolean> {
  while (library.progress && !token.isCancellationRequested) {
    await new Promise(resolve => setTimeout(resolve, readingPause));
  }
  for (let attempt = 0; attempt < attempts; attempt++) {
    const steps = gatherSpeakers(library.corpus);
    let sliceEnd = Date.now() + sliceMilliseconds;
    for (;;) {
      if (token.isCancellationRequested) return false;
      const { done, value } = steps.next();
      if (done && value) return true;
      if (done) break;
      if (Date.now() < sliceEnd) continue;
      await host.pause();
      sliceEnd = Date.now() + sliceMilliseconds;
    }
  }
  return true;
}
