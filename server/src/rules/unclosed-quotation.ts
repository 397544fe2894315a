import type { Rule } from './rule.ts';

/** A quotation mark has no partner. Quotations that run on over paragraphs are right. */
export const unclosedQuotation: Rule = {
  code: 'unclosed-quotation',
  severity: 'warning',
  description: 'A quotation is opened and not closed, or closed and not opened.',
  remedy: 'No fix: where the words of the speaker begin or end is for an editor to say.',
  fixable: 'never',
  *inText({ quotationMarks }) {
    for (const { start, end } of quotationMarks.unclosed) {
      const message =
        'Nothing closes the quotation that opens here, and the next paragraph does not go on with it. Where it ends is for an editor to say.';
      yield { start, end, message, replacement: null };
    }
    for (const { start, end } of quotationMarks.unopened) {
      const message = 'Nothing opens the quotation that ends here. Where it begins is for an editor to say.';
      yield { start, end, message, replacement: null };
    }
  },
};
