// Loaded into the server that is measured, before it: tells its memory, and how often its event loop stood still.
const { isMainThread } = require('node:worker_threads');

/** Milliseconds; a timer of this pace is never late by more than a stall. */
const pace = 5;

if (isMainThread && process.send) {
  let last = performance.now();
  let stalls = [];
  setInterval(() => {
    const now = performance.now();
    stalls.push(now - last - pace);
    last = now;
  }, pace).unref();
  process.on('message', question => {
    if (question === 'memory') {
      global.gc?.();
      process.send({ rss: process.memoryUsage.rss(), live: process.memoryUsage().heapUsed });
    } else {
      const late = stalls.filter(value => value > 50);
      process.send({ count: late.length, worst: Math.max(0, ...stalls.slice(-100_000)) });
      stalls = [];
      last = performance.now();
    }
  });
  process.channel?.unref();
}
