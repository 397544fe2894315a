import type { Sentence } from '../language.ts';
import {
  ACT_PREPOSITIONS,
  CUE_FORMS,
  CUE_PARTICLES,
  type CueForm,
  EXPRESSING,
  FEELINGS_AND_WISHES,
  MEDIA,
  SPOKEN_NOUNS,
} from '../lexicon/cues.ts';
import { isOffice } from '../lexicon/titles.ts';
import type { Directness, Span } from '../model.ts';
import { contentSpan, directnessOf } from './content.ts';
import {
  clauseBegins,
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isCapitalised,
  isComma,
  isConjunction,
  isDash,
  isFiniteVerb,
  isPossessive,
  isPreposition,
  isSubordinator,
  skipAdjuncts,
  type VerbGroup,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { mainSubject, type Subject, scareQuoted, sourceIn, subjectAfter, subjectBefore } from './sources.ts';

/** Who is said to have said what, in one sentence; all token indices are into the paragraph. */
export interface Attribution {
  /** One range, or several where the cue interrupts the content; none where the content is the quotation before. */
  readonly content: readonly Tokens[];
  /** The content without the punctuation around it, in the paragraph. */
  readonly spans: readonly Span[];
  readonly directness: Directness;
  readonly cue: Tokens;
  readonly source: Tokens;
  readonly placed: Placed;
  readonly act: boolean;
  /** "said", "saying" behind a past; not "says", "asks". */
  readonly past: boolean;
}

/** Where the cue stands to its content. */
export type Placed = 'before' | 'behind' | 'inside' | 'participle' | 'according' | 'coordinated' | 'relative';

interface Complement {
  readonly kind: 'that' | 'quotation' | 'clause' | 'question' | 'act' | 'none';
  /** Where the content begins; for `none`, where the adjuncts end. */
  readonly from: number;
  /** The end of the cue. */
  readonly cueLast: number;
}

interface Found extends Omit<Attribution, 'spans' | 'directness' | 'source'> {
  /** Null where it shares the source of another. */
  readonly source: Tokens | null;
  /** The first token of the words that attribute, where a content before them ends. */
  readonly segment: number;
  /** The content reaches from here to the end of the sentence unless something cuts it. */
  readonly open: number | null;
  readonly complement: Complement['kind'];
  /** The clause is one of time or reason before the main one: its content ends where it ends. */
  readonly dependent?: boolean;
}

/** The words that an attribution can begin its cue with. */
const MAY_ATTRIBUTE: ReadonlySet<string> = new Set([...CUE_FORMS.keys(), ...EXPRESSING, 'according', 'per']);

/** Every attribution in a sentence, in order of the content. Quotations are not looked into. */
export function findAttributions(scene: Scene, sentence: Sentence): Attribution[] {
  const limit = endOfContent(scene, sentence);
  const found: Found[] = [];
  for (let i = sentence.first; i < limit; i++) {
    if (!MAY_ATTRIBUTE.has(lower(scene, i)) || scene.quotationAt[i] !== -1) continue;
    const next = attributionAt(scene, sentence, i, limit, startOfLeft(sentence, found), found);
    if (!next) continue;
    if (
      next.placed === 'behind' ||
      next.placed === 'inside' ||
      (next.placed === 'according' && next.segment > sentence.first)
    )
      dropNested(found, next.segment);
    else closeAt(scene, found, next.segment);
    found.push(next);
    i = Math.max(i, next.cue.last - 1);
  }
  if (found.length === 0) return [];
  return shareSources(
    scene,
    sentence,
    found.map(a => bounded(scene, a, limit)),
  );
}

/** Where the words before a cue that stands behind or inside its content may begin. */
function startOfLeft(sentence: Sentence, found: readonly Found[]): number {
  const last = found.findLast(f => f.placed === 'behind' || f.placed === 'inside');
  return last ? Math.max(last.cue.last, last.source?.last ?? 0, last.open ?? 0) : sentence.first;
}

/** The sentence without its final stop, unless a quotation holds it. */
function endOfContent(scene: Scene, sentence: Sentence): number {
  let last = sentence.last;
  while (last > sentence.first && /^[.!?…;:,]+$/.test(lower(scene, last - 1)) && scene.quotationAt[last - 1] === -1)
    last--;
  return last;
}

function attributionAt(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  cursor: number,
  found: readonly Found[],
): Found | null {
  const word = lower(scene, i);
  if ((word === 'according' && lower(scene, i + 1) === 'to') || (word === 'per' && i === sentence.first))
    return accordingTo(scene, sentence, i, limit, cursor);
  if (word === 'asked' && i === sentence.first) return askedBy(scene, i, limit);
  const expressed = EXPRESSING.has(word) ? expressing(scene, i, limit) : null;
  const cue = expressed?.cue ?? CUE_FORMS.get(word);
  if (!cue || isNounLike(scene, i, cue)) return null;
  const particle = CUE_PARTICLES[cue.verb.lemma];
  if (particle && lower(scene, i + 1) !== particle) return null;
  if (cue.form === 'participle') return participle(scene, sentence, i, limit, found, cue, expressed?.complement);
  return finite(scene, sentence, i, limit, cursor, found, cue, expressed?.complement);
}

/* ---------- according to ---------- */

function accordingTo(scene: Scene, sentence: Sentence, i: number, limit: number, cursor: number): Found | null {
  const cueLast = lower(scene, i) === 'per' ? i + 1 : i + 2;
  const opening = i === sentence.first || /^(and|but)$/.test(lower(scene, i - 1));
  let end = cueLast;
  while (
    end < limit &&
    !(isComma(scene, end) && !nameOver(scene, end)) &&
    !/^[;:–—]$/.test(lower(scene, end)) &&
    !(quotationOver(scene, end) && !scareQuoted(scene, end))
  )
    end++;
  const source =
    sourceIn(scene, { first: cueLast, last: end }) ?? (end > cueLast ? { first: cueLast, last: end } : null);
  const apposed = nameOver(scene, end + 1);
  const named =
    apposed &&
    apposed.first === end + 1 &&
    apposed.entity.type === 'person' &&
    (apposed.last >= limit || isComma(scene, apposed.last)) &&
    !opensClause(scene, apposed.last, limit)
      ? apposed
      : null;
  if (!source || MEASURES.test(lower(scene, source.last - 1))) return null;
  if (named) end = named.last;
  const base = {
    cue: { first: i, last: cueLast },
    source: named ?? source,
    placed: 'according' as const,
    act: false,
    lemma: 'accord',
    past: true,
    complement: 'clause' as const,
  };
  if (opening) {
    let from = end + 1;
    while (
      from < limit &&
      !isPreposition(scene, from) &&
      nextComma(scene, from, limit) < limit &&
      !clauseBegins(scene, from, nextComma(scene, from, limit))
    )
      from = nextComma(scene, from, limit) + 1;
    if (/^(who|which|whose)$/.test(lower(scene, end + 1))) from = nextComma(scene, end + 1, limit) + 1;
    return { ...base, content: [], segment: i, open: from };
  }
  const segment = isBreak(scene, i - 1) ? i - 1 : i;
  const content = cursor < segment ? [{ first: cursor, last: segment }] : [];
  const resumes =
    isComma(scene, end) && end + 1 < limit && !/^(who|which|and|but|while|with)$/.test(lower(scene, end + 1));
  return { ...base, content, segment, open: resumes && resumesClause(scene, cursor, segment) ? end + 1 : null };
}

/** "according to its needs": a measure, nobody's words. */
const MEASURES =
  /^(needs?|schedule|laws?|rules?|custom|tradition|wishes|taste|size|age|merit|ability|abilities|circumstances|principles?|demand|preference|standards?|criteria|type|category|rank)$/;

/** "Bao, according to the embassy, will visit": what stood before cannot stand alone. */
const resumesClause = (scene: Scene, from: number, to: number): boolean =>
  firstFinite(scene, from, to) < 0 || isSubordinator(scene, to - 1) || posOf(scene, to - 1) === 'AUX';

/** "According to Kestane, Riga, which …" does not name a person twice: a name with a verb behind it is a subject. */
const opensClause = (scene: Scene, i: number, limit: number): boolean => i < limit && isFiniteVerb(scene, i);

function nextComma(scene: Scene, from: number, limit: number): number {
  for (let i = from; i < limit; i++)
    if (isComma(scene, i) && !nameOver(scene, i) && scene.quotationAt[i] === -1) return i;
  return limit;
}

/* ---------- asked by ---------- */

/** "Asked by a reader whether the road was open, Kern said …": the one who asked speaks too. */
function askedBy(scene: Scene, i: number, limit: number): Found | null {
  if (lower(scene, i + 1) !== 'by') return null;
  let question = i + 2;
  while (question < limit && !/^(whether|if|why|how|what|when|where|who)$/.test(lower(scene, question))) {
    if (isComma(scene, question)) return null;
    question++;
  }
  const source = sourceIn(scene, { first: i + 2, last: question });
  const end = nextComma(scene, question, limit);
  if (!source || end >= limit) return null;
  const cue = { first: i, last: i + 1 };
  const content = [{ first: question, last: end }];
  return {
    content,
    cue,
    source,
    placed: 'according',
    act: false,
    past: true,
    segment: i,
    open: null,
    complement: 'question',
  };
}

/* ---------- expressed gratitude ---------- */

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
  },
  form: 'past',
};

