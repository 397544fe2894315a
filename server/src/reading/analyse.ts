import type { Paragraph } from './language.ts';

/** The words, sentences and quotations of a paragraph: a function of its text alone. */
export function analyseParagraph(text: string): Paragraph {
  return { text, tokens: [], sentences: [], quotations: [] };
}
