import { runsOf } from './characters.ts';
import type { Rule } from './rule.ts';

/** U+FFFD stands where a character was lost. */
export const replacementCharacter: Rule = {
  code: 'replacement-character',
  severity: 'error',
  description: 'A replacement character (U+FFFD) stands where a character was lost.',
  remedy: 'No fix: which character was lost cannot be told from the text.',
  fixable: 'never',
  *inText({ characters }) {
    for (const run of runsOf(characters.replacements)) {
      yield {
        ...run,
        message: 'A character was lost here when the text was decoded. Only its source can tell which.',
        replacement: null,
      };
    }
  },
};