function expressing(scene: Scene, i: number, limit: number): { cue: CueForm; complement: Complement } | null {
  const light = !/^(express|voic|convey|extend|regist|reiterat|restat|reaffirm)/.test(lower(scene, i));
  for (let j = i + 1; j < Math.min(limit, i + 7); j++) {
    const word = lower(scene, j);
    if (word === 'statement' && lower(scene, j + 1) === 'that')
      return {
        cue: { ...EXPRESS, form: formOf(lower(scene, i)) },
        complement: { kind: 'that', from: j + 2, cueLast: j + 2 },
      };
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

const formOf = (word: string): CueForm['form'] =>
  word.endsWith('ing')
    ? 'participle'
    : /(ed|gave|made|sent)$/.test(word)
      ? 'past'
      : word.endsWith('s')
        ? 'present'
        : 'base';

/* ---------- what follows the cue ---------- */

function complementOf(scene: Scene, i: number, limit: number, { verb }: CueForm): Complement | null {
  let at = i + 1;
  if (CUE_PARTICLES[verb.lemma]) at++;
  const preposition = ACT_PREPOSITIONS[verb.lemma]?.find(p => lower(scene, at) === p);
  if (preposition && verb.lemma === 'refer' && !hasWord(scene, at, limit, 'as')) return null;
  if (preposition) return { kind: 'act', from: at + 1, cueLast: at + 1 };
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
    const end = withNameApposed(scene, endOfNounPhrase(scene, at, limit));
    const told = end > at ? afterAdjuncts(scene, end, limit, verb, i) : null;
    if (told && told.kind !== 'none') return { ...told, cueLast: i + 1 };
    if (verb.lemma === 'tell' && lower(scene, end) === 'to') return { kind: 'act', from: at, cueLast: i + 1 };
    if (verb.lemma === 'tell' || verb.lemma === 'assure' || verb.lemma === 'inform')
      return end >= limit || told ? { kind: 'none', from: told?.from ?? end, cueLast: i + 1 } : null;
    if (lower(scene, end) === 'to' && verb.lemma === 'promise') return { kind: 'act', from: end, cueLast: i + 1 };
  }
  const direct = afterAdjuncts(scene, at, limit, verb, i);
  if (direct && direct.kind !== 'none')
    return { ...direct, cueLast: direct.kind === 'that' && direct.from === at + 1 ? at + 1 : at };
  const act = actComplement(scene, at, limit, verb);
  if (act) return { kind: 'act', from: act, cueLast: at };
  return direct && { ...direct, cueLast: at };
}

function hasWord(scene: Scene, from: number, limit: number, word: string): boolean {
  for (let i = from; i < limit; i++) if (lower(scene, i) === word) return true;
  return false;
}

/** "told her counterpart, Rodrigo Arce, in a call": the name between commas belongs to the addressee. */
function withNameApposed(scene: Scene, end: number): number {
  const name = isComma(scene, end) ? nameOver(scene, end + 1) : undefined;
  return name && name.first === end + 1 && isComma(scene, name.last) ? name.last + 1 : end;
}

/** "announced that day": the word points, it does not open a clause. */
const thatIsDemonstrative = (scene: Scene, at: number, limit: number): boolean =>
  at + 1 >= limit ||
  (/^(day|night|week|month|year|evening|morning|afternoon)$/.test(lower(scene, at + 1)) &&
    firstFinite(scene, at + 2, limit) < 0);

function afterAdjuncts(
  scene: Scene,
  at: number,
  limit: number,
  verb: CueForm['verb'],
  cueAt: number,
): Complement | null {
  const cueLast = at;
  const from = skipAdjuncts(scene, at, limit);
  if (from >= limit) return { kind: 'none', from: limit, cueLast };
  const word = lower(scene, from);
  const next = /^[,:]$/.test(word) ? from + 1 : from;
  if (
    quotationOver(scene, next) &&
    verb.quotation &&
    !(scareQuoted(scene, next) && !isWholeRest(scene, next, limit) && !verb.clause)
  )
    return { kind: 'quotation', from: next, cueLast };
  if (word === ':' && (verb.quotation || verb.clause) && from + 1 < limit)
    return { kind: 'quotation', from: from + 1, cueLast };
  if (word === 'that' && (verb.clause || lower(scene, at) === 'that') && !thatIsDemonstrative(scene, from, limit))
    return { kind: 'that', from: from + 1, cueLast };
  if (isComma(scene, from)) {
    const second = nextComma(scene, from + 1, limit);
    if (second < limit && quotationOver(scene, second + 1) && verb.quotation && isAside(scene, from + 1, second))
      return { kind: 'quotation', from: second + 1, cueLast };
    if (second < limit && lower(scene, second + 1) === 'that' && verb.clause && isAside(scene, from + 1, second))
      return { kind: 'that', from: second + 2, cueLast };
    return { kind: 'none', from, cueLast };
  }
  if (verb.question && /^(whether|if|why|how|what|who|when|where)$/.test(word) && clauseBegins(scene, from, limit))
    return { kind: 'question', from, cueLast };
  if (isBreak(scene, from)) return { kind: 'none', from, cueLast };
  if (/^(whether|how|why|what)$/.test(word) && verb.clause && !verb.reserved)
    return { kind: 'question', from, cueLast };
  if (!verb.clause || verb.reserved || /^(when|while|as|who|which|and|but|because)$/.test(word))
    return { kind: 'none', from, cueLast };
  if (
    verb.lemma !== 'say' &&
    verb.lemma !== 'tell' &&
    posOf(scene, from) === 'ADP' &&
    from === at &&
    !clauseAfterPhrase(scene, from, limit)
  )
    return null;
  if (isStrict(verb) && !predicateFollows(scene, from, limit)) return null;
  if (clauseBegins(scene, from, limit) && !(verb.object && objectRatherThanClause(scene, from, limit)))
    return { kind: 'clause', from, cueLast };
  void cueAt;
  return null;
}

/** Verbs that take an object as gladly as a clause: a bare clause must show its verb right behind its subject. */
const isStrict = (verb: CueForm['verb']): boolean =>
  /^(maintain|report|find|show|indicate|observe|conclude)$/.test(verb.lemma);

function predicateFollows(scene: Scene, from: number, limit: number): boolean {
  for (let i = endOfNounPhrase(scene, from, limit); i < Math.min(limit, from + 25); i++) {
    if (isFiniteVerb(scene, i)) return true;
    if (isPreposition(scene, i)) i = Math.max(i, endOfNounPhrase(scene, i + 1, limit) - 1);
    else if (posOf(scene, i) !== 'ADV' && posOf(scene, i) !== 'PART') return false;
  }
  return false;
}

const clauseAfterPhrase = (scene: Scene, from: number, limit: number): boolean => {
  const comma = nextComma(scene, from, limit);
  return comma < limit && !lower(scene, comma + 1).endsWith('ing') && clauseBegins(scene, comma + 1, limit);
};

/** "announced a plan that will …": the only finite verb stands in a relative or subordinate clause. */
function objectRatherThanClause(scene: Scene, from: number, limit: number): boolean {
  for (let k = from; k < limit; k++) {
    if (scene.quotationAt[k] !== -1) return true;
    if (k > from && (isSubordinator(scene, k) || isComma(scene, k))) return true;
    if (k > from && isConjunction(scene, k) && CUE_FORMS.has(lower(scene, k + 1))) return true;
    if (isFiniteVerb(scene, k))
      return posOf(scene, k) === 'VERB' && /ed$/.test(lower(scene, k)) && isPreposition(scene, k + 1);
  }
  return true;
}

const isWholeRest = (scene: Scene, i: number, limit: number): boolean =>
  (scene.tokens[limit - 1]?.end ?? 0) <= (quotationOver(scene, i)?.end ?? 0);

/** ", in a statement," or ", referring to the mayor,": short, without a main verb. */
const isAside = (scene: Scene, from: number, to: number): boolean =>
  to - from < 20 &&
  !/^(who|which)$/.test(lower(scene, from)) &&
  !hasAuxiliary(scene, from, to) &&
  (isPreposition(scene, from) || lower(scene, from).endsWith('ing') || firstFinite(scene, from, to) < 0);

function hasAuxiliary(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (posOf(scene, i) === 'AUX') return true;
  return false;
}

function actComplement(scene: Scene, at: number, limit: number, verb: CueForm['verb']): number | null {
  if (at >= limit) return null;
  if (
    verb.infinitive &&
    lower(scene, at) === 'to' &&
    !isBreak(scene, at + 1) &&
    !/^(the|a|an|his|her|their)$/.test(lower(scene, at + 1))
  )
    return at;
  if (verb.infinitive && /^(having|being)$/.test(lower(scene, at))) return at;
  if (!verb.object) {
    if (/^(apologi[sz]e)$/.test(verb.lemma) && lower(scene, at) === 'for') return at;
    return null;
  }
  if (posOf(scene, at) === 'ADV' && /ly$/.test(lower(scene, at))) return null;
  if (isBreak(scene, at) || isPreposition(scene, at) || isConjunction(scene, at) || isSubordinator(scene, at))
    return /^what$/.test(lower(scene, at)) ? at : null;
  if (
    quotationOver(scene, at) === undefined &&
    !/^(DET|NOUN|PROPN|ADJ|NUM|PRON|VERB|ADV|SYM|X)$/.test(posOf(scene, at)) &&
    !nameOver(scene, at)
  )
    return null;
  const rest = (test: (i: number) => boolean) => {
    for (let i = at; i < limit; i++) if (test(i)) return true;
    return false;
  };
  switch (verb.lemma) {
    case 'call': {
      // "called the exchange fair", "called it a mistake": a name for something, not "called a meeting".
      if (rest(i => scene.quotationAt[i] !== -1)) return at;
      const end = endOfNounPhrase(scene, at, limit);
      return end < limit &&
        (posOf(scene, end) === 'DET' ||
          posOf(scene, end) === 'ADJ' ||
          (end === limit - 1 && posOf(scene, end) !== 'ADV' && !isPreposition(scene, end))) &&
        !/^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/.test(lower(scene, end))
        ? at
        : posOf(scene, limit - 1) === 'ADJ'
          ? at
          : null;
    }
    case 'describe':
    case 'characterize':
    case 'characterise':
    case 'label':
    case 'brand':
      return rest(i => lower(scene, i) === 'as' || scene.quotationAt[i] !== -1) ? at : null;
    case 'name':
      return rest(i => lower(scene, i) === 'as') ? at : null;
    case 'refer':
      return null;
    case 'attribute':
      return rest(i => lower(scene, i) === 'to') ? at : null;
    case 'accuse':
      return rest(i => lower(scene, i) === 'of') ? at : null;
    case 'ask':
    case 'order':
    case 'direct':
    case 'instruct':
    case 'encourage':
    case 'request':
    case 'urge':
    case 'tell':
      return rest(i => lower(scene, i) === 'to') ||
        /^(request|urge|instruct)$/.test(verb.lemma) ||
        (verb.lemma === 'ask' && rest(i => lower(scene, i) === 'for'))
        ? at
        : null;
    case 'advise':
      return rest(i => /^(to|against|not)$/.test(lower(scene, i))) ? at : null;
    default:
      return at;
  }
}

/* ---------- finite cues ---------- */

function finite(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  cursor: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  const group = verbGroup(scene, i, Math.min(cursor, i));
  if (group.negated || group.infinitive) return null;
  if (group.passive) return passive(scene, sentence, i, limit, group, cue, found);
  if (scene.kind === 'headline' && !HEADLINE_VERBS.has(cue.verb.lemma)) return null;
  if (group.future && cue.form === 'base') return null;
  const { verb } = cue;
  const past = cue.form === 'past';
  const headline = scene.kind === 'headline';

  const inverted = given ? null : invertedAt(scene, sentence, i, limit, cursor, cue, group);
  if (inverted) return { ...inverted, past };

  const complement = given ?? complementOf(scene, i, limit, cue);
  const subject = subjectBefore(
    scene,
    group.first,
    Math.min(Math.max(sentence.first, inContent(found, i) ? sentence.first : 0), group.first),
  );
  const cueTokens = { first: i, last: complement?.cueLast ?? i + 1 };
  const common = {
    cue: cueTokens,
    lemma: verb.lemma,
    past,
    act: complement?.kind === 'act',
    complement: complement?.kind ?? 'none',
  } as const;

  if (
    !given &&
    subject &&
    !subject.relative &&
    (complement === null || complement.kind === 'none') &&
    (verb.parenthetical || verb.quotation)
  ) {
    const parenthetical = behindOrInside(
      scene,
      sentence,
      subject,
      complement?.from ?? skipAdjuncts(scene, i + 1, limit),
      limit,
      cursor,
      verb.lemma,
    );
    if (parenthetical) return { ...common, ...parenthetical, act: false };
  }
  if (!complement || complement.kind === 'none') {
    const behindComma =
      complement &&
      isComma(scene, complement.from) &&
      verb.clause &&
      subject &&
      !subject.relative &&
      !enclosing(found, i)
        ? complement.from + 1
        : limit;
    if (
      subject &&
      clauseBegins(scene, behindComma, limit) &&
      !/^(who|which|and|but)$/.test(lower(scene, behindComma)) &&
      !lower(scene, behindComma).endsWith('ing')
    ) {
      return {
        ...common,
        content: [],
        source: subject.source,
        placed: 'before',
        segment: startOfSegment(scene, subject.first),
        open: behindComma,
        complement: 'clause',
      };
    }
    if (
      headline &&
      subject &&
      !subject.relative &&
      /^(say|tell|announce|claim|warn|pledge|vow|declare|agree|propose)$/.test(verb.lemma) &&
      i + 1 < limit &&
      posOf(scene, i + 1) !== 'ADP'
    ) {
      return {
        ...common,
        cue: { first: i, last: i + 1 },
        content: [],
        source: subject.source,
        placed: 'before',
        segment: subject.first,
        open: i + 1,
        complement: 'clause',
      };
    }
    return null;
  }
  if (
    /^(find|decide)$/.test(verb.lemma) &&
    complement.kind !== 'that' &&
    complement.kind !== 'quotation' &&
    !(subject && FINDERS.test(lower(scene, subject.source.last - 1)))
  )
    return null;
  if (
    cue.form === 'base' &&
    complement.kind !== 'that' &&
    complement.kind !== 'quotation' &&
    posOf(scene, i) !== 'VERB'
  )
    return null;
  if (group.future) return null;
  // "a phenomenon called bleaching": the participle describes, nobody speaks.
  const describes = /^(call|name|label|brand|describe)$/.test(verb.lemma);
  if (describes && subject && /^an?$/.test(lower(scene, subject.source.first)) && !namesPerson(scene, subject.source))
    return null;

  const outer = enclosing(found, i);
  const open = { content: [], open: complement.from } as const;
  if (subject) {
    if (subject.relative) {
      const laidDown = MEDIA.has(lower(scene, subject.source.last - 1))
        ? mainSubject(scene, sentence, subject.first)
        : null;
      if (laidDown)
        return {
          ...common,
          ...open,
          source: laidDown.source,
          placed: 'relative',
          segment: startOfSegment(scene, group.first - 1),
        };
      const last = found[found.length - 1];
      const sharesSource = last?.source && subject.source.first === last.source.first;
      if (outer && !sharesSource) return null;
      return {
        ...common,
        ...open,
        source: subject.source,
        placed: 'relative',
        segment: startOfSegment(scene, group.first - 1),
      };
    }
    const interrupting = clauseQuotation(scene, complement, subject, cursor);
    if (interrupting) return { ...common, ...interrupting };
    if (outer && !startsNewClause(scene, subject.first, outer, past, complement.kind)) return null;
    const pronoun = lower(scene, subject.first - 1);
    if (/^(what|that)$/.test(pronoun)) return null;
    if (/^(which|whom)$/.test(pronoun) && !isPreposition(scene, subject.first - 2)) return null;
    return {
      ...common,
      ...open,
      source: subject.source,
      placed: 'before',
      segment: startOfSegment(scene, subject.first),
      dependent: opensWithSubordinator(scene, sentence) && subject.first <= sentence.first + 2,
    };
  }
  const before = group.first - 1;
  if (
    before >= sentence.first &&
    (isConjunction(scene, before) || isComma(scene, before) || quotationOver(scene, before))
  ) {
    const previous = found[found.length - 1];
    if (previous) {
      if (previous.past !== past) return null;
      return { ...common, ...open, source: null, placed: 'coordinated', segment: startOfSegment(scene, before) };
    }
    if (!isConjunction(scene, before)) return null;
    const main = mainSubject(scene, sentence, before);
    return (
      main && { ...common, ...open, source: main.source, placed: 'coordinated', segment: startOfSegment(scene, before) }
    );
  }
  return null;
}

/** "His death was announced by his son Bo Lind": the agent speaks, the subject is what is said. */
function passive(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  group: VerbGroup,
  { verb, form }: CueForm,
  found: readonly Found[],
): Found | null {
  if (!verb.object || form !== 'past' || found.length > 0 || lower(scene, i + 1) !== 'by') return null;
  const agent = sourceIn(scene, { first: i + 2, last: endOfNounPhrase(scene, i + 2, limit) });
  const subject = subjectBefore(scene, group.first, sentence.first);
  if (!agent || !subject || subject.relative || nameOver(scene, agent.first)?.entity.type === 'place') return null;
  if (!nameOver(scene, agent.first)) return null;
  const content = { first: subject.first, last: group.first };
  return {
    content: [content],
    cue: { first: i, last: i + 1 },
    source: agent,
    placed: 'behind',
    act: true,
    past: true,
    segment: group.first,
    open: null,
    complement: 'act',
  };
}

const namesPerson = (scene: Scene, { first, last }: Tokens): boolean =>
  scene.tokens.slice(first, last).some(word => isOffice(word.lower));

/** Bodies whose finding is a saying. */
const FINDERS =
  /^(courts?|judges?|jury|juries|panel|commission|inquiry|tribunal|investigators?|report|study|review|auditors?|committee|coroner|researchers|poll|survey|analysis|investigation)$/;

/** What headlines report speech with; other verbs of saying tell of other things there ("a visit highlights ties"). */
const HEADLINE_VERBS = new Set(
  'say tell announce claim warn pledge vow declare agree propose urge call deny accuse condemn demand promise admit insist ask'.split(
    ' ',
  ),
);

/** "If nothing is done, Mensah warned, "we shall fail."": the content stands on both sides of the cue. */
function clauseQuotation(
  scene: Scene,
  complement: Complement,
  subject: Subject,
  cursor: number,
): Pick<Found, 'content' | 'source' | 'placed' | 'segment' | 'open'> | null {
  const seam = subject.first - 1;
  const segment = quotationOver(scene, seam) ? seam + 1 : seam;
  if (complement.kind !== 'quotation' || segment <= cursor || !(isBreak(scene, seam) || quotationOver(scene, seam)))
    return null;
  const left = { first: cursor, last: segment };
  const quoted = quotationOver(scene, left.last - 1) ?? quotationOver(scene, left.first);
  const spoken =
    quoted !== undefined && !scareQuoted(scene, left.first)
      ? true
      : firstFinite(scene, left.first, left.last) >= 0 && !isAdverbial(scene, left.first);
  if (!spoken) return null;
  return { content: [left], source: subject.source, placed: 'inside', segment, open: complement.from };
}

const opensWithSubordinator = (scene: Scene, { first }: Sentence): boolean =>
  /^(when|after|before|while|since|although|though|as|once|because|even)$/.test(lower(scene, first));

/** A clause of time or place before the cue is the narrator's: "When the talks ended, she said …". */
const isAdverbial = (scene: Scene, i: number): boolean =>
  /^(when|as|after|before|while|since|asked|speaking|until|during|at|in|on)$/.test(lower(scene, i));

const startOfSegment = (scene: Scene, first: number): number => {
  let i = first;
  while (i > 0 && (isBreak(scene, i - 1) || /^(and|but|then|while|as|though|although)$/.test(lower(scene, i - 1)))) i--;
  return i;
};

const inContent = (found: readonly Found[], i: number): boolean => found.some(f => f.open !== null && f.open <= i);

const enclosing = (found: readonly Found[], i: number): Found | undefined =>
  found.findLast(f => f.open !== null && f.open <= i);

/** Inside a reported clause, only a conjunction and the same tense begin a new main clause: "…, and Rusnac thanked". */
function startsNewClause(
  scene: Scene,
  subjectFirst: number,
  outer: Found,
  past: boolean,
  kind: Complement['kind'],
): boolean {
  if (lower(scene, subjectFirst - 1) === ';') return true;
  if (outer.past !== past) return false;
  if (outer.placed === 'participle' && (isComma(scene, subjectFirst - 1) || kind === 'quotation')) return true;
  if (/^(and|but|while|though|although|whereas)$/.test(lower(scene, subjectFirst - 1))) return true;
  return outer.complement === 'quotation' && quotationOver(scene, subjectFirst - 1) !== undefined;
}

/* ---------- cues behind and inside their content ---------- */

function behindOrInside(
  scene: Scene,
  sentence: Sentence,
  subject: Subject,
  from: number,
  limit: number,
  cursor: number,
  lemma: string,
): Pick<Found, 'content' | 'source' | 'placed' | 'segment' | 'open'> | null {
  const seam = subject.first - 1;
  const opensSentence = subject.first <= sentence.first;
  if (!opensSentence && !(isBreak(scene, seam) || /^[.!?]+$/.test(lower(scene, seam)) || quotationOver(scene, seam)))
    return null;
  const segment = opensSentence ? subject.first : quotationOver(scene, seam) ? seam + 1 : seam;
  const left = { first: cursor, last: segment };
  return attach(scene, left, segment, subject.source, from, limit, lemma);
}

function attach(
  scene: Scene,
  left: Tokens,
  segment: number,
  source: Tokens,
  from: number,
  limit: number,
  lemma: string,
): Pick<Found, 'content' | 'source' | 'placed' | 'segment' | 'open'> | null {
  const empty = left.first >= left.last;
  const quotes =
    !empty && (quotationOver(scene, left.last - 1) !== undefined || quotationOver(scene, left.last - 2) !== undefined);
  const spoken =
    quotes ||
    firstFinite(scene, left.first, left.last) >= 0 ||
    (left.last - left.first > 3 && !isPreposition(scene, left.first)) ||
    scene.kind === 'headline';
  if (from >= limit) {
    if (empty) return null;
    if (!spoken) return null;
    if (lemma === 'agree' && !quotes) return null;
    return { content: [left], source, placed: 'behind', segment, open: null };
  }
  if (!isBreak(scene, from)) {
    const ends =
      /^(when|while|as|after|before|and|but|who|which)$/.test(lower(scene, from)) ||
      posOf(scene, from) === 'ADP' ||
      posOf(scene, from) === 'VERB';
    return ends && spoken && !empty ? { content: [left], source, placed: 'behind', segment, open: null } : null;
  }
  if (empty) return null;
  const resumed = resumesAt(scene, from, limit);
  if (resumed === null) return spoken ? { content: [left], source, placed: 'behind', segment, open: null } : null;
  const rightQuote = quotationOver(scene, resumed) !== undefined;
  if (!spoken && (rightQuote || isPreposition(scene, left.first))) return null;
  return { content: [left], source, placed: 'inside', segment, open: resumed };
}

/** Where the content goes on behind an attribution that `comma` closes; null where something else follows. */
function resumesAt(scene: Scene, comma: number, limit: number): number | null {
  let i = comma + 1;
  const word = lower(scene, i);
  if (i >= limit) return null;
  if (quotationOver(scene, i)) return i;
  const cue = CUE_FORMS.get(word);
  if (cue?.form === 'participle' || EXPRESSING.has(word)) return null;
  if (/^(who|which|whose|where|adding|according|while|when|with|in|at|during|on|after)$/.test(word)) {
    const next = nextComma(scene, i, limit);
    return next < limit && quotationOver(scene, next + 1) ? next + 1 : null;
  }
  if (/ing$/.test(word) && posOf(scene, i) === 'VERB') {
    const next = nextComma(scene, i, limit);
    return next < limit && quotationOver(scene, next + 1) ? next + 1 : null;
  }
  if (/^(and|but|then)$/.test(word)) {
    for (let k = i + 1; k < Math.min(limit, i + 5); k++) {
      const later = CUE_FORMS.get(lower(scene, k));
      if (later && later.form !== 'base' && posOf(scene, k) === 'VERB') return null;
    }
  }
  if (posOf(scene, i) === 'DET' && /^(a|an|the)$/.test(word) && firstFinite(scene, i, nextComma(scene, i, limit)) < 0) {
    const next = nextComma(scene, i, limit);
    if (next >= limit) return null;
    i = next + 1;
  }
  return i;
}

function invertedAt(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  cursor: number,
  { verb, form }: CueForm,
  group: VerbGroup,
): Omit<Found, 'past'> | null {
  if (!(verb.parenthetical || (verb.quotation && !verb.object)) || form === 'base' || group.first !== i) return null;
  const seam = i - 1;
  const opensSentence = i === sentence.first;
  if (opensSentence) return null;
  const behindBreak = isComma(scene, seam) || isDash(scene, seam) || quotationOver(scene, seam) !== undefined;
  if (!behindBreak) return null;
  if (cursor >= i) return null;
  const particle = CUE_PARTICLES[verb.lemma];
  const at = particle && lower(scene, i + 1) === particle ? i + 2 : i + 1;
  if (isPreposition(scene, at) || /^(that|to|him|her|them|me|us)$/.test(lower(scene, at)) || quotationOver(scene, at))
    return null;
  const subject = subjectAfter(scene, at, limit);
  if (!subject) return null;
  const segment = quotationOver(scene, seam) ? i : seam;
  const left = { first: cursor, last: segment };
  const quoted = quotationOver(scene, left.last - 1) !== undefined;
  if (!quoted && firstFinite(scene, left.first, left.last) < 0) return null;
  if (!quoted && subjectBefore(scene, i, cursor) && !subjectIsLikely(scene, subject.source)) return null;
  if (
    !quoted &&
    clauseBegins(scene, subject.last, nextComma(scene, subject.last, limit)) &&
    firstFinite(scene, subject.last, nextComma(scene, subject.last, limit)) === subject.last
  )
    return null;
  const from = skipAdjuncts(scene, subject.last, limit);
  const placed = attach(scene, left, segment, subject.source, from, limit, verb.lemma);
  if (!placed) return null;
  return { ...placed, cue: { first: i, last: at }, act: false, complement: 'none' };
}

const subjectIsLikely = (scene: Scene, source: Tokens): boolean =>
  nameOver(scene, source.first) !== undefined ||
  posOf(scene, source.first) === 'DET' ||
  posOf(scene, source.first) === 'PRON';

/* ---------- participles ---------- */

function participle(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  const { verb } = cue;
  const complement = given ?? complementOf(scene, i, limit, cue);
  if (!complement || complement.kind === 'none') return null;
  let first = i;
  while (first > sentence.first && posOf(scene, first - 1) === 'ADV') first--;
  const before = first - 1;
  const common = {
    cue: { first: i, last: complement.cueLast },
    lemma: verb.lemma,
    act: complement.kind === 'act',
    past: true,
    complement: complement.kind,
    content: [],
    open: complement.from,
  } as const;
  if (first === sentence.first || (isConjunction(scene, before) && before === sentence.first)) {
    return { ...common, source: null, placed: 'participle', segment: first };
  }
  const afterBreak = isBreak(scene, before) || quotationOver(scene, before) !== undefined;
  const afterConjunction = isConjunction(scene, before) || /^(while|by|in|before|after|as)$/.test(lower(scene, before));
  const afterMedium =
    MEDIA.has(lower(scene, before)) &&
    /^(say|ask|call|announce|urge|claim|declare|state|express|demand)$/.test(verb.lemma);
  if (!afterBreak && !afterConjunction && !afterMedium) return null;
  if (afterConjunction && lower(scene, before) !== 'as' && lower(scene, before) !== 'while') {
    const byFinite =
      /^(by)$/.test(lower(scene, before)) &&
      /^(end|conclud|clos|beg[au]n|open|respond|repl|start|answer)/.test(lower(scene, before - 1));
    const bySaying = lower(scene, before) === 'by' && verb.clause;
    const joined = isConjunction(scene, before) && found.at(-1)?.placed === 'participle';
    if (!byFinite && !bySaying && !joined) return null;
  }
  if (lower(scene, before) === 'as' && !passivelyQuoted(scene, before, sentence)) return null;
  if (found.length === 0) {
    const main = mainSubject(scene, sentence, first);
    if (!main) return null;
    return { ...common, source: main.source, placed: 'participle', segment: startOfSegment(scene, first) };
  }
  return { ...common, source: null, placed: 'participle', segment: startOfSegment(scene, first) };
}

/** "was quoted by the paper as saying": the one quoted speaks. */
function passivelyQuoted(scene: Scene, as: number, sentence: Sentence): boolean {
  for (let k = as - 1; k > sentence.first; k--) {
    if (/^(quoted|cited|reported)$/.test(lower(scene, k))) return verbGroup(scene, k, sentence.first).passive;
  }
  return false;
}

/* ---------- bounds and shared sources ---------- */

function dropNested(found: Found[], segment: number): void {
  while (found.length > 0) {
    const last = found[found.length - 1] as Found;
    const reaches = last.open !== null && last.open < segment && last.placed !== 'behind' && last.placed !== 'inside';
    if (!reaches) return;
    found.pop();
  }
}

function closeAt(scene: Scene, found: Found[], segment: number): void {
  const index = found.length - 1;
  const last = found[index];
  if (!last || last.open === null || segment <= last.open) return;
  found[index] = { ...last, content: [...last.content, narrowed(scene, last, segment)], open: null };
}

function bounded(scene: Scene, found: Found, limit: number): Found {
  if (found.open === null || found.open >= limit) return { ...found, open: null };
  return { ...found, content: [...found.content, narrowed(scene, found, limit)], open: null };
}

/** A quotation that stands alone ends its content; a clause around a quotation keeps both. */
function narrowed(scene: Scene, found: Found, end: number): Tokens {
  const first = found.open as number;
  const quotation = quotationOver(scene, first);
  if (found.dependent) return { first, last: Math.min(end, nextComma(scene, first, end)) };
  if (found.act) return { first, last: withoutTrailingAdjuncts(scene, first, end) };
  const quoted = scene.quotationAt[end - 1] === -1 ? lastQuoted(scene, first, end) : end;
  if (quoted > first && quoted < end && skipAdjuncts(scene, quoted, end) >= end) return { first, last: quoted };
  if (found.complement !== 'quotation' || !quotation) return { first, last: end };
  let last = first;
  while (last < end && (scene.tokens[last]?.end ?? Infinity) <= quotation.end) last++;
  const rejoined = last < end && !isBreak(scene, last) && !isConjunction(scene, last) && !isSubordinator(scene, last);
  const another = isConjunction(scene, last) && quotationOver(scene, last + 1) !== undefined;
  return rejoined || another ? { first, last: end } : { first, last };
}

/** Behind the last quotation in a range, or its start where there is none. */
function lastQuoted(scene: Scene, first: number, end: number): number {
  let i = end;
  while (i > first && scene.quotationAt[i - 1] === -1) i--;
  return i;
}

/** "announced the plan at a briefing on Monday, despite the rain": when and where it was said is no part of it. */
function withoutTrailingAdjuncts(scene: Scene, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) {
    if (scene.quotationAt[i] !== -1) continue;
    const comma = isComma(scene, i);
    const word = lower(scene, comma ? i + 1 : i);
    if (comma ? ASIDES.test(word) : /^(despite|via|shortly|amid|anonymously)$/.test(word)) return i;
    if (isConjunction(scene, i) && isToldNext(scene, i + 1)) return comma ? i : i;
    if (/^(in|at|on|during|by|through|after)$/.test(word) && !comma && isSettingOf(scene, i, end)) return i;
    if (WEEKDAYS.test(word) && !comma && i > first + 1 && skipAdjuncts(scene, i, end) >= end) return i;
  }
  return end;
}

