// @ts-check
import { isDay, namesADay } from '../dates.mjs';
import { equal, holds, wordsOf } from '../spans.mjs';
import { bareName, mentionsOfNames } from './names.mjs';

const singular = /^(?:he|she|him|her|his|hers|himself|herself)$/i;
const types = new Set(['person', 'organization', 'place']);

/**
 * GUM: statements as they are; names of persons, organisations and places; third-person singular pronouns of persons whose
 * cluster has a name; dates that name a weekday or a day of a month.
 * @param {any} record
 */
export function fromGum(record) {
  const { text } = record;
  const phrases = record.spans
    .filter((/** @type {any} */ { kind, type }) => kind !== 'pronoun' && types.has(type))
    .map((/** @type {any} */ span) => ({ ...spanOf(span), type: span.type, entity: span.cluster, sure: true, span }));
  const candidates = phrases.filter((/** @type {any} */ phrase) => isNamed(text, phrase, phrases));
  const names = mentionsOfNames(text, candidates);
  const named = new Set(names.filter(name => !('optional' in name)).flatMap(({ entities }) => entities));
  const pronouns = record.clusters
    .filter((/** @type {any} */ { id, type }) => type === 'person' && named.has(id))
    .flatMap((/** @type {any} */ { id, mentions }) =>
      mentions
        .filter((/** @type {any} */ mention) => mention.kind === 'pronoun' && singular.test(mention.text))
        .map((/** @type {any} */ mention) => ({ ...spanOf(mention), kind: 'pronoun', entities: [id] })),
    );
  return {
    id: record.id,
    text,
    quotes: record.quotes,
    entities: entitiesOf(candidates),
    mentions: [...names, ...pronouns],
    dates: record.timex
      .filter((/** @type {any} */ { text: words, when }) => namesADay(words) && isDay(when))
      .map((/** @type {any} */ timex) => ({ ...spanOf(timex), value: timex.when })),
  };
}

const spanOf = (/** @type {any} */ { start, end }) => ({ start, end });

/**
 * GUM's kind "name" goes by the part of speech of the head, so that "the United Nations" is nominal there: such phrases
 * count as names where the bare name has two words, or one and a page of Wikipedia.
 * @param {string} text @param {any} phrase @param {any[]} phrases
 */
function isNamed(text, phrase, phrases) {
  if (phrase.span.kind === 'name') return true;
  const inner = phrases.filter(
    other => other.entity !== phrase.entity && holds(phrase, other) && !equal(phrase, other),
  );
  const bare = bareName(text, phrase, inner);
  if (!bare) return false;
  const words = wordsOf(text, bare).split(/\s+/);
  return words.every(word => nameWord.test(word)) && (words.length > 1 || Boolean(phrase.span.wiki));
}

const nameWord = /^(?:\p{Lu}|of$|for$|and$|the$|de$|&$)/u;

/** One entity for each that the candidates name, of the type that most of them give. @param {any[]} candidates */
export function entitiesOf(candidates) {
  const tallies = new Map();
  for (const { entity, type } of candidates) {
    const tally = tallies.get(entity) ?? new Map();
    tallies.set(entity, tally.set(type, (tally.get(type) ?? 0) + 1));
  }
  return [...tallies].map(([id, tally]) => ({ id, type: [...tally].sort((a, b) => b[1] - a[1])[0][0] }));
}
