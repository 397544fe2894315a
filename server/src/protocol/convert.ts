import type { Position, Range } from 'vscode-languageserver';
import { lineAt, lineStartsOf } from '../corpus/lines.ts';
import type { Span } from '../reading/model.ts';

/** The lines of a document: all that is needed to turn offsets into positions (UTF-16 code units, as VS Code counts). */
export interface Lines {
  readonly lineStarts: Int32Array;
  readonly text: string;
}

export function linesOf(text: string): Lines {
  return { lineStarts: lineStartsOf(text), text };
}

export function toPosition({ lineStarts }: Pick<Lines, 'lineStarts'>, offset: number): Position {
  const line = lineAt(lineStarts, offset);
  return { line, character: offset - lineStarts[line]! };
}

export function toRange(lines: Pick<Lines, 'lineStarts'>, { start, end }: Span): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** Positions past the end of a line or of the document are moved to that end, as the protocol asks. */
export function toOffset({ lineStarts, text }: Lines, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= lineStarts.length) return text.length;
  const start = lineStarts[line]!;
  let end = lineStarts[line + 1] ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return Math.min(start + character, end);
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: toOffset(lines, start), end: toOffset(lines, end) };
}
