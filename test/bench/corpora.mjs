import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exponent, mean, median, spread, timed } from './figures.mjs';
import { writeDocuments } from './generate.mjs';
import { startServer } from './server.mjs';
import { addInitialized } from './start.mjs';
import { generated, positions, seed } from './texts.mjs';

/** Whole folders of documents in the built server: from nothing, from a saved index, and what is asked about them. */
export async function measureCorpora(table, full) {
  const sizes = full ? [100, 1_000, 10_000] : [400, 1_600];
  const { guest } = await generated();
  const empty = await memoryOfEmpty();
  const runs = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-bench-'));
    try {
      runs.push(
        await measureCorpus(table, { folder, size, guest: guest.surname, empty, isLargest: size === sizes.at(-1) }),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const ratio = pick => pick(runs.at(-1)) / pick(runs.at(-2));
  table.part(`From ${sizes.at(-2)} to ${sizes.at(-1)} documents`);
  const hits = new Set(runs.slice(-2).map(run => run.hits));
  table.add('references with as many hits', hits.size === 1 ? ratio(run => run.references) : Number.NaN, '×', {
    floor: 1.5,
    note: `${[...hits].join(' and ')} hits`,
  });
  table.add(
    'an edit of a document among them, to its hover',
    ratio(run => run.edit),
    '×',
  );
  table.add('cold index grows with documents, to the power of', exponent(runs.map(run => [run.size, run.cold])), '');
  table.add('workspace symbols grow, to the power of', exponent(runs.map(run => [run.size, run.symbols])), '');
}

async function measureCorpus(table, { folder, size, guest, empty, isLargest }) {
  const { paths, characters } = await writeDocuments(path.join(folder, 'documents'), { count: size, seed });
  table.part(`${size} documents, ${(characters / 1e6).toFixed(1)} million characters`);
  const { reading, cold, processor, stalls, server, storage } = await measureColdIndex(folder, paths);
  table.add('sum of their reading times on one core', reading, 'ms');
  table.add('cold index', cold, 'ms');
  table.add('cold index, to the sum of the reading times', cold / reading, '×', isLargest ? { floor: 0.65 } : {});
  table.add('… in time of the processor, all threads', processor / reading, '×');
  table.addStalls('meanwhile', stalls);
  const memory = await settledMemory(server);
  table.add('memory above an empty server', (memory.rss - empty.rss) / 1e6, 'MB', isLargest ? { floor: 220 } : {});
  table.add('of it, live in the main thread', (memory.live - empty.live) / 1e6, 'MB');
  const asked = await measureQuestions(table, server, paths, guest, isLargest);
  await server.close();

  if (isLargest) await measureWhileIndexing(table, folder, paths);
  const { warm, warmProcessor } = await measureWarmStart({ folder: path.join(folder, 'documents'), storage });
  table.add('warm start, nothing changed', warm, 'ms');
  table.add('warm start, to the cold one', (100 * warm) / cold, '%', isLargest ? { floor: 5 } : {});
  table.add('… in time of the processor, all threads', (100 * warmProcessor) / processor, '%');
  await addInitialized(table, { folder: path.join(folder, 'documents'), storage });
  return { size, cold, ...asked };
}

/**
 * The mean of both, in turn, and the last server: a machine that others have a share in is by a third faster or slower from one
 * minute to the next.
 */
async function measureColdIndex(folder, paths) {
  const rounds = [];
  for (let round = 1; round <= 2; round++) {
    await rounds.at(-1)?.server.stop();
    const reading = sumOfReadings(paths);
    const storage = path.join(folder, `storage ${round}`);
    const server = await startServer({ folder: path.join(folder, 'documents'), storage });
    await server.stalls();
    const cold = await server.indexed;
    rounds.push({ reading, cold, stalls: await server.stalls(), processor: await server.processor(), server, storage });
  }
  const average = pick => mean(rounds.map(pick));
  const { server, storage } = rounds.at(-1);
  return {
    reading: average(round => round.reading),
    cold: average(round => round.cold),
    processor: average(round => round.processor),
    stalls: rounds.flatMap(round => round.stalls),
    server,
    storage,
  };
}

/** The medians of three: of a start of a second other programs may be a third. */
async function measureWarmStart(options) {
  const clock = [];
  const processor = [];
  for (let round = 0; round < 3; round++) {
    const server = await startServer(options);
    clock.push(await server.indexed);
    processor.push(await server.processor());
    await server.stop();
  }
  return { warm: median(clock), warmProcessor: median(processor) };
}

/** Milliseconds of processor in a process of its own: as the server's threads do, it begins with nothing compiled. */
function sumOfReadings(paths) {
  return Number(execFileSync(process.execPath, [reader], { input: paths.join('\n') }));
}

const reader = fileURLToPath(new URL('read.mjs', import.meta.url));

async function memoryOfEmpty() {
  const server = await startServer();
  server.open('untitled:one.seed', 'Ana Ruiz said that the harbour is open.\n');
  await server.about('documentSymbol', 'untitled:one.seed');
  const memory = await settledMemory(server);
  server.stop();
  return memory;
}

/** The least of some seconds: threads without work end after five, and what is empty goes back to the machine a little later. */
async function settledMemory(server) {
  const seen = [];
  for (let n = 0; n < 12; n++) {
    await new Promise(resolve => setTimeout(resolve, 1_000));
    seen.push(await server.memory());
  }
  return { rss: Math.min(...seen.map(({ rss }) => rss)), live: Math.min(...seen.map(({ live }) => live)) };
}

const rounds = 40;

/** What is asked about all documents, from one in which the person is named who is in as many documents of every corpus. */
async function measureQuestions(table, server, paths, guest, isLargest) {
  const uri = pathToFileURL(paths[0]).toString();
  const text = readFileSync(paths[0], 'utf8');
  server.open(uri, text);
  const [position] = positions(text, [text.indexOf(guest)]);
  const context = { includeDeclaration: true };
  const found = await server.about('references', uri, { position, context });
  const [item] = await server.about('prepareCallHierarchy', uri, { position });
  const queries = ['mar', 'an', 'quill', 'minister', 'sol', 'x', 'unit', 'health'];
  const measure = async (name, ask, more = {}) => {
    await ask(0);
    const times = [];
    for (let n = 0; n < rounds; n++) times.push(await timed(() => ask(n)));
    const { p50, p95 } = spread(times);
    table.add(name, p50, 'ms', { p95, ...more });
    return p50;
  };
  const references = await measure(
    `references, ${found.length} hits`,
    () => server.about('references', uri, { position, context }),
    isLargest ? { floor: 100 } : {},
  );
  const symbols = await measure(
    'workspace symbols',
    n => server.ask('workspace/symbol', { query: queries[n % queries.length] }),
    isLargest ? { floor: 100 } : {},
  );
  await measure('incoming calls', () => server.ask('callHierarchy/incomingCalls', { item }));
  await measure('outgoing calls', () => server.ask('callHierarchy/outgoingCalls', { item }));
  await measure('hover', () => server.about('hover', uri, { position }));
  await measure('speakers of all documents', () => server.ask('readout/speakers', {}));
  const places = positions(
    text,
    Array.from({ length: rounds + 1 }, (_, n) => text.indexOf(' ', 200 + n * 20)),
  );
  const edit = await measure('edit of a document, to its hover', n => {
    server.insert(uri, places[n], 'e');
    return server.about('hover', uri, { position: places[n] });
  });
  return { hits: found.length, references, symbols, edit };
}

/** Documents opened while all the others are being read: one of the last, which no background work has come to. */
async function measureWhileIndexing(table, folder, paths) {
  const server = await startServer({ folder: path.join(folder, 'documents') });
  await server.reached(Math.floor(paths.length / 50));
  const outlines = [];
  const edits = [];
  for (let n = 1; n <= 20; n++) {
    const file = paths[paths.length - n];
    const uri = pathToFileURL(file).toString();
    const text = readFileSync(file, 'utf8');
    server.open(uri, text);
    outlines.push(await timed(() => server.about('documentSymbol', uri)));
    const [position] = positions(text, [text.indexOf(' ', 100)]);
    server.insert(uri, position, 'e');
    edits.push(await timed(() => server.about('hover', uri, { position })));
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  server.stop();
  const outline = spread(outlines);
  const edit = spread(edits);
  table.add('document opened while the others are read, to its outline', outline.p50, 'ms', {
    p95: outline.p95,
    floor: 300,
  });
  table.add('edit meanwhile, to its hover', edit.p50, 'ms', { p95: edit.p95 });
}
