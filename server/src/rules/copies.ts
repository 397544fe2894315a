import type { Block, Span, TextEdit } from '../reading/model.ts';
import { firstFrom } from '../reading/spans.ts';
import type { Finding, RuleDocument } from './rule.ts';

/** A block that says what another says: where it is, and how either of the two can be removed. */
export function copyOf(document: RuleDocument, first: Block, copy: Block): Omit<Finding, 'message'> {
  return {
    start: copy.start,
    end: copy.end,
    replacement: null,
    suggestions: [
      { title: 'Remove this copy, which drops its words', edit: removal(document, copy) },
      { title: 'Remove the earlier copy, which drops its words', edit: removal(document, first) },
    ],
    related: [{ start: first.start, end: first.end, message: 'The earlier copy.' }],
  };
}

/** Takes a block away, with the white space that parts it from the next block, or else from the one before. */
export function removal({ blocks, before, after }: RuleDocument, { start, end }: Span): TextEdit {
  const index = firstFrom(blocks, start);
  const next = blocks[index + 1] ?? after;
  if (next) return { start, end: next.start, text: '' };
  return { start: (blocks[index - 1] ?? before)?.end ?? start, end, text: '' };
}
