import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/quality.mjs');

test.each([
  [['no-such-set'], 'No such set: no-such-set.'],
  [['--data', 'no-such-folder'], 'No such folder'],
  [['--no-such-option'], 'no-such-option'],
])('%j is refused with what there is', (options, words) => {
  const { status, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).toContain('usage: npm run quality');
});
