/** What a cue is followed by: a clause, a quotation, a question, an act, or nothing. */
import {
  ACT_PREPOSITIONS,
  CUE_FORMS,
  CUE_PARTICLES,
  type CueForm,
  DAYS,
  FEELINGS_AND_WISHES,
  SPOKEN_NOUNS,
} from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { actComplement, follows } from './acts.ts';
import { type Complement, nextComma } from './found.ts';
import {
  clauseBegins,
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isComma,
  isFiniteVerb,
  isPossessive,
  isPreposition,
  isSubordinator,
  skipAdjuncts,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene } from './scene.ts';
import { scareQuoted } from './sources.ts';

const EXPRESS: CueForm = {
  verb: {
    lemma: 'express',
    clause: true,
    quotation: false,
    parenthetical: false,
    addressee: false,
    object: true,
    infinitive: true,
    question: false,
    reserved: false,
    attitude: false,
  },
  form: 'past',
};

export function expressing(scene: Scene, i: number, limit: number): { cue: CueForm; complement: Complement } | null {
  const light = !/^(express|voic|convey|extend|regist|reiterat|restat|reaffirm|stat|declar|signal|rais)/.test(
    lower(scene, i),
  );
  for (let j = i + 1; j < Math.min(limit, i + 7); j++) {
    const word = lower(scene, j);
    if (/^(statement|clear|plain)$/.test(word) && lower(scene, j + 1) === 'that')
      return {
        cue: { ...EXPRESS, form: formOf(lower(scene, i)) },
        complement: { kind: 'that', from: j + 2, cueLast: j + 2 },
      };
    if (SAID_ALOUD.has(word) && lower(scene, j + 1) === ':' && quotationOver(scene, j + 2))
      return {
        cue: { ...EXPRESS, form: formOf(lower(scene, i)) },
        complement: { kind: 'quotation', from: j + 2, cueLast: j + 1 },
      };
    if (FEELINGS_AND_WISHES.has(word) && scene.quotationAt[j] !== -1) {
      // "gave its “deepest sympathies”": what is quoted was said.
      return {
        cue: { ...EXPRESS, form: formOf(lower(scene, i)) },
        complement: { kind: 'act', from: i + 1, cueLast: i + 1 },
      };
    }
    if (FEELINGS_AND_WISHES.has(word) && (!light || SPOKEN_NOUNS.has(word))) {
      let last = j + 1;
      while (
        lower(scene, last) === 'and' &&
        (FEELINGS_AND_WISHES.has(lower(scene, last + 1)) || FEELINGS_AND_WISHES.has(lower(scene, last + 2)))
      )
        last += FEELINGS_AND_WISHES.has(lower(scene, last + 1)) ? 2 : 3;
      const that = lower(scene, last) === 'that';
      const form = formOf(lower(scene, i));
      const from = that ? last + 1 : last;
      if (!that && (from >= limit || isComma(scene, from) || /^(via|through|on|at|during)$/.test(lower(scene, from)))) {
        // Nothing follows: the feeling itself is what was expressed.
        return { cue: { ...EXPRESS, form }, complement: { kind: 'act', from: i + 1, cueLast: i + 1 } };
      }
      return { cue: { ...EXPRESS, form }, complement: { kind: that ? 'that' : 'act', from, cueLast: from } };
    }
    if (
      !/^(ADJ|DET|PRON|ADV|NUM|NOUN|PART|PUNCT|VERB|CCONJ)$/.test(posOf(scene, j)) ||
      isComma(scene, j) ||
      isSubordinator(scene, j)
    )
      return null;
  }
  return null;
}

/** "made the following announcement: “…”" */
const SAID_ALOUD = new Set(words('announcement statement declaration remark remarks comment comments appeal promise'));

const formOf = (word: string): CueForm['form'] =>
  word.endsWith('ing')
    ? 'participle'
    : /(ed|gave|made|sent)$/.test(word)
      ? 'past'
      : word.endsWith('s')
        ? 'present'
        : 'base';

