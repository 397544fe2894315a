import { isSpace, lineOver } from '../reading/layout/lines.ts';
import type { Rule } from './rule.ts';

/** A tab stands in a line, where it looks like a space or like several. */
export const tab: Rule = {
  code: 'tab',
  severity: 'information',
  description: 'A tab stands inside a line or before its first word.',
  remedy: 'The fix puts a space between words, and nothing at the start of a line.',
  fixable: 'always',
  *inText({ text, characters, layout }) {
    let end = layout.blocks[0]?.start ?? text.length;
    for (const at of characters.tabs) {
      if (at < end) continue;
      const here = lineOver(layout.lines, at);
      if (!here || here.start === here.end || at >= here.end) continue;
      const isIndentation = at < here.start;
      let start = at;
      end = at + 1;
      while (start > here.from && isSpace(text.charCodeAt(start - 1))) start--;
      while (end < here.end && isSpace(text.charCodeAt(end))) end++;
      yield {
        start,
        end,
        message: isIndentation
          ? 'A tab before the first word of the line. The fix removes it.'
          : 'A tab between words: it looks like a space, but is none to a search. The fix puts a space.',
        replacement: isIndentation ? '' : ' ',
      };
    }
  },
};
