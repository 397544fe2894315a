/**
 * The documents of a workspace and who is who in them.
 *
 * An entity of a document goes to the bucket of its key (a country's code, or type and fullest name). In a bucket, bearers
 * whose profiles clash (gender, country of office, walk of life) form groups of their own; a shorter name joins a fuller one
 * where exactly one group of all the documents can bear it. Both are worked out when asked for, from the set of documents
 * alone, so that changing a document costs the same in a corpus of any size and the order of changes does not matter.
 */

import { placeOfDocument } from '../reading/entityIds.ts';
import type { EntityType } from '../reading/model.ts';
import { documentsIn } from './bundles.ts';
import type { DocumentFacts, Introduction } from './facts.ts';
import {
  type Bearer,
  type Bucket,
  type Corpus,
  createIndex,
  type Group,
  type Guise,
  type Index,
  type Name,
  namesIn,
  type Placed,
  replaceFile,
  shorterThan,
} from './index.ts';
import { nameKey, typeOfKey } from './names.ts';
import { type Cast, wholeOf } from './packed.ts';
import { applyPeople, isNamedAmong } from './people/overlay.ts';
import { changedNames, type Listing, type People } from './people/people.ts';
import { canBeOne, canBeShortFor, merge, officesAgree, type Profile } from './profile.ts';

export { affectedBy, type Bearer, type Change, type Corpus, changesSince } from './index.ts';

/** One person, organisation, place, event or document, in all the documents that name it. */
export interface Cluster {
  /** Stands for the same cluster as long as the corpus does not change. */
  readonly id: string;
  readonly type: EntityType;
  /** The one that the people files show, else the fullest. */
  readonly name: string;
  /** By address of their documents. */
  readonly bearers: readonly Bearer[];
  /** What the people files say of it. */
  readonly listing: Listing | null;
}

export function createCorpus(): Corpus {
  return createIndex();
}

/**
 * Adds a document as it was read, or puts it in the place of the one with the same address.
 * @param cast whom it names, where that is known without looking into it
 */
export function setDocument(corpus: Corpus, document: DocumentFacts, cast: Cast | null = null): void {
  const index = corpus as Index;
  putIn(index, document, applyPeople(document, index.people, cast), cast);
  index.revision++;
}

export function removeDocument(corpus: Corpus, uri: string): void {
  const index = corpus as Index;
  if (takeOut(index, uri)) index.revision++;
}

export function renameDocument(corpus: Corpus, from: string, to: string): void {
  const old = asRead(corpus, from);
  if (!old) return;
  removeDocument(corpus, from);
  setDocument(corpus, { ...wholeOf(old), uri: to });
}

/**
 * Puts other people files in the place of the ones before. Only documents with a name of which they say something else are looked
 * at again, and none is read again. Where those are more than `most`, the others wait for `settlePeople`.
 */
export function setPeople(corpus: Corpus, people: People, most = Number.POSITIVE_INFINITY): void {
  const index = corpus as Index;
  if (index.people === people) return;
  const names = changedNames(index.people, people);
  for (const uri of [...index.people.corrections.keys(), ...people.corrections.keys()]) index.unsettled.add(uri);
  for (const name of names) for (const uri of documentsWith(index, name)) index.unsettled.add(uri);
  for (const { uri, entities } of index.unruled.values()) {
    if (entities.some(facts => isNamedAmong(facts, names))) index.unsettled.add(uri);
  }
  index.people = people;
  index.revision++;
  settlePeople(index, most);
}

/** Looks at some of the documents that wait since the people files have changed; false once none is left. */
export function settlePeople(corpus: Corpus, most: number): boolean {
  const index = corpus as Index;
  let left = most;
  for (const uri of index.unsettled) {
    if (left-- <= 0) return true;
    settleDocument(index, uri);
  }
  return false;
}

/** Looks at one document now, if it waits since the people files have changed. */
export function settleDocument(corpus: Corpus, uri: string): void {
  const index = corpus as Index;
  if (!index.unsettled.delete(uri)) return;
  const document = asRead(index, uri);
  const ruled = document && applyPeople(document, index.people);
  if (!ruled || ruled === index.documents.get(uri)) return;
  putIn(index, document, ruled);
  index.revision++;
}

/** A document as it was read, before the people files have their say. */
export function asRead(corpus: Corpus, uri: string): DocumentFacts | null {
  return (corpus as Index).unruled.get(uri) ?? corpus.documents.get(uri) ?? null;
}

