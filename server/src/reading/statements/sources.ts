import type { Sentence } from '../language.ts';
import { DAYS, TIME_WORDS, UNITS_OF_TIME } from '../lexicon/cues.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import {
  endOfBrackets,
  firstFinite,
  isAgo,
  isBreak,
  isCapitalised,
  isComma,
  isConjunction,
  isDash,
  isFiniteVerb,
  isPossessive,
  isPreposition,
  isSubordinator,
  PERSONAL_PRONOUNS,
  SUBJECT_PRONOUNS,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';

/** Narrows a noun phrase to the words that name the source: the bare name where it is the head, else the whole phrase. */
export function sourceIn(scene: Scene, phrase: Tokens): Tokens | null {
  const stray = scene.quotationAt[phrase.first] === -1 && STRAY_MARK.test(lower(scene, phrase.first));
  const { first, last } = withoutLeadingAdjunct(scene, stray ? { ...phrase, first: phrase.first + 1 } : phrase);
  if (first >= last) return null;
  // ", defending his words": what somebody does is no source; "visiting President Ada Kern" is one.
  const doing = posOf(scene, first) === 'VERB' && lower(scene, first).endsWith('ing') && !nameOver(scene, first);
  if (
    doing &&
    !/^(visiting|acting|outgoing|incoming|ruling|governing|sitting|leading|reigning)$/.test(lower(scene, first))
  )
    return null;
  const core = endOfCore(scene, first, last);
  // "a long-time writer for the Courier and singer Ada Kern": a person's name right behind a noun.
  const final = core < last ? nameEndingAt(scene, last) : null;
  if (
    final &&
    posOf(scene, final.first - 1) === 'NOUN' &&
    nameOver(scene, final.first)?.entity.type === 'person' &&
    !isCapitalised(scene, final.first - 1)
  )
    return final;
  const joint = jointSource(scene, first, last);
  if (joint) return joint;
  const tail = nameEndingAt(scene, core);
  if (tail && tail.first >= first) return tail;
  const titled = titledName(scene, first, core, last);
  if (titled) return titled;
  if (isPossessive(scene, last - 1) && last - first > 1) return null;
  return isNominal(scene, first, core) ? { first, last } : null;
}

const STRAY_MARK = /^["“”«»]$/;

/** "Minister for Roads and Bridges Ada Kern", "Member of Parliament (MP) Ada Kern of Leeds": the name that the title leads to. */
function titledName(scene: Scene, first: number, core: number, last: number): Tokens | null {
  const head = core - 1;
  if (!isCapitalised(scene, head) || (lower(scene, head).endsWith('s') && head === first)) return null;
  for (let i = core; i < last; i++) {
    const name = nameOver(scene, i);
    if (!name) continue;
    if (name.entity.type === 'person')
      return isPreposition(scene, name.first - 1) ||
        !(
          isCapitalised(scene, name.first - 1) ||
          nameOver(scene, name.first - 1) ||
          lower(scene, name.first - 1) === ')'
        )
        ? null
        : name;
    i = name.last - 1;
  }
  return null;
}

/** "A person | close to the talks", "officials | familiar with it". */
const POSTPOSED = new Set(words('close familiar present aware loyal critical'));

/** The phrase's head and what stands before it: up to the first preposition, bracket or relative pronoun. */
function endOfCore(scene: Scene, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const name = nameOver(scene, i);
    if (name) {
      i = name.last - 1;
      continue;
    }
    // "a letter seen by the agency": the participle belongs to what follows.
    if (i > first && posOf(scene, i) === 'VERB' && posOf(scene, i - 1) === 'NOUN' && isPreposition(scene, i + 1))
      return i;
    if (
      i > first &&
      (isPreposition(scene, i) || isSubordinator(scene, i) || lower(scene, i) === '(' || isComma(scene, i))
    )
      return i;
    if (i > first && posOf(scene, i) === 'VERB' && /(ing|ed)$/.test(lower(scene, i)) && posOf(scene, i - 1) === 'NOUN')
      return i;
    if (
      i > first &&
      POSTPOSED.has(lower(scene, i)) &&
      (posOf(scene, i - 1) === 'NOUN' || posOf(scene, i - 1) === 'PRON')
    )
      return i;
  }
  return last;
}

