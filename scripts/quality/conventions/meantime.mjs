// @ts-check
import { isDay, namesADay } from '../dates.mjs';
import { equal, wordsOf } from '../spans.mjs';
import { entitiesOf } from './gum.mjs';
import { mentionsOfNames } from './names.mjs';

const types = /** @type {const} */ ({ PER: 'person', ORG: 'organization', LOC: 'place' });

// MEANTIME marks every name in the headline, the date line and the next four sentences; after them only what corefers.
const markedSentences = 6;

/**
 * MEANTIME: names (NAM, PRE.NAM) of persons, organisations and places in the sentences that are marked throughout, linked
 * by DBpedia address, else by the corpus' own instance; dates that name a day, the date of publication included.
 * @param {any} record
 */
export function fromMeantime(record) {
  const { text } = record;
  const end = record.sentences[Math.min(markedSentences, record.sentences.length) - 1]?.end ?? 0;
  const candidates = record.entities
    .filter((/** @type {any} */ entity) => entity.type in types && /^(?:PRE\.)?NAM$/.test(entity.synt ?? ''))
    .map((/** @type {any} */ entity) => ({
      start: entity.start,
      end: entity.end,
      type: types[/** @type {keyof typeof types} */ (entity.type)],
      entity: identityOf(record.id, entity),
      sure: entity.end <= end,
    }));
  // Products and funds are named too, and a coreferring name has no NAM of its own; neither is asked for.
  const others = record.entities
    .filter((/** @type {any} */ entity) => !candidates.some((/** @type {any} */ candidate) => equal(candidate, entity)))
    .filter((/** @type {any} */ entity) =>
      entity.synt ? !(entity.type in types) : plainName.test(wordsOf(text, entity)),
    )
    .map((/** @type {any} */ other) => ({
      start: other.start,
      end: other.end,
      kind: 'unmarked',
      entities: [],
      optional: true,
    }));
  return {
    id: record.id,
    text,
    entities: entitiesOf(candidates),
    mentions: [
      ...mentionsOfNames(text, candidates),
      ...others,
      { start: end, end: text.length, kind: 'unmarked', entities: [], optional: true },
    ],
    dates: record.dates
      .filter((/** @type {any} */ date) => date.type === 'DATE' && namesADay(date.text) && isDay(date.value))
      .map((/** @type {any} */ { start, end: to, value }) => ({ start, end: to, value })),
  };
}

const plainName = /^(?:[Tt]he )?\p{Lu}\S*(?:\s+\p{Lu}\S*)*$/u;

/** @param {string} document @param {any} entity */
function identityOf(document, entity) {
  const page = entity.dbpedia?.split('/').pop();
  return page || entity.instance || `${document} ${entity.cluster ?? entity.start}`;
}
