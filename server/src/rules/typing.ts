/** Typing in the midst of a paragraph, which no rule about the text as a whole can see. */
import type { Layout } from '../reading/blocks.ts';
import type { Change } from '../reading/changes.ts';
import type { Problem, Span } from '../reading/model.ts';
import { firstFrom } from '../reading/spans.ts';
import type { BlockNotes } from './blockNotes.ts';
import { type Characters, countBelow } from './characters.ts';
import { moved } from './moved.ts';

/** What is known of a text before rules about all of it are asked. */
export interface Seen {
  readonly layout: Layout;
  readonly characters: Characters;
  /** Of each block. */
  readonly notes: readonly BlockNotes[];
}

/** Of a block, rules about the text see so many UTF-16 code units from its edges on, and whether it is shorter than that. */
const SEEN_FROM_EDGE = 24;
const SHORTEST_UNSEEN = 121;

/**
 * What rules about the text found before an edit, at its place after it; null where it must be looked for again.
 * @param found of each rule its problems
 */
export function foundAfterTyping(
  found: readonly (readonly Problem[])[],
  before: Seen,
  after: Seen,
  edit: Change,
): readonly (readonly Problem[])[] | null {
  const { start, end, by } = edit;
  const number = firstFrom(before.layout.blocks, start) - 1;
  const block = before.layout.blocks[number];
  if (!block || start - block.start < SEEN_FROM_EDGE || block.end - end < SEEN_FROM_EDGE) return null;
  const at = (offset: number) => (offset < end ? offset : offset + by);
  if (!isLaidOutAlike(before.layout, after.layout, at)) return null;
  if (!isUnseen(before, number) || !isUnseen(after, number) || !marksAlike(before, after, number)) return null;
  const touches = (span: Span | null) => span !== null && span.start < block.end && span.end > block.start;
  const isTouched = ({ fix, suggestions = [], related = [], ...problem }: Problem) =>
    [problem, fix, ...suggestions.map(suggestion => suggestion.edit), ...related].some(touches);
  if (found.some(problems => problems.some(isTouched))) return null;
  return found.map(problems => problems.map(problem => moved(problem, at)));
}

/** @param at gives for each offset before the edit where it is afterwards */
function isLaidOutAlike(before: Layout, after: Layout, at: (offset: number) => number): boolean {
  const isSame = (a: Span, b: Span | undefined) => at(a.start) === b?.start && at(a.end) === b.end;
  return (
    before.blocks.length === after.blocks.length &&
    before.documents.length === after.documents.length &&
    before.documents.every((document, i) => isSame(document, after.documents[i])) &&
    before.blocks.every((block, i) => block.kind === after.blocks[i]!.kind && isSame(block, after.blocks[i]))
  );
}

/** Whether a block is long prose without characters that rules about the text look at, quotation marks in order apart. */
function isUnseen({ layout, characters, notes }: Seen, number: number): boolean {
  const { kind, start, end } = layout.blocks[number]!;
  if (kind !== 'paragraph' || end - start < SHORTEST_UNSEEN || characters.rightToLeft >= 0) return false;
  const { open, unopened, odd, finnish } = notes[number]!.marks;
  if (open.length + unopened.length + odd.length + finnish.length > 0) return false;
  const { quotationMarks, joints, rightToLeft, ...others } = characters;
  return Object.values(others).every(offsets => countBelow(offsets, start) === countBelow(offsets, end));
}

function marksAlike(before: Seen, after: Seen, number: number): boolean {
  const [had, has] = [before.notes[number]!.marks, after.notes[number]!.marks];
  return had.pairs === has.pairs && had.straight === has.straight && had.opens === has.opens;
}
