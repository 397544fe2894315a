import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../kit/cli.ts';

const file = join(import.meta.dirname, '../../../../shared/data/wikinews.load.jsonl');

/** On a slow machine a document still takes far less than a tenth of a second. */
const limit = 60_000;

test.skipIf(!existsSync(file))(
  'hundreds of real documents, in two orders, give equal readings (skipped where ../shared/data is not there)',
  async () => {
    const documents = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const there = await run(['read', '--ndjson'], documents.join('\n'));
    const back = await run(['read', '--ndjson'], documents.toReversed().join('\n'));
    expect([there.code, back.code]).toEqual([0, 0]);
    const readings = there.out.trimEnd().split('\n');
    expect(readings).toHaveLength(documents.length);
    expect(back.out.trimEnd().split('\n').reverse()).toEqual(readings);
  },
  2 * limit,
);
