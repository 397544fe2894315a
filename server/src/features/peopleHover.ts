import { type Cluster, type Corpus, clusterOfListing, clustersNamed } from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import { nameAt } from '../corpus/people/file.ts';
import { claimant, listingOf, type PlacedFile } from '../corpus/people/people.ts';
import { clusterCard, type Hover } from './hover.ts';

const cardsShown = 3;

/** Whom the name at an offset of a people file stands for in the documents, and how often; null where none has it. */
export function peopleHover(corpus: Corpus, placed: PlacedFile, offset: number): Hover | null {
  const found = nameAt(placed.file, offset);
  const clusters = clustersAt(corpus, placed, offset);
  if (!found || clusters.length === 0) return null;
  const { start, end } = found.written;
  return {
    span: { start, end },
    cards: clusters.slice(0, cardsShown).map(cluster => clusterCard(corpus.people, cluster)),
  };
}

/** Those whom the name at an offset of a people file stands for: those of the entry, and for a name told apart from it its bearers. */
export function clustersAt(corpus: Corpus, { uri, file }: PlacedFile, offset: number): Cluster[] {
  const found = nameAt(file, offset);
  if (!found) return [];
  const { entry, field, written } = found;
  const key = nameKey(written.text);
  const other = claimant(corpus.people, '', key)?.listing;
  const listing = field === 'not the same as' ? other : (listingOf(corpus.people, uri, entry) ?? other);
  const listed = listing && clusterOfListing(corpus, listing);
  return listed ? [listed] : clustersNamed(corpus, key);
}
