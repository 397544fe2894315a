/** Typing in the midst of a paragraph, which no rule about the text as a whole can see. */
import type { Layout } from '../reading/blocks.ts';
import { type Change, changeOfItems } from '../reading/changes.ts';
import { type Typed, typedSince } from '../reading/layout/pieces.ts';
import type { Block } from '../reading/model.ts';
import { countBelow } from '../reading/search.ts';
import { firstFrom } from '../reading/spans.ts';
import type { BlockNotes, PieceNotes } from './blockNotes.ts';
import type { Characters } from './characters.ts';
import type { Movable } from './moved.ts';
import { endsSentence } from './wrapped.ts';

/** What is known of a text before rules about all of it are asked. */
export interface Seen {
  readonly layout: Layout;
  readonly characters: Characters;
  /** Of each piece of the layout. */
  readonly pieces: readonly PieceNotes[];
}

/** A shorter block may be one of the lines into which a paragraph is cut at a column, or an entry of a list. */
const SHORTEST_UNSEEN = 121;

/** Of a longer one rules about the text see so many UTF-16 code units behind its start, and before its end. */
const SEEN_BEHIND_START = 8;
const SEEN_BEFORE_END = 16;

/** What begins so begins neither in the midst of a sentence nor as items of lists do, whatever follows. */
const OPENING = /[A-Z]/;

/**
 * What rules about the text found before an edit, at its place after it; null where it must be looked for again.
 * @param found before
 */
export function foundAfterTyping(found: Movable, before: Seen, after: Seen, edit: Change): Movable | null {
  const { start, end, by } = edit;
  const typed = typedSince(before.layout, after.layout) ?? findTyped(before.layout, after.layout, edit);
  if (!typed) return null;
  const [was, is] = [blockIn(before, typed), blockIn(after, typed)];
  if (!was || !is || end >= was.end) return null;
  const { text } = after.layout;
  // Where one stands, a row beside the block may share its line.
  if (before.layout.text.slice(start, end).includes('\f') || text.slice(start, end + by).includes('\f')) return null;
  const opensAlike = start - was.start >= SEEN_BEHIND_START || OPENING.test(text.charAt(is.start));
  const bothEndSentences = () => endsSentence(before.layout.text, was) && endsSentence(text, is);
  if (!opensAlike || (was.end - end < SEEN_BEFORE_END && !bothEndSentences())) return null;
  if (!isUnseen(before.characters, was) || !isUnseen(after.characters, is) || !marksAlike(was, is)) return null;
  const { offsets } = found;
  for (let i = 0; i < offsets.length; i += 2) if (offsets[i]! < was.end && offsets[i + 1]! > was.start) return null;
  return { problems: found.problems, offsets: offsets.map(offset => (offset < end ? offset : offset + by)) };
}

/** A block with what is kept of it; offsets are into the text. */
type NotedBlock = Pick<Block, 'kind' | 'start' | 'end'> & Pick<BlockNotes, 'marks'>;

function blockIn(
  { layout: { pieces, starts }, pieces: notes }: Seen,
  { piece, block: number }: Place,
): NotedBlock | null {
  const block = pieces[piece]!.blocks[number];
  if (!block) return null;
  const by = starts[piece]!;
  return { kind: block.kind, start: block.start + by, end: block.end + by, marks: notes[piece]!.blocks[number]!.marks };
}

/** A block, by the place of its document among the pieces and its own in it. */
type Place = Pick<Typed, 'piece' | 'block'>;

/** The block that an edit lies in, where nothing else has happened to the layout; null where more has. */
function findTyped(before: Layout, after: Layout, { start, by }: Change): Place | null {
  const { start: piece, end, by: more } = changeOfItems(before.pieces, after.pieces);
  if (end !== piece + 1 || more !== 0) return null;
  const { blocks } = before.pieces[piece]!;
  const block = firstFrom(blocks, start - before.starts[piece]!) - 1;
  return isLaidOutAlike(blocks, after.pieces[piece]!.blocks, block, by) ? { piece, block } : null;
}

/** Whether a block of a document has become longer, and nothing else has happened to its blocks. */
function isLaidOutAlike(were: readonly Block[], are: readonly Block[], number: number, by: number): boolean {
  if (were.length !== are.length) return false;
  // A loop by itself: a long document's blocks are all gone through at every edit.
  for (let i = 0; i < were.length; i++) {
    const was = were[i]!;
    const is = are[i]!;
    if (is.kind !== was.kind || is.start !== was.start + (i > number ? by : 0)) return false;
    if (is.end !== was.end + (i < number ? 0 : by)) return false;
  }
  return true;
}

/** Whether a block is long prose without characters that rules about the text look at, quotation marks in order apart. */
function isUnseen(characters: Characters, { kind, start, end, marks }: NotedBlock): boolean {
  if (kind !== 'paragraph' || end - start < SHORTEST_UNSEEN || characters.rightToLeft >= 0) return false;
  const { open, unopened, odd, finnish } = marks;
  if (open.length + unopened.length + odd.length + finnish.length > 0) return false;
  const { quotationMarks, joints, rightToLeft, ...others } = characters;
  return Object.values(others).every(offsets => countBelow(offsets, start) === countBelow(offsets, end));
}

function marksAlike({ marks: had }: NotedBlock, { marks: has }: NotedBlock): boolean {
  return had.pairs === has.pairs && had.straight === has.straight && had.opens === has.opens;
}
