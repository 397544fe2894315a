import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateAt, stateAtSync } from '../../server/src/hosts/fileState.ts';
import { createStates } from '../../server/src/hosts/states.ts';

/** What is told of a file that is as it was, of one that has changed and of one that is gone. */
async function check(scriptOf: (folder: string) => string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
  try {
    const [kept, changed, gone] = ['kept', 'changed', 'gone'].map(name => join(folder, `${name}.seed`)) as [
      string,
      string,
      string,
    ];
    for (const path of [kept, changed, gone]) writeFileSync(path, 'Jan Marek');
    const files = [kept, changed, gone].map(path => ({ path, state: stateAtSync(path)! }));
    expect(files[0]!.state).toBe(await stateAt(kept));
    writeFileSync(changed, 'Jan Marek, minister');
    rmSync(gone);
    const states = createStates(scriptOf(folder));
    const all = [files, [], files.slice(0, 1)].map(states.areSame);
    expect(await Promise.all(all)).toEqual([[true, false, false], [], [true]]);
    states.end();
    expect(await states.areSame(files)).toEqual([true, false, false]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('files are looked after without a thread', () => check(() => null));
test('with one that does not start', () => check(folder => join(folder, 'none.js')));
test('with one that ends', () =>
  check(folder => {
    const script = join(folder, 'ends.cjs');
    writeFileSync(script, "require('node:worker_threads').parentPort.once('message', () => process.exit(1));");
    return script;
  }));
