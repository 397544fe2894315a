/**
 * The lines of a text. Line ends are those that editors count: `\r\n`, `\n` and a lone `\r`.
 */
import type { Change } from '../changes.ts';
import type { Span } from '../model.ts';
import { firstWhere } from '../search.ts';
import type { Known } from './known.ts';

/** What a line says without the white space at its edges, and the whole of the line; equal ends where it says nothing. */
export interface Line extends Span {
  /** Offset of the line's first character. */
  readonly from: number;
  /** Offset of its line end, or the text's length. */
  readonly to: number;
  /** Offset of the next line's first character; equal to `to` on a last line that has no line end. */
  readonly next: number;
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

/** The lines of a text in columns, since there are many and each edit moves half of them. */
export interface Lines {
  /** Of each line the five offsets of `Line`, in their order there. */
  readonly offsets: Int32Array;
  /** What is known of each line's words, see `remembering`. */
  readonly known: readonly Known[];
}

const COLUMNS = 5;

export function lineAt({ offsets }: Lines, i: number): Line {
  const at = i * COLUMNS;
  return {
    from: offsets[at]!,
    to: offsets[at + 1]!,
    next: offsets[at + 2]!,
    start: offsets[at + 3]!,
    end: offsets[at + 4]!,
  };
}

/** Every line of the text, blank ones included. An empty text has none; a final line end opens no further line. */
export function splitLines(text: string): Lines {
  const offsets = Int32Array.from(split(text, 0, text.length));
  return { offsets, known: Array.from({ length: offsets.length / COLUMNS }, () => []) };
}

/** The lines of a text, told from those that it had before an edit. */
export function splitAgain(text: string, before: Lines, { start, end, by }: Change): Lines {
  const first = firstLine(before, ({ next }) => next >= start);
  const behind = Math.max(
    first,
    firstLine(before, ({ from }) => from > end),
  );
  const begin = first === 0 ? 0 : lineAt(before, first - 1).next;
  const stop = behind < before.known.length ? lineAt(before, behind).from + by : text.length;
  const between = split(text, begin, stop);

  const head = first * COLUMNS;
  const tail = before.offsets.subarray(behind * COLUMNS);
  const offsets = new Int32Array(head + between.length + tail.length);
  offsets.set(before.offsets.subarray(0, head));
  offsets.set(between, head);
  const at = head + between.length;
  for (let i = 0; i < tail.length; i++) offsets[at + i] = tail[i]! + by;
  const known = before.known.slice(0, first);
  for (let i = 0; i < between.length; i += COLUMNS) known.push([]);
  return { offsets, known: known.concat(before.known.slice(behind)) };
}

/** The offsets of the lines that stand in a part of the text. */
function split(text: string, begin: number, stop: number): number[] {
  const offsets: number[] = [];
  const lineEnds = /\r\n|\n|\r/g;
  lineEnds.lastIndex = begin;
  for (let from = begin; from < stop; ) {
    const to = lineEnds.exec(text)?.index ?? text.length;
    const next = to === text.length ? to : lineEnds.lastIndex;
    const { start, end } = trimSpan(text, from, to);
    offsets.push(from, to, next, start, end);
    from = next;
  }
  return offsets;
}

/** The line in which an offset lies, its line end included; null behind the last. */
export function lineOver(lines: Lines, offset: number): Line | null {
  const place = placeOver(lines, offset);
  return place < lines.known.length ? lineAt(lines, place) : null;
}

/** The place of the line in which an offset lies, its line end included; behind the last line the number of lines. */
export const placeOver = (lines: Lines, offset: number): number => firstLine(lines, ({ next }) => next > offset);

/** The place of the first line of which something holds that holds of all lines behind it, too. */
const firstLine = (lines: Lines, holds: (line: Line) => boolean): number =>
  firstWhere(lines.known.length, i => holds(lineAt(lines, i)));
