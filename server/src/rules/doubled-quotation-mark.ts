import type { Rule } from './rule.ts';

/** A quotation mark is written twice. */
export const doubledQuotationMark: Rule = {
  code: 'doubled-quotation-mark',
  severity: 'warning',
  description: 'A double quotation mark is written twice, as tables in CSV do.',
  remedy: 'The fix leaves one.',
  fixable: 'always',
  inBlock: ({ quotationMarks }) =>
    quotationMarks.doubled.map(({ start, end, form }) => ({
      start,
      end,
      message: `The quotation mark ${form} is written twice. The fix leaves one.`,
      replacement: form,
    })),
};
