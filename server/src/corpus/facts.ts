import type { BundledDocument, Entity, Reading, Span } from '../reading/model.ts';
import { finish } from '../reading/steps.ts';
import { lineStartsOf } from './lines.ts';
import { entityKey, type Firmness, nameKey, shorterKeys } from './names.ts';
import { openingOf } from './openings.ts';
import type { Listing } from './people/people.ts';
import { type Profile, profileOf } from './profile.ts';

/**
 * What the corpus keeps of a document: enough to find and show every mention without its text. Mentions and statements are
 * columns of numbers, a tenth of the size of objects; offsets are UTF-16 code units into the document.
 */
export interface DocumentFacts {
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
  /** For each row of `mentions` that is a name, the place from 1 of what it spells among its entity's aliases; else 0. */
  readonly spelled: Uint8Array;
  /** From the start of a statement's first span to the end of its last. */
  readonly statements: Spans;
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

/** The same in steps of a few milliseconds. */
export function* factsInSteps(uri: string, text: string, reading: Reading): Generator<void, DocumentFacts, void> {
  const mentionsOf = rowsByEntity(reading.mentions.map(mention => mention.entities));
  const statementsOf = rowsByEntity(reading.statements.map(statement => statement.speakers));
  yield;
  const entities: EntityFacts[] = [];
  for (const entity of reading.entities) {
    const mentions = Int32Array.from(mentionsOf.get(entity.id) ?? []);
    entities.push({
      ...lookupsOf(entity),
      mentions,
      statements: Int32Array.from(statementsOf.get(entity.id) ?? []),
      introduction: findIntroduction(text, reading, entity, mentions),
    });
    if (entities.length % STEP === 0) yield;
  }
  const spelled = spelledIn(text, reading);
  yield;
  const openings = Int32Array.from(reading.statements, ({ spans }) => openingOf(contentIn(text, spans)));
  yield;
  const abouts = aboutsOf(reading);
  yield;
  return {
    uri,
    place: 0,
    bundled: reading.documents.length > 1 ? reading.documents : [],
    headline: reading.meta.headline,
    publishedDate: reading.meta.publishedDate,
    agency: reading.meta.agency,
    lineStarts: lineStartsOf(text),
    mentions: columns(reading.mentions),
    spelled,
    statements: columns(reading.statements.map(({ spans }) => envelope(spans))),
    openings,
    abouts,
    entities,
    unnamed: unnamedOf(reading),
  };
}

/** So many entities are looked at in a step. */
const STEP = 64;

type Lookups = Pick<EntityFacts, 'entity' | 'key' | 'shorter' | 'otherNames' | 'profile'>;

/** By the list of its names, which an entity keeps while its document is edited elsewhere. */
const lookups = new WeakMap<readonly string[], Lookups>();

/** Where the corpus looks an entity up. */
export function lookupsOf(entity: Entity): Lookups {
  const known = lookups.get(entity.aliases);
  if (known && isLike(known.entity, entity)) return known.entity === entity ? known : { ...known, entity };
  const key = entityKey(entity);
  const shorter = shorterKeys(entity);
  const type = entity.country ? 'place' : entity.type;
  const isOther = (name: string) => `${type} ${name}` !== key && !shorter.has(`${type} ${name}`);
  const others = [...new Set([entity.name, ...entity.aliases].map(nameKey))].filter(isOther);
  const made = { entity, key, shorter, otherNames: others.length > 0 ? others : none, profile: profileOf(entity) };
  lookups.set(entity.aliases, made);
  return made;
}

/** Whether two entities with one list of names are the same but for where their offices are stated. */
const isLike = (a: Entity, b: Entity): boolean =>
  a.name === b.name && a.type === b.type && a.gender === b.gender && a.country === b.country && officesAlike(a, b);

/** Whether two entities hold the same offices, wherever these are stated. */
export const officesAlike = ({ roles: a }: Entity, { roles: b }: Entity): boolean =>
  a.length === b.length &&
  a.every(({ title, affiliation }, r) => title === b[r]?.title && affiliation === b[r]?.affiliation);

const none: readonly string[] = [];

/** What is said, without what stands between its spans. */
export function contentIn(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function spelledIn(text: string, { mentions, entities }: Reading): Uint8Array {
  const aliases = new Map(entities.map(entity => [entity.id, entity.aliases]));
  return Uint8Array.from(mentions, ({ kind, entities: [id, another], start, end }) => {
    if (id === undefined || another !== undefined || kind === 'nominal' || kind === 'pronoun') return 0;
    return (aliases.get(id) ?? none).indexOf(text.slice(start, end)) + 1;
  });
}

function unnamedOf({ statements }: Reading): UnnamedSource[] {
  const rows = new Map<string | null, number[]>();
  statements.forEach(({ speakers, speakerName }, row) => {
    if (speakers.length > 0) return;
    const known = rows.get(speakerName);
    if (known) known.push(row);
    else rows.set(speakerName, [row]);
  });
  return [...rows].map(([name, found]) => ({ name, statements: Int32Array.from(found) }));
}

/** A mention between the spans of a divided content (the words that name its speaker) is not said. */
function aboutsOf({ mentions, statements }: Reading): Abouts {
  const pairs: { statement: number; mention: number }[] = [];
  statements.forEach(({ spans }, statement) => {
    for (const span of spans) {
      for (let row = firstFrom(mentions, span.start); row < mentions.length && mentions[row]!.start < span.end; row++) {
        if (mentions[row]!.end <= span.end) pairs.push({ statement, mention: row });
      }
    }
  });
  return {
    statements: Int32Array.from(pairs, ({ statement }) => statement),
    mentions: Int32Array.from(pairs, ({ mention }) => mention),
  };
}

/** The first of some spans, ordered by their start, that starts at an offset or behind it. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the first start to the last end; an empty span at 0 where there is none. */
export function envelope(spans: readonly Span[]): Span {
  if (spans.length === 0) return { start: 0, end: 0 };
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) };
}

