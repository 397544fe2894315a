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
import { ORGANIZATION_LIKE } from '../lexicon/name-parts.ts';
import { isGivenName } from '../lexicon/people.ts';
import { STATE_ABBREVIATIONS } from '../lexicon/places.ts';
import { isOffice, NAME_SUFFIXES, PARTICLES } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import { lookUp } from './gazetteer.ts';
import { knownAt, type Line, textOf } from './line.ts';
import { appositionAfter } from './titles.ts';
import type { Unit } from './units.ts';

/** How much speaks for each kind of bearer of a name; `other` is a war, a law, a product. */
export type Scores = Record<Bearer, number>;

export const NO_SCORES: Readonly<Scores> = { person: 0, organization: 0, place: 0, other: 0 };

export function noScores(): Scores {
  return { person: 0, organization: 0, place: 0, other: 0 };
}

const PLACE_LIKE_FIRST = new Set(
  words(
    'north south east west northern southern eastern western central new upper lower greater saint st st. san santa port fort mount lake los las el puerto rio tel old great little grand wadi deir khan',
  ),
);

/** What the words of a name of several words speak for, wherever it stands. */
export function shapeOf({ units }: Line, from: number, to: number): Scores {
  const scores = noScores();
  const parts = units.slice(from, to);
  const first = parts[0] as Unit;
  const last = parts[parts.length - 1] as Unit;
  if (parts.length <= 4) scores.person += 1.5;
  if (isGivenName(first.text)) scores.person += 2.5;
  else if (parts.slice(0, -1).some(({ text }) => isGivenName(text))) scores.person += 1.5;
  if (parts.some(({ text, lower }, k) => k > 0 && (PARTICLES.has(lower) || /^\p{Lu}\.$/u.test(text))))
    scores.person += 2.5;
  if (/^(?:\p{Lu}\.)+$/u.test(first.text)) scores.person += 2;
  if (NAME_SUFFIXES.has(last.lower) && last.lower !== 'v' && last.lower !== 'i') scores.person += 2;
  if (/^(?:al|el|bin|ben|abu|ash|as)-/i.test(last.lower)) scores.person += 2;
  if (parts.some(({ text }) => text === '&')) scores.organization += 5;
  if (parts.some(({ text }) => /\d/.test(text))) scores.other += 5;
  const shouts = parts.filter(({ shouted, text }) => shouted && !text.includes('.')).length;
  if (shouts > 0 && shouts < parts.length) scores.organization += 1.5;
  const entry = lookUp(first.text);
  const isLesserPlace = entry?.kind === 'place' && entry.weight === 1;
  if (entry && entry.kind !== 'organization' && !isLesserPlace && !isGivenName(first.text)) {
    scores.organization += entry.kind === 'adjective' ? 3 : 2;
    scores.person -= 1;
  }
  if (ORGANIZATION_LIKE.has(first.lower)) {
    scores.organization += 2;
    scores.person -= 2;
  }
  const end = lookUp(last.text);
  if (end?.kind === 'place' && end.weight > 1) scores.place += 1;
  if (PLACE_LIKE_FIRST.has(first.lower)) {
    scores.place += 2.5;
    scores.person -= 1;
  }
  const townish = /(?:ville|town|burg|burgh|shire|ford|stan|grad|abad|polis|pur|wood|land|bury|mouth)$/;
  if (townish.test(last.lower) && !isGivenName(first.text)) scores.place += 1;
  return scores;
}

