import { describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

const story = `NORHAVEN, March 4 (Seawire) -- Chilean Foreign Minister Ana Ruiz said that Chile will open the harbour on Monday.

Ruiz stressed that ships from Peru are welcome.

She added that the work is done.
`;
const other = `Mayor Ivo Marek met Ana Ruiz in Norhaven on Monday.

"We are ready," Marek said.
`;
const files = { 'seeds/story.txt': story, 'seeds/other.txt': other, 'notes/plain.txt': other };

const indexed = (running: Running) =>
  eventually(
    () => running.request('workspace/symbol', { query: 'marek' }),
    found => found.length > 0,
  );

describe('with an editor that can do everything', () => {
  const using = (use: (running: Running, uri: string) => Promise<void>) => () =>
    withServer({ files }, async running => {
      const uri = running.open('seeds/story.txt', story);
      await indexed(running);
      await use(running, uri);
    });

  test(
    'advertises what it answers, and nothing else',
    using(async ({ initialized, connection }, uri) => {
      expect(initialized.capabilities).toMatchInlineSnapshot(`
        {
          "callHierarchyProvider": true,
          "codeActionProvider": {
            "codeActionKinds": [
              "quickfix",
              "source.fixAll.readout",
              "refactor.people.readout",
            ],
            "resolveProvider": true,
          },
          "codeLensProvider": {
            "resolveProvider": true,
          },
          "completionProvider": {
            "triggerCharacters": [
              " ",
              "[",
              """,
            ],
          },
          "definitionProvider": true,
          "documentFormattingProvider": true,
          "documentHighlightProvider": true,
          "documentLinkProvider": {
            "resolveProvider": false,
          },
          "documentSymbolProvider": {
            "label": "Readout",
          },
          "experimental": {
            "readoutCorpusMap": true,
            "readoutSpeakers": true,
            "readoutStatements": true,
          },
          "foldingRangeProvider": true,
          "hoverProvider": true,
          "implementationProvider": true,
          "inlayHintProvider": true,
          "positionEncoding": "utf-16",
          "referencesProvider": true,
          "renameProvider": true,
          "selectionRangeProvider": true,
          "semanticTokensProvider": {
            "full": {
              "delta": true,
            },
            "legend": {
              "tokenModifiers": [
                "introduction",
                "speaker",
                "quoted",
                "uncertain",
              ],
              "tokenTypes": [
                "person",
                "organization",
                "place",
                "date",
                "cue",
                "quotation",
              ],
            },
            "range": true,
          },
          "textDocumentSync": {
            "change": 2,
            "openClose": true,
          },
          "typeDefinitionProvider": true,
          "workspace": {
            "fileOperations": {
              "didCreate": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
              "didDelete": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
              "didRename": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
            },
            "workspaceFolders": {
              "changeNotifications": true,
              "supported": true,
            },
          },
          "workspaceSymbolProvider": true,
        }
      `);
      const asked: Record<string, [string, object]> = {
        documentSymbolProvider: ['textDocument/documentSymbol', {}],
        hoverProvider: ['textDocument/hover', { position: { line: 0, character: 0 } }],
        definitionProvider: ['textDocument/definition', { position: { line: 0, character: 0 } }],
        referencesProvider: [
          'textDocument/references',
          { position: { line: 0, character: 0 }, context: { includeDeclaration: true } },
        ],
        documentHighlightProvider: ['textDocument/documentHighlight', { position: { line: 0, character: 0 } }],
        workspaceSymbolProvider: ['workspace/symbol', { query: '' }],
        typeDefinitionProvider: ['textDocument/typeDefinition', { position: { line: 0, character: 0 } }],
        implementationProvider: ['textDocument/implementation', { position: { line: 0, character: 0 } }],
        foldingRangeProvider: ['textDocument/foldingRange', {}],
        callHierarchyProvider: ['textDocument/prepareCallHierarchy', { position: { line: 0, character: 0 } }],
        documentLinkProvider: ['textDocument/documentLink', {}],
        inlayHintProvider: [
          'textDocument/inlayHint',
          { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } },
        ],
        codeLensProvider: ['textDocument/codeLens', {}],
        completionProvider: ['textDocument/completion', { position: { line: 0, character: 0 } }],
        documentFormattingProvider: ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
        renameProvider: ['textDocument/rename', { position: { line: 0, character: 0 }, newName: 'Eva' }],
        semanticTokensProvider: ['textDocument/semanticTokens/full', {}],
        selectionRangeProvider: ['textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }],
        codeActionProvider: [
          'textDocument/codeAction',
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] } },
        ],
      };
      const advertised = Object.keys(initialized.capabilities).filter(name => name.endsWith('Provider'));
      expect(advertised.sort()).toEqual(Object.keys(asked).sort());
      for (const name of advertised) {
        const [method, params] = asked[name]!;
        await expect(connection.sendRequest(method, { textDocument: { uri }, ...params })).resolves.toBeDefined();
      }
    }),
  );

  test(
    'answers nothing that it does not advertise',
    using(async ({ connection }, uri) => {
      const position = { line: 0, character: 0 };
      const others = [
        ...[
          'declaration',
          'signatureHelp',
          'documentColor',
          'rangeFormatting',
          'onTypeFormatting',
          'linkedEditingRange',
        ],
        ...['moniker', 'inlineValue', 'prepareTypeHierarchy', 'inlineCompletion'],
      ];
      const codes = others.map(name =>
        connection.sendRequest(`textDocument/${name}`, { textDocument: { uri }, position }).then(
          () => `${name} is answered`,
          error => error.code,
        ),
      );
      expect(new Set(await Promise.all(codes))).toEqual(new Set([ErrorCodes.MethodNotFound]));
    }),
  );

  test(
    'outline: header, then turns with their statements',
    using(async ({ about }, uri) => {
      const symbols = await about('textDocument/documentSymbol', uri);
      expect(symbols.map(({ name }: { name: string }) => name)).toEqual(['NORHAVEN, March 4 (Seawire) --', 'Ana Ruiz']);
      expect(symbols[1].children.map(({ name }: { name: string }) => name)).toEqual([
        'Chile will open the harbour on Monday',
        'ships from Peru are welcome',
        'the work is done',
      ]);
    }),
  );

  test(
    'hover: whom a short name stands for, with links to lines',
    using(async ({ about }, uri) => {
      const { contents, range } = await about('textDocument/hover', uri, 2, 1);
      expect(contents.kind).toBe('markdown');
      expect(contents.value).toContain('**Ana Ruiz** (person)');
      expect(contents.value).toContain(`[line 1](<${uri}#L1>)`);
      expect(range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
    }),
  );

  test(
    'definition: the introduction, from the whole name under the cursor',
    using(async ({ about }, uri) => {
      expect(await about('textDocument/definition', uri, 2, 1)).toEqual([
        {
          originSelectionRange: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
          targetUri: uri,
          targetRange: { start: { line: 0, character: 56 }, end: { line: 0, character: 64 } },
          targetSelectionRange: { start: { line: 0, character: 56 }, end: { line: 0, character: 64 } },
        },
      ]);
    }),
  );

  test(
    'references: in the other document too',
    using(async ({ about, uri: uriOf }, uri) => {
      const found = await about('textDocument/references', uri, 2, 1, { context: { includeDeclaration: true } });
      expect(
        found.map((at: { uri: string; range: { start: { line: number } } }) => [at.uri, at.range.start.line]),
      ).toEqual([
        [uri, 0],
        [uri, 2],
        [uri, 4],
        [uriOf('seeds/other.txt'), 0],
      ]);
      const others = await about('textDocument/references', uri, 2, 1, { context: { includeDeclaration: false } });
      expect(others).toHaveLength(3);
    }),
  );

  test(
    'highlights: the introduction as written, a pronoun as text',
    using(async ({ about }, uri) => {
      const found = await about('textDocument/documentHighlight', uri, 0, 57);
      expect(found.map(({ kind }: { kind: number }) => kind)).toEqual([3, 2, 1]);
    }),
  );

  test(
    'workspace symbols: with the office',
    using(async ({ request }) => {
      const [symbol] = await request('workspace/symbol', { query: 'ruiz' });
      expect(symbol).toMatchObject({ name: 'Ana Ruiz' });
      expect(symbol.containerName).toMatch(/Foreign Minister/);
    }),
  );

  test(
    'no file that was not opted in is read',
    using(async ({ about, uri: uriOf, request }) => {
      expect(await about('textDocument/hover', uriOf('notes/plain.txt'))).toBeNull();
      const found = await request('workspace/symbol', { query: 'marek' });
      expect(found).toHaveLength(1);
      expect(found[0].location.uri).toBe(uriOf('seeds/other.txt'));
    }),
  );
});

