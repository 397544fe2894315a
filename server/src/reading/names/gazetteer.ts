import { ACRONYMS, ORGANIZATIONS } from '../lexicon/organizations.ts';
import { DEMONYMS, OTHER_ADJECTIVES, placesByName } from '../lexicon/places.ts';
import { once } from '../once.ts';

/** What general knowledge says of a name. */
export type Entry =
  | { readonly kind: 'place'; readonly country: string | null; readonly weight: 1 | 2 | 3 }
  | { readonly kind: 'organization'; readonly fullName: string | null }
  | { readonly kind: 'demonym'; readonly country: string }
  | { readonly kind: 'adjective' };

const entriesByName = once((): ReadonlyMap<string, Entry> => {
  const places = placesByName();
  const entries = new Map<string, Entry>();
  for (const name of OTHER_ADJECTIVES) {
    entries.set(name, { kind: 'adjective' });
    if (!/(?:ish|ese|ch)$/.test(name) && !places.has(`${name}s`)) entries.set(`${name}s`, { kind: 'adjective' });
  }
  for (const [name, { country, weight }] of places) {
    if (!entries.has(name) || country) entries.set(name, { kind: 'place', country, weight });
  }
  for (const name of ORGANIZATIONS) entries.set(name, { kind: 'organization', fullName: null });
  for (const [acronym, fullName] of ACRONYMS) {
    entries.set(acronym, { kind: 'organization', fullName });
    if (!entries.has(fullName)) entries.set(fullName, { kind: 'organization', fullName: null });
  }
  entries.set('U.N.', { kind: 'organization', fullName: 'United Nations' });
  entries.set('E.U.', { kind: 'organization', fullName: 'European Union' });
  for (const [name, country] of DEMONYMS) {
    entries.set(name, { kind: 'demonym', country });
    if (!/(?:ish|ese|ch|s|men)$/.test(name)) entries.set(`${name}s`, { kind: 'demonym', country });
  }
  return entries;
});

/** What is known of names by their first word: what it is alone, and the most words that one of them has. */
export interface First {
  readonly alone: Entry | null;
  longest: number;
  /** By their second words, the most words of those that have more than one. */
  readonly seconds: Map<string, number>;
}

const firstsByWord = once((): ReadonlyMap<string, First> => {
  const entries = entriesByName();
  const firsts = new Map<string, First>();
  for (const name of entries.keys()) {
    const words = name.split(' ');
    const word = words[0] as string;
    const first = firsts.get(word) ?? { alone: entries.get(word) ?? null, longest: 1, seconds: new Map() };
    first.longest = Math.max(first.longest, words.length);
    if (words[1]) first.seconds.set(words[1], Math.max(first.seconds.get(words[1]) ?? 0, words.length));
    firsts.set(word, first);
  }
  return firsts;
});

/** What is known of a name as written; curly apostrophes and all capitals make no difference. */
export function lookUp(name: string): Entry | null {
  const plain = name.includes('’') ? name.replaceAll('’', "'") : name;
  return entriesByName().get(plain) ?? (isShouted(plain) ? (entriesByName().get(capitalised(plain)) ?? null) : null);
}

/** What is known of names that begin with the word; null where no name does. */
export function lookUpFirst(word: string): Readonly<First> | null {
  const plain = word.includes('’') ? word.replaceAll('’', "'") : word;
  return firstsByWord().get(plain) ?? (isShouted(plain) ? (firstsByWord().get(capitalised(plain)) ?? null) : null);
}

/** Four capitals or more, that may be a name of other letters: "BEIJING". */
function isShouted(name: string): boolean {
  const second = name.charCodeAt(1);
  return name.length > 3 && !(second >= 97 && second <= 122) && /^[^\p{Ll}]+$/u.test(name);
}

function capitalised(shouted: string): string {
  return shouted.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, letter => letter.toUpperCase());
}
