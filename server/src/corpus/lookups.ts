/** What an entity of a document is looked up by. */
import type { Entity } from '../reading/model.ts';
import type { EntityFacts, Introduction } from './facts.ts';
import { entityKey, nameKey, shorterKeys } from './names.ts';
import { profileOf } from './profile.ts';

export type Lookups = Pick<EntityFacts, 'entity' | 'key' | 'shorter' | 'otherNames' | 'profile'>;

/** Where the corpus looks an entity up. */
export function lookupsOf(entity: Entity): Lookups {
  const key = entityKey(entity);
  const shorter = shorterKeys(entity);
  const type = entity.country ? 'place' : entity.type;
  const isOther = (name: string) => `${type} ${name}` !== key && !shorter.has(`${type} ${name}`);
  const others = [...new Set([entity.name, ...entity.aliases].map(nameKey))].filter(isOther);
  return { entity, key, shorter, otherNames: others.length > 0 ? others : none, profile: profileOf(entity) };
}

/** Property by property: there are thousands, and V8 takes its time to spread what a call has given. */
export function entityFacts(
  { key, shorter, otherNames, profile }: Omit<Lookups, 'entity'>,
  entity: Entity,
  mentions: Int32Array,
  statements: Int32Array,
  introduction: Introduction | null,
): EntityFacts {
  return { entity, key, shorter, otherNames, profile, mentions, statements, introduction };
}

/** Whether two entities with one list of names are the same but for where their offices are stated. */
export const isLike = (a: Entity, b: Entity): boolean =>
  a.name === b.name && a.type === b.type && a.gender === b.gender && a.country === b.country && officesAlike(a, b);

/** Whether two entities hold the same offices, wherever these are stated. */
export const officesAlike = ({ roles: a }: Entity, { roles: b }: Entity): boolean =>
  a.length === b.length &&
  a.every(({ title, affiliation }, r) => title === b[r]?.title && affiliation === b[r]?.affiliation);

const none: readonly string[] = [];
