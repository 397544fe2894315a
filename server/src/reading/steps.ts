/** Takes steps to their end without a pause. */
export function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Tells behind each item whether a pause is due: once as much has been done since the last as a step may take. As long as the
 * engine is new to the code an item is a step: patterns are made when they are first used, and code is slow until it has run a while.
 * @param most what is done in a step, in any measure, mostly characters
 */
export function createPace(most: number, engine: Engine = thisEngine): (done: number) => boolean {
  let sum = 0;
  return done => {
    sum += done;
    if (sum < most && engine.newFor === 0) return false;
    if (engine.newFor > 0) engine.newFor--;
    sum = 0;
    return true;
  };
}

interface Engine {
  /** For so many items to come. */
  newFor: number;
}

/** That many make some twenty documents. */
const thisEngine: Engine = { newFor: 3_000 };

/** So many characters are read at a step, by each of those who read a paragraph. */
export const CHARACTERS = 4_000;

/** So many items are taken at a step. */
const STEP = 200;

/** Takes items one after the other, with a pause after every few hundred; `i` counts them from 0. */
export function* inSteps<T>(items: readonly T[], take: (item: T, i: number) => void): Generator<void, void, void> {
  for (let i = 0; i < items.length; i++) {
    take(items[i] as T, i);
    if (i % STEP === STEP - 1) yield;
  }
}
