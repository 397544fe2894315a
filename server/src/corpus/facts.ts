import type { BundledDocument, Entity, Reading, Span } from '../reading/model.ts';
import { passagesIn } from '../reading/passages.ts';
import { finish } from '../reading/steps.ts';
import { entityAfter, type Kept, keptOf, type NewRows, unnamedAfter } from './edited.ts';
import { lineStartsOf } from './lines.ts';
import { entityFacts, lookupsOf } from './lookups.ts';
import type { Firmness } from './names.ts';
import type { Listing } from './people/people.ts';
import type { Profile } from './profile.ts';
import {
  aboutsOf,
  introductionOf,
  NEW,
  openingsIn,
  type Rows,
  rowsById,
  rowsIn,
  spelledIn,
  unnamedIn,
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

/** What is said of rows, and by whom. */
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
  yield* passages.placeEntities();
  const kept = before && keptOf(before, passages);
  yield;
  const rows = rowsIn(text, passages, kept);
  yield;
  const said = yield* saidIn(rows, kept);
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

function* saidIn(rows: Rows, kept: Kept | null): Generator<void, Said, void> {
  const { all, entities } = rows.passages;
  const places = all.flatMap((_, i) => (kept && kept.places[i] !== NEW ? [] : i));
  const mentionsOf = rowsById(places, rows.firstMentions, i => all[i]!.mentions.map(mention => mention.entities));
  yield;
  const statementsOf = rowsById(places, rows.firstStatements, i => all[i]!.statements.map(({ speakers }) => speakers));
  const after = kept && entityAfter(kept, rows);
  const facts: EntityFacts[] = [];
  for (const [place, entity] of entities.entries()) {
    const found = { mentions: mentionsOf.get(entity.id) ?? none, statements: statementsOf.get(entity.id) ?? none };
    facts.push(after?.(place, found) ?? entityIn(rows, entity, found));
    if (facts.length % STEP === 0) yield;
  }
  const named = entities.filter(({ id }) => mentionsOf.has(id));
  const names = new Map(named.map(({ id, aliases }) => [id, aliases]));
  const spelled = new Uint8Array(rows.mentions.starts.length);
  const was = kept && { places: kept.places, firsts: kept.firstMentions, column: kept.facts.spelled };
  yield* fill(spelled, rows.firstMentions, was, i => spelledIn(rows, i, names));
  const openings = new Int32Array(rows.statements.starts.length);
  const opened = kept && { places: kept.places, firsts: kept.firstStatements, column: kept.facts.openings };
  yield* fill(openings, rows.firstStatements, opened, i => openingsIn(rows, i));
  const found = unnamedIn(rows, places);
  const unnamed = kept ? unnamedAfter(kept, rows, found) : found;
  return { spelled, openings, abouts: aboutsOf(rows, kept), entities: facts, unnamed };
}

const none: readonly number[] = [];

function entityIn(rows: Rows, entity: Entity, found: NewRows): EntityFacts {
  const mentions = Int32Array.from(found.mentions);
  const statements = Int32Array.from(found.statements);
  return entityFacts(lookupsOf(entity), entity, mentions, statements, introductionOf(rows, entity, mentions));
}

type Column = Int32Array | Uint8Array;

/** Fills a column passage by passage: from the one before an edit, or with what is worked out of a passage that is new. */
function* fill(
  column: Column,
  firsts: Int32Array,
  before: { readonly places: Int32Array; readonly firsts: Int32Array; readonly column: Column } | null,
  valuesOf: (passage: number) => readonly number[],
): Generator<void, void, void> {
  for (let i = 0; i < firsts.length - 1; i++) {
    const was = before?.places[i] ?? NEW;
    if (before && was !== NEW) {
      const moved = firsts[i]! - before.firsts[was]!;
      for (let row = before.firsts[was]!; row < before.firsts[was + 1]!; row++)
        column[row + moved] = before.column[row]!;
    } else column.set(valuesOf(i), firsts[i]!);
    if (i % STEP === STEP - 1) yield;
  }
}
