/** Where something differs from what it was before an edit. */

/** The older one's part from `start` to `end` has become the newer one's from `start` to `end + by`; the rest is alike. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** Between two texts, in UTF-16 code units: what they begin and end with alike is compared as a whole, not by units. */
export function changeOfText(older: string, newer: string): Change {
  const shorter = Math.min(older.length, newer.length);
  const start = longest(shorter, length => older.slice(0, length) === newer.slice(0, length));
  const alike = (length: number) => older.slice(older.length - length) === newer.slice(newer.length - length);
  const tail = longest(shorter - start, alike);
  return { start, end: older.length - tail, by: newer.length - older.length };
}

/** The greatest length up to `most` for which a test holds, which holds for all shorter ones. */
function longest(most: number, test: (length: number) => boolean): number {
  if (test(most)) return most;
  let holds = 0;
  let fails = most;
  while (fails - holds > 1) {
    const middle = (holds + fails) >> 1;
    if (test(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** Between two lists, in items; `alike` is asked with the items and where they stand. */
export function changeOfList<T>(
  older: readonly T[],
  newer: readonly T[],
  alike: (a: T, b: T, from: number, to: number) => boolean,
): Change {
  const shorter = Math.min(older.length, newer.length);
  const by = newer.length - older.length;
  const isAlike = (i: number, shift: number) => alike(older[i] as T, newer[i + shift] as T, i, i + shift);
  let start = 0;
  while (start < shorter && isAlike(start, 0)) start++;
  let end = older.length;
  while (end > start + Math.max(0, -by) && isAlike(end - 1, by)) end--;
  return { start, end, by };
}