const torn = ` ${story.trimEnd()}`;

describe('problems and fixes', () => {
  test('are sent with the version that they belong to', () =>
    withServer({ folders: [] }, async ({ open, published, change }) => {
      const uri = open('untitled:Untitled-1', torn);
      const [first] = await eventually(
        () => published.filter(({ version }) => version === 1),
        found => found.length > 0,
      );
      expect(first).toMatchObject({ uri, version: 1 });
      expect(first!.diagnostics.map(({ code, severity, source }) => [code, severity, source])).toEqual([
        ['leading-space', 2, 'readout'],
        ['missing-final-newline', 3, 'readout'],
      ]);
      change(uri, 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' });
      const [second] = await eventually(
        () => published.filter(({ version }) => version === 2),
        found => found.length > 0,
      );
      expect(second!.diagnostics.map(({ code }) => code)).toEqual(['missing-final-newline']);
    }));

  test('can be asked for, and then are not sent', () =>
    withServer(
      { folders: [], capabilities: { ...editor, textDocument: { ...editor.textDocument, diagnostic: {} } } },
      async running => {
        expect(running.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
        const uri = running.open('untitled:a', torn);
        const report = await running.about('textDocument/diagnostic', uri);
        expect(report).toMatchObject({ kind: 'full' });
        expect(report.items).toHaveLength(2);
        expect(
          await running.about('textDocument/diagnostic', uri, 0, 0, { previousResultId: report.resultId }),
        ).toEqual({
          kind: 'unchanged',
          resultId: report.resultId,
        });
        running.change(uri, 2, { text: story });
        expect(
          await running.about('textDocument/diagnostic', uri, 0, 0, { previousResultId: report.resultId }),
        ).toMatchObject({ kind: 'full', items: [] });
        expect(running.published).toEqual([]);
      },
    ));

  test('a fix names the version that it was made for', () =>
    withServer({ folders: [] }, async ({ open, about }) => {
      const uri = open('untitled:a', torn);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const found = await about('textDocument/codeAction', uri, 0, 0, { range, context: { diagnostics: [] } });
      expect(found.map(({ kind }: { kind: string }) => kind)).toEqual(['quickfix', 'source.fixAll.readout']);
      expect(found[0].edit.documentChanges).toEqual([
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, newText: '' }],
        },
      ]);
      const only = await about('textDocument/codeAction', uri, 0, 0, {
        range,
        context: { diagnostics: [], only: ['source.fixAll'] },
      });
      expect(only.map(({ kind }: { kind: string }) => kind)).toEqual(['source.fixAll.readout']);
      const bySelf = await about('textDocument/codeAction', uri, 0, 0, {
        range,
        context: { diagnostics: [], triggerKind: 2 },
      });
      expect(bySelf.map(({ kind }: { kind: string }) => kind)).toEqual(['quickfix']);
    }));

  test('are taken back when the document is closed', () =>
    withServer({ folders: [] }, async ({ open, close, published }) => {
      const uri = open('untitled:a', torn);
      await eventually(
        () => published.length,
        count => count > 0,
      );
      close(uri);
      const last = await eventually(
        () => published.at(-1),
        latest => latest!.diagnostics.length === 0,
      );
      expect(last).toEqual({ uri, diagnostics: [] });
    }));
});

