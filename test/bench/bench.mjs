// `npm run bench`: how fast Readout is on this machine, as a table with a floor beside each figure that has one. Floors that are
// ratios are gates (exit code 1): a ratio within one run says the same on a fast and on a slow machine. `-- --full` goes up to
// 10,000 documents and takes minutes; `--save` writes the table into docs/performance.md; `--only NAME,…` measures a part.
import { parseArgs } from 'node:util';
import { measureCorpora } from './corpora.mjs';
import { measureEdits } from './edits.mjs';
import { measureReading } from './reading.mjs';
import { measureRequests } from './requests.mjs';
import { saveFigures } from './save.mjs';
import { measureStart } from './start.mjs';
import { createTable } from './table.mjs';

const parts = {
  reading: measureReading,
  edits: measureEdits,
  requests: measureRequests,
  start: measureStart,
  corpora: measureCorpora,
};

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter(name => !(name in parts));
if (unknown.length > 0 || (values.save && (!values.full || values.only))) {
  console.error(
    unknown.length > 0
      ? `Nothing to measure by the name of ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`
      : 'Only the whole of --full is saved.',
  );
  process.exit(2);
}

const table = createTable();
const begun = performance.now();
for (const name of wanted) await parts[name](table, values.full);
const failed = table.failed();
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`);
if (values.save) saveFigures(table);
if (failed.length > 0) console.log(`Not within their floors: ${failed.join('; ')}`);
// In a quick run figures come from few rounds: they are only shown.
process.exit(values.full && table.failedRatios().length > 0 ? 1 : 0);
