import type { Layout } from '../reading/blocks.ts';
import type { Block, Meta, Related, Severity, Span, Suggestion, TextEdit } from '../reading/model.ts';
import type { Characters } from './characters.ts';
import type { BlockMarks, QuotationMarks } from './quotationMarks.ts';
import type { Seam } from './seams.ts';
import type { WrappedParagraph } from './wrapped.ts';

export const nothing: readonly Finding[] = [];

/** What every rule sees. All offsets are into the whole text. */
interface Checking {
  readonly text: string;
  /** The line end that a fix writes, which is the text's own: that of its first line; `\n` where it has none. */
  readonly lineEnd: string;
}

/** A block, a separator included, with what stands beside it; a rule may look as far as the neighbours' nearest words. */
export interface RuleBlock extends Checking {
  readonly block: Block;
  readonly before: Block | null;
  readonly after: Block | null;
  readonly quotationMarks: BlockMarks;
  /** Full stops, question and exclamation marks with a letter or a quotation mark right behind them. */
  readonly joints: readonly number[];
}

/** One document of the text, with the blocks beside it; a rule may look no farther. */
export interface RuleDocument extends Checking {
  readonly meta: Meta;
  readonly blocks: readonly Block[];
  /** Those that are no paragraphs. */
  readonly others: readonly Block[];
  /** Those that may be copies of one another: they have the same letters from A to Z and the same digits. */
  readonly alike: readonly Block[];
  readonly before: Block | null;
  readonly after: Block | null;
}

/** The whole text, and what several rules want to know of it. */
export interface RuleText extends Checking {
  readonly layout: Layout;
  /** The seams between neighbouring blocks. */
  readonly seams: readonly Seam[];
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

/**
 * A rule about the format: it finds the places that break it, in time proportional to the length of what it sees. It looks as
 * closely as it can: after an edit the blocks and documents that the edit left alone are not looked at again, the text is.
 */
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
  readonly inBlock?: (block: RuleBlock) => Iterable<Finding>;
  readonly inDocument?: (document: RuleDocument) => Iterable<Finding>;
  readonly inText?: (text: RuleText) => Iterable<Finding>;
}