const ASIDES =
  /^(after|despite|following|this|but|although|though|while|when|amid|upon|shortly|later|then|before|during)$/;

/** "… and followed it up": the subject does something else. */
function isToldNext(scene: Scene, i: number): boolean {
  const word = lower(scene, i);
  return (
    isFiniteVerb(scene, i) &&
    posOf(scene, i) === 'VERB' &&
    (word.endsWith('ed') || /^(spoke|left|went|took|gave|made|met)$/.test(word)) &&
    !CUE_FORMS.has(word)
  );
}

/** "at a briefing on Monday": a place or day of saying, with nothing but more of it behind. */
function isSettingOf(scene: Scene, preposition: number, end: number): boolean {
  const last = endOfNounPhrase(scene, preposition + 1, end);
  let setting = false;
  for (let i = preposition + 1; i < last; i++)
    if (MEDIA.has(lower(scene, i)) || WEEKDAYS.test(lower(scene, i))) setting = true;
  const rest = skipAdjuncts(scene, preposition, end);
  return setting && (rest >= end || isComma(scene, rest) || isConjunction(scene, rest));
}

const WEEKDAYS = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/;

/** Participles and second verbs say no subject of their own: they take the one of the clause that they hang on. */
function shareSources(scene: Scene, sentence: Sentence, found: readonly Found[]): Attribution[] {
  return found.flatMap((a, i): Attribution[] => {
    const content = a.content.filter(c => c.first < c.last);
    if (content.length === 0) return [];
    if (a.source) return withSpans(scene, a, content, a.source);
    const before = found.findLast((f, k) => k < i && f.source && f.placed !== 'according')?.source;
    const behind = found.find((f, k) => k > i && f.source)?.source;
    const shared = before ?? behind ?? openingSubject(scene, sentence, content);
    if (!shared) return [];
    return withSpans(scene, a, before || behind ? content : cutBefore(scene, content, shared), shared);
  });
}

