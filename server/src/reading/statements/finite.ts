/** Cues that are finite verbs, with their subject before or behind them. */
import type { Sentence } from '../language.ts';
import { type CueForm, FINDERS, HEADLINE_VERBS, MEDIA, TIME_WORDS } from '../lexicon/cues.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import { follows } from './acts.ts';
import { isHeld } from './attitudes.ts';
import { complementOf } from './complements.ts';
import { type Complement, enclosing, type Found, kindOf, nextComma, type Placing, startOfSegment } from './found.ts';
import { behindOrInside, invertedAt } from './inserted.ts';
import { passive } from './passives.ts';
import {
  clauseBegins,
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isComma,
  isConjunction,
  isFiniteVerb,
  isPreposition,
  skipAdjuncts,
  type VerbGroup,
  verbGroup,
} from './phrases.ts';
import { purpose } from './purposes.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { isPastParticiple, mainSubject, relativeSubject, type Subject, scareQuoted, subjectBefore } from './sources.ts';

/** A finite verb that may be a cue. */
interface Candidate {
  readonly scene: Scene;
  readonly sentence: Sentence;
  /** The verb's token. */
  readonly at: number;
  readonly limit: number;
  /** Where the words before it, as its content, would begin. */
  readonly cursor: number;
  readonly found: readonly Found[];
  readonly cue: CueForm;
  readonly group: VerbGroup;
  readonly past: boolean;
}

/** The attribution whose cue is the finite verb at `at`; `given` is its complement where that is known already. */
export function finite(
  scene: Scene,
  sentence: Sentence,
  at: number,
  limit: number,
  cursor: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  const { verb, form } = cue;
  // What somebody says that others think is part of what is said.
  if (verb.attitude && enclosing(found, at)) return null;
  const group = verbGroup(scene, at, Math.min(cursor, at));
  if (group.infinitive) return purpose(scene, sentence, at, limit, group, cue, found);
  if (group.negated && !verb.attitude) return null;
  if (group.passive) return passive(scene, sentence, at, limit, group, cue, found);
  if (scene.kind === 'headline' && !HEADLINE_VERBS.has(verb.lemma)) return null;
  if (group.future && form === 'base') return null;
  const past = form === 'past' || (form === 'base' && hasDid(scene, group.first, at));
  const inverted = given ? null : invertedAt(scene, sentence, at, limit, cursor, cue, group, past);
  if (inverted) return inverted;
  const complement = given ?? complementOf(scene, at, limit, cue);
  const candidate = { scene, sentence, at, limit, cursor, found, cue, group, past };
  if (complement === null || complement.kind === 'none') return withoutComplement(candidate, complement, !given);
  const subject = subjectBefore(scene, group.first, sentence.first);
  if (verb.attitude && !(subject && isHeld(scene, sentence, group, subject, complement, verb.lemma))) return null;
  if (subject && (isNobody(scene, subject) || describesAnother(candidate, complement))) return null;
  if (subject && complement.kind === 'act' && isContactClause(scene, sentence, subject)) return null;
  if (subject && cue.verb.lemma === 'imply' && isPointing(scene, subject)) return null;
  if (group.future || !saysSomething(candidate, complement, subject)) return null;
  return subject ? withSubject(candidate, complement, subject) : withSubjectAhead(candidate, complement);
}

/** "The road she proposed, …": the noun before the subject is what the verb is about; but "in a letter she proposed". */
function isContactClause(scene: Scene, { first }: Sentence, subject: Subject): boolean {
  const noun = subject.first - 1;
  const word = lower(scene, noun);
  if (subject.relative || noun <= first || posOf(scene, noun) !== 'NOUN' || TIME_WORDS.has(word) || word.endsWith('.'))
    return false;
  const open = isConjunction(scene, first) ? first + 1 : first;
  return firstFinite(scene, open, noun) >= 0 || posOf(scene, open) === 'DET' || lower(scene, open) === 'to';
}

