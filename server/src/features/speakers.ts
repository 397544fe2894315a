import { documentsIn, documentsInAll } from '../corpus/bundles.ts';
import { type Bearer, type Cluster, type Corpus, clusterOf, clustersOfKey, names } from '../corpus/corpus.ts';
import type { DocumentFacts, EntityFacts } from '../corpus/facts.ts';
import { nameKey } from '../corpus/names.ts';
import type { EntityType } from '../reading/model.ts';
import { office, onOneLine } from './words.ts';

/** Somebody who speaks, in one document or in all. */
export interface Speaker {
  /** Names the same speaker in later questions, also after the corpus has changed. */
  readonly id: string;
  readonly name: string;
  /** `unnamed` for a source that is known by its own words alone ("observers"), in each document perhaps somebody else. */
  readonly type: EntityType | 'unnamed';
  /** The office that the people file gives, or the first that a document does; empty without one. */
  readonly office: string;
  /** How many statements, and in how many documents. */
  readonly statements: number;
  readonly documents: number;
  /** The days of the earliest and latest dated documents; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly parts: readonly Part[];
}

/** What one speaker says in one document: rows of its `statements`, in order. */
export interface Part {
  readonly document: DocumentFacts;
  readonly rows: Int32Array;
}

export type SpeakerOrder = 'statements' | 'name' | 'date';

/** Who speaks in the corpus, or in one document of it, in no particular order. */
export function speakers(corpus: Corpus, uri: string | null = null): readonly Speaker[] {
  if (uri === null) return everybodyIn(corpus).speakers;
  const document = corpus.documents.get(uri);
  return document ? speakersIn(corpus, document) : [];
}

interface Everybody {
  readonly revision: number;
  readonly speakers: readonly Speaker[];
  readonly speakerOf: ReadonlyMap<EntityFacts, Speaker>;
}

const known = new WeakMap<Corpus, Everybody>();

function everybodyIn(corpus: Corpus): Everybody {
  const before = known.get(corpus);
  if (before?.revision === corpus.revision) return before;
  for (const _ of gatherSpeakers(corpus));
  return known.get(corpus)!;
}

/**
 * Works out who speaks in all documents, for `speakers` to know it at once. In a large corpus that takes a while: other work
 * may be done at each step. Ends with whether it is known; it is not where the corpus has changed meanwhile.
 */
export function* gatherSpeakers(corpus: Corpus): Generator<void, boolean> {
  const { revision } = corpus;
  if (known.get(corpus)?.revision === revision) return true;
  const found: Speaker[] = [];
  const speakerOf = new Map<EntityFacts, Speaker>();
  for (const document of corpus.documents.values()) {
    for (const facts of document.entities) {
      if (facts.statements.length === 0 || speakerOf.has(facts)) continue;
      const cluster = clusterOf(corpus, document.uri, facts.entity.id);
      const speaker = cluster && toSpeaker(cluster, cluster.bearers);
      if (!speaker) continue;
      found.push(speaker);
      for (const bearer of cluster.bearers)
        if (bearer.facts.statements.length > 0) speakerOf.set(bearer.facts, speaker);
      yield;
      if (corpus.revision !== revision) return false;
    }
  }
  const unnamed = unnamedSpeakers(documentsInAll(corpus.documents.values()));
  known.set(corpus, { revision, speakers: [...found, ...unnamed], speakerOf });
  return true;
}

/** Whom an entity that speaks in its document is among all who speak; null for one who does not. */
export function speakerBehind(corpus: Corpus, facts: EntityFacts): Speaker | null {
  return everybodyIn(corpus).speakerOf.get(facts) ?? null;
}

/** The speakers whose name or office has all the words of a query, in any case and with or without accents. */
export function named(list: readonly Speaker[], query: string): readonly Speaker[] {
  const words = nameKey(query).split(' ').filter(Boolean);
  if (words.length === 0) return list;
  return list.filter(({ name, office }) => {
    const searched = nameKey(`${name} ${office}`);
    return words.every(word => searched.includes(word));
  });
}

/**
 * The most statements first, or by name, in both with unnamed sources last, since they are not one speaker but many; or by
 * date: the latest first, and in one document the order in which they begin.
 */
export function ordered(list: readonly Speaker[], order: SpeakerOrder): Speaker[] {
  const unnamedLast = (a: Speaker, b: Speaker) => Number(a.type === 'unnamed') - Number(b.type === 'unnamed');
  const byName = (a: Speaker, b: Speaker) => collator.compare(a.name, b.name);
  const compare: Readonly<Record<SpeakerOrder, (a: Speaker, b: Speaker) => number>> = {
    statements: (a, b) => unnamedLast(a, b) || b.statements - a.statements || byName(a, b),
    name: (a, b) => unnamedLast(a, b) || byName(a, b),
    date: (a, b) => compareText(b.last ?? '', a.last ?? '') || compareBeginnings(a, b) || byName(a, b),
  };
  return [...list].sort(compare[order]);
}

/** The speaker that an `id` names; null where nobody in the corpus is meant any more. */
export function speakerOf(corpus: Corpus, id: string): Speaker | null {
  const meant = readId(id);
  if (!meant) return null;
  if (meant.uri === null) {
    const key = nameKey(meant.name);
    return unnamedSpeakers(documentsInAll(corpus.documents.values())).find(({ name }) => nameKey(name) === key) ?? null;
  }
  const cluster = clusterMeant(corpus, meant);
  return cluster && toSpeaker(cluster, cluster.bearers);
}

/** Whom an `id` names, whether they speak or not; null for an unnamed source, or where nobody is meant any more. */
export function clusterOfId(corpus: Corpus, id: string): Cluster | null {
  const meant = readId(id);
  return meant && clusterMeant(corpus, meant);
}

export function idOf({ bearers, name }: Cluster): string {
  const [first] = bearers;
  return JSON.stringify([name, first?.document.uri ?? '', first?.facts.entity.id ?? '']);
}

function speakersIn(corpus: Corpus, document: DocumentFacts): Speaker[] {
  const found = new Map<string, Cluster>();
  for (const { entity, statements } of document.entities) {
    const cluster = statements.length > 0 ? clusterOf(corpus, document.uri, entity.id) : null;
    if (cluster) found.set(cluster.id, cluster);
  }
  const here = (cluster: Cluster) => cluster.bearers.filter(bearer => bearer.document.uri === document.uri);
  return [
    ...[...found.values()].flatMap(cluster => toSpeaker(cluster, here(cluster)) ?? []),
    ...unnamedSpeakers(documentsIn(document)),
  ];
}

function toSpeaker(cluster: Cluster, bearers: readonly Bearer[]): Speaker | null {
  const parts = partsOf(bearers.map(({ document, facts }) => ({ document, rows: facts.statements })));
  if (parts.length === 0) return null;
  const name = onOneLine(cluster.name) || '…';
  return { id: idOf(cluster), name, type: cluster.type, office: officeOf(cluster), ...sum(parts) };
}

/** One part for each document: two names of one document may belong to one speaker, and a statement to both. */
function partsOf(all: readonly Part[]): Part[] {
  const rows = new Map<DocumentFacts, Int32Array>();
  for (const { document, rows: more } of all) {
    if (more.length === 0) continue;
    const before = rows.get(document);
    rows.set(document, before ? Int32Array.from(new Set([...before, ...more])).sort() : more);
  }
  return Array.from(rows, ([document, found]) => ({ document, rows: found }));
}

/** As the people file has it, else the first that a document gives. */
function officeOf({ listing, bearers }: Cluster): string {
  if (listing?.role) return onOneLine(listing.role);
  const holder = bearers.find(({ facts }) => facts.entity.roles.length > 0);
  return holder ? office(holder.facts.entity.roles) : '';
}

function unnamedSpeakers(documents: Iterable<DocumentFacts>): Speaker[] {
  const found = new Map<string, { readonly name: string; readonly parts: Part[] }>();
  const asWritten = new Map<string | null, Part[]>();
  for (const document of documents) {
    for (const { name, statements } of document.unnamed) {
      const part = { document, rows: statements };
      const before = asWritten.get(name);
      if (before) {
        before.push(part);
        continue;
      }
      const shown = unnamedAs(name);
      const key = nameKey(shown);
      const speaker = found.get(key) ?? { name: shown, parts: [] };
      found.set(key, speaker);
      asWritten.set(name, speaker.parts);
      speaker.parts.push(part);
    }
  }
  return [...found.values()].map(({ name, parts }) => {
    const id = JSON.stringify([name]);
    return { id, name, type: 'unnamed', office: '', ...sum(partsOf(parts)) };
  });
}

/** How a source that is no entity is called. */
export function unnamedAs(name: string | null): string {
  return onOneLine(name ?? '') || 'Unknown speaker';
}

function sum(parts: readonly Part[]): Pick<Speaker, 'statements' | 'documents' | 'first' | 'last' | 'parts'> {
  let statements = 0;
  let first: string | null = null;
  let last: string | null = null;
  for (const { document, rows } of parts) {
    statements += rows.length;
    const day = dayOf(document);
    if (day === null) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return { statements, documents: parts.length, first, last, parts };
}

/** The day, month or year of a document, without a time; null for one without a date. */
export function dayOf({ publishedDate }: DocumentFacts): string | null {
  return publishedDate?.slice(0, 10) || null;
}

interface Meant {
  readonly name: string;
  /** The document of the entity; null for an unnamed source. */
  readonly uri: string | null;
  readonly entityId: string;
}

function readId(id: string): Meant | null {
  try {
    const parts: unknown = JSON.parse(id);
    if (!Array.isArray(parts) || !parts.every(part => typeof part === 'string') || parts.length === 0) return null;
    const [name, uri = null, entityId = ''] = parts as string[];
    return { name: name!, uri, entityId };
  } catch {
    return null;
  }
}

/** The ids of entities change with the text of their document, and documents go; a name seldom does. */
function clusterMeant(corpus: Corpus, { name, uri, entityId }: Meant): Cluster | null {
  if (uri === null) return null;
  const cluster = clusterOf(corpus, uri, entityId);
  if (cluster?.name === name) return cluster;
  const key = nameKey(name);
  for (const found of names(corpus)) {
    if (nameKey(found.name) !== key) continue;
    const [same] = clustersOfKey(corpus, found.key).filter(other => nameKey(other.name) === key);
    if (same) return same;
  }
  return null;
}

/** Which of two begins first, where both speak in one document alone. */
function compareBeginnings({ parts: a }: Speaker, { parts: b }: Speaker): number {
  const comparable = a.length === 1 && b.length === 1 && a[0]!.document === b[0]!.document;
  return comparable ? a[0]!.rows[0]! - b[0]!.rows[0]! : 0;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
