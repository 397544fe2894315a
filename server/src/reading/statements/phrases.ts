/** Shallow phrases: where a noun phrase, an adjunct or a verb group begins and ends. All indices are token indices. */

import { MEDIA, TIME_WORDS, UNITS_OF_TIME } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';

const HAVING = new Set(words(`has have had 's ’s 've ’ve 'd ’d having did do does would might may is was are were`));
const BEING = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'being', 'am', 'get', 'got', 'gets']);
const MODALS = new Set(words(`will shall can could should must 'll ’ll wo ca`));
const NON_FINITE = new Set(words('be been being having'));
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly']);
const ADVERBS = new Set(
  words(`
    also then later once again further furthermore too both all each now still even just only first finally
    meanwhile nevertheless yet too thus since long previously reportedly however today yesterday earlier often
    always sometimes soon ever tonight`),
);
export const PERSONAL_PRONOUNS: ReadonlySet<string> = new Set(words('he she it they i we you'));
export const SUBJECT_PRONOUNS = new Set(
  words(`
    he she they it we i you who both others some many one another several most all few neither everyone somebody
    someone this that those these`),
);
const PREPOSITIONS = new Set(
  words(`
    of in on at for from with to by near during after before via through over under about into between among
    against without within inside outside following amid across along upon since until than as toward towards
    alongside behind despite regarding concerning`),
);
const SUBORDINATORS = new Set(
  words(`
    that because while when whereas if although though unless whether where which who whom whose how why what
    once so`),
);
const ADJUNCT_PREPOSITIONS = new Set(
  words(`
    in on at during after before via through by to with from over following upon about of for as at outside
    inside near amid since between within under regarding concerning into`),
);

const CONJUNCTIONS = new Set(words('and but or & then yet'));
const DASHES = new Set(words('– — ― -- ---'));
const BREAKS = new Set([...DASHES, ...words(', ; : ( ) [ ] ... …')]);

export const isPreposition = (scene: Scene, i: number): boolean => PREPOSITIONS.has(lower(scene, i));
export const isSubordinator = (scene: Scene, i: number): boolean => SUBORDINATORS.has(lower(scene, i));
export const isConjunction = (scene: Scene, i: number): boolean => CONJUNCTIONS.has(lower(scene, i));
export const isComma = (scene: Scene, i: number): boolean => lower(scene, i) === ',';
export const isDash = (scene: Scene, i: number): boolean => DASHES.has(lower(scene, i));
/** A comma, a dash, a bracket or the like: what sets phrases apart inside a sentence. */
export const isBreak = (scene: Scene, i: number): boolean => BREAKS.has(lower(scene, i));

/** "'s", or the apostrophe of "the drivers' queue"; not a mark of quotation. */
export function isPossessive(scene: Scene, i: number): boolean {
  const word = lower(scene, i);
  if (isClitic(word)) return true;
  return (word === "'" || word === '’') && scene.quotationAt[i] === -1 && lower(scene, i - 1).endsWith('s');
}

export function isCapitalised(scene: Scene, i: number): boolean {
  const code = scene.tokens[i]?.text.charCodeAt(0) ?? 0;
  if (code < 0x80) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(scene.tokens[i]?.text ?? '');
}

/** A verb that can stand in a main clause: neither an infinitive, nor a gerund. */
export function isFiniteVerb(scene: Scene, i: number): boolean {
  if (nameOver(scene, i)) return false;
  const pos = posOf(scene, i);
  if (pos === 'AUX') return lower(scene, i - 1) !== 'to' && !NON_FINITE.has(lower(scene, i));
  // "he's not": the tagger takes every "'s" for a possessive.
  if (pos === 'PART') return isClitic(lower(scene, i)) && /^(he|she|it|who|that|there|what)$/.test(lower(scene, i - 1));
  if (pos !== 'VERB') return false;
  const word = lower(scene, i);
  if (word.endsWith('ing')) return false;
  const before = lower(scene, i - 1);
  return before !== 'to' && before !== 'the' && before !== 'a';
}

const isClitic = (word: string): boolean => word === "'s" || word === '’s';

export interface VerbGroup {
  /** The first token of the group: "has also said" begins at "has". */
  readonly first: number;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly future: boolean;
  readonly infinitive: boolean;
}