/** Whether a document has a name, or a fuller one that it is a form of; `key` is as `nameKey` gives it. */
export function isBorne(corpus: Corpus, key: string): boolean {
  const index = corpus as Index;
  for (const _ of documentsWith(index, key)) return true;
  if (index.ruledOut?.revision !== index.revision) {
    const entities = [...index.unruled.values()].flatMap(document => document.entities);
    const names = entities.flatMap(({ entity }) => [entity.name, ...entity.aliases].map(nameKey));
    index.ruledOut = { revision: index.revision, names: new Set(names) };
  }
  return index.ruledOut.names.has(key);
}

/** Whom the documents know by a name, or failing that by a fuller one; `key` is as `nameKey` gives it. */
export function clustersNamed(corpus: Corpus, key: string): Cluster[] {
  const index = corpus as Index;
  const own = entityTypes.map(type => `${type} ${key}`);
  const others = [...(index.otherNames.get(key) ?? [])].map(({ bucket }) => bucket.key);
  const bearing = [...own.filter(name => index.buckets.has(name)), ...others];
  const fuller = () => own.flatMap(name => (index.fuller.get(name) ?? []).map(fuller => fuller.key));
  const found = [...new Set(bearing.length > 0 ? bearing : fuller())].flatMap(name => clustersOfKey(index, name));
  return [...new Map(found.map(cluster => [cluster.id, cluster])).values()];
}

/** Whom an entity of a document is, over all documents; null for an address or id that is not known. */
export function clusterOf(corpus: Corpus, uri: string, entityId: string): Cluster | null {
  const index = corpus as Index;
  const file = index.documents.get(uri);
  const document = file && documentsIn(file)[placeOfDocument(entityId)];
  const placed = document && index.placed.get(document)!.find(({ facts }) => facts.entity.id === entityId);
  return placed ? clusterOfPlaced(index, placed) : null;
}

/** Whom those who speak in a document are, over all documents. */
export function* clustersOfSpeakers(corpus: Corpus, uri: string): Iterable<Cluster> {
  const index = corpus as Index;
  const file = index.documents.get(uri);
  for (const document of file ? documentsIn(file) : []) {
    for (const placed of index.placed.get(document)!) {
      if (placed.facts.statements.length > 0) yield clusterOfPlaced(index, placed);
    }
  }
}

function clusterOfPlaced(index: Index, placed: Placed): Cluster {
  const guessed = clusterAt(index, groupOf(index, placed));
  const isMeant = ({ facts }: Bearer) => facts === placed.facts;
  return settled(index, guessed).find(({ bearers }) => bearers.some(isMeant)) ?? guessed;
}

/** Everybody and everything, once each. */
export function* clusters(corpus: Corpus): Iterable<Cluster> {
  for (const key of keys(corpus)) yield* unlistedClusters(corpus, key);
  yield* listedClusters(corpus);
}

/** What bearers are looked up by. */
export function keys(corpus: Corpus): Iterable<string> {
  return (corpus as Index).buckets.keys();
}

/** How often those under a key are mentioned in all documents. */
export function mentionsUnder(corpus: Corpus, key: string): number {
  const guises = (corpus as Index).buckets.get(key)?.guises ?? [];
  return guises.reduce((sum, { mentions }) => sum + mentions, 0);
}

/** Those whose fullest name is under a key, and whom the people files do not list: each is under one key. */
export function unlistedClusters(corpus: Corpus, key: string): Cluster[] {
  const index = corpus as Index;
  const bucket = index.buckets.get(key);
  if (!bucket) return [];
  return groupsOf(index, bucket)
    .map(group => clusterAt(index, group))
    .filter(({ bearers }) => bearers.length > 0)
    .flatMap(cluster => (index.listed.size > 0 ? unlistedPieces(cluster) : [cluster]));
}

/** Those whom the people files list, where a document has them. */
export function* listedClusters(corpus: Corpus): Iterable<Cluster> {
  for (const listing of [...(corpus as Index).listed.keys()]) {
    const cluster = clusterOfListing(corpus, listing);
    if (cluster) yield cluster;
  }
}

/** The documents in which an unnamed source speaks, by its words; null for a source that is not known. */
export function unnamedSources(corpus: Corpus): ReadonlyMap<string | null, ReadonlySet<DocumentFacts>> {
  return (corpus as Index).unnamed;
}

