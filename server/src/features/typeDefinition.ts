import { introductionOf } from '../corpus/corpus.ts';
import type { Definition } from './definition.ts';
import { clusterIn, mentionsAt, type Snapshot } from './snapshot.ts';

/**
 * The entry in the people file of those named at an offset; of those without one, where they are introduced most fully, in
 * whichever document does: by full name, with a title.
 */
export function typeDefinition(snapshot: Snapshot, offset: number): Definition[] {
  const [origin] = mentionsAt(snapshot.document, offset);
  if (!origin) return [];
  return origin.entities.flatMap(id => {
    const cluster = clusterIn(snapshot, id);
    const [listed] = (cluster?.listing && snapshot.corpus.people.listings.get(cluster.listing)) ?? [];
    if (listed) return [{ uri: listed.uri, start: listed.entry.name.start, end: listed.entry.name.end, origin }];
    const best = cluster && introductionOf(cluster);
    return best ? [{ uri: best.bearer.document.uri, start: best.at.start, end: best.at.end, origin }] : [];
  });
}
