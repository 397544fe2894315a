import { findFusions } from '../reading/layout/stamp.ts';
import type { Rule } from './rule.ts';

/** A label or a date of a stamp is written onto the word before it: "HeraldUpdated:". */
export const gluedLabel: Rule = {
  code: 'glued-label',
  severity: 'error',
  description: 'A label or date of a stamp is written onto the word before it.',
  remedy: 'The fix puts a space between.',
  fixable: 'always',
  *find({ text, layout }) {
    for (const block of layout.blocks) {
      if (block.kind !== 'stamp') continue;
      const stamp = text.slice(block.start, block.end);
      for (const { start, end, at } of findFusions(stamp)) {
        const [left, right] = [stamp.slice(start, at), stamp.slice(at, end)];
        yield {
          start: block.start + start,
          end: block.start + end,
          message: `“${left}” and “${right}” are written as one word. The fix puts a space between them.`,
          replacement: `${left} ${right}`,
        };
      }
    }
  },
};