/** Whom the people files list, in all documents that have them; null where none has. */
export function clusterOfListing(corpus: Corpus, listing: Listing): Cluster | null {
  const index = corpus as Index;
  const keys = [...new Set([...(index.listed.get(listing) ?? [])].map(({ bucket }) => bucket.key))].sort();
  const guessed = new Map(keys.flatMap(key => guessedOfKey(index, key)).map(cluster => [cluster.id, cluster]));
  const bearers = [...guessed.values()].flatMap(cluster => piecesOf(cluster).get(listing) ?? []);
  return bearers.length > 0 ? listedCluster(listing, bearers) : null;
}

/**
 * Every name in the corpus, as its documents and the people files write it and as `nameKey` gives it, with the key of the bearers;
 * for searching by name.
 */
export function* names(corpus: Corpus): Iterable<Name & { readonly key: string }> {
  for (const bucket of (corpus as Index).buckets.values()) {
    for (const { name, folded } of namesIn(bucket)) yield { name, folded, key: bucket.key };
  }
}

/** Works out in steps what `names` takes its time for in a large corpus. */
export function* gatherNames(corpus: Corpus): Generator<void, void> {
  for (const bucket of (corpus as Index).buckets.values()) {
    if (bucket.names) continue;
    namesIn(bucket);
    yield;
  }
}

/** The clusters that the bearers under a key belong to. */
export function clustersOfKey(corpus: Corpus, key: string): Cluster[] {
  const index = corpus as Index;
  const found = guessedOfKey(index, key).flatMap(cluster => settled(index, cluster));
  return [...new Map(found.map(cluster => [cluster.id, cluster])).values()];
}

function guessedOfKey(index: Index, key: string): Cluster[] {
  const bucket = index.buckets.get(key);
  if (!bucket) return [];
  const terminals = new Set(groupsOf(index, bucket).flatMap(group => [group, terminalOf(index, group)]));
  return [...terminals].map(group => clusterAt(index, group)).filter(cluster => cluster.bearers.length > 0);
}

/** Where a cluster is introduced best: under its fullest name, with a title, in the earliest document. */
export function introductionOf(cluster: Cluster): { readonly bearer: Bearer; readonly at: Introduction } | null {
  let best: { bearer: Bearer; at: Introduction } | null = null;
  let bestRank: readonly [number, string] = [-1, ''];
  for (const bearer of cluster.bearers) {
    const at = bearer.facts.introduction;
    if (!at) continue;
    const rank = [
      (bearer.facts.entity.name === cluster.name ? 2 : 0) + (at.titled ? 1 : 0),
      bearer.document.publishedDate ?? '9',
    ] as const;
    if (rank[0] < bestRank[0] || (rank[0] === bestRank[0] && rank[1] >= bestRank[1])) continue;
    best = { bearer, at };
    bestRank = rank;
  }
  return best;
}

/**
 * What is left of a guess where the people files know better: those that one listing names are one, wherever they are, and whom
 * the guess joins with them and no other goes along; whom it joins with several is none of them, and what holds for some documents
 * takes nobody along.
 */
function settled(index: Index, guessed: Cluster): Cluster[] {
  if (index.listed.size === 0) return [guessed];
  const pieces = piecesOf(guessed);
  if (pieces.size === 1 && pieces.has(guessed.id)) return [guessed];
  const listed = [...pieces.keys()].filter(owner => typeof owner !== 'string');
  return [...unlistedPieces(guessed), ...listed.map(listing => clusterOfListing(index, listing)!)];
}

function unlistedPieces(guessed: Cluster): Cluster[] {
  return [...piecesOf(guessed)].flatMap(([owner, bearers]) =>
    typeof owner === 'string' ? { ...guessed, id: owner, name: remainingName(guessed, bearers), bearers } : [],
  );
}

function remainingName({ name }: Cluster, bearers: readonly Bearer[]): string {
  const fullest = bearers.find(({ facts }) => facts.entity.name === name) ?? bearers[0]!;
  return fullestName(bearers, fullest.facts.key);
}

/** The bearers of a guessed cluster by their listing, or by an id for those that have none. */
function piecesOf({ id, bearers }: Cluster): Map<Listing | string, Bearer[]> {
  const listings = new Set(bearers.flatMap(({ facts }) => facts.listing ?? []));
  const [only, another] = [...listings].filter(({ isLocal }) => !isLocal);
  const owner = (key: string) => (another ? `${id} ${key}` : (only ?? id));
  const pieces = new Map<Listing | string, Bearer[]>();
  for (const bearer of bearers) {
    const { listing, key } = bearer.facts;
    push(pieces, listing ?? owner(key), bearer);
  }
  return pieces;
}