/** "That implies …": whoever tells it concludes so. */
const isPointing = (scene: Scene, { source: { first, last } }: Subject): boolean =>
  last - first === 1 && /^(that|this|it|these|those|which)$/.test(lower(scene, first));

function hasDid(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lower(scene, i) === 'did') return true;
  return false;
}

/** "Neither the council nor the bank would say how …": nothing was said. */
const isNobody = (scene: Scene, { source }: Subject): boolean =>
  NOBODY.has(lower(scene, source.first)) || lower(scene, source.first - 1) === 'nor';
const NOBODY = new Set(words('neither nobody none no not'));

/** "Kern, asked whether the road was open, said it was": the participle tells of the subject of another verb. */
function describesAnother({ scene, at, limit, cue, group }: Candidate, complement: Complement | null): boolean {
  const { verb, form } = cue;
  if (form !== 'past' || !(verb.object || verb.addressee) || at !== group.first || !isComma(scene, at - 1))
    return false;
  if (complement && CLAUSES.has(complement.kind)) return false;
  const comma = nextComma(scene, at, limit);
  return comma < limit && isFiniteVerb(scene, comma + 1);
}

const CLAUSES: ReadonlySet<Complement['kind']> = new Set(['that', 'quotation', 'clause'] as const);

/** Nothing follows the cue that it could bring: what it brings stands before it, behind a comma, or bare in a headline. */
function withoutComplement(candidate: Candidate, complement: Complement | null, mayFollow: boolean): Found | null {
  const { scene, sentence, at, limit, cursor, cue, group, found } = candidate;
  const { verb } = cue;
  const headline = scene.kind === 'headline';
  if (complement === null && verb.clause && !verb.object) {
    const subject = subjectBefore(scene, group.first, sentence.first);
    const relative = subject && insideRelative(candidate, subject);
    if (relative) return relative;
  }
  const mayStandBehind = mayFollow && (verb.parenthetical || verb.quotation);
  if (complement === null && !mayStandBehind && !headline) return null;
  if (complement === null && verb.attitude) return null;
  const subject = subjectBefore(scene, group.first, sentence.first);
  if (!subject) return null;
  // "That said, …"
  if (lower(scene, sentence.first) === 'that' && at === sentence.first + 1) return null;
  if (verb.attitude && !(complement && isHeld(scene, sentence, group, subject, complement, verb.lemma))) return null;
  if (describesAnother(candidate, complement)) return null;
  const resumed = found.at(-1);
  const citedAlready = resumed?.placed === 'according' && resumed.open !== null && resumed.open <= subject.first;
  if (mayStandBehind && !subject.relative && !citedAlready) {
    const from = complement?.from ?? skipAdjuncts(scene, at + 1, limit);
    const placing = behindOrInside(scene, sentence, subject, from, limit, cursor, verb);
    if (placing) return attributed(candidate, complement, placing);
  }
  if (
    complement &&
    verb.clause &&
    !(verb.reserved && complement.from > at + 1) &&
    !subject.relative &&
    isComma(scene, complement.from) &&
    !enclosing(found, at)
  ) {
    const open = complement.from + 1;
    const word = lower(scene, open);
    const gapped = isContactClause(scene, sentence, subject);
    if (!gapped && clauseBegins(scene, open, limit) && !RELATIVES_AND_JOINTS.has(word) && !word.endsWith('ing'))
      return attributed(
        candidate,
        { ...complement, kind: 'clause' },
        before(subject, startOfSegment(scene, subject.first), open),
      );
  }
  const bare = headline && !subject.relative && BARE_IN_HEADLINES.has(verb.lemma);
  if (!bare || at + 1 >= limit || posOf(scene, at + 1) === 'ADP') return null;
  const clause: Complement = { kind: 'clause', from: at + 1, cueLast: at + 1 };
  return attributed(candidate, clause, before(subject, subject.first, clause.from));
}

const before = ({ source }: Subject, segment: number, open: number): Placing => ({
  content: [],
  source,
  placed: 'before',
  segment,
  open,
});

