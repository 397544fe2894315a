import type { Rule } from './rule.ts';

const NO_BREAK_SPACES = ['\u00A0', '\u202F', '\u2007'];

/** A no-break space: U+00A0, its narrow form U+202F, or the figure space U+2007. */
export const noBreakSpace: Rule = {
  code: 'no-break-space',
  severity: 'hint',
  *find({ text }) {
    if (!NO_BREAK_SPACES.some(space => text.includes(space))) return;
    for (const { index, 0: run } of text.matchAll(/[\u00A0\u202F\u2007]+/g)) {
      yield {
        start: index,
        end: index + run.length,
        message: 'A no-break space: it looks like a space, but searches miss it. The fix puts a plain space.',
        replacement: ' ',
      };
    }
  },
};
