import type { Span } from './model.ts';
import { firstWhere } from './search.ts';

/** What is said, without what stands between its spans. */
export function contentIn(text: string, spans: readonly Span[]): string {
  const [only, another] = spans;
  if (only && !another) return text.slice(only.start, only.end);
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** The first of some things, ordered by their start, that starts at an offset or behind it. */
export const firstFrom = (spans: readonly Pick<Span, 'start'>[], offset: number): number =>
  firstWhere(spans.length, i => spans[i]!.start >= offset);

/** From the first start to the last end; an empty span at 0 where there is none. */
export function envelope(spans: readonly Span[]): Span {
  const [only, another] = spans;
  if (!only) return { start: 0, end: 0 };
  if (!another) return only;
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) };
}
