import { isEnglish } from '../english.ts';
import {
  AFTER,
  AFTER_POSSESSIVE,
  AFTER_SINGLE,
  BEFORE,
  BEFORE_COMMA,
  BEFORE_OF,
  BEFORE_SINGLE,
  type Bearer,
  type Evidence,
  HOLDINGS,
} from '../lexicon/contexts.ts';
import { ORGANIZATION_LIKE, ORGANIZATION_OPENERS } from '../lexicon/name-parts.ts';
import { STATE_ABBREVIATIONS } from '../lexicon/places.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import { isPossessive, knownAt, type Line, startsWithDigit, textOf, unitBefore } from './line.ts';
import { appositionAfter } from './titles.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** How much speaks for each kind of bearer of a name; `other` is a war, a law, a product. */
export type Scores = Record<Bearer, number>;

export const NO_SCORES: Readonly<Scores> = { person: 0, organization: 0, place: 0, other: 0 };

export function noScores(): Scores {
  return { person: 0, organization: 0, place: 0, other: 0 };
}

const PLACE_LIKE_FIRST = new Set(
  words(
    'north south east west northern southern eastern western central new upper lower greater saint st st. san santa port fort mount lake los las el puerto rio tel old great little grand wadi deir khan county rue quai avenida punta monte cerro isla islas villa',
  ),
);

/** Last words of regions' names: "Davao del Sur". */
const REGIONAL = new Set(words('sur norte nord oriental occidental oeste'));
/** Endings of towns' and countries' names. */
const TOWNISH = /(?:ville|town|burg|burgh|shire|ford|stan|grad|abad|polis|pur|wood|land|bury|mouth)$/;
/** Arabic and Hebrew words run into the family name behind them: "al-Abadi". */
const FAMILY_PREFIX = /^(?:al|el|bin|ben|abu|ash|as)-/;

/** What the words of a name of several words speak for, wherever it stands. */
export function shapeOf(line: Line, from: number, to: number): Scores {
  const { units } = line;
  const scores = noScores();
  const first = wordOf(units[from] as Unit);
  const last = wordOf(units[to - 1] as Unit);
  let givenName = false;
  let personal = false;
  let ampersand = false;
  let digits = false;
  let shouts = 0;
  for (let k = from; k < to; k++) {
    const word = wordOf(units[k] as Unit);
    if (word.givenName && k < to - 1) givenName = true;
    if (k > from && (word.particle || (word.initials && word.lower.length === 2))) personal = true;
    if (word.text === '&') ampersand = true;
    if (word.digits) digits = true;
    if (word.shouted && !word.text.includes('.')) shouts++;
  }
  if (to - from <= 4) scores.person += 1.5;
  if (first.givenName) scores.person += 2.5;
  else if (givenName) scores.person += 1.5;
  if (personal) scores.person += 2.5;
  if (first.initials) scores.person += 2;
  if (last.suffix && last.lower !== 'v' && last.lower !== 'i') scores.person += 2;
  if (last.lower.includes('-') && FAMILY_PREFIX.test(last.lower)) scores.person += 2;
  if (ampersand) scores.organization += 5;
  if (digits) scores.other += 5;
  if (shouts > 0 && shouts < to - from) {
    const behind = last.shouted && !first.shouted && last.known === null && !givenName;
    if (behind) scores.person -= 1.5;
    // "Kernow VR" is a product, "Kernow RFC" is not.
    if (behind && last.text.length < 3) scores.other += 1.5;
    else scores.organization += 1.5;
  }
  const { known } = first;
  const isLesserPlace = known?.kind === 'place' && known.weight === 1;
  if (known && known.kind !== 'organization' && !isLesserPlace && !first.givenName) {
    scores.organization += known.kind === 'adjective' ? 3 : 2;
    scores.person -= 1;
  }
  if (ORGANIZATION_OPENERS.has(first.lower)) scores.organization += 2;
  if (ORGANIZATION_LIKE.has(first.lower)) {
    scores.organization += 2;
    scores.person -= 2;
  }
  if (last.known?.kind === 'place' && last.known.weight > 1) scores.place += 1;
  if (REGIONAL.has(last.lower)) {
    scores.place += 4;
    scores.person -= 3;
  }
  if (PLACE_LIKE_FIRST.has(first.lower)) {
    scores.place += 2.5;
    scores.person -= 1;
  }
  if (!first.givenName && TOWNISH.test(last.lower)) scores.place += 1;
  if (!personal && !givenName) addForWords(scores, line, from, to);
  return scores;
}

