/** Cues that stand behind or inside their content: "The road, she said, is open". */
import type { Sentence } from '../language.ts';
import { CUE_FORMS, CUE_PARTICLES, type CueForm, EXPRESSING, type SayingVerb } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { type Found, nextComma, type Placing } from './found.ts';
import {
  firstFinite,
  isAgo,
  isBreak,
  isComma,
  isDash,
  isFiniteVerb,
  isPreposition,
  skipAdjuncts,
  type VerbGroup,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { type Subject, scareQuoted, subjectAfter, subjectBefore } from './sources.ts';

/** The words before a subject with its cue, and after them, as its content: "The road, she said, is open". */
export function behindOrInside(
  scene: Scene,
  sentence: Sentence,
  subject: Subject,
  from: number,
  limit: number,
  cursor: number,
  verb: SayingVerb,
): Placing | null {
  // "Hawaii, as one of them pointed out, …"
  const first = lower(scene, subject.first - 1) === 'as' ? subject.first - 1 : subject.first;
  const seam = first - 1;
  const opensSentence = first <= sentence.first;
  if (!opensSentence && !(isBreak(scene, seam) || /^[.!?]+$/.test(lower(scene, seam)) || quotationOver(scene, seam)))
    return null;
  const segment = opensSentence ? first : quotationOver(scene, seam) ? seam + 1 : seam;
  const left = { first: cursor, last: segment };
  return attach(scene, left, segment, subject.source, from, limit, verb);
}

function attach(
  scene: Scene,
  before: Tokens,
  segment: number,
  source: Tokens,
  from: number,
  limit: number,
  verb: SayingVerb,
): Placing | null {
  const left = behindColon(scene, before);
  const empty = left.first >= left.last || (lower(scene, left.first) === '(' && lower(scene, left.last - 1) === ')');
  const behind: Placing = { content: [left], source, placed: 'behind', segment, open: null };
  const quotes =
    !empty && (quotationOver(scene, left.last - 1) !== undefined || quotationOver(scene, left.last - 2) !== undefined);
  const spoken =
    quotes ||
    firstFinite(scene, left.first, left.last) >= 0 ||
    (!verb.reserved && left.last - left.first > 3 && !isPreposition(scene, left.first)) ||
    scene.kind === 'headline';
  if (from >= limit) {
    if (empty) return null;
    if (!spoken) return null;
    if (verb.lemma === 'agree' && !quotes) return null;
    return behind;
  }
  // "“We stand ready” wrote Kern “to help.”": the quotation goes on without a comma.
  if (quotes && quotationOver(scene, from)) return { content: [left], source, placed: 'inside', segment, open: from };
  if (!isBreak(scene, from)) {
    const ends =
      /^(when|while|as|after|before|and|but|who|which)$/.test(lower(scene, from)) ||
      posOf(scene, from) === 'ADP' ||
      posOf(scene, from) === 'VERB';
    return ends && spoken && !empty ? behind : null;
  }
  if (empty) return null;
  // "Though the move was smooth, Kern said, replacing her would …": a clause with "though" waits for another.
  const waits = !quotes && /^(though|although|if|while|when|because|since|unless)$/.test(lower(scene, left.first));
  const resumed = waits && from + 1 < limit ? from + 1 : resumesAt(scene, from, limit);
  if (resumed === null) return spoken ? behind : null;
  const rightQuote = quotationOver(scene, resumed) !== undefined;
  // A whole sentence before the cue needs no more behind it: "…, police said Friday morning, local time".
  const whole = !quotes && firstFinite(scene, left.first, left.last) >= 0;
  if (whole && !waits && lower(scene, resumed) === 'as') return behind;
  if (
    whole &&
    !rightQuote &&
    firstFinite(scene, resumed, limit) < 0 &&
    !/^(and|but|because|which)$/.test(lower(scene, resumed))
  )
    return behind;
  // What follows a whole quotation without marks of its own is the narrator's.
  if (quotes && !rightQuote && quotationOver(scene, left.first)) return behind;
  if (!spoken && (rightQuote || isPreposition(scene, left.first))) return null;
  return { content: [left], source, placed: 'inside', segment, open: resumed };
}

/** "Kern was blunt: “The road is closed,” she said": what leads to the quotation is the narrator's. */
function behindColon(scene: Scene, { first, last }: Tokens): Tokens {
  let open = last;
  while (open > first && scene.quotationAt[open - 1] === -1) open--;
  const quotation = scene.quotationAt[open - 1] ?? -1;
  while (open > first && scene.quotationAt[open - 1] === quotation && quotation !== -1) open--;
  return quotation !== -1 && open > first + 1 && lower(scene, open - 1) === ':'
    ? { first: open, last }
    : { first, last };
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
      if (later && !later.verb.attitude && later.form !== 'base' && posOf(scene, k) === 'VERB') return null;
    }
  }
  if (posOf(scene, i) === 'DET' && /^(a|an|the)$/.test(word)) {
    const next = nextComma(scene, i, limit);
    if (!isNounPhrase(scene, i, next)) return i;
    if (next >= limit) return null;
    i = next + 1;
  }
  return i;
}

