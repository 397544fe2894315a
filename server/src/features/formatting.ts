import type { Reading, TextEdit } from '../reading/model.ts';
import { finish } from '../reading/steps.ts';
import { applyEdits, fixAll, mendInSteps } from '../rules/fix.ts';
import { noSettings } from '../rules/severities.ts';
import type { OpenDocument } from './snapshot.ts';

const mendings = new WeakMap<Reading, readonly TextEdit[]>();

/**
 * Every fix of a document, as formatting it and fixing everything make them: no word is dropped. Edits in order that do not
 * overlap: those of the fixes where one round of them is enough, else one of the stretch that changes.
 */
export function formatting(document: OpenDocument): readonly TextEdit[] {
  return finish(formattingInSteps(document));
}

/** The same in steps of a few milliseconds. */
export function* formattingInSteps({
  text,
  reading,
  rules = noSettings,
}: OpenDocument): Generator<void, readonly TextEdit[], void> {
  const known = mendings.get(reading);
  if (known) return known;
  const once = fixAll(reading.problems);
  const mended = yield* mendInSteps(text, rules, reading.problems);
  const edits = applyEdits(text, once) === mended ? once : [difference(text, mended)];
  mendings.set(reading, edits);
  return edits;
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
