// @ts-check
import { equal, holds, wordsOf } from '../spans.mjs';
import { bareName, mentionsOfNames } from './names.mjs';

const types = /** @type {const} */ ({ Person: 'person', Organisation: 'organization', Location: 'place' });
const leastConfidence = 0.5;
const pronoun = /^(?:i|we|us|our|they|them|their|he|him|his|she|her|it|its|you|your|who|which)$/i;

/**
 * re3d: names among the persons, organisations and locations that its annotators agree on (confidence at least .5), without
 * clusters; offices where a name is the same as a description, affiliations where a named person belongs to, or is in
 * charge of, a named body.
 * @param {any} record
 */
export function fromRe3d(record) {
  const { text } = record;
  const typed = record.entities.filter((/** @type {any} */ entity) => entity.type in types);
  const candidates = typed
    .filter((/** @type {any} */ entity) => !pronoun.test(entity.text ?? wordsOf(text, entity)))
    .map((/** @type {any} */ entity, /** @type {number} */ index) => ({
      start: entity.start,
      end: entity.end,
      type: types[/** @type {keyof typeof types} */ (entity.type)],
      entity: `e${index}`,
      sure: entity.confidence >= leastConfidence && isNamed(text, entity),
    }));
  return {
    id: record.id,
    text,
    unlinked: true,
    entities: candidates.map((/** @type {any} */ { entity, type }) => ({ id: entity, type })),
    mentions: mentionsOfNames(text, candidates),
    persons: candidates.filter((/** @type {any} */ { type }) => type === 'person'),
    roles: rolesOf(record, candidates),
  };
}

/** Its last word, or the one before a number, is a name's. @param {string} text @param {any} span */
function isNamed(text, span) {
  const words = wordsOf(text, span).split(/\s+/);
  return (
    (/^[\p{Lu}\d“"']/u.test(words.at(-1) ?? '') && !/^(?:The|These|Those|This)$/.test(words[0] ?? '')) ||
    /^The (?:\p{Lu}\S*\s?)+$/u.test(wordsOf(text, span))
  );
}

/** @param {any} record @param {any[]} candidates */
function rolesOf({ text, relations }, candidates) {
  const nameOf = (/** @type {any} */ span) => {
    const candidate = candidates.find(one => equal(one, span));
    if (!candidate) return null;
    const inner = candidates.filter(one => one.type !== 'person' && holds(candidate, one) && !equal(candidate, one));
    return { candidate, bare: bareName(text, candidate, inner) };
  };
  const roles = relations.flatMap((/** @type {any} */ { type, source, target, confidence }) => {
    const [from, to] = [nameOf(source), nameOf(target)];
    if (confidence < leastConfidence || from?.candidate.type !== 'person' || !to) return [];
    if (type === 'IsSynonymOf' && to.candidate.type === 'person') {
      const [name, office] = isOffice(text, target) ? [from.bare, target] : [to.bare, source];
      return name && isOffice(text, office) && !isOffice(text, name)
        ? [{ kind: 'office', person: name, office: spanOf(office) }]
        : [];
    }
    if (
      (type === 'BelongsTo' || type === 'InChargeOf') &&
      from.bare &&
      to.bare &&
      to.candidate.type !== 'person' &&
      to.candidate.sure
    ) {
      return [{ kind: 'affiliation', person: from.bare, affiliation: to.bare }];
    }
    return [];
  });
  const titled = candidates.flatMap(candidate => {
    if (candidate.type !== 'person') return [];
    const name = nameOf(candidate)?.bare;
    if (!name || name.start - candidate.start < 2) return [];
    const office = { start: candidate.start, end: name.start };
    return isOffice(text, office) && !/\b(?:of|in|for|to|the|and)\s*$/.test(wordsOf(text, office))
      ? [{ kind: 'office', person: name, office }]
      : [];
  });
  const key = (/** @type {any} */ { kind, person, office }) => `${kind} ${person.start} ${office?.start}`;
  return [...new Map([...roles, ...titled].map(role => [role.kind === 'office' ? key(role) : role, role])).values()];
}

const spanOf = (/** @type {any} */ { start, end }) => ({ start, end });

/** The words hold one that says what somebody is. @param {string} text @param {any} span */
const isOffice = (text, span) =>
  /\b(?:president|minister|secretary|ambassador|envoy|representative|director|commander|spokes\w+|leader|advis[eo]r|chargé|commissioner|chancellor|governor|general|chief|head|chairman)\b/i.test(
    wordsOf(text, span),
  );
