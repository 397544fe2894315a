import type { PlacedParagraph } from '../language.ts';
import type { Entity, Mention } from '../model.ts';

/** The named entities of a document, and every mention of them by name; offsets are into the document's text. */
export interface Names {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

export function readNames(_text: string, _paragraphs: readonly PlacedParagraph[]): Names {
  return { entities: [], mentions: [] };
}
