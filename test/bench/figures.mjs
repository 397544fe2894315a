import { linearRegression, mean, median, quantile } from 'simple-statistics';

export { mean, median };

/** The median and the 95th percentile of some times. */
export const spread = (/** @type {number[]} */ times) => ({ p50: median(times), p95: quantile(times, 0.95) });

/** Milliseconds of processor that a call takes, collections included: other programs hardly change it, as they do the clock's. */
export function time(/** @type {() => unknown} */ call) {
  const begun = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Milliseconds of the clock that a call takes. */
export function byClock(/** @type {() => unknown} */ call) {
  const begun = performance.now();
  call();
  return performance.now() - begun;
}

/** Milliseconds of the clock until what is waited for has come. */
export async function timed(/** @type {() => Promise<unknown>} */ call) {
  const begun = performance.now();
  await call();
  return performance.now() - begun;
}

/** The b of time = a · size^b: 0 where the size does not matter, 1 where time is in proportion to it. */
export const exponent = (/** @type {[size: number, time: number][]} */ points) =>
  linearRegression(points.map(([size, value]) => [Math.log(size), Math.log(value)])).m;
