import type { Rule } from './rule.ts';
import { seams } from './seams.ts';

/** More than one blank line stands between two blocks. */
export const extraBlankLine: Rule = {
  code: 'extra-blank-line',
  severity: 'warning',
  *find(document) {
    for (const { lineEnds, breaks } of seams(document)) {
      if (lineEnds <= 2) continue;
      yield {
        ...breaks,
        message: `${lineEnds - 1} blank lines where one separates blocks. The fix leaves one.`,
        replacement: document.lineEnd + document.lineEnd,
      };
    }
  },
};
