import countries from 'world-countries';
import { COUNTRY_NAMES, DEMONYMS } from '../reading/lexicon/places.ts';

/** What the library world-countries knows of a country. */
export interface CountryFacts {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  /** ISO 3166-1 alpha-2. */
  readonly shortCode: string;
  readonly name: string;
  readonly capital: string | null;
  readonly demonym: string | null;
  /** The library that these facts come from. */
  readonly library: 'world-countries';
}

/** The facts of a country by its ISO 3166-1 alpha-3 code; null for a code that the library does not know. */
export function countryFacts(code: string): CountryFacts | null {
  return byCode.get(code) ?? null;
}

/** The country that an affiliation names ("China", "French", "the Netherlands"); null where it names none. */
export function countryOf(affiliation: string): string | null {
  const name = affiliation.trim().replace(/^the /i, '');
  return COUNTRY_NAMES.get(name) ?? DEMONYMS.get(name) ?? null;
}

const byCode = new Map<string, CountryFacts>(
  countries.map(({ cca2, cca3, name, capital, demonyms }) => [
    cca3,
    {
      code: cca3,
      shortCode: cca2,
      name: name.common,
      capital: capital?.[0] ?? null,
      demonym: demonyms?.eng?.m || null,
      library: 'world-countries',
    },
  ]),
);
