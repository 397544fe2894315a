import { median } from './figures.mjs';
import { startServer } from './server.mjs';
import { samples } from './texts.mjs';

/** From starting the server to the first outline of a sample. */
export async function measureStart(table) {
  const [sample] = samples();
  const initialized = [];
  const outlined = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    const server = await startServer();
    initialized.push(server.initialized);
    server.open('untitled:first.seed', sample);
    await server.about('documentSymbol', 'untitled:first.seed');
    outlined.push(performance.now() - begun);
    server.stop();
  }
  table.part('Start');
  table.add('server started, to initialize answered', median(initialized), 'ms', { floor: 250 });
  table.add('server started, to the first outline', median(outlined), 'ms');
}
