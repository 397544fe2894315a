/** Where contents end, and whose source a cue without one takes. */
import type { Sentence } from '../language.ts';
import { CUE_FORMS, DAYS, MEDIA } from '../lexicon/cues.ts';
import { MONTHS } from '../lexicon/function-words.ts';
import { words } from '../lexicon/words.ts';
import type { Span } from '../model.ts';
import { contentSpan, directnessOf, isStop } from './content.ts';
import { type Attribution, type Found, nextComma } from './found.ts';
import {
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isCapitalised,
  isComma,
  isConjunction,
  isDash,
  isFiniteVerb,
  isPreposition,
  isSubordinator,
  skipAdjuncts,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { subjectBefore } from './sources.ts';

export function dropNested(found: Found[], segment: number): void {
  while (found.length > 0) {
    const last = found[found.length - 1] as Found;
    const reaches = last.open !== null && last.open < segment && last.placed !== 'behind' && last.placed !== 'inside';
    if (!reaches) return;
    found.pop();
  }
}

export function closeAt(scene: Scene, found: Found[], segment: number): void {
  const index = found.length - 1;
  const last = found[index];
  if (!last || last.open === null || segment <= last.open) return;
  found[index] = closed(last, narrowed(scene, last, segment));
}

/** With the content that is open still reaching to `limit`, or as far as it goes. */
export function bounded(scene: Scene, found: Found, limit: number): Found {
  return found.open === null || found.open >= limit ? found : closed(found, narrowed(scene, found, limit));
}

const closed = ({ content, cue, source, placed, kind, past, segment, complement }: Found, rest: Tokens): Found => ({
  content: content.length === 0 ? [rest] : [...content, rest],
  cue,
  source,
  placed,
  kind,
  past,
  segment,
  open: null,
  complement,
});

/** A quotation that stands alone ends its content; a clause around a quotation keeps both. */
function narrowed(scene: Scene, found: Found, end: number): Tokens {
  const first = found.open as number;
  const quotation = quotationOver(scene, first);
  if (found.dependent) return { first, last: Math.min(end, nextComma(scene, first, end)) };
  if (found.complement === 'clause' || found.complement === 'that') {
    const resumed = found.placed === 'relative' ? resumedClause(scene, found.segment, first, end) : -1;
    if (resumed > first) return { first, last: resumed };
    const turn = turnOfTheTeller(scene, first, end);
    if (turn > first) return { first, last: turn };
    const colon = colonBeforeQuotation(scene, first, end);
    if (colon > first) return { first, last: colon };
  }
  // "She hopes to win, but the polls are close": what is thought ends where the narrator objects.
  const objection = found.kind !== 'report' ? commaBut(scene, first, end) : end;
  if (found.complement === 'act') return { first, last: withoutTrailingAdjuncts(scene, first, objection) };
  if (objection < end) return { first, last: objection };
  if (found.complement === 'quotation' && quotation) {
    const behind = endOfQuotation(scene, first, end);
    // "shouted “Shame!” and held up signs"
    if (isConjunction(scene, behind) && posOf(scene, behind + 1) === 'VERB' && scene.quotationAt[behind + 1] === -1)
      return { first, last: behind };
  }
  if (scene.quotations.length === 0) return { first, last: end };
  const quoted = scene.quotationAt[end - 1] === -1 ? lastQuoted(scene, first, end) : end;
  if (
    quoted > first &&
    quoted < end &&
    skipAdjuncts(scene, quoted, end) >= end &&
    !/^(of|for|from|with|to|about|as|into)$/.test(lower(scene, quoted))
  )
    return { first, last: quoted };
  if (found.complement !== 'quotation' || !quotation) return { first, last: end };
  const last = endOfQuotation(scene, first, end);
  const rejoined =
    last < end &&
    !isBreak(scene, last) &&
    !isConjunction(scene, last) &&
    !isSubordinator(scene, last) &&
    !(UNTIL.has(lower(scene, last)) && endsWithStop(scene, last - 1));
  const another = isConjunction(scene, last) && quotationOver(scene, last + 1) !== undefined;
  return rejoined || another ? { first, last: end } : { first, last };
}

/** "Kern, who said the road was open, left": the comma where the clause that the relative one interrupts goes on, or -1. */
function resumedClause(scene: Scene, segment: number, first: number, end: number): number {
  if (!isComma(scene, segment)) return -1;
  const verb = firstFinite(scene, first, end);
  const comma = verb < 0 ? end : nextComma(scene, verb, end);
  return comma < end && isFiniteVerb(scene, posOf(scene, comma + 1) === 'ADV' ? comma + 2 : comma + 1) ? comma : -1;
}

/** "claimed the road was open, but offered no proof": the subject of the cue does something else. */
function turnOfTheTeller(scene: Scene, first: number, end: number): number {
  const but = commaBut(scene, first, end);
  if (but >= end) return -1;
  const denial =
    /^(he|she|they)$/.test(lower(scene, but + 2)) && /^(refuse|decline|den(y|ie))/.test(lower(scene, but + 3));
  return denial || (isFiniteVerb(scene, but + 2) && lower(scene, but + 2).endsWith('ed')) ? but : -1;
}

/** The comma before the first "but" outside quotations that a clause follows, or `end`. */
function commaBut(scene: Scene, first: number, end: number): number {
  for (let i = first + 1; i < end; i++)
    if (lower(scene, i) === 'but' && scene.quotationAt[i] === -1 && firstFinite(scene, i + 1, end) >= 0) {
      if (isComma(scene, i - 1)) return i - 1;
      if (endsWithStop(scene, i - 1)) return i;
    }
  return end;
}

/** What tells of the time of a quotation that is over: "shouted “Stop!” until the door opened". */
const UNTIL = new Set(words('until before after'));

/** A mark that closes a quotation with a comma or a stop before it. */
const endsWithStop = (scene: Scene, mark: number): boolean =>
  scene.quotationAt[mark] !== -1 &&
  scene.quotationAt[mark + 1] !== scene.quotationAt[mark] &&
  isStop(lower(scene, mark - 1));

function endOfQuotation(scene: Scene, first: number, end: number): number {
  let last = first;
  while (last < end && scene.quotationAt[last] === scene.quotationAt[first]) last++;
  return last;
}

/** "He wrote the road was closed: “Take the train.”": the quotation is a statement of its own. */
function colonBeforeQuotation(scene: Scene, first: number, end: number): number {
  if (scene.quotations.length === 0) return -1;
  for (let colon = first; colon < end - 1; colon++) {
    const quotation = scene.quotationAt[colon + 1] ?? -1;
    if (quotation === -1 || scene.quotationAt[colon] !== -1 || lower(scene, colon) !== ':') continue;
    let behind = colon + 1;
    while (behind < end && scene.quotationAt[behind] === quotation) behind++;
    if (behind - colon > 5 && (behind === end || isCapitalised(scene, behind))) return colon;
  }
  return -1;
}

/** Behind the last quotation in a range, or its start where there is none. */
function lastQuoted(scene: Scene, first: number, end: number): number {
  let i = end;
  while (i > first && scene.quotationAt[i - 1] === -1) i--;
  return i;
}

/** "announced the plan at a briefing on Monday, despite the rain": when and where it was said is no part of it. */
function withoutTrailingAdjuncts(scene: Scene, first: number, end: number): number {
  const infinitive = lower(scene, first) === 'to';
  for (let i = first + 1; i < end; i++) {
    if (scene.quotationAt[i] !== -1) continue;
    const comma = isComma(scene, i);
    const word = lower(scene, comma ? i + 1 : i);
    if (comma ? ASIDES.has(word) && !(infinitive && goesOn(scene, i + 1)) : ADJUNCTS.has(word)) return i;
    if (comma && word === 'as' && posOf(scene, i + 2) === 'PRON' && posOf(scene, i + 3) === 'AUX') return i;
    if (word === 'while' && (isPreposition(scene, i + 1) || lower(scene, i + 1).endsWith('ing'))) return i;
    if (!comma && word === 'so' && !isComma(scene, i - 1) && tellsWhy(scene, i + 1, end)) return i;
    if (isDash(scene, i) && !isRange(scene, i) && !hasDash(scene, first, i) && !hasDash(scene, i + 1, end)) return i;
    if (
      comma &&
      !infinitive &&
      isToldNext(scene, i + 1) &&
      !isPreposition(scene, i + 2) &&
      firstFinite(scene, first, i) < 0
    )
      return i;
    if (
      comma &&
      opensMainClause(scene, word === 'and' ? i + 2 : i + 1, end, word === 'and') &&
      (infinitive || firstFinite(scene, first, i) < 0)
    )
      return i;
    if (isConjunction(scene, i) && (isToldNext(scene, i + 1) || (word === 'but' && opensWithAuxiliary(scene, i + 1))))
      return i;
    if (!comma && SETTINGS.has(word) && (isSettingOf(scene, i, end) || (!infinitive && isDated(scene, i, end))))
      return i;
    if (DAYS.has(word) && !comma && i > first + 1 && skipAdjuncts(scene, i, end) >= end) return i;
  }
  return end;
}

/** What no longer belongs to the content, behind a comma and without one. */
const ASIDES = new Set(
  words(
    `who after despite following this but however meanwhile although though while when amid upon shortly later then before during`,
  ),
);
const ADJUNCTS = new Set(words('despite via shortly amid anonymously'));
const SETTINGS = new Set(words('in at on during by through after'));

/** ", then sell it": the infinitive goes on. */
const goesOn = (scene: Scene, then: number): boolean =>
  lower(scene, then) === 'then' && posOf(scene, then + 1) === 'VERB' && !/(ed|s)$/.test(lower(scene, then + 1));

/** "so the miners could start": what the narrator knows it was for. */
const tellsWhy = (scene: Scene, i: number, end: number): boolean =>
  !/^(ADJ|ADV)$/.test(posOf(scene, i)) && /^(could|would|might)$/.test(lower(scene, firstFinite(scene, i, end)));

const opensWithAuxiliary = (scene: Scene, i: number): boolean =>
  posOf(scene, posOf(scene, i) === 'ADV' ? i + 1 : i) === 'AUX';

/** ", he left" and ", and the union left": somebody does something else. */
function opensMainClause(scene: Scene, i: number, end: number, joined: boolean): boolean {
  if (/^(he|she|it|they)$/.test(lower(scene, i))) return isFiniteVerb(scene, i + 1);
  if (!joined || !(posOf(scene, i) === 'DET' || nameOver(scene, i))) return false;
  let verb = endOfNounPhrase(scene, i, end);
  if (posOf(scene, verb) === 'ADV') verb++;
  return verb < end && isFiniteVerb(scene, verb);
}

function hasDash(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isDash(scene, i)) return true;
  return false;
}

