import type { Problem, Span } from '../reading/model.ts';
import { type MarkNotes, noteMarks } from './quotationMarks.ts';
import type { RuleBlock } from './rule.ts';

/** What is kept of a block, for the rules that look at several, until an edit comes near it. */
export interface BlockNotes {
  readonly marks: MarkNotes;
  /** Its problems, with offsets from its start on. */
  readonly found: readonly Found[];
}

/** What is kept of a document or a separator. */
export interface PieceNotes {
  /** Of each block. */
  readonly blocks: readonly BlockNotes[];
  /** Of each block a number made of its letters from A to Z and its digits, by which copies are found. */
  readonly letters: Int32Array;
  /** The problems of a document as a whole, with offsets from its start on. */
  readonly found: readonly Found[];
}

export interface Found {
  /** Place of the rule in the table. */
  readonly rule: number;
  readonly problem: Problem;
}

export const noteBlock = ({ block, quotationMarks }: RuleBlock, found: readonly Found[]): BlockNotes => ({
  marks: noteMarks(block, quotationMarks),
  found,
});

export function lettersIn(text: string, { start, end }: Span): number {
  const letters = text.slice(start, end).toLowerCase();
  let number = 0;
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) number = (Math.imul(number, 31) + code) | 0;
  }
  return number;
}

/** The places of those that have the number of another: told by its last digits first, which sorts out nearly all. */
export function findAlike(numbers: Int32Array): number[] {
  const digits = (8 << Math.ceil(Math.log2(numbers.length + 1))) - 1;
  const times = new Uint8Array(digits + 1);
  for (const number of numbers) if (times[number & digits]! < 2) times[number & digits]!++;
  const likely: number[] = [];
  for (let i = 0; i < numbers.length; i++) if (times[numbers[i]! & digits] === 2) likely.push(i);
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const i of likely) (once.has(numbers[i]!) ? twice : once).add(numbers[i]!);
  return likely.filter(i => twice.has(numbers[i]!));
}
