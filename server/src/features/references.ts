import type { Bearer } from '../corpus/corpus.ts';
import { introductionPlace } from './definition.ts';
import { clusterIn, mentionsAt, type Place, type Snapshot } from './snapshot.ts';

/**
 * Every mention of those named at an offset, whatever they are called there: the one that introduces them first (left out
 * without `withIntroduction`), then those of this document, then the others.
 */
export function references(snapshot: Snapshot, offset: number, withIntroduction: boolean): Place[] {
  const [mention] = mentionsAt(snapshot.document, offset);
  if (!mention) return [];
  const { uri } = snapshot.document;
  const found = new Map<string, Place>();
  for (const id of mention.entities) {
    const bearers = clusterIn(snapshot, id)?.bearers ?? [];
    const others = bearers.filter(({ document }) => document.uri !== uri);
    for (const place of [...bearers.filter(bearer => !others.includes(bearer)), ...others].flatMap(placesOf)) {
      found.set(keyOf(place), place);
    }
  }
  const introductions = mention.entities.flatMap(id => introductionPlace(snapshot, id) ?? []);
  for (const place of introductions) found.delete(keyOf(place));
  const leading = new Map(introductions.map(place => [keyOf(place), place]));
  return [...(withIntroduction ? leading.values() : []), ...found.values()];
}

export function placesOf({ document, facts }: Bearer): Place[] {
  const { starts, ends } = document.mentions;
  return Array.from(facts.mentions, row => ({ uri: document.uri, start: starts[row]!, end: ends[row]! }));
}

function keyOf({ uri, start, end }: Place): string {
  return `${start} ${end} ${uri}`;
}
