import { expect, test } from 'vitest';
import { withServer } from '../../kit/server.ts';

const story = `Harbour opens

2021-03-04 Seawire

NORHAVEN, March 4 (Seawire) -- Mayor Ana Ruiz said that the harbour is open.

She added that the work is done.

<Suggest to a friend>

<Print>
`;

test('folds by line: the header, the turn, what follows the text', () =>
  withServer({ folders: [] }, async ({ open, about }) => {
    const uri = open('untitled:a', story);
    expect(await about('textDocument/foldingRange', uri)).toEqual([
      { startLine: 0, endLine: 2, kind: 'region' },
      { startLine: 4, endLine: 6 },
      { startLine: 8, endLine: 10, kind: 'comment' },
    ]);
  }));

test('expands the selection from a word to the document', () =>
  withServer({ folders: [] }, async ({ open, request }) => {
    const uri = open('untitled:a', story);
    const [first, second] = await request('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [
        { line: 4, character: 62 },
        { line: 3, character: 0 },
      ],
    });
    const chain = [];
    for (let at = first; at; at = at.parent) chain.push([at.range.start, at.range.end]);
    expect(chain[0]).toEqual([
      { line: 4, character: 60 },
      { line: 4, character: 67 },
    ]);
    expect(chain.at(-1)).toEqual([
      { line: 0, character: 0 },
      { line: 11, character: 0 },
    ]);
    expect(chain.length).toBeGreaterThanOrEqual(5);
    expect(second).toEqual({ range: { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } } });
  }));

test('an empty document has nothing to fold, and an empty selection', () =>
  withServer({ folders: [] }, async ({ open, about, request }) => {
    const uri = open('untitled:a', '');
    expect(await about('textDocument/foldingRange', uri)).toEqual([]);
    const start = { line: 0, character: 0 };
    expect(await request('textDocument/selectionRange', { textDocument: { uri }, positions: [start] })).toEqual([
      { range: { start, end: start } },
    ]);
  }));
