import { documentsIn } from '../corpus/bundles.ts';
import {
  affectedBy,
  type Bearer,
  type Cluster,
  type Corpus,
  changesSince,
  clusterOf,
  clusterOfListing,
  clustersNamed,
  clustersOfSpeakers,
  keys,
  listedClusters,
  unlistedClusters,
  unnamedSources,
} from '../corpus/corpus.ts';
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
  if (uri === null) return everybodyIn(corpus);
  const document = corpus.documents.get(uri);
  return document ? speakersIn(corpus, document) : [];
}

/** What is known of who speaks, kept from one question to the next: after a change only those are looked at that it concerns. */
interface Everybody {
  /** Up to where the changes of the corpus are followed; null before the first time. */
  mark: number | null;
  revision: number;
  readonly byKey: Map<string, readonly Speaker[]>;
  readonly unnamed: Map<string, Speaker>;
  /** Of an unnamed source, by `nameKey`, the words that it goes by. */
  readonly spellings: Map<string, Set<string | null>>;
  /** Those to be looked at. */
  readonly keys: Set<string>;
  readonly sources: Set<string>;
  /** Put together when it is asked for. */
  all: readonly Speaker[] | null;
}

const known = new WeakMap<Corpus, Everybody>();

function everybodyIn(corpus: Corpus): readonly Speaker[] {
  for (const _ of gatherSpeakers(corpus));
  const everybody = known.get(corpus)!;
  everybody.all ??= [
    ...[...everybody.byKey.values()].flat(),
    ...[...listedClusters(corpus)].flatMap(cluster => toSpeaker(cluster, cluster.bearers) ?? []),
    ...everybody.unnamed.values(),
  ];
  return everybody.all;
}

/**
 * Works out who speaks in all documents, for `speakers` to know it at once. In a large corpus that takes a while: other work
 * may be done at each step, changes of the corpus included.
 */
export function* gatherSpeakers(corpus: Corpus): Generator<void, void> {
  const everybody = known.get(corpus) ?? nobodyYet();
  known.set(corpus, everybody);
  do {
    if (everybody.revision !== corpus.revision) followChanges(corpus, everybody);
    for (const key of everybody.keys) {
      everybody.keys.delete(key);
      const found = unlistedClusters(corpus, key).flatMap(cluster => toSpeaker(cluster, cluster.bearers) ?? []);
      if (found.length > 0) everybody.byKey.set(key, found);
      else everybody.byKey.delete(key);
      yield;
    }
    for (const source of everybody.sources) {
      everybody.sources.delete(source);
      const found = unnamedSpeaker(corpus, everybody.spellings.get(source) ?? []);
      if (found) everybody.unnamed.set(source, found);
      else everybody.unnamed.delete(source);
      yield;
    }
  } while (everybody.revision !== corpus.revision);
}

function nobodyYet(): Everybody {
  return {
    ...{ mark: null, revision: -1, byKey: new Map(), unnamed: new Map(), spellings: new Map() },
    ...{ keys: new Set(), sources: new Set(), all: null },
  };
}

function followChanges(corpus: Corpus, everybody: Everybody): void {
  const { mark, changes } = changesSince(corpus, everybody.mark);
  everybody.mark = mark;
  everybody.revision = corpus.revision;
  everybody.all = null;
  const speaks = (name: string | null) => {
    const source = nameKey(unnamedAs(name));
    everybody.sources.add(source);
    const spellings = everybody.spellings.get(source) ?? new Set();
    everybody.spellings.set(source, spellings.add(name));
  };
  if (changes) {
    for (const key of affectedBy(corpus, changes)) everybody.keys.add(key);
    for (const change of changes) if ('unnamed' in change) speaks(change.unnamed);
  } else {
    for (const key of [...keys(corpus), ...everybody.byKey.keys()]) everybody.keys.add(key);
    for (const source of everybody.unnamed.keys()) everybody.sources.add(source);
    for (const name of unnamedSources(corpus).keys()) speaks(name);
  }
}

