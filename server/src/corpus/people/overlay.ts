import { idInText, placeOfDocument } from '../../reading/entityIds.ts';
import type { Entity, EntityType, Reading } from '../../reading/model.ts';
import type { DocumentFacts, EntityFacts, Introduction, UnnamedSource } from '../facts.ts';
import { type Lookups, lookupsOf } from '../lookups.ts';
import { nameKey } from '../names.ts';
import { type Cast, wholeOf } from '../packed.ts';
import { claimant, type Listing, type People } from './people.ts';

/**
 * A document as the people files have it: what is not a name is gone, entities of one listing are one, an entity whose names
 * belong to listings that are kept apart is divided, types and speakers are those that the files give. The same object where
 * they say nothing of it. The rows of `mentions` and `statements` stay as they are.
 * @param cast whom it names, where that is known without looking into it
 */
export function applyPeople(facts: DocumentFacts, people: People, cast: Cast | null = null): DocumentFacts {
  if (people.listings.size === 0) return facts;
  const named: readonly Named[] = cast?.appearances ?? facts.entities;
  if (!people.corrections.has(facts.uri) && !named.some(of => isNamedAmong(of, people.claims))) return facts;
  const parts = facts.entities.flatMap(entity => partsOf(facts, entity, people));
  const corrections = correctionsIn(facts, people);
  const isTouched = parts.some(({ listing, isAll }) => listing !== null || !isAll) || corrections.size > 0;
  if (!isTouched) return facts;
  const kept = parts.filter(({ listing }) => listing?.type !== 'not a name');
  const silenced = parts.filter(({ listing }) => listing?.type === 'not a name');
  const entities = byListing(kept).map(group => united(facts, group));
  const corrected = withSpeakers(facts, entities, corrections);
  return { ...wholeOf(facts), entities: corrected, unnamed: unnamedAmong(facts, corrected, silenced) };
}

type Named = Pick<EntityFacts, 'key' | 'shorter' | 'otherNames'>;

/** Whether an entity has one of some names, or is the fuller form of one; `names` are keys as `nameKey` gives them. */
export function isNamedAmong({ key, shorter, otherNames }: Named, names: { has(name: string): boolean }): boolean {
  if (names.has(nameIn(key)) || otherNames.some(name => names.has(name))) return true;
  for (const form of shorter.keys()) if (names.has(nameIn(form))) return true;
  return false;
}

/** Without the type, or the word for a country, that a key begins with. */
function nameIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

/** Some of an entity's mentions and statements, for one listing or for none. */
interface Part {
  readonly of: EntityFacts;
  readonly listing: Listing | null;
  /** The names that it goes by; what has none of its own has those of the entity. */
  readonly names: readonly string[];
  readonly mentions: readonly number[];
  readonly statements: readonly number[];
  readonly isAll: boolean;
}

function partsOf(facts: DocumentFacts, of: EntityFacts, people: People): Part[] {
  const { entity } = of;
  const listing = isNamedAmong(of, people.claims) ? listingOf(facts.uri, of, people) : null;
  const whole: Part = {
    of,
    listing,
    names: entity.aliases,
    mentions: [...of.mentions],
    statements: [...of.statements],
    isAll: true,
  };
  if (entity.aliases.length < 2 || listing?.type === 'not a name' || !isNamedAmong(of, people.claims)) return [whole];
  const owners = entity.aliases.map(alias => {
    const other = claimant(people, facts.uri, nameKey(alias))?.listing;
    return other && other !== listing && (other.type === 'not a name' || listing?.apart.includes(other.id))
      ? other
      : listing;
  });
  return owners.every(owner => owner === listing) ? [whole] : divided(facts, whole, owners);
}

/** By how each mention is spelled; what has no name of its own goes with the name before it, a statement with the nearest mention. */
function divided(facts: DocumentFacts, { of, listing }: Part, owners: readonly (Listing | null)[]): Part[] {
  const parts = new Map<Listing | null, { names: string[]; mentions: number[]; statements: number[] }>();
  const partFor = (owner: Listing | null) => {
    const known = parts.get(owner) ?? { names: [], mentions: [], statements: [] };
    parts.set(owner, known);
    return known;
  };
  owners.forEach((owner, index) => {
    partFor(owner).names.push(of.entity.aliases[index]!);
  });
  const ownerOfRow = new Map<number, Listing | null>();
  let last = listing;
  for (const row of of.mentions) {
    const spelled = facts.spelled[row]!;
    const owner = spelled === 0 ? last : owners[spelled - 1]!;
    if (owner?.type !== 'not a name') last = owner;
    ownerOfRow.set(row, owner);
    partFor(owner).mentions.push(row);
  }
  for (const row of of.statements)
    partFor(ownerOfRow.get(nearestMention(facts, of, row)) ?? listing).statements.push(row);
  return [...parts]
    .filter(([, { mentions, statements }]) => mentions.length + statements.length > 0)
    .map(([owner, part]) => ({ of, listing: owner, isAll: false, ...part }));
}

