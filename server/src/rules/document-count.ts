import type { Separator } from '../reading/model.ts';
import type { Rule } from './rule.ts';

/** The counts of a bundle do not fit its documents: "120" where 119 stand, a number missing or twice. */
export const documentCount: Rule = {
  code: 'document-count',
  severity: 'warning',
  description:
    'The counts of a bundle (“Document 3 of 120”) do not fit its documents: a number is missing or comes twice, or the total is another.',
  remedy: 'No fix: whether a document or a number is missing is for an editor to find out.',
  fixable: 'never',
  *inText({ layout }) {
    const counts = layout.separators.filter(({ kind }) => kind === 'count');
    const first = counts[0];
    if (!first) return;
    let highest = first;
    for (const count of counts.slice(1)) {
      const message = whatIsWrong(count, highest);
      if (message !== null) yield { ...about(count, highest), message };
      if ((count.number ?? 0) > (highest.number ?? 0)) highest = count;
    }
    const total = first.total;
    const last = counts.at(-1) as Separator;
    if (total === null || counts.some(count => count.total !== total) || layout.documents.length === total) return;
    const found = `${layout.documents.length} ${layout.documents.length === 1 ? 'stands' : 'stand'}`;
    yield { ...about(last, first), message: `The counts say that there are ${total} documents, and ${found} here.` };
  },
};

function about({ start, end }: Separator, other: Separator) {
  const related =
    other.start === start ? undefined : [{ start: other.start, end: other.end, message: 'The other count.' }];
  return { start, end, replacement: null, ...(related && { related }) };
}

function whatIsWrong({ number, total }: Separator, before: Separator): string | null {
  if (total !== before.total)
    return `This count says that there are ${total} documents, an earlier one ${before.total}.`;
  if (number === null || before.number === null) return null;
  if (number === before.number) return `The number ${number} comes twice.`;
  if (number < before.number) return `The number ${number} comes behind ${before.number}.`;
  const missing = number - before.number - 1;
  if (missing === 0) return null;
  return missing === 1
    ? `The number ${number - 1} is missing between ${before.number} and this one.`
    : `The numbers ${before.number + 1} to ${number - 1} are missing between ${before.number} and this one.`;
}
