import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver-protocol/node';
import { editor, eventually, withServer } from '../../kit/server.ts';

const paragraph = 'Norway and Chad should share their well maps, said the minister on Monday in Oslo.';
const twice = `${paragraph}\n\nShare | Print | E-mail\n\n${paragraph}\n`;

const able: ClientCapabilities = {
  ...editor,
  textDocument: {
    ...editor.textDocument,
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
  },
};

async function diagnosticsOf(capabilities: ClientCapabilities, text: string) {
  let uri = '';
  let diagnostics: Diagnostic[] = [];
  await withServer({ folders: [], capabilities }, async running => {
    uri = running.open('untitled:x', text);
    const sent = await eventually(
      () => running.published.findLast(published => published.uri === uri),
      found => found !== undefined,
    );
    diagnostics = sent?.diagnostics ?? [];
  });
  return { uri, diagnostics };
}

describe('a diagnostic', () => {
  test('has its page, the other place and whether it is to be faded', async () => {
    const { uri, diagnostics } = await diagnosticsOf(able, twice);
    expect(diagnostics.map(({ code }) => code)).toEqual(['boilerplate', 'duplicate-paragraph']);
    const [faded, copy] = diagnostics;
    expect(faded).toMatchObject({ tags: [1], severity: 4 });
    expect(copy).not.toHaveProperty('tags');
    expect(copy?.relatedInformation).toEqual([
      {
        location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: paragraph.length } } },
        message: 'The earlier copy.',
      },
    ]);
    for (const { code, codeDescription } of diagnostics) {
      const page = codeDescription?.href ?? '';
      expect(page).toMatch(new RegExp(`/docs/rules/${code}\\.md$`));
      expect(existsSync(fileURLToPath(page))).toBe(true);
    }
  });

  test('has none of them for a client that cannot show them', async () => {
    const { diagnostics } = await diagnosticsOf({}, twice);
    for (const diagnostic of diagnostics) {
      expect(Object.keys(diagnostic).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    }
  });
});

test('formatting a document makes every fix, and a second time none', () =>
  withServer({ folders: [] }, async running => {
    const options = { options: { tabSize: 2, insertSpaces: true } };
    const torn = running.open('untitled:x', ' The wells are dry.The maps are old.');
    expect(await running.about('textDocument/formatting', torn, 0, 0, options)).toEqual([
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, newText: '' },
      { range: { start: { line: 0, character: 15 }, end: { line: 0, character: 22 } }, newText: 'dry. The' },
      { range: { start: { line: 0, character: 36 }, end: { line: 0, character: 36 } }, newText: '\n' },
    ]);
    const sound = running.open('untitled:y', 'The wells are dry. The maps are old.\n');
    expect(await running.about('textDocument/formatting', sound, 0, 0, options)).toEqual([]);
  }));

test('a fix is for the version that it was worked out for, which a client refuses for another', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:x', ' The wells are dry.');
    running.change(uri, 7, { text: ' The maps are old.' });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const actions = await running.about('textDocument/codeAction', uri, 0, 0, { range, context: { diagnostics: [] } });
    expect(actions).toHaveLength(2);
    for (const { edit } of actions) {
      expect(edit.documentChanges.map(({ textDocument }: { textDocument: object }) => textDocument)).toEqual([
        { uri, version: 7 },
      ]);
    }
  }));
