/**
 * Bundles: several documents in one text. Rows of marks, form feeds and counts may stand between documents; which of them do
 * is told by what follows. Takes time in proportion to the text's length.
 */
import type { BlockKind, Separator, SeparatorKind, Span } from '../model.ts';
import { isEndNote, isRow, isTrailer, ROW_MARK } from './furniture.ts';
import { LONGEST_HEADER } from './header.ts';
import type { Known } from './known.ts';
import { knownAt, type Lines, lineAt, trimSpan } from './lines.ts';
import { type Opening, openingAt } from './opening.ts';
import { ofLine, WrittenLine } from './written.ts';

/** In order: the lines of each document that say something, and the separators. */
export type Part = readonly WrittenLine[] | Separator;

/** A line that is not blank, or what a mark leaves of it. */
interface Piece {
  readonly line: WrittenLine;
  readonly mark: Mark | null;
}

/** What may separate documents. */
interface Mark {
  readonly kind: SeparatorKind;
  readonly number: number | null;
  readonly total: number | null;
}

/** Takes a text apart; one without separators is a single part. */
export function readBundle(text: string, lines: Lines): Part[] {
  if (text.includes('\f')) {
    const pieces = Array.from({ length: lines.count }, (_, i) => splitAtFormFeeds(text, lines, i)).flat();
    return join(text, pieces, findSeparators(pieces));
  }
  const written: WrittenLine[] = [];
  for (let i = 0; i < lines.count; i++) {
    const line = lineAt(lines, i);
    if (line.end > line.start) written.push(new WrittenLine(text, line, i, knownAt(lines, i)));
  }
  if (written.length === 0) return [];
  if (!written.some(mayHoldMark)) return [written];
  const pieces: Piece[] = [];
  for (const line of written) {
    if (mayHoldMark(line)) pieces.push(...splitAtRows(text, line, line.line, line.known));
    else pieces.push({ line, mark: null });
  }
  return join(text, pieces, findSeparators(pieces));
}

/** Nearly every text has no such line, and need not be taken apart. */
const mayHoldMark = ofLine(({ words }) => {
  const { length } = words;
  return isRowMark(words.charAt(0)) || isRowMark(words.charAt(length - 1)) || readCount(words, 0, length) !== null;
});

function join(text: string, pieces: readonly Piece[], separators: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  let open: WrittenLine[] = [];
  let openLine = -1;
  for (const [i, { line, mark }] of pieces.entries()) {
    if (mark && separators.has(i)) {
      if (open.length > 0) parts.push(open);
      parts.push({ ...mark, start: line.start, end: line.end });
      open = [];
      openLine = -1;
    } else if (mark?.kind !== 'form-feed') {
      // A mark that separates nothing leaves its line whole.
      const begun = line.line === openLine ? open.pop() : undefined;
      open.push(begun ? new WrittenLine(text, { start: begun.start, end: line.end }, openLine) : line);
      openLine = line.line;
    }
  }
  if (open.length > 0) parts.push(open);
  return parts;
}

function splitAtFormFeeds(text: string, lines: Lines, index: number): Piece[] {
  const line = lineAt(lines, index);
  const pieces: Piece[] = [];
  let from = line.from;
  for (let at = from; at <= line.to; at++) {
    if (at < line.to && text.charCodeAt(at) !== 0x0c) continue;
    const span = trimSpan(text, from, at);
    const isWhole = span.start === line.start && span.end === line.end;
    if (span.end > span.start)
      pieces.push(...splitAtRows(text, span, index, isWhole ? knownAt(lines, index) : undefined));
    if (at < line.to) pieces.push(pieceOf(text, at, at + 1, index, { kind: 'form-feed', number: null, total: null }));
    from = at + 1;
  }
  return pieces;
}

const ROW: Mark = { kind: 'row', number: null, total: null };
const rowBefore = /^(?:-{10,}|={10,}|_{10,}|\*{10,})(?=\s*[^-=_*\s])/;
const rowBehind = /[^-=_*\s]\s*(-{10,}|={10,}|_{10,}|\*{10,})$/;
const LONGEST_LINE_WITH_ROW = 500;
const isRowMark = (mark: string) => ROW_MARK.includes(mark);

/** A row may share its line with text, from which it is set apart. */
function splitAtRows(text: string, { start, end }: Span, line: number, known?: Known): Piece[] {
  const whole = (mark: Mark | null) => [pieceOf(text, start, end, line, mark, known)];
  if (end - start > LONGEST_LINE_WITH_ROW) return whole(null);
  const count = readCount(text, start, end);
  if (count) return whole(count);
  const isBefore = isRowMark(text.charAt(start));
  if (!isBefore && !isRowMark(text.charAt(end - 1))) return whole(null);
  const written = text.slice(start, end);
  if (isRow(written)) return whole(ROW);
  const row = isBefore ? rowBefore.exec(written)?.[0] : rowBehind.exec(written)?.[1];
  if (row === undefined) return whole(null);
  const middle = isBefore ? start + row.length : end - row.length;
  const rest = isBefore ? trimSpan(text, middle, end) : trimSpan(text, start, middle);
  const words = pieceOf(text, rest.start, rest.end, line, null);
  return isBefore ? [pieceOf(text, start, middle, line, ROW), words] : [words, pieceOf(text, middle, end, line, ROW)];
}

function pieceOf(text: string, start: number, end: number, line: number, mark: Mark | null, known?: Known): Piece {
  return { line: new WrittenLine(text, { start, end }, line, known), mark };
}

