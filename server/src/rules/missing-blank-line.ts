import type { Block } from '../reading/model.ts';
import type { Rule } from './rule.ts';
import type { Seam } from './seams.ts';

/** Two blocks stand on neighbouring lines, with no blank line between. */
export const missingBlankLine: Rule = {
  code: 'missing-blank-line',
  severity: 'error',
  *find({ text, seams }) {
    for (const { before, after, breaks } of tightSeams(text, seams)) {
      const lineEnd = text.slice(breaks.start, breaks.end);
      yield {
        ...breaks,
        message: `No blank line between this ${before.kind} and the next ${after.kind}. The fix adds one.`,
        replacement: lineEnd + lineEnd,
      };
    }
  },
};

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
  const isProse = ({ before, after }: Seam) => before.kind === 'paragraph' && after.kind === 'paragraph';
  const prose = run.filter(isProse);
  const insideSentences = new Set(prose.filter(seam => isInsideSentence(text, seam)));
  const wrapped = insideSentences.size * 2 >= prose.length;
  return run.filter(seam => {
    if (!isProse(seam)) return true;
    return !wrapped && !insideSentences.has(seam) && !(isListItem(text, seam.before) && isListItem(text, seam.after));
  });
}

/** The shortest line that a writer lets run to its end; below it a line without a full stop is a heading. */
const SHORTEST_WRAPPED_LINE = 50;

function isInsideSentence(text: string, { before, after }: Seam): boolean {
  if (/[.!?…:;]["”’'»)\]>]*$/u.test(text.slice(Math.max(before.start, before.end - 8), before.end))) return false;
  return /\p{Ll}/u.test(text.charAt(after.start)) || before.end - before.start >= SHORTEST_WRAPPED_LINE;
}

function isListItem(text: string, block: Block): boolean {
  return /^(?:[-–—•*·]|\(?(?:\d{1,3}|[a-z])[.)])\s/u.test(
    text.slice(block.start, Math.min(block.end, block.start + 8)),
  );
}
