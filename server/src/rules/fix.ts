/** Putting the fixes of many problems together. */
import { readLayout } from '../reading/blocks.ts';
import type { Problem, TextEdit } from '../reading/model.ts';
import { findProblems } from './index.ts';
import { noSettings, type RuleSettings, withSettings } from './severities.ts';

/**
 * The edits that mend as many of a text's problems as can be mended at once: in order, none overlapping another.
 * Where fixes overlap, the one that covers the other is taken, since it settles both (a dangling separator goes with
 * the no-break spaces around it); where neither covers the other, the first.
 * Problems without a fix are left alone.
 */
export function fixAll(problems: readonly Problem[]): TextEdit[] {
  const edits = problems
    .flatMap(({ fix }) => (fix ? [fix] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.text.length - b.text.length);
  const chosen: TextEdit[] = [];
  for (const edit of edits) {
    const last = chosen.at(-1);
    if (!last || edit.start >= last.end) {
      if (!last || !isSameInsertion(last, edit)) chosen.push(edit);
    }
  }
  return chosen;
}

function isSameInsertion(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The text with ordered edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Mending one seam can show another, as a stamp taken off its line shows the white space behind it. */
const MOST_ROUNDS = 8;

/** The text with every problem mended that has a fix and is not switched off. Mending it again changes nothing. */
export function mend(text: string, settings: RuleSettings = noSettings): string {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = fixAll(withSettings(findProblems(mended, readLayout(mended)), settings));
    if (edits.length === 0) break;
    mended = applyEdits(mended, edits);
  }
  return mended;
}
