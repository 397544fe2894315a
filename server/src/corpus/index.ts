/**
 * What the corpus looks things up in. An entity of a document is a bearer; bearers that go by the same names with the same
 * offices share a guise; the guises of one key (a country's code, or type and fullest name) make a bucket. What many documents
 * say alike is so kept and looked at once, and changing a document touches what it says alone.
 */
import { sameItems } from '../reading/changes.ts';
import type { Entity } from '../reading/model.ts';
import { addressOf, documentsIn } from './bundles.ts';
import type { Cluster } from './corpus.ts';
import type { DocumentFacts, EntityFacts } from './facts.ts';
import { officesAlike } from './lookups.ts';
import { type Firmness, nameKey } from './names.ts';
import type { Cast } from './packed.ts';
import { type Listing, nobody, type People } from './people/people.ts';
import { blankProfile, type Profile, signatureOf } from './profile.ts';
import { type Appearance, appearanceOf } from './sharing.ts';

/** Changed by `setDocument`, `removeDocument`, `renameDocument`, `setPeople` and those that settle it only; everything else reads. */
export interface Corpus {
  /** As the people files have them. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  readonly people: People;
  /** Goes up with every change. */
  readonly revision: number;
  /** Goes up whenever a name comes or goes. */
  readonly namesRevision: number;
}

/** An entity of one document. */
export interface Bearer {
  readonly document: DocumentFacts;
  readonly facts: EntityFacts;
}

export interface Index extends Corpus {
  readonly documents: Map<string, DocumentFacts>;
  people: People;
  revision: number;
  namesRevision: number;
  /** Documents as they were read, where the people files have them otherwise. */
  readonly unruled: Map<string, DocumentFacts>;
  /** Documents that the people files may have otherwise than they are here. */
  readonly unsettled: Set<string>;
  /** The names in `unruled`, made when they are asked for. */
  ruledOut: { readonly revision: number; readonly names: ReadonlySet<string> } | null;
  readonly buckets: Map<string, Bucket>;
  /** For a shorter key, the fuller keys that it may stand for. */
  readonly fuller: Map<string, Fuller[]>;
  /** By a name that no key has, those who go by it. */
  readonly otherNames: Map<string, Set<Guise>>;
  /** By what the people files list, those who are it. */
  readonly listed: Map<Listing, Set<Guise>>;
  /** The bearers of each document; a bundle has several documents. */
  readonly placed: Map<DocumentFacts, readonly Placed[]>;
  /** By its words, where a source speaks that is no entity. */
  readonly unnamed: Map<string | null, Set<DocumentFacts>>;
  /** Those that many documents have, each once. */
  readonly strings: Map<string, string>;
  /** By the text in which documents come with them; see `sharedAppearance`. */
  readonly appearances: Map<string, Appearance>;
  /** The guises that appearances have been given while many documents come in; one without bearers is gone. */
  readonly guises: Map<Appearance, Guise>;
  /** Worked out from the rest, for one revision. */
  worked: Worked;
  /** Whose clusters may be others than before, from the time on when somebody first asked; see `changesSince`. */
  changes: Changes | null;
}

/** Who is who, as far as it has been asked. */
export interface Worked {
  readonly revision: number;
  readonly paths: Map<Group, readonly Group[]>;
  readonly clusters: Map<Group, Cluster>;
}

export interface Changes {
  /** How many have been dropped from the front of the list. */
  dropped: number;
  readonly list: Change[];
}

export type Change =
  /** Somebody came or went under a key, with the shorter keys that lead there; or only says something else, without them. */
  | { readonly key: string; readonly shorter: ReadonlyMap<string, Firmness> | null }
  /** An unnamed source may say something else. */
  | { readonly unnamed: string | null };