/** What the words around units `from` up to `to` speak for. */
export function contextOf(line: Line, from: number, to: number): Scores {
  const scores = noScores();
  const add = (evidence: Evidence | undefined) => {
    for (const [bearer, weight] of evidence ?? []) scores[bearer] += weight;
  };
  const { units } = line;
  const single = to - from === 1;
  const before = units[from - 1];
  const beforeThat = units[from - 2];
  const after = units[to];
  const next = units[to + 1];

  if (before && !before.mark) {
    const attributive = after && !after.mark && !after.capital && AFTER.has(after.lower);
    const beside = BEFORE.get(before.lower);
    const held = /^(?:in|at)$/.test(before.lower) && HOLDINGS.has(beforeThat?.lower ?? '');
    if (held) scores.organization += 3;
    else if (before.lower === 'of') add(BEFORE_OF.get(beforeThat?.lower ?? ''));
    else if (before.lower === 'to' && beforeThat?.lower === 'according') scores.person += 0.5;
    else if (/^an?$/.test(before.lower) && attributive) scores.organization += 0.5;
    else add(beside);
    if (single) add(BEFORE_SINGLE.get(before.lower));
    if (single && before.lower === 'the' && after && !after.mark && !after.capital && after.pos === 'NOUN')
      scores.other += 1.5;
    if (/^(?:19|20)\d\d$/.test(before.text)) scores.other += 3;
    const isThing = beside?.some(([bearer, weight]) => bearer !== 'person' && weight >= 3);
    if (!before.capital && !isThing && isOffice(before.lower)) scores.person += 3.5;
  } else if (before?.text === ',' && beforeThat) {
    add(BEFORE_COMMA.get(beforeThat.lower));
    if (isOffice(beforeThat.lower)) scores.person += 3;
  }
  if (single && before && /^(?:and|or|,)$/.test(before.lower) && placeEndsAt(line, from - 1)) scores.place += 2;

  if (before && after && /^["“‘']$/.test(before.text) && /^[,.]?["”’']$/.test(after.text)) scores.other += 3;
  // What brackets abbreviate is an organisation only where one was named right before them.
  const bracketed = single && before?.text === '(' && after?.text === ')' && units[from]?.shouted;
  if (bracketed && beforeThat && /^\p{L}/u.test(beforeThat.text) && !beforeThat.shouted && !lookUp(beforeThat.text))
    scores.other += 4;
  if (!after) return scores;
  add(AFTER.get(after.lower));
  if (single) add(AFTER_SINGLE.get(after.lower));
  if (/^['’]s?$/.test(after.text) && next) add(AFTER_POSSESSIVE.get(next.lower));
  if (single && /^(?:and|or)$/.test(after.lower) && knownAt(line, to + 1, to + 4)?.entry.kind === 'place')
    scores.place += 1.5;
  if (/\d/.test(after.text) && /^\p{Lu}/u.test(after.text) && !after.glued) scores.other += 4;
  if (!next) return scores;
  if (after.text === ',') addAfterComma(line, scores, to, next);
  if (after.text === '(' && next.shouted && units[to + 2]?.text === ')') {
    scores.organization += initialsMatch(textOf(line, from, to), next.text) ? 5 : 1;
  }
  if (/^[-–]$/.test(after.text) && after.glued && /^(?:based|born|area)$/.test(next.lower)) scores.place += 3;
  return scores;
}

function addAfterComma(line: Line, scores: Scores, to: number, next: Unit): void {
  const known = knownAt(line, to + 1, to + 5);
  if (STATE_ABBREVIATIONS.has(next.text) || (known?.entry.kind === 'place' && known.entry.weight > 1))
    scores.place += 3;
  else if (/^(?:who|whose|whom)$/.test(next.lower)) scores.person += 3;
  else if (next.lower === 'which') scores.organization += 1.5;
  else if (next.lower === 'where') scores.place += 3;
  else if (/^\d{1,3}$/.test(next.text) && /^[,.]$/.test(line.units[to + 2]?.text ?? '')) scores.person += 3;
  else if (appositionAfter(line.text, line.units, to)) scores.person += 3;
}

function placeEndsAt(line: Line, end: number): boolean {
  return [1, 2, 3].some(length => {
    const known = knownAt(line, end - length, end);
    return known?.to === end && known.entry.kind === 'place';
  });
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
