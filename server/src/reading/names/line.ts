import { type Entry, type First, lookUp } from './gazetteer.ts';
import type { Unit, Units } from './units.ts';
import { wordOf } from './word.ts';

/** One paragraph as names are looked for in it. */
export interface Line extends Units {
  readonly text: string;
  /** Nearly every word has a capital, as in headlines: a capital then says little. */
  readonly titleCase: boolean;
  /** Nearly every word is all capitals. */
  readonly shouting: boolean;
  /** The longest known name from each unit on, as far as it has been looked for. */
  readonly found: (Known | null)[];
}

/** A known name, and the index of the unit after it. */
export interface Known {
  readonly entry: Entry;
  readonly to: number;
}

/** The text of units `from` up to `to`, its white space made single spaces. */
export function textOf({ text, units }: Line, from: number, to: number): string {
  if (to === from + 1) return (units[from] as Unit).text;
  const written = text.slice((units[from] as Unit).start, (units[to - 1] as Unit).end);
  return /\s{2}|[^\S ]/.test(written) ? written.replace(/\s+/g, ' ') : written;
}

/** The longest known name that begins at unit `from`, not negative, and ends by unit `limit`. */
export function knownAt(line: Line, from: number, limit: number): Known | null {
  const unit = line.units[from];
  if (!unit || unit.mark || wordOf(unit).opening === null) return null;
  let longest = line.found[from];
  if (longest === undefined) {
    longest = findKnown(line, from, line.units.length);
    line.found[from] = longest;
  }
  return longest === null || longest.to <= limit ? longest : findKnown(line, from, limit);
}

/** The most words of a known name with such a beginning: of most, the second word says that there is none. */
function mostWords({ longest, seconds }: First, next: Unit | undefined): number {
  if (longest === 1 || next === undefined) return 1;
  return next.glued || next.shouted ? longest : (seconds.get(next.text) ?? 1);
}

function findKnown(line: Line, from: number, limit: number): Known | null {
  const { units } = line;
  const word = units[from];
  if (!word || word.mark || from >= limit) return null;
  const first = wordOf(word).opening;
  if (!first) return null;
  // Clitics and hyphens make more units than the name has words.
  const most = mostWords(first, units[from + 1]);
  const farthest = most > 1 ? from + most + 2 : from + 1;
  for (let to = Math.min(limit, farthest, units.length); to > from; to--) {
    const last = units[to - 1] as Unit;
    const next = units[to];
    if (last.mark || (next?.glued && !next.mark)) continue;
    const entry = to === from + 1 ? first.alone : lookUp(textOf(line, from, to));
    if (entry) return { entry, to };
  }
  return null;
}

/** Known names may hold small words that end a run: "Trinidad and Tobago". */
export function complementLimit(line: Line, i: number): number {
  return Math.min(line.units.length, i + 8);
}

/** The unit before unit `i`. */
export function unitBefore({ units }: Line, i: number): Unit | undefined {
  return i > 0 ? units[i - 1] : undefined;
}

/** Whether the unit is a possessive mark: "'s", "’". */
export function isPossessive({ text }: Unit): boolean {
  const code = text.charCodeAt(0);
  return (code === 0x27 || code === 0x2019) && (text.length === 1 || (text.length === 2 && text.endsWith('s')));
}

/** Whether the text begins with an ASCII digit. */
export function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}