/** "In Kuala Lumpur the president", "On Monday Wang": the phrase behind an adjunct that no comma sets off. */
function withoutLeadingAdjunct(scene: Scene, { first, last }: Tokens): Tokens {
  let a = first;
  while (
    a < last &&
    (isConjunction(scene, a) ||
      (posOf(scene, a) === 'ADV' && !/^(earlier|later|more|less|about|nearly|almost|over)$/.test(lower(scene, a))) ||
      posOf(scene, a) === 'SCONJ') &&
    !SUBJECT_PRONOUNS.has(lower(scene, a)) &&
    !nameOver(scene, a)
  )
    a++;
  for (let i = a + 1; i < Math.min(last - 1, a + 5); i++) if (isAgo(scene, i)) a = i + 1;
  if (!isPreposition(scene, a) || nameOver(scene, a)) return { first: a, last };
  // "On Thursday officials": a time needs no comma behind it.
  if (last - a > 2 && (DAYS.has(lower(scene, a + 1)) || /^(19|20)\d\d$/.test(lower(scene, a + 1))))
    return { first: a + 2, last };
  for (let i = last - 1; i > a; i--) {
    const name = nameOver(scene, i);
    if (name) {
      i = name.first;
      continue;
    }
    const word = lower(scene, i);
    if (isPreposition(scene, i)) break;
    if (posOf(scene, i) === 'DET' || SUBJECT_PRONOUNS.has(word)) return { first: i, last };
  }
  const name = nameEndingAt(scene, last);
  return name && !isPreposition(scene, name.first - 1) ? name : { first: last, last };
}

/** "Xi and Macron", "she and Tchivinda", "both the mayor and the guild". */
function jointSource(scene: Scene, first: number, last: number): Tokens | null {
  for (let i = first + 1; i < last - 1; i++) {
    if (lower(scene, i) !== 'and' || nameOver(scene, i)) continue;
    const left = nameEndingAt(scene, i);
    const leftIsHead = left
      ? endOfCore(scene, first, i) === i
      : SUBJECT_PRONOUNS.has(lower(scene, i - 1)) ||
        (posOf(scene, first) === 'DET' && posOf(scene, i - 1) === 'NOUN' && endOfCore(scene, first, i) === i);
    if (!leftIsHead || (left && isTitleOf(scene, left, i + 1, last))) continue;
    const right = sourceIn(scene, { first: i + 1, last });
    if (!right || (!nameEndingAt(scene, right.last) && posOf(scene, i + 1) !== 'DET')) continue;
    const start = left && endOfCore(scene, first, i) === i ? left.first : first;
    return { first: start, last: right.last };
  }
  return null;
}

/** "Inland Ferries and Harbours Minister Ada Kern": a title goes on behind "and". */
function isTitleOf(scene: Scene, left: Tokens, from: number, last: number): boolean {
  const name = nameEndingAt(scene, last);
  if (!name || nameOver(scene, name.first)?.entity.type !== 'person' || name.first === from) return false;
  const titled = scene.tokens.slice(from, name.first).some(word => isOffice(word.lower));
  const unknown = nameOver(scene, left.first)?.entity;
  return (
    titled &&
    isCapitalised(scene, from) &&
    unknown !== undefined &&
    (unknown.type !== 'person' || unknown.roles.length === 0)
  );
}

function nameEndingAt(scene: Scene, end: number): Tokens | null {
  let last = end;
  if (lower(scene, last - 1) === ')') while (last > 0 && lower(scene, last) !== '(') last--;
  const name = nameOver(scene, last - 1);
  return name && name.last === last ? { first: name.first, last: name.last } : null;
}

function isNominal(scene: Scene, first: number, core: number): boolean {
  if (core - first > 14) return false;
  const head = core - 1;
  if (SUBJECT_PRONOUNS.has(lower(scene, head))) return true;
  return /^(NOUN|PROPN|PRON|NUM|ADJ|X)$/.test(posOf(scene, head)) || nameOver(scene, head) !== undefined;
}

/** What stands left of a verb group as its subject. */
export interface Subject {
  readonly source: Tokens;
  /** The first token of the subject with its appositions: the content before it ends here. */
  readonly first: number;
  /** The subject stands behind "who" or "which", that is, in a relative clause. */
  readonly relative: boolean;
}

