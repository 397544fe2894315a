import type { Span } from '../reading/model.ts';
import type { Finding } from './rule.ts';

/** Many places that should become the same, as one finding: it stands at the first, and its fix reaches to the last. */
export function together(text: string, places: readonly Span[], replacement: string, message: string): Finding {
  const { start, end } = places[0] as Span;
  let fixed = '';
  let from = start;
  for (const place of places) {
    fixed += text.slice(from, place.start) + replacement;
    from = place.end;
  }
  return { start, end, message, replacement, fix: { start, end: from, text: fixed } };
}
