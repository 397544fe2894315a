/**
 * The lines of a text. Line ends are those that editors count: `\r\n`, `\n` and a lone `\r`.
 */
import type { Span } from '../model.ts';

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

/** Every line of the text, blank ones included. An empty text has none; a final line end opens no further line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const lineEnds = /\r\n|\n|\r/g;
  for (let from = 0; from < text.length; ) {
    const to = lineEnds.exec(text)?.index ?? text.length;
    const next = to === text.length ? to : lineEnds.lastIndex;
    const { start, end } = trimSpan(text, from, to);
    lines.push({ from, to, next, start, end });
    from = next;
  }
  return lines;
}
