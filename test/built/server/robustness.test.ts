import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { eventually, type Running, withServer } from '../../kit/server.ts';

const sentence = 'Ana Ruiz said that the harbour is open.\n';
const alone = (use: (running: Running) => Promise<void>) => () => withServer({ folders: [] }, use);
const start = { line: 0, character: 0 };

/** The server still reads and answers. */
async function expectAlive(running: Running): Promise<void> {
  const uri = running.open(`untitled:alive-${Math.random()}`, sentence);
  const symbols = await running.about('textDocument/documentSymbol', uri);
  expect(symbols[0].name).toBe('Ana Ruiz');
}

describe('edits', () => {
  test(
    'are applied in order, and the next answer is about them',
    alone(async ({ open, change, about }) => {
      const uri = open('untitled:a', sentence);
      expect((await about('textDocument/hover', uri, 0, 1)).contents.value).toContain('**Ana Ruiz**');
      change(
        uri,
        2,
        { range: { start, end: { line: 0, character: 3 } }, text: 'Eva' },
        { range: { start, end: start }, text: 'Today 😀 ' },
      );
      const hover = await about('textDocument/hover', uri, 0, 10);
      expect(hover.contents.value).toContain('**Eva Ruiz**');
      expect(hover.range).toEqual({ start: { line: 0, character: 9 }, end: { line: 0, character: 17 } });
    }),
  );

  test(
    'lines may end in CRLF',
    alone(async ({ open, about, change }) => {
      const uri = open('untitled:a', 'First line.\r\n\r\nAna Ruiz said that it rains.\r\n');
      expect((await about('textDocument/hover', uri, 2, 1)).range.start).toEqual({ line: 2, character: 0 });
      change(uri, 2, { range: { start: { line: 0, character: 11 }, end: { line: 2, character: 0 } }, text: ' ' });
      expect((await about('textDocument/hover', uri, 0, 13)).range.start).toEqual({ line: 0, character: 12 });
    }),
  );

  test(
    'every edit, byte for byte as a reading of the whole text',
    alone(async ({ open, change, about }) => {
      let text = `${sentence}\nMarek left.\n\n${sentence}`;
      const uri = open('untitled:a', text);
      const one = open('untitled:b', '');
      for (let version = 2; version < 12; version++) {
        const line = version % 3;
        const lines = text.split('\n');
        lines[line] = `Ivo Marek ${lines[line]}`;
        text = lines.join('\n');
        change(uri, version, {
          range: { start: { line, character: 0 }, end: { line, character: 0 } },
          text: 'Ivo Marek ',
        });
        change(one, version, { text });
        expect(await about('textDocument/documentSymbol', uri)).toEqual(
          await about('textDocument/documentSymbol', one),
        );
      }
    }),
  );
});

describe('requests', () => {
  test(
    'that an edit has overtaken are refused',
    alone(async ({ open, change, about }) => {
      const uri = open('untitled:a', sentence);
      const asked = about('textDocument/hover', uri, 0, 1);
      change(uri, 2, { text: '' });
      await expect(asked).rejects.toMatchObject({ code: -32801 });
    }),
  );

  test(
    'that are cancelled are refused',
    alone(async running => {
      const uri = running.open('untitled:a', sentence.repeat(200));
      const source = new CancellationTokenSource();
      const asked = running.connection.sendRequest(
        'textDocument/documentSymbol',
        { textDocument: { uri } },
        source.token,
      );
      source.cancel();
      await expect(asked).rejects.toMatchObject({ code: -32800 });
      await expectAlive(running);
    }),
  );

  test(
    'about documents that are not open get nothing',
    alone(async ({ about, request }) => {
      expect(await about('textDocument/hover', 'file:///nowhere/x.seed')).toBeNull();
      expect(await about('textDocument/documentSymbol', 'file:///nowhere/x.seed')).toBeNull();
      expect(
        await about('textDocument/references', 'untitled:x', 0, 0, { context: { includeDeclaration: true } }),
      ).toBeNull();
      expect(await request('workspace/symbol', { query: 'x' })).toEqual([]);
    }),
  );

  test(
    'at positions outside the document get nothing',
    alone(async ({ open, about }) => {
      const uri = open('untitled:a', sentence);
      for (const [line, character] of [
        [99, 0],
        [0, 999],
        [1, 5],
      ] as const) {
        expect(await about('textDocument/hover', uri, line, character)).toBeNull();
      }
    }),
  );

  test(
    'without parameters are refused and do no harm',
    alone(async running => {
      await expect(running.request('textDocument/hover', {})).rejects.toThrow();
      await expect(
        running.request('textDocument/hover', { textDocument: { uri: 'not a uri %%%' }, position: start }),
      ).resolves.toBeNull();
      await expect(running.request('no/such/request', {})).rejects.toMatchObject({ code: -32601 });
      await expectAlive(running);
    }),
  );
});

