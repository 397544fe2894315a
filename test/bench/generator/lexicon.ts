/** What the generator draws on: the project's own lexicons, in the form in which documents are made of them. */
import { cityMapping } from 'city-timezones';
import { CUE_FORMS, type SayingVerb } from '../../../server/src/reading/lexicon/cues.ts';
import { ACRONYMS } from '../../../server/src/reading/lexicon/organizations.ts';
import { COUNTRIES, type Country } from '../../../server/src/reading/lexicon/places.ts';
import { genderOfOffice, OFFICES } from '../../../server/src/reading/lexicon/titles.ts';
import { givenNames } from './givenNames.mjs';

export type Gender = 'female' | 'male';
export type Language = keyof typeof givenNames;

const languages = Object.keys(givenNames) as Language[];

/** Given names of a language that another language has as well, with the same gender: these are not too rare. */
export const given: Readonly<Record<Language, Readonly<Record<Gender, readonly string[]>>>> = Object.fromEntries(
  languages.map(language => {
    const common = [...givenNames[language]].filter(
      ([name, gender]) =>
        /^[a-zà-ž]{3,10}$/.test(name) &&
        languages.some(other => other !== language && givenNames[other].get(name) === gender),
    );
    const of = (gender: Gender) => common.filter(entry => entry[1] === gender).map(([name]) => capitalised(name));
    return [language, { female: of('female'), male: of('male') }];
  }),
) as never;

/** Countries that news can be about: with a capital and a word for its people. */
export const countries: readonly Country[] = [...COUNTRIES.values()].filter(
  ({ capital, demonym }) => capital !== null && /^[A-Z]\w+$/.test(demonym ?? ''),
);

const citiesByCountry: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const { city, iso3, pop } of [...cityMapping].sort((a, b) => b.pop - a.pop)) {
    const list = found.get(iso3) ?? [];
    if (list.length < 12 && pop > 0 && /^[A-Z][\p{L} '-]+$/u.test(city)) found.set(iso3, [...list, city]);
  }
  return found;
})();

/** Its capital first, then its largest cities. */
export function citiesOf({ code, capital }: Country): readonly string[] {
  return [...new Set([capital ?? '', ...(citiesByCountry.get(code) ?? [])])];
}

/** "World Health Organization (WHO)" and the like, as full name and acronym. */
export const bodies: readonly (readonly [string, string])[] = [...ACRONYMS]
  .filter(([acronym, name]) => acronym !== name && name.includes(' '))
  .map(([acronym, name]) => [name, acronym]);

/** Callings of people who are asked what they think: "hydrologist", "economist". */
export const callings: readonly string[] = [...OFFICES.keys()].filter(
  word =>
    /(?:ologist|omist|icist|itect|grapher|historian|lawyer|analyst|engineer|farmer)$/.test(word) &&
    !genderOfOffice(word),
);

/** Pasts of verbs of saying, the most usual first. */
function pasts(wanted: (verb: SayingVerb) => boolean): readonly string[] {
  return [...CUE_FORMS]
    .filter(([, { verb, form }]) => form === 'past' && !verb.attitude && !verb.reserved && wanted(verb))
    .map(([word]) => word)
    .slice(0, 45);
}

export const saidThat = pasts(verb => verb.clause && verb.parenthetical && !verb.addressee);
export const saidQuoted = pasts(verb => verb.quotation && verb.parenthetical && !verb.addressee);
export const saidTo = pasts(verb => verb.infinitive);
export const saidOf = pasts(verb => verb.object && !verb.clause && !verb.quotation);

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
