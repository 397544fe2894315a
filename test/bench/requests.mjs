import { loadBundle } from './bundle.mjs';
import { spread, timed } from './figures.mjs';
import { startServer } from './server.mjs';
import { generated, positions } from './texts.mjs';

/** Every request about a document of 1 MB in the built server: from its arrival to its answer's leaving. */
export async function measureRequests(table, full) {
  const { readDocument } = await loadBundle();
  const texts = await generated();
  const asked = full ? 120 : 60;
  for (const [name, text] of [
    ['one story', texts.story(1_000_000)],
    ['a bundle', texts.bundle(1_000_000)],
  ]) {
    const { mentions } = readDocument(text);
    const offsets = Array.from({ length: asked }, (_, n) => mentions[Math.floor((n * mentions.length) / asked)].start);
    const places = positions(text, offsets);
    const server = await startServer();
    const uri = 'untitled:long.seed';
    table.part(`Requests about 1 MB, ${name}: ${mentions.length} mentions`);
    server.open(uri, text);
    table.add('opened, to its document symbols', await timed(() => server.about('documentSymbol', uri)), 'ms');
    await server.stalls();
    for (const [request, { ask, floor, once }] of Object.entries(requests(server, uri, text))) {
      await ask(places[0]);
      await server.answers();
      for (const position of once ? places.slice(0, 20) : places) await ask(position);
      const { p50, p95 } = spread(await server.answers());
      table.add(request, p50, 'ms', { p95, ...(floor && { floor }) });
    }
    table.addStalls('asked all this', await server.stalls());

    const waited = [];
    for (let n = 0; n < 20; n++) waited.push(await timed(() => server.about('documentSymbol', uri)));
    const { p50, p95 } = spread(waited);
    table.add('document symbols, parsed by the client', p50, 'ms', { p95 });
    server.stop();
  }
}

/** `once`: the answer does not depend on the place. */
function requests(server, uri, text) {
  const at = method => position => server.about(method, uri, { position });
  const end = { line: text.split('\n').length, character: 0 };
  const whole = { start: { line: 0, character: 0 }, end };
  const screen = ({ line }) => ({ start: { line, character: 0 }, end: { line: line + 50, character: 0 } });
  const calls = async (direction, position) => {
    const [item] = (await at('prepareCallHierarchy')(position)) ?? [];
    return item && server.ask(`callHierarchy/${direction}`, { item });
  };
  return {
    hover: { ask: at('hover'), floor: 10 },
    'document highlights': { ask: at('documentHighlight'), floor: 10 },
    definition: { ask: at('definition'), floor: 10 },
    'document symbols': { ask: () => server.about('documentSymbol', uri), floor: 10, once: true },
    'workspace symbols': {
      ask: ({ line }) => server.ask('workspace/symbol', { query: 'abdefgiklmnorstuv'[line % 17] }),
    },
    'type definition': { ask: at('typeDefinition') },
    implementations: { ask: at('implementation') },
    references: {
      ask: position => server.about('references', uri, { position, context: { includeDeclaration: true } }),
    },
    'incoming calls': { ask: position => calls('incomingCalls', position) },
    'outgoing calls': { ask: position => calls('outgoingCalls', position) },
    rename: { ask: position => server.about('rename', uri, { position, newName: 'Anyone' }).catch(() => null) },
    'selection ranges': { ask: position => server.about('selectionRange', uri, { positions: [position] }) },
    'semantic tokens of a screen': {
      ask: place => server.about('semanticTokens/range', uri, { range: screen(place) }),
    },
    'semantic tokens, whole': { ask: () => server.about('semanticTokens/full', uri), once: true },
    'inlay hints of a screen': { ask: place => server.about('inlayHint', uri, { range: screen(place) }) },
    'code actions': {
      ask: position =>
        server.about('codeAction', uri, { range: { start: position, end: position }, context: { diagnostics: [] } }),
    },
    'folding ranges': { ask: () => server.about('foldingRange', uri), once: true },
    'document links': { ask: () => server.about('documentLink', uri), once: true },
    formatting: {
      ask: () => server.about('formatting', uri, { options: { tabSize: 2, insertSpaces: true } }),
      once: true,
    },
    'speakers of the document': { ask: () => server.ask('readout/speakers', { document: uri }), once: true },
    'statements of the document, a page': {
      ask: () => server.ask('readout/statements', { document: uri }),
      once: true,
    },
    'corpus map of the document': { ask: () => server.ask('readout/corpusMap', { document: uri }), once: true },
    'code lenses': { ask: () => server.about('codeLens', uri), once: true },
    'code actions, whole': {
      ask: () => server.about('codeAction', uri, { range: whole, context: { diagnostics: [] } }),
      once: true,
    },
  };
}