export function complementOf(scene: Scene, i: number, limit: number, cue: CueForm): Complement | null {
  const { verb } = cue;
  let at = i + 1;
  if (CUE_PARTICLES[verb.lemma] === lower(scene, at)) at++;
  const prepositions = ACT_PREPOSITIONS[verb.lemma];
  const adverb =
    prepositions && (posOf(scene, at) === 'ADV' || lower(scene, at) === 'out' || DAYS.has(lower(scene, at))) ? 1 : 0;
  const preposition = prepositions?.includes(lower(scene, at + adverb)) ?? false;
  if (verb.lemma === 'charge' && lower(scene, at) === 'with') return null;
  if (preposition && verb.lemma === 'refer' && !follows(scene, at, limit, AS)) return null;
  if (preposition) return { kind: 'act', from: at + adverb + 1, cueLast: at + adverb + 1 };
  // "pleaded not guilty": what is pleaded needs no verb.
  if (verb.lemma === 'plead' && /^(not|guilty|innocent)$/.test(lower(scene, at)))
    return { kind: 'act', from: at, cueLast: at };
  if (lower(scene, at) === 'that' && verb.clause && !thatIsDemonstrative(scene, at, limit))
    return { kind: 'that', from: at + 1, cueLast: at + 1 };
  if (
    verb.addressee &&
    at < limit &&
    !isBreak(scene, at) &&
    scene.quotationAt[at] === -1 &&
    !/^(that|to|whether|if|in|on|at|for|about|during)$/.test(lower(scene, at))
  ) {
    const end = withTitle(scene, withNameApposed(scene, endOfNounPhrase(scene, at, limit)));
    const told = end > at ? afterAdjuncts(scene, end, limit, verb) : null;
    if (told && told.kind !== 'none') return { ...told, cueLast: i + 1 };
    if (/^(tell|warn|remind)$/.test(verb.lemma) && end > at && lower(scene, end) === 'to')
      return { kind: 'act', from: at, cueLast: i + 1 };
    if (verb.lemma === 'tell' || verb.lemma === 'assure' || verb.lemma === 'inform')
      return end >= limit || told ? { kind: 'none', from: told?.from ?? end, cueLast: i + 1 } : null;
    if (lower(scene, end) === 'to' && verb.lemma === 'promise') return { kind: 'act', from: end, cueLast: i + 1 };
  }
  const direct = afterAdjuncts(scene, at, limit, verb);
  if (direct && direct.kind !== 'none')
    return { ...direct, cueLast: direct.kind === 'that' && direct.from === at + 1 ? at + 1 : at };
  const act = actComplement(scene, at, limit, cue);
  if (act) return { kind: 'act', from: act, cueLast: at };
  return direct && { ...direct, cueLast: at };
}

const AS: ReadonlySet<string> = new Set(['as']);

/** "told her counterpart, Rodrigo Arce, in a call": the name between commas belongs to the addressee. */
function withNameApposed(scene: Scene, from: number): number {
  let end = from;
  // "told programme host Ada Kern": the name belongs to the noun before it.
  if (posOf(scene, end) === 'NOUN' && nameOver(scene, end + 1)) end++;
  if (
    nameOver(scene, end)?.first === end &&
    posOf(scene, end - 1) === 'NOUN' &&
    nameOver(scene, end)?.entity.type === 'person'
  )
    end = nameOver(scene, end)?.last ?? end;
  const name = isComma(scene, end) ? nameOver(scene, end + 1) : undefined;
  return name && name.first === end + 1 && isComma(scene, name.last) ? name.last + 1 : end;
}

/** "told the station's “Morning Hour” that": a title in quotation marks belongs to the addressee. */
function withTitle(scene: Scene, end: number): number {
  if (!isPossessive(scene, end - 1) || !quotationOver(scene, end) || !scareQuoted(scene, end)) return end;
  let i = end;
  while (scene.quotationAt[i] === scene.quotationAt[end] && i < scene.tokens.length) i++;
  return i;
}

/** "announced that day": the word points, it does not open a clause. */
const thatIsDemonstrative = (scene: Scene, at: number, limit: number): boolean =>
  at + 1 >= limit ||
  // "few believe that is likely", "ruled that out"
  (posOf(scene, at + 1) === 'AUX' && !/^(should|had|were)$/.test(lower(scene, at + 1))) ||
  (posOf(scene, at + 1) === 'ADP' && at + 2 >= limit) ||
  (/^(day|night|week|month|year|evening|morning|afternoon)$/.test(lower(scene, at + 1)) &&
    firstFinite(scene, at + 2, limit) < 0);

