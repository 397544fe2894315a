import type { Rule } from './rule.ts';

/** A breadcrumb ends in a separator, which announces a step that is not there. */
export const danglingBreadcrumb: Rule = {
  code: 'dangling-breadcrumb',
  severity: 'warning',
  *find({ text, layout }) {
    let at = 0;
    for (const block of layout.blocks) {
      if (block.kind !== 'breadcrumb') continue;
      const dangling = /\s*(?:[>›»→]\s*)+$/u.exec(text.slice(block.start, block.end));
      if (!dangling) continue;
      while ((layout.lines[at]?.to ?? text.length) < block.end) at++;
      yield {
        start: block.start + dangling.index,
        end: layout.lines[at]?.to ?? block.end,
        message: 'The breadcrumb ends in a separator, and no step follows. The fix removes the separator.',
        replacement: '',
      };
    }
  },
};