/** The verb group that ends in the verb at `verb`; it does not reach before `floor`. */
export function verbGroup(scene: Scene, verb: number, floor: number): VerbGroup {
  let i = verb - 1;
  let negated = false;
  let passive = false;
  let future = false;
  let infinitive = false;
  for (; i >= floor; i--) {
    const word = lower(scene, i);
    if (nameOver(scene, i)) break;
    if (word === ',' && i === verb - 1) {
      const aside = startOfAside(scene, i, floor);
      if (aside === i) break;
      i = aside;
      continue;
    }
    if (NEGATIONS.has(word)) negated = true;
    else if (BEING.has(word)) passive = passive || !lower(scene, verb).endsWith('ing');
    else if (MODALS.has(word)) future = true;
    else if (HAVING.has(word)) continue;
    else if (word === 'to' && i === verb - 1) {
      // "went on to say": the infinitive of an auxiliary-like verb is as good as finite.
      const goOn = /^(went|goes|gone|going|go)$/.test(lower(scene, i - 2)) && lower(scene, i - 1) === 'on';
      const far = lower(scene, i - 1) === 'as' ? i - 2 : i - 1;
      const farAs = lower(scene, far) === 'far' && /^(went|goes|gone)$/.test(lower(scene, far - 2));
      const others = /^(continued|continues|began|rushed|hastened|took|proceeded)$/.test(lower(scene, i - 1));
      if (goOn) i -= 2;
      else if (farAs) i = far - 2;
      else if (others) i -= 1;
      else {
        infinitive = true;
        break;
      }
    } else if (ADVERBS.has(word) || (posOf(scene, i) === 'ADV' && /ly$|^(again|so|as|once)$/.test(word))) {
      if (
        /^(all|both|each|some|one)$/.test(word) &&
        (i === floor || isBreak(scene, i - 1) || isConjunction(scene, i - 1))
      )
        break;
      // "later" ends a phrase of time as often as it opens a verb group; either way it is no subject.
    } else break;
  }
  return { first: i + 1, negated, passive, future, infinitive };
}

/** "has, in a statement, called": the comma that opens the aside between an auxiliary and its verb, or `comma` itself. */
function startOfAside(scene: Scene, comma: number, floor: number): number {
  for (let i = comma - 1; i > Math.max(floor, comma - 10); i--) {
    if (isComma(scene, i)) return HAVING.has(lower(scene, i - 1)) || BEING.has(lower(scene, i - 1)) ? i : comma;
    if (isFiniteVerb(scene, i) || quotationOver(scene, i)) return comma;
  }
  return comma;
}

/** The end of the noun phrase that begins at `i`: "a news conference", "Farid Hassanuddin", "him". */
export function endOfNounPhrase(scene: Scene, from: number, limit: number): number {
  let i = from;
  let head = false;
  while (i < limit) {
    const name = nameOver(scene, i);
    if (name) {
      if (
        head &&
        name.first === i &&
        !isCapitalised(scene, i - 1) &&
        !isPossessive(scene, i - 1) &&
        lower(scene, i - 1) !== '-'
      )
        return i;
      i = name.last;
      head = true;
      if (isPossessive(scene, i)) {
        i++;
        head = false;
        continue;
      }
      if (lower(scene, i) === '(') i = endOfBrackets(scene, i, limit);
      if (continuesName(scene, i)) continue;
      return endOfPostmodifiers(scene, i, limit);
    }
    const pos = posOf(scene, i);
    const word = lower(scene, i);
    if (word === '-' || word === '&' || isPossessive(scene, i)) {
      head = false;
      i++;
    } else if (pos === 'DET' || (pos === 'PRON' && /^(his|her|its|their|our|my|your|whose)$/.test(word))) {
      if (head) return i;
      i++;
    } else if (pos === 'PRON') {
      return head ? i : i + 1;
    } else if (pos === 'NUM' || pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'SYM' || pos === 'X') {
      if (TIME_WORDS.has(word) && head) return i;
      head = pos === 'NOUN' || pos === 'PROPN' || (pos === 'NUM' && i + 1 < limit);
      i++;
    } else if (pos === 'ADV' && !head && i > from && /^(ADJ|NOUN|ADV)$/.test(posOf(scene, i + 1))) {
      i++;
    } else if (pos === 'VERB' && !head && /(ing|ed)$/.test(word) && i > from) {
      i++;
    } else if (
      word === 'and' &&
      head &&
      /^(NOUN|PROPN|ADJ)$/.test(posOf(scene, i + 1)) &&
      /^(NOUN|PROPN)$/.test(posOf(scene, i - 1)) &&
      isCapitalised(scene, i - 1) &&
      isCapitalised(scene, i + 1)
    ) {
      i++;
    } else break;
  }
  return endOfPostmodifiers(scene, i, limit);
}

const continuesName = (scene: Scene, i: number): boolean =>
  !nameOver(scene, i) &&
  (lower(scene, i) === '-' ||
    lower(scene, i) === '/' ||
    (isCapitalised(scene, i) && /^(NOUN|PROPN)$/.test(posOf(scene, i))));

function endOfPostmodifiers(scene: Scene, i: number, limit: number): number {
  return i < limit && lower(scene, i) === 'of' ? endOfNounPhrase(scene, i + 1, limit) : i;
}

export function endOfBrackets(scene: Scene, i: number, limit: number): number {
  for (let j = i; j < Math.min(limit, i + 20); j++) if (lower(scene, j) === ')') return j + 1;
  return i;
}

