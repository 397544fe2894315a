/** Where something differs from what it was before an edit. */

/** The older one's part from `start` to `end` has become the newer one's from `start` to `end + by`; the rest is alike. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** Between two texts, in UTF-16 code units. */
export function changeOfText(older: string, newer: string): Change {
  const shorter = Math.min(older.length, newer.length);
  const start = lengthAlike(shorter, (from, to) => older.slice(from, to) === newer.slice(from, to));
  const tail = lengthAlike(shorter - start, (from, to) => {
    return older.slice(older.length - to, older.length - from) === newer.slice(newer.length - to, newer.length - from);
  });
  return { start, end: older.length - tail, by: newer.length - older.length };
}

const STRIDE = 16_384;

/** How much is alike from 0 on: in strides first, since slices are compared faster than characters one by one. */
function lengthAlike(most: number, isAlike: (from: number, to: number) => boolean): number {
  let alike = 0;
  for (let stride = STRIDE; stride > 0; stride >>= 1)
    while (alike + stride <= most && isAlike(alike, alike + stride)) alike += stride;
  return alike;
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

/** The same where an item is like itself alone: by far the quickest, and long lists are compared at every edit. */
export function changeOfItems<T>(older: readonly T[], newer: readonly T[]): Change {
  const shorter = Math.min(older.length, newer.length);
  const by = newer.length - older.length;
  let start = 0;
  while (start < shorter && older[start] === newer[start]) start++;
  let end = older.length;
  while (end > start + Math.max(0, -by) && older[end - 1] === newer[end - 1 + by]) end--;
  return { start, end, by };
}

/** In what a list differs from one before it. */
export interface Since<T> {
  readonly before: readonly T[];
  /** Outside it all are the same; some inside may be. */
  readonly change: Change;
}

/** The same, of which nothing is looked at where it is known. */
export const changeSince = <T>(older: readonly T[], newer: readonly T[], known: Since<T> | null): Change =>
  known?.before === older ? known.change : changeOfItems(older, newer);

/** A list with other items in the place of those that have changed. */
export function withItems<T>(list: readonly T[], { start, end, by }: Change, items: readonly T[]): T[] {
  if (by !== 0) return list.slice(0, start).concat(items, list.slice(end));
  // Most edits move nothing, and a long list is copied once.
  const copy = list.slice();
  for (let i = start; i < end; i++) copy[i] = items[i - start] as T;
  return copy;
}

/** Whether two lists have the same items in the same order. */
export function sameItems<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same === a.length && same === b.length;
}

/** In V8 a part of a text that is shorter is a copy by itself. */
export const SHORTEST_SLICE = 13;

/** A copy of a part of a text that does not keep the whole text in memory, as a slice does. */
export function detached(part: string): string {
  return part.length < SHORTEST_SLICE ? part : ` ${part}`.slice(1);
}
