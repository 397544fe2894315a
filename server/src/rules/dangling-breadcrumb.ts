import type { Rule } from './rule.ts';

/** A breadcrumb ends in a separator, which announces a step that is not there. */
export const danglingBreadcrumb: Rule = {
  code: 'dangling-breadcrumb',
  severity: 'warning',
  description: 'A breadcrumb ends in a separator that no step follows.',
  remedy: 'The fix removes the separator with the white space around it.',
  fixable: 'always',
  *find({ text, layout }) {
    let at = 0;
    for (const [i, block] of layout.blocks.entries()) {
      if (block.kind !== 'breadcrumb') continue;
      const dangling = /\s*(?:[>›»→]\s*)+$/u.exec(text.slice(block.start, block.end));
      if (!dangling) continue;
      while ((layout.lines[at]?.to ?? text.length) < block.end) at++;
      yield {
        start: block.start + dangling.index,
        end: Math.min(layout.lines[at]?.to ?? block.end, layout.blocks[i + 1]?.start ?? text.length),
        message: 'The breadcrumb ends in a separator, and no step follows. The fix removes the separator.',
        replacement: '',
      };
    }
  },
};
