/** What the head word of a name makes it: "Bank" an organisation, "Lake" a place, "War" neither. */
import { ORGANIZATION_OPENERS, ORGANIZATION_STARTS, OTHER_OPENERS, PARTIES } from '../lexicon/name-parts.ts';
import { DOCUMENT_HEADS, ORGANIZATION_HEADS } from '../lexicon/organizations.ts';
import { PLACE_OPENERS } from '../lexicon/places.ts';
import { words } from '../lexicon/words.ts';
import type { Known, Line } from './line.ts';
import type { Unit } from './units.ts';
import { type Word, wordOf } from './word.ts';

/** What a head word makes of a name; `other` is a war, a law, a product. */
export type HeadClass = 'organization' | 'place' | 'other';

/** Head words of things that head organisations as well: these decide nothing where an organisation's head is near. */
const MILD_HEADS: ReadonlySet<string> = new Set(
  words('initiative plan project mission congress conference league campaign report open era god'),
);

/** Head words of institutions' names beside those that are nouns for one: "Larkfield Research". */
const INSTITUTION_TAILS: ReadonlySet<string> = new Set(
  words(
    'research investigations infobase analytics database consulting consultancy associates diagnostics advisors advisers',
  ),
);

/** The class that the head word of units `from` up to `to` gives them; a single word has none. */
export function headClass({ units }: Line, from: number, to: number): HeadClass | null {
  if (to - from < 2) return null;
  const last = wordOf(units[to - 1] as Unit);
  const first = wordOf(units[from] as Unit);
  if (OTHER_OPENERS.has(first.lower)) return 'other';
  if (ORGANIZATION_STARTS.has(first.lower)) return 'organization';
  if (to - from === 2 && last.known?.kind === 'place' && ORGANIZATION_OPENERS.has(first.lower)) return 'organization';
  if (last.otherHead && !MILD_HEADS.has(last.lower)) return 'other';
  if (last.organizationHead || INSTITUTION_TAILS.has(last.lower) || headsBehindHyphen(last)) return 'organization';
  if (last.placeHead) return 'place';
  if (PLACE_OPENERS.has(first.text) && !first.givenName) return 'place';
  if (last.otherHead) return 'other';
  for (let k = from; k + 1 < to; k++) {
    const { otherHead, organizationHead, takesComplement } = wordOf(units[k] as Unit);
    if (otherHead && k > from) return 'other';
    if (takesComplement && organizationHead) return 'organization';
  }
  return null;
}

/** "Presse-Agentur". */
function headsBehindHyphen({ lower }: Word): boolean {
  const hyphen = lower.lastIndexOf('-');
  return hyphen >= 0 && ORGANIZATION_HEADS.has(lower.slice(hyphen + 1));
}

/** "Waterloo station", "the Democratic party": what a head word that some writers leave without a capital gives. */
export function lowerHead({ units }: Line, from: number, end: number, known: Known | null): HeadClass | null {
  const tail = units[end];
  if (!tail || tail.mark || tail.capital || tail.glued) return null;
  switch (tail.lower) {
    case 'station':
      return known && known.to === end && known.entry.kind !== 'place' ? null : 'place';
    case 'rainforest':
      return 'place';
    case 'administration':
      return end - from === 1 && known === null ? 'organization' : null;
    case 'party':
      return end - from <= 2 && PARTIES.has((units[end - 1] as Unit).lower) ? 'organization' : null;
    default:
      return null;
  }
}

/** "Convention on Biological Diversity" is no organisation, "Bank of England" is one. */
export function headBeforeComplement({ units }: Line, end: number): HeadClass {
  const { lower } = units[end - 1] as Unit;
  return DOCUMENT_HEADS.has(lower) || lower === 'battle' || lower === 'war' ? 'other' : 'organization';
}

/** Whether the unit before `end` is a head word of any kind. */
export function endsInHead({ units }: Line, end: number): boolean {
  const { organizationHead, placeHead, otherHead } = wordOf(units[end - 1] as Unit);
  return organizationHead || placeHead || otherHead;
}
