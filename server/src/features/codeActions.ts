import type { Problem, Reading, Span, TextEdit } from '../reading/model.ts';
import { applyEdits, fixAll, mend } from '../rules/fix.ts';
import type { OpenDocument } from './snapshot.ts';

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.readout';
  /** The problems that it mends. */
  readonly problems: readonly Problem[];
  /** Disjoint, in order; offsets into the text that was read. */
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
}

/**
 * What can be mended: for each fixable problem that touches `range` a quick fix, one for all of its kind where there are
 * several, and the source action that mends everything.
 */
export function codeActions(document: OpenDocument, range: Span): CodeAction[] {
  const fixable = document.reading.problems.filter(problem => problem.fix !== null);
  const touched = fixable.filter(problem => problem.start <= range.end && range.start <= problem.end);
  const kinds = [...new Set(touched.map(({ code }) => code))];
  return [
    ...touched.map(quickFix),
    ...kinds.flatMap(code =>
      fixAllOfKind(
        code,
        fixable.filter(problem => problem.code === code),
      ),
    ),
    ...fixEverything(document, fixable),
  ];
}

function quickFix(problem: Problem): CodeAction {
  return { title: titleOf(problem), kind: 'quickfix', problems: [problem], edits: fixAll([problem]), preferred: true };
}

function fixAllOfKind(code: string, problems: readonly Problem[]): CodeAction[] {
  if (problems.length < 2) return [];
  return [
    { title: `Fix all ${code} in this file`, kind: 'quickfix', problems, edits: fixAll(problems), preferred: false },
  ];
}

function fixEverything(document: OpenDocument, problems: readonly Problem[]): CodeAction[] {
  if (problems.length === 0) return [];
  const title = 'Fix all malformed separators';
  return [{ title, kind: 'source.fixAll.readout', problems, edits: mendingEdits(document), preferred: false }];
}

const mendings = new WeakMap<Reading, TextEdit[]>();

/** The edits of the fixes where one round of them is enough, else one edit of the stretch that changes. */
function mendingEdits({ text, reading, rules }: OpenDocument): TextEdit[] {
  const known = mendings.get(reading);
  if (known) return known;
  const once = fixAll(reading.problems);
  const mended = mend(text, rules);
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

/** The first sentence of the message: what is wrong. */
function titleOf({ message }: Problem): string {
  const what = message.replace(/(\.\s[\s\S]*|\.)$/, '');
  return `Fix: ${/^[A-Z][a-z]/.test(what) ? what[0]!.toLowerCase() + what.slice(1) : what}`;
}
