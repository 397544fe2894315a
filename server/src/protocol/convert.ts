import type { Position, Range } from 'vscode-languageserver';
import { lineAt, lineStartsOf } from '../corpus/lines.ts';
import type { Span } from '../reading/model.ts';

/** The lines of a document: all that is needed to turn offsets into positions (UTF-16 code units, as VS Code counts). */
export interface Lines {
  readonly lineStarts: Int32Array;
  /** In UTF-16 code units. */
  readonly length: number;
}

export function linesOf(text: string): Lines {
  return { lineStarts: lineStartsOf(text), length: text.length };
}

export function toPosition({ lineStarts }: Pick<Lines, 'lineStarts'>, offset: number): Position {
  const line = lineAt(lineStarts, offset);
  return { line, character: offset - lineStarts[line]! };
}

export function toRange(lines: Pick<Lines, 'lineStarts'>, { start, end }: Span): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** Positions past the end of a line or of the document are moved to that end, as the protocol asks. */
export function toOffset({ lineStarts, length }: Lines, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= lineStarts.length) return length;
  const start = lineStarts[line]!;
  const end = line + 1 < lineStarts.length ? lineStarts[line + 1]! - 1 : length;
  return Math.max(start, Math.min(start + character, Math.max(end, start)));
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: toOffset(lines, start), end: toOffset(lines, end) };
}
