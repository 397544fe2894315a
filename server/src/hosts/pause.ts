const waiting: (() => void)[] = [];

/**
 * A turn of the event loop for each of those that pause, in order. `setImmediate` by itself gives all who wait the same turn, in
 * which their work would add up.
 */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    if (waiting.push(resolve) === 1) setImmediate(letOneGoOn);
  });
}

function letOneGoOn(): void {
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}
