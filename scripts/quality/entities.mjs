// @ts-check
// Which entity of the gold an entity of the reading is, told by the names that both mark.
import { overlaps, touch } from './spans.mjs';

const nameKinds = new Set(['name', 'short', 'acronym']);

/** @param {any} mention */
export const isName = mention => nameKinds.has(mention.kind);

/**
 * An entity of the reading is the entity of the gold with which it shares most mentions by name.
 * @param {any} gold @param {any} reading @returns {Map<string, string>}
 */
export function alignEntities(gold, reading) {
  /** @type {Map<string, Map<string, number>>} */
  const votes = new Map();
  for (const read of reading.mentions ?? []) {
    const wanted = gold.mentions?.find(
      (/** @type {any} */ mention) => isName(mention) && touch(mention, read) && overlaps(mention, read, gold.text),
    );
    if (!wanted) continue;
    for (const id of read.entities ?? []) {
      const tally = votes.get(id) ?? new Map();
      votes.set(id, tally);
      for (const goldId of wanted.entities) tally.set(goldId, (tally.get(goldId) ?? 0) + 1);
    }
  }
  return new Map(
    [...votes].flatMap(([id, tally]) => {
      const best = [...tally].sort((a, b) => b[1] - a[1])[0];
      return best ? [[id, best[0]]] : [];
    }),
  );
}

/** Whether a statement has a quote's speakers: the same entities where the gold names them, else the same words. @param {any} gold @param {any} reading */
export function speakerOf(gold, reading) {
  const aligned = alignEntities(gold, reading);
  return (/** @type {any} */ quote, /** @type {any} */ statement) => {
    if (!quote.speakers?.length || !quote.speakers.every((/** @type {unknown} */ id) => typeof id === 'string')) {
      return overlaps(quote.speaker, statement.source, gold.text);
    }
    const read = setOf((statement.speakers ?? []).map((/** @type {string} */ id) => aligned.get(id) ?? id));
    return [quote.speakers, quote.alternativeSpeakers ?? quote.speakers].some(ids => read === setOf(ids));
  };
}

const setOf = (/** @type {string[]} */ ids) => [...new Set(ids)].sort().join();
