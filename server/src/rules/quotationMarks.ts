/** Double quotation marks, paired paragraph by paragraph. Single ones are apostrophes as often as not, and are let alone. */
import type { Block, BlockKind, Span } from '../reading/model.ts';
import type { BlockNotes } from './blockNotes.ts';

/** A quotation mark; two of one form side by side count as one. */
export interface QuotationMark extends Span {
  readonly form: string;
}

/** Those of one block. */
export interface BlockMarks {
  readonly pairs: readonly QuotationPair[];
  readonly doubled: readonly QuotationMark[];
  /** Whether the block opens with one. */
  readonly opens: boolean;
  /** Marks that open a quotation which nothing in the block closes. */
  readonly open: readonly QuotationMark[];
  /** Marks that close what nothing in the block opens. */
  readonly unopened: readonly QuotationMark[];
}

/** Those of a text. */
export interface QuotationMarks {
  /** Marks that open a quotation which nothing closes, though no later paragraph takes it up. */
  readonly unclosed: readonly QuotationMark[];
  /** Marks that close a quotation which nothing opens. */
  readonly unopened: readonly QuotationMark[];
  readonly pairs: number;
  /** How many of the pairs are of straight marks. */
  readonly straight: number;
  /** Pairs whose marks do not fit each other. */
  readonly odd: readonly QuotationPair[];
  /** Pairs of the form that Finnish and Swedish have, which is odd in a text that has others. */
  readonly finnish: readonly QuotationPair[];
}

export interface QuotationPair {
  readonly opening: QuotationMark;
  readonly closing: QuotationMark;
}

