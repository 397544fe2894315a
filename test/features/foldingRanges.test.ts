import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, lineStartsOf } from '../../server/src/corpus/lines.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { documentOf } from '../kit/fixture.ts';

const check = (marked: string, ...expected: string[]) => {
  const document = documentOf(marked);
  const shown = foldingRanges(document).map(
    ({ kind, start, end }) => `${kind} ${document.text.slice(start, end).replaceAll('\n', '⏎')}`,
  );
  expect(shown).toEqual(expected);
};

const head = '<block headline>Rain</block>\n\n<block stamp>2021</block>';
test('nothing in an empty document', () => check(''));
test('nothing that takes one line', () => check('<block headline>Rain</block>\n\n<s 1 ana>A</s>. <s 2 ana>B</s>.'));
test('the header, up to the first paragraph', () => check(`${head}\n\nWords.`, 'header Rain⏎⏎2021'));
test('a header without anything behind it', () => check(head, 'header Rain⏎⏎2021'));
test('a stamp below the text is no header', () =>
  check('Words.\n\n<block stamp>2021</block>\n\n<block stamp>2</block>'));
test('a dateline that shares its line with the first turn is left out of the header', () =>
  check(
    `${head}\n\n<block dateline>OSLO --</block> <s 1 ana>A</s>.\n\n<s 2 ana>B</s>.`,
    'header Rain⏎⏎2021',
    'turn A.⏎⏎B',
  ));
test('a turn of several paragraphs', () => check('<s 1 ana>A</s>.\n\n<s 2 ana>B</s>.', 'turn A.⏎⏎B'));
test('a turn that ends where the next begins is cut before that line', () =>
  check(
    '<s 1 ana>A</s>.\n\n<s 2 ana>B</s>.\n\n<s 3 ana>C</s>. <s 4 bo>D</s>.\n\n<s 5 bo>E</s>.',
    'turn A.⏎⏎B.',
    'turn D.⏎⏎E',
  ));
test('a turn in between that has no line of its own is left out', () =>
  check('<s 1 ana>A</s>.\n\n<s 2 ana>B</s>. <s 3 bo>C</s>. <s 4 ana>D</s>.\n\n<s 5 ana>E</s>.', 'turn D.⏎⏎E'));
test('a run of boilerplate and trailers', () =>
  check(
    'Words.\n\n<block boilerplate>Share</block>\n\n<block trailer>Print</block>\n\nMore.\n\n<block trailer>End</block>',
    'boilerplate Share⏎⏎Print',
  ));
test('boilerplate in the middle of a turn lies inside it', () =>
  check(
    '<s 1 ana>A</s>.\n\n<block trailer>X</block>\n\n<block trailer>Y</block>\n\n<s 2 ana>B</s>.',
    'turn A.⏎⏎X⏎⏎Y⏎⏎B',
    'boilerplate X⏎⏎Y',
  ));

const line = fc.constantFrom(
  'Home > News >',
  '2021-03-04 Seawire',
  'OSLO, March 4 (Seawire) -- Ana Ruiz said that it rains.',
  'Ana Ruiz said that it rains. Bo Lind said that it snows.',
  '"It rains," she said. "It snows."',
  'Rain comes',
  '<Suggest to a friend>',
  '',
);

test('whatever the document: folds take several lines, and two share a line only if one lies inside the other', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r'), (lines, between) => {
      const text = lines.join(between);
      const starts = lineStartsOf(text);
      const folds = foldingRanges({ uri: '', text, reading: readDocument(text) }).map(({ start, end }) => ({
        first: lineAt(starts, start),
        last: lineAt(starts, end),
      }));
      for (const [index, { first, last }] of folds.entries()) {
        expect(last).toBeGreaterThan(first);
        for (const later of folds.slice(index + 1)) {
          expect(later.first > last || (later.first > first && later.last <= last)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
