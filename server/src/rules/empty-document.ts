import type { Separator } from '../reading/model.ts';
import type { Finding, Rule } from './rule.ts';
import { boundariesOf } from './separators.ts';

/** Two separators follow each other, and no document stands between them. */
export const emptyDocument: Rule = {
  code: 'empty-document',
  severity: 'warning',
  description: 'Two separators follow each other, or a count the end of the text, with no document between.',
  remedy: 'The fix removes the second of two rows or form feeds; a count holds words, and is left to an editor.',
  fixable: 'sometimes',
  *inText({ text, layout }) {
    for (const boundary of boundariesOf(layout)) {
      const last = new Map<string, Separator>();
      for (const [i, separator] of boundary.entries()) {
        const { kind } = separator;
        const first = last.get(kind);
        // Rows above and below a count belong to it.
        const frames =
          kind === 'row' && boundary.slice(boundary.indexOf(first!) + 1, i).some(other => other.kind === 'count');
        if (first && !frames) yield finding(text, first, separator, boundary[i - 1]!.end);
        last.set(kind, separator);
      }
    }
    const last = layout.separators.at(-1);
    if (last?.kind !== 'count' || last.start !== layout.blocks.at(-1)?.start) return;
    const message = 'The text ends behind this count, and its document is missing.';
    yield { start: last.start, end: last.end, message, replacement: null };
  },
};

function finding(text: string, first: Separator, second: Separator, from: number): Finding {
  const what = 'No document stands between this separator and the one before.';
  const related = [{ start: first.start, end: first.end, message: 'The separator before.' }];
  if (second.kind === 'count') return { ...spanOf(second), message: what, replacement: null, related };
  const start = text.slice(from, second.start).includes('\f') ? second.start : from;
  // Between two words a form feed is all that divides them.
  const dividesWords = [text.charAt(start - 1), text.charAt(second.end)].every(character => /\S/.test(character));
  const message = `${what} The fix removes this one.`;
  return { start, end: second.end, message, replacement: dividesWords ? '\n' : '', related };
}

const spanOf = ({ start, end }: Separator) => ({ start, end });
