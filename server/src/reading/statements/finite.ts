/** Cues that are finite verbs, with their subject before or behind them. */
import type { Sentence } from '../language.ts';
import { type CueForm, MEDIA } from '../lexicon/cues.ts';
import { isOffice } from '../lexicon/titles.ts';
import { isHeld } from './attitudes.ts';
import { complementOf } from './complements.ts';
import { type Complement, enclosing, type Found, nextComma, type Placing, startOfSegment } from './found.ts';
import { behindOrInside, invertedAt } from './inserted.ts';
import { passive } from './passives.ts';
import {
  clauseBegins,
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
import { lower, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { mainSubject, type Subject, scareQuoted, subjectBefore } from './sources.ts';

/** The attribution whose cue is the finite verb at `i`; `given` is its complement where that is known already. */
export function finite(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  cursor: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  // What somebody says that others think is part of what is said.
  if (cue.verb.attitude && enclosing(found, i)) return null;
  const group = verbGroup(scene, i, Math.min(cursor, i));
  if (group.infinitive) return purpose(scene, sentence, i, limit, group, cue, found);
  if (group.negated && !cue.verb.attitude) return null;
  if (group.passive) return passive(scene, sentence, i, limit, group, cue, found);
  const headline = scene.kind === 'headline';
  if (headline && !HEADLINE_VERBS.has(cue.verb.lemma)) return null;
  if (group.future && cue.form === 'base') return null;
  const { verb } = cue;
  const past = cue.form === 'past' || (cue.form === 'base' && hasDid(scene, group.first, i));

  const inverted = given ? null : invertedAt(scene, sentence, i, limit, cursor, cue, group);
  if (inverted) return { ...inverted, past };

  const complement = given ?? complementOf(scene, i, limit, cue);
  const subject = subjectBefore(scene, group.first, sentence.first);
  if (verb.attitude && !(complement && subject && isHeld(scene, sentence, group, subject, complement, verb.lemma)))
    return null;
  // "Kern, asked whether the road was open, said it was": the participle tells of the subject of another verb.
  const aside =
    cue.form === 'past' && isComma(scene, i - 1) && subject && i === group.first ? nextComma(scene, i, limit) : limit;
  if (
    aside < limit &&
    (verb.object || verb.addressee) &&
    isFiniteVerb(scene, aside + 1) &&
    !/^(that|quotation|clause)$/.test(complement?.kind ?? '')
  )
    return null;
  const cueTokens = { first: i, last: complement?.cueLast ?? i + 1 };
  const common = {
    cue: cueTokens,
    past,
    act: complement?.kind === 'act' || verb.attitude,
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
    !(subject && isFinder(scene, subject.source))
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
      dependent: opensWithSubordinator(scene, sentence) && subject.first <= sentence.first + 3,
    };
  }
  const before = group.first - 1;
  if (
    before >= sentence.first &&
    (isConjunction(scene, before) || isComma(scene, before) || quotationOver(scene, before))
  ) {
    const previous = found[found.length - 1];
    if (previous) {
      if (previous.past !== past || lower(scene, before) === 'or') return null;
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

function hasDid(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lower(scene, i) === 'did') return true;
  return false;
}

/** "took to the radio to accuse the mayor of lying": what is done in order to speak is as good as speaking. */
function purpose(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  group: VerbGroup,
  cue: CueForm,
  found: readonly Found[],
): Found | null {
  const to = group.first - 1;
  if (found.length > 0 || cue.verb.attitude || group.negated || cue.form !== 'base') return null;
  const main = firstFinite(scene, sentence.first, to);
  if (main < 0 || to - main > 12 || !DONE_TO_SPEAK.test(lower(scene, main))) return null;
  const complement = complementOf(scene, i, limit, cue);
  if (!complement || complement.kind === 'none' || complement.kind === 'clause') return null;
  const subject = mainSubject(scene, sentence, to);
  return (
    subject && {
      content: [],
      source: subject.source,
      cue: { first: i, last: complement.cueLast },
      placed: 'relative',
      act: true,
      past: false,
      segment: to,
      open: complement.from,
      complement: complement.kind,
    }
  );
}

/** What one does in order to speak: "took to the radio", "issued a letter", "joined others". */
const DONE_TO_SPEAK =
  /^(took|takes|used|uses|wrote|writes|called|phoned|telephoned|issued|released|appeared|joined|held|gave|interrupted|paused|stopped|turned|proceeded|came|returned|stood|rose|tweeted|posted|chose|spoke|met|gathered|rallied|went|sent|forced|continued)$/;

const namesPerson = (scene: Scene, { first, last }: Tokens): boolean =>
  scene.tokens.slice(first, last).some(word => isOffice(word.lower));

function isFinder(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (FINDERS.test(lower(scene, i))) return true;
  return false;
}

/** Bodies whose finding is a saying. */
const FINDERS =
  /^(courts?|judges?|jury|juries|panel|commission|inquiry|tribunal|investigators?|report|study|review|auditors?|committee|coroner|researchers|scientists|economists|poll|survey|analysis|investigation)$/;

/** What headlines report speech with; other verbs of saying tell of other things there ("a visit highlights ties"). */
const HEADLINE_VERBS = new Set(
  'say tell announce claim warn pledge vow declare agree propose urge call deny accuse condemn demand promise admit insist ask'.split(
    ' ',
  ),
);

/** "If nothing is done, Mensah warned, "we shall fail."": the content stands on both sides of the cue. */
function clauseQuotation(scene: Scene, complement: Complement, subject: Subject, cursor: number): Placing | null {
  const seam = subject.first - 1;
  const segment = quotationOver(scene, seam) ? seam + 1 : seam;
  if (complement.kind !== 'quotation' || segment <= cursor || !(isBreak(scene, seam) || quotationOver(scene, seam)))
    return null;
  const left = { first: cursor, last: segment };
  const quoted = quotationOver(scene, left.last - 1) ?? quotationOver(scene, left.first);
  const spoken =
    (quoted !== undefined && !scareQuoted(scene, left.first)) ||
    (firstFinite(scene, left.first, left.last) >= 0 && !isAdverbial(scene, left.first));
  if (!spoken) return null;
  return { content: [left], source: subject.source, placed: 'inside', segment, open: complement.from };
}

const opensWithSubordinator = (scene: Scene, { first }: Sentence): boolean =>
  /^(when|after|before|while|since|although|though|as|once|because|even)$/.test(
    lower(scene, isConjunction(scene, first) ? first + 1 : first),
  );

/** A clause of time or place before the cue is the narrator's: "When the talks ended, she said …". */
const isAdverbial = (scene: Scene, i: number): boolean =>
  /^(when|as|after|before|while|since|asked|speaking|until|during|at|in|on)$/.test(lower(scene, i));

/** Inside a reported clause, only a conjunction and the same tense begin a new main clause: "…, and Rusnac thanked". */
function startsNewClause(
  scene: Scene,
  subjectFirst: number,
  outer: Found,
  past: boolean,
  kind: Complement['kind'],
): boolean {
  if (lower(scene, subjectFirst - 1) === ';') return true;
  // "Lamenting their luck, farmers say …": the main clause follows.
  if (outer.placed === 'participle' && outer.source === null && isComma(scene, subjectFirst - 1)) return true;
  if (/^(although|though|while|whereas)$/.test(lower(scene, subjectFirst - 1))) return true;
  if (outer.dependent && isComma(scene, subjectFirst - 1)) return true;
  if (outer.past !== past && outer.placed !== 'participle') return false;
  if (outer.placed === 'participle' && (isComma(scene, subjectFirst - 1) || kind === 'quotation')) return true;
  if (/^(and|but|while|though|although|whereas)$/.test(lower(scene, subjectFirst - 1))) return true;
  return outer.complement === 'quotation' && quotationOver(scene, subjectFirst - 1) !== undefined;
}