/** How somebody appears in documents: under one name, with the same aliases and offices. */
export interface Guise {
  readonly bucket: Bucket;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly shorter: ReadonlyMap<string, Firmness>;
  readonly otherNames: readonly string[];
  readonly profile: Profile;
  readonly listing: Listing | null;
  readonly signature: string;
  /** Equal for guises that are equal; made when it is asked for. */
  hash: number | null;
  /** One document keeps it apart from another of the same key: it is never joined to anybody. */
  readonly alone: boolean;
  /** In no order. */
  bearers: Placed[];
  /** How often its bearers are mentioned. */
  mentions: number;
  /** Set when the bucket is divided. */
  group: Group | null;
}

/** Where an entity sits: its facts are looked for when they are asked for, so that its document can stay packed. */
export class Placed implements Bearer {
  document: DocumentFacts;
  /** Among the entities of the document. */
  readonly place: number;
  readonly guise: Guise;
  /** Among the bearers of the guise. */
  slot: number;
  private found: EntityFacts | null = null;

  constructor(document: DocumentFacts, place: number, guise: Guise) {
    this.document = document;
    this.place = place;
    this.guise = guise;
    this.slot = guise.bearers.length;
  }

  moveTo(document: DocumentFacts): void {
    this.document = document;
    this.found = null;
  }

  get facts(): EntityFacts {
    this.found ??= this.document.entities[this.place]!;
    return this.found;
  }
}

export interface Bucket {
  readonly key: string;
  guises: Guise[];
  /** Made when they are asked for. */
  names: readonly Name[] | null;
  shorter: readonly string[] | null;
  partition: { readonly ambiguous: boolean; readonly groups: readonly Group[] } | null;
}

/** Guises of one key that can be one; `signatures` are theirs, in order. */
export interface Group {
  readonly bucket: Bucket;
  readonly signatures: readonly string[];
  readonly guises: readonly Guise[];
  readonly profile: Profile;
  readonly alone: boolean;
}

/** How many guises of a fuller key lead to a shorter one. */
export interface Fuller {
  readonly key: string;
  firm: number;
  possible: number;
}

/** A name as it is written, and as `nameKey` gives it. */
export interface Name {
  readonly name: string;
  readonly folded: string;
}

export function createIndex(): Index {
  return {
    documents: new Map(),
    people: nobody,
    revision: 0,
    namesRevision: 0,
    unruled: new Map(),
    unsettled: new Set(),
    ruledOut: null,
    buckets: new Map(),
    fuller: new Map(),
    otherNames: new Map(),
    listed: new Map(),
    placed: new Map(),
    unnamed: new Map(),
    strings: new Map(),
    appearances: new Map(),
    guises: new Map(),
    worked: { revision: 0, paths: new Map(), clusters: new Map() },
    changes: null,
  };
}

/**
 * Puts a file in the place of another, or takes it out; what both say alike is left as it is.
 * @param cast whom `after` names, where that is known without looking into it
 */
export function replaceFile(
  index: Index,
  before: DocumentFacts | null,
  after: DocumentFacts | null,
  cast: Cast | null = null,
): void {
  if (before === after) return;
  const [are, were] = [after ? documentsIn(after) : [], before ? documentsIn(before) : []];
  const stays = are.map((document, i) => i < were.length && namesAlike(document, were[i]!));
  const added = are.flatMap((document, i) => (stays[i] ? [] : link(index, document, cast)));
  const gone: Placed[] = [];
  for (const [i, document] of were.entries()) {
    if (stays[i]) reseat(index, document, are[i]!);
    else gone.push(...unlink(index, document));
  }
  if (!index.changes) return;
  noteChanges(index, gone, added);
  for (const { unnamed } of [before, after].flatMap(file => file ?? [])) {
    for (const { name } of unnamed) note(index.changes, { unnamed: name });
  }
}

