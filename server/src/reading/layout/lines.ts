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

/** The lines of a text, in chunks: an edit makes none anew but those that it touches. */
export interface Lines {
  readonly count: number;
  readonly chunks: readonly Chunk[];
}

/** Some lines, one or more, in columns, since there are many. */
interface Chunk {
  /** The place of the first among all lines. */
  readonly first: number;
  /** Where it starts in the text. */
  readonly start: number;
  /** Of each line the five offsets of `Line`, in their order there, from the chunk's start on. */
  readonly offsets: Int32Array;
  /** What is known of each line's words, see `remembering`. */
  readonly known: readonly Known[];
}

const COLUMNS = 5;

/** A new chunk has no more lines than this. */
const LARGEST = 64;

export function lineAt(lines: Lines, i: number): Line {
  const { first, start, offsets } = chunkOver(lines, i);
  const at = (i - first) * COLUMNS;
  return {
    from: start + offsets[at]!,
    to: start + offsets[at + 1]!,
    next: start + offsets[at + 2]!,
    start: start + offsets[at + 3]!,
    end: start + offsets[at + 4]!,
  };
}

/** What is known of a line's words. */
export function knownAt(lines: Lines, i: number): Known {
  const { first, known } = chunkOver(lines, i);
  return known[i - first]!;
}

const chunkOver = ({ chunks }: Lines, i: number): Chunk =>
  chunks[firstWhere(chunks.length, n => chunks[n]!.first > i) - 1]!;

/** Every line of the text, blank ones included. An empty text has none; a final line end opens no further line. */
export function splitLines(text: string): Lines {
  const offsets = split(text, 0, text.length);
  const known = Array.from({ length: offsets.length / COLUMNS }, () => []);
  return { count: known.length, chunks: chunksOf(offsets, known, 0) };
}

/** The lines of a text, told from those that it had before an edit. */
export function splitAgain(text: string, before: Lines, { start, end, by }: Change): Lines {
  const first = firstLine(before, ({ next }) => next >= start);
  const behind = Math.max(
    first,
    firstLine(before, ({ from }) => from > end),
  );
  const begin = first === 0 ? 0 : lineAt(before, first - 1).next;
  const stop = behind < before.count ? lineAt(before, behind).from + by : text.length;
  const between = split(text, begin, stop);
  const more = between.length / COLUMNS - (behind - first);

  const head = before.chunks.filter(chunk => chunk.first + chunk.known.length <= first);
  const tail = before.chunks.filter(chunk => chunk.first >= behind);
  const place = head.reduce((sum, { known }) => sum + known.length, 0);
  const offsets: number[] = [];
  const known: Known[] = [];
  const keep = (i: number, moved: number) => {
    const line = lineAt(before, i);
    offsets.push(line.from + moved, line.to + moved, line.next + moved, line.start + moved, line.end + moved);
    known.push(knownAt(before, i));
  };
  for (let i = place; i < first; i++) keep(i, 0);
  for (const offset of between) offsets.push(offset);
  for (let i = 0; i < between.length; i += COLUMNS) known.push([]);
  for (let i = behind; i < (tail[0]?.first ?? before.count); i++) keep(i, by);
  const moved = tail.map(({ first, start, offsets, known }) => {
    return { first: first + more, start: start + by, offsets, known };
  });
  return { count: before.count + more, chunks: [...head, ...chunksOf(offsets, known, place), ...moved] };
}

/** @param place of the first line */
function chunksOf(offsets: readonly number[], known: readonly Known[], place: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < known.length; i += LARGEST) {
    const start = offsets[i * COLUMNS]!;
    const own = new Int32Array(Math.min(LARGEST, known.length - i) * COLUMNS);
    for (let at = 0; at < own.length; at++) own[at] = offsets[i * COLUMNS + at]! - start;
    chunks.push({ first: place + i, start, offsets: own, known: known.slice(i, i + LARGEST) });
  }
  return chunks;
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
  return place < lines.count ? lineAt(lines, place) : null;
}

/** The place of the line in which an offset lies, its line end included; behind the last line the number of lines. */
export const placeOver = (lines: Lines, offset: number): number => firstLine(lines, ({ next }) => next > offset);

/** The place of the first line of which something holds that holds of all lines behind it, too. */
const firstLine = (lines: Lines, holds: (line: Line) => boolean): number =>
  firstWhere(lines.count, i => holds(lineAt(lines, i)));
