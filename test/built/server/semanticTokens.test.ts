import { expect, test } from 'vitest';
import { type Running, withServer } from '../../kit/server.ts';

const story = `NORHAVEN, March 4 (Seawire) -- "We are ready for Ivo Marek," Ana Ruiz said.

She added that it rains.
`;

/** Each token as "line:column length type.modifiers", decoded by the legend. */
function decode({ initialized }: Running, data: readonly number[]): string[] {
  const { tokenTypes, tokenModifiers } = initialized.capabilities.semanticTokensProvider!.legend;
  const found: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines, columns, length, type, bits] = data.slice(at, at + 5) as [number, number, number, number, number];
    column = lines === 0 ? column + columns : columns;
    line += lines;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push(`${line}:${column} ${length} ${[tokenTypes[type], ...modifiers].join('.')}`);
  }
  return found;
}

const range = (line: number) => ({ range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } });

function apply(data: readonly number[], edits: readonly { start: number; deleteCount: number; data?: number[] }[]) {
  const changed = [...data];
  for (const { start, deleteCount, data: added = [] } of edits) changed.splice(start, deleteCount, ...added);
  return changed;
}

test('whole, cut around a name in a quotation', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:a', story);
    const { data } = await running.about('textDocument/semanticTokens/full', uri);
    expect(decode(running, data)).toEqual([
      '0:10 7 date.uncertain',
      '0:31 17 quotation',
      '0:49 9 person.introduction.quoted',
      '0:58 2 quotation',
      '0:61 8 person.introduction.speaker',
      '0:70 4 cue',
      '2:0 3 person.speaker',
      '2:4 10 cue',
    ]);
  }));

test('of a range, the same', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:a', story);
    const { data } = await running.about('textDocument/semanticTokens/range', uri, 0, 0, range(2));
    expect(decode(running, data)).toEqual(['2:0 3 person.speaker', '2:4 10 cue']);
  }));

test('after an edit, what has changed', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:a', story);
    const before = await running.about('textDocument/semanticTokens/full', uri);
    const delta = (previousResultId: string) =>
      running.about('textDocument/semanticTokens/full/delta', uri, 0, 0, { previousResultId });
    expect(await delta(before.resultId)).toEqual({ resultId: before.resultId, edits: [] });
    const start = { line: 2, character: 0 };
    running.change(uri, 2, { range: { start, end: start }, text: 'Ivo Marek left. ' });
    const changes = await delta(before.resultId);
    const whole = await running.about('textDocument/semanticTokens/full', uri);
    expect(changes.edits[0].start).toBeGreaterThan(0);
    expect(changes.resultId).toBe(whole.resultId);
    expect(apply(before.data, changes.edits)).toEqual(whole.data);
    expect(await delta('unknown')).toEqual(whole);
  }));

test('a document with more than 20,000 gets them by the range alone', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:a', 'Ana Ruiz met Ivo Marek in Norway.\n\n'.repeat(7000));
    expect(await running.about('textDocument/semanticTokens/full', uri)).toBeNull();
    const { data } = await running.about('textDocument/semanticTokens/range', uri, 0, 0, range(9000));
    expect(decode(running, data).map(token => token.split(' ')[2])).toEqual(['person', 'person', 'place']);
  }));
