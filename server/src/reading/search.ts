/** The first number from 0 below `end` from which on something holds; `end` where it holds of none. */
export function firstWhere(end: number, holds: (number: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many ascending offsets lie below one. */
export const countBelow = (offsets: ArrayLike<number>, offset: number): number =>
  firstWhere(offsets.length, i => offsets[i]! >= offset);
