/** What given names tell: from gender-detection-from-name, which lists those of six languages. */
import { getGender } from 'gender-detection-from-name';
import type { Gender } from '../model.ts';
import { PARTICLES } from './titles.ts';

const LANGUAGES = ['en', 'it', 'es', 'fr', 'de', 'tr'] as const;

/** Whether the word is a given name somewhere, as far as the library knows, with or without its accents. */
export function isGivenName(word: string): boolean {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const given = findGivenName(word);
  remembered.set(word, given);
  return given;
}

/** The library is asked for the same few words again and again. */
const remembered = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

function findGivenName(word: string): boolean {
  if (word.length < 2 || PARTICLES.has(word.toLowerCase())) return false;
  return getGender(word) !== 'unknown' || (!/^[a-z-]+$/i.test(word) && getGender(withoutAccents(word)) !== 'unknown');
}

/** The gender that a given name has in every language that has the name; null where they differ or none has it. */
export function genderOfGivenName(word: string): Gender {
  if (!isGivenName(word)) return null;
  const known = getGender(word) === 'unknown' ? withoutAccents(word) : word;
  const genders = new Set(LANGUAGES.map(language => getGender(known, language)));
  if (genders.size !== 1) return null;
  const [gender] = genders;
  return gender === 'male' || gender === 'female' ? gender : null;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}+/gu, '');
}
