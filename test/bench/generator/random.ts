import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers and choices that are the same for the same seed. */
export interface Random {
  /** From 0, below the limit. */
  readonly below: (limit: number) => number;
  /** Both ends included. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (part: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** @param seeds whole numbers; other ones give another stream */
export function randomOf(...seeds: readonly number[]): Random {
  const generator = xoroshiro128plus(
    seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 15), 1),
  );
  const between = (from: number, to: number) => uniformInt(generator, from, to);
  const below = (limit: number) => between(0, limit - 1);
  return {
    below,
    between,
    chance: part => below(1 << 20) < part * (1 << 20),
    pick: list => list[below(list.length)]!,
  };
}

/**
 * Ranks from 0 as words and names have them in texts: the rank r comes with a chance in proportion to 1 / (r + flat)
 * (Zipf's law with Mandelbrot's term, which keeps the first ranks from being everywhere).
 */
export function zipf(count: number, flat: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + flat);
  return random => {
    const wanted = (random.below(1 << 30) / (1 << 30)) * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