/** Skips what may stand between a cue and its content: "on Wednesday", "in a message to the mayor", "by telephone". */
export function skipAdjuncts(scene: Scene, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const word = lower(scene, i);
    if (quotationOver(scene, i)) return i;
    if (TIME_WORDS.has(word)) {
      if (isPossessive(scene, i + 1)) return i;
      if (/^(may|march)$/.test(word) && !isCapitalised(scene, i)) return i;
      if (word === 'there' && /^(AUX|VERB)$/.test(posOf(scene, i + 1))) return i;
      i++;
      while (posOf(scene, i) === 'NUM' && i < limit) i++;
      continue;
    }
    const behindTime = endOfTime(scene, i, limit);
    if (behindTime > i) {
      i = behindTime;
      continue;
    }
    const next = lower(scene, i + 1);
    // "said publicly that", but "said only ten were left"
    if (
      posOf(scene, i) === 'ADV' &&
      /ly$/.test(word) &&
      (next === 'that' || !/^(NUM|DET)$/.test(posOf(scene, i + 1)))
    ) {
      i++;
      continue;
    }
    if (word === '(') {
      const end = endOfBrackets(scene, i, limit);
      if (end === i) return i;
      i = end;
      continue;
    }
    if (
      i > from &&
      posOf(scene, i) === 'VERB' &&
      !word.endsWith('ing') &&
      (isPreposition(scene, i + 1) || /^(out|up|down)$/.test(lower(scene, i + 1)))
    ) {
      i += isPreposition(scene, i + 1) ? 1 : 2;
      continue;
    }
    if (!ADJUNCT_PREPOSITIONS.has(word)) return i;
    const end = endOfAdjunct(scene, i, limit);
    if (end === i) return i;
    i = end;
  }
  return i;
}

/** Behind "last week", "two days after the vote", "three years ago", "late | on Friday"; `i` where no such time stands there. */
function endOfTime(scene: Scene, i: number, limit: number): number {
  const word = lower(scene, i);
  const next = lower(scene, i + 1);
  if (TIME_WORDS.has(next) && /^(last|this|next|early|late|every)$/.test(word)) return i + 2;
  if (word === 'late' || word === 'early') return /^(on|in|at)$/.test(next) ? i + 1 : i;
  if (!UNITS_OF_TIME.has(next) || !/^(NUM|ADJ|DET)$/.test(posOf(scene, i))) return i;
  if (isAgo(scene, i + 2)) return i + 3;
  return /^(after|before)$/.test(lower(scene, i + 2)) ? endOfNounPhrase(scene, i + 3, limit) : i;
}

/** "Three years | ago", "two days | later". */
export const isAgo = (scene: Scene, i: number): boolean => AGO.has(lower(scene, i));
const AGO = new Set(words('ago later earlier'));

/** Whom one speaks to: "said to reporters". */
const PUBLIC = new Set(
  words(`
    police reporters press media journalists public parliament lawmakers court jury officials supporters crowd
    audience nation`),
);

function endOfAdjunct(scene: Scene, preposition: number, limit: number): number {
  const end = endOfNounPhrase(scene, preposition + 1, limit);
  if (end === preposition + 1) return preposition;
  const next = lower(scene, end);
  if (end >= limit || next === ',' || next === 'that' || next === ':' || quotationOver(scene, end)) return end;
  if (
    ADJUNCT_PREPOSITIONS.has(next) ||
    TIME_WORDS.has(next) ||
    (posOf(scene, end) === 'VERB' && isPreposition(scene, end + 1)) ||
    /^(whether|when|how|why|what)$/.test(next)
  )
    return end;
  if (lower(scene, preposition) === 'to' && PUBLIC.has(lower(scene, end - 1))) return end;
  for (let i = preposition + 1; i < end; i++)
    if (
      MEDIA.has(lower(scene, i)) ||
      TIME_WORDS.has(lower(scene, i)) ||
      (nameOver(scene, i) && lower(scene, preposition) !== 'of')
    )
      return end;
  return preposition;
}

/** Does a clause with a finite verb begin at `i`? Looks no further than the next semicolon or `limit`. */
export function clauseBegins(scene: Scene, from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 45); i++) {
    if (quotationOver(scene, i)) return i > from;
    if (lower(scene, i) === ';' || lower(scene, i) === ':') return false;
    if (isFiniteVerb(scene, i)) return i > from || posOf(scene, i) === 'AUX';
    if (i > from && INTENDING.has(lower(scene, i)) && lower(scene, i + 1) === 'to' && nameOver(scene, i - 1))
      return true;
  }
  return false;
}

/** Verbs that are taken for nouns behind a name: "said Kern wishes to resign". */
const INTENDING = new Set(words('wishes plans hopes wants aims needs claims intends promises'));

/** The first finite verb in a range, or -1. */
export function firstFinite(scene: Scene, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (!quotationOver(scene, i) && isFiniteVerb(scene, i)) return i;
  return -1;
}

/** Trims breaks and conjunctions off both ends of a range. */
export function trim(scene: Scene, { first, last }: Tokens): Tokens {
  let a = first;
  let b = last;
  while (a < b && (isBreak(scene, a) || isConjunction(scene, a) || /^[.!?]+$/.test(lower(scene, a)))) a++;
  while (b > a && isBreak(scene, b - 1) && lower(scene, b - 1) !== ')') b--;
  return { first: a, last: b };
}
