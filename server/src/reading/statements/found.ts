/** What an attribution is, while it is being found and when it is. */
import type { CueForm } from '../lexicon/cues.ts';
import type { Directness, Span } from '../model.ts';
import { isBreak, isComma } from './phrases.ts';
import { lower, nameOver, type Scene, type Tokens } from './scene.ts';

/** Who is said to have said what, in one sentence; all token indices are into the paragraph. */
export interface Attribution {
  /** One range, or several where the cue interrupts the content; none where the content is the quotation before. */
  readonly content: readonly Tokens[];
  /** The content without the punctuation around it, in the paragraph. */
  readonly spans: readonly Span[];
  readonly directness: Directness;
  readonly cue: Tokens;
  readonly source: Tokens;
  readonly placed: Placed;
  readonly kind: AttributionKind;
  /** "said", "saying" behind a past; not "says", "asks". */
  readonly past: boolean;
}

/** Words reported ("said that"), a thing done by speaking ("thanked", "urged"), or a thought, wish or stand ("hopes", "view"). */
export type AttributionKind = 'report' | 'act' | 'attitude';

export const kindOf = ({ verb }: CueForm, complement: Complement | null): AttributionKind =>
  verb.attitude ? 'attitude' : complement?.kind === 'act' ? 'act' : 'report';

/** Where the cue stands to its content. */
export type Placed = 'before' | 'label' | 'behind' | 'inside' | 'participle' | 'according' | 'coordinated' | 'relative';

export interface Complement {
  readonly kind: 'that' | 'quotation' | 'clause' | 'question' | 'act' | 'none';
  /** Where the content begins; for `none`, where the adjuncts end. */
  readonly from: number;
  /** The end of the cue. */
  readonly cueLast: number;
}

export interface Found extends Omit<Attribution, 'spans' | 'directness' | 'source'> {
  /** Null where it shares the source of another. */
  readonly source: Tokens | null;
  /** The first token of the words that attribute, where a content before them ends. */
  readonly segment: number;
  /** The content reaches from here to the end of the sentence unless something cuts it. */
  readonly open: number | null;
  readonly complement: Complement['kind'];
  /** The clause is one of time or reason before the main one: its content ends where it ends. */
  readonly dependent?: boolean;
}

/** Whether a token lies in a content. */
export function contains(content: readonly Tokens[], at: number): boolean {
  for (const { first, last } of content) if (first <= at && at < last) return true;
  return false;
}

/** Where a cue stands to its content, and what that content is. */
export type Placing = Pick<Found, 'content' | 'source' | 'placed' | 'segment' | 'open'>;

/** The next comma outside names and quotations, or `limit`. */
export function nextComma(scene: Scene, from: number, limit: number): number {
  for (let i = from; i < limit; i++)
    if (isComma(scene, i) && !nameOver(scene, i) && scene.quotationAt[i] === -1) return i;
  return limit;
}

/** Where the words that attribute begin, with the comma or conjunction before them. */
export function startOfSegment(scene: Scene, first: number): number {
  let i = first;
  while (i > 0 && (isBreak(scene, i - 1) || /^(and|but|then|while|as|though|although)$/.test(lower(scene, i - 1)))) i--;
  return i;
}

/** The attribution whose content a token lies in, as far as is known yet. */
export const enclosing = (found: readonly Found[], i: number): Found | undefined =>
  found.findLast(f => f.open !== null && f.open <= i);
