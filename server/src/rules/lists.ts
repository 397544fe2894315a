import type { Span } from '../reading/model.ts';

/** Whether a block opens as items of a list do: with a dash, a bullet, a number or a letter. */
export function isListItem(text: string, { start, end }: Span): boolean {
  return /^(?:[-–—•*·]|\(?(?:\d{1,3}|[a-z])[.)])\s/u.test(text.slice(start, Math.min(end, start + 8)));
}
