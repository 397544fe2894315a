/** Sources that no verb introduces: "according to Kern", "asked by a reader". */
import type { Sentence } from '../language.ts';
import { EVIDENCE } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { type Found, nextComma } from './found.ts';
import { ownerBefore } from './nominal.ts';
import {
  clauseBegins,
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isCapitalised,
  isComma,
  isConjunction,
  isFiniteVerb,
  isPreposition,
  isSubordinator,
} from './phrases.ts';
import { lower, type NamedTokens, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { scareQuoted, sourceIn, subjectBefore } from './sources.ts';

/** "According to Kern, the road is open" and "the road, according to Kern, is open". */
export function accordingTo(scene: Scene, sentence: Sentence, i: number, limit: number, cursor: number): Found | null {
  const cueLast = lower(scene, i) === 'per' ? i + 1 : i + 2;
  // "a treaty according to which", "according to you, what …?"
  if (/^(which|whom|you)$/.test(lower(scene, cueLast))) return null;
  const opening = i === sentence.first || /^(and|but|that)$/.test(lower(scene, i - 1));
  const phraseEnd = endOfSource(scene, cueLast, limit);
  const bare = endOfBareSource(scene, cueLast, phraseEnd, limit);
  // "According to Kestane the road was closed": no comma where one should be.
  const runs = opening ? lower(scene, i - 1) !== 'that' : partsClause(scene, cursor, i, bare);
  const run =
    runs && phraseEnd - bare > 2 && (predicateAt(scene, bare, phraseEnd) || (!opening && isFiniteVerb(scene, bare)));
  const phrase = { first: cueLast, last: run ? bare : phraseEnd };
  const source = sourceIn(scene, phrase) ?? (phrase.last > cueLast ? phrase : null);
  if (!source || (!run && isMeasure(scene, source))) return null;
  const named = apposedTo(scene, phrase.last, limit);
  const end = named?.last ?? phrase.last;
  const attributed = (segment: number, content: readonly Tokens[], open: number | null): Found => ({
    content,
    cue: { first: i, last: cueLast },
    source: named ?? source,
    placed: 'according',
    kind: 'report',
    past: true,
    segment,
    open,
    complement: 'clause',
  });
  if (opening) return attributed(i, [], startOfClause(scene, end, run ? end : end + 1, limit));
  const segment = isBreak(scene, i - 1) ? i - 1 : i;
  const resumes = isComma(scene, end) && end + 1 < limit && !GOING_ON.has(lower(scene, end + 1));
  const content = cursor < segment ? [{ first: cursor, last: segment }] : [];
  // "a magnitude of 6.3, according to the office, it was felt in Riga": something else is told.
  const another = /^(it|he|she|they)$/.test(lower(scene, end + 1));
  if (run) return attributed(segment, content, bare);
  // "they gave no cause, but, according to the office, it had rained"
  if (resumes && lower(scene, segment - 1) === 'but') return attributed(segment, [], end + 1);
  return attributed(segment, content, resumes && !another && resumesClause(scene, cursor, segment) ? end + 1 : null);
}

/** "The miners, according to the office left at noon" and "While it rained, according to the office nobody left". */
const partsClause = (scene: Scene, from: number, i: number, bare: number): boolean =>
  /^(while|although|though|when|if)$/.test(lower(scene, from)) ||
  (isFiniteVerb(scene, bare) && firstFinite(scene, from, i) < 0);

const GOING_ON = new Set(words('who which and but while with'));

/** "the ministry | workers recovered": the verb right behind the phrase takes its last noun for a subject. */
function endOfBareSource(scene: Scene, from: number, phraseEnd: number, limit: number): number {
  const end = endOfNounPhrase(scene, from, phraseEnd);
  let subject = end - 1;
  const plural = posOf(scene, subject) === 'NOUN' && lower(scene, subject).endsWith('s') && !nameOver(scene, subject);
  if (!plural || end >= phraseEnd || !isFiniteVerb(scene, end)) return end;
  // "the court documents obtained on Monday, the road was closed": the verb is a participle where another clause follows.
  const another = isPreposition(scene, end + 1) && firstFinite(scene, end + 1, limit) >= 0;
  if (another || (!GOING_ON.has(lower(scene, phraseEnd + 1)) && firstFinite(scene, phraseEnd, limit) >= 0)) return end;
  while (subject > from && /^(NUM|ADJ)$/.test(posOf(scene, subject - 1))) subject--;
  return subject - from >= 2 || nameOver(scene, subject - 1) ? subject : end;
}

/** Up to the next comma, dash or quotation. */
function endOfSource(scene: Scene, from: number, limit: number): number {
  let end = from;
  while (
    end < limit &&
    !(isComma(scene, end) && !nameOver(scene, end)) &&
    !/^[;:–—]$/.test(lower(scene, end)) &&
    !(quotationOver(scene, end) && !scareQuoted(scene, end))
  )
    end++;
  return end;
}

/** "According to the mayor, Ada Kern, …": the name between commas, unless it is the subject of what follows. */
function apposedTo(scene: Scene, end: number, limit: number): NamedTokens | null {
  const name = end < limit && isComma(scene, end) ? nameOver(scene, end + 1) : undefined;
  if (name?.first !== end + 1 || name.entity.type !== 'person') return null;
  if (name.last >= limit) return name;
  if (!isComma(scene, name.last)) return null;
  // "…, Ada Kern, the mayor, said": the subject of what follows, with an apposition of its own.
  const comma = nextComma(scene, name.last + 1, limit);
  const own = comma < limit && isFiniteVerb(scene, comma + 1) && firstFinite(scene, name.last + 1, comma) < 0;
  return own ? null : name;
}

/** Where the clause begins, behind asides between commas and a relative clause about the source. */
function startOfClause(scene: Scene, end: number, first: number, limit: number): number {
  if (/^(who|which|whose)$/.test(lower(scene, end + 1))) return nextComma(scene, end + 1, limit) + 1;
  let from = first;
  for (let comma = from; from < limit && !isPreposition(scene, from); from = comma + 1) {
    comma = nextComma(scene, from, limit);
    if (comma >= limit || clauseBegins(scene, from, comma)) break;
  }
  // "…, Kern, who drew the map, said": the verb's subject stands before what the commas set off.
  if (from > first && isFiniteVerb(scene, from)) {
    const subject = subjectBefore(scene, from, first);
    if (subject) return subject.first;
  }
  // "…, the game attempts to run, with few pictures": no clause begins at "with", whatever the verb before it looked like.
  return isPreposition(scene, from) && from > first ? first : from;
}

/** "according to its needs": a measure, nobody's words. */
const MEASURES = new Set(
  words(`
    need needs schedule law laws rule rules custom tradition wishes taste size age merit ability abilities circumstances principle principles
    demand preference standard standards criteria type category rank`),
);

/** Nobody's name and no noun that could speak: "its own rules", "schedule". */
const isMeasure = (scene: Scene, { first, last }: Tokens): boolean =>
  MEASURES.has(lower(scene, last - 1)) && !scene.names.some(name => name.first >= first - 2 && name.last <= last);

/** A subject with its verb right behind it. */
function predicateAt(scene: Scene, from: number, limit: number): boolean {
  const measured = /^(over|about|around|under)$/.test(lower(scene, from)) && posOf(scene, from + 1) === 'NUM';
  if ((isPreposition(scene, from) && !measured) || /^(who|which|whose|that|and|,)$/.test(lower(scene, from)))
    return false;
  const verb = firstFinite(scene, from, limit);
  return verb > from && !isSubordinator(scene, verb - 1) && !isFiniteVerb(scene, from);
}

/** "Bao, according to the embassy, will visit": what stood before cannot stand alone. */
const resumesClause = (scene: Scene, from: number, to: number): boolean =>
  firstFinite(scene, from, to) < 0 ||
  isSubordinator(scene, to - 1) ||
  posOf(scene, to - 1) === 'AUX' ||
  (lower(scene, to - 1) !== 'but' && isConjunction(scene, to - 1)) ||
  isPreposition(scene, to - 1) ||
  lower(scene, to - 1) === 'including';

/** "In her view, the road is open", "In the words of the mayor, …". */
export function inTheViewOf(scene: Scene, sentence: Sentence, noun: number, limit: number): Found | null {
  const opening = lower(scene, sentence.first);
  if ((opening !== 'in' && opening !== 'by') || noun > sentence.first + 7) return null;
  const of = lower(scene, noun + 1) === 'of' && lower(scene, noun - 1) === 'the';
  const comma = nextComma(scene, noun, limit);
  const source = of ? sourceIn(scene, { first: noun + 2, last: comma }) : ownerBefore(scene, noun);
  if (!source || comma >= limit || comma > (of ? noun + 10 : noun + 1) || !clauseBegins(scene, comma + 1, limit))
    return null;
  return {
    content: [],
    cue: of ? { first: sentence.first, last: noun + 2 } : { first: noun, last: noun + 1 },
    source,
    placed: 'according',
    kind: 'attitude',
    past: true,
    segment: sentence.first,
    open: comma + 1,
    complement: 'clause',
  };
}

/** "Kern: The road is open" and "Poll: Voters want the bridge", in a headline. */
export function labelled(scene: Scene, sentence: Sentence, colon: number, limit: number): Found | null {
  const name = nameOver(scene, colon - 1);
  const person =
    name !== undefined &&
    name.first === sentence.first &&
    (name.entity.type === 'person' || (name.entity.type === 'organization' && isCapitalised(scene, colon + 1)));
  const evidence = colon - sentence.first <= 3 && EVIDENCE.has(lower(scene, colon - 1));
  const said = quotationOver(scene, colon + 1) !== undefined || firstFinite(scene, colon + 1, limit) >= 0;
  if (!said || !(person || evidence)) return null;
  return {
    content: [],
    cue: { first: colon, last: colon + 1 },
    source: { first: sentence.first, last: colon },
    placed: 'label',
    kind: 'report',
    past: false,
    segment: sentence.first,
    open: colon + 1,
    complement: 'clause',
  };
}

/** "Asked by a reader whether the road was open, Kern said …": the one who asked speaks too. */
export function askedBy(scene: Scene, i: number, limit: number): Found | null {
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
    kind: 'report',
    past: true,
    segment: i,
    open: null,
    complement: 'question',
  };
}

/** "“The road was never safe.” – Ada Kern": whoever signs a sentence that is all quotation. */
export function signed(scene: Scene, sentence: Sentence, dash: number, limit: number): Found | null {
  const quotation = scene.quotationAt[dash - 1] ?? -1;
  if (quotation === -1 || scene.quotationAt[sentence.first] !== quotation || dash - sentence.first < 5) return null;
  const comma = nextComma(scene, dash + 1, limit);
  if (limit - dash > 14 || !isCapitalised(scene, dash + 1) || firstFinite(scene, dash + 1, limit) >= 0) return null;
  const signature = { first: dash + 1, last: comma };
  const named = scene.names.some(({ first, last }) => first >= signature.first && last <= comma);
  const source = named ? sourceIn(scene, signature) : signature;
  if (!source || !(named || isFullName(scene, signature))) return null;
  return {
    content: [{ first: sentence.first, last: dash }],
    cue: { first: dash, last: dash + 1 },
    source,
    placed: 'behind',
    kind: 'report',
    past: true,
    segment: dash,
    open: null,
    complement: 'none',
  };
}

/** Two to five words with a capital each. */
function isFullName(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (!isCapitalised(scene, i)) return false;
  return last - first >= 2 && last - first <= 5;
}
