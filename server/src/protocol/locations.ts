import type { Location, LocationLink } from 'vscode-languageserver';
import type { Place } from '../features/snapshot.ts';
import type { Span } from '../reading/model.ts';
import { type Lines, toRange } from './convert.ts';
import { clientUri, type Library, linesAt } from './library.ts';

/** Places of documents in the corpus and of people files, open or not; those of a document that has gone are left out. */
export function toLocations(library: Library, places: readonly Place[]): Location[] {
  return places.flatMap(place => {
    const lines = linesAt(library, place.uri);
    return lines ? [{ uri: clientUri(library, place.uri), range: toRange(lines, place) }] : [];
  });
}

export type Links = Location[] | LocationLink[];

/** The same, with the words of the view's document that lead to each, for a client that takes links. */
export function toLinks(
  library: Library,
  view: { readonly lines: Lines },
  places: readonly (Place & { readonly origin: Span })[],
  client: { readonly linkSupport?: boolean } | undefined,
): Links {
  if (!client?.linkSupport) return toLocations(library, places);
  return places.flatMap(place =>
    toLocations(library, [place]).map(({ uri, range }) => ({
      originSelectionRange: toRange(view.lines, place.origin),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    })),
  );
}