/** The subject that ends right before `end`; looks no further left than `floor`. Null where there is none. */
export function subjectBefore(scene: Scene, groupFirst: number, floor: number): Subject | null {
  const end = beforeTime(scene, groupFirst, floor);
  const j = end - 1;
  if (j < floor) return null;
  if (isConjunction(scene, j)) return null;
  if (isRelativePronoun(scene, j) || (lower(scene, j) === 'that' && posOf(scene, j - 1) === 'NOUN'))
    return antecedent(scene, j, floor);
  if (isComma(scene, j) || isDash(scene, j)) return behindApposition(scene, j, floor);
  if (quotationOver(scene, j) && !scareQuoted(scene, j)) return null;
  if (posOf(scene, j) === 'VERB' && (isFiniteVerb(scene, j) || lower(scene, j - 1) === 'those'))
    return withContactClause(scene, j, floor);
  // "the rate he proposed": a pronoun needs nothing before it, unless it is joined.
  const alone = PERSONAL_PRONOUNS.has(lower(scene, j)) && !isConjunction(scene, j - 1) && posOf(scene, j - 1) !== 'DET';
  const first = alone ? j : startOfRegion(scene, j, floor);
  const source = sourceIn(scene, { first, last: j + 1 });
  return source && { source, first, relative: false };
}

/** "who" or "which"; the World Health Organization shouts. */
const isRelativePronoun = (scene: Scene, i: number): boolean =>
  (lower(scene, i) === 'which' || lower(scene, i) === 'who') && scene.tokens[i]?.text !== 'WHO';

/** "Basu, on Sunday said": a time between subject and verb. */
function beforeTime(scene: Scene, end: number, floor: number): number {
  const word = lower(scene, end - 1);
  if (!TIME_WORDS.has(word)) return end;
  const before = lower(scene, end - 2);
  let start = end;
  if (before === 'this' || before === 'last' || (before === 'that' && !DAYS.has(word)))
    start = /^(just|earlier|late|early)$/.test(lower(scene, end - 3)) ? end - 3 : end - 2;
  else if (DAYS.has(word)) start = before === 'on' ? end - 2 : end - 1;
  return start > floor ? start : end;
}

/** "The drivers she met said", "half of those polled said": a clause without "whom" belongs to the noun before it. */
function withContactClause(scene: Scene, verb: number, floor: number): Subject | null {
  const start = lower(scene, verb - 1) === 'those' ? verb : startOfContactClause(scene, verb, floor);
  if (start === null) return null;
  const first = startOfRegion(scene, start - 1, floor);
  const source = sourceIn(scene, { first, last: start });
  return source && { source: { first: source.first, last: verb + 1 }, first, relative: false };
}

function startOfContactClause(scene: Scene, verb: number, floor: number): number | null {
  const inner = verbGroup(scene, verb, floor).first - 1;
  // "figures to be published": an infinitive.
  if (lower(scene, inner) === 'to' && isNounOrName(scene, inner - 1)) return inner;
  const start = SUBJECT_PRONOUNS.has(lower(scene, inner)) ? inner : nameOver(scene, inner)?.first;
  if (start === undefined || start <= floor) return null;
  return posOf(scene, start - 1) === 'NOUN' || posOf(scene, start - 1) === 'PRON' ? start : null;
}

function antecedent(scene: Scene, who: number, floor: number): Subject | null {
  const end = isComma(scene, who - 1) || isDash(scene, who - 1) ? who - 1 : who;
  const name = nameEndingAt(scene, end);
  // "Ada Kern, a lecturer at Riga, who said": a person that a name of a place or body stands behind.
  if (name && end < who && lower(scene, who) === 'who' && isPreposition(scene, name.first - 1)) {
    const person = nameEndingAt(scene, previousComma(scene, end - 1, floor));
    if (person && nameOver(scene, person.first)?.entity.type === 'person')
      return { source: person, first: person.first, relative: true };
  }
  if (name && name.first >= floor) return { source: name, first: name.first, relative: true };
  const subject = end > floor ? subjectBefore(scene, end, floor) : null;
  return subject && { ...subject, first: subject.first, relative: true };
}

