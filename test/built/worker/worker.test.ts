import { expect, test } from 'vitest';
import { eventually } from '../../kit/server.ts';
import { withWorker } from '../../kit/worker.ts';

const harbour = 'memfs:/paper/seeds/harbour.txt';
const council = 'memfs:/paper/seeds/council.txt';
const files = {
  [harbour]:
    'Norwegian Foreign Minister Ingrid Solhaug said that the harbour is open.\n\nSolhaug said she was glad. \n',
  [council]: 'Mayor Duarte Vilhena said that Norwegian Foreign Minister Ingrid Solhaug was right.\n',
  'memfs:/paper/notes.txt': 'Nobody reads this.\n',
};
const at = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

test('a document is read in the worker: hover, outline, problems', () =>
  withWorker(files, async ({ request, open, published }) => {
    const uri = open(harbour, files[harbour]!);
    const hover = await request('textDocument/hover', at(uri, 2, 1));
    expect(hover.contents.value ?? hover.contents).toContain('Ingrid Solhaug');
    const outline = await request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(outline.map(({ name }: { name: string }) => name)).toContain('Ingrid Solhaug');
    const problems = await eventually(
      () => published.find(sent => sent.uri === uri),
      sent => sent !== undefined,
    );
    expect(problems?.diagnostics.map(({ code }) => code)).toEqual(['trailing-space']);
  }));

test('the page of a rule is where the client says', () =>
  withWorker(
    files,
    async ({ open, published }) => {
      const uri = open(harbour, files[harbour]!);
      const sent = await eventually(
        () => published.find(problems => problems.uri === uri),
        found => found !== undefined,
      );
      expect(sent?.diagnostics[0]?.codeDescription?.href).toBe('https://paper.example/rules?trailing-space');
    },
    { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
    { rulePage: 'https://paper.example/rules?{code}' },
  ));

test('closed files of a virtual workspace come through the client', () =>
  withWorker(files, async ({ request, open, asked }) => {
    const uri = open(harbour, files[harbour]!);
    const references = async (): Promise<string[]> =>
      (await request('textDocument/references', { ...at(uri, 2, 1), context: { includeDeclaration: true } })).map(
        (found: { uri: string }) => found.uri,
      );
    const found = await eventually(references, uris => uris.includes(council));
    expect(new Set(found)).toEqual(new Set([harbour, council]));
    expect(asked).not.toContain('memfs:/paper/notes.txt');
  }));

test('a people file of a virtual workspace holds, and none is no complaint', async () => {
  const people = { 'memfs:/paper/people.yaml': '- name: Ingrid Solhaug\n  note: Speaks at noon.\n' };
  await withWorker({ ...files, ...people }, async ({ request, open }) => {
    const uri = open(harbour, files[harbour]!);
    const hover = async () => JSON.stringify(await request('textDocument/hover', at(uri, 2, 1)));
    expect(await eventually(hover, text => text.includes('noon'))).toContain('Speaks at noon');
  });
  await withWorker(files, async ({ request, log, asked }) => {
    await eventually(
      () => asked,
      uris => uris.includes(council),
    );
    await request('workspace/symbol', { query: 'solhaug' });
    expect(log).toEqual([]);
  });
});

test('bytes arrive as they are: umlauts, UTF-16, what is no text', () =>
  withWorker(
    {
      'memfs:/paper/a.seed': 'Jürgen Größe said that it rains.\n',
      'memfs:/paper/b.seed': Buffer.concat([
        Buffer.of(0xff, 0xfe),
        Buffer.from('Éva Őry said that it snows.\n', 'utf16le'),
      ]),
      'memfs:/paper/c.seed': Uint8Array.of(0x50, 0, 0xff, 0xfe, 0x80),
    },
    async ({ request, log }) => {
      const names = async (query: string): Promise<string[]> =>
        (await request('workspace/symbol', { query })).map(({ name }: { name: string }) => name);
      expect(
        await eventually(
          () => names('Größe'),
          found => found.length > 0,
        ),
      ).toEqual(['Jürgen Größe']);
      expect(
        await eventually(
          () => names('Őry'),
          found => found.length > 0,
        ),
      ).toEqual(['Éva Őry']);
      expect(
        await eventually(
          () => log,
          lines => lines.length > 0,
        ),
      ).toEqual(['Readout does not read memfs:/paper/c.seed: it is not a text file.']);
    },
  ));

test('a request that is cancelled, or that an edit has overtaken, is refused', () =>
  withWorker({}, async ({ connection, request, open }) => {
    const uri = open('memfs:/paper/x.seed', files[harbour]!);
    const asked = request('textDocument/hover', at(uri, 2, 1));
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '' }],
    });
    await expect(asked).rejects.toMatchObject({ code: -32801 });
  }));

test('a very long turn fits on the small stack of a worker', () =>
  withWorker({}, async ({ request, open }) => {
    const uri = open('memfs:/paper/x.seed', `${'The lamp is lit, Ingrid Solhaug said. '.repeat(30_000)}\n`);
    const outline = await request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(outline[0]).toMatchObject({ name: 'Ingrid Solhaug' });
  }));
