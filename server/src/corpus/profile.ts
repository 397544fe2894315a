import type { Entity, Gender } from '../reading/model.ts';
import { countryOf } from './countries.ts';
import { nameKey } from './names.ts';

/** What a document says about the bearer of a name that can tell two bearers apart. */
export interface Profile {
  readonly gender: Gender;
  /** ISO 3166-1 alpha-3 codes of the countries that the bearer holds office for. */
  readonly countries: readonly string[];
  /** Walks of life that the titles belong to. */
  readonly walks: readonly string[];
  /** The words of each title, in order. */
  readonly titles: readonly string[];
}

export const blankProfile: Profile = { gender: null, countries: [], walks: [], titles: [] };

export function profileOf(entity: Entity): Profile {
  if (entity.type !== 'person') return blankProfile;
  const titles = distinct(entity.roles.map(role => nameKey(role.title)));
  return {
    gender: entity.gender,
    countries: distinct(entity.roles.flatMap(role => (role.affiliation && countryOf(role.affiliation)) || [])),
    walks: distinct(titles.flatMap(walkOf)),
    titles,
  };
}

/** Equal for equal profiles. */
export function signatureOf({ gender, countries, walks, titles }: Profile): string {
  return `${gender ?? ''}|${countries.join()}|${walks.join()}|${titles.join('/')}`;
}

export function merge(a: Profile, b: Profile): Profile {
  return {
    gender: a.gender ?? b.gender,
    countries: distinct([...a.countries, ...b.countries]),
    walks: distinct([...a.walks, ...b.walks]),
    titles: distinct([...a.titles, ...b.titles]),
  };
}

/** Nothing said of one rules out that it is the other, given that both bear the same full name. */
export function canBeOne(a: Profile, b: Profile): boolean {
  if (a.gender && b.gender && a.gender !== b.gender) return false;
  return !disjoint(a.countries, b.countries) && !disjoint(a.walks, b.walks);
}

/** As `canBeOne`, for the bearer of a mere part of the name: where both hold an office, one must be a form of the other. */
export function canBeShortFor(short: Profile, full: Profile): boolean {
  if (!canBeOne(short, full)) return false;
  if (short.titles.length === 0 || full.titles.length === 0) return true;
  return officesAgree(short, full);
}

export function officesAgree(a: Profile, b: Profile): boolean {
  return a.titles.some(one => b.titles.some(other => contains(one, other) || contains(other, one)));
}

function contains(wider: string, narrower: string): boolean {
  const words = wider.split(' ');
  return narrower.split(' ').every(word => small.has(word) || words.includes(word));
}

const small = new Set(['of', 'the', 'for', 'and', 'in', 'to', 'at', 'on', 'a', 'an']);

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some(item => b.includes(item));
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

function walkOf(title: string): string[] {
  const walk = walkByWord.get(title.split(' ').findLast(word => walkByWord.has(word)) ?? '');
  return walk ? [walk] : [];
}

/** Words that end a title in one walk of life only; "president", "director" or "captain" occur in several and say nothing. */
const walks: Readonly<Record<string, string>> = {
  state:
    'minister premier chancellor ambassador senator congressman congresswoman mayor governor councilor councillor envoy ' +
    'lawmaker legislator parliamentarian diplomat attache consul treasurer monarch king queen emir sultan',
  sport:
    'coach striker midfielder goalkeeper defender forward quarterback pitcher batsman bowler wicketkeeper sprinter swimmer ' +
    'cyclist boxer golfer skier footballer athlete player',
  arts: 'singer actor actress painter sculptor novelist poet composer guitarist drummer rapper dancer filmmaker',
  learning: 'professor lecturer epidemiologist virologist physicist chemist biologist historian economist astronomer',
  faith: 'pope bishop archbishop cardinal rabbi imam priest pastor ayatollah',
};

const walkByWord = new Map(
  Object.entries(walks).flatMap(([walk, words]) => words.split(' ').map(word => [word, walk])),
);
