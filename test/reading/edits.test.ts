import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOfItems, changeOfList, changeOfText, detached } from '../../server/src/reading/changes.ts';
import { changed, changes, checkEdits, formatted } from './edits.ts';

describe('an edit told from two texts', () => {
  const check = (before: string, after: string, start: number, end: number) =>
    test(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () =>
      expect(changeOfText(before, after)).toEqual({ start, end, by: after.length - before.length }));
  check('', '', 0, 0);
  check('abc', 'abc', 3, 3);
  check('abc', 'abxc', 2, 2);
  check('abc', 'ac', 1, 2);
  check('aaa', 'aaaa', 3, 3);
  check('aaaa', 'aa', 2, 4);
  check('abc', 'xyz', 0, 3);
  check('', 'abc', 0, 0);

  test('is the shortest in long texts, too', () => {
    fc.assert(
      fc.property(formatted, fc.nat({ max: 400 }), changes, (text, times, [change]) => {
        const before = text.repeat(times);
        const after = changed(before, change!);
        const { start, end, by } = changeOfText(before, after);
        expect(after).toBe(before.slice(0, start) + after.slice(start, end + by) + before.slice(end));
        const isNothing = before === after;
        expect(start < end && start < end + by && before[start] === after[start]).toBe(false);
        expect(!isNothing && start < end && start < end + by && before[end - 1] === after[end + by - 1]).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('of lists is the same by item as by what makes items alike', () => {
    const items = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        expect(changeOfItems(before, after)).toEqual(changeOfList(before, after, Object.is));
      }),
    );
    expect(changeOfItems([...'abc'], [...'abbc'])).toEqual({ start: 2, end: 2, by: 1 });
  });

  test('a detached part is the part', () => {
    for (const part of ['', 'a', '\ud800', 'a long part of a longer text “still”']) expect(detached(part)).toBe(part);
  });
});

test('layout and problems read with those before equal those read anew', { timeout: 30_000 }, () => checkEdits(50));
