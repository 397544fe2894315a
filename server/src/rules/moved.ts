import type { Problem, Span } from '../reading/model.ts';

/** A problem at another place. @param at gives for each offset the one where it is to stand */
export function moved(problem: Problem, at: (offset: number) => number): Problem {
  const { fix, suggestions, related } = problem;
  const place = <T extends Span>(span: T): T => ({ ...span, start: at(span.start), end: at(span.end) });
  const there = { ...place(problem), fix: fix && place(fix) };
  if (!suggestions && !related) return there;
  return {
    ...there,
    ...(suggestions && { suggestions: suggestions.map(({ title, edit }) => ({ title, edit: place(edit) })) }),
    ...(related && { related: related.map(place) }),
  };
}

export const movedBy = (problem: Problem, by: number): Problem => moved(problem, offset => offset + by);
