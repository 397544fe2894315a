import type { Location } from 'vscode-languageserver';
import type { Place } from '../features/snapshot.ts';
import { toRange } from './convert.ts';
import { clientUri, type Library } from './library.ts';

/** Places of documents in the corpus, open or not; those of a document that has gone are left out. */
export function toLocations(library: Library, places: readonly Place[]): Location[] {
  return places.flatMap(place => {
    const facts = library.corpus.documents.get(place.uri);
    return facts ? [{ uri: clientUri(library, place.uri), range: toRange(facts, place) }] : [];
  });
}
