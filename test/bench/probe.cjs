// Loaded into the server that is measured, before it: tells its memory, how often its event loop stood still, and how long each
// message took from its arrival to the first words that left.
const { isMainThread } = require('node:worker_threads');

/** Milliseconds between two looks at the clock. */
const pace = 5;
const stall = 50;

if (isMainThread && process.send) {
  const stalls = watchLoop();
  const answers = watchMessages();
  process.on('message', question => {
    if (question === 'memory') {
      globalThis.gc?.();
      process.send({ rss: process.memoryUsage.rss(), live: process.memoryUsage().heapUsed });
    } else if (question === 'processor') {
      const { user, system } = process.cpuUsage();
      process.send((user + system) / 1000);
    } else process.send((question === 'stalls' ? stalls : answers).splice(0));
  });
  process.channel?.unref();
}

/** Milliseconds by which the event loop was late, where that was a stall. */
function watchLoop() {
  const late = [];
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - last - pace > stall) late.push(now - last - pace);
    last = now;
  }, pace).unref();
  return late;
}

function watchMessages() {
  const took = [];
  let arrived = null;
  const { emit } = process.stdin;
  process.stdin.emit = function (name, ...rest) {
    if (name === 'data') arrived = performance.now();
    return emit.call(this, name, ...rest);
  };
  const { write } = process.stdout;
  process.stdout.write = function (...rest) {
    if (arrived !== null) took.push(performance.now() - arrived);
    arrived = null;
    return write.apply(this, rest);
  };
  return took;
}
