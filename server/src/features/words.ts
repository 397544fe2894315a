import type { Role } from '../reading/model.ts';

/** One line of text: white space and control characters become single spaces, lone surrogates the replacement character. */
export function onOneLine(text: string): string {
  if (!needsCleaning.test(text)) return text.trim();
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();
}

/** Most text needs nothing, and one look at it is much cheaper than the replacements. */
const needsCleaning = /[^ -~\u00a1-\u024f\u2010-\u201f]| {2}/;

/** The start of a text, on one line, cut behind a word and marked with an ellipsis; never empty. */
export function startOf(text: string, length: number): string {
  const line = onOneLine(text.length > 2 * length ? text.slice(0, 2 * length) : text);
  if (line === '') return '…';
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:]+$/, '')}…`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "1 statement", "2 statements". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first of somebody's offices, with whom it is held for; empty without one. */
export function office([role]: readonly Role[]): string {
  if (!role) return '';
  return onOneLine(role.affiliation ? `${role.title}, ${role.affiliation}` : role.title);
}
