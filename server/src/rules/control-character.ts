import { numberOf, runsOf } from './characters.ts';
import { charactersOfWindows } from './mojibakeText.ts';
import type { Rule } from './rule.ts';

const VERTICAL_TAB = '\v';

/** A control character, which is neither seen nor read. */
export const controlCharacter: Rule = {
  code: 'control-character',
  severity: 'warning',
  description: 'A control character stands in the text.',
  remedy: 'The fix removes it; a vertical tab, which parts words, becomes a space.',
  fixable: 'always',
  *inText({ text, characters }) {
    for (const { start, end } of runsOf(
      characters.controls.filter(at => !charactersOfWindows.has(text.charCodeAt(at))),
    )) {
      const parts = text.slice(start, end).includes(VERTICAL_TAB);
      yield {
        start,
        end,
        message: `The control character ${numberOf(text, start)}, which nobody sees. The fix ${parts ? 'puts a space' : 'removes it'}.`,
        replacement: parts ? ' ' : '',
      };
    }
  },
};