function findIntroduction(text: string, reading: Reading, entity: Entity, rows: Int32Array): Introduction | null {
  let best: Introduction | null = null;
  let bestRank = -1;
  for (const row of rows) {
    const mention = reading.mentions[row]!;
    const named = mention.kind === 'name' || mention.kind === 'short' || mention.kind === 'acronym';
    const fullest = named && text.slice(mention.start, mention.end) === entity.name;
    const titled = entity.roles.some(role => isBeside(text, role, mention));
    const rank = (fullest ? 4 : 0) + (named ? 2 : 0) + (titled ? 1 : 0);
    if (rank <= bestRank) continue;
    best = { start: mention.start, end: mention.end, titled };
    bestRank = rank;
    if (rank === 7) break;
  }
  return best;
}

/** A title stands right before a name, or after it behind a comma or bracket. */
function isBeside(text: string, role: Span, mention: Span): boolean {
  const before = role.end <= mention.start;
  const [from, to] = before ? [role.end, mention.start] : [mention.end, role.start];
  if (to - from >= 40) return false;
  const between = text.slice(from, to).toLowerCase();
  if (/\n\s*\n/.test(between) || !(before || /^\s*[,(]/.test(between))) return false;
  return between.split(/[\s,(]+/).every(word => word === '' || joining.has(word));
}

const joining = new Set(['of', 'for', 'the', 'and', 'visiting', 'a', 'an']);

function rowsByEntity(entitiesOfRow: readonly (readonly string[])[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  entitiesOfRow.forEach((entities, row) => {
    for (const id of new Set(entities)) {
      const known = rows.get(id);
      if (known) known.push(row);
      else rows.set(id, [row]);
    }
  });
  return rows;
}

function columns(spans: readonly Span[]): Spans {
  return { starts: Int32Array.from(spans, span => span.start), ends: Int32Array.from(spans, span => span.end) };
}
