import type { Rule } from './rule.ts';
import type { Seam } from './seams.ts';
import { together } from './together.ts';

/** So many in half of all places or more are the habit of a text, which is reported once. */
const HABIT = 5;

/** More than one blank line stands between two blocks. */
export const extraBlankLine: Rule = {
  code: 'extra-blank-line',
  severity: 'warning',
  description: 'More than one blank line stands between two blocks.',
  remedy: 'The fix leaves one.',
  fixable: 'always',
  *inText({ text, seams, lineEnd }) {
    const isBetweenBlocks = ({ before, after }: Seam) => before.kind !== 'separator' && after.kind !== 'separator';
    const wide = seams.filter(seam => seam.lineEnds > 2 && isBetweenBlocks(seam));
    const first = wide[0];
    if (!first) return;
    if (wide.length >= HABIT && wide.length * 2 >= seams.length) {
      const places = wide.map(({ breaks }) => breaks);
      const message = `${blankLines(first)}, here and at ${wide.length - 1} other places. The fix leaves one everywhere.`;
      yield together(text, places, lineEnd + lineEnd, message);
      return;
    }
    for (const seam of wide) {
      yield { ...seam.breaks, message: `${blankLines(seam)}. The fix leaves one.`, replacement: lineEnd + lineEnd };
    }
  },
};

function blankLines({ lineEnds }: Seam): string {
  return `${lineEnds - 1} blank lines where one separates blocks`;
}
