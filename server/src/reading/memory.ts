import type { Checked } from '../rules/index.ts';
import type { Layout } from './blocks.ts';
import type { Paragraphs } from './document.ts';
import type { PlacedDocument } from './placing.ts';

/** What is kept of a reading for the next one, of the same text after an edit. */
export interface Memory {
  paragraphs: Paragraphs;
  last: LastReading | null;
}

export interface LastReading {
  readonly layout: Layout;
  readonly checked: Checked;
  /** Of each piece of the layout; null for a separator. */
  readonly documents: readonly (PlacedDocument | null)[];
}

/** In a file by itself: a document is opened before the reader is needed, which takes a while to be evaluated. */
export const createMemory = (): Memory => ({ paragraphs: new Map(), last: null });
