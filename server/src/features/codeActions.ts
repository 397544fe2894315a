import type { Problem, Span, TextEdit } from '../reading/model.ts';
import { fixAll } from '../rules/fix.ts';
import { formatting } from './formatting.ts';
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

type Kind = CodeAction['kind'];

/**
 * What can be mended: for each problem that touches `range` its fix and what an editor may choose instead, one action for
 * all of a kind where several have a fix, and the source action that makes every fix. Only a suggestion drops words, and
 * it stands for itself alone.
 */
export function codeActions(
  document: OpenDocument,
  range: Span,
  isWanted: (kind: Kind) => boolean = () => true,
): CodeAction[] {
  return [
    ...(isWanted('quickfix') ? mendings(document, range) : []),
    ...(isWanted('source.fixAll.readout') ? fixEverything(document) : []),
  ];
}

function mendings(document: OpenDocument, range: Span): CodeAction[] {
  const { problems } = document.reading;
  const fixable = problems.filter(problem => problem.fix !== null);
  const touched = problems.filter(problem => problem.start <= range.end && range.start <= problem.end);
  const kinds = [...new Set(touched.map(({ code }) => code))];
  return [
    ...touched.flatMap(quickFixes),
    ...kinds.flatMap(code =>
      fixAllOfKind(
        code,
        fixable.filter(problem => problem.code === code),
      ),
    ),
  ];
}

function quickFixes(problem: Problem): CodeAction[] {
  const { fix, suggestions = [] } = problem;
  const kind = 'quickfix';
  const problems = [problem];
  return [
    ...(fix ? [{ title: titleOf(problem), kind, problems, edits: [fix], preferred: true } as const] : []),
    ...suggestions.map(({ title, edit }) => ({ title, kind, problems, edits: [edit], preferred: false }) as const),
  ];
}

function fixAllOfKind(code: string, problems: readonly Problem[]): CodeAction[] {
  if (problems.length < 2) return [];
  return [
    { title: `Fix all ${code} in this file`, kind: 'quickfix', problems, edits: fixAll(problems), preferred: false },
  ];
}

function fixEverything(document: OpenDocument): CodeAction[] {
  const problems = document.reading.problems.filter(({ fix }) => fix !== null);
  if (problems.length === 0) return [];
  const title = 'Fix everything that has one right answer';
  return [{ title, kind: 'source.fixAll.readout', problems, edits: formatting(document), preferred: false }];
}

/** The first sentence of the message: what is wrong. */
function titleOf({ message }: Problem): string {
  const what = message.replace(/(\.\s[\s\S]*|\.)$/, '');
  return `Fix: ${/^[A-Z][a-z]/.test(what) ? what[0]!.toLowerCase() + what.slice(1) : what}`;
}
