import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { stateAtSync } from '../../../server/src/hosts/fileState.ts';
import { between, createStates, type Question } from '../../../server/src/hosts/states.ts';

const script = join(import.meta.dirname, '../../../dist/states.js');

test('a thread looks after files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  const worker = new Worker(script);
  try {
    const [kept, gone] = ['kept "a".seed', 'gone é.seed'].map(name => join(folder, name)) as [string, string];
    writeFileSync(kept, 'Jan Marek');
    const state = stateAtSync(kept)!;
    const answer = new Promise(resolve => worker.once('message', resolve));
    const question: Question = { paths: [kept, gone, kept].join(between), states: [state, state, ''].join(between) };
    worker.postMessage(question);
    expect(await answer).toEqual([true, false, false]);

    const states = createStates(script);
    const files = [gone, kept, kept].map(path => ({ path, state }));
    expect(await Promise.all([files, [], files.slice(1)].map(states.areSame))).toEqual([
      [false, true, true],
      [],
      [true, true],
    ]);
    states.end();
  } finally {
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
});