test('a client that can do little gets flat symbols, plain text and locations', () =>
  withServer({ files, capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } }, async running => {
    expect(running.initialized.capabilities.codeActionProvider).toBeUndefined();
    const uri = running.open('seeds/story.txt', story);
    const symbols = await running.about('textDocument/documentSymbol', uri);
    expect(symbols[1]).toMatchObject({ name: 'Ana Ruiz', location: { uri } });
    expect(symbols[2]).toMatchObject({ containerName: 'Ana Ruiz' });
    const { contents } = await running.about('textDocument/hover', uri, 2, 1);
    expect(contents.kind).toBe('plaintext');
    expect(contents.value).toMatch(/^Ana Ruiz \(person\)/);
    expect(await running.about('textDocument/definition', uri, 2, 1)).toMatchObject([
      { uri, range: { start: { line: 0, character: 56 } } },
    ]);
    await indexed(running);
    expect(running.registrations).toEqual([]);
    expect(running.progress).toEqual([]);
  }));

test('Markdown, HTML and command links of a document show as text', () =>
  withServer({ folders: [] }, async ({ open, about }) => {
    const uri = open('untitled:a', 'Ana Ruiz said that [this](command:evil) <img src=x> `runs` $(bug).\n');
    const { contents } = await about('textDocument/hover', uri, 0, 10);
    expect(contents.value).not.toMatch(/(?<!\\)\[this|<img|(?<!\\)`|\$\(/);
    expect(contents.value).toContain('this');
  }));
