import type { Rule } from './rule.ts';

/** More than one blank line stands between two blocks. */
export const extraBlankLine: Rule = {
  code: 'extra-blank-line',
  severity: 'warning',
  *find({ seams, lineEnd }) {
    for (const { lineEnds, breaks } of seams) {
      if (lineEnds <= 2) continue;
      yield {
        ...breaks,
        message: `${lineEnds - 1} blank lines where one separates blocks. The fix leaves one.`,
        replacement: lineEnd + lineEnd,
      };
    }
  },
};
