/** The persons of a document as reference needs them: what they are, where they come from, who has been on stage last. */

import { COUNTRIES, COUNTRY_NAMES, DEMONYMS } from '../lexicon/places.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Gender, NamedEntity } from '../model.ts';

export interface Figure {
  readonly entity: NamedEntity;
  readonly gender: Gender;
  /** ISO codes of the countries that the text affiliates the person with. */
  readonly countries: ReadonlySet<string>;
  /** The words of the titles, in lower case: "state", "councilor", "foreign", "minister". */
  readonly titleWords: ReadonlySet<string>;
  /** The words among them that name an office. */
  readonly offices: ReadonlySet<string>;
}

/** What the document as a whole tells of who is who; `genders` adds to what names and titles say. */
export function castOf(
  entities: readonly NamedEntity[],
  genders: ReadonlyMap<string, Gender>,
): ReadonlyMap<string, Figure> {
  return new Map(
    entities
      .filter(entity => entity.type === 'person')
      .map(entity => [entity.id, figureOf(entity, genders.get(entity.id) ?? entity.gender)]),
  );
}

const NONE: ReadonlySet<string> = new Set();

function figureOf(entity: NamedEntity, gender: Gender): Figure {
  if (entity.roles.length === 0) return { entity, gender, countries: NONE, titleWords: NONE, offices: NONE };
  const titleWords = new Set(entity.roles.flatMap(role => wordsOf(role.title)));
  const countries = new Set(entity.roles.map(role => countryCode(role.affiliation)).filter(code => code !== null));
  return { entity, gender, countries, titleWords, offices: new Set([...titleWords].filter(isOffice)) };
}

export const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’.-]+/u)
    .filter(Boolean);

/** The ISO code of a country, by one of its names or its adjective; null for anything else. */
export const countryCode = (name: string | null): string | null =>
  name === null ? null : (COUNTRY_NAMES.get(name) ?? DEMONYMS.get(name) ?? null);

export const agrees = (figure: Figure | undefined, gender: Gender): boolean =>
  figure !== undefined && (gender === null || figure.gender === null || figure.gender === gender);

const HEADS_OF_STATE = new Set(
  words(`president premier chancellor king queen prime emperor chairman chairperson leader emir sultan prince`),
);

/** Does an office word fit a person's titles? "leader" fits a president, "official" everybody in office. */
export function holdsOffice(figure: Figure, office: string): boolean {
  if (figure.offices.has(office)) return true;
  if (office === 'leader') return [...figure.titleWords].some(word => HEADS_OF_STATE.has(word));
  if (office === 'official' || office === 'diplomat') return figure.offices.size > 0;
  if (office === 'minister') return figure.offices.has('secretary') && figure.titleWords.has('foreign');
  const stem = office.startsWith('spokes') ? 'spokes' : office.startsWith('chair') ? 'chair' : null;
  if (stem) for (const word of figure.offices) if (word.startsWith(stem)) return true;
  return false;
}

/** Whether an office, in lower case, is one of those who speak for states and bodies: "minister", no "coach". */
export const isOfStateOffice = (office: string): boolean => OF_STATE.test(office);

const OF_STATE =
  /(?:minister|spokesman|spokeswoman|spokesperson|president|premier|chancellor|secretary|secretary-general|envoy|ambassador|representative|commissioner|negotiator|governor|senator|speaker|mayor|leader|chairman|chief|director|king|queen|prince|emir|sultan|taoiseach)$/;

/** "ministers" → "minister", "secretaries" → "secretary", "spokesmen" → "spokesman". */
export function singular(noun: string): string {
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`;
  if (!noun.endsWith('s')) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return noun.endsWith('ss') ? noun : noun.slice(0, -1);
}

/** ISO codes by capital, in lower case: "the government in Riga". */
export const COUNTRY_BY_CAPITAL: ReadonlyMap<string, string> = new Map(
  [...COUNTRIES.values()].flatMap(({ capital, code }) => (capital ? [[capital.toLowerCase(), code] as const] : [])),
);
