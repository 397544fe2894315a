/**
 * The documents of a workspace and who is who in them.
 *
 * An entity of a document goes to the bucket of its key (a country's code, or type and fullest name). In a bucket, bearers
 * whose profiles clash (gender, country of office, walk of life) form groups of their own; a shorter name joins a fuller one
 * where exactly one group of all the documents can bear it. Both are worked out when asked for, from the set of documents
 * alone, so that changing a document costs the same in a corpus of any size and the order of changes does not matter.
 */
import type { EntityType } from '../reading/model.ts';
import { addressOf, documentOf, documentsIn } from './bundles.ts';
import type { DocumentFacts, EntityFacts, Introduction } from './facts.ts';
import { type Firmness, nameKey, typeOfKey } from './names.ts';
import { applyPeople, isNamedAmong } from './people/overlay.ts';
import { changedNames, type Listing, nobody, type People } from './people/people.ts';
import { canBeOne, canBeShortFor, merge, officesAgree, type Profile, signatureOf } from './profile.ts';

/** Changed by `setDocument`, `removeDocument`, `renameDocument`, `setPeople` and those that settle it only; everything else reads. */
export interface Corpus {
  /** As the people files have them. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  readonly people: People;
  /** Goes up with every change. */
  readonly revision: number;
}

/** An entity of one document. */
export interface Bearer {
  readonly document: DocumentFacts;
  readonly facts: EntityFacts;
}

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

interface Index extends Corpus {
  readonly documents: Map<string, DocumentFacts>;
  people: People;
  revision: number;
  /** Documents as they were read, where the people files have them otherwise. */
  readonly unruled: Map<string, DocumentFacts>;
  /** Documents that the people files may have otherwise than they are here. */
  readonly unsettled: Set<string>;
  /** The names in `unruled`, made when they are asked for. */
  ruledOut: { readonly revision: number; readonly names: ReadonlySet<string> } | null;
  /** By what the people files list, the keys of those that are it. */
  readonly listed: Map<Listing, Map<string, number>>;
  /** The documents with a name that no key has. */
  readonly otherNames: Map<string, Set<DocumentFacts>>;
  readonly buckets: Map<string, Bucket>;
  /** For a shorter key, the fuller keys that it may stand for. */
  readonly fuller: Map<string, Tally>;
}

type Tally = Map<string, Record<Firmness, number>>;

interface Bucket {
  readonly key: string;
  readonly bearers: Map<string, Bearer[]>;
  readonly signatures: Map<
    string,
    { readonly profile: Profile; readonly alone: boolean; readonly bearers: Set<Bearer> }
  >;
  readonly shorter: Map<string, number>;
  /** Made when they are asked for. */
  names: readonly Name[] | null;
  partition: { readonly ambiguous: boolean; readonly groups: readonly Group[] } | null;
}

/** Bearers of one name that can be one; `signatures` are those of its bucket that belong to it. */
interface Group {
  readonly bucket: Bucket;
  readonly signatures: readonly string[];
  readonly profile: Profile;
  readonly alone: boolean;
}

export function createCorpus(): Corpus {
  const index: Index = {
    documents: new Map(),
    people: nobody,
    revision: 0,
    unruled: new Map(),
    unsettled: new Set(),
    ruledOut: null,
    listed: new Map(),
    otherNames: new Map(),
    buckets: new Map(),
    fuller: new Map(),
  };
  return index;
}

/** Adds a document as it was read, or puts it in the place of the one with the same address. */
export function setDocument(corpus: Corpus, document: DocumentFacts): void {
  const index = corpus as Index;
  putIn(index, document, applyPeople(document, index.people));
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
  setDocument(corpus, { ...old, uri: to });
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
  const others = [...(index.otherNames.get(key) ?? [])].flatMap(({ entities }) =>
    entities.filter(({ otherNames }) => otherNames.includes(key)).map(facts => facts.key),
  );
  const bearing = [...own.filter(name => index.buckets.has(name)), ...others];
  const fuller = () => own.flatMap(name => [...(index.fuller.get(name)?.keys() ?? [])]);
  const found = [...new Set(bearing.length > 0 ? bearing : fuller())].flatMap(name => clustersOfKey(index, name));
  return [...new Map(found.map(cluster => [cluster.id, cluster])).values()];
}