/** Endings of nouns for bodies and things: "Management", "Networks". */
const THINGISH = /(?:tion|sion|ment|ness|ity|ics|ism|ology|ance|ence|ing|ions|ments|works|ware|ities)$/;

/** Words of the language that are surnames first of all where they stand last. */
const SURNAMES = new Set(
  words(
    'lee smith baker taylor turner walker cooper carter parker fisher porter potter mason miller butler brown lynch gore bush pence rice',
  ),
);

/** "Climate Change", "Harrow Networks": where no given name stands first, words of the language are seldom a person's. */
function addForWords(scores: Scores, { units }: Line, from: number, to: number): void {
  const last = wordOf(units[to - 1] as Unit);
  if (!isEnglish(last.lower) || SURNAMES.has(last.lower)) return;
  for (let k = from; k < to - 1; k++) {
    const { lower, particle } = wordOf(units[k] as Unit);
    if (isEnglish(lower) && !particle) continue;
    if (THINGISH.test(last.lower)) {
      scores.person -= 2;
      scores.organization += 1.5;
    }
    return;
  }
  scores.person -= 3;
  scores.place -= 2;
  if (wordOf(units[from] as Unit).shouted && !last.shouted) scores.organization += 1.5;
  else scores.other += 1.5;
}

/** What the words around units `from` up to `to` speak for. */
export function contextOf(line: Line, from: number, to: number): Scores {
  const scores = noScores();
  addBefore(line, scores, from, to);
  addAfter(line, scores, from, to);
  return scores;
}

function add(scores: Scores, evidence: Evidence | undefined): void {
  if (!evidence) return;
  scores.person += evidence.person;
  scores.organization += evidence.organization;
  scores.place += evidence.place;
  scores.other += evidence.other;
}

const YEAR = /^(?:19|20)\d\d$/;

