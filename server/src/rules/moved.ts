import type { Problem, Span, TextEdit } from '../reading/model.ts';

/** A problem at another place. @param at gives for each offset the one where it is to stand */
export function moved(problem: Problem, at: (offset: number) => number): Problem {
  const { code, severity, message, fix, suggestions, related } = problem;
  const place = ({ start, end }: Span) => ({ start: at(start), end: at(end) });
  const edit = (edit: TextEdit): TextEdit => ({ ...place(edit), text: edit.text });
  const there = { code, severity, ...place(problem), message, fix: fix && edit(fix) };
  if (!suggestions && !related) return there;
  return {
    ...there,
    ...(suggestions && {
      suggestions: suggestions.map(suggestion => ({ title: suggestion.title, edit: edit(suggestion.edit) })),
    }),
    ...(related && { related: related.map(other => ({ ...place(other), message: other.message })) }),
  };
}

export const movedBy = (problem: Problem, by: number): Problem => moved(problem, offset => offset + by);

/** Problems that can be moved without being made anew. */
export interface Movable {
  /** As they were found. */
  readonly problems: readonly Problem[];
  /** Both ends of each of their spans, in the order of `moved`, where they are now. */
  readonly offsets: Int32Array;
}

export function movable(problems: readonly Problem[]): Movable {
  const offsets: number[] = [];
  for (const problem of problems) moved(problem, offset => offsets.push(offset));
  return { problems, offsets: Int32Array.from(offsets) };
}

/** The problems where they are now. */
export function placesOf({ problems, offsets }: Movable): Problem[] {
  let next = 0;
  return problems.map(problem => moved(problem, () => offsets[next++]!));
}
