import { runsOf } from './characters.ts';
import type { Rule } from './rule.ts';

/** A byte order mark stands behind the text's beginning, where files were joined. */
export const byteOrderMark: Rule = {
  code: 'byte-order-mark',
  severity: 'warning',
  description: 'A byte order mark stands inside the text; at its very start it belongs.',
  remedy: 'The fix removes it.',
  fixable: 'always',
  *inText({ characters }) {
    for (const run of runsOf(characters.byteOrderMarks)) {
      yield {
        ...run,
        message: 'A byte order mark inside the text, as joining files leaves it. The fix removes it.',
        replacement: '',
      };
    }
  },
};
