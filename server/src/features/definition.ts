import { introductionOf } from '../corpus/corpus.ts';
import type { Mention } from '../reading/model.ts';
import { clusterIn, mentionsAt, type Place, type Snapshot } from './snapshot.ts';

export interface Definition extends Place {
  /** The words at the offset that were asked about. */
  readonly origin: Mention;
}

/**
 * Where those named at an offset are introduced with their fullest name and title: in this document if it has the fullest
 * name, else where the corpus has it. Empty where nobody is named.
 */
export function definition(snapshot: Snapshot, offset: number): Definition[] {
  const [origin] = mentionsAt(snapshot.document, offset);
  if (!origin) return [];
  return origin.entities.flatMap(id => {
    const place = introductionPlace(snapshot, id);
    return place ? [{ ...place, origin }] : [];
  });
}

export function introductionPlace(snapshot: Snapshot, entityId: string): Place | null {
  const cluster = clusterIn(snapshot, entityId);
  if (!cluster) return null;
  const { uri } = snapshot.document;
  const own = cluster.bearers.find(({ document, facts }) => document.uri === uri && facts.entity.id === entityId);
  const fullest = cluster.bearers.find(({ facts }) => facts.entity.name === cluster.name);
  if (own?.facts.introduction && own.facts.key === fullest?.facts.key) {
    const { start, end } = own.facts.introduction;
    return { uri, start, end };
  }
  const best = introductionOf(cluster);
  return best && { uri: best.bearer.document.uri, start: best.at.start, end: best.at.end };
}
