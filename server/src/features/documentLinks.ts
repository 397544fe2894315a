import type { Span } from '../reading/model.ts';

/** An address of the web in the text. */
export interface Link extends Span {
  /** Absolute and percent-encoded, http or https. */
  readonly target: string;
}

const address = /(?<![\p{L}\p{N}@/.:_-])(?:https?:\/\/|www\.)[^\s<>"“”«»`|\\^{}\p{Cc}\p{Cf}]+/giu;
const longest = 2_000;

/** Addresses that are written out, with or without https://; what does not parse as one, or has no host with a dot, is none. */
export function documentLinks(text: string): Link[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, index }) => {
    const words = withoutPunctuation(found.slice(0, longest));
    const target = targetOf(words);
    return target ? [{ start: index, end: index + words.length, target }] : [];
  });
}

/** Stops and closing marks behind an address belong to the sentence; a bracket does if it was not opened in the address. */
function withoutPunctuation(words: string): string {
  for (let end = words.length; ; end--) {
    const last = words[end - 1] ?? '';
    const unopened =
      (last === ')' && !words.slice(0, end).includes('(')) || (last === ']' && !words.slice(0, end).includes('['));
    if (!unopened && !/[.,;:!?'’‘…*_~]/.test(last)) return words.slice(0, end);
  }
}

function targetOf(words: string): string | null {
  try {
    const url = new URL(/^www\./i.test(words) ? `https://${words}` : words);
    const named = /^[^.]+(?:\.[^.]+)+\.?$/.test(url.hostname) && url.username === '' && url.password === '';
    return named ? url.href : null;
  } catch {
    return null;
  }
}
