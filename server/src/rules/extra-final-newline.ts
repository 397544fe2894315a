import type { Rule } from './rule.ts';

/** Blank lines follow the last block. */
export const extraFinalNewline: Rule = {
  code: 'extra-final-newline',
  severity: 'information',
  description: 'Blank lines follow the last block.',
  remedy: 'The fix removes them.',
  fixable: 'always',
  *inText({ text, layout }) {
    const last = layout.blocks.at(-1);
    if (!last) return;
    const tail = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(last.end));
    const start = last.end + (tail?.[0].length ?? 0);
    if (!tail || !/[\r\n]/.test(text.slice(start))) return;
    yield {
      start,
      end: text.length,
      message: 'Blank lines at the end of the document. The fix removes them.',
      replacement: '',
    };
  },
};