function link(index: Index, document: DocumentFacts, cast: Cast | null): readonly Placed[] {
  const appearing: readonly Appearing[] = cast?.appearances ?? document.entities.map(appearingIn);
  const twins = cast?.hasTwins === false ? noKeys : keysOfTwins(appearing);
  const placed = appearing.map((as, place) => {
    const isTwin = twins.size > 0 && twins.has(as.key) && !as.country;
    const guise = isTwin
      ? guiseAlone(index, addressOf(document), place, as)
      : cast
        ? guiseGiven(index, as)
        : guiseOf(index, as);
    const bearer = new Placed(document, place, guise);
    if (guise.bearers.length > 0) guise.bearers.push(bearer);
    // An array that grows from nothing takes room for seventeen, and most guises have one bearer.
    else guise.bearers = [bearer];
    guise.mentions += cast?.mentions[place] ?? bearer.facts.mentions.length;
    return bearer;
  });
  index.placed.set(document, placed);
  for (const name of cast?.unnamed ?? document.unnamed.map(({ name }) => name)) addTo(index.unnamed, name, document);
  return placed;
}

/** What a guise is made of. */
interface Appearing extends Appearance {
  listing?: Listing | undefined;
}

function appearingIn(facts: EntityFacts): Appearing {
  const appearing: Appearing = appearanceOf(facts);
  // There are thousands, and V8 takes its time to spread what a call has given.
  appearing.listing = facts.listing;
  return appearing;
}

/** Whether two documents name the same in the same order, as one does before and after most edits. */
function namesAlike(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    a.entities.length === b.entities.length &&
    a.entities.every((facts, i) => facts === b.entities[i] || isNamedAlike(facts, b.entities[i]!))
  );
}

/** What an entity is looked up by is kept while its document is edited, so that nothing need be looked into. */
function isNamedAlike(a: EntityFacts, b: EntityFacts): boolean {
  return (
    a.entity.id === b.entity.id &&
    a.entity.aliases === b.entity.aliases &&
    a.shorter === b.shorter &&
    a.profile === b.profile &&
    a.listing === b.listing
  );
}

/** Puts a document in the place of another that names alike: nobody comes or goes. */
function reseat(index: Index, from: DocumentFacts, to: DocumentFacts): void {
  const placed = index.placed.get(from)!;
  for (const [i, bearer] of placed.entries()) {
    const [was, is] = [from.entities[i]!, to.entities[i]!];
    bearer.moveTo(to);
    if (was === is) continue;
    bearer.guise.mentions += is.mentions.length - was.mentions.length;
    if (index.changes && was.statements.length + is.statements.length > 0)
      note(index.changes, { key: is.key, shorter: null });
  }
  index.placed.delete(from);
  index.placed.set(to, placed);
  for (const { name } of from.unnamed) dropFrom(index.unnamed, name, from);
  for (const { name } of to.unnamed) addTo(index.unnamed, name, to);
}

function unlink(index: Index, document: DocumentFacts): readonly Placed[] {
  const placed = index.placed.get(document)!;
  for (const { guise, facts, slot } of placed) {
    const last = guise.bearers.pop()!;
    if (last.slot !== slot) {
      guise.bearers[slot] = last;
      last.slot = slot;
    }
    guise.mentions -= facts.mentions.length;
    if (guise.bearers.length === 0) removeGuise(index, guise);
  }
  index.placed.delete(document);
  for (const { name } of document.unnamed) dropFrom(index.unnamed, name, document);
  return placed;
}

/** Two entities that one document keeps apart under one name. */
export function keysOfTwins(entities: readonly Pick<Appearing, 'key'>[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { key } of entities) seen.add(key);
  if (seen.size === entities.length) return noKeys;
  const twins = new Set<string>();
  for (const { key } of entities) if (!seen.delete(key)) twins.add(key);
  return twins;
}

const noKeys: ReadonlySet<string> = new Set();

function guiseGiven(index: Index, as: Appearance): Guise {
  const known = index.guises.get(as);
  if (known && known.bearers.length > 0) return known;
  const guise = guiseOf(index, as);
  index.guises.set(as, guise);
  return guise;
}

