import { ACRONYMS, ORGANIZATIONS } from '../lexicon/organizations.ts';
import { DEMONYMS, OTHER_ADJECTIVES, PLACES } from '../lexicon/places.ts';

/** What general knowledge says of a name. */
export type Entry =
  | { readonly kind: 'place'; readonly country: string | null; readonly weight: 1 | 2 | 3 }
  | { readonly kind: 'organization'; readonly fullName: string | null }
  | { readonly kind: 'demonym'; readonly country: string }
  | { readonly kind: 'adjective' };

const ENTRIES: ReadonlyMap<string, Entry> = (() => {
  const entries = new Map<string, Entry>();
  for (const name of OTHER_ADJECTIVES) {
    entries.set(name, { kind: 'adjective' });
    if (!/(?:ish|ese|ch)$/.test(name) && !PLACES.has(`${name}s`)) entries.set(`${name}s`, { kind: 'adjective' });
  }
  for (const [name, { country, weight }] of PLACES) {
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
})();

/** The most words that a known name beginning with this word has. */
const LONGEST: ReadonlyMap<string, number> = (() => {
  const longest = new Map<string, number>();
  for (const name of ENTRIES.keys()) {
    const words = name.split(' ');
    const first = words[0] as string;
    if ((longest.get(first) ?? 0) < words.length) longest.set(first, words.length);
  }
  return longest;
})();

/** What is known of a name as written; curly apostrophes and all capitals make no difference. */
export function lookUp(name: string): Entry | null {
  const plain = name.includes('’') ? name.replaceAll('’', "'") : name;
  return ENTRIES.get(plain) ?? (isShouted(plain, 4) ? (ENTRIES.get(capitalised(plain)) ?? null) : null);
}

/** The most words of a known name that begins with `word`; 0 where none does. */
export function longestFrom(word: string): number {
  const plain = word.includes('’') ? word.replaceAll('’', "'") : word;
  return LONGEST.get(plain) ?? (isShouted(plain, 2) ? (LONGEST.get(capitalised(plain)) ?? 0) : 0);
}

function isShouted(name: string, least: number): boolean {
  const second = name.charCodeAt(1);
  return name.length >= least && !(second >= 97 && second <= 122) && /^[^\p{Ll}]+$/u.test(name);
}

function capitalised(shouted: string): string {
  return shouted.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
