import type { Host } from './host.ts';
import { during } from './turns.ts';

const sliceMilliseconds = 8;

/** Takes all steps, with a pause every few milliseconds for messages to be heard; false where it is over before. */
export async function inSlices(
  what: string,
  steps: Iterator<void, unknown>,
  host: Pick<Host, 'pause'>,
  isOver: () => boolean,
): Promise<boolean> {
  let sliceEnd = performance.now() + sliceMilliseconds;
  while (!isOver()) {
    if (during(what, () => steps.next()).done) return true;
    if (performance.now() < sliceEnd) continue;
    await host.pause();
    sliceEnd = performance.now() + sliceMilliseconds;
  }
  return false;
}