function withSpans(scene: Scene, found: Found, content: readonly Tokens[], source: Tokens): Attribution[] {
  const spans = content.map(c => contentSpan(scene, c)).filter(span => span !== null);
  if (spans.length === 0) return [];
  const { cue, placed, act, past } = found;
  return [{ content, spans, directness: directnessOf(scene, spans), cue, source, placed, act, past }];
}

/** "Recalling that A, Arce left the room.": the main clause has no cue, but its subject is the source. */
function openingSubject(scene: Scene, sentence: Sentence, content: readonly Tokens[]): Tokens | null {
  const from = content[0]?.first ?? sentence.first;
  for (let comma = from; comma < sentence.last; comma++) {
    if (!isComma(scene, comma) || nameOver(scene, comma) || scene.quotationAt[comma] !== -1) continue;
    const verb = firstFinite(scene, comma + 1, Math.min(sentence.last, comma + 12));
    if (verb < 0) continue;
    const subject = subjectBefore(scene, verbGroup(scene, verb, comma + 1).first, comma + 1);
    if (
      subject &&
      (nameOver(scene, subject.source.first)?.entity.type === 'person' || posOf(scene, subject.source.first) === 'PRON')
    )
      return subject.source;
  }
  return null;
}

function cutBefore(scene: Scene, content: readonly Tokens[], source: Tokens): Tokens[] {
  return content.flatMap((c): Tokens[] => {
    if (source.first < c.first || source.first >= c.last) return [c];
    let last = source.first;
    while (last > c.first && !isComma(scene, last - 1)) last--;
    return last - 1 > c.first ? [{ first: c.first, last: last - 1 }] : [];
  });
}

