import type { Quotation } from './language.ts';
import { matchesOf } from './layout/matches.ts';

const CLOSING_MARK: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '«': '»',
  '„': '“',
  '‘': '’',
  "'": "'",
  '``': "''",
  "''": "''",
};
const MARK = /``|''|["“”«»„‘’']/g;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The outermost quotations of a paragraph, in order and disjoint, marks included.
 * A quotation that nothing closes runs on to the end of the paragraph, as running quotations do, and is not `closed`.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { start: number; mark: string } | null = null;
  for (const { 0: mark, index } of matchesOf(MARK, text)) {
    if (open === null) {
      if (opens(text, index, mark)) open = { start: index, mark };
      continue;
    }
    if (closes(text, index, mark, open.mark)) {
      found.push({ start: open.start, end: index + mark.length, closed: true });
      open = null;
      continue;
    }
    if (isStray(open.mark)) {
      // An apostrophe was taken for an opening mark: the mark at hand is worth more.
      if (!isStray(mark)) open = opens(text, index, mark) ? { start: index, mark } : null;
      continue;
    }
    const reopened =
      (mark === open.mark || mark === '“') && opens(text, index, mark) && sentenceEndsBefore(text, index);
    if (reopened) {
      found.push({ start: open.start, end: trimmedEnd(text, index), closed: false });
      open = { start: index, mark };
    }
  }
  if (open && !isStray(open.mark)) found.push({ start: open.start, end: text.length, closed: false });
  return found;
}

/** Single marks are apostrophes as often as not: alone they open nothing. */
const isStray = (mark: string): boolean => mark === "'" || mark === '‘';

function opens(text: string, index: number, mark: string): boolean {
  if (!(mark in CLOSING_MARK) && mark !== '”') return false;
  const before = text[index - 1] ?? ' ';
  const after = text[index + mark.length] ?? ' ';
  if (after.trim() === '') return false;
  if (mark === '“' || mark === '«' || mark === '„' || mark === '``') return true;
  if (mark === '”') return before.trim() === '';
  if (mark === "'" && !closerFollows(text, index)) return false;
  return !LETTER.test(before) && !/[.,!?%]/.test(before);
}

/** A straight single mark opens a quotation only where one that can close it follows. */
function closerFollows(text: string, index: number): boolean {
  if (/\d/.test(text[index + 1] ?? '')) return false;
  const limit = Math.min(text.length, index + 400);
  for (let i = index + 3; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22 || code === 0x201c || code === 0x201d) return false;
    if (code === 0x27 && /[\p{L}\p{N}.,!?]/u.test(text[i - 1] ?? '') && !LETTER.test(text[i + 1] ?? '')) return true;
  }
  return false;
}

function closes(text: string, index: number, mark: string, openMark: string): boolean {
  const before = text[index - 1] ?? ' ';
  const after = text[index + mark.length] ?? ' ';
  const doubled = openMark === '"' || openMark === "''" || openMark === '“' || openMark === '”';
  if (doubled && (mark === '"' || mark === '”' || mark === '“')) {
    if (mark === '”') return true;
    return before.trim() !== '' && (!LETTER.test(after) || before !== ' ') && !(before === '(' || before === '—');
  }
  if (mark !== CLOSING_MARK[openMark] && !(isStray(openMark) && (mark === '’' || mark === "'"))) return false;
  if (mark === '’' || mark === "'")
    return before.trim() !== '' && !LETTER.test(after) && !isPluralPossessive(text, index);
  return true;
}

/** "the dogs' bones": an apostrophe after an s with a word behind it. */
const isPluralPossessive = (text: string, index: number): boolean =>
  text[index - 1] === 's' && /^.\s\p{Ll}/u.test(text.slice(index, index + 4));

const sentenceEndsBefore = (text: string, index: number): boolean =>
  /[.!?,]\s*$/.test(text.slice(Math.max(0, index - 4), index)) && /\s$/.test(text.slice(0, index));

function trimmedEnd(text: string, index: number): number {
  let end = index;
  while (end > 0 && text[end - 1]?.trim() === '') end--;
  return end;
}