const SPOKEN: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'headline', 'deck', 'caption', 'cross-head']);
const OPENING = /^["“„«]/;
const LETTER = /[\p{L}\p{N}]/u;

/** How many paragraphs a quotation may run through without a mark at their beginnings. */
const LONGEST_RUN = 12;

export const noMarks: BlockMarks = { pairs: [], doubled: [], opens: false, open: [], unopened: [] };

/** @param offsets where the block's double quotation marks are */
export function pairMarks(text: string, block: Block, offsets: readonly number[]): BlockMarks {
  if (offsets.length === 0 || !SPOKEN.has(block.kind)) return noMarks;
  const doubled: QuotationMark[] = [];
  const pairs: QuotationPair[] = [];
  const open: QuotationMark[] = [];
  const unopened: QuotationMark[] = [];
  for (let next = 0; next < offsets.length; next++) {
    const start = offsets[next] as number;
    const form = text.charAt(start);
    const isDoubled = text.charAt(start + 1) === form && !isEmptyQuotation(text, start) && !isSeam(text, start);
    const mark = { form, start, end: start + (isDoubled ? 2 : 1) };
    if (isDoubled) {
      doubled.push(mark);
      next++;
    }
    const role = roleOf(text, block, mark, open.at(-1));
    if (role === 'opens') open.push(mark);
    if (role !== 'closes') continue;
    const opening = open.pop();
    if (opening) pairs.push({ opening, closing: mark });
    else unopened.push(mark);
  }
  return { pairs, doubled, opens: OPENING.test(text.charAt(block.start)), open, unopened };
}

function isEmptyQuotation(text: string, at: number): boolean {
  return !LETTER.test(text.charAt(at + 2)) && !/[\p{L}\p{N}.,!?]/u.test(text.charAt(at - 1));
}

/** One quotation ends and the next begins, with no space between. */
function isSeam(text: string, at: number): boolean {
  return /[.!?,]/.test(text.charAt(at - 1)) && /\p{Lu}/u.test(text.charAt(at + 2));
}

function roleOf(
  text: string,
  block: Block,
  { form, start, end }: QuotationMark,
  open: QuotationMark | undefined,
): 'opens' | 'closes' | 'none' {
  const before = start === block.start ? ' ' : text.charAt(start - 1);
  const after = end === block.end ? ' ' : text.charAt(end);
  const canOpen = after.trim() !== '' && /[\s([{<—–\-/‘'’“"„«¿¡:=]/u.test(before);
  const canClose = before.trim() !== '';
  if (form === '"') {
    if (!open) return canOpen ? 'opens' : /\d/.test(before) ? 'none' : 'closes';
    return canOpen && before.trim() === '' && /[\p{L}\p{N}“‘'$]/u.test(after) ? 'opens' : 'closes';
  }
  if (form === '„') return 'opens';
  if (form === '“') return open && canClose && (!canOpen || open.form === '„') ? 'closes' : 'opens';
  if (form === '”') return !open && canOpen && before.trim() === '' ? 'opens' : 'closes';
  const reversed = form === '»' ? canOpen && before.trim() === '' : !canOpen && canClose;
  return (form === '»') === reversed ? 'opens' : 'closes';
}

/** What is kept of a block's marks to look at them together with those of others. Offsets are from the block's start on. */
export interface MarkNotes extends Pick<BlockMarks, 'opens' | 'open' | 'unopened'> {
  readonly pairs: number;
  readonly straight: number;
  readonly odd: readonly QuotationPair[];
  readonly finnish: readonly QuotationPair[];
}

const noNotes: MarkNotes = { opens: false, open: [], unopened: [], pairs: 0, straight: 0, odd: [], finnish: [] };

/** The closing marks that fit an opening one, the usual one first. */
export const PARTNERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '”': '”',
};

export function noteMarks({ start }: Block, { pairs, opens, open, unopened }: BlockMarks): MarkNotes {
  if (pairs.length === 0 && open.length === 0 && unopened.length === 0 && !opens) return noNotes;
  const move = (mark: QuotationMark) => moved(mark, -start);
  const movePair = ({ opening, closing }: QuotationPair) => ({ opening: move(opening), closing: move(closing) });
  return {
    opens,
    open: open.map(move),
    unopened: unopened.map(move),
    pairs: pairs.length,
    straight: pairs.filter(({ opening, closing }) => opening.form === '"' && closing.form === '"').length,
    odd: pairs.filter(pair => !isFitting(pair)).map(movePair),
    finnish: pairs.filter(({ opening }) => opening.form === '”').map(movePair),
  };
}

/** Whether a pair's marks fit each other. */
export const isFitting = ({ opening, closing }: QuotationPair) =>
  PARTNERS[opening.form]?.includes(closing.form) ?? false;

const moved = ({ form, start, end }: QuotationMark, by: number) => ({ form, start: start + by, end: end + by });

/** @param notes of each block */
export function sumUpMarks(blocks: readonly Block[], notes: readonly BlockNotes[]): QuotationMarks {
  const unclosed: QuotationMark[] = [];
  const unopened: QuotationMark[] = [];
  const odd: QuotationPair[] = [];
  const finnish: QuotationPair[] = [];
  let pairs = 0;
  let straight = 0;
  const taken = new Set<QuotationMark>();
  const spoken: number[] = [];
  for (let i = 0; i < blocks.length; i++) if (SPOKEN.has(blocks[i]!.kind)) spoken.push(i);
  const marks = spoken.map(i => notes[i]!.marks);
  for (const [i, own] of marks.entries()) {
    if (own === noNotes) continue;
    const { start } = blocks[spoken[i]!]!;
    const place = (mark: QuotationMark) => moved(mark, start);
    const placePair = ({ opening, closing }: QuotationPair) => ({ opening: place(opening), closing: place(closing) });
    pairs += own.pairs;
    straight += own.straight;
    for (const pair of own.odd) odd.push(placePair(pair));
    for (const pair of own.finnish) finnish.push(placePair(pair));
    for (const mark of own.unopened) if (!taken.has(mark)) unopened.push(place(mark));
    for (const mark of own.open.slice(0, -1)) unclosed.push(place(mark));
    const last = own.open.at(-1);
    if (!last || marks[i + 1]?.opens) continue;
    const closing = closingFurtherOn(marks, i);
    if (closing) taken.add(closing);
    else unclosed.push(place(last));
  }
  return { unclosed, unopened, pairs, straight, odd, finnish };
}

/**
 * A quotation may run on over paragraphs: each then opens with a mark of its own and only the last is closed; some writers
 * leave out the marks between the first and the last.
 */
function closingFurtherOn(marks: readonly MarkNotes[], from: number): QuotationMark | null {
  for (const { open, unopened } of marks.slice(from + 1, from + LONGEST_RUN)) {
    if (unopened[0]) return unopened[0];
    if (open.length > 0) return null;
  }
  return null;
}