function nearestMention({ mentions, statements }: DocumentFacts, of: EntityFacts, statement: number): number {
  const [start, end] = [statements.starts[statement]!, statements.ends[statement]!];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const row of of.mentions) {
    const distance = Math.max(start - mentions.ends[row]!, mentions.starts[row]! - end, 0);
    if (distance === 0 || distance >= least) continue;
    nearest = row;
    least = distance;
  }
  return nearest;
}

/**
 * Whose an entity is: of whoever bears its fullest name; failing that, of whoever bears one of its other names, where that is
 * more than the one word that many may share.
 */
function listingOf(uri: string, { entity, key }: EntityFacts, people: People): Listing | null {
  const own = entity.country ? nameKey(entity.name) : nameIn(key);
  const claim = claimant(people, uri, own);
  if (claim && (claim.isName || fits(claim.listing, entity.type))) return claim.listing;
  for (const alias of entity.aliases) {
    const other = nameKey(alias);
    if (other === own || (entity.type === 'person' && !other.includes(' '))) continue;
    const found = claimant(people, uri, other);
    if (found && fits(found.listing, entity.type) && found.listing.type !== 'not a name') return found.listing;
  }
  return null;
}

/** An alias ("Georgia" for a person) does not take in what is of another type, as the name of an entry does. */
function fits({ type }: Listing, entity: EntityType): boolean {
  return type === null || type === 'not a name' || type === entity;
}

function correctionsIn({ uri, openings }: DocumentFacts, people: People): Map<number, Listing> {
  const found = new Map<number, Listing>();
  const corrections = people.corrections.get(uri);
  if (!corrections) return found;
  openings.forEach((opening, row) => {
    const listing = corrections.get(opening);
    if (listing && listing.type !== 'not a name') found.set(row, listing);
  });
  return found;
}

/** Each document of a bundle has entities of its own. In the order of the first of each. */
function byListing(parts: readonly Part[]): Part[][] {
  const groups = new Map<unknown, Part[]>();
  for (const part of parts) {
    const { id } = part.of.entity;
    const group = part.listing ? idInText(part.listing.id, placeOfDocument(id)) : part.of;
    const known = groups.get(group);
    if (known) known.push(part);
    else groups.set(group, [part]);
  }
  return [...groups.values()];
}

function united(facts: DocumentFacts, parts: readonly Part[]): EntityFacts {
  const [first] = parts;
  const { listing } = first!;
  const main = parts.find(({ names }) => names.includes(listing?.name ?? '')) ?? parts.find(hasOwnName) ?? first!;
  const said = { ...main.of.entity, ...retyped(main.of.entity, listing) };
  if (parts.length === 1 && main.isAll && said.type === main.of.entity.type) {
    return listing ? { ...main.of, listing } : main.of;
  }
  const names = [...new Set(parts.flatMap(part => part.names))];
  const mentions = rows(parts.flatMap(part => part.mentions));
  return {
    ...lookupsOf({
      ...said,
      id: hasOwnName(main) ? said.id : `${said.id} ${listing?.id ?? ''}`,
      name: hasOwnName(main) ? said.name : (names.toSorted((a, b) => b.length - a.length)[0] ?? said.name),
      aliases: names,
      roles: parts.filter(hasOwnName).flatMap(({ of }) => of.entity.roles),
      gender: said.gender ?? parts.map(({ of }) => of.entity.gender).find(Boolean) ?? null,
    }),
    mentions,
    statements: rows(parts.flatMap(part => part.statements)),
    introduction: hasOwnName(main) ? main.of.introduction : firstNameOf(facts, mentions),
    ...(listing && { listing }),
  };
}

/** The part that the entity's fullest name belongs to has its offices and its introduction. */
function hasOwnName({ of, names }: Part): boolean {
  return names.includes(of.entity.name);
}

function retyped(entity: Entity, listing: Listing | null): Pick<Entity, 'type' | 'country' | 'gender'> {
  const type = listing?.type && listing.type !== 'not a name' ? listing.type : entity.type;
  return {
    type,
    country: type === 'place' ? entity.country : null,
    gender: type === 'person' ? entity.gender : null,
  };
}

function firstNameOf(
  { mentions: { starts, ends }, spelled }: DocumentFacts,
  mentions: Int32Array,
): Introduction | null {
  const row = mentions.find(row => spelled[row] !== 0);
  return row === undefined ? null : { start: starts[row]!, end: ends[row]!, titled: false };
}

function withSpeakers(
  facts: DocumentFacts,
  entities: readonly EntityFacts[],
  corrections: ReadonlyMap<number, Listing>,
): EntityFacts[] {
  if (corrections.size === 0) return [...entities];
  const all = [...entities];
  const said = new Map<EntityFacts, number[]>();
  for (const [row, listing] of corrections) {
    const speaker = speakerIn(all, listing, placeOfStatement(facts, row));
    if (!all.includes(speaker)) all.push(speaker);
    said.set(speaker, [...(said.get(speaker) ?? []), row]);
  }
  return all.map(entity => {
    const kept = [...entity.statements].filter(row => !corrections.has(row));
    const isSame = !said.has(entity) && kept.length === entity.statements.length;
    return isSame ? entity : { ...entity, statements: rows([...kept, ...(said.get(entity) ?? [])]) };
  });
}

