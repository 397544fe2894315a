/** Words that were written as one because the line end between two blocks was lost. */

import { decodedAt } from './mojibakeText.ts';

/** A word before a seam and a capitalised word behind it, written as one: "ChadNorway". Offsets are into the string read. */
export interface Fusion {
  readonly at: number;
  readonly left: string;
  readonly right: string;
}

const LETTERS_BEFORE = /[\p{L}\p{M}\p{N}’'-]*[.!?”"’)\]]*$/u;
const LETTERS_BEHIND = /^["“‘]?\p{Lu}[\p{L}\p{M}\p{N}’'-]*/u;

const CLOSES = /[\p{Ll}\p{N}.!?”"’]/u;

/** Every place where a small letter, a digit or a closing mark touches a capital: names such as YouTube as well. */
export function fusionsIn(line: string): Fusion[] {
  const found: Fusion[] = [];
  for (let at = 1; at < line.length; at++) {
    if (!mayBeCapital(line.charCodeAt(at)) || line.charCodeAt(at - 1) === SPACE) continue;
    const right = LETTERS_BEHIND.exec(line.slice(at, at + 40))?.[0];
    if (right === undefined || !CLOSES.test(line.charAt(at - 1)) || opensQuotation(line, at - 1)) continue;
    if (decodedAt(line, at) !== null) continue;
    found.push({ at, left: LETTERS_BEFORE.exec(line.slice(Math.max(0, at - 40), at))?.[0] ?? '', right });
  }
  return found;
}

function opensQuotation(line: string, at: number): boolean {
  return line.charAt(at) === '"' && !/\S/.test(line.charAt(at - 1));
}

const SPACE = 0x20;

/** A capital of English, a letter beyond, or a quotation mark. */
function mayBeCapital(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || code >= 0xc0 || code === 0x22;
}

const CAPITALS = /\p{Lu}{3,}/uy;

/** Where words that begin with three capitals stand, as the places of datelines do. Offsets into the string read. */
export function capitalsIn(line: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (!mayBeCapital(line.charCodeAt(at)) || !mayBeCapital(line.charCodeAt(at + 1))) continue;
    CAPITALS.lastIndex = at;
    const length = CAPITALS.exec(line)?.[0].length ?? 0;
    if (length > 0 && at > 0 && !/['’.(-]/u.test(line.charAt(at - 1))) found.push(at);
    at += length;
  }
  return found;
}

const PREFIX = /^(?:Mc|Mac|De|Di|Da|Du|La|Le|Lo|El|Van|Von|Fitz|Ben|Al|\p{L}['’])$/u;

/** Whether a word is what names are joined to: McDonald, DeSantis, O'Neill. */
export function isPrefix(word: string): boolean {
  return PREFIX.test(word);
}

/** Words that sentences open with. */
const OPENING = /^(?:The|An?|On|In|At|By|For|From|After|Before|It|He|She|They|We|This|That|These|Two|Both|As|More)$/;

/**
 * Whether a fusion is no name written in one, like YouTube: its first part is a word in small letters, or both parts stand
 * elsewhere in the text as words of their own and the whole does not. A word that sentences open with need not.
 */
export function isTorn(text: string, { left, right }: Fusion): boolean {
  if (isPrefix(left) || left.length < 2) return false;
  const opens = OPENING.test(right);
  if (!opens && !/\p{Ll}$/u.test(right)) return /^\p{Lu}{3,}$/u.test(right) && left.length > 2;
  if (/^(?:\p{Ll}{3,}|(?:19|20)\d\d)$/u.test(left)) return true;
  if (opens) return occursAlone(text.toLowerCase(), left.toLowerCase(), 1) && !occursAlone(text, left + right, 2);
  return occursAlone(text, left, 1) && occursAlone(text, right, 1) && !occursAlone(text, left + right, 2);
}

/** Whether a word stands in the text by itself at least so often. */
function occursAlone(text: string, word: string, times: number): boolean {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0 && found < times; at = text.indexOf(word, at + 1)) {
    const isAlone = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length));
    if (isAlone) found++;
  }
  return found >= times;
}

/** Whether text goes on as a sentence does: a capital, and soon a word in small letters. */
export function opensSentence(text: string): boolean {
  return /^["“‘]?\p{Lu}\S*(?:\s\S+){0,9}?\s\p{Ll}/u.test(text.slice(0, 160));
}
