/** A layout as its documents and separators, each by itself: an edit leaves all of them as they are but those that it touches. */
import type { Layout } from '../blocks.ts';
import type { Block, Meta, Separator, Span } from '../model.ts';
import { lazily, once } from '../once.ts';

/** A document or a separator, wherever it stands: the same object as long as edits leave its words and its blocks alone. */
export interface Piece {
  readonly length: number;
  /** Offsets are into the piece. */
  readonly blocks: readonly Block[];
  /** Which of them are no paragraphs. */
  readonly others: readonly number[];
  /** What a document says of itself; null for a separator. */
  readonly meta: Meta | null;
  /** How a separator is written; null for a document. */
  readonly mark: Omit<Separator, keyof Span> | null;
}

/** A layout is the one before it, but for a block of one document that has become longer or shorter. */
export interface Typed {
  /** Which document, as it was. */
  readonly before: Piece;
  readonly piece: number;
  readonly block: number;
}

/** What has been typed since a layout; null where more has happened, or nobody knows. */
export const typedSince = (before: Layout, { typed }: Layout): Typed | null =>
  typed && before.pieces[typed.piece] === typed.before ? typed : null;

/** The pieces, put at their places in the text when somebody asks for what is there. */
export function layoutOf(layout: Omit<Layout, 'blocks' | 'documents' | 'separators'>): Layout {
  const { text, lines, meta, pieces, starts, typed } = layout;
  const placed = <T>(of: (piece: Piece, start: number) => readonly T[]) =>
    once(() => {
      const all: T[] = [];
      for (let i = 0; i < pieces.length; i++) for (const one of of(pieces[i]!, starts[i]!)) all.push(one);
      return all;
    });
  return lazily<typeof layout, Pick<Layout, 'blocks' | 'documents' | 'separators'>>(
    { text, lines, meta, pieces, starts, typed },
    {
      blocks: placed(blocksAt),
      documents: placed(({ length, meta }, start) => (meta ? [{ start, end: start + length, meta }] : [])),
      separators: placed(({ length, mark }, start) => (mark ? [{ ...mark, start, end: start + length }] : [])),
    },
  );
}

/** The blocks of a piece that starts at an offset, with offsets into the text. */
export function blocksAt({ blocks }: Piece, offset: number): readonly Block[] {
  return offset === 0 ? blocks : blocks.map(block => extended(block, offset, offset));
}

/** A block with other ends. Many are made, and V8 spreads slowly. */
export function extended(block: Block, start: number, end: number): Block {
  if (start === 0 && end === 0) return block;
  const there = { kind: block.kind, start: block.start + start, end: block.end + end };
  return block.boilerplate ? { ...there, boilerplate: block.boilerplate } : there;
}