/** "tolls, which she said are unfair": "which" is the subject of what she said. */
function insideRelative(candidate: Candidate, { source, first }: Subject): Found | null {
  const { scene, at, limit } = candidate;
  const gapped = isFiniteVerb(scene, posOf(scene, at + 1) === 'ADV' ? at + 2 : at + 1);
  if (!gapped || at + 1 >= limit || lower(scene, first - 1) !== 'which') return null;
  const which = { first: first - 1, last: first };
  const clause: Complement = { kind: 'clause', from: at + 1, cueLast: at + 1 };
  const segment = startOfSegment(scene, which.first);
  return attributed(candidate, clause, { content: [which], source, placed: 'relative', segment, open: clause.from });
}

const RELATIVES_AND_JOINTS = new Set(words('who which and but'));
const BARE_IN_HEADLINES = new Set(words('say tell announce claim warn pledge vow declare agree propose'));

/** Field by field: this is made for most verbs of saying, and spreading objects costs more than all else here. */
function attributed(
  { at, cue, past }: Candidate,
  complement: Complement | null,
  { content, source, placed, segment, open }: Placing,
  dependent = false,
): Found {
  return {
    content,
    cue: { first: at, last: complement?.cueLast ?? at + 1 },
    source,
    placed,
    kind: kindOf(cue, complement),
    past,
    segment,
    open,
    complement: complement?.kind ?? 'none',
    dependent,
  };
}

/** Leaves out verbs that do something else with what follows: "found a coin", "a phenomenon called bleaching". */
function saysSomething(
  { scene, at, limit, cue }: Candidate,
  { kind, from }: Complement,
  subject: Subject | null,
): boolean {
  const { lemma } = cue.verb;
  const plain = kind !== 'that' && kind !== 'quotation';
  if (plain && (lemma === 'find' || lemma === 'decide') && !(subject && isFinder(scene, subject.source))) return false;
  if (plain && (takesOffice(scene, at, lemma) || (subject && endsCase(scene, lemma, subject.source)))) return false;
  if (kind === 'act' && lemma === 'attack' && subject && fights(scene, subject.source)) return false;
  if (kind === 'act' && lemma === 'dismiss' && isOrdered(scene, from, limit)) return false;
  // "They defended themselves": with more than words.
  if (kind === 'act' && lemma === 'defend' && /sel(?:f|ves)$/.test(lower(scene, from))) return false;
  if (plain && cue.form === 'base' && posOf(scene, at) !== 'VERB') return false;
  if (!subject || !DESCRIBING.has(lemma)) return true;
  const article = lower(scene, subject.source.first);
  return (article !== 'a' && article !== 'an') || namesPerson(scene, subject.source);
}

/** "assumed the office", "assumed full control". */
const takesOffice = (scene: Scene, at: number, lemma: string): boolean =>
  lemma === 'assume' && follows(scene, at + 1, at + 4, OFFICES);
const OFFICES = new Set(words('office duties role power post presidency control responsibility command position'));

/** "A judge dismissed the lawsuit": a court does so by ruling. */
const endsCase = (scene: Scene, lemma: string, { first, last }: Tokens): boolean =>
  lemma === 'dismiss' && follows(scene, first, last, COURTS);
const CASES = new Set(
  words('lawsuit lawsuits suit suits case cases appeal appeals charge charges petition motion complaint indictment'),
);
const COURTS = new Set(words('judge judges court courts jury juries tribunal magistrate prosecutor prosecutors'));

/** "A bomber", "troops": they attack otherwise than by words. */
const fights = (scene: Scene, source: Tokens): boolean =>
  (/^an?$/.test(lower(scene, source.first)) && !namesPerson(scene, source)) ||
  FIGHTERS.has(lower(scene, source.last - 1));
const FIGHTERS = new Set(
  words(
    'militants rebels troops forces fighters gunmen gunman bomber soldiers insurgents terrorists army navy drones jets mob dogs',
  ),
);

/** "dismissed the defence minister", "dismissed the lawsuit": by an order or a ruling, unless it is dismissed "as" something. */
const isOrdered = (scene: Scene, from: number, limit: number): boolean => {
  const end = endOfNounPhrase(scene, from, limit);
  const object = lower(scene, end - 1);
  return (isOffice(object) || CASES.has(object)) && lower(scene, end) !== 'as';
};

