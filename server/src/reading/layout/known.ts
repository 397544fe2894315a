import { deepEqual } from 'fast-equals';

/** What has been found out of a stretch of text by itself. It stays with the stretch when an edit elsewhere moves it. */
export type Known = unknown[];

interface Stretch {
  readonly known: Known;
}

export interface Remembering<S extends Stretch> {
  /** Makes a function that looks at each stretch once: what it finds must depend on the stretch's own words alone. */
  readonly asking: <T extends NonNullable<unknown> | null>(find: (stretch: S) => T) => (stretch: S) => T;
  /** Whether all that has been found out of a stretch holds for another. */
  readonly holdsFor: (known: Known, other: S) => boolean;
}

/** For stretches of one sort. */
export function remembering<S extends Stretch>(): Remembering<S> {
  const functions: ((stretch: S) => unknown)[] = [];
  return {
    asking(find) {
      const place = functions.length;
      const ask = (stretch: S) => {
        const found = stretch.known[place] as ReturnType<typeof find> | undefined;
        if (found !== undefined) return found;
        const finding = find(stretch);
        stretch.known[place] = finding;
        return finding;
      };
      functions.push(ask);
      return ask;
    },
    holdsFor: (known, other) =>
      functions.every((ask, place) => known[place] === undefined || deepEqual(known[place], ask(other))),
  };
}