function listedCluster(listing: Listing, bearers: readonly Bearer[]): Cluster {
  const types = countBy(bearers, ({ facts }) => facts.entity.type);
  const [type] = [...types.keys()].sort((a, b) => types.get(b)! - types.get(a)! || compare(a, b)) as EntityType[];
  return { id: listing.id, type: type!, name: listing.name, bearers: inOrder(bearers), listing };
}

function inOrder(bearers: readonly Bearer[]): Bearer[] {
  return [...bearers].sort(
    (a, b) =>
      compare(a.document.uri, b.document.uri) ||
      a.document.place - b.document.place ||
      compare(a.facts.entity.id, b.facts.entity.id),
  );
}

/** The addresses of documents where somebody bears a name, or may be meant by it. */
function* documentsWith(index: Index, name: string): Iterable<string> {
  for (const type of entityTypes) {
    const key = `${type} ${name}`;
    for (const of of [key, ...(index.fuller.get(key) ?? []).map(fuller => fuller.key)]) {
      for (const guise of index.buckets.get(of)?.guises ?? []) yield* addressesOf(guise);
    }
  }
  for (const guise of index.otherNames.get(name) ?? []) yield* addressesOf(guise);
}

const entityTypes: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'document'];

function* addressesOf({ bearers }: Guise): Iterable<string> {
  for (const { document } of bearers) yield document.uri;
}

function putIn(index: Index, document: DocumentFacts, ruled: DocumentFacts, cast: Cast | null = null): void {
  replaceFile(index, index.documents.get(document.uri) ?? null, ruled, ruled === document ? cast : null);
  index.unsettled.delete(document.uri);
  if (ruled !== document) index.unruled.set(document.uri, document);
  else index.unruled.delete(document.uri);
  index.documents.set(document.uri, ruled);
}

function takeOut(index: Index, uri: string): boolean {
  const old = index.documents.get(uri);
  if (!old) return false;
  replaceFile(index, old, null);
  index.documents.delete(uri);
  index.unruled.delete(uri);
  index.unsettled.delete(uri);
  return true;
}

function groupsOf(index: Index, bucket: Bucket): readonly Group[] {
  const ambiguous = isAmbiguous(index, bucket);
  if (bucket.partition?.ambiguous === ambiguous) return bucket.partition.groups;
  const groups = partition(bucket, ambiguous);
  bucket.partition = { ambiguous, groups };
  return groups;
}

/** Several fuller names lead to a bare one: two documents that use it need not mean the same person. */
function isAmbiguous(index: Index, { key }: Bucket): boolean {
  return key.startsWith('person ') && (index.fuller.get(key)?.length ?? 0) > 1;
}

/**
 * Those that say most go first; one that says too little to tell two groups apart stays by itself, and under an ambiguous
 * name one without an office does not go with one that has.
 */
function partition(bucket: Bucket, ambiguous: boolean): Group[] {
  const groups: { signatures: string[]; guises: Guise[]; profile: Profile; alone: boolean }[] = [];
  const bySignature = new Map<string, Guise[]>();
  for (const guise of bucket.guises) push(bySignature, guise.signature, guise);
  const ordered = [...bySignature].sort(
    ([a, [one]], [b, [other]]) => weight(other!.profile) - weight(one!.profile) || compare(a, b),
  );
  for (const [signature, guises] of ordered) {
    const { profile, alone } = guises[0]!;
    const fits = (group: { profile: Profile }) =>
      canBeOne(group.profile, profile) && (!ambiguous || hasOffice(group.profile) === hasOffice(profile));
    const [one, another] = alone ? [] : groups.filter(group => !group.alone && fits(group));
    if (one && !another) {
      one.signatures.push(signature);
      one.guises.push(...guises);
      one.profile = merge(one.profile, profile);
    } else groups.push({ signatures: [signature], guises, profile, alone });
  }
  return groups.map(made => {
    const group: Group = { bucket, ...made };
    for (const guise of group.guises) guise.group = group;
    return group;
  });
}

function hasOffice({ titles }: Profile): boolean {
  return titles.length > 0;
}

function weight({ gender, countries, walks, titles }: Profile): number {
  return countries.length * 8 + walks.length * 4 + (gender ? 2 : 0) + (titles.length ? 1 : 0);
}

function groupOf(index: Index, { guise, document }: Placed): Group {
  groupsOf(index, guise.bucket);
  const path = pathUp(index, guise.group!);
  return isKeptApart(index, path, document) ? path[0]! : path.at(-1)!;
}