function addBefore(line: Line, scores: Scores, from: number, to: number): void {
  const { units } = line;
  const before = unitBefore(line, from);
  if (!before) return;
  const beforeThat = unitBefore(line, from - 1);
  const after = units[to];
  const single = to - from === 1;
  if (single && (before.text === ',' || before.lower === 'and' || before.lower === 'or') && placeEndsAt(line, from - 1))
    scores.place += wordOf(units[from] as Unit).givenName ? 0.5 : 2;
  if (!before.mark) {
    if (single) addForEnd(scores, line, from);
    else if (before.lower === 'the' && isAttribute(line, from, to)) return;
    addWordBefore(scores, before, beforeThat, after, single);
    return;
  }
  if (before.text === ',' && beforeThat) {
    add(scores, BEFORE_COMMA.get(beforeThat.lower));
    if (isOffice(beforeThat.lower)) scores.person += 3;
    if (beforeThat.lower === 'part') addForPart(scores, unitBefore(line, from - 2));
  }
  if (!after) return;
  if (QUOTATION_MARKS.has(before.text) && /^[,.]?["”’']$/.test(after.text)) scores.other += 3;
  // What brackets abbreviate is an organisation only where one was named right before them.
  const bracketed = single && before.text === '(' && after.text === ')' && units[from]?.shouted;
  if (bracketed && beforeThat && /^\p{L}/u.test(beforeThat.text) && !beforeThat.shouted && !wordOf(beforeThat).known)
    scores.other += 4;
}

/** "The Ada Kern-backed bid": an article of the noun behind a person's name. */
function isAttribute({ units }: Line, from: number, to: number): boolean {
  const after = units[to];
  return wordOf(units[from] as Unit).givenName && after?.glued === true && after.text === '-';
}

/** "Medal of Freedom", "Fridays for Future", "Man of the Match": the end of a longer name. */
function addForEnd(scores: Scores, line: Line, at: number): void {
  const { lower, shouted } = line.units[at] as Unit;
  const link = unitBefore(line, at)?.lower === 'the' ? at - 1 : at;
  const linked = unitBefore(line, link)?.lower;
  const head = unitBefore(line, link - 1);
  if (shouted || !head?.capital || head.opens || (linked !== 'of' && linked !== 'for')) return;
  scores.person -= 1.5;
  if (isEnglish(lower)) scores.other += link < at ? 5 : 3;
}

/** "For his part, …" goes on with a person, "For its part, …" with an organisation. */
function addForPart(scores: Scores, owner: Unit | undefined): void {
  if (owner?.lower === 'his' || owner?.lower === 'her') scores.person += 3;
  else if (owner?.lower === 'its') scores.organization += 3;
}

const QUOTATION_MARKS: ReadonlySet<string> = new Set(['"', '“', '‘', "'"]);

function addWordBefore(
  scores: Scores,
  before: Unit,
  beforeThat: Unit | undefined,
  after: Unit | undefined,
  single: boolean,
): void {
  const { lower } = before;
  const beside = BEFORE.get(lower);
  const isBeside = after !== undefined && !after.mark && !after.capital;
  if (lower === 'of') add(scores, BEFORE_OF.get(beforeThat?.lower ?? ''));
  else if ((lower === 'in' || lower === 'at') && HOLDINGS.has(beforeThat?.lower ?? '')) scores.organization += 3;
  else if (lower === 'to' && beforeThat?.lower === 'according') scores.person += 0.5;
  else if ((lower === 'a' || lower === 'an') && isBeside && AFTER.has(after.lower)) scores.organization += 0.5;
  else add(scores, beside);
  if (single) {
    add(scores, BEFORE_SINGLE.get(lower));
    if (lower === 'the' && isBeside && after.pos === 'NOUN') scores.other += 1.5;
  }
  if (startsWithDigit(lower) && YEAR.test(lower)) scores.other += 3;
  const isThing = beside && Math.max(beside.organization, beside.place, beside.other) >= 3;
  if (!before.capital && !isThing && isOffice(lower)) scores.person += 3.5;
}

function addAfter(line: Line, scores: Scores, from: number, to: number): void {
  const { units } = line;
  const after = units[to];
  if (!after) return;
  const next = units[to + 1];
  const single = to - from === 1;
  if (after.mark) {
    if (after.text === ',') {
      if (next) addAfterComma(line, scores, to, next);
    } else if (after.text === '(') {
      if (next?.shouted && units[to + 2]?.text === ')')
        scores.organization += initialsMatch(textOf(line, from, to), next.text) ? 5 : 1;
    } else if (next && isPossessive(after)) add(scores, AFTER_POSSESSIVE.get(next.lower));
    else if (next && after.glued && (after.text === '-' || after.text === '–') && BEHIND_HYPHEN.has(next.lower))
      scores.place += 3;
    return;
  }
  add(scores, AFTER.get(after.lower));
  if (single) {
    add(scores, AFTER_SINGLE.get(after.lower));
    const joined = after.lower === 'and' || after.lower === 'or';
    if (joined && knownAt(line, to + 1, to + 4)?.entry.kind === 'place') scores.place += 1.5;
  }
  if (after.capital && !after.glued && wordOf(after).digits && /^\p{Lu}/u.test(after.text)) scores.other += 4;
}

/** What a hyphen adds to a place's name: "Nairobi-based". */
const BEHIND_HYPHEN: ReadonlySet<string> = new Set(words('based born area'));
const RELATIVE_OF_PERSONS: ReadonlySet<string> = new Set(words('who whose whom'));

function addAfterComma(line: Line, scores: Scores, to: number, next: Unit): void {
  const known = knownAt(line, to + 1, to + 5);
  if ((known?.entry.kind === 'place' && known.entry.weight > 1) || STATE_ABBREVIATIONS.has(next.text))
    scores.place += 3;
  else if (RELATIVE_OF_PERSONS.has(next.lower)) scores.person += 3;
  else if (next.lower === 'which') scores.organization += 1.5;
  else if (next.lower === 'where') scores.place += 3;
  else if (isAge(next) && endsAge(line.units[to + 2])) scores.person += 3;
  else if (appositionAfter(line.text, line.units, to)) scores.person += 3;
}

/** "Jane Roe, 41, …". */
function isAge({ text }: Unit): boolean {
  return text.length <= 3 && startsWithDigit(text) && /^\d+$/.test(text);
}

function endsAge(unit: Unit | undefined): boolean {
  return unit?.text === ',' || unit?.text === '.';
}

function placeEndsAt(line: Line, end: number): boolean {
  for (let from = end - 1; from >= 0 && from >= end - 3; from--) {
    const known = knownAt(line, from, end);
    if (known?.to === end && known.entry.kind === 'place') return true;
  }
  return false;
}

/** Whether the letters of an acronym open the words of a name, in order. */
export function initialsMatch(name: string, acronym: string): boolean {
  const opening = name.split(/[\s-]+/).filter(word => /^\p{Lu}/u.test(word));
  const initials = opening
    .map(word => word[0])
    .join('')
    .toUpperCase();
  const letters = acronym.replace(/[^\p{L}]/gu, '').toUpperCase();
  if (letters.length < 2) return false;
  return (
    initials === letters ||
    (letters.length > 2 && letters[0] === initials[0] && isSubsequence(letters, name.toUpperCase()))
  );
}

function isSubsequence(letters: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at++;
  return at === letters.length;
}
