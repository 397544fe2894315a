import countries from 'world-countries';
import { nameKey } from './names.ts';

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
  return byCode().get(code) ?? null;
}

/** The country that an affiliation names ("China", "French", "the Netherlands"); null where it names none. */
export function countryOf(affiliation: string): string | null {
  return byName().get(nameKey(affiliation)) ?? null;
}

const byCode = once(() => {
  const facts = new Map<string, CountryFacts>();
  for (const country of countries) {
    facts.set(country.cca3, {
      code: country.cca3,
      shortCode: country.cca2,
      name: country.name.common,
      capital: country.capital?.[0] ?? null,
      demonym: country.demonyms?.eng?.m || null,
      library: 'world-countries',
    });
  }
  return facts;
});

const byName = once(() => {
  const codes = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    if (name && name.length > 1 && !codes.has(nameKey(name))) codes.set(nameKey(name), code);
  };
  for (const { cca3, name } of countries) add(name.common, cca3);
  for (const { cca3, name } of countries) add(name.official, cca3);
  for (const { cca3, demonyms } of countries) add(demonyms?.eng?.m, cca3);
  for (const { cca3, altSpellings } of countries) for (const spelling of altSpellings) add(spelling, cca3);
  return codes;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