/** The document has an entity under the fuller name as well, and its own reading tells the two apart. */
function isKeptApart(index: Index, path: readonly Group[], document: DocumentFacts): boolean {
  if (path.length === 1) return false;
  const isFuller = ({ guise }: Placed) => path.some(({ bucket }, step) => step > 0 && bucket === guise.bucket);
  return index.placed.get(document)!.some(isFuller);
}

function terminalOf(index: Index, group: Group): Group {
  return pathUp(index, group).at(-1)!;
}

/** From a group up to the fullest name that it can only stand for. */
function pathUp(index: Index, group: Group): readonly Group[] {
  const fuller = group.alone ? undefined : index.fuller.get(group.bucket.key);
  if (!fuller) return [group];
  const { paths } = workedOut(index);
  const known = paths.get(group);
  if (known) return known;
  const possible = new Map<Group, readonly Group[]>();
  const agreeing = new Map<Group, readonly Group[]>();
  for (const { key, firm } of fuller) {
    const bucket = index.buckets.get(key);
    for (const other of bucket ? groupsOf(index, bucket) : []) {
      if (!canStandFor(group, other, firm > 0)) continue;
      const path = pathUp(index, other);
      keepLongest(possible, path);
      if (officesAgree(group.profile, other.profile)) keepLongest(agreeing, path);
    }
  }
  // Of several who bear the name, the office can tell who is meant.
  const [path, ...others] = (possible.size === 1 ? possible : agreeing).values();
  const found = path && others.length === 0 && !path.at(-1)!.alone ? [group, ...path] : [group];
  paths.set(group, found);
  return found;
}

/** What has been worked out since the corpus was last changed. */
function workedOut(index: Index): Index['worked'] {
  const { revision } = index;
  if (index.worked.revision !== revision) index.worked = { revision, paths: new Map(), clusters: new Map() };
  return index.worked;
}

function keepLongest(paths: Map<Group, readonly Group[]>, path: readonly Group[]): void {
  const end = path.at(-1)!;
  const known = paths.get(end);
  if (!known || comparePaths(path, known) > 0) paths.set(end, path);
}

function comparePaths(a: readonly Group[], b: readonly Group[]): number {
  const name = (path: readonly Group[]) =>
    path.map(({ bucket, signatures }) => `${bucket.key} ${signatures[0]}`).join();
  return a.length - b.length || compare(name(a), name(b));
}

function canStandFor(group: Group, fuller: Group, firm: boolean): boolean {
  if (typeOfKey(group.bucket.key) !== 'person') return canBeOne(group.profile, fuller.profile);
  if (!canBeShortFor(group.profile, fuller.profile)) return false;
  return firm || officesAgree(group.profile, fuller.profile);
}

function clusterAt(index: Index, group: Group): Cluster {
  const { clusters } = workedOut(index);
  const known = clusters.get(group);
  if (known) return known;
  const bearers = inOrder(bearersOf(index, group));
  const cluster: Cluster = {
    id: `${group.bucket.key} ${group.signatures[0]}`,
    type: typeOfKey(group.bucket.key),
    name: fullestName(bearers, group.bucket.key),
    bearers,
    listing: null,
  };
  clusters.set(group, cluster);
  return cluster;
}

/** Those of the group itself, and those of the shorter names that lead to it. */
function bearersOf(index: Index, group: Group): Bearer[] {
  const found: Bearer[] = [];
  const seen = new Set<Group>();
  const collect = (at: Group) => {
    if (seen.has(at)) return;
    seen.add(at);
    const path = pathUp(index, at);
    for (const { bearers } of at.guises) {
      for (const bearer of bearers) {
        const isHome = path.length === 1 || isKeptApart(index, path, bearer.document);
        if (isHome === (at === group)) found.push(bearer);
      }
    }
    for (const key of shorterThan(at.bucket)) {
      const bucket = index.buckets.get(key);
      for (const shorter of bucket ? groupsOf(index, bucket) : []) {
        if (shorter !== at && terminalOf(index, shorter) === group) collect(shorter);
      }
    }
  };
  collect(group);
  return found;
}

/** Of the names under the fullest key: not in capitals if another is, then the most frequent, then the longest. */
function fullestName(bearers: readonly Bearer[], key: string): string {
  const counts = countBy(
    bearers.filter(({ facts }) => facts.key === key),
    ({ facts }) => facts.entity.name,
  );
  const country = key.startsWith('country ');
  const rank = (name: string) => [
    name === name.toUpperCase() && !country ? 0 : 1,
    country ? nameKey(name).length : 0,
    counts.get(name)!,
  ];
  return [...counts.keys()].sort((a, b) => compareRanks(rank(b), rank(a)) || compare(a, b))[0] ?? '';
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
