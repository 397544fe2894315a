/** Double quotation marks, paired paragraph by paragraph. Single ones are apostrophes as often as not, and are let alone. */
import type { Layout } from '../reading/blocks.ts';
import type { Block, BlockKind, Span } from '../reading/model.ts';

/** A quotation mark; two of one form side by side count as one. */
export interface QuotationMark extends Span {
  readonly form: string;
}

export interface QuotationMarks {
  /** Marks that open a quotation which nothing closes, though no later paragraph takes it up. */
  readonly unclosed: readonly QuotationMark[];
  /** Marks that close a quotation which nothing opens. */
  readonly unopened: readonly QuotationMark[];
  readonly pairs: readonly QuotationPair[];
  readonly doubled: readonly QuotationMark[];
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

/** What a paragraph leaves over: the quotations open at its end, and the marks that close what it did not open. */
interface Rest {
  readonly opens: boolean;
  readonly open: readonly QuotationMark[];
  readonly unopened: readonly QuotationMark[];
}

/** @param offsets where the text's double quotation marks are */
export function pairQuotationMarks(text: string, layout: Layout, offsets: readonly number[]): QuotationMarks {
  const pairs: QuotationPair[] = [];
  const doubled: QuotationMark[] = [];
  const rests: Rest[] = [];
  let next = 0;
  for (const block of layout.blocks) {
    if (!SPOKEN.has(block.kind)) continue;
    while (next < offsets.length && (offsets[next] as number) < block.start) next++;
    const marks: QuotationMark[] = [];
    for (; next < offsets.length && (offsets[next] as number) < block.end; next++) {
      const start = offsets[next] as number;
      const form = text.charAt(start);
      const isDoubled = text.charAt(start + 1) === form && !isEmptyQuotation(text, start) && !isSeam(text, start);
      const mark = { form, start, end: start + (isDoubled ? 2 : 1) };
      if (isDoubled) {
        doubled.push(mark);
        next++;
      }
      marks.push(mark);
    }
    rests.push(pairMarks(text, block, marks, pairs));
  }
  return { pairs, doubled, ...acrossParagraphs(rests) };
}

function isEmptyQuotation(text: string, at: number): boolean {
  return !LETTER.test(text.charAt(at + 2)) && !/[\p{L}\p{N}.,!?]/u.test(text.charAt(at - 1));
}

/** One quotation ends and the next begins, with no space between. */
function isSeam(text: string, at: number): boolean {
  return /[.!?,]/.test(text.charAt(at - 1)) && /\p{Lu}/u.test(text.charAt(at + 2));
}

function pairMarks(text: string, block: Block, marks: readonly QuotationMark[], pairs: QuotationPair[]): Rest {
  const open: QuotationMark[] = [];
  const unopened: QuotationMark[] = [];
  for (const mark of marks) {
    const role = roleOf(text, block, mark, open.at(-1));
    if (role === 'opens') open.push(mark);
    if (role !== 'closes') continue;
    const opening = open.pop();
    if (opening) pairs.push({ opening, closing: mark });
    else unopened.push(mark);
  }
  return { opens: OPENING.test(text.charAt(block.start)), open, unopened };
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

/**
 * A quotation may run on over paragraphs: each then opens with a mark of its own and only the last is closed; some writers
 * leave out the marks between the first and the last.
 */
function acrossParagraphs(rests: readonly Rest[]): Pick<QuotationMarks, 'unclosed' | 'unopened'> {
  const unclosed: QuotationMark[] = [];
  const taken = new Set<QuotationMark>();
  rests.forEach(({ open }, i) => {
    const last = open.at(-1);
    if (!last) return;
    for (const mark of open.slice(0, -1)) unclosed.push(mark);
    if (rests[i + 1]?.opens) return;
    const closing = closingFurtherOn(rests, i);
    if (closing) taken.add(closing);
    else unclosed.push(last);
  });
  return { unclosed, unopened: rests.flatMap(rest => rest.unopened.filter(mark => !taken.has(mark))) };
}

function closingFurtherOn(rests: readonly Rest[], from: number): QuotationMark | null {
  for (const { open, unopened } of rests.slice(from + 1, from + LONGEST_RUN)) {
    if (unopened[0]) return unopened[0];
    if (open.length > 0) return null;
  }
  return null;
}
