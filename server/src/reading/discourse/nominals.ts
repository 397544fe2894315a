/** Noun phrases that stand for persons, by office or as a group: "the French foreign minister", "both presidents". */

import type { Token } from '../language.ts';
import { DAYS } from '../lexicon/cues.ts';
import { ACRONYMS } from '../lexicon/organizations.ts';
import { DEMONYMS } from '../lexicon/places.ts';
import { genderOfOffice, isOffice } from '../lexicon/titles.ts';
import { isCapitalised, isComma, isPossessive, isPreposition } from '../statements/phrases.ts';
import { lower, type NamedTokens, nameOver, posOf, type Scene, type Tokens, token } from '../statements/scene.ts';
import { countryCode, type Figure, holdsOffice, singular } from './cast.ts';

export interface Nominal extends Tokens {
  /** The office, in the singular and in lower case: "minister", "secretary-general". */
  readonly office: string;
  /** What narrows it down: "foreign", "prime". */
  readonly modifiers: readonly string[];
  /** ISO code of the country that its adjective names. */
  readonly country: string | null;
  readonly plural: boolean;
  /** Begins with "his", "her" or "their". */
  readonly possessed: boolean;
  /** The name that stands beside it in apposition, as an entity's id. */
  readonly apposed: string | null;
}

/** Words that a nominal begins with. */
export const OPENERS = new Set(['the', 'both', 'his', 'her', 'their', 'its', 'this', 'that', 'these', 'those']);
export const KIN: ReadonlySet<string> = new Set(
  'father mother son daughter wife husband brother sister widow widower uncle aunt niece nephew cousin grandfather grandmother fiancé fiancée guest host colleague'.split(
    ' ',
  ),
);
const GROUPS = new Set(['sides', 'leaders', 'officials', 'diplomats', 'men', 'women', 'parties', 'two', 'pair']);

/** What may stand between the opener and the office. */
const INSIDE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'VERB', 'PART', 'PUNCT', 'X', 'ADV']);

/** "The train as pilot", "the most famous minister": no phrase for one in office. */
const NEVER_INSIDE = new Set(['as', 'than', 'like', 'most', 'least', 'best', 'worst']);
const SUPERLATIVE = /[^aeiou]est$|iest$/;

/** The nominal that begins at token `first`, or null. */
export function nominalAt(scene: Scene, first: number): Nominal | null {
  const opener = lower(scene, first);
  if (!OPENERS.has(opener) || scene.nameAt[first] !== -1 || isRelative(scene, first)) return null;
  // "They are both great players" says what they are.
  if (opener === 'both' && (posOf(scene, first - 1) === 'AUX' || posOf(scene, first + 1) === 'VERB')) return null;
  let country: string | null = null;
  const end = Math.min(scene.tokens.length, first + 8);
  for (let i = first + 1; i < end; i++) {
    const { lower: word, pos, text } = scene.tokens[i] as Token;
    if (NEVER_INSIDE.has(word) || (pos === 'ADJ' && SUPERLATIVE.test(word))) return null;
    const name = nameOver(scene, i);
    if (name) {
      if (name.entity.type === 'person') return null;
      country ??= DEMONYMS.get(text) ?? countryCode(name.entity.name);
      if (name.last > i + 1 && !isPossessive(scene, name.last)) {
        i = name.last - 1;
        continue;
      }
    } else if (country === null && isCapitalised(scene, i)) country = DEMONYMS.get(text) ?? null;
    if (
      !(INSIDE.has(pos) || (pos === 'DET' && opener === 'both' && i === first + 1)) ||
      (pos === 'PUNCT' && word !== '-')
    )
      return null;
    if (pos === 'VERB' && !isParticiple(scene, i)) return null;
    const joined = lower(scene, i + 1) === '-';
    const head = joined ? `${word}-${lower(scene, i + 2)}` : word;
    const isHead =
      isOffice(head) ||
      (opener !== 'the' && KIN.has(word)) ||
      (GROUPS.has(word) && (opener === 'the' || opener === 'both') && standsAlone(scene, first, i));
    const ofStaff = word === 'chief' && lower(scene, i + 1) === 'of' && lower(scene, i + 2) === 'staff';
    const last = joined || ofStaff ? i + 3 : i + 1;
    if (isHead && !continues(scene, last)) return describe(scene, first, last, opener, head, country);
  }
  return null;
}

/** "A plan that helped the minister", "Lind, that minister": behind a noun, "that" goes on with a clause. */
const isRelative = (scene: Scene, i: number): boolean =>
  lower(scene, i) === 'that' && (isComma(scene, i - 1) || /^(NOUN|PROPN|PRON)$/.test(posOf(scene, i - 1)));

/** "The visiting minister", "the newly elected president"; "this country needs a leader" has a clause's own verb. */
const isParticiple = (scene: Scene, i: number): boolean =>
  lower(scene, i - 1) === '-' ||
  (/(?:ed|ing|en|wn|rn)$/.test(lower(scene, i)) && !/^(NOUN|PROPN)$/.test(posOf(scene, i - 1)));

