// @ts-check
// Names with their types, pronouns and nominals of persons, and the linking of names inside a document.
import { alignEntities, isName } from './entities.mjs';
import { equal, holds, overlaps } from './spans.mjs';

export const types = /** @type {const} */ (['person', 'organization', 'place']);

/**
 * @typedef {{ wanted: any, read: any | null, type: string }} NamedHit
 * @typedef {{ wanted: any, read: any | null, right: boolean, kind: 'pronoun' | 'nominal' }} Reference
 */

/** Names of persons, organisations and places, by exact span. @param {any} gold @param {any} reading */
export function judgeNames(gold, reading) {
  const wantedTypes = typesOf(gold);
  const readTypes = typesOf(reading);
  const mentions = gold.mentions ?? [];
  const readByPlace = new Map((reading.mentions ?? []).map((/** @type {any} */ read) => [placeOf(read), read]));
  const wantedByPlace = new Map(mentions.map((/** @type {any} */ mention) => [placeOf(mention), mention]));

  /** @type {{ wanted: any, read: any, type: string, typeRight: boolean }[]} */
  const found = [];
  /** @type {{ wanted: any, type: string }[]} */
  const missed = [];
  for (const wanted of mentions) {
    const type = wantedTypes.get(wanted.entities[0]);
    if (wanted.optional || !isName(wanted) || !isCounted(type)) continue;
    const read = readByPlace.get(placeOf(wanted));
    if (read) found.push({ wanted, read, type, typeRight: readTypes.get(read.entities?.[0]) === type });
    else missed.push({ wanted, type });
  }

  const allowed = mentions.filter((/** @type {any} */ mention) => mention.optional);
  /** @type {{ read: any, type: string, wanted: boolean }[]} */
  const read = (reading.mentions ?? [])
    .map((/** @type {any} */ mention) => ({
      read: mention,
      type: readTypes.get(mention.entities?.[0]),
      wanted: wantedByPlace.has(placeOf(mention)),
    }))
    .filter((/** @type {any} */ { read: mention, type, wanted }) => {
      if (!isName(mention) || !isCounted(type)) return false;
      if (wantedByPlace.get(placeOf(mention))?.optional) return false;
      return wanted || !allowed.some((/** @type {any} */ optional) => holds(optional, mention));
    });
  return { found, missed, read };
}

/** Pronouns and nominals that stand for one person. @param {any} gold @param {any} reading @returns {Reference[]} */
export function judgeReferences(gold, reading) {
  const wantedTypes = typesOf(gold);
  const aligned = alignEntities(gold, reading);
  const readMentions = reading.mentions ?? [];
  return (gold.mentions ?? [])
    .filter((/** @type {any} */ { kind }) => kind === 'pronoun' || kind === 'nominal')
    .filter((/** @type {any} */ { optional, entities }) => !optional && entities.length === 1)
    .filter((/** @type {any} */ { entities }) => wantedTypes.get(entities[0]) === 'person')
    .map((/** @type {any} */ wanted) => {
      const read =
        readMentions.findLast((/** @type {any} */ mention) => equal(mention, wanted)) ??
        (wanted.kind === 'nominal' &&
          readMentions.find(
            (/** @type {any} */ mention) => mention.kind === 'nominal' && overlaps(mention, wanted, gold.text),
          )) ??
        null;
      const [entity] = (read?.entities ?? []).map((/** @type {string} */ id) => aligned.get(id));
      const right = Boolean(read) && (entity === wanted.entities[0] || Boolean(wanted.alternative?.includes(entity)));
      return { wanted, read: read || null, right, kind: wanted.kind };
    });
}

/** The names that both mark, each with its entity in the gold and in the reading. @param {any} gold @param {any} reading */
export function sharedNames(gold, reading) {
  const wantedTypes = typesOf(gold);
  const readByPlace = new Map((reading.mentions ?? []).map((/** @type {any} */ read) => [placeOf(read), read]));
  return (gold.mentions ?? []).flatMap((/** @type {any} */ wanted) => {
    const read = readByPlace.get(placeOf(wanted));
    if (!read || !isName(wanted) || wanted.entities.length !== 1 || !isCounted(wantedTypes.get(wanted.entities[0]))) {
      return [];
    }
    return [{ wanted, read, gold: wanted.entities[0], system: read.entities?.[0] }];
  });
}

/**
 * B-cubed: for each item, how much of its system cluster belongs with it, and how much of its gold cluster is there.
 * @param {readonly { gold: unknown, system: unknown }[]} items @returns {{ p: number, r: number, n: number }} Sums over the n items.
 */
export function bCubed(items) {
  const sizes = { gold: countBy(items, item => item.gold), system: countBy(items, item => item.system) };
  const both = countBy(items, item => JSON.stringify([item.gold, item.system]));
  let p = 0;
  let r = 0;
  for (const item of items) {
    const shared = both.get(JSON.stringify([item.gold, item.system])) ?? 0;
    p += shared / (sizes.system.get(item.system) ?? 1);
    r += shared / (sizes.gold.get(item.gold) ?? 1);
  }
  return { p, r, n: items.length };
}

/** @template T @param {readonly T[]} items @param {(item: T) => unknown} keyOf */
function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** @param {any} document @returns {Map<string, any>} */
const typesOf = document => new Map((document.entities ?? []).map((/** @type {any} */ { id, type }) => [id, type]));
const placeOf = (/** @type {any} */ { start, end }) => `${start}-${end}`;
const isCounted = (/** @type {any} */ type) => types.includes(type);
