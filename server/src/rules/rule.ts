import type { Layout } from '../reading/blocks.ts';
import type { Related, Severity, Span, Suggestion, TextEdit } from '../reading/model.ts';
import type { Characters } from './characters.ts';
import type { DocumentBlocks } from './documents.ts';
import type { QuotationMarks } from './quotationMarks.ts';
import type { Seam } from './seams.ts';
import type { WrappedParagraph } from './wrapped.ts';

/** What a rule looks at: the text, and what several rules want to know of it. */
export interface RuleDocument {
  readonly text: string;
  readonly layout: Layout;
  /** The seams between neighbouring blocks. */
  readonly seams: readonly Seam[];
  /** The documents of the text with their blocks; the separators between them belong to none. */
  readonly documents: readonly DocumentBlocks[];
  /** The line end that a fix writes, which is the document's own: that of its first line; `\n` where it has none. */
  readonly lineEnd: string;
  readonly characters: Characters;
  readonly quotationMarks: QuotationMarks;
  readonly wrapped: readonly WrappedParagraph[];
}

/** One place that breaks a rule. */
export interface Finding extends Span {
  /** What is wrong, and what the fix does. */
  readonly message: string;
  /** What the span should become; null where an editor must decide. */
  readonly replacement: string | null;
  /** The fix where it reaches beyond the span. */
  readonly fix?: TextEdit;
  readonly suggestions?: readonly Suggestion[];
  readonly related?: readonly Related[];
}

/** A rule about the format: it finds the places that break it, in time proportional to the text's length. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** What breaks the rule, in a sentence. */
  readonly description: string;
  /** What its fix does, in a sentence; where there is none, why. */
  readonly remedy: string;
  /** Whether its problems have a fix: an edit that keeps every word, and so may be made without asking. */
  readonly fixable: 'always' | 'sometimes' | 'never';
  /** Whether its problems mark what a reader of the story need not read; editors fade it. */
  readonly unnecessary?: true;
  readonly find: (document: RuleDocument) => Iterable<Finding>;
}
