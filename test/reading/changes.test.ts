import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeOfItems, changeOfText, withItems } from '../../server/src/reading/changes.ts';

const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

it('puts what has changed of a list in the place of what was there', () => {
  fc.assert(
    fc.property(few, few, few, few, (front, older, newer, behind) => {
      const [before, after] = [
        [...front, ...older, ...behind],
        [...front, ...newer, ...behind],
      ];
      const change = changeOfItems(before, after);
      const items = after.slice(change.start, change.end + change.by);
      expect(withItems(before, change, items)).toEqual(after);
    }),
  );
});

it('tells of a text from where to where it has changed', () => {
  fc.assert(
    fc.property(few, few, few, few, (...parts) => {
      const [front, older, newer, behind] = parts.map(part => part.join('')) as [string, string, string, string];
      const [before, after] = [front + older + behind, front + newer + behind];
      const { start, end, by } = changeOfText(before, after);
      expect(before.slice(0, start) + after.slice(start, end + by) + before.slice(end)).toBe(after);
      expect(by).toBe(newer.length - older.length);
      expect(end - start).toBeLessThanOrEqual(older.length);
    }),
  );
});
