// @ts-check
// Spans compared by their letters and digits. Offsets are UTF-16 code units, ends exclusive.

/** @typedef {{ start: number, end: number }} Span */

const letterOrDigit = /[\p{L}\p{N}]/u;

/** The offsets of the letters and digits in some spans: marks and white space never decide. @param {readonly Span[]} spans @param {string} text */
export function lettersIn(spans, text) {
  /** @type {Set<number>} */
  const letters = new Set();
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) if (letterOrDigit.test(text[at] ?? '')) letters.add(at);
  }
  return letters;
}

/** @param {ReadonlySet<number>} a @param {ReadonlySet<number>} b */
function countShared(a, b) {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const letter of small) if (large.has(letter)) count++;
  return count;
}

/** Shared letters of all letters, 0 to 1. @param {ReadonlySet<number>} a @param {ReadonlySet<number>} b */
export function jaccard(a, b) {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** They share 30 % of the shorter one's letters; two spans that are not there agree. @param {Span | null | undefined} a @param {Span | null | undefined} b @param {string} text */
export function overlaps(a, b, text) {
  if (!a || !b) return !a && !b;
  if (!touch(a, b)) return false;
  const [one, other] = [lettersIn([a], text), lettersIn([b], text)];
  const shared = countShared(one, other);
  return shared > 0 && shared >= 0.3 * Math.min(one.size, other.size);
}

/** They have a character in common. @param {Span} a @param {Span} b */
export const touch = (a, b) => a.start < b.end && b.start < a.end;

/** @param {Span} outer @param {Span} inner */
export const holds = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;

/** @param {Span} a @param {Span} b */
export const equal = (a, b) => a.start === b.start && a.end === b.end;

/** @param {string} text @param {Span} span */
export const wordsOf = (text, { start, end }) => text.slice(start, end);
