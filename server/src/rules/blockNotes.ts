import type { Block, Problem, Span } from '../reading/model.ts';
import { type MarkNotes, noteMarks } from './quotationMarks.ts';
import type { RuleBlock } from './rule.ts';

/** What is kept of a block, for the rules that look at several, until an edit comes near it. */
export interface BlockNotes {
  readonly marks: MarkNotes;
  /** A number made of its first letters, by which copies are found; 0 where it is too short for a copy to be no coincidence. */
  readonly opening: number;
  /** Its problems, with offsets from its start on. */
  readonly found: readonly Found[];
}

/** What is kept of a document or a separator. */
export interface PieceNotes {
  /** Of each block. */
  readonly blocks: readonly BlockNotes[];
  /** The problems of a document as a whole, with offsets from its start on. */
  readonly found: readonly Found[];
}

export interface Found {
  /** Place of the rule in the table. */
  readonly rule: number;
  readonly problem: Problem;
}

export function noteBlock({ text, block, quotationMarks }: RuleBlock, found: readonly Found[]): BlockNotes {
  return { marks: noteMarks(block, quotationMarks), opening: mayBeCopied(block) ? openingOf(text, block) : 0, found };
}

/** The shortest text, in letters and digits, whose repetition is no coincidence ("(Applause.)" may well come twice). */
export const SHORTEST_DUPLICATE = 40;

/** Whether a block is prose, and long enough. */
export function mayBeCopied({ kind, start, end }: Block): boolean {
  return (kind === 'paragraph' || kind === 'deck') && end - start >= SHORTEST_DUPLICATE;
}

/** Made of letters from A to Z. */
function openingOf(text: string, { start, end }: Span): number {
  let number = 0;
  for (let at = start, letters = 0; at < end && letters < SHORTEST_DUPLICATE; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) continue;
    number = (Math.imul(number, 31) + letter) | 0;
    letters++;
  }
  return number;
}
