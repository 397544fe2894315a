import fc from 'fast-check';
import { expect } from 'vitest';
import { type Layout, readLayout } from '../../server/src/reading/blocks.ts';
import { lineAt } from '../../server/src/reading/layout/lines.ts';
import { type Checked, checkFormat, findProblems } from '../../server/src/rules/index.ts';

/** One replacement; places are numbers from 0 to 1, so that they fit a text of any length. */
export interface Change {
  readonly at: number;
  /** Where there is one behind that place, the change is made right behind the next such mark. */
  readonly behind: string | null;
  /** How much goes: characters, or the rest of a word, a line or a document. */
  readonly drop: number | 'word' | 'line' | 'document';
  readonly insert: string;
}

const row = '='.repeat(40);
const dispatch =
  'OSLO, March 3 (Fjord) -- Norway will pay for two hundred wells, said Foreign Minister Inga Solberg on Monday, April 1, 2019.';
const page = [
  'Home > World > Africa >',
  'Peru sends its president to Oslo for talks',
  '2021-05-06 10:00 Lima Post',
  'By Jane Roe',
  'Peruvian President Rosa Quispe flew to Oslo on Thursday. "I am glad," she said.',
].join('\n\n');
const wrapped =
  'The wells that the villages had waited for\nwere dug in a week, and nobody in the town\nhad thought that they would hold so long.';

const paragraph = fc.constantFrom(
  dispatch,
  wrapped,
  'The wells were dug in a week. Nobody had thought that they would hold for as long as this.',
  '"We are glad, said the minister of the villages that have waited for ten years.',
  '"They will drink from them," she said.She left.',
  'It is “late", he said, and then ”early”. CafÃ© owners agreed:',
  'that it had rained',
  'What happens next',
);
const furniture = fc.constantFrom(
  page,
  '2021-03-07',
  'Share | Print',
  'Related:\nNorway pays\nPeru waits',
  '- to dig',
  '- to drill',
  '1. Norway',
  '2. Peru',
  '• a well',
  'Photo: Jane Roe',
  'A well [Photo/Fjord]The villages have waited for ten years for it.',
  'By Jane Roe in Oslo',
  '(Reporting by Jane Roe)',
  '© 2021 Fjord',
  '###',
  '<a b>',
);
const separator = fc.constantFrom(
  row,
  '-'.repeat(10),
  '---',
  '* * *',
  '\f',
  'Document 2 of 3',
  '3 of 120 DOCUMENTS',
  '=-='.repeat(5),
);
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', ' \n\n', '\n\t\n', '');
const odd = fc.constantFrom(
  ' ',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u0007',
  '\ufffd',
  '"',
  '“',
  '”',
  '\u05d0',
  '.',
  'é',
  '\ud800',
  'a',
  'Z',
  '7',
  'x',
);

const piece = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 3, arbitrary: furniture },
  { weight: 2, arbitrary: separator },
  { weight: 1, arbitrary: odd },
);

/** Texts of what the format has: stories, bundles, and what can be wrong with them. */
export const formatted = fc.array(fc.tuple(piece, gap), { maxLength: 60 }).map(parts => parts.flat().join(''));

const inserted = fc.oneof(
  odd,
  gap,
  piece,
  fc.tuple(gap, piece, gap).map(parts => parts.join('')),
  fc.constant(''),
  fc.constant(`\n\n${row}\n\n${page}\n\n`),
);
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    behind: fc.constantFrom(null, null, '.', '"', '\n', '\r', ' '),
    drop: fc.oneof(fc.nat({ max: 3 }), fc.constantFrom('word' as const, 'line' as const, 'document' as const)),
    insert: inserted,
  }),
  { minLength: 1, maxLength: 8 },
);

/** The text after one more change. */
export function changed(text: string, { at, behind, drop, insert }: Change): string {
  const place = Math.floor(at * text.length);
  const mark = behind === null ? -1 : text.indexOf(behind, place);
  const from = mark < 0 ? place : mark + 1;
  return text.slice(0, from) + insert + text.slice(endOf(text, from, drop));
}

function endOf(text: string, from: number, drop: Change['drop']): number {
  if (typeof drop === 'number') return Math.min(text.length, from + drop);
  const end = text.indexOf({ word: ' ', line: '\n', document: row }[drop], from);
  return end < 0 ? text.length : end + 1;
}

/** Whatever the edits, what is read with the layout and problems before is what would be read without them. */
export function checkEdits(numRuns: number): void {
  fc.assert(
    fc.property(formatted, changes, (first, list) => {
      let text = first;
      let layout: Layout = readLayout(text);
      let checked: Checked = checkFormat(layout);
      for (const change of list) {
        text = changed(text, change);
        layout = readLayout(text, layout);
        checked = checkFormat(layout, checked);
        expect(plain(layout)).toEqual(plain(readLayout(text)));
        expect(checked.problems).toEqual(findProblems(text));
      }
    }),
    { numRuns },
  );
}

/** What a layout says, without what is only remembered. */
export function plain({ lines, typed, ...layout }: Layout) {
  return { ...layout, lines: Array.from({ length: lines.count }, (_, i) => lineAt(lines, i)) };
}
