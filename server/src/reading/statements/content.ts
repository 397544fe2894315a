import type { Directness, Span } from '../model.ts';
import { trim } from './phrases.ts';
import { lower, type Scene, spanOf, type Tokens } from './scene.ts';

/** The content's span without the punctuation around it; quotation marks and what they hold stay. */
export function contentSpan(scene: Scene, range: Tokens): Span | null {
  const { first, last } = trim(scene, range);
  return first < last ? spanOf(scene, { first, last }) : null;
}

/** A range without its final stop, unless a quotation holds it. */
export function withoutStop(scene: Scene, { first, last }: Tokens): Tokens {
  let end = last;
  while (end > first && scene.quotationAt[end - 1] === -1 && isStop(lower(scene, end - 1))) end--;
  return { first, last: end };
}

/** A mark that ends a sentence or a clause. */
export function isStop(word: string): boolean {
  const code = word.charCodeAt(0);
  return !(code >= 97 && code <= 122) && /^[.!?…;:,]+$/.test(word);
}

/** Direct where quotation marks hold all of it, mixed where they hold more than a word of it, else indirect. */
export function directnessOf(scene: Scene, spans: readonly Span[]): Directness {
  if (scene.quotations.length === 0) return 'indirect';
  let quoted = 0;
  let words = 0;
  for (const span of spans) {
    for (const quotation of scene.quotations) {
      const start = Math.max(quotation.start, span.start);
      const end = Math.min(quotation.end, span.end);
      if (start >= end) continue;
      const text = scene.text.slice(start, end);
      quoted += letters(text);
      words = Math.max(words, text.trim().split(/\s+/).length);
    }
  }
  if (quoted === 0) return 'indirect';
  const all = spans.reduce((sum, span) => sum + letters(scene.text.slice(span.start, span.end)), 0);
  if (quoted >= all * 0.95) return 'direct';
  return words > 1 ? 'mixed' : 'indirect';
}

/** How many letters and digits a text has; what lies beyond ASCII is taken for a letter, dashes and marks aside. */
function letters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const ascii = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (ascii || (code > 0xbf && !(code >= 0x2000 && code <= 0x206f))) count++;
  }
  return count;
}
