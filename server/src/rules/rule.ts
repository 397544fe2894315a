import type { Layout } from '../reading/blocks.ts';
import type { Severity, Span } from '../reading/model.ts';
import type { Seam } from './seams.ts';

/** What a rule looks at: the text, its layout, the seams between its blocks, and the line end that a fix writes. */
export interface RuleDocument {
  readonly text: string;
  readonly layout: Layout;
  readonly seams: readonly Seam[];
  /** The document's own line end: that of its first line; `\n` where it has none. */
  readonly lineEnd: string;
}

/** One place that breaks a rule. */
export interface Finding extends Span {
  /** What is wrong, and what the fix does. */
  readonly message: string;
  /** What the span should become; null where an editor must decide. */
  readonly replacement: string | null;
}

/** A rule about separators: it finds the places that break it, in time proportional to the text's length. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly find: (document: RuleDocument) => Iterable<Finding>;
}
