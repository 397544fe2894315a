/**
 * Documents that are unpacked when somebody first looks into them. Until then the corpus goes by their cast: it says who is who,
 * and nothing of where.
 */
import type { Corpus } from './corpus.ts';
import type { DocumentFacts } from './facts.ts';
import type { Appearance } from './sharing.ts';

/** Whom a document names. */
export interface Cast {
  /** In the order of its entities. */
  readonly appearances: readonly Appearance[];
  /** How often each of them is mentioned. */
  readonly mentions: readonly number[];
  /** Whether two of them go by one key. */
  readonly hasTwins: boolean;
  /** The names of its sources that are no entities, in order. */
  readonly unnamed: readonly (string | null)[];
}

/** What is asked of it is had from `unpack`, which is called once. It is no bundle. */
class PackedDocument implements DocumentFacts {
  readonly uri: string;
  private unpack: (() => DocumentFacts) | null;
  private unpacked: DocumentFacts | null = null;

  constructor(uri: string, unpack: () => DocumentFacts) {
    this.uri = uri;
    this.unpack = unpack;
  }

  get isUnpacked(): boolean {
    return this.unpack === null;
  }
  get whole(): DocumentFacts {
    if (!this.unpack) return this.unpacked!;
    this.unpacked = this.unpack();
    this.unpack = null;
    return this.unpacked;
  }

  get place(): number {
    return 0;
  }
  get bundled(): DocumentFacts['bundled'] {
    return none;
  }
  get headline() {
    return this.whole.headline;
  }
  get publishedDate() {
    return this.whole.publishedDate;
  }
  get agency() {
    return this.whole.agency;
  }
  get lineStarts() {
    return this.whole.lineStarts;
  }
  get mentions() {
    return this.whole.mentions;
  }
  get statements() {
    return this.whole.statements;
  }
  get spelled() {
    return this.whole.spelled;
  }
  get openings() {
    return this.whole.openings;
  }
  get abouts() {
    return this.whole.abouts;
  }
  get entities() {
    return this.whole.entities;
  }
  get unnamed() {
    return this.whole.unnamed;
  }
}

const none: readonly never[] = [];

/** A document of a file that is no bundle. @param unpack called once, when something other than the address is asked for */
export function packed(uri: string, unpack: () => DocumentFacts): DocumentFacts {
  return new PackedDocument(uri, unpack);
}

/** A document as plain data, which can be taken over into another object. */
export function wholeOf(document: DocumentFacts): DocumentFacts {
  return document instanceof PackedDocument ? document.whole : document;
}

/** Unpacks all documents, one in a step. */
export function* unpackAll({ documents }: Corpus): Generator<void, void> {
  for (const document of documents.values()) {
    if (!(document instanceof PackedDocument) || document.isUnpacked) continue;
    wholeOf(document);
    yield;
  }
}