/** "15–25": a dash without spaces. */
const isRange = (scene: Scene, i: number): boolean => scene.tokens[i - 1]?.end === scene.tokens[i]?.start;

/** "in 1995", "on March 11", with nothing but more of it behind: when something was said. */
function isDated(scene: Scene, preposition: number, end: number): boolean {
  const word = lower(scene, preposition + 1);
  const date = /^(19|20)\d\d$/.test(word) || (MONTHS.has(word) && isCapitalised(scene, preposition + 1));
  return date && skipAdjuncts(scene, preposition, end) >= end;
}

/** "… and followed it up": the subject does something else. */
function isToldNext(scene: Scene, i: number): boolean {
  const word = lower(scene, i);
  return (
    isFiniteVerb(scene, i) &&
    posOf(scene, i) === 'VERB' &&
    (word.endsWith('ed')
      ? !CUE_FORMS.has(word)
      : /^(spoke|left|went|took|gave|made|met|held|sent|saw|won|lost)$/.test(word))
  );
}

const STOOD_ON = new Set(
  words(
    'radio television tv twitter facebook instagram weibo telegram telephone phone website page account blog visit trip tour',
  ),
);

/** "at a briefing on Monday": a place or day of saying, with nothing but more of it behind. */
function isSettingOf(scene: Scene, preposition: number, end: number): boolean {
  const last = endOfNounPhrase(scene, preposition + 1, end);
  let setting = false;
  // "progress on the talks" tells of them, "on television" where it was said.
  const media = lower(scene, preposition) === 'on' ? STOOD_ON : MEDIA;
  for (let i = preposition + 1; i < last; i++)
    if (media.has(lower(scene, i)) || DAYS.has(lower(scene, i))) setting = true;
  const rest = skipAdjuncts(scene, preposition, end);
  return setting && (rest >= end || isComma(scene, rest) || isConjunction(scene, rest));
}

