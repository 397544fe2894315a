import type { Block, Span } from '../reading/model.ts';
import type { RuleDocument } from './rule.ts';

/** What lies between two neighbouring blocks; the span runs from the end of one to the start of the next. */
export interface Seam extends Span {
  readonly before: Block;
  readonly after: Block;
  /** How many line ends it holds: two where one blank line separates the blocks. */
  readonly lineEnds: number;
  /** The line ends, from the first to the last, with what stands between them. */
  readonly breaks: Span;
}

/** The seams of a document, in order. */
export function* seams({ text, layout }: RuleDocument): Iterable<Seam> {
  for (let i = 1; i < layout.blocks.length; i++) {
    const before = layout.blocks[i - 1] as Block;
    const after = layout.blocks[i] as Block;
    const ends = [...text.slice(before.end, after.start).matchAll(/\r\n|\n|\r/g)];
    const first = ends[0];
    const last = ends.at(-1);
    const breaks =
      first && last
        ? { start: before.end + first.index, end: before.end + last.index + last[0].length }
        : { start: after.start, end: after.start };
    yield { before, after, start: before.end, end: after.start, lineEnds: ends.length, breaks };
  }
}