function guiseOf(index: Index, as: Appearing): Guise {
  const bucket = index.buckets.get(as.key) ?? openBucket(index, as.key);
  const signature = signatureFor(as);
  return knownGuise(bucket, as, signature) ?? addGuise(index, bucket, as, signature, false);
}

/** The guise of a bucket in which an entity appears, if another entity does already. */
function knownGuise({ guises }: Bucket, as: Appearing, signature: string): Guise | null {
  if (guises.length === 0) return null;
  const hash = hashOf(as, signature);
  for (const guise of guises) {
    guise.hash ??= hashOf(guise, guise.signature);
    if (guise.hash !== hash || guise.name !== as.name || guise.listing !== (as.listing ?? null) || guise.alone)
      continue;
    if (guise.signature === signature && sameItems(guise.aliases, as.aliases)) return guise;
  }
  return null;
}

/** FNV-1a, 32 bits. */
function hashOf({ name, aliases }: Pick<Appearing, 'name' | 'aliases'>, signature: string): number {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  };
  add(name);
  for (const alias of aliases) add(alias);
  if (signature !== blankSignature) add(signature);
  return hash;
}

/** @param own the address of the document, of those in a bundle too */
function guiseAlone(index: Index, own: string, place: number, as: Appearing): Guise {
  const bucket = index.buckets.get(as.key) ?? openBucket(index, as.key);
  return addGuise(index, bucket, as, `${signatureOf(as.profile)} ${own} ${place}`, true);
}

function signatureFor({ profile }: Appearing): string {
  return profile === blankProfile ? blankSignature : signatureOf(profile);
}

const blankSignature = signatureOf(blankProfile);

const noGuises: Guise[] = [];
const noBearers: Placed[] = [];

function openBucket(index: Index, key: string): Bucket {
  const bucket: Bucket = { key, guises: noGuises, names: null, shorter: null, partition: null };
  index.buckets.set(key, bucket);
  return bucket;
}

function addGuise(index: Index, bucket: Bucket, as: Appearing, signature: string, alone: boolean): Guise {
  const { name, aliases, shorter, otherNames, profile, listing = null } = as;
  const guise: Guise = {
    bucket,
    name,
    aliases,
    shorter,
    otherNames,
    profile,
    listing,
    signature,
    hash: null,
    alone,
    bearers: noBearers,
    mentions: 0,
    group: null,
  };
  if (bucket.guises.length > 0) bucket.guises.push(guise);
  else bucket.guises = [guise];
  forget(index, bucket);
  for (const [key, firmness] of shorter) {
    const known = index.fuller.get(key);
    const found = known?.find(fuller => fuller.key === bucket.key);
    if (found) found[firmness]++;
    else {
      const fuller: Fuller = { key: bucket.key, firm: 0, possible: 0 };
      fuller[firmness]++;
      if (known) known.push(fuller);
      else index.fuller.set(key, [fuller]);
    }
  }
  for (const name of otherNames) addTo(index.otherNames, name, guise);
  if (listing) addTo(index.listed, listing, guise);
  return guise;
}

function removeGuise(index: Index, guise: Guise): void {
  const { bucket, shorter, otherNames, listing } = guise;
  bucket.guises.splice(bucket.guises.indexOf(guise), 1);
  forget(index, bucket);
  if (bucket.guises.length === 0) index.buckets.delete(bucket.key);
  for (const [key, firmness] of shorter) {
    const known = index.fuller.get(key)!;
    const place = known.findIndex(fuller => fuller.key === bucket.key);
    const found = known[place]!;
    found[firmness]--;
    if (found.firm + found.possible === 0) known.splice(place, 1);
    if (known.length === 0) index.fuller.delete(key);
  }
  for (const name of otherNames) dropFrom(index.otherNames, name, guise);
  if (listing) dropFrom(index.listed, listing, guise);
}

function forget(index: Index, bucket: Bucket): void {
  bucket.names = null;
  bucket.shorter = null;
  bucket.partition = null;
  index.namesRevision++;
}

