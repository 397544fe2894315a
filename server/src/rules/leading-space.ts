import type { Rule } from './rule.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** White space stands before the first block. */
export const leadingSpace: Rule = {
  code: 'leading-space',
  severity: 'warning',
  description: 'White space stands before the first block.',
  remedy: 'The fix removes it.',
  fixable: 'always',
  *inText({ text, layout }) {
    const first = layout.blocks[0];
    const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    if (!first || first.start <= start) return;
    yield {
      start,
      end: first.start,
      message: 'White space before the first words. The fix removes it.',
      replacement: '',
    };
  },
};