/** "The two agreed", "both sides" are persons; "the two main themes", "the two major parties", "sides of the aisle" are none. */
function standsAlone(scene: Scene, first: number, i: number): boolean {
  const word = lower(scene, i);
  if (word === 'two' || word === 'pair') {
    const next = posOf(scene, i + 1) === 'ADV' ? i + 2 : i + 1;
    const elected = posOf(scene, next) === 'VERB' && isOffice(lower(scene, next + 1));
    return !elected && !/^(ADJ|NOUN|PROPN|NUM|X)$/.test(posOf(scene, next));
  }
  if (word !== 'sides' && word !== 'parties') return true;
  const between = i - first - 1;
  return (between === 0 || (between === 1 && lower(scene, i - 1) === 'two')) && lower(scene, i + 1) !== 'of';
}

/** Another noun follows, or the name that the office is the title of. */
function continues(scene: Scene, i: number): boolean {
  if (lower(scene, i) === '-') return true;
  if (nameOver(scene, i)) return true;
  return /^(NOUN|PROPN)$/.test(posOf(scene, i)) && !DAYS.has(lower(scene, i));
}

function describe(
  scene: Scene,
  first: number,
  last: number,
  opener: string,
  head: string,
  country: string | null,
): Nominal {
  const office = singular(head);
  const modifiers: string[] = [];
  for (let i = first + 1; i < last; i++) {
    const word = lower(scene, i);
    if (
      word !== head &&
      !DEMONYMS.has(token(scene, i)?.text ?? '') &&
      /^(ADJ|NOUN|PROPN)$/.test(posOf(scene, i)) &&
      !head.includes(word)
    )
      modifiers.push(word);
  }
  const plural = (head !== office || GROUPS.has(head)) && !/^(his|her)$/.test(opener);
  return {
    first,
    last,
    office,
    modifiers,
    country,
    plural,
    possessed: /^(his|her|their|its)$/.test(opener),
    apposed: head === office ? apposedTo(scene, first, last) : null,
  };
}

/** The nominal that a source is, whatever it begins with: "Denmark's interior minister", "a Latvian judge in Riga". */
export function nominalIn(scene: Scene, { first, last }: Tokens): Nominal | null {
  let country: string | null = null;
  for (let i = first; i < last; i++) {
    const name = nameOver(scene, i);
    if (name?.entity.type === 'person' || isPreposition(scene, i)) return null;
    country ??= DEMONYMS.get(token(scene, i)?.text ?? '') ?? name?.entity.country ?? null;
    if (isOffice(lower(scene, i)) && country && !continues(scene, i + 1) && !/^(an?|some)$/.test(lower(scene, first)))
      return describe(scene, first, i + 1, lower(scene, first), lower(scene, i), country);
  }
  return null;
}

/** The person's name behind a phrase, after a comma and titles: "the director of the mill, Dr. Ada Kern". */
export function apposedBehind(scene: Scene, last: number): NamedTokens | null {
  const behind = lower(scene, last) === ',' ? nameBehind(scene, last + 1) : undefined;
  return behind?.entity.type === 'person' ? behind : null;
}

/** "According to her lawyer, Bo Lind left": whoever follows is somebody else. */
export const isAccording = (scene: Scene, first: number): boolean =>
  lower(scene, first - 1) === 'to' && lower(scene, first - 2) === 'according';

/** The end of what a preposition adds to a nominal: "the director | of the mill". */
function pastComplement(scene: Scene, last: number): number {
  if (!/^(of|for|in|at)$/.test(lower(scene, last))) return last;
  for (let i = last + 1; i < Math.min(scene.tokens.length, last + 10); i++) {
    const name = nameOver(scene, i);
    if (name?.entity.type === 'person') return last;
    if (lower(scene, i) === ',') return i;
    if (!/^(DET|NOUN|ADJ|PROPN|ADP|CCONJ|NUM|PART)$/.test(posOf(scene, i)) && !name) return last;
  }
  return last;
}

function apposedTo(scene: Scene, first: number, last: number): string | null {
  if (isListed(scene, first, last) || (lower(scene, first - 1) === 'of' && isOffice(lower(scene, first - 2))))
    return null;
  const behind = isAccording(scene, first)
    ? null
    : (apposedBehind(scene, last) ?? apposedBehind(scene, pastComplement(scene, last)));
  if (behind) return behind.entity.id;
  const before = lower(scene, first - 1) === ',' ? nameOver(scene, first - 2) : undefined;
  const closed = /^[,.]$/.test(lower(scene, last)) || /^(of|for|in|at)$/.test(lower(scene, last));
  return before && closed && before.entity.type === 'person' ? before.entity.id : null;
}

/** "Kern, his brother, and his mother": the next of a list. */
const isListed = (scene: Scene, first: number, last: number): boolean =>
  POSSESSOR.test(lower(scene, first)) &&
  lower(scene, last) === ',' &&
  (lower(scene, last + 1) === 'and' || POSSESSOR.test(lower(scene, last + 1)));