/** Participles and second verbs say no subject of their own: they take the one of the clause that they hang on. */
export function shareSources(scene: Scene, sentence: Sentence, found: readonly Found[]): readonly Attribution[] {
  const attributions: Attribution[] = [];
  found.forEach((one, i) => {
    const content = one.content.every(isSome) ? one.content : one.content.filter(isSome);
    if (content.length === 0) return;
    const { source } = one;
    const attribution = source
      ? withSpans(scene, one, content, source)
      : withSharedSource(scene, sentence, found, i, content);
    if (attribution) attributions.push(attribution);
  });
  return attributions;
}

const isSome = ({ first, last }: Tokens): boolean => first < last;

function withSharedSource(
  scene: Scene,
  sentence: Sentence,
  found: readonly Found[],
  i: number,
  content: readonly Tokens[],
): Attribution | null {
  const one = found[i] as Found;
  const opens = i === 0 && one.placed === 'participle' && one.segment === sentence.first;
  const main = opens ? openingSubject(scene, sentence, content, one.kind === 'act') : null;
  if (main) return withSpans(scene, one, cutBefore(scene, content, main), main);
  const before = found.findLast((f, k) => k < i && f.source && f.placed !== 'according')?.source;
  const shared = before ?? found.find((f, k) => k > i && f.source)?.source;
  if (shared) return withSpans(scene, one, content, shared);
  const subject = openingSubject(scene, sentence, content);
  return subject && withSpans(scene, one, cutBefore(scene, content, subject), subject);
}