/** What stands behind the adjuncts of a cue: "said on Monday in Riga that …". */
function afterAdjuncts(scene: Scene, at: number, limit: number, verb: CueForm['verb']): Complement | null {
  const from = behindUsing(scene, skipAdjuncts(scene, at, limit), limit);
  if (from >= limit) return { kind: 'none', from: limit, cueLast: at };
  const word = lower(scene, from);
  const quotation = quotationBehind(scene, at, from, limit, verb);
  if (quotation) return quotation;
  if (word === ':' && (verb.quotation || verb.clause) && from + 1 < limit)
    return { kind: 'quotation', from: from + 1, cueLast: at };
  if (word === 'that' && verb.clause && !thatIsDemonstrative(scene, from, limit))
    return { kind: 'that', from: from + 1, cueLast: at };
  // "told reporters after the meeting that was held in Riga": a relative clause.
  if (word === 'that' && from > at && posOf(scene, from - 1) === 'NOUN') return { kind: 'none', from, cueLast: at };
  if (word === ',') return behindAside(scene, at, from, limit, verb);
  if (verb.question && QUESTION_WORDS.has(word) && clauseBegins(scene, from, limit))
    return { kind: 'question', from, cueLast: at };
  if (isBreak(scene, from)) return { kind: 'none', from, cueLast: at };
  if (verb.clause && !verb.reserved && CLAUSE_QUESTION_WORDS.has(word)) return { kind: 'question', from, cueLast: at };
  return bareClause(scene, at, from, limit, verb);
}

/** "tweeted using her office account: “…”" */
function behindUsing(scene: Scene, from: number, limit: number): number {
  if (lower(scene, from) !== 'using') return from;
  let end = from + 1;
  while (end < Math.min(limit, from + 8) && !isBreak(scene, end) && !isFiniteVerb(scene, end)) end++;
  return lower(scene, end) === ':' ? end : from;
}

const QUESTION_WORDS = new Set(words('whether if why how what who when where'));
const CLAUSE_QUESTION_WORDS = new Set(words('whether how why what'));
/** What begins something else than what is said. */
const NARRATING = new Set(words('when while as who which and but because'));

function quotationBehind(
  scene: Scene,
  at: number,
  from: number,
  limit: number,
  verb: CueForm['verb'],
): Complement | null {
  const word = lower(scene, from);
  const next = word === ',' || word === ':' ? from + 1 : from;
  if (!verb.quotation || !quotationOver(scene, next)) return null;
  const scare = scareQuoted(scene, next);
  if (scare && !verb.clause && !isWholeRest(scene, next, limit)) return null;
  const clause = scare && verb.clause && next === from && from === at && goesOnBehind(scene, next, limit);
  return { kind: clause ? 'clause' : 'quotation', from: next, cueLast: at };
}

/** "Said, in a statement, that …": the content behind what two commas set off. */
function behindAside(scene: Scene, at: number, comma: number, limit: number, verb: CueForm['verb']): Complement {
  const second = nextComma(scene, comma + 1, limit);
  const cue = CUE_FORMS.get(lower(scene, comma + 1));
  // "said, adding later, “…”": the quotation is the participle's.
  const another = cue?.form === 'participle' && cue.verb.parenthetical && !cue.verb.reserved;
  if (second < limit && !another) {
    const aside = isAside(scene, comma + 1, second);
    if (aside && verb.quotation && quotationOver(scene, second + 1))
      return { kind: 'quotation', from: second + 1, cueLast: at };
    if (aside && verb.clause && lower(scene, second + 1) === 'that')
      return { kind: 'that', from: second + 2, cueLast: at };
    if (verb.clause && lower(scene, comma + 1) === 'citing' && predicateFollows(scene, second + 1, limit))
      return { kind: 'clause', from: second + 1, cueLast: at };
  }
  return { kind: 'none', from: comma, cueLast: at };
}

/** A clause without "that", if the verb takes one and one begins there. */
function bareClause(scene: Scene, at: number, from: number, limit: number, verb: CueForm['verb']): Complement | null {
  const word = lower(scene, from);
  // "said as a child she had no shoes": what somebody was, before the clause; but "he said as she left".
  const asSomebody = word === 'as' && /^(an?|of)$/.test(lower(scene, from + 1)) && clauseBegins(scene, from + 2, limit);
  if (!verb.clause || verb.reserved || (NARRATING.has(word) && !asSomebody)) return { kind: 'none', from, cueLast: at };
  if (posOf(scene, from) === 'ADP' && scene.quotationAt[from + 1] !== -1) return { kind: 'none', from, cueLast: at };
  const adverbial = posOf(scene, from) === 'ADP' && from === at && verb.lemma !== 'say' && verb.lemma !== 'tell';
  if (adverbial && !clauseAfterPhrase(scene, from, limit)) return null;
  if ((verb.object || STRICT.has(verb.lemma)) && !predicateFollows(scene, from, limit)) return null;
  if (word === 'to' || (posOf(scene, from) === 'AUX' && isFiniteVerb(scene, from))) return null;
  if (
    !clauseBegins(scene, from, limit) ||
    (verb.attitude && isSecondVerb(scene, from, limit)) ||
    (verb.object && objectRatherThanClause(scene, from, limit))
  )
    return null;
  return { kind: 'clause', from, cueLast: at };
}

