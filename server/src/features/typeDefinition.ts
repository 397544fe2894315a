import { introductionOf } from '../corpus/corpus.ts';
import type { Definition } from './definition.ts';
import { clusterIn, mentionsAt, type Snapshot } from './snapshot.ts';

/** Where those named at an offset are introduced most fully, in whichever document does: by full name, with a title. */
export function typeDefinition(snapshot: Snapshot, offset: number): Definition[] {
  const [origin] = mentionsAt(snapshot.document, offset);
  if (!origin) return [];
  return origin.entities.flatMap(id => {
    const cluster = clusterIn(snapshot, id);
    const best = cluster && introductionOf(cluster);
    return best ? [{ uri: best.bearer.document.uri, start: best.at.start, end: best.at.end, origin }] : [];
  });
}
