import type { Gender, NamedEntity } from '../model.ts';
import { castOf, type Figure } from './cast.ts';

/** What is known of those whom a document names before it is read. */
export interface Known {
  /** Who is "he" and who is "she", beyond what names and titles say. */
  readonly genders: ReadonlyMap<string, Gender>;
  readonly byId: ReadonlyMap<string, NamedEntity>;
  readonly cast: ReadonlyMap<string, Figure>;
  /** Organisations that are called police. */
  readonly policeForces: readonly string[];
  /** Entity ids of countries by ISO code. */
  readonly countries: ReadonlyMap<string, string>;
}

export const knownOf = (entities: readonly NamedEntity[], genders: ReadonlyMap<string, Gender>): Known => ({
  genders,
  byId: new Map(entities.map(entity => [entity.id, entity])),
  cast: castOf(entities, genders),
  policeForces: entities.filter(({ type, name }) => type === 'organization' && name.includes('Police')).map(e => e.id),
  countries: new Map(entities.flatMap(({ country, id }) => (country ? [[country, id] as const] : []))),
});
