import type { Entity, EntityType } from '../reading/model.ts';

/** A name without case, accents, dots, hyphens and a leading article, so that its spellings meet. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .replace(/^the (?=.)/, '')
    .trim();
}

/** Nearly every name, of which there is only the case to be taken. */
const PLAIN = /^(?!the )[a-z']+(?: [a-z']+)*$/i;

/** Where an entity is looked up: countries by their code, everything else by type and name. */
export function entityKey(entity: Entity): string {
  if (entity.country) return `country ${entity.country}`;
  return `${entity.type} ${nameKey(entity.name)}`;
}

/** How firmly a shorter name points to a fuller one: `possible` ones need a role that agrees. */
export type Firmness = 'firm' | 'possible';

/**
 * The shorter names under which the same entity may appear in other documents: those that its own document uses, and for a
 * person the last word of the name, or, where an office agrees, the first (family names come first in much of Asia).
 */
export function shorterKeys(entity: Entity): Map<string, Firmness> {
  const shorter = new Map<string, Firmness>();
  const own = nameKey(entity.name);
  const type = entity.country ? 'place' : entity.type;
  const add = (key: string, firmness: Firmness) => {
    if (!isShorter(key, own, entity)) return;
    if (shorter.get(`${type} ${key}`) !== 'firm') shorter.set(`${type} ${key}`, firmness);
  };
  for (const alias of entity.aliases) add(nameKey(alias), 'firm');
  if (entity.type === 'person') addPersonForms(own, add);
  return shorter;
}

function addPersonForms(own: string, add: (key: string, firmness: Firmness) => void): void {
  const words = own.split(' ');
  if (words.length < 2) return;
  add(words.at(-1)!, 'firm');
  add(words[0]!, 'possible');
  if (words.length < 3) return;
  add(`${words[0]} ${words.at(-1)}`, 'firm');
  add(words.slice(1).join(' '), 'firm');
  add(words.slice(-2).join(' '), 'firm');
}

/** Links only ever lead from shorter to fuller names, so that they cannot run in a circle. */
function isShorter(key: string, own: string, entity: Entity): boolean {
  if (key === '') return false;
  if (entity.country) return key !== own;
  const lessWords = key.split(' ').length < own.split(' ').length;
  return entity.type === 'person' ? lessWords : key.length < own.length;
}

export function typeOfKey(key: string): EntityType {
  const type = key.slice(0, key.indexOf(' '));
  return type === 'country' ? 'place' : (type as EntityType);
}
