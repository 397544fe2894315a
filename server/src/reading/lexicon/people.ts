/** What given names tell: from gender-detection-from-name, which lists those of six languages. */
import { getGender } from 'gender-detection-from-name';
import type { Gender } from '../model.ts';
import { PARTICLES } from './titles.ts';
import { words } from './words.ts';

/** French stands apart: its list gives Daniel, Thomas and Charles as women's names. */
const LANGUAGES = ['en', 'it', 'es', 'de', 'tr'] as const;

/** Whether the word is a given name somewhere, as far as the library knows, with or without its accents. */
export function isGivenName(word: string): boolean {
  if (word.length < 2 || PARTICLES.has(word.toLowerCase())) return false;
  return getGender(word) !== 'unknown' || (!/^[a-z-]+$/i.test(word) && getGender(withoutAccents(word)) !== 'unknown');
}

/** Each loads the names of one language: the first list has a Maria, for whom no list behind it is asked. */
export const loadGivenNames = [...LANGUAGES, 'fr' as const].map(language => () => getGender('Maria', language));

/** Given names that women and men have, whatever lists say. */
const UNISEX: ReadonlySet<string> = new Set(
  words(`addison alex angel ariel aubrey avery bailey blair blake bobbie brook cameron carey casey charlie chris corey
    dakota dale dana darcy devin devon drew emerson finley frankie harley harper hayden jackie jamie jan jessie jo
    jody jordan jules kai kelly kelsey kendall kerry kim kris lee leigh leslie lindsay lynn marion mel mickey morgan
    nat nicky noel pat parker peyton quinn reagan reese riley robin rory rowan sam sandy sasha sawyer shannon
    shea shelby sidney skyler stacy stevie sydney taylor terry tracy val vic`),
);

/** The gender that a given name has in every language; null where they differ, where none has it, or both sexes do. */
export function genderOfGivenName(word: string): Gender {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const told = isGivenName(word) && !UNISEX.has(word.toLowerCase());
  const gender = told ? commonGender(getGender(word) === 'unknown' ? withoutAccents(word) : word) : null;
  remembered.set(word, gender);
  return gender;
}

/** Documents share most of their given names. */
const remembered = new Map<string, Gender>();
const MOST_REMEMBERED = 10_000;

function commonGender(name: string): Gender {
  const genders = new Set(LANGUAGES.map(language => getGender(name, language)));
  if (genders.size !== 1) return null;
  const [gender] = genders;
  if (gender === 'male') return 'male';
  return gender === 'female' && getGender(name, 'fr') === 'female' ? 'female' : null;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}+/gu, '');
}