/** Whom an entity of a document is, over all documents; null for an address or id that is not known. */
export function clusterOf(corpus: Corpus, uri: string, entityId: string): Cluster | null {
  const index = corpus as Index;
  const document = index.documents.get(uri);
  const facts = document?.entities.find(({ entity }) => entity.id === entityId);
  if (!document || !facts) return null;
  const guessed = clusterAt(index, groupOf(index, documentOf(document, facts), facts));
  const isMeant = (bearer: Bearer) => bearer.facts === facts;
  return settled(index, guessed).find(({ bearers }) => bearers.some(isMeant)) ?? guessed;
}

/** Everybody and everything, once each. */
export function* clusters(corpus: Corpus): Iterable<Cluster> {
  const index = corpus as Index;
  const seen = new Set<Listing>();
  for (const group of allGroups(index)) {
    for (const cluster of settled(index, clusterAt(index, group))) {
      if (cluster.bearers.length === 0 || (cluster.listing && seen.has(cluster.listing))) continue;
      if (cluster.listing) seen.add(cluster.listing);
      yield cluster;
    }
  }
}

/** Whom the people files list, in all documents that have them; null where none has. */
export function clusterOfListing(corpus: Corpus, listing: Listing): Cluster | null {
  const index = corpus as Index;
  const keys = [...(index.listed.get(listing)?.keys() ?? [])].sort();
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
    bucket.names ??= namesIn(bucket);
    for (const { name, folded } of bucket.names) yield { name, folded, key: bucket.key };
  }
}

interface Name {
  readonly name: string;
  readonly folded: string;
}

function namesIn({ signatures }: Bucket): Name[] {
  const found = new Set<string>();
  for (const { bearers } of signatures.values()) {
    for (const { facts } of bearers) {
      found.add(facts.entity.name);
      for (const name of facts.entity.aliases) found.add(name);
      for (const name of facts.listing?.names ?? []) found.add(name);
    }
  }
  return [...found].map(name => ({ name, folded: nameKey(name) }));
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
  return [...pieces].map(([owner, bearers]) =>
    typeof owner === 'string'
      ? { ...guessed, id: owner, name: remainingName(guessed, bearers), bearers }
      : clusterOfListing(index, owner)!,
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
    for (const bucket of [key, ...(index.fuller.get(key)?.keys() ?? [])]) {
      for (const [bearer] of index.buckets.get(bucket)?.bearers.values() ?? []) yield bearer!.document.uri;
    }
  }
  for (const { uri } of index.otherNames.get(name) ?? []) yield uri;
}

const entityTypes: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'document'];

function putIn(index: Index, document: DocumentFacts, ruled: DocumentFacts): void {
  takeOut(index, document.uri);
  if (ruled !== document) index.unruled.set(document.uri, document);
  index.documents.set(document.uri, ruled);
  link(index, ruled);
}

function takeOut(index: Index, uri: string): boolean {
  const old = index.documents.get(uri);
  if (!old) return false;
  unlink(index, old);
  index.documents.delete(uri);
  index.unruled.delete(uri);
  index.unsettled.delete(uri);
  return true;
}

function link(index: Index, file: DocumentFacts): void {
  for (const document of documentsIn(file)) linkDocument(index, document);
}

