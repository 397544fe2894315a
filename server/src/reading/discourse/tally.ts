/** Pages in columns of numbers: after an edit all those of a long document are looked through. */
import type { Change as Edit } from '../changes.ts';
import type { Change, Changing } from './mind.ts';

/** What each of some pages changes and sees. */
export interface Tally {
  readonly kinds: Uint32Array;
  /** How many appearances, and topics, it brings. */
  readonly appearances: Uint32Array;
  readonly topics: Uint32Array;
  readonly back: Uint32Array;
  readonly ahead: Uint32Array;
}

/** A page, as far as it is told in numbers. */
interface Tallied extends Changing {
  /** How many paragraphs back, and ahead, it looked. */
  readonly back: number;
  readonly ahead: number;
}

export function tallyOf(pages: readonly Tallied[]): Tally {
  const column = (of: (page: Tallied) => number) => Uint32Array.from(pages, of);
  const count = (what: Change['what']) =>
    column(({ changes }) => changes.reduce((sum, change) => (change.what === what ? sum + 1 : sum), 0));
  return {
    kinds: column(({ kinds }) => kinds),
    appearances: count('appears'),
    topics: count('topic'),
    back: column(({ back }) => back),
    ahead: column(({ ahead }) => ahead),
  };
}

/** The same with other pages in the place of those that have changed. */
export function tallyAfter(tally: Tally, { start, end, by }: Edit, pages: readonly Tallied[]): Tally {
  const between = tallyOf(pages);
  const among = (of: keyof Tally) => {
    const after = new Uint32Array(tally[of].length + by);
    after.set(tally[of].subarray(0, start));
    after.set(between[of], start);
    after.set(tally[of].subarray(end), end + by);
    return after;
  };
  return {
    kinds: among('kinds'),
    appearances: among('appearances'),
    topics: among('topics'),
    back: among('back'),
    ahead: among('ahead'),
  };
}