/** "Mwale, a lecturer at the university, said": the subject before the apposition; or the name in it. */
function behindApposition(scene: Scene, comma: number, floor: number): Subject | null {
  let best: Subject | null = null;
  let inner = comma;
  for (let tries = 0; tries < 4; tries++) {
    const outer = previousComma(scene, inner - 1, floor);
    if (outer <= floor) break;
    const another = lower(scene, outer + 1) === 'and' && isNounOrName(scene, outer + 2);
    const apposed = outer + 1 < inner && (another || canBeApposition(scene, outer + 1));
    if (!apposed) break;
    if (another) {
      inner = outer;
      continue;
    }
    const region = startOfRegion(scene, outer - 1, floor);
    const source = region < outer ? sourceIn(scene, { first: region, last: outer }) : null;
    if (source) {
      const name = nameOver(scene, inner - 1);
      const nameOnly = name && isTitle(scene, outer + 1, name.first) && name.entity.type !== 'place';
      const bare = nameOver(scene, source.first);
      if (nameOnly && !(bare && bare.last === source.last)) return { source: name, first: region, relative: false };
      const subject = { source, first: region, relative: false };
      if (nameOver(scene, source.last - 1)?.entity.type === 'person') return subject;
      best ??= subject;
    }
    inner = outer;
  }
  if (best) return best;
  // "Both the mayor and her deputy, urged": a comma that should not be there, with nothing else before it.
  const first = startOfRegion(scene, comma - 1, floor);
  const source = first === floor && comma > floor ? sourceIn(scene, { first, last: comma }) : null;
  return source && isNounOrName(scene, source.last - 1) ? { source, first, relative: false } : null;
}

const isNounOrName = (scene: Scene, i: number): boolean =>
  nameOver(scene, i) !== undefined || /^(NOUN|PROPN)$/.test(posOf(scene, i));

/** Nothing, or "Dr.": what may stand between a comma and the name that it sets off. */
const isTitle = (scene: Scene, from: number, to: number): boolean =>
  from === to ||
  (to - from <= 2 &&
    scene.tokens
      .slice(from, to)
      .every(word => /^(dr|mr|mrs|ms|prof|sir|rev|gen|col|\.|dr\.|mr\.|mrs\.|ms\.|prof\.)$/.test(word.lower)));

function canBeApposition(scene: Scene, i: number): boolean {
  const pos = posOf(scene, i);
  if (nameOver(scene, i)) return true;
  if (/^(who|which|whose|whom|where)$/.test(lower(scene, i))) return true;
  if (PERSONAL_PRONOUNS.has(lower(scene, i))) return false;
  return /^(DET|NUM|PRON|ADJ|NOUN|PROPN|VERB|ADP|ADV)$/.test(pos);
}

function previousComma(scene: Scene, from: number, floor: number): number {
  for (let i = from; i > floor; i--) {
    if (quotationOver(scene, i) && !scareQuoted(scene, i)) return floor;
    if (isComma(scene, i) && !nameOver(scene, i)) return i;
  }
  return floor;
}

