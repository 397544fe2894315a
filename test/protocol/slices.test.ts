import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { inSlices } from '../../server/src/protocol/slices.ts';

let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => void vi.restoreAllMocks());

/** Steps of a millisecond, with the times at which messages were heard, and what happens when they first are. */
async function gathered(count: number, then: (source: CancellationTokenSource) => void) {
  const source = new CancellationTokenSource();
  const heard: number[] = [];
  const steps = function* () {
    for (let step = 0; step < count; step++) {
      clock++;
      yield;
    }
  };
  const pause = async () => {
    heard.push(clock);
    if (heard.length === 1) then(source);
  };
  return {
    isKnown: await inSlices('a test', steps(), { pause }, () => source.token.isCancellationRequested),
    heard,
    took: clock,
  };
}

test('messages are heard every few milliseconds', async () => {
  const { isKnown, heard, took } = await gathered(100, () => {});
  expect(isKnown).toBe(true);
  expect(took).toBe(100);
  expect(heard.length).toBe(12);
  for (const [n, time] of heard.entries()) expect(time - (heard[n - 1] ?? 0)).toBeLessThan(10);
});

test('what is cancelled ends at once', async () => {
  const { isKnown, took } = await gathered(10_000, source => source.cancel());
  expect(isKnown).toBe(false);
  expect(took).toBeLessThan(10);
});
