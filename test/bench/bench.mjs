// `npm run bench`: the figures of Readout on this machine. Ratios are gated (exit code 1), times are only printed:
// a ratio within one run says the same on a fast and on a slow machine.

import { loadBundle } from './bundle.mjs';
import { corpusUpdates } from './corpus.mjs';
import { documents } from './documents.mjs';
import { atAPosition } from './position.mjs';
import { readingTime } from './reading.mjs';
import { startUp } from './start.mjs';

const readout = await loadBundle();
const texts = documents();
const failed = [];

/** Prints a figure; a ceiling makes it a gate. */
function report(
  /** @type {string} */ name,
  /** @type {number} */ value,
  /** @type {string} */ unit,
  /** @type {number} */ ceiling = Infinity,
) {
  const verdict =
    ceiling === Infinity ? '' : value <= ceiling ? `  (at most ${ceiling})` : `  TOO MUCH (at most ${ceiling})`;
  if (value > ceiling) failed.push(name);
  console.log(
    `${name.padEnd(58)} ${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(9)} ${unit}${verdict}`,
  );
}

console.log(
  `Node ${process.version}; ${texts.source}: ${texts.all.length} documents, ${texts.characters} characters\n`,
);
await readingTime(readout, texts, report);
await atAPosition(readout, texts, report);
await corpusUpdates(readout, texts, report);
await startUp(texts, report);

if (failed.length > 0) console.log(`\nOver their ceilings: ${failed.join('; ')}`);
process.exit(failed.length > 0 ? 1 : 0);
