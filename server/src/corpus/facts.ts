import type { BundledDocument, Entity, Reading, Span } from '../reading/model.ts';
import { passagesIn } from '../reading/passages.ts';
import { finish } from '../reading/steps.ts';
import { editBetween, saidAfter } from './edited.ts';
import { lineStartsOf } from './lines.ts';
import { lookupsOf } from './lookups.ts';
import type { Firmness } from './names.ts';
import type { Listing } from './people/people.ts';
import type { Profile } from './profile.ts';
import {
  aboutsOf,
  introductionOf,
  openingsIn,
  type Rows,
  rowsAfter,
  rowsById,
  rowsIn,
  spelledIn,
  unnamedOf,
} from './rows.ts';

/**
 * What the corpus keeps of a document: enough to find and show every mention without its text. Mentions and statements are
 * columns of numbers, a tenth of the size of objects; offsets are UTF-16 code units into the document.
 */
export interface DocumentFacts extends Said {
  readonly uri: string;
  /** Among the documents of its file, from 0. */
  readonly place: number;
  /** The documents of a file that is a bundle, or the one of them that this is; none where the file is no bundle. */
  readonly bundled: readonly BundledDocument[];
  readonly headline: string | null;
  readonly publishedDate: string | null;
  /** The outlet as dateline, stamp or label name it. */
  readonly agency: string | null;
  readonly lineStarts: Int32Array;
  readonly mentions: Spans;
  /** From the start of a statement's first span to the end of its last. */
  readonly statements: Spans;
}

/** What most edits leave as it is. */
export interface Said {
  /** For each row of `mentions` that is a name, the place from 1 of what it spells among its entity's aliases; else 0. */
  readonly spelled: Uint8Array;
  /** For each row of `statements`, the first words of its content as `openingOf` numbers them. */
  readonly openings: Int32Array;
  readonly abouts: Abouts;
  readonly entities: readonly EntityFacts[];
  /** Sources that are no entity of the document ("observers"), in order of appearance. */
  readonly unnamed: readonly UnnamedSource[];
}

export interface UnnamedSource {
  /** Its own words; null where a statement has no known source. */
  readonly name: string | null;
  /** Rows of `statements`, in order. */
  readonly statements: Int32Array;
}

/** Row i spans from `starts[i]` to `ends[i]`. */
export interface Spans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What is mentioned in what is said: row `mentions[i]` stands in the content of row `statements[i]`, in the order of these. */
export interface Abouts {
  readonly statements: Int32Array;
  readonly mentions: Int32Array;
}

export interface EntityFacts {
  readonly entity: Entity;
  readonly key: string;
  readonly shorter: ReadonlyMap<string, Firmness>;
  /** The aliases that neither `key` nor `shorter` has, as `nameKey` gives them. */
  readonly otherNames: readonly string[];
  readonly profile: Profile;
  /** Rows of `mentions` that stand for it, in order. */
  readonly mentions: Int32Array;
  /** Rows of `statements` that it makes, alone or with others, in order. */
  readonly statements: Int32Array;
  /** The mention that introduces it with its fullest name, and a title where one stands beside it; null without mentions. */
  readonly introduction: Introduction | null;
  /** What the people files say of it; missing where they say nothing. */
  readonly listing?: Listing;
}

export interface Introduction extends Span {
  readonly titled: boolean;
}

export function factsOf(uri: string, text: string, reading: Reading): DocumentFacts {
  return finish(factsInSteps(uri, text, reading));
}

/** A reading of a document, and what is kept of it. */
export interface ReadDocument {
  readonly reading: Reading;
  readonly facts: DocumentFacts;
}

/** The same in steps of a few milliseconds; `before`, from before an edit, only saves time. */
export function* factsInSteps(
  uri: string,
  text: string,
  reading: Reading,
  before: ReadDocument | null = null,
): Generator<void, DocumentFacts, void> {
  const passages = passagesIn(reading);
  const edit = before && editBetween(passagesIn(before.reading), passages);
  yield;
  const rows = before && edit ? rowsAfter(before.facts, text, passages, edit) : rowsIn(text, passages);
  yield;
  const said = before && edit ? yield* saidAfter(edit, rows, before.facts) : yield* saidIn(rows);
  const { meta, documents } = reading;
  return {
    uri,
    place: 0,
    bundled: documents.length > 1 ? documents : [],
    headline: meta.headline,
    publishedDate: meta.publishedDate,
    agency: meta.agency,
    lineStarts: lineStartsOf(text),
    mentions: rows.mentions,
    statements: rows.statements,
    ...said,
  };
}

/** So many entities or passages are looked at in a step. */
const STEP = 64;

function* saidIn(rows: Rows): Generator<void, Said, void> {
  const { all } = rows.passages;
  const mentionsOf = rowsById(all.flatMap(({ mentions }) => mentions.map(({ entities }) => entities)));
  yield;
  const statementsOf = rowsById(all.flatMap(({ statements }) => statements.map(({ speakers }) => speakers)));
  const entities: EntityFacts[] = [];
  for (const entity of rows.passages.entities) {
    const mentions = Int32Array.from(mentionsOf.get(entity.id) ?? []);
    entities.push({
      ...lookupsOf(entity),
      mentions,
      statements: Int32Array.from(statementsOf.get(entity.id) ?? []),
      introduction: introductionOf(rows, entity, mentions),
    });
    if (entities.length % STEP === 0) yield;
  }
  const names = new Map(entities.map(({ entity }) => [entity.id, entity.aliases]));
  const spelled = Uint8Array.from(yield* passageByPassage(all.length, i => spelledIn(rows, i, names)));
  const openings = Int32Array.from(yield* passageByPassage(all.length, i => openingsIn(rows, i)));
  return { spelled, openings, abouts: aboutsOf(rows), entities, unnamed: unnamedOf(rows) };
}

function* passageByPassage(count: number, rowsOf: (passage: number) => readonly number[]): Generator<void, number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    for (const row of rowsOf(i)) found.push(row);
    if (i % STEP === STEP - 1) yield;
  }
  return found;
}
