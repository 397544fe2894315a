import { loadBundle } from './bundle.mjs';
import { byClock, median, spread, time, timed } from './figures.mjs';
import { startServer } from './server.mjs';
import { generated, placesIn, positions } from './texts.mjs';

/** An edit of one character at places all over a document, in the reader and from a client. */
export async function measureEdits(table, full) {
  const readout = await loadBundle();
  const texts = await generated();
  // More than one edit in four changes who is named or who speaks: where the median lies among the others, many tell.
  const [edits, sent] = full ? [120, 40] : [12, 12];
  for (const [name, textOf] of Object.entries({ 'one story': texts.story, 'a bundle': texts.bundle })) {
    table.part(`An edit of one character: ${name}`);
    const [small, large] = inReader(readout, [100_000, 1_000_000].map(textOf), edits);
    table.add('100 kB, in the reader', small.p50, 'ms', { p95: small.p95 });
    table.add('1 MB, in the reader', large.p50, 'ms', { p95: large.p95 });
    table.add('1 MB, in the reader, to the first reading', (100 * large.p50) / large.first, '%', { floor: 2 });
    table.add('… the slowest twentieth of edits', (100 * large.p95) / large.first, '%');
    table.add('1 MB to 100 kB, in the reader', large.p50 / small.p50, '×', { floor: 2 });
    table.add('1 MB, copied by V8 before it is read', large.copied, 'ms');
    const there = [];
    for (const size of [100_000, 1_000_000]) there.push(await overWire(textOf(size), sent));
    table.add('100 kB, edit to document symbols, from a client', there[0].p50, 'ms', { p95: there[0].p95 });
    table.add('1 MB, edit to document symbols, from a client', there[1].p50, 'ms', { p95: there[1].p95 });
    table.add('1 MB, edit to hover, from a client', there[1].hover.p50, 'ms', { p95: there[1].hover.p95 });
    table.add('1 MB, edit to document symbols, to the first', (100 * there[1].p50) / there[1].first, '%');
    table.add('1 MB to 100 kB, edit to hover', there[1].hover.p50 / there[0].hover.p50, '×');
    table.addStalls('1 MB opened and edited', there[1].stalls);
  }
}

/**
 * Times of readings that each follow an edit, and of a first reading. The documents are edited in turns, and the first third of the
 * edits is not counted: an engine gets faster as it goes, which is not to favour the last. By the clock, since what is collected
 * beside the reader keeps nobody waiting. V8 copies a text that is put together when it is first looked into: the text document of
 * the protocol's library does so as an edit arrives, before a reader is asked.
 */
function inReader({ createMemory, readDocument }, texts, edits) {
  const documents = texts.map(text => {
    const first = median(Array.from({ length: 3 }, () => time(() => readDocument(text, createMemory()))));
    const memory = createMemory();
    readDocument(text, memory);
    return { first, memory, text, places: placesIn(text, 3 * edits), copied: [], read: [] };
  });
  for (let n = 0; n < 3 * edits; n++) {
    for (const document of documents) {
      const { memory, text, places, copied, read } = document;
      const edited = `${text.slice(0, places[n])}e${text.slice(places[n])}`;
      document.text = edited;
      const took = [byClock(() => edited.charCodeAt(places[n])), byClock(() => readDocument(edited, memory))];
      if (n < edits) continue;
      copied.push(took[0]);
      read.push(took[1]);
    }
  }
  return documents.map(({ first, copied, read }) => ({ first, copied: median(copied), ...spread(read) }));
}

async function overWire(text, edits) {
  const server = await startServer();
  const uri = 'untitled:edited.seed';
  const symbols = () => server.about('documentSymbol', uri);
  await server.stalls();
  server.open(uri, text);
  const first = await timed(symbols);
  const measured = async (places, ask) => {
    const times = [];
    for (const position of places) {
      server.insert(uri, position, 'e');
      times.push(await timed(() => ask(position)));
    }
    return times;
  };
  // Edits move what follows on their line alone, and places of one line are few.
  const places = positions(text, placesIn(text, 2 * edits));
  const times = await measured(places.slice(0, edits), symbols);
  const hovers = await measured(places.slice(edits), position => server.about('hover', uri, { position }));
  const stalls = await server.stalls();
  server.stop();
  return { first, ...spread(times), hover: spread(hovers), stalls };
}
