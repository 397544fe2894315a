import type { Host } from './host.ts';
import { during } from './turns.ts';

/** Milliseconds that background work may take before it lets messages in. */
const sliceMilliseconds = 8;

export function createSlice(): { isOver(): boolean } {
  const end = performance.now() + sliceMilliseconds;
  return { isOver: () => performance.now() >= end };
}

/** Takes all steps, with a pause every few milliseconds for messages to be heard; false where it is over before. */
export async function inSlices(
  what: string,
  steps: Iterator<void, unknown>,
  host: Pick<Host, 'pause'>,
  isOver: () => boolean,
): Promise<boolean> {
  let slice = createSlice();
  while (!isOver()) {
    if (during(what, () => steps.next()).done) return true;
    if (!slice.isOver()) continue;
    await host.pause();
    slice = createSlice();
  }
  return false;
}
