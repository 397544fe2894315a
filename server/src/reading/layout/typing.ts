/** Typing inside a line of prose, which leaves every line what it was. */
import type { Layout } from '../blocks.ts';
import type { Change } from '../changes.ts';
import { firstWhere } from '../search.ts';
import { firstFrom } from '../spans.ts';
import { knownAt, type Lines, lineAt, placeOver } from './lines.ts';
import { extended, layoutOf, type Piece } from './pieces.ts';
import { holdsForLine, LONGEST_HEADLINE, WrittenLine } from './written.ts';

/** A line of so many UTF-16 code units is asked nothing but what `ofLine` remembers, and how many words it has. */
const SHORTEST_PROSE = 81;

/** A line is compared with so many lines that say something, on either side. */
const NEIGHBOURS = 2;

/**
 * The layout after an edit of one word's letters inside a long line that is a paragraph, where all that has been found out of the line
 * still holds; null after any other edit, and wherever another layout is possible.
 * @param lines those of the text after the edit
 */
export function layoutAfterTyping(text: string, lines: Lines, before: Layout, edit: Change): Layout | null {
  const { start, end, by } = edit;
  if (/\s/u.test(before.text.slice(start, end)) || /\s/u.test(text.slice(start, end + by))) return null;
  const place = placeOver(before.lines, start);
  if (place === before.lines.count || lines.count !== before.lines.count) return null;
  const was = lineAt(before.lines, place);
  const is = lineAt(lines, place);
  const isInside = was.start < start && end < was.end - 1 && is.start === was.start && is.end === was.end + by;
  if (!isInside || was.end - was.start < SHORTEST_PROSE || is.end - is.start < SHORTEST_PROSE) return null;
  const i = firstWhere(before.starts.length, number => before.starts[number]! > was.start) - 1;
  const piece = before.pieces[i];
  if (!piece) return null;
  const [from, to] = [was.start - before.starts[i]!, was.end - before.starts[i]!];
  const number = firstFrom(piece.blocks, from);
  const block = piece.blocks[number];
  if (block?.kind !== 'paragraph' || block.start !== from || block.end !== to) return null;
  const line = new WrittenLine(text, is, place, knownAt(lines, place));
  const wasLong = was.end - was.start > LONGEST_HEADLINE;
  if (line.isLong !== wasLong || !holdsForLine(knownAt(before.lines, place), line)) return null;
  if (isLikeNeighbour(before.text, before.lines, place) || isLikeNeighbour(text, lines, place)) return null;
  return layoutOf({
    ...{ text, lines, meta: before.meta },
    pieces: before.pieces.with(i, lengthened(piece, number, by)),
    starts: before.starts.map((start, other) => (other > i ? start + by : start)),
    typed: { before: piece, piece: i, block: number },
  });
}

/** What is compared with others letter by letter can become like another, or cease to be. */
function isLikeNeighbour(text: string, lines: Lines, place: number): boolean {
  const { start, end } = lineAt(lines, place);
  const head = text.slice(start, Math.min(end, start + LONGEST_HEADLINE));
  for (const step of [-1, 1]) {
    for (let i = place + step, seen = 0; seen < NEIGHBOURS && i >= 0 && i < lines.count; i += step) {
      const other = lineAt(lines, i);
      if (other.start < other.end) seen++;
      if (other.end - other.start === end - start && text.startsWith(head, other.start)) return true;
    }
  }
  return false;
}

/** A document of which one block has become longer. */
function lengthened({ length, blocks, ...said }: Piece, number: number, by: number): Piece {
  const moved = blocks.map((block, i) => (i < number ? block : extended(block, i > number ? by : 0, by)));
  return { length: length + by, blocks: moved, ...said };
}
