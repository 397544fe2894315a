/** The people of a corpus: invented, the first ones in the news most often. */
import type { Country } from '../../../server/src/reading/lexicon/places.ts';
import { capitalised, countries, type Gender, given, type Language } from './lexicon.ts';
import { type Random, randomOf, zipf } from './random.ts';
import { themes } from './words.ts';

export interface Person {
  readonly given: string;
  readonly surname: string;
  readonly gender: Gender;
  readonly country: Country;
  /** "Foreign Minister", written before the name. */
  readonly office: string;
  /** What one says of such a person without a name: "minister". */
  readonly noun: string;
}

export const fullName = ({ given: first, surname }: Person): string => `${first} ${surname}`;

const beginnings =
  'Al An Ar Ba Bel Bor Cas Dan Dor El Fal Fer Gal Gor Hal Han Hol Il Jar Kal Kor Lan Lin Lor Mal Mar Mor Nal Nor Ol Or Pal Per Pol Ras Ros Sal San Sel Sol Tal Tam Tor Ul Val Var Vel Vin Wal Wen Yor Zal Zor'.split(
    ' ',
  );
const middles = [
  '',
  'a',
  'e',
  'i',
  'o',
  'da',
  'de',
  'di',
  'ka',
  'ki',
  'la',
  'le',
  'li',
  'ma',
  'mi',
  'na',
  'ne',
  'ra',
  'ri',
  'sa',
  'ta',
  'ti',
  'va',
  've',
];
/** Endings that surnames have where a language is spoken. */
const endings: Readonly<Record<Language, readonly string[]>> = {
  de: 'mann berg stein hofer bauer dorf ler ner'.split(' '),
  en: 'ton ley ford well wood by man worth son field'.split(' '),
  es: 'ez era ado eira osa ales ino anda'.split(' '),
  fr: 'ette eau ier in ard ont elle ois'.split(' '),
  it: 'ini elli etti one ari ato ucci aldi'.split(' '),
  tr: 'oglu er li ak han tas demir gul'.split(' '),
};

const offices: readonly (readonly [string, string])[] = [
  ['President', 'president'],
  ['Prime Minister', 'prime minister'],
  ['Foreign Minister', 'foreign minister'],
  ['Deputy Foreign Minister', 'minister'],
  ...themes.map(({ field }) => [`${field} Minister`, 'minister'] as const),
  ['Ambassador', 'ambassador'],
  ['Senator', 'senator'],
  ['Governor', 'governor'],
  ['Attorney General', 'attorney general'],
  ['Central Bank Governor', 'governor'],
];

export interface Population {
  /** Somebody, the well-known ones more often. */
  readonly draw: (random: Random) => Person;
  readonly people: readonly Person[];
}

/** @param count of people; their names and countries depend on the seed alone */
export function populationOf(seed: number, count: number): Population {
  const random = randomOf(seed, 7);
  const country = zipf(countries.length, 12);
  const order = shuffled(countries, random);
  const languages = Object.keys(given) as Language[];
  const spoken = new Map(order.map(place => [place.code, random.pick(languages)]));
  const people = Array.from({ length: count }, (): Person => {
    const home = order[country(random)]!;
    const language = spoken.get(home.code)!;
    const gender = random.chance(0.45) ? 'female' : 'male';
    const [office, noun] = random.pick(offices);
    return {
      given: random.pick(given[language][gender]),
      surname: surname(language, random),
      gender,
      country: home,
      office,
      noun,
    };
  });
  const rank = zipf(count, 20);
  return { people, draw: source => people[rank(source)]! };
}

function surname(language: Language, random: Random): string {
  const name = random.pick(beginnings) + random.pick(middles) + random.pick(endings[language]);
  return random.chance(0.03)
    ? `${name}-${capitalised(random.pick(beginnings) + random.pick(endings[language]))}`
    : name;
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
