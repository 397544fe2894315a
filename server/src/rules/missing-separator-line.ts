import type { Rule } from './rule.ts';
import { CANONICAL_ROW, usualRow } from './separators.ts';

/** A document begins behind the end of another, and nothing separates them. */
export const missingSeparatorLine: Rule = {
  code: 'missing-separator-line',
  severity: 'error',
  description: 'A document begins behind the trailer or end note of another, and no separator stands between them.',
  remedy: 'The fix writes the row that the bundle has elsewhere, or else forty equals signs.',
  fixable: 'always',
  *inText({ text, layout, seams, lineEnd }) {
    if (layout.documents.length < 2) return;
    const row = usualRow(text, layout) ?? CANONICAL_ROW;
    const starts = new Set(layout.documents.slice(1).map(({ start }) => start));
    for (const { before, after, start, end } of seams) {
      if (before.kind === 'separator' || !starts.has(after.start)) continue;
      yield {
        start,
        end,
        message:
          'A new document begins here, and nothing separates it from the one before. The fix writes a separator.',
        replacement: lineEnd + lineEnd + row + lineEnd + lineEnd,
      };
    }
  },
};