const DESCRIBING = new Set(words('call name label brand describe'));

function namesPerson(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (isOffice(lower(scene, i))) return true;
  return false;
}

function isFinder(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (FINDERS.has(lower(scene, i))) return true;
  return false;
}

function withSubject(candidate: Candidate, complement: Complement, subject: Subject): Found | null {
  const { scene, sentence, at, limit, cursor, found, past, group } = candidate;
  if (subject.relative) return inRelativeClause(candidate, complement, subject);
  const outer = enclosing(found, at);
  const resumed = outer && complement.kind === 'quotation' ? jointBeforeAside(scene, subject.first, outer) : null;
  if (resumed !== null)
    return attributed(candidate, complement, before(subject, startOfSegment(scene, resumed), complement.from));
  const placing = clauseQuotation(scene, complement, subject, cursor);
  if (placing) return attributed(candidate, complement, placing);
  // "Kern, who had called for a strike, said": the clause about the subject is over.
  if (outer?.placed === 'relative' && subject.source.last <= outer.cue.first && isComma(scene, group.first - 1))
    return attributed(candidate, complement, before(subject, group.first - 1, complement.from));
  if (outer && !startsNewClause(scene, subject.first, outer, past, complement.kind)) return null;
  const word = lower(scene, subject.first - 1);
  if (word === 'what' || word === 'that') return null;
  // "where the records predicted it would be": the clause has its gap at its end.
  if (word === 'where' && posOf(scene, limit - 1) === 'AUX') return null;
  if ((word === 'which' || word === 'whom') && !isPreposition(scene, subject.first - 2)) return null;
  const dependent = subject.first <= sentence.first + 3 && opensWithSubordinator(scene, sentence);
  const segment = startOfSegment(scene, subject.first);
  return attributed(candidate, complement, before(subject, segment, complement.from), dependent);
}

/** "Kern, who said that …", and "a letter which said that …": then whoever wrote the letter speaks. */
function inRelativeClause(candidate: Candidate, complement: Complement, subject: Subject): Found | null {
  const { scene, sentence, at, found, group } = candidate;
  const laidDown = MEDIA.has(lower(scene, subject.source.last - 1))
    ? mainSubject(scene, sentence, subject.first)
    : null;
  const shared = found.at(-1)?.source?.first === subject.source.first;
  if (!laidDown && !shared && enclosing(found, at)) return null;
  // "the samples it had taken, which revealed gold": things show things.
  if (complement.kind === 'act' && BEARING.has(candidate.cue.verb.lemma) && !nameOver(scene, subject.source.last - 1))
    return null;
  return attributed(candidate, complement, {
    content: [],
    source: (laidDown ?? subject).source,
    placed: 'relative',
    segment: startOfSegment(scene, group.first - 1),
    open: complement.from,
  });
}

/** What things do as gladly as persons. */
const BEARING = new Set(words('reveal mention highlight reference cite underline underscore'));

/** "Kern said the road is open and urged drivers to wait": the verb takes the subject of the one before it. */
function withSubjectAhead(candidate: Candidate, complement: Complement): Found | null {
  const { scene, sentence, found, group, past } = candidate;
  const joint = group.first - 1;
  const joined = isConjunction(scene, joint);
  if (joint < sentence.first || !(joined || isComma(scene, joint) || quotationOver(scene, joint))) return null;
  if (lower(scene, joint) === 'or' && verbGroup(scene, joint - 1, sentence.first).negated) return null;
  const previous = found.at(-1);
  if (previous ? previous.past !== past || lower(scene, joint) === 'or' : !joined) return null;
  if (
    joined &&
    candidate.cue.verb.addressee &&
    candidate.cue.form === 'past' &&
    endsPassive(scene, joint, sentence.first)
  )
    return null;
  const dependent = opensWithSubordinator(scene, sentence) && nextComma(scene, sentence.first, joint) === joint;
  const main = previous ? null : (relativeSubject(scene, sentence, joint) ?? mainSubject(scene, sentence, joint));
  if (!previous && !main) return null;
  const placing: Placing = {
    content: [],
    source: main?.source ?? null,
    placed: 'coordinated',
    segment: startOfSegment(scene, joint),
    open: complement.from,
  };
  return attributed(candidate, complement, placing, dependent);
}