/* ---------- nouns that look like cues ---------- */

const NOUN_LIKE =
  /^(claim|report|note|request|demand|name|order|question|comment|answer|reply|state|remark|joke|blame|praise|welcome|call|offer|promise|pledge|vow|rule|estimate|forecast|brand|label|credit|find|read|post|volunteer|venture|object|counter|signal|hint|direct|laugh|sigh|cheer|address|criticism|protest|appeal|claims|reports|notes|requests|demands|names|orders|questions|comments|answers|replies|states|remarks|jokes|calls|offers|promises|pledges|vows|rules|estimates|forecasts|finds|reads|posts|objects|counters|signals|hints|reasons|reason|points|point|speaks|open|opens|protests|appeals|objects|warning|ruling|finding|meeting|calling|offering|opening|beginning|reading|writing|saying|posting|labeling|branding|blessing|reasoning)$/;

function isNounLike(scene: Scene, i: number, cue: CueForm): boolean {
  if (nameOver(scene, i)) return true;
  const word = lower(scene, i);
  const before = lower(scene, i - 1);
  if (/^(the|a|an|this|these|those|any|no|some|his|her|its|their|our|my|your|of|with|for|from|whose)$/.test(before))
    return true;
  if (isPossessive(scene, i - 1)) return true;
  if (
    cue.form === 'past' &&
    /^(DET|NUM|ADJ)$/.test(posOf(scene, i - 1)) &&
    posOf(scene, i + 1) === 'NOUN' &&
    !/^(all|both|some|many|others|two|three|several)$/.test(before)
  )
    return true;
  if (
    cue.form === 'past' &&
    /^(several|many|some|two|three|four)$/.test(before) &&
    posOf(scene, i + 1) === 'NOUN' &&
    posOf(scene, i + 2) !== 'NOUN'
  )
    return true;
  if (/^(reason|state|open|object|direct|counter)$/.test(cue.verb.lemma) && cue.form === 'base') return true;
  if (cue.form === 'past' || !NOUN_LIKE.test(word)) return before === '-' || lower(scene, i + 1) === '-';
  const pos = posOf(scene, i);
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') {
    const after = lower(scene, i + 1);
    if (scene.kind === 'headline' && isCapitalised(scene, i)) return true;
    return !(
      after === 'that' ||
      quotationOver(scene, i + 1) ||
      (isComma(scene, i + 1) && quotationOver(scene, i + 2)) ||
      (cue.form === 'present' && nameOver(scene, i - 1))
    );
  }
  return false;
}