function linkDocument(index: Index, document: DocumentFacts): void {
  const twins = countBy(document.entities, ({ key }) => key);
  for (const facts of document.entities) {
    const bucket = open(index, facts.key);
    const bearer: Bearer = { document, facts };
    if (facts.listing) {
      const keys = index.listed.get(facts.listing) ?? new Map<string, number>();
      index.listed.set(facts.listing, keys);
      keys.set(facts.key, (keys.get(facts.key) ?? 0) + 1);
    }
    for (const name of facts.otherNames) {
      const documents = index.otherNames.get(name) ?? new Set();
      index.otherNames.set(name, documents.add(document));
    }
    push(bucket.bearers, addressOf(document), bearer);
    bucket.names = null;
    const signature = signatureIn(document, facts, twins);
    const known = bucket.signatures.get(signature.id);
    if (known) known.bearers.add(bearer);
    else {
      bucket.signatures.set(signature.id, {
        profile: facts.profile,
        alone: signature.alone,
        bearers: new Set([bearer]),
      });
      bucket.partition = null;
    }
    for (const [key, firmness] of facts.shorter) {
      bucket.shorter.set(key, (bucket.shorter.get(key) ?? 0) + 1);
      const tally = index.fuller.get(key) ?? new Map();
      index.fuller.set(key, tally);
      const count = tally.get(facts.key) ?? { firm: 0, possible: 0 };
      count[firmness]++;
      tally.set(facts.key, count);
    }
  }
}

function unlink(index: Index, file: DocumentFacts): void {
  for (const document of documentsIn(file)) unlinkDocument(index, document);
}

function unlinkDocument(index: Index, document: DocumentFacts): void {
  const twins = countBy(document.entities, ({ key }) => key);
  for (const facts of document.entities) {
    const bucket = index.buckets.get(facts.key)!;
    bucket.names = null;
    const keys = facts.listing && index.listed.get(facts.listing);
    if (keys) {
      countDown(keys, facts.key);
      if (keys.size === 0) index.listed.delete(facts.listing!);
    }
    for (const name of facts.otherNames) {
      const documents = index.otherNames.get(name);
      documents?.delete(document);
      if (documents?.size === 0) index.otherNames.delete(name);
    }
    const { id } = signatureIn(document, facts, twins);
    const known = bucket.signatures.get(id)!;
    known.bearers.delete(bucket.bearers.get(addressOf(document))!.find(bearer => bearer.facts === facts)!);
    if (known.bearers.size === 0) {
      bucket.signatures.delete(id);
      bucket.partition = null;
    }
    for (const [key, firmness] of facts.shorter) {
      countDown(bucket.shorter, key);
      const tally = index.fuller.get(key)!;
      const count = tally.get(facts.key)!;
      count[firmness]--;
      if (count.firm + count.possible === 0) tally.delete(facts.key);
      if (tally.size === 0) index.fuller.delete(key);
    }
  }
  for (const { key } of document.entities) {
    const bucket = index.buckets.get(key);
    bucket?.bearers.delete(addressOf(document));
    if (bucket?.signatures.size === 0) index.buckets.delete(key);
  }
}

function open(index: Index, key: string): Bucket {
  const known = index.buckets.get(key);
  if (known) return known;
  const bucket: Bucket = {
    key,
    bearers: new Map(),
    signatures: new Map(),
    shorter: new Map(),
    names: null,
    partition: null,
  };
  index.buckets.set(key, bucket);
  return bucket;
}

/** Two entities that one document keeps apart under one name are never joined to anybody. */
function signatureIn(document: DocumentFacts, facts: EntityFacts, twins: ReadonlyMap<string, number>) {
  const signature = signatureOf(facts.profile);
  const alone = twins.get(facts.key)! > 1 && !facts.entity.country;
  return { id: alone ? `${signature} ${document.uri} ${facts.entity.id}` : signature, alone };
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
  return key.startsWith('person ') && (index.fuller.get(key)?.size ?? 0) > 1;
}

/**
 * Those that say most go first; one that says too little to tell two groups apart stays by itself, and under an ambiguous
 * name one without an office does not go with one that has.
 */
function partition(bucket: Bucket, ambiguous: boolean): Group[] {
  const groups: { signatures: string[]; profile: Profile; alone: boolean }[] = [];
  const ordered = [...bucket.signatures].sort(
    ([a, one], [b, other]) => weight(other.profile) - weight(one.profile) || compare(a, b),
  );
  for (const [signature, { profile, alone }] of ordered) {
    const fits = (group: { profile: Profile }) =>
      canBeOne(group.profile, profile) && (!ambiguous || hasOffice(group.profile) === hasOffice(profile));
    const possible = alone ? [] : groups.filter(group => !group.alone && fits(group));
    if (possible.length === 1) {
      possible[0]!.signatures.push(signature);
      possible[0]!.profile = merge(possible[0]!.profile, profile);
    } else groups.push({ signatures: [signature], profile, alone });
  }
  return groups.map(group => ({ bucket, ...group }));
}