/** "was arrested | and told that …": the second participle is as passive as the first. */
function endsPassive(scene: Scene, joint: number, floor: number): boolean {
  for (let i = joint - 1; i > floor && !isComma(scene, i); i--)
    if (posOf(scene, i) === 'VERB') return isPastParticiple(lower(scene, i)) && verbGroup(scene, i, floor).passive;
  return false;
}

/** "If nothing is done, Mensah warned, "we shall fail."": the content stands on both sides of the cue. */
function clauseQuotation(scene: Scene, complement: Complement, subject: Subject, cursor: number): Placing | null {
  if (complement.kind !== 'quotation') return null;
  const seam = subject.first - 1;
  const quotedBefore = scene.quotationAt[seam] !== -1 && quotationOver(scene, seam) !== undefined;
  const segment = quotedBefore ? seam + 1 : seam;
  if (segment <= cursor || !(quotedBefore || isBreak(scene, seam))) return null;
  const left = { first: cursor, last: segment };
  const quoted = quotationOver(scene, left.last - 1) ?? quotationOver(scene, left.first);
  const spoken =
    (quoted !== undefined && !scareQuoted(scene, left.first)) ||
    (!ADVERBIALS.has(lower(scene, left.first)) && firstFinite(scene, left.first, left.last) >= 0);
  if (!spoken) return null;
  return { content: [left], source: subject.source, placed: 'inside', segment, open: complement.from };
}

/** `She said it was open, and when pressed, the miner replied, “…”`: the "and" before the aside opens a clause of its own. */
function jointBeforeAside(scene: Scene, subjectFirst: number, { open }: Found): number | null {
  if (!isComma(scene, subjectFirst - 1)) return null;
  for (let i = subjectFirst - 2; i > Math.max(open ?? 0, subjectFirst - 12); i--) {
    if (isComma(scene, i)) return null;
    if (/^(and|but)$/.test(lower(scene, i)) && isComma(scene, i - 1))
      return ADVERBIALS.has(lower(scene, i + 1)) ? i : null;
  }
  return null;
}

const opensWithSubordinator = (scene: Scene, { first }: Sentence): boolean =>
  OPENING_SUBORDINATORS.has(lower(scene, isConjunction(scene, first) ? first + 1 : first));

const OPENING_SUBORDINATORS = new Set(words('when after before while since although though as once because even'));
/** A clause of time or place before the cue is the narrator's: "When the talks ended, she said …". */
const ADVERBIALS = new Set(words('when as after before while since asked speaking until during at in on'));
const CONTRASTING = new Set(words('although though while whereas'));

/** Inside a reported clause, only a conjunction and the same tense begin a new main clause: "…, and Rusnac thanked". */
function startsNewClause(
  scene: Scene,
  subjectFirst: number,
  outer: Found,
  past: boolean,
  kind: Complement['kind'],
): boolean {
  const word = lower(scene, subjectFirst - 1);
  if (word === ';' || CONTRASTING.has(word)) return true;
  const comma = isComma(scene, subjectFirst - 1);
  if (comma && outer.dependent) return true;
  // "Lamenting their luck, farmers say …": the main clause follows.
  if (outer.placed === 'participle')
    return (
      comma || kind === 'quotation' || word === 'and' || word === 'but' || behindQuotation(scene, subjectFirst, outer)
    );
  if (outer.past !== past) return false;
  return word === 'and' || word === 'but' || behindQuotation(scene, subjectFirst, outer);
}

const behindQuotation = (scene: Scene, first: number, { complement }: Found): boolean =>
  complement === 'quotation' && quotationOver(scene, first - 1) !== undefined;