/** How somebody who speaks in a document is called over all documents. */
export function speakerName(corpus: Corpus, document: DocumentFacts, { entity }: EntityFacts): string {
  const cluster = clusterOf(corpus, document.uri, entity.id);
  return cluster ? nameOf(cluster) : entity.name;
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
export function ordered(list: readonly Speaker[], order: SpeakerOrder): readonly Speaker[] {
  const before = orders.get(list)?.get(order);
  if (before) return before;
  const unnamedLast = (a: Speaker, b: Speaker) => Number(a.type === 'unnamed') - Number(b.type === 'unnamed');
  const byName = (a: Speaker, b: Speaker) => collator.compare(a.name, b.name);
  const compare: Readonly<Record<SpeakerOrder, (a: Speaker, b: Speaker) => number>> = {
    statements: (a, b) => unnamedLast(a, b) || b.statements - a.statements || byName(a, b),
    name: (a, b) => unnamedLast(a, b) || byName(a, b),
    date: (a, b) => compareText(b.last ?? '', a.last ?? '') || compareBeginnings(a, b) || byName(a, b),
  };
  const sorted = [...list].sort(compare[order]);
  orders.set(list, (orders.get(list) ?? new Map()).set(order, sorted));
  return sorted;
}

/** The same list is asked for page by page. */
const orders = new WeakMap<readonly Speaker[], Map<SpeakerOrder, readonly Speaker[]>>();

/** The speaker that an `id` names; null where nobody in the corpus is meant any more. */
export function speakerOf(corpus: Corpus, id: string): Speaker | null {
  const meant = readId(id);
  if (!meant) return null;
  if (meant.uri === null) {
    const key = nameKey(meant.name);
    return unnamedSpeaker(
      corpus,
      [...unnamedSources(corpus).keys()].filter(name => nameKey(unnamedAs(name)) === key),
    );
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
  for (const cluster of clustersOfSpeakers(corpus, document.uri)) found.set(cluster.id, cluster);
  const here = (cluster: Cluster) => cluster.bearers.filter(bearer => bearer.document.uri === document.uri);
  return [
    ...[...found.values()].flatMap(cluster => toSpeaker(cluster, here(cluster)) ?? []),
    ...unnamedSpeakers(documentsIn(document)),
  ];
}

function toSpeaker(cluster: Cluster, bearers: readonly Bearer[]): Speaker | null {
  const parts = partsOf(bearers.map(({ document, facts }) => ({ document, rows: facts.statements })));
  if (parts.length === 0) return null;
  return { id: idOf(cluster), name: nameOf(cluster), type: cluster.type, office: officeOf(cluster), ...sum(parts) };
}

function nameOf({ name }: Cluster): string {
  return onOneLine(name) || '…';
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
  for (const document of documents) {
    for (const { name, statements } of document.unnamed) {
      const shown = unnamedAs(name);
      const key = nameKey(shown);
      const speaker = found.get(key) ?? { name: shown, parts: [] };
      found.set(key, speaker);
      speaker.parts.push({ document, rows: statements });
    }
  }
  return [...found.values()].map(({ name, parts }) => toUnnamed(name, parts));
}

/** What is said in all documents under some spellings of the words of an unnamed source; shown as most documents write it. */
function unnamedSpeaker(corpus: Corpus, spellings: Iterable<string | null>): Speaker | null {
  const parts: Part[] = [];
  let shown: { readonly name: string; readonly documents: number } | null = null;
  for (const spelling of spellings) {
    const documents = unnamedSources(corpus).get(spelling);
    if (!documents) continue;
    for (const document of documents) {
      for (const { name, statements } of document.unnamed) {
        if (name === spelling) parts.push({ document, rows: statements });
      }
    }
    const name = unnamedAs(spelling);
    const isMore = shown === null || documents.size > shown.documents;
    if (isMore || (documents.size === shown!.documents && name < shown!.name))
      shown = { name, documents: documents.size };
  }
  return shown && toUnnamed(shown.name, parts);
}

function toUnnamed(name: string, parts: readonly Part[]): Speaker {
  return { id: JSON.stringify([name]), name, type: 'unnamed', office: '', ...sum(partsOf(parts)) };
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
  const isMeant = (other: Cluster) => nameKey(other.name) === key;
  const listed = [...corpus.people.listings.keys()].filter(listing => nameKey(listing.name) === key);
  return (
    clustersNamed(corpus, key).find(isMeant) ??
    listed.flatMap(listing => clusterOfListing(corpus, listing) ?? []).find(isMeant) ??
    null
  );
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
