import { type Corpus, introductionOf } from '../corpus/corpus.ts';
import { nameAt } from '../corpus/people/file.ts';
import type { PlacedFile } from '../corpus/people/people.ts';
import type { Span } from '../reading/model.ts';
import { clustersAt } from './peopleHover.ts';
import type { Place } from './snapshot.ts';

/** Where the documents introduce those whom the name at an offset of a people file stands for; `origin` is the name there. */
export function peopleDefinition(corpus: Corpus, placed: PlacedFile, offset: number): (Place & { origin: Span })[] {
  const origin = nameAt(placed.file, offset)?.written;
  if (!origin) return [];
  return clustersAt(corpus, placed, offset).flatMap(cluster => {
    const best = introductionOf(cluster);
    return best ? [{ uri: best.bearer.document.uri, start: best.at.start, end: best.at.end, origin }] : [];
  });
}