test(
  'notifications that make no sense do no harm',
  alone(async running => {
    const uri = running.open('untitled:a', sentence);
    const send = (method: string, params: unknown) => running.connection.sendNotification(method, params);
    await send('textDocument/didOpen', {});
    await send('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 99, character: 99 }, end: { line: 1, character: 0 } }, text: 'x' }],
    });
    await send('textDocument/didChange', {
      textDocument: { uri: 'untitled:unknown', version: 1 },
      contentChanges: [{ text: 'x' }],
    });
    await send('textDocument/didClose', { textDocument: { uri: 'untitled:unknown' } });
    await send('workspace/didChangeWatchedFiles', { changes: [{ uri: 'nonsense', type: 9 }] });
    await send('no/such/notification', {});
    await expectAlive(running);
  }),
);

describe('documents', () => {
  const oddities: Record<string, string> = {
    empty: '',
    'only white space': ' \n\t\n\u00a0',
    'a byte order mark': `\ufeff${sentence}`,
    'lone surrogates': 'Ana \ud800Ruiz said \udc00 that.\n',
    'control characters': '\u0000\u0001\u001b[31mAna Ruiz\u0007 said that it rains.\n',
    'unclosed quotation marks': '“We are ready, "Ana Ruiz said, ‘that.\n',
    'only quotation marks': '"""""“”“”“”\'\'\'',
    'lone carriage returns': 'Ana Ruiz\rsaid that\rit rains.\r',
    'no header': sentence,
    'other scripts': '王毅说，天气很好。\n\nАнна сказала, что идёт дождь.\n\nقالت آنا\n',
    'a very long word': 'x'.repeat(100_000),
  };
  for (const [name, text] of Object.entries(oddities)) {
    test(
      `${name}: every request is answered`,
      alone(async running => {
        const uri = running.open('untitled:odd', text);
        const end = { line: 9999, character: 0 };
        for (const method of ['documentSymbol', 'hover', 'definition', 'documentHighlight']) {
          await expect(running.about(`textDocument/${method}`, uri, 0, 4)).resolves.toBeDefined();
        }
        await running.about('textDocument/references', uri, 0, 4, { context: { includeDeclaration: true } });
        await running.about('textDocument/codeAction', uri, 0, 4, {
          range: { start, end },
          context: { diagnostics: [] },
        });
        await eventually(
          () => running.published.length,
          count => count > 0,
        );
        expect(running.log.filter(line => line.startsWith('Readout'))).toEqual([]);
        expect(running.errors()).toBe('');
        await expectAlive(running);
      }),
    );
  }

  test(
    'one line of 1 MB',
    alone(async running => {
      const uri = running.open('untitled:long', 'Ana Ruiz said that the harbour is open. '.repeat(25_000));
      expect(await running.about('textDocument/documentSymbol', uri)).not.toHaveLength(0);
      await expectAlive(running);
    }),
  );
});

test('it ends when asked to, and says nothing but protocol', () =>
  withServer({ folders: [] }, async running => {
    const ended = new Promise(resolve => running.process.once('exit', resolve));
    await running.request('shutdown', null);
    await running.connection.sendNotification('exit');
    expect(await ended).toBe(0);
    expect(running.errors()).toBe('');
  }));
