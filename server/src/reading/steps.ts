/** Takes steps to their end without a pause. */
export function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Whether a pause is due behind the `i`th item, from 0, of those that are taken so many at a step. The first few are a step each:
 * an engine makes the patterns that they need when these are first used.
 */
export const isPause = (i: number, step: number): boolean => i < FIRST || i % step === step - 1;

const FIRST = 8;

/** So many items are taken at a step. */
const STEP = 200;

/** Takes items one after the other, with a pause after every few hundred; `i` counts them from 0. */
export function* inSteps<T>(items: readonly T[], take: (item: T, i: number) => void): Generator<void, void, void> {
  for (let i = 0; i < items.length; i++) {
    take(items[i] as T, i);
    if (i % STEP === STEP - 1) yield;
  }
}
