import { nothing, type Rule } from './rule.ts';

/** A breadcrumb ends in a separator, which announces a step that is not there. */
export const danglingBreadcrumb: Rule = {
  code: 'dangling-breadcrumb',
  severity: 'warning',
  description: 'A breadcrumb ends in a separator that no step follows.',
  remedy: 'The fix removes the separator with the white space around it.',
  fixable: 'always',
  inBlock({ text, block, after }) {
    if (block.kind !== 'breadcrumb') return nothing;
    const dangling = /\s*(?:[>›»→]\s*)+$/u.exec(text.slice(block.start, block.end));
    if (!dangling) return nothing;
    const rest = /^[^\r\n]*/.exec(text.slice(block.end, after?.start))?.[0].length ?? 0;
    return [
      {
        start: block.start + dangling.index,
        end: block.end + rest,
        message: 'The breadcrumb ends in a separator, and no step follows. The fix removes the separator.',
        replacement: '',
      },
    ];
  },
};
