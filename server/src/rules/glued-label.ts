import { findFusions } from '../reading/layout/stamp.ts';
import { nothing, type Rule } from './rule.ts';

/** A label or a date of a stamp is written onto the word before it: "HeraldUpdated:". */
export const gluedLabel: Rule = {
  code: 'glued-label',
  severity: 'error',
  description: 'A label or date of a stamp is written onto the word before it.',
  remedy: 'The fix puts a space between.',
  fixable: 'always',
  inBlock({ text, block }) {
    if (block.kind !== 'stamp') return nothing;
    const stamp = text.slice(block.start, block.end);
    return findFusions(stamp).map(({ start, end, at }) => {
      const [left, right] = [stamp.slice(start, at), stamp.slice(at, end)];
      return {
        start: block.start + start,
        end: block.start + end,
        message: `“${left}” and “${right}” are written as one word. The fix puts a space between them.`,
        replacement: `${left} ${right}`,
      };
    });
  },
};
