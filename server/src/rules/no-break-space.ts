import { runsOf } from './characters.ts';
import type { Rule } from './rule.ts';

/** A no-break space: U+00A0, its narrow form U+202F, or the figure space U+2007. */
export const noBreakSpace: Rule = {
  code: 'no-break-space',
  severity: 'hint',
  description: 'A no-break space stands where a space would do.',
  remedy: 'The fix puts one plain space for a run of them.',
  fixable: 'always',
  *inText({ characters }) {
    for (const { start, end } of runsOf(characters.noBreakSpaces)) {
      yield {
        start,
        end,
        message: 'A no-break space: it looks like a space, but searches miss it. The fix puts a plain space.',
        replacement: ' ',
      };
    }
  },
};