/** No verb but one of a relative clause: "a hydrologist who keeps the gauges". */
function isNounPhrase(scene: Scene, from: number, to: number): boolean {
  const verb = firstFinite(scene, from, to);
  return verb < 0 || /^(who|that|which)$/.test(lower(scene, verbGroup(scene, verb, from).first - 1));
}

/** A cue with its subject behind it: "The road is open, said the mayor". */
export function invertedAt(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  cursor: number,
  { verb, form }: CueForm,
  group: VerbGroup,
  past: boolean,
): Found | null {
  if (!(verb.parenthetical || (verb.quotation && !verb.object)) || group.first !== i) return null;
  const seam = i - 1;
  const opensSentence = i === sentence.first;
  if (opensSentence) return form === 'base' ? null : quotationAhead(scene, i, limit, past);
  const behindBreak = isComma(scene, seam) || isDash(scene, seam) || quotationOver(scene, seam) !== undefined;
  if (!behindBreak || cursor >= i || endsPartedGroup(scene, seam) || closesAside(scene, cursor, seam)) return null;
  const particle = CUE_PARTICLES[verb.lemma];
  const at = particle && lower(scene, i + 1) === particle ? i + 2 : i + 1;
  if (isPreposition(scene, at) || isObject(scene, at) || quotationOver(scene, at)) return null;
  const subject = subjectAfter(scene, at, limit);
  if (subject && isAgo(scene, subject.source.last - 1)) return null;
  if (!subject || (form === 'base' && !isPlural(scene, subject.source))) return null;
  const segment = quotationOver(scene, seam) ? i : seam;
  const left = { first: cursor, last: segment };
  const quoted = quotationOver(scene, left.last - 1) !== undefined;
  // "The lenders, said Kern, are ready": what stands before is the subject of what follows.
  const parted = isComma(scene, subject.last) && isFiniteVerb(scene, subject.last + 1);
  // "Reefs in peril, say divers": a headline needs no verb before the comma, and nothing follows its source.
  const closes = scene.kind === 'headline' && subject.last >= limit;
  if (!quoted && !parted && !closes && firstFinite(scene, left.first, left.last) < 0) return null;
  if (!quoted && !parted && !closes && subjectBefore(scene, i, cursor) && !subjectIsLikely(scene, subject.source))
    return null;
  // "One of them, a baker, said she saw it": the pronoun is the subject of what follows.
  if (!quoted && subject.last < limit && isFiniteVerb(scene, subject.last)) return null;
  const from = skipAdjuncts(scene, subject.last, limit);
  const placed = attach(scene, left, segment, subject.source, from, limit, verb);
  if (!placed) return null;
  return { ...placed, cue: { first: i, last: at }, kind: 'report', past, complement: 'none' };
}

/** "The film – which she made last year – explains mining": the second dash; the subject stands before the first. */
function closesAside(scene: Scene, from: number, seam: number): boolean {
  if (!isDash(scene, seam)) return false;
  for (let i = from; i < seam; i++) if (isDash(scene, i)) return true;
  return false;
}

/** `It had “by mistake” | shot`: the quotation parts an auxiliary from its participle. */
function endsPartedGroup(scene: Scene, seam: number): boolean {
  if (!scareQuoted(scene, seam)) return false;
  let before = seam;
  while (scene.quotationAt[before] === scene.quotationAt[seam]) before--;
  return AUXILIARIES.has(lower(scene, before));
}

const AUXILIARIES = new Set(words('has have had having was were is are be been'));

/** "say scientists", "warn police", but not "say hello" or "say five". */
const isPlural = (scene: Scene, { first, last }: Tokens): boolean => {
  if (lower(scene, first) === 'they') return true;
  if (posOf(scene, first) === 'NUM') return false;
  for (let i = last - 1; i >= first; i--)
    if (PLURALS.has(lower(scene, i)) || (posOf(scene, i) === 'NOUN' && lower(scene, i).endsWith('s'))) return true;
  return false;
};

const PLURALS = new Set(words('police people and men women'));

/** "Said Kern: “We shall see.”": the cue opens the sentence, the quotation follows its subject. */
function quotationAhead(scene: Scene, i: number, limit: number, past: boolean): Found | null {
  const subject = subjectAfter(scene, i + 1, limit);
  if (!subject || !/^[:,]$/.test(lower(scene, subject.last)) || !quotationOver(scene, subject.last + 1)) return null;
  return {
    content: [],
    source: subject.source,
    placed: 'before',
    segment: i,
    open: subject.last + 1,
    cue: { first: i, last: i + 1 },
    kind: 'report',
    past,
    complement: 'quotation',
  };
}

/** "Told her", but "said her lawyer". */
function isObject(scene: Scene, at: number): boolean {
  const word = lower(scene, at);
  if (word === 'her') return posOf(scene, at + 1) !== 'NOUN' && posOf(scene, at + 1) !== 'ADJ';
  return word === 'that' || word === 'to' || word === 'him' || word === 'them' || word === 'me' || word === 'us';
}

const subjectIsLikely = (scene: Scene, source: Tokens): boolean =>
  nameOver(scene, source.first) !== undefined ||
  posOf(scene, source.first) === 'DET' ||
  posOf(scene, source.first) === 'PRON';