const POSSESSOR = /^(his|her|their)$/;

/** The name that an apposition begins with, be it behind a title: "her father, the miner Bo Lind". */
function nameBehind(scene: Scene, first: number): NamedTokens | undefined {
  for (let i = first; i < first + 4; i++) {
    const name = nameOver(scene, i);
    if (name) return name;
    if (!/^(DET|NOUN|ADJ|PROPN)$/.test(posOf(scene, i))) return undefined;
  }
  return undefined;
}

/** Which of some persons a singular nominal may stand for, best first. `rank` says how near and how much on stage each is. */
export function holdersOf(
  nominal: Nominal,
  persons: Iterable<string>,
  cast: ReadonlyMap<string, Figure>,
  rank: (id: string) => number,
): { readonly id: string; readonly score: number }[] {
  const scored: { id: string; score: number }[] = [];
  for (const id of persons) {
    const figure = cast.get(id);
    const score = figure ? suitability(nominal, figure) : 0;
    if (score > 0) scored.push({ id, score: score + rank(id) });
  }
  return scored.sort((a, b) => b.score - a.score);
}

function suitability({ office, modifiers, country }: Nominal, figure: Figure): number {
  const gender = genderOfOffice(office);
  if (gender !== null && figure.gender !== null && gender !== figure.gender) return 0;
  const compatriot = country !== null && figure.countries.has(country);
  if (country !== null && figure.countries.size > 0 && !compatriot) return 0;
  const holds = holdsOffice(figure, office);
  if (
    !holds &&
    !(
      compatriot &&
      figure.offices.size > 0 &&
      /^(minister|secretary|leader|official|envoy|ambassador|diplomat|president|lawmaker)$/.test(office)
    )
  )
    return 0;
  const fitting = modifiers.filter(word => figure.titleWords.has(word)).length;
  const clashing = modifiers.filter(word => DISTINGUISHING.has(word) && !figure.titleWords.has(word)).length;
  if (holds && clashing > 0 && !compatriot) return 0;
  return (holds ? 4 : 1) + (compatriot ? 4 : 0) + fitting - 2 * clashing;
}

const DISTINGUISHING = new Set(
  'prime vice deputy foreign defence defense interior finance health justice former general first second security trade education'.split(
    ' ',
  ),
);

const ORGANIZATION_NOUNS =
  /^(bank|agency|ministry|company|union|court|government|council|commission|party|university|police|department|group|association|committee|organization|organisation|alliance|bloc|firm|newspaper|paper|broadcaster|network|institute|foundation|fund|parliament|senate|army|navy|force|club|airline|programme|program|embassy|administration|authority|board|federation|league|body|charity|corporation|regulator|service|team|office|secretariat|chain|retailer|supermarket|carmaker|automaker|manufacturer|maker|publisher|operator|startup|brewer|producer|insurer|lender|utility|studio|label|museum|hospital|school|college|church|festival|tribunal|watchdog|coalition|opposition)$/;

/** The head noun of a phrase that stands for an organisation ("the health agency"), or null. */
export function organizationNoun(scene: Scene, { first, last }: Tokens): string | null {
  if (!/^(the|this|its|their|his|her)$/.test(lower(scene, first))) return null;
  let i = first + 1;
  while (i < last && !/^(of|in|for|at|on)$/.test(lower(scene, i))) i++;
  const head = lower(scene, i - 1);
  return ORGANIZATION_NOUNS.test(head) ? head : null;
}

/** Nouns for a company. */
export const BUSINESS =
  /^(company|firm|corporation|chain|retailer|supermarket|carmaker|automaker|manufacturer|maker|publisher|operator|startup|brewer|producer|insurer|lender|utility|studio)$/;
const GENERIC = /^(agency|organization|organisation|body|group|alliance|bloc|association|charity|watchdog)$/;
const IN_BUSINESS = /\b(AG|Inc|Corp|Ltd|plc|PLC|LLC|GmbH|SA|Co|Group|Holdings)\b/;
const PUBLIC_BODY =
  /\b(Department|Ministry|Government|Court|Council|Commission|Committee|Parliament|Senate|House|Police|University|Army|Navy|Air Force|Office|Agency|Nations|Party|Institute|Board|Authority)\b/;

/** Whether an organisation's name fits a noun: by its own words, what its acronym stands for, or for want of a closer word. */
export function fitsNoun(name: string, noun: string): 'named' | 'generic' | null {
  const full = ACRONYMS.get(name) ?? name;
  if (wordsIn(full).has(noun)) return 'named';
  if (BUSINESS.test(noun)) return IN_BUSINESS.test(full) ? 'named' : PUBLIC_BODY.test(full) ? null : 'generic';
  return GENERIC.test(noun) ? 'generic' : null;
}

const wordsIn = (name: string): Set<string> => new Set(name.toLowerCase().split(/[^\p{L}]+/u));
