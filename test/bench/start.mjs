import { median } from './bundle.mjs';
import { startServer } from './client.mjs';

/** From starting the server to the first outline of a seed. */
export async function startUp(texts, report) {
  const initialized = [];
  const outlined = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    const server = await startServer();
    initialized.push(performance.now() - begun);
    server.open('untitled:first', texts.seeds[0]);
    await server.ask('textDocument/documentSymbol', { textDocument: { uri: 'untitled:first' } });
    outlined.push(performance.now() - begun);
    server.stop();
  }
  console.log('');
  report('start to initialize answered', median(initialized), 'ms');
  report('start to first outline', median(outlined), 'ms');
}
