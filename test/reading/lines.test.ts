import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOfText } from '../../server/src/reading/changes.ts';
import { knownAt, type Lines, lineAt, splitAgain, splitLines } from '../../server/src/reading/layout/lines.ts';

const listed = (lines: Lines) => Array.from({ length: lines.count }, (_, i) => lineAt(lines, i));
const written = (text: string, lines: Lines, i: number) => {
  const { from, next } = lineAt(lines, i);
  return text.slice(from, next);
};

const line = fc.constantFrom('\n', '\r\n', '\r', 'It rained.\n', ' It rained. \n', 'It rained.\r\n', '\t\n');
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 30 }) }, { weight: 1, arbitrary: fc.nat({ max: 3000 }) }),
  insert: fc.oneof(
    fc.constantFrom('', 'x', ' ', '\n', '\r'),
    fc.array(line, { maxLength: 150 }).map(list => list.join('')),
  ),
});

test('after any edits the lines are those of the text, and what is known of a line stays with its words', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), fc.array(edit, { maxLength: 12 }), (list, edits) => {
      let text = list.join('');
      let lines = splitLines(text);
      for (const { at, drop, insert } of edits) {
        for (let i = 0; i < lines.count; i++) knownAt(lines, i)[0] = written(text, lines, i);
        const from = Math.floor(at * text.length);
        const edited = text.slice(0, from) + insert + text.slice(from + drop);
        const change = changeOfText(text, edited);
        lines = splitAgain(edited, lines, change);
        text = edited;
        expect(listed(lines)).toEqual(listed(splitLines(text)));
        for (let i = 0; i < lines.count; i++)
          expect([undefined, written(text, lines, i)]).toContain(knownAt(lines, i)[0]);
        const isUnknown = (_: unknown, i: number) => knownAt(lines, i)[0] === undefined;
        const around = splitLines(text.slice(change.start, change.end + change.by)).count + 2;
        expect(listed(lines).filter(isUnknown).length).toBeLessThanOrEqual(around);
      }
    }),
    { numRuns: 60 },
  );
});
