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
  /** Of each block a number made of the last of its letters from A to Z and its digits, by which copies are found. */
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

/** So many letters tell most blocks apart, and stand in about so many characters. */
const LETTERS = 32;
const CHARACTERS = 48;

export function lettersIn(text: string, { start, end }: Span): number {
  let number = 0;
  let left = LETTERS;
  for (let to = end; to > start && left > 0; to -= CHARACTERS) {
    const lower = text.slice(Math.max(start, to - CHARACTERS), to).toLowerCase();
    for (let at = lower.length - 1; at >= 0 && left > 0; at--) {
      const code = lower.charCodeAt(at);
      if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))) continue;
      number = (Math.imul(number, 31) + code) | 0;
      left--;
    }
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
