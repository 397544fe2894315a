import { median } from './figures.mjs';
import { startServer } from './server.mjs';
import { samples } from './texts.mjs';

/** Of a single start other programs, and files that the machine has to look for on its disk, may be a third. */
const rounds = 7;

/** From starting the server to the first outline of a sample. */
export async function measureStart(table) {
  const [sample] = samples();
  const outlined = [];
  const stalls = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const server = await startServer();
    // Evaluating the server, before which it answers nobody, is another figure.
    await server.stalls();
    server.open('untitled:first.seed', sample);
    await server.about('documentSymbol', 'untitled:first.seed');
    outlined.push(performance.now() - begun);
    stalls.push(...(await server.stalls()));
    await server.stop();
  }
  table.part('Start');
  await addInitialized(table);
  table.add('server started, to the first outline', median(outlined), 'ms');
  table.addStalls(`in ${rounds} starts from the first answer until then`, stalls);
}

/** From starting the server to its answer, as an editor starts it: with a folder, and what is saved of it. */
export async function addInitialized(table, options = {}) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startServer(options);
    times.push(server.initialized);
    await server.stop();
  }
  table.add('server started, to initialize answered', median(times), 'ms', { floor: 250 });
}
