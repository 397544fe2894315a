import { type Lines, linesOf, toPosition } from '../protocol/convert.ts';
import type { Span } from '../reading/model.ts';

/** A span as people and their tools count: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where spans of a text are. A byte order mark is no column, as in editors. */
export function rangesIn(text: string): (span: Span) => Range {
  const lines = linesOf(text);
  const marked = text.charCodeAt(0) === 0xfeff;
  return ({ start, end }) => {
    const from = place(lines, start, marked);
    const to = place(lines, end, marked);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

function place(lines: Lines, offset: number, marked: boolean) {
  const { line, character } = toPosition(lines, offset);
  return { line: line + 1, column: marked && line === 0 ? Math.max(1, character) : character + 1 };
}
