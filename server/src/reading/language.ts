/**
 * Words and sentences of one paragraph, the stuff that names, statements and references are found in.
 * Offsets are UTF-16 code units **into the paragraph's own text**, so that an analysis can be kept while the paragraph
 * moves about in its document.
 */
import type { DatesOfDay } from './dates.ts';
import type { Attributed } from './discourse/index.ts';
import type { Span } from './model.ts';
import type { Candidate } from './names/candidate.ts';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly pos: PartOfSpeech;
}

/** A sentence: its tokens are `tokens.slice(first, last)`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

/** A stretch between quotation marks, the marks included. `closed` is false where no closing mark was found. */
export interface Quotation extends Span {
  readonly closed: boolean;
}

export interface Paragraph {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** What a reading leaves for the next one; null where none will come. */
  readonly kept: Kept | null;
}

/** What has been found in a paragraph by itself, and need not be found again while it is moved about. */
export interface Kept {
  candidates?: readonly Candidate[];
  attributed?: Attributed;
  dates?: DatesOfDay;
}

/** A paragraph (or headline, deck) of a document, wherever in it it stands: the same object as long as edits leave it alone. */
export interface DocumentParagraph {
  readonly kind: 'headline' | 'kicker' | 'deck' | 'paragraph' | 'dateline' | 'stamp' | 'breadcrumb';
  readonly paragraph: Paragraph;
}

/** A document's paragraphs in order, and where each starts in its text. */
export interface PlacedParagraphs {
  readonly paragraphs: readonly DocumentParagraph[];
  readonly starts: readonly number[];
}

/** Whether two are read alike. */
export const isSameParagraph = (a: DocumentParagraph, b: DocumentParagraph): boolean =>
  a.paragraph === b.paragraph && a.kind === b.kind;
