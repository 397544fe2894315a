import type { Rule } from './rule.ts';

/** The lines of a paragraph are cut at a column. */
export const hardWrappedParagraph: Rule = {
  code: 'hard-wrapped-paragraph',
  severity: 'warning',
  description: 'The lines of a paragraph are cut at a column, so that its sentences run over line ends.',
  remedy: 'The fix joins the lines with spaces.',
  fixable: 'always',
  *inText({ text, wrapped }) {
    for (const { start, end, lines } of wrapped) {
      yield {
        start,
        end,
        message: `This paragraph is cut into ${lines.length} lines. The fix makes it one line.`,
        replacement: joined(lines.map(line => text.slice(line.start, line.end))),
      };
    }
  },
};

/** A hyphen at the end of a line may be the word's own: it stays, and no space comes behind it. */
function joined(lines: readonly string[]): string {
  return lines.reduce((whole, line) => whole + (/\p{L}-$/u.test(whole) ? '' : ' ') + line);
}
