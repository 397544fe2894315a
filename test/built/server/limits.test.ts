import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { bundleOf } from '../../bench/generator/documents.ts';
import { eventually, withServer } from '../../kit/server.ts';

const sentence = 'Ana Ruiz said that the harbour is open.\n\n';

test('of a document over 5 MB is said once what is not read, and requests about it are answered', () =>
  withServer({ folders: [] }, async ({ connection, open, change, about, published }) => {
    const messages: string[] = [];
    connection.onNotification('window/showMessage', ({ message }) => void messages.push(message));
    const uri = open('untitled:long.seed', `${sentence.repeat(130_000)}Trailing \n`);
    await eventually(
      () => messages,
      said => said.length > 0,
      30_000,
    );
    expect(messages).toEqual([
      expect.stringMatching(/^long\.seed is longer than 5 MB\. .*who speaks .* is not read\.$/),
    ]);
    change(uri, 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Today ' });
    await eventually(
      () => published,
      sent => sent.some(({ version }) => version === 2),
      30_000,
    );
    expect(await about('textDocument/hover', uri, 0, 7)).toBeNull();
    expect(messages).toHaveLength(1);
  }));

test('nothing is said of a document that is read in full', () =>
  withServer({ folders: [] }, async ({ connection, open, published }) => {
    const messages: string[] = [];
    connection.onNotification('window/showMessage', ({ message }) => void messages.push(message));
    const uri = open('untitled:a.seed', sentence.repeat(100));
    await eventually(
      () => published,
      sent => sent.some(found => found.uri === uri),
    );
    expect(messages).toEqual([]);
  }));

test('a request that is cancelled while files are read is refused soon', () =>
  withServer(
    { files: Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`seeds/${n}.txt`, sentence.repeat(20)])) },
    async ({ connection, open, about }) => {
      const uri = open('untitled:a.seed', sentence.repeat(50));
      await about('textDocument/hover', uri, 0, 1);
      const waits: number[] = [];
      for (let time = 0; time < 15; time++) {
        const source = new CancellationTokenSource();
        const asked = connection.sendRequest('workspace/symbol', { query: `ruiz ${time}` }, source.token);
        const begun = performance.now();
        source.cancel();
        await asked.catch(({ code }) => expect(code).toBe(-32800));
        waits.push(performance.now() - begun);
      }
      waits.sort((a, b) => a - b);
      // The middle one: a machine that is busy with other things makes single ones late.
      expect(waits[7]).toBeLessThan(50);
      if (process.env.READOUT_FIGURES) console.log(waits.map(Math.round).join(' '));
    },
  ));

test('a request that is cancelled while a long document is read does not wait for the end of the reading', () =>
  withServer({ folders: [] }, async ({ connection, open, about }) => {
    const text = Array.from({ length: 6000 }, (_, n) => `Ana Ruiz said that harbour ${n} is open.\n\n`).join('');
    for (const [name, [method, paramsOf]] of Object.entries(aboutDocuments)) {
      const uri = open(`untitled:${name}.seed`, text);
      const source = new CancellationTokenSource();
      const asked = connection.sendRequest(method, paramsOf(uri), source.token);
      await new Promise(resolve => setTimeout(resolve, 50));
      const begun = performance.now();
      source.cancel();
      await expect(asked).rejects.toMatchObject({ code: -32800 });
      const refused = performance.now() - begun;
      expect((await about('textDocument/hover', uri, 0, 1)).contents.value).toContain('Ana Ruiz');
      expect(refused, name).toBeLessThan((performance.now() - begun) / 2);
    }
  }));

const start = { line: 0, character: 0 };
const nowhere = { start, end: start };

/** What is asked about a document by other ways than most. */
const aboutDocuments: Readonly<Record<string, [method: string, paramsOf: (uri: string) => object]>> = {
  symbols: ['textDocument/documentSymbol', uri => ({ textDocument: { uri } })],
  speakers: ['readout/speakers', uri => ({ document: uri })],
  statements: ['readout/statements', uri => ({ document: uri })],
  map: ['readout/corpusMap', uri => ({ document: uri })],
  calls: [
    'callHierarchy/outgoingCalls',
    uri => ({ item: { uri, name: 'Ana Ruiz', kind: 2, range: nowhere, selectionRange: nowhere } }),
  ],
};

test('what takes long about a long document is refused soon once it is cancelled', () =>
  withServer({ folders: [] }, async ({ connection, open, change, about }) => {
    const text = bundleOf(1, 1_000_000);
    const end = { line: text.split('\n').length, character: 0 };
    const uri = open('untitled:a.seed', text);
    const kinds: Readonly<Record<string, [method: string, more?: object]>> = {
      symbols: ['documentSymbol'],
      tokens: ['semanticTokens/full'],
      folding: ['foldingRange'],
      formatting: ['formatting', { options: { tabSize: 2, insertSpaces: true } }],
      actions: ['codeAction', { range: { start, end }, context: { diagnostics: [] } }],
    };
    let version = 1;
    for (const [name, [method, more]] of Object.entries(kinds)) {
      const waits: number[] = [];
      for (let time = 0; time < 7; time++) {
        change(uri, ++version, { range: { start: end, end }, text: 'Ana Ruiz left . ' });
        await about('textDocument/hover', uri, 0, 1);
        const source = new CancellationTokenSource();
        const asked = connection.sendRequest(
          `textDocument/${method}`,
          { textDocument: { uri }, ...more },
          source.token,
        );
        await new Promise(resolve => setTimeout(resolve, 10));
        const begun = performance.now();
        source.cancel();
        await asked.catch(({ code }) => expect(code).toBe(-32800));
        waits.push(performance.now() - begun);
      }
      waits.sort((a, b) => a - b);
      expect(waits[3], name).toBeLessThan(50);
      if (process.env.READOUT_FIGURES) console.log(name, waits.map(Math.round).join(' '));
    }
  }));
