import { isListItem } from './lists.ts';
import type { Rule } from './rule.ts';
import type { Seam } from './seams.ts';
import { endsSentence, type WrappedParagraph } from './wrapped.ts';

/** Two blocks stand on neighbouring lines, with no blank line between. */
export const missingBlankLine: Rule = {
  code: 'missing-blank-line',
  severity: 'error',
  description: 'Two blocks stand on neighbouring lines.',
  remedy: 'The fix adds a blank line.',
  fixable: 'always',
  *inText({ text, seams, wrapped }) {
    for (const { before, after, breaks } of outside(wrapped, tightSeams(text, seams))) {
      const lineEnd = text.slice(breaks.start, breaks.end);
      yield {
        ...breaks,
        message: `No blank line between this ${before.kind} and the next ${after.kind}. The fix adds one.`,
        replacement: lineEnd + lineEnd,
      };
    }
  },
};

/** Inside a paragraph that is cut at a column no line is missing. */
function* outside(wrapped: readonly WrappedParagraph[], seams: Iterable<Seam>): Iterable<Seam> {
  let at = 0;
  for (const seam of seams) {
    while (at < wrapped.length && wrapped[at]!.end < seam.end) at++;
    if (!wrapped[at] || seam.start < wrapped[at]!.start) yield seam;
  }
}

/** Seams of one line end that separate blocks: those of a list and of text wrapped at a column do not. */
function* tightSeams(text: string, all: readonly Seam[]): Iterable<Seam> {
  let run: Seam[] = [];
  for (const seam of all) {
    if (seam.lineEnds === 1) {
      run.push(seam);
      continue;
    }
    yield* separating(text, run);
    run = [];
  }
  yield* separating(text, run);
}

function separating(text: string, run: readonly Seam[]): readonly Seam[] {
  if (run.length === 0) return run;
  const parting = run.filter(({ before, after }) => before.kind !== 'separator' && after.kind !== 'separator');
  const isProse = ({ before, after }: Seam) => before.kind === 'paragraph' && after.kind === 'paragraph';
  const prose = parting.filter(isProse);
  const insideSentences = new Set(prose.filter(seam => isInsideSentence(text, seam)));
  const wrapped = insideSentences.size * 2 >= prose.length;
  return parting.filter(seam => {
    if (seam.before.kind === 'list-item' && seam.after.kind === 'list-item') return false;
    if (!isProse(seam)) return true;
    return (
      !wrapped &&
      !insideSentences.has(seam) &&
      !isListed(text, seam) &&
      !(isListItem(text, seam.before) && isListItem(text, seam.after))
    );
  });
}

/** Two short lines that end no sentence: entries of a list without marks. */
function isListed(text: string, { before, after }: Seam): boolean {
  return [before, after].every(line => line.end - line.start < SHORTEST_WRAPPED_LINE && !endsSentence(text, line));
}

/** The shortest line that a writer lets run to its end; below it a line without a full stop is a heading. */
const SHORTEST_WRAPPED_LINE = 50;

function isInsideSentence(text: string, { before, after }: Seam): boolean {
  if (endsSentence(text, before)) return false;
  return /\p{Ll}/u.test(text.charAt(after.start)) || before.end - before.start >= SHORTEST_WRAPPED_LINE;
}
