/**
 * What a reading is: plain, readonly data.
 * Every `start` and `end` is an offset in UTF-16 code units into the text that was read, `end` exclusive.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BlockKind =
  | 'breadcrumb'
  | 'headline'
  | 'kicker'
  | 'deck'
  | 'stamp'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'cross-head'
  | 'list-item'
  | 'section-break'
  | 'caption'
  | 'credit'
  | 'end-note'
  | 'boilerplate'
  | 'trailer'
  | 'separator';

export type BoilerplateKind = 'share-bar' | 'related-links' | 'notice';

/**
 * A block of the text, without white space at its edges; blocks are ordered and disjoint. The one block of white space is a
 * separator that is a form feed.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** What sort of boilerplate it is; missing for every other kind. */
  readonly boilerplate?: BoilerplateKind;
}

/** How a separator is written: a row of one or more marks, a form feed, or a count ("Document 3 of 120"). */
export type SeparatorKind = 'row' | 'form-feed' | 'count';

/** What stands between two documents of one text; each is a block as well. */
export interface Separator extends Span {
  readonly kind: SeparatorKind;
  /** The 3 of "Document 3 of 120"; null where none is written. */
  readonly number: number | null;
  /** The 120 of "Document 3 of 120"; null where none is written. */
  readonly total: number | null;
}

/**
 * One of the documents of a text, from its first block to its last. Those of a bundle are in order and disjoint; between two of
 * them stand the separators, or nothing where the second opens behind the trailer of the first.
 */
export interface BundledDocument extends Span {
  readonly meta: Meta;
}

/** What the document says of itself; null where it does not say. */
export interface Meta {
  /** ISO date of publication. */
  readonly publishedDate: string | null;
  /** The dateline's place, as written. */
  readonly place: string | null;
  /** Agency or outlet as dateline, stamp or label name it. */
  readonly agency: string | null;
  readonly headline: string | null;
}

export type EntityType = 'person' | 'organization' | 'place' | 'event' | 'document';

export interface Office {
  readonly title: string;
  readonly affiliation: string | null;
}

/** An office as the text states it; the span is the words that state it. */
export interface Role extends Office, Span {}

export type Gender = 'female' | 'male' | null;

/** An entity without the places where its offices are stated. */
export interface NamedEntity {
  readonly id: string;
  readonly type: EntityType;
  /** The fullest name in the text. */
  readonly name: string;
  /** Every name as written, the fullest included, in order of appearance. */
  readonly aliases: readonly string[];
  readonly roles: readonly Office[];
  /** Known from a title, a pronoun bound to the name, or a given name; null where nothing says it. */
  readonly gender: Gender;
  /** ISO 3166-1 alpha-3 code where the entity is a country, else null. */
  readonly country: string | null;
}

export interface Entity extends NamedEntity {
  readonly roles: readonly Role[];
}

export type MentionKind = 'name' | 'short' | 'acronym' | 'nominal' | 'pronoun' | 'demonym';

export interface Mention extends Span {
  readonly kind: MentionKind;
  /** Ids of the entities it stands for: several for "both ministers", none where it could not be resolved. */
  readonly entities: readonly string[];
  /** For nominals and pronouns, a few words on why it stands for them ("last speaker"); null for names. */
  readonly because: string | null;
  /** 0 to 1: how sure it is that it stands for them; 1 for names. */
  readonly confidence: number;
}

export type Directness = 'direct' | 'indirect' | 'mixed';

export interface Statement {
  /** The content, several spans where its cue interrupts it. */
  readonly spans: readonly Span[];
  readonly directness: Directness;
  /**
   * The words that name the source: for a quotation that goes on, those that named it before in the same paragraph; null
   * where a statement continues without its source being named.
   */
  readonly source: Span | null;
  readonly cue: Span | null;
  /** Ids of the entities that speak; empty for unnamed sources. */
  readonly speakers: readonly string[];
  /** Whom to show as the speaker: the entities' names, or an unnamed source's own words ("observers"); null if unknown. */
  readonly speakerName: string | null;
  readonly continued: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** A few words each, on what the reading of it rests. */
  readonly reasons: readonly string[];
}

export interface DateExpression extends Span {
  /** ISO date, date-time, year-month, year or week; null where the text does not allow one. */
  readonly value: string | null;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface TextEdit extends Span {
  readonly text: string;
}

/** A change that an editor may want, though it drops or changes words; never made without asking. */
export interface Suggestion {
  /** What it does, as an order: "Remove this copy". */
  readonly title: string;
  readonly edit: TextEdit;
}

/** Another place that a problem is about, and what is there. */
export interface Related extends Span {
  readonly message: string;
}

export interface Problem extends Span {
  /** The rule that is broken; its page is docs/rules/CODE.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The edit that mends it and keeps every word; null where an editor must decide. */
  readonly fix: TextEdit | null;
  readonly suggestions?: readonly Suggestion[];
  readonly related?: readonly Related[];
}

export interface Reading {
  /** What all its documents say alike. */
  readonly meta: Meta;
  /** One for a text that is no bundle, none for a text without words. */
  readonly documents: readonly BundledDocument[];
  readonly separators: readonly Separator[];
  readonly blocks: readonly Block[];
  readonly entities: readonly Entity[];
  /** In order of their start. */
  readonly mentions: readonly Mention[];
  /** In order of their first span. */
  readonly statements: readonly Statement[];
  readonly dates: readonly DateExpression[];
  readonly problems: readonly Problem[];
}