function hasOffice({ titles }: Profile): boolean {
  return titles.length > 0;
}

function weight({ gender, countries, walks, titles }: Profile): number {
  return countries.length * 8 + walks.length * 4 + (gender ? 2 : 0) + (titles.length ? 1 : 0);
}

function homeOf(index: Index, document: DocumentFacts, facts: EntityFacts): Group {
  const bucket = index.buckets.get(facts.key)!;
  const { id } = signatureIn(
    document,
    facts,
    countBy(document.entities, ({ key }) => key),
  );
  return groupsOf(index, bucket).find(group => group.signatures.includes(id))!;
}

function groupOf(index: Index, document: DocumentFacts, facts: EntityFacts): Group {
  const home = homeOf(index, document, facts);
  const path = pathUp(index, home);
  return isKeptApart(path, document) ? home : path.at(-1)!;
}

/** The document has an entity under the fuller name as well, and its own reading tells the two apart. */
function isKeptApart(path: readonly Group[], document: DocumentFacts): boolean {
  return path.slice(1).some(({ bucket }) => bucket.bearers.has(addressOf(document)));
}

function terminalOf(index: Index, group: Group): Group {
  return pathUp(index, group).at(-1)!;
}

/** From a group up to the fullest name that it can only stand for. */
function pathUp(index: Index, group: Group): Group[] {
  const tally = group.alone ? undefined : index.fuller.get(group.bucket.key);
  if (!tally) return [group];
  const possible = new Map<Group, Group[]>();
  const agreeing = new Map<Group, Group[]>();
  for (const [fullerKey, firmness] of tally) {
    const bucket = index.buckets.get(fullerKey);
    for (const fuller of bucket ? groupsOf(index, bucket) : []) {
      if (!canStandFor(group, fuller, firmness.firm > 0)) continue;
      const path = pathUp(index, fuller);
      keepLongest(possible, path);
      if (officesAgree(group.profile, fuller.profile)) keepLongest(agreeing, path);
    }
  }
  // Of several who bear the name, the office can tell who is meant.
  const [path, ...others] = (possible.size === 1 ? possible : agreeing).values();
  return path && others.length === 0 && !path.at(-1)!.alone ? [group, ...path] : [group];
}

function keepLongest(paths: Map<Group, Group[]>, path: Group[]): void {
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
  const bearers = inOrder(bearersOf(index, group));
  return {
    id: `${group.bucket.key} ${group.signatures[0]}`,
    type: typeOfKey(group.bucket.key),
    name: fullestName(bearers, group.bucket.key),
    bearers,
    listing: null,
  };
}

/** Those of the group itself, and those of the shorter names that lead to it. */
function bearersOf(index: Index, group: Group): Bearer[] {
  const found: Bearer[] = [];
  const seen = new Set<Group>();
  const collect = (at: Group) => {
    if (seen.has(at)) return;
    seen.add(at);
    const path = pathUp(index, at);
    for (const signature of at.signatures) {
      for (const bearer of at.bucket.signatures.get(signature)!.bearers) {
        const home = at !== group && isKeptApart(path, bearer.document);
        const leaves = at === group && path.length > 1 && !isKeptApart(path, bearer.document);
        if (!home && !leaves) found.push(bearer);
      }
    }
    for (const key of at.bucket.shorter.keys()) {
      const bucket = index.buckets.get(key);
      for (const shorter of bucket ? groupsOf(index, bucket) : []) {
        if (shorter !== at && terminalOf(index, shorter) === group) collect(shorter);
      }
    }
  };
  collect(group);
  return found;
}

function* allGroups(index: Index): Iterable<Group> {
  for (const bucket of index.buckets.values()) yield* groupsOf(index, bucket);
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

function countDown(counts: Map<string, number>, key: string): void {
  const count = counts.get(key)! - 1;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
