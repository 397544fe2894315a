// @ts-check
// Offices and affiliations of persons, where the gold has them: `{ kind: 'office', person, office }`, spans of a name and of
// the words that state its office, and `{ kind: 'affiliation', person, affiliation }`, a name and the words for a body.
import { overlaps, touch, wordsOf } from './spans.mjs';

/**
 * @param {any} gold @param {any} reading
 * @returns {{ wanted: { relation: any, right: boolean }[], read: { role: any, entity: any, right: boolean }[] }}
 *   `read`: the roles that the reading states in words which the gold marks as a person or an office.
 */
export function judgeRoles(gold, reading) {
  const { text } = gold;
  const relations = gold.roles ?? [];
  const byId = new Map((reading.entities ?? []).map((/** @type {any} */ entity) => [entity.id, entity]));
  const rolesOf = (/** @type {any} */ person) =>
    (reading.mentions ?? [])
      .filter((/** @type {any} */ mention) => overlaps(mention, person, text))
      .flatMap((/** @type {any} */ mention) => mention.entities)
      .flatMap((/** @type {string} */ id) => byId.get(id)?.roles ?? []);
  const fits = (/** @type {any} */ relation, /** @type {any} */ role) =>
    relation.kind === 'office'
      ? overlaps(role, relation.office, text)
      : names(wordsOf(text, relation.affiliation), `${role.affiliation ?? ''} ${wordsOf(text, role)}`);

  const wanted = relations.map((/** @type {any} */ relation) => ({
    relation,
    right: rolesOf(relation.person).some((/** @type {any} */ role) => fits(relation, role)),
  }));
  const offices = relations.filter((/** @type {any} */ { kind }) => kind === 'office');
  const read = (reading.entities ?? [])
    .filter((/** @type {any} */ { type }) => type === 'person')
    .flatMap((/** @type {any} */ entity) => entity.roles.map((/** @type {any} */ role) => ({ role, entity })))
    .filter((/** @type {any} */ { role }) => (gold.persons ?? []).some((/** @type {any} */ span) => touch(span, role)))
    .map((/** @type {any} */ { role, entity }) => ({
      role,
      entity,
      right: offices.some(
        (/** @type {any} */ relation) => fits(relation, role) && rolesOf(relation.person).includes(role),
      ),
    }));
  return { wanted, read };
}

/** Every capitalised word of the one stands in the other. @param {string} wanted @param {string} words */
function names(wanted, words) {
  const capitals = wanted.match(/\p{Lu}[\p{L}\p{N}.-]*/gu) ?? [];
  return capitals.filter(word => word !== 'The').every(word => words.includes(word));
}
