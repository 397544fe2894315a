// Runs inside the extension host of a browser: the same suite as in the one on Node.
import 'mocha/mocha.js';
import { defineSuites } from '../host/suites.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 });
  defineSuites({ real: null, servers: null });
  await new Promise<void>((done, failed) => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`web extension host: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) failed(new Error(`${failures} failed`));
      else done();
    });
  });
}
