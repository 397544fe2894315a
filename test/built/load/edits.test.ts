import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundleOf, storyOf } from '../../bench/generator/documents.ts';
import { type Random, randomOf } from '../../bench/generator/random.ts';
import { type Running, withServer } from '../../kit/server.ts';

const minutes = 60_000;

/** With READOUT_LONG=1 all of them, and in longer documents. */
const isLong = process.env.READOUT_LONG === '1';
const length = isLong ? 60_000 : 12_000;
const documents: readonly (readonly [name: string, text: string, edits: number])[] = [
  ['one story', storyOf(3, length), 2_000],
  ['a bundle', bundleOf(4, length), isLong ? 2_000 : 500],
  ['nothing', '', isLong ? 2_000 : 500],
];

for (const [name, text, edits] of documents) {
  test(
    `${name}: after ${edits} edits with requests in between everything is as in a server that has seen the last text alone`,
    () =>
      withServer({ folders: [] }, async running => {
        const random = randomOf(5, text.length);
        const uri = running.open('untitled:edited.seed', text);
        const document = TextDocument.create(uri, 'seed', 1, text);
        for (let n = 0; n < edits; n++) {
          edit(running, document, random);
          if (random.chance(0.1)) ask(running, document, random);
          // Otherwise the edits would overtake every request.
          if (random.chance(0.02)) await running.about('textDocument/documentSymbol', uri);
        }
        const seen = await everything(running, uri);
        expect(running.log.filter(line => line.startsWith('Readout'))).toEqual([]);
        expect(running.errors()).toBe('');
        await withServer({ folders: [] }, async fresh => {
          fresh.open(uri, document.getText());
          expect(seen).toEqual(await everything(fresh, uri));
        });
      }),
    4 * minutes,
  );
}

/** Words, seams and quotation marks come and go; now and then a whole stretch does. */
function edit(running: Running, document: TextDocument, random: Random): void {
  const text = document.getText();
  const start = random.below(text.length + 1);
  const [length, put] = random.pick([
    () => [0, random.pick([...'aeinrstlmoM.,"“”\n '])],
    () => [0, random.pick(pieces)],
    () => [random.between(1, 3), ''],
    () => [random.between(1, 12), random.pick(pieces)],
    () => [random.chance(0.2) ? random.between(100, 1500) : 1, ''],
    () => [0, random.chance(0.2) ? storyOf(random.below(50), random.between(200, 1500)) : 'x'],
  ])() as [number, string];
  const change = {
    range: { start: document.positionAt(start), end: document.positionAt(start + length) },
    text: put,
  };
  const version = document.version + 1;
  TextDocument.update(document, [change], version);
  running.change(document.uri, version, change);
}

const pieces = [
  ...['\n', '\n\n', ' she said', 'Ana Ruiz ', ' and ', 'He said that ', '"Yes," ', ' said on Monday', ' (WHO)'],
  ...[
    '\n\n========================================\n\n',
    '\n\nLIMA, March 4 (Andes Wire) -- ',
    ' > ',
    '\u00a0',
    '😀',
    '\r\n',
  ],
];

/** What an editor asks for while somebody types; answered, or refused because the next edit has overtaken it. */
function ask({ about }: Running, document: TextDocument, random: Random): void {
  const { line, character } = document.positionAt(random.below(document.getText().length + 1));
  const method = random.pick(['hover', 'documentSymbol', 'documentHighlight', 'foldingRange', 'semanticTokens/full']);
  about(`textDocument/${method}`, document.uri, line, character).catch(({ code }) => expect(code).toBe(-32801));
}

async function everything({ about, request }: Running, uri: string) {
  const whole = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  return {
    symbols: await about('textDocument/documentSymbol', uri),
    tokens: (await about('textDocument/semanticTokens/full', uri)).data,
    folds: await about('textDocument/foldingRange', uri),
    actions: await about('textDocument/codeAction', uri, 0, 0, { range: whole, context: { diagnostics: [] } }).then(
      (actions: { title: string }[]) => actions.map(({ title }) => title),
    ),
    names: await request('workspace/symbol', { query: '' }),
    speakers: await request('readout/speakers', {}),
    statements: await request('readout/statements', {}),
  };
}
