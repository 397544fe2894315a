import type { Rule } from './rule.ts';

/** The last line has no line end. */
export const missingFinalNewline: Rule = {
  code: 'missing-final-newline',
  severity: 'information',
  description: 'The last line has no line end.',
  remedy: 'The fix adds one.',
  fixable: 'always',
  *inText({ text, layout, lineEnd }) {
    const last = layout.blocks.at(-1);
    if (!last || /[\r\n]/.test(text.slice(last.end))) return;
    yield {
      start: text.length,
      end: text.length,
      message: 'The last line has no line end. The fix adds one.',
      replacement: lineEnd,
    };
  },
};
