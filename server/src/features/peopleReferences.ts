import type { Corpus } from '../corpus/corpus.ts';
import type { PlacedFile } from '../corpus/people/people.ts';
import { clustersAt } from './peopleHover.ts';
import { placesOf } from './references.ts';
import type { Place } from './snapshot.ts';

/** Every mention, in all documents, of those whom the name at an offset of a people file stands for. */
export function peopleReferences(corpus: Corpus, placed: PlacedFile, offset: number): Place[] {
  return clustersAt(corpus, placed, offset).flatMap(({ bearers }) => bearers.flatMap(placesOf));
}
