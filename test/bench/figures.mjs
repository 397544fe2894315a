import { linearRegression, median, quantile } from 'simple-statistics';

export { median };

/** The median and the 95th percentile of some times. */
export const spread = (/** @type {number[]} */ times) => ({ p50: median(times), p95: quantile(times, 0.95) });

/** Milliseconds that a call takes. */
export function time(/** @type {() => unknown} */ call) {
  const begun = performance.now();
  call();
  return performance.now() - begun;
}

/** The same of what is waited for. */
export async function timed(/** @type {() => Promise<unknown>} */ call) {
  const begun = performance.now();
  await call();
  return performance.now() - begun;
}

/** The b of time = a · size^b: 0 where the size does not matter, 1 where time is in proportion to it. */
export const exponent = (/** @type {[size: number, time: number][]} */ points) =>
  linearRegression(points.map(([size, value]) => [Math.log(size), Math.log(value)])).m;
