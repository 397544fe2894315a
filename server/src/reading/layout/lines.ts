/**
 * The lines of a text. Line ends are those that editors count: `\r\n`, `\n` and a lone `\r`.
 */
import type { Change } from '../changes.ts';
import type { Span } from '../model.ts';
import type { Known } from './known.ts';

/** What a line says without the white space at its edges, and the whole of the line; equal ends where it says nothing. */
export interface Line extends Span {
  /** Offset of the line's first character. */
  readonly from: number;
  /** Offset of its line end, or the text's length. */
  readonly to: number;
  /** Offset of the next line's first character; equal to `to` on a last line that has no line end. */
  readonly next: number;
  /** Of its words, see `remembering`. */
  readonly known: Known;
}

/** White space as `String.prototype.trim` knows it, the byte order mark included. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The span without the white space at its edges; an empty span at `start` where there is nothing else. */
export function trimSpan(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  if (last === start) return { start, end: start };
  let first = start;
  while (isSpace(text.charCodeAt(first))) first++;
  return { start: first, end: last };
}

/** Every line of the text, blank ones included. An empty text has none; a final line end opens no further line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  splitInto(lines, text, 0, text.length);
  return lines;
}

/** The lines of a text, told from those that it had before an edit. */
export function splitAgain(text: string, before: readonly Line[], { start, end, by }: Change): Line[] {
  const first = firstFrom(before, line => line.next >= start);
  const behind = Math.max(
    first,
    firstFrom(before, line => line.from > end),
  );
  const lines = before.slice(0, first);
  splitInto(
    lines,
    text,
    before[first - 1]?.next ?? 0,
    behind < before.length ? before[behind]!.from + by : text.length,
  );
  for (let i = behind; i < before.length; i++) lines.push(by === 0 ? before[i]! : movedLine(before[i]!, by));
  return lines;
}

function movedLine({ from, to, next, start, end, known }: Line, by: number): Line {
  return { from: from + by, to: to + by, next: next + by, start: start + by, end: end + by, known };
}

function splitInto(lines: Line[], text: string, begin: number, stop: number): void {
  const lineEnds = /\r\n|\n|\r/g;
  lineEnds.lastIndex = begin;
  for (let from = begin; from < stop; ) {
    const to = lineEnds.exec(text)?.index ?? text.length;
    const next = to === text.length ? to : lineEnds.lastIndex;
    const { start, end } = trimSpan(text, from, to);
    lines.push({ from, to, next, start, end, known: [] });
    from = next;
  }
}

/** The place of the first line of which something holds that holds of all lines behind it, too. */
function firstFrom(lines: readonly Line[], holds: (line: Line) => boolean): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(lines[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
