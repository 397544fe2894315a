import { median, percentile, time } from './bundle.mjs';
import { startServer } from './client.mjs';
import { documentOf } from './documents.mjs';

const asked = 300;

/** Hover, highlights and definition all over a document of 1 MB: in this process, and from a client over stdio. */
export async function atAPosition(readout, texts, report) {
  const text = documentOf(texts.seeds, 1_000_000);
  const reading = readout.readDocument(text);
  const document = { uri: 'untitled:long', text, reading };
  const corpus = readout.createCorpus();
  readout.setDocument(corpus, readout.factsOf(document.uri, text, reading));
  const snapshot = { document, corpus };
  const offsets = Array.from(
    { length: asked },
    (_, n) => reading.mentions[Math.floor((n * reading.mentions.length) / asked)].start,
  );
  console.log(
    `\n1 MB: ${reading.mentions.length} mentions, ${reading.entities.length} entities, ${reading.statements.length} statements`,
  );
  report(
    'outline of 1 MB, in process',
    time(() => readout.outline(document)),
    'ms',
  );
  const screen = { start: 500_000, end: 505_000 };
  const [party] = offsets.flatMap(offset => readout.callHierarchy(snapshot, offset));
  for (const [name, ask] of Object.entries({
    'folding ranges': () => readout.foldingRanges(document),
    'selection ranges': () => readout.selectionRanges(document, [offsets[150]]),
    'semantic tokens, whole': () => readout.semanticTokens(snapshot),
    'semantic tokens of a screen': () => readout.semanticTokens(snapshot, screen),
    'inlay hints of a screen': () => readout.inlayHints(snapshot, screen, 'all'),
    'inlay hints, whole': () => readout.inlayHints(snapshot, { start: 0, end: text.length }, 'all'),
    'code lenses': () => readout.codeLens(document),
    implementations: () => readout.implementation(snapshot, offsets[150]),
    'incoming calls': () => readout.incomingCalls(corpus, party),
    'outgoing calls': () => readout.outgoingCalls(corpus, party),
    'document links': () => readout.documentLinks(text),
  })) {
    ask();
    const times = Array.from({ length: 20 }, () => time(ask));
    report(`${name} in 1 MB, in process, p50`, percentile(times, 0.5), 'ms');
    report(`${name} in 1 MB, in process, p95`, percentile(times, 0.95), 'ms');
  }
  const lines = [50_000, 200_000].map(length => tokensOfOneLine(readout, length));
  report('semantic tokens of one line, 200 kB as a ratio to 50 kB', lines[1] / lines[0], '×', 8);
  for (const name of ['hover', 'highlights', 'definition']) {
    readout[name](snapshot, offsets[0]);
    const times = offsets.map(offset => time(() => readout[name](snapshot, offset)));
    report(`${name} at a mention of 1 MB, in process, p50`, percentile(times, 0.5), 'ms');
    report(`${name} at a mention of 1 MB, in process, p95`, percentile(times, 0.95), 'ms');
  }

  const server = await startServer();
  const positions = toPositions(text, offsets);
  const opened = performance.now();
  server.open(document.uri, text);
  await server.ask('textDocument/documentSymbol', { textDocument: { uri: document.uri } });
  report('1 MB opened to its outline, over stdio', performance.now() - opened, 'ms');
  for (const name of ['hover', 'documentHighlight', 'definition']) {
    const times = [];
    for (const position of positions) {
      const begun = performance.now();
      await server.ask(`textDocument/${name}`, { textDocument: { uri: document.uri }, position });
      times.push(performance.now() - begun);
    }
    report(`${name} at a mention of 1 MB, over stdio, p50`, percentile(times, 0.5), 'ms');
    report(`${name} at a mention of 1 MB, over stdio, p95`, percentile(times, 0.95), 'ms');
  }
  server.stop();
}

/** Milliseconds for a document that is one line of quotations: four times the line may not cost sixteen times as much. */
function tokensOfOneLine(readout, /** @type {number} */ length) {
  const sentence = 'The lamp is lit, Ana Solhaug said. "We see it," she added. ';
  const text = `${sentence.repeat(length / sentence.length)}\n`;
  const reading = readout.readDocument(text);
  const corpus = readout.createCorpus();
  readout.setDocument(corpus, readout.factsOf('untitled:line', text, reading));
  const snapshot = { document: { uri: 'untitled:line', text, reading }, corpus };
  return median(Array.from({ length: 15 }, () => time(() => readout.semanticTokens(snapshot))));
}

function toPositions(/** @type {string} */ text, /** @type {number[]} */ offsets) {
  return offsets.map(offset => {
    const before = text.lastIndexOf('\n', offset - 1);
    return { line: text.slice(0, offset).split('\n').length - 1, character: offset - before - 1 };
  });
}
