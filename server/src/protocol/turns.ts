/** Milliseconds of one turn of the event loop that nobody should have to wait. */
const longest = 50;
const pace = 10;

type Tell = (message: string) => void;

let tell: Tell | null = null;
let last = 'nothing yet';
let toldAt = 0;

/** Does some work of one turn; where long turns are told of, it is named by `what` if it is one. */
export function during<T>(what: string, work: () => T): T {
  if (!tell) return work();
  const begun = performance.now();
  try {
    return work();
  } finally {
    const took = performance.now() - begun;
    last = what;
    if (took > longest) {
      toldAt = performance.now();
      tell(`A turn of ${Math.round(took)} ms: ${what}`);
    }
  }
}

/** From now on long turns are told of; those of no named work are noticed by a clock that is late. */
export function tellLongTurns(to: Tell): void {
  tell = to;
  let looked = performance.now();
  setInterval(() => {
    const now = performance.now();
    const late = now - looked - pace;
    if (late > longest && toldAt < looked) to(`A turn of ${Math.round(late)} ms: not known what, after ${last}`);
    looked = now;
  }, pace);
}
