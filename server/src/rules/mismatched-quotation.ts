import { isFitting, PARTNERS, type QuotationMark, type QuotationPair } from './quotationMarks.ts';
import type { Rule } from './rule.ts';

/** A quotation is closed with a mark of another kind than it is opened with. */
export const mismatchedQuotation: Rule = {
  code: 'mismatched-quotation',
  severity: 'warning',
  description: 'A quotation is closed with a mark of another kind than it is opened with.',
  remedy: 'The fix changes the mark that is rarer in the text.',
  fixable: 'always',
  *inText({ text, quotationMarks }) {
    const { pairs, straight, odd, finnish } = quotationMarks;
    const wrong = finnish.length * 2 > pairs ? odd : [...odd, ...finnish.filter(isFitting)];
    if (wrong.length === 0) return;
    const isStraight = straight * 2 > pairs - wrong.length;
    for (const pair of wrong) {
      const { mark, other, form } = repair(pair, isStraight);
      yield {
        start: mark.start,
        end: mark.end,
        message: `The quotation ${mark === pair.opening ? 'opens' : 'closes'} with ${text.slice(mark.start, mark.end)}, which does not fit ${text.slice(other.start, other.end)}. The fix puts ${form}.`,
        replacement: form,
        related: [{ start: other.start, end: other.end, message: 'The other mark of the quotation.' }],
      };
    }
  },
};

interface Repair {
  readonly mark: QuotationMark;
  readonly other: QuotationMark;
  readonly form: string;
}

function repair({ opening, closing }: QuotationPair, isStraight: boolean): Repair {
  if (opening.form === '”') return { mark: opening, other: closing, form: closing.form === '"' ? '"' : '“' };
  const first = isStraight ? '"' : '“';
  const last = isStraight ? '"' : '”';
  if (closing.form === last && '“"'.includes(opening.form)) return { mark: opening, other: closing, form: first };
  return { mark: closing, other: opening, form: PARTNERS[opening.form]!.charAt(0) };
}