/** The document of a bundle that a statement stands in, from 0. */
function placeOfStatement({ bundled, statements }: DocumentFacts, row: number): number {
  return Math.max(
    0,
    bundled.findIndex(({ end }) => statements.starts[row]! < end),
  );
}

/** Who of a document a listing is: by its entry, else by a form of its name, else somebody whom the document does not mention. */
function speakerIn(all: readonly EntityFacts[], listing: Listing, place: number): EntityFacts {
  const entities = all.filter(({ entity }) => placeOfDocument(entity.id) === place);
  const listed = entities.find(found => found.listing === listing);
  if (listed) return listed;
  const lookups = lookupsOfListing(listing);
  const forms = entities.filter(found => !found.listing && lookups.shorter.has(found.key));
  if (forms.length === 1) return forms[0]!;
  const entity = { ...lookups.entity, id: idInText(listing.id, place) };
  return { ...lookups, entity, mentions: new Int32Array(), statements: new Int32Array(), introduction: null, listing };
}

/** Kept with the listing, so that a document in which nothing else has changed still names alike. */
function lookupsOfListing(listing: Listing): Lookups {
  const known = lookupsByListing.get(listing);
  if (known) return known;
  const { id, name, names } = listing;
  const type = listing.type === null || listing.type === 'not a name' ? 'person' : listing.type;
  const made = lookupsOf({ id, type, name, aliases: names, roles: [], gender: null, country: null });
  lookupsByListing.set(listing, made);
  return made;
}

const lookupsByListing = new WeakMap<Listing, Lookups>();

/** Statements that have found a speaker leave the unnamed ones; those whose speaker is not a name go under its words. */
function unnamedAmong(
  { unnamed }: DocumentFacts,
  entities: readonly EntityFacts[],
  silenced: readonly Part[],
): UnnamedSource[] {
  const spoken = new Set(entities.flatMap(({ statements }) => [...statements]));
  const sources = [
    ...unnamed.map(({ name, statements }) => ({ name, statements: [...statements] })),
    ...silenced.map(({ of, names, statements }) => ({ name: names[0] ?? of.entity.name, statements })),
  ];
  return sources.flatMap(({ name, statements }) => {
    const left = statements.filter(row => !spoken.has(row));
    return left.length > 0 ? [{ name, statements: rows(left) }] : [];
  });
}

function rows(found: readonly number[]): Int32Array {
  return Int32Array.from(new Set(found)).sort();
}

/**
 * The reading of a document as the people files have it: `ruled` is what `applyPeople` gave for `facts`, the facts of the
 * reading. A speaker with an entry is called by the name that the entry shows, and what a reader has corrected is beyond doubt.
 */
export function readingUnder(reading: Reading, facts: DocumentFacts, ruled: DocumentFacts, people: People): Reading {
  if (ruled === facts) return reading;
  const mentioned = idsByRow(ruled.entities.map(({ entity, mentions }) => [entity.id, mentions]));
  const speaking = idsByRow(ruled.entities.map(({ entity, statements }) => [entity.id, statements]));
  const listed = new Map(ruled.entities.flatMap(({ entity, listing }) => (listing ? [[entity.id, listing.name]] : [])));
  const names = new Map(ruled.entities.map(({ entity }) => [entity.id, entity.name]));
  const corrections = correctionsIn(facts, people);
  const unnamed = new Map(ruled.unnamed.flatMap(({ name, statements }) => [...statements].map(row => [row, name])));
  return {
    ...reading,
    entities: ruled.entities.map(({ entity }) => entity),
    mentions: reading.mentions.flatMap((mention, row) => {
      const entities = mentioned.get(row) ?? [];
      if (sameItems(entities, mention.entities)) return [mention];
      return entities.length > 0 ? [{ ...mention, entities }] : [];
    }),
    statements: reading.statements.map((statement, row) => {
      const speakers = speaking.get(row) ?? [];
      const isSame = sameItems(speakers, statement.speakers);
      if (isSame && !speakers.some(id => listed.has(id) && listed.get(id) !== names.get(id))) return statement;
      if (speakers.length === 0) return { ...statement, speakers, speakerName: unnamed.get(row) ?? null };
      const speakerName = inWords(speakers.map(id => listed.get(id) ?? names.get(id)!));
      const told = corrections.has(row) && { confidence: 1, reasons: ['the people file'] };
      return { ...statement, speakers: isSame ? statement.speakers : speakers, speakerName, ...told };
    }),
  };
}

function idsByRow(entities: readonly (readonly [string, Int32Array])[]): Map<number, string[]> {
  const ids = new Map<number, string[]>();
  for (const [id, found] of entities) {
    for (const row of found) {
      const known = ids.get(row);
      if (known) known.push(id);
      else ids.set(row, [id]);
    }
  }
  return ids;
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(item => b.includes(item));
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