function withSpans(scene: Scene, found: Found, content: readonly Tokens[], source: Tokens): Attribution | null {
  const spans: Span[] = [];
  for (const range of content) {
    const span = contentSpan(scene, range);
    if (span) spans.push(span);
  }
  if (spans.length === 0) return null;
  const { cue, placed, kind, past } = found;
  return { content, spans, directness: directnessOf(scene, spans), cue, source, placed, kind, past };
}

/** "Recalling that A, Arce left the room.": the main clause has no cue, but its subject is the source. */
function openingSubject(scene: Scene, sentence: Sentence, content: readonly Tokens[], anybody = false): Tokens | null {
  const from = content[0]?.first ?? sentence.first;
  for (let comma = from; comma < sentence.last; comma++) {
    if (!isComma(scene, comma) || nameOver(scene, comma) || scene.quotationAt[comma] !== -1) continue;
    const verb = firstFinite(scene, comma + 1, Math.min(sentence.last, comma + 12));
    if (verb < 0) continue;
    const subject = subjectBefore(scene, verbGroup(scene, verb, comma + 1).first, comma + 1);
    if (
      subject &&
      ((anybody && subject.first === comma + 1) ||
        nameOver(scene, subject.source.first)?.entity.type === 'person' ||
        posOf(scene, subject.source.first) === 'PRON')
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
