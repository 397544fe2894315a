import type { Rule } from './rule.ts';
import { type Boundary, boundariesOf, isOfOneMark, mostFrequent, usualRow } from './separators.ts';

/** One bundle separates its documents in several ways. */
export const mixedSeparators: Rule = {
  code: 'mixed-separators',
  severity: 'information',
  description: 'One bundle separates its documents in several ways: rows of several marks, form feeds, counts.',
  remedy:
    'The fix writes the row that stands between most of the documents; a count holds words, and is left to an editor.',
  fixable: 'sometimes',
  *inText({ text, layout }) {
    const boundaries = boundariesOf(layout);
    if (boundaries.length < 2) return;
    const styles = boundaries.map(boundary => styleOf(text, boundary));
    const times = new Map<string, number>();
    for (const style of styles) times.set(style, (times.get(style) ?? 0) + 1);
    if (times.size < 2) return;
    const usual = mostFrequent(times);
    const model = boundaries[styles.indexOf(usual as string)] as Boundary;
    const row = model.length === 1 && model[0]!.kind === 'row' ? usualRow(text, layout) : null;
    for (const [i, boundary] of boundaries.entries()) {
      if (styles[i] === usual || isMalformed(text, boundary)) continue;
      const [start, end] = [boundary[0]!.start, boundary.at(-1)!.end];
      const replacement = boundary.length === 1 && boundary[0]!.kind === 'row' ? row : null;
      yield {
        start,
        end,
        message: `These documents are separated in another way than most of the text's. ${replacement === null ? 'Which way it should be is for an editor to decide.' : 'The fix writes the row that stands between most.'}`,
        replacement,
        related: [
          { start: model[0]!.start, end: model.at(-1)!.end, message: 'The separator that the text has most often.' },
        ],
      };
    }
  },
};

/** Kinds, and for rows their mark: rows of one mark may differ in length. */
function styleOf(text: string, boundary: Boundary): string {
  return boundary.map(({ kind, start }) => (kind === 'row' ? text.charAt(start) : kind)).join(' ');
}

/** Such a row is reported by another rule. */
function isMalformed(text: string, boundary: Boundary): boolean {
  return boundary.some(
    ({ kind, start, end }) => kind === 'row' && !isOfOneMark(text.slice(start, Math.min(end, start + 500))),
  );
}