/** "knew the miners, and left": the first verb is the teller's own. */
function isSecondVerb(scene: Scene, from: number, limit: number): boolean {
  const verb = firstFinite(scene, from, limit);
  if (verb < 0) return false;
  const { first } = verbGroup(scene, verb, from);
  return first > from + 1 && /^(and|but)$/.test(lower(scene, first - 1)) && isComma(scene, first - 2);
}

/** "said “reforms” and new taxes would help": the marks hold the first word of a clause. */
function goesOnBehind(scene: Scene, first: number, limit: number): boolean {
  let i = first;
  while (i < limit && scene.quotationAt[i] === scene.quotationAt[first]) i++;
  return i < limit && !isComma(scene, i) && firstFinite(scene, i, limit) >= 0;
}

/** Verbs that take an object as gladly as a clause: a bare clause must show its verb right behind its subject. */
const STRICT = new Set(words('maintain report find show indicate observe conclude agree write add'));

function predicateFollows(scene: Scene, from: number, limit: number): boolean {
  let start = from;
  while (posOf(scene, start) === 'ADV' && start < limit) start++;
  for (let i = endOfNounPhrase(scene, start, limit); i < Math.min(limit, from + 25); i++) {
    if (isFiniteVerb(scene, i)) return true;
    if (isComma(scene, i)) return verbBehindAside(scene, i, limit) > 0;
    if (isPreposition(scene, i)) i = Math.max(i + 1, endOfNounPhrase(scene, i + 1, limit) - 1);
    else if (!/^(ADV|PART)$/.test(posOf(scene, i)) && !/^["“]$/.test(lower(scene, i))) return false;
  }
  return false;
}

/** "reported Kern, who led the guild, had died": the verb behind what two commas set off, or -1. */
function verbBehindAside(scene: Scene, comma: number, limit: number): number {
  const second = nextComma(scene, comma + 1, limit);
  const aside = /^(who|whose|following|speaking|citing)$/.test(lower(scene, comma + 1));
  return aside && second + 1 < limit && isFiniteVerb(scene, second + 1) ? second + 1 : -1;
}

const clauseAfterPhrase = (scene: Scene, from: number, limit: number): boolean => {
  const comma = nextComma(scene, from, limit);
  return comma < limit && !lower(scene, comma + 1).endsWith('ing') && clauseBegins(scene, comma + 1, limit);
};

/** "announced a plan that will …": the only finite verb stands in a relative or subordinate clause. */
function objectRatherThanClause(scene: Scene, from: number, limit: number): boolean {
  for (let k = from; k < limit; k++) {
    if (scene.quotationAt[k] !== -1) return true;
    if (isComma(scene, k) && verbBehindAside(scene, k, limit) > 0) return false;
    if (k > from && (isSubordinator(scene, k) || isComma(scene, k))) return true;
    if (isFiniteVerb(scene, k))
      return (
        posOf(scene, k) === 'VERB' &&
        /ed$/.test(lower(scene, k)) &&
        isPreposition(scene, k + 1) &&
        !(lower(scene, k + 1) === 'to' && posOf(scene, k + 2) === 'VERB')
      );
  }
  return true;
}

const isWholeRest = (scene: Scene, i: number, limit: number): boolean =>
  (scene.tokens[limit - 1]?.end ?? 0) <= (quotationOver(scene, i)?.end ?? 0);

/** ", in a statement,", ", referring to the mayor," or ", as did the mayor,": short, without a main verb. */
const isAside = (scene: Scene, from: number, to: number): boolean =>
  to - from < 20 && (lower(scene, from) === 'as' || isBriefAside(scene, from, to));

const isBriefAside = (scene: Scene, from: number, to: number): boolean =>
  !/^(who|which)$/.test(lower(scene, from)) &&
  !hasAuxiliary(scene, from, to) &&
  (isPreposition(scene, from) || lower(scene, from).endsWith('ing') || firstFinite(scene, from, to) < 0);

function hasAuxiliary(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (posOf(scene, i) === 'AUX') return true;
  return false;
}
