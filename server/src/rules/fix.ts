/** Putting the fixes of many problems together. */
import { readLayoutInSteps } from '../reading/blocks.ts';
import type { Problem, TextEdit } from '../reading/model.ts';
import { finish } from '../reading/steps.ts';
import { checkFormatInSteps } from './index.ts';
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
  return finish(mendInSteps(text, settings));
}

/** The same in steps of a few milliseconds. @param problems of the text under these settings, where they are known */
export function* mendInSteps(
  text: string,
  settings: RuleSettings,
  problems: readonly Problem[] | null = null,
): Generator<void, string, void> {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = round === 0 ? problems : null;
    const edits = fixAll(known ?? (yield* problemsInSteps(mended, settings)));
    if (edits.length === 0) break;
    mended = applyEdits(mended, edits);
    yield;
  }
  return mended;
}

function* problemsInSteps(text: string, settings: RuleSettings): Generator<void, readonly Problem[], void> {
  const { problems } = yield* checkFormatInSteps(yield* readLayoutInSteps(text));
  return withSettings(problems, settings);
}