/** Every name under which a bucket's bearers go, once. */
export function namesIn(bucket: Bucket): readonly Name[] {
  bucket.names ??= [
    ...new Set(bucket.guises.flatMap(({ name, aliases, listing }) => [name, ...aliases, ...(listing?.names ?? [])])),
  ].map(name => ({ name, folded: nameKey(name) }));
  return bucket.names;
}

/** The shorter keys that a bucket's bearers may be found under. */
export function shorterThan(bucket: Bucket): readonly string[] {
  bucket.shorter ??= [
    ...new Set(bucket.guises.flatMap(({ shorter }) => (shorter.size > 0 ? [...shorter.keys()] : []))),
  ];
  return bucket.shorter;
}

/** More than these are not worth looking at one by one. */
const mostChanges = 20_000;

/**
 * What has changed since a mark in who is who and in what they say; null where that is too much, or not known.
 * @param mark what the last call gave as `mark`, or null
 */
export function changesSince(
  corpus: Corpus,
  mark: number | null,
): { readonly mark: number; readonly changes: readonly Change[] | null } {
  const index = corpus as Index;
  index.changes ??= { dropped: 0, list: [] };
  const { dropped, list } = index.changes;
  const changes = mark === null || mark < dropped ? null : list.slice(mark - dropped);
  return { mark: dropped + list.length, changes };
}

function noteChanges(index: Index, before: readonly Placed[], after: readonly Placed[]): void {
  const gone = new Map(before.map(bearer => [bearer.guise, bearer]));
  const come = new Map(after.map(bearer => [bearer.guise, bearer]));
  for (const bearer of before) noteBearer(index.changes!, bearer, come.get(bearer.guise));
  for (const bearer of after) noteBearer(index.changes!, bearer, gone.get(bearer.guise));
}

/** @param other the bearer of the same guise that the document has on the other side of the change */
function noteBearer(changes: Changes, { facts }: Placed, other: Placed | undefined): void {
  if (!other) note(changes, { key: facts.key, shorter: facts.shorter });
  else if (facts.statements.length > 0 || !isShownAlike(facts.entity, other.facts.entity)) {
    note(changes, { key: facts.key, shorter: null });
  }
}

const isShownAlike = (a: Entity, b: Entity): boolean => a.id === b.id && officesAlike(a, b);

/** The keys whose clusters some changes can have made others: who is found under a shorter name may now lead elsewhere. */
export function affectedBy(corpus: Corpus, changes: readonly Change[]): Set<string> {
  const index = corpus as Index;
  const found = new Set<string>();
  const up = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    for (const fuller of index.fuller.get(key) ?? []) up(fuller.key);
  };
  const seen = new Set<string>();
  const down = (key: string, shorter: Iterable<string>) => {
    up(key);
    if (seen.has(key)) return;
    seen.add(key);
    for (const other of shorter) {
      const bucket = index.buckets.get(other);
      if (bucket) down(other, shorterThan(bucket));
    }
  };
  for (const change of changes) {
    if (!('key' in change)) continue;
    if (change.shorter === null) up(change.key);
    else {
      const bucket = index.buckets.get(change.key);
      down(change.key, bucket ? [...shorterThan(bucket), ...change.shorter.keys()] : change.shorter.keys());
    }
  }
  return found;
}

function note(changes: Changes, change: Change): void {
  changes.list.push(change);
  if (changes.list.length < 2 * mostChanges) return;
  changes.list.splice(0, mostChanges);
  changes.dropped += mostChanges;
}

function addTo<K, T>(sets: Map<K, Set<T>>, key: K, item: T): void {
  const known = sets.get(key);
  if (known) known.add(item);
  // Made of a list it would take three times as long.
  else sets.set(key, new Set<T>().add(item));
}

function dropFrom<K, T>(sets: Map<K, Set<T>>, key: K, item: T): void {
  const known = sets.get(key);
  known?.delete(item);
  if (known?.size === 0) sets.delete(key);
}
