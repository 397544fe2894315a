import { lineAt } from '../reading/layout/lines.ts';
import type { Rule } from './rule.ts';

/** White space stands at the end of a line, or is all that a line has. */
export const trailingSpace: Rule = {
  code: 'trailing-space',
  severity: 'warning',
  description: 'White space stands at the end of a line, or is all that a line has.',
  remedy: 'The fix removes it.',
  fixable: 'always',
  *inText({ text, layout }) {
    const first = layout.blocks[0];
    if (!first) return;
    for (let i = 0; i < layout.lines.count; i++) {
      const { from, start, end, to } = lineAt(layout.lines, i);
      const written = end > start ? end : from;
      if (written >= to || written < first.start) continue;
      // A form feed may part two documents.
      if (text.slice(written, to).includes('\f')) continue;
      yield {
        start: written,
        end: to,
        message: 'White space at the end of the line. The fix removes it.',
        replacement: '',
      };
    }
  },
};