/** Punctuation that no noun phrase reaches over. */
function isBoundary(word: string): boolean {
  const code = word.charCodeAt(0);
  return !(code >= 97 && code <= 122) && /^(?:[,;:(.!?[\]–—]+|--+)$/.test(word);
}

const CLAUSE_OPENERS = new Set(
  words(`but because while whereas if although though unless whether that how why what where when which whom`),
);
const JOINING = new Set(words('and but or then'));
const TEMPORAL = new Set(words('after before since until'));
/** "Two days after", "shortly before". */
const MEASURES = new Set(words('moment moments shortly soon long just'));

/** The stop in "Gazette.example": no space on either side. */
const isGlued = (scene: Scene, i: number): boolean =>
  lower(scene, i) === '.' &&
  scene.tokens[i - 1]?.end === scene.tokens[i]?.start &&
  scene.tokens[i + 1]?.start === scene.tokens[i]?.end;

/** The left end of the region that the subject ending at `j` may reach to. */
function startOfRegion(scene: Scene, j: number, floor: number): number {
  let i = j;
  while (i >= floor) {
    const name = nameOver(scene, i);
    if (name) {
      i = name.first - 1;
      continue;
    }
    const word = lower(scene, i);
    if (word === ')') {
      const open = openBracket(scene, i, floor);
      // "(Kern) The road is open": a label.
      if (open < 0 || open === floor || (open === floor + 1 && lower(scene, floor) === '(')) return i + 1;
      i = open - 1;
      continue;
    }
    if (isBoundary(word) && !isGlued(scene, i)) return i + 1;
    // "As Kern told the Courier, …"
    if (word === 'as' && i < j && (i === floor || isBreak(scene, i - 1))) return i + 1;
    // "Calling it “a sham” the mayor said": what is quoted belongs to what stands before.
    if (i < j && scene.quotationAt[i] !== -1 && scene.quotationAt[i + 1] === -1 && posOf(scene, i + 1) === 'DET')
      return i + 1;
    if (quotationOver(scene, i) && !scareQuoted(scene, i)) return i + 1;
    if (i < j && CLAUSE_OPENERS.has(word)) {
      if (word === 'that' && posOf(scene, i + 1) === 'NOUN' && i + 1 === j) return i;
      return i + 1;
    }
    if (i < j && JOINING.has(word) && !joinsNouns(scene, i)) return i + 1;
    if (word === 'since' && i < j && posOf(scene, i - 1) === 'ADJ') return i + 1;
    if (word === 'with' && i < j && i > floor && isComma(scene, i - 1)) return i + 1;
    // "two days after Kern spoke": what comes before is when, not who.
    if (i < j && TEMPORAL.has(word) && (UNITS_OF_TIME.has(lower(scene, i - 1)) || MEASURES.has(lower(scene, i - 1))))
      return i + 1;
    if (word === 'been' && i < j && !/^(who|which|that)$/.test(lower(scene, i - 2))) return behindTime(scene, i + 1, j);
    if (isFiniteVerb(scene, i) && lower(scene, i + 1) !== '-') {
      let k = i - 1;
      while (k > floor && (posOf(scene, k) === 'AUX' || posOf(scene, k) === 'ADV')) k--;
      // "figures to be published show", "the man who drew the map said"
      if (/^(who|which|that|to)$/.test(lower(scene, k)) && k - 1 >= floor && !isComma(scene, k - 1)) {
        i = k - 1;
        continue;
      }
      const reducedRelative =
        /^(NOUN|PROPN)$/.test(posOf(scene, i - 1)) &&
        isPreposition(scene, i + 1) &&
        posOf(scene, i) === 'VERB' &&
        isPastParticiple(word) &&
        !TEMPORAL.has(lower(scene, i + 1)) &&
        i - 1 >= floor &&
        firstOf(scene, i - 1, floor);
      if (!reducedRelative) return i + 1;
    }
    i--;
  }
  return Math.max(floor, i + 1);
}

/** "been going on since May | the council": behind the last word of time, or where it would have begun. */
function behindTime(scene: Scene, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (TEMPORAL.has(lower(scene, i))) return i + 1;
  return from;
}

/** Nothing but one noun phrase stands between the floor, or the last break, and `i`. */
function firstOf(scene: Scene, i: number, floor: number): boolean {
  for (let k = i; k >= floor; k--) {
    if (isComma(scene, k) || isConjunction(scene, k)) return true;
    if (isFiniteVerb(scene, k)) return false;
  }
  return true;
}

/** By its ending, and so as to leave out "came", "began" and their like. */
export const isPastParticiple = (word: string): boolean => /(ed|en|wn|nt|ht|ld|de|ad|ut|id|et)$/.test(word);

const joinsNouns = (scene: Scene, and: number): boolean => {
  const left = posOf(scene, and - 1);
  const right = posOf(scene, and + 1);
  const nominal = /^(NOUN|PROPN|ADJ|NUM|PRON|PUNCT|X)$/;
  return (
    !isComma(scene, and - 1) &&
    (nameOver(scene, and - 1) !== undefined || nominal.test(left)) &&
    (nameOver(scene, and + 1) !== undefined || nominal.test(right) || right === 'DET') &&
    noVerbBefore(scene, and)
  );
};

/** "…of the meeting and Wang said": with a finite verb before the conjunction a new clause begins behind it. */
function noVerbBefore(scene: Scene, and: number): boolean {
  for (let k = and - 1; k >= 0 && k > and - 25; k--) {
    if (isComma(scene, k) || lower(scene, k) === '.' || quotationOver(scene, k)) return true;
    if (isFiniteVerb(scene, k)) return false;
  }
  return true;
}

function openBracket(scene: Scene, close: number, floor: number): number {
  for (let i = close; i >= Math.max(floor, close - 20); i--) if (/^[([]$/.test(lower(scene, i))) return i;
  return -1;
}

/** A word or two in quotation marks inside a phrase: they are a name or a distance kept, no speech. */
export function scareQuoted(scene: Scene, i: number): boolean {
  const quotation = quotationOver(scene, i);
  if (!quotation) return false;
  return (
    quotation.end - quotation.start < 40 && !/[.,!?]["”'’]?$/.test(scene.text.slice(quotation.start, quotation.end))
  );
}

/** The noun phrase that begins at `from`, as the subject of an inverted cue ("said the mayor of Riga"). */
export function subjectAfter(
  scene: Scene,
  from: number,
  limit: number,
): { readonly source: Tokens; readonly last: number } | null {
  let i = from;
  if (
    SUBJECT_PRONOUNS.has(lower(scene, i)) &&
    /^(PRON|DET|NOUN)$/.test(posOf(scene, i)) &&
    !/^(NOUN|PROPN|ADJ)$/.test(posOf(scene, i + 1)) &&
    lower(scene, i + 1) !== 'of'
  ) {
    return { source: { first: i, last: i + 1 }, last: i + 1 };
  }
  for (; i < limit; i++) {
    const name = nameOver(scene, i);
    if (name) {
      i = name.last - 1;
      if (
        name.entity.type === 'person' &&
        lower(scene, name.last) !== "'s" &&
        lower(scene, name.last) !== '’s' &&
        lower(scene, name.last) !== 'and'
      ) {
        const source = sourceIn(scene, { first: from, last: name.last });
        if (source) return { source: withPostmodifier(scene, source, name.last, from), last: name.last };
      }
      continue;
    }
    const word = lower(scene, i);
    if (isComma(scene, i) || /^[;:.!?–—]$/.test(word) || quotationOver(scene, i)) break;
    if (word === '(') {
      const end = endOfBrackets(scene, i, limit);
      if (end === i) break;
      i = end - 1;
      continue;
    }
    if (isSubordinator(scene, i)) break;
    if (isFiniteVerb(scene, i)) return null;
    if (/^(on|during|after|before|via|through|by|following|amid|as|to|while)$/.test(word) && i > from) break;
    if (/^(in|at)$/.test(word) && i > from && /^(a|an|the|his|her|their|response|reply)$/.test(lower(scene, i + 1)))
      break;
    if (i > from && (DAYS.has(word) || /^(here|there|earlier|later|last|this)$/.test(word))) break;
  }
  const last = i;
  if (last === from) return null;
  const source = sourceIn(scene, { first: from, last });
  return source && { source, last };
}

/** A nominal source keeps what follows its head: "a spokesman for Helvion". A bare name stays bare. */
function withPostmodifier(scene: Scene, source: Tokens, last: number, from: number): Tokens {
  return source.first === from && nameOver(scene, source.last - 1) === undefined
    ? { first: source.first, last }
    : source;
}

/** What a clause begins with that is not the main one. */
const DEPENDENT = new Set(
  words(
    `that because while when whereas if although though unless whether where after before as since until once which what whom`,
  ),
);

/** The subject of the sentence's main clause, as far as it stands before `until`; clauses of time and reason are passed over. */
export function mainSubject(scene: Scene, sentence: Pick<Sentence, 'first'>, until: number): Subject | null {
  for (let i = sentence.first; i < until; i++) {
    if (scene.quotationAt[i] !== -1 || !isFiniteVerb(scene, i)) continue;
    const group = verbGroup(scene, i, sentence.first);
    const subject = subjectBefore(scene, group.first, sentence.first);
    if (!subject || subject.relative) continue;
    const opener = subject.first === sentence.first ? subject.first : subject.first - 1;
    if (!DEPENDENT.has(lower(scene, opener))) return subject;
  }
  return null;
}

/** "miners who left the pit | and called": the subject of the relative clause that the words before `until` end. */
export function relativeSubject(scene: Scene, sentence: Sentence, until: number): Subject | null {
  for (let i = until - 1; i > sentence.first; i--) {
    if (isComma(scene, i) || quotationOver(scene, i)) return null;
    if (!isFiniteVerb(scene, i)) continue;
    const subject = subjectBefore(scene, verbGroup(scene, i, sentence.first).first, sentence.first);
    return subject?.relative ? subject : null;
  }
  return null;
}

/** The subject that a participle before `until` hangs on: that of the last clause that "and" or "but" joins, or of the main one. */
export function subjectInLastClause(scene: Scene, sentence: Sentence, until: number): Subject | null {
  for (let joint = until - 1; joint > sentence.first; joint--) {
    if (!/^(and|but|;)$/.test(lower(scene, joint)) || scene.quotationAt[joint] !== -1) continue;
    const verb = firstFinite(scene, joint + 2, until);
    const subject = verb < 0 ? null : subjectBefore(scene, verbGroup(scene, verb, joint + 1).first, joint + 1);
    if (subject?.first === joint + 1 && !subject.relative && !joinsNouns(scene, joint)) return subject;
  }
  return mainSubject(scene, sentence, until);
}
