import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { finish } from '../../server/src/reading/steps.ts';
import { applyEdits, fixAll, mend, mendInSteps } from '../../server/src/rules/fix.ts';
import { findProblems, rules } from '../../server/src/rules/index.ts';
import { noSettings } from '../../server/src/rules/severities.ts';
import { keepsWords } from '../../server/src/rules/words.ts';
import { lead, next } from './checkRule.ts';

const problemsOf = (text: string) => findProblems(text, readLayout(text));
const fixable = (text: string) => problemsOf(text).filter(problem => problem.fix !== null);

const piece = fc.constantFrom(
  ...['\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', ' ', '  ', '\t', '\u00a0', '\uFEFF', '\ud800', '\0'],
  ...['Home > World > ', 'Home\u00a0>\u00a0', '»', '>', 'Current Location: desk >'],
  ...[
    'date 2021-03-04 ',
    'River DailyUpdated: March 4, 2021',
    '2021-03-04 12:25:51River Daily',
    'Thursday, March 4, 2021 ',
  ],
  ...[
    'OSLO, March 3 (Fjord) -- ',
    'PARIS (AP) — ',
    'Norway pays for wells',
    'Ministers',
    '<Send to a friend>',
    'Share | Print',
  ],
  ...[
    'By Jane Roe',
    'Photo: Jane Roe',
    '[Photo/Fjord]',
    '='.repeat(40),
    '-----',
    '=-=-=-=-=-=',
    'Document 3 of 5',
    '\f',
  ],
  ...[
    'PelÃ©',
    'donâ€™t',
    '\u0092',
    '\u200b',
    '\u00ad',
    '\u0007',
    '\v',
    '\uFFFD',
    'the wells',
    'of the',
    'dry.The',
    ', and',
  ],
  ...[
    '“',
    '”',
    '"',
    '""',
    '„',
    '«',
    'Monday, March 4, 2021',
    'The villages have waited, she told the envoys of Norway and',
  ],
  ...[lead, next, 'Q: Why?', '- one;', 'and so on', '“open', '"We came," she said.'],
);
const document = fc.array(piece, { maxLength: 25 }).map(pieces => pieces.join(''));
const anything = fc.oneof(
  { weight: 4, arbitrary: document },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

describe('every fix', () => {
  test('keeps the words, changes nothing outside its edit, and stands where its problem begins', () => {
    fc.assert(
      fc.property(anything, text => {
        for (const { fix, start, end } of fixable(text)) {
          if (!fix) continue;
          const fixed = applyEdits(text, [fix]);
          expect(keepsWords(text, fixed)).toBe(true);
          expect(fixed.startsWith(text.slice(0, fix.start))).toBe(true);
          expect(fixed.endsWith(text.slice(fix.end))).toBe(true);
          expect(fix.start).toBe(start);
          expect(fix.end).toBeGreaterThanOrEqual(end);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('is there or not as its rule says', () => {
    fc.assert(
      fc.property(anything, text => {
        for (const { code, fix } of problemsOf(text)) {
          const said = rules.find(rule => rule.code === code)?.fixable;
          if (said !== 'sometimes') expect(fix === null ? 'never' : 'always').toBe(said);
        }
      }),
    );
  });
});

describe('all fixes together', () => {
  test('are in order and do not overlap', () => {
    fc.assert(
      fc.property(anything, text => {
        let last = 0;
        for (const { start, end } of fixAll(problemsOf(text))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('touch no word, and leave no fixable problem', () => {
    fc.assert(
      fc.property(anything, text => {
        const mended = mend(text);
        expect(keepsWords(text, mended)).toBe(true);
        expect(fixable(mended).map(problem => problem.code)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('of problems that are known these alone are not looked for again', () => {
    expect(finish(mendInSteps(' a', noSettings, []))).toBe(' a');
    fc.assert(
      fc.property(anything, text => {
        expect(finish(mendInSteps(text, noSettings, problemsOf(text)))).toBe(mend(text));
      }),
    );
  });

  test('done twice change nothing more', () => {
    fc.assert(
      fc.property(anything, text => {
        const mended = mend(text);
        expect(mend(mended)).toBe(mended);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('a dangling separator goes with the spaces in it', () => {
    const text = `Home\u00a0>\u00a0\n\nNorway pays for wells\n\n${lead}\n`;
    expect(applyEdits(text, fixAll(problemsOf(text)))).toBe(`Home\n\nNorway pays for wells\n\n${lead}\n`);
  });

  test('keep the line ends of the document', () => {
    const text = ` date 2021-03-04 OSLO, March 3 (Fjord) -- ${lead}\r\n${next}\r\n\r\n\r\n${next}x`;
    expect(mend(text)).toBe(
      `date 2021-03-04\r\n\r\nOSLO, March 3 (Fjord) -- ${lead}\r\n\r\n${next}\r\n\r\n${next}x\r\n`,
    );
  });
});

test('problems are in order of their start', () => {
  fc.assert(
    fc.property(anything, text => {
      const starts = problemsOf(text).map(problem => problem.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
});

describe('real documents, of our own', () => {
  const gold = new URL('../../../shared/data/readouts.gold.jsonl', import.meta.url);
  const seeds = new URL('../../seeds/', import.meta.url);
  const texts: string[] = [
    ...readdirSync(seeds).map(name => readFileSync(new URL(name, seeds), 'utf8')),
    ...(existsSync(gold) ? readFileSync(gold, 'utf8').split('\n').filter(Boolean) : []).map(
      line => JSON.parse(line).text,
    ),
  ];
  // Some stretch of one is cut out, moved or doubled, as copying does.
  const stretch = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 400 }), fc.nat());
  const mangled = stretch.map(([text, from, length, to]) => {
    const start = from % (text.length + 1);
    const cut = text.slice(start, start + length);
    const at = to % (text.length + 1);
    return to % 3 === 0 ? text.slice(0, start) + text.slice(start + length) : text.slice(0, at) + cut + text.slice(at);
  });

  test('keep their words, and are mended once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...texts), mangled), text => {
        const mended = mend(text);
        expect(keepsWords(text, mended)).toBe(true);
        expect(fixable(mended).map(problem => problem.code)).toEqual([]);
        expect(mend(mended)).toBe(mended);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('the sample documents', () => {
  const folder = new URL('../../seeds/', import.meta.url);
  for (const name of readdirSync(folder).filter(file => file.endsWith('.seed'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    test(`${name} can be mended`, () => {
      const once = applyEdits(text, fixAll(problemsOf(text)));
      expect(keepsWords(text, once)).toBe(true);
      expect(fixable(once)).toEqual([]);
    });
  }
});

describe('the five real documents', () => {
  const folder = new URL('../../../shared/seeds/', import.meta.url);
  const expected: Record<string, readonly string[]> = {
    '000': ['leading-space', 'glued-stamp', 'missing-final-newline'],
    '001': [
      ...[
        'no-break-space',
        'no-break-space',
        'dangling-breadcrumb',
        'no-break-space',
        'trailing-space',
        'no-break-space',
      ],
      ...['glued-label', 'no-break-space', 'duplicate-paragraph', 'missing-final-newline'],
    ],
    '002': ['extra-final-newline'],
    '003': ['no-break-space', 'no-break-space', 'missing-final-newline'],
    '004': ['no-break-space', 'no-break-space', 'missing-blank-line', 'extra-blank-line', 'missing-final-newline'],
  };
  if (!existsSync(folder)) test.skip('are not beside this project, and are not read', () => {});
  else
    for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')))
      test(file, () => {
        const text = readFileSync(new URL(file, folder), 'utf8');
        expect(
          problemsOf(text)
            .map(problem => problem.code)
            .sort(),
        ).toEqual([...(expected[file.slice(0, 3)] ?? [])].sort());
        expect(keepsWords(text, mend(text))).toBe(true);
        expect(fixable(mend(text))).toEqual([]);
      });
});
