import type { Block, Span } from '../reading/model.ts';

/** What lies between two neighbouring blocks; the span runs from the end of one to the start of the next. */
export interface Seam extends Span {
  readonly before: Block;
  readonly after: Block;
  /** How many line ends it holds: two where one blank line separates the blocks. */
  readonly lineEnds: number;
  /** The line ends, from the first to the last, with what stands between them. */
  readonly breaks: Span;
}

/** The seams between blocks of a text, in order. */
export function findSeams(text: string, blocks: readonly Block[]): Seam[] {
  const seams: Seam[] = [];
  for (let i = 1; i < blocks.length; i++) seams.push(seamBetween(text, blocks[i - 1]!, blocks[i]!));
  return seams;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function seamBetween(text: string, before: Block, after: Block): Seam {
  let lineEnds = 0;
  let first = after.start;
  let last = after.start;
  for (let at = before.end; at < after.start; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    if (lineEnds === 0) first = at;
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    lineEnds++;
    last = at + 1;
  }
  return { before, after, start: before.end, end: after.start, lineEnds, breaks: { start: first, end: last } };
}

/** Whether no line end stands between two neighbouring blocks. */
export function isOneLine(text: string, before: Block, after: Block): boolean {
  return !/[\r\n]/.test(text.slice(before.end, after.start));
}
