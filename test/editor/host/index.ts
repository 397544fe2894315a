// Runs inside the extension host: the editor calls `run` and takes a rejection for failure.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { realDocuments } from './real.ts';
import { servers } from './servers.ts';
import { defineSuites } from './suites.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 30_000,
    reporter: 'spec',
    ...(process.env.READOUT_GREP ? { grep: process.env.READOUT_GREP } : {}),
  });
  mocha.suite.emit('pre-require', globalThis, 'host', mocha);
  defineSuites({ real: realDocuments(), servers });
  await new Promise<void>((done, failed) => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const result = { passed: passes, failed: failures, skipped: pending };
      if (process.env.READOUT_RESULT) writeFileSync(process.env.READOUT_RESULT, JSON.stringify(result));
      if (failures > 0) failed(new Error(`${failures} failed`));
      else done();
    });
  });
}