const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d{1,7})';
const UNIT = '(?:document|article|record|story|item|result)';
const UNITS = '(?:documents|articles|records|stories|items|results)';
const count = new RegExp(
  `^(?:${UNIT}\\s(?:no\\.?\\s)?${NUMBER}\\s(?:of|/)\\s${NUMBER}(?:\\s${UNITS})?|${NUMBER}\\sof\\s${NUMBER}\\s${UNITS})$`,
  'i',
);
const LONGEST_COUNT = 160;

/** "Document 3 of 120" or "3 of 120 DOCUMENTS", between rows of marks or without. */
function readCount(text: string, start: number, end: number): Mark | null {
  if (end - start > LONGEST_COUNT) return null;
  let from = start;
  let to = end;
  while (from < to && (isRowMark(text.charAt(from)) || text.charAt(from) === ' ')) from++;
  while (to > from && (isRowMark(text.charAt(to - 1)) || text.charAt(to - 1) === ' ')) to--;
  const first = text.charCodeAt(from) | 0x20;
  // Only a digit, or the first letter of a unit, opens a count.
  if (!((first >= 0x30 && first <= 0x39) || 'darsi'.includes(String.fromCharCode(first)))) return null;
  const match = to - from > 60 ? null : count.exec(text.slice(from, to));
  if (!match) return null;
  const [number, total] = match.slice(1).filter(part => part !== undefined);
  return { kind: 'count', number: toNumber(number), total: toNumber(total) };
}

function toNumber(written = ''): number {
  return Number(written.replaceAll(',', ''));
}

/** The places of the pieces that are separators. */
function findSeparators(pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>();
  const marks: number[] = [];
  for (let i = 0; i < pieces.length; i++) if (pieces[i]!.mark) marks.push(i);
  for (const i of marks) if (separatesByItself(pieces, i)) found.add(i);
  const rows = marks.filter(i => pieces[i]!.mark?.kind === 'row');
  const rowAt = (i: number) => pieces[i]!.line.head;
  const proven = new Set(rows.filter(i => found.has(i)).map(rowAt));
  for (const i of rows) {
    if (found.has(i) || !proven.has(rowAt(i)) || underlines(pieces, i)) continue;
    if (isLongRow(rowAt(i)) || openingBehind(pieces, i) !== null) found.add(i);
  }
  // What stands beside a separator, with nothing between, is part of the same one.
  for (const i of marks) if (found.has(i - 1)) found.add(i);
  for (const i of marks.toReversed()) if (found.has(i + 1)) found.add(i);
  return found;
}

function separatesByItself(pieces: readonly Piece[], i: number): boolean {
  const { mark, line } = pieces[i] as Piece;
  if (!mark) return false;
  if (mark.kind === 'count') return true;
  if (mark.kind === 'form-feed') return hasEnded(pieces[i - 1]) && openingBehind(pieces, i) !== null;
  if (underlines(pieces, i)) return false;
  if (/^={20,}$/.test(line.head)) return true;
  const opening = openingBehind(pieces, i);
  return isLongRow(line.head) ? opening !== null : opening === 'surely';
}

/** How surely a document opens behind a mark, and before the next one. */
function openingBehind(pieces: readonly Piece[], i: number): Opening {
  const lines: WrittenLine[] = [];
  for (let next = i + 1; next < pieces.length && lines.length < LONGEST_HEADER; next++) {
    const piece = pieces[next] as Piece;
    if (!piece.mark) lines.push(piece.line);
    else if (!underlines(pieces, next)) break;
  }
  return openingAt(lines, 0);
}

function isLongRow(row: string): boolean {
  return row.length >= 10 && !/\s/.test(row);
}

/** A row right under a line as long as itself. */
function underlines(pieces: readonly Piece[], i: number): boolean {
  const row = (pieces[i] as Piece).line;
  const above = pieces[i - 1]?.mark ? undefined : pieces[i - 1]?.line;
  if (above?.line !== row.line - 1) return false;
  return Math.abs(above.end - above.start - (row.end - row.start)) <= 1;
}

/** A page that ends in the midst of a sentence goes on behind its form feed. */
function hasEnded(before: Piece | undefined): boolean {
  if (!before || before.mark) return true;
  const { head, words } = before.line;
  return !/[\p{L}\p{N},;:–—-]$/u.test(words.slice(-2)) || isTrailer(head) || isEndNote(head);
}

/**
 * Where further documents open in lines of named kinds, with no separator: behind a trailer or end note, and what else the page
 * adds there. Indexes into `lines`.
 */
export function findOpeningsBehindEnds(lines: readonly WrittenLine[], kinds: readonly BlockKind[]): number[] {
  const openings: number[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'trailer' && kinds[i] !== 'end-note') continue;
    let hasTrailer = false;
    for (; i < kinds.length && ADDED.has(kinds[i] as BlockKind); i++) hasTrailer ||= kinds[i] === 'trailer';
    if (i < kinds.length && opensBehind(lines, kinds, i, hasTrailer)) openings.push(i);
  }
  return openings;
}

const ADDED: ReadonlySet<BlockKind> = new Set(['trailer', 'end-note', 'boilerplate', 'credit']);

/** Behind an end note a stamp may still be one of the same page. */
function opensBehind(lines: readonly WrittenLine[], kinds: readonly BlockKind[], i: number, hasTrailer: boolean) {
  return openingAt(lines, i) === 'surely' && (hasTrailer || kinds[i] !== 'stamp');
}
