/** Sources that no verb introduces: "according to Kern", "asked by a reader". */
import type { Sentence } from '../language.ts';
import { EVIDENCE } from '../lexicon/cues.ts';
import { type Found, nextComma } from './found.ts';
import { ownerBefore } from './nominal.ts';
import {
  clauseBegins,
  endOfNounPhrase,
  firstFinite,
  isBreak,
  isComma,
  isFiniteVerb,
  isPreposition,
  isSubordinator,
} from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { scareQuoted, sourceIn } from './sources.ts';

export function accordingTo(scene: Scene, sentence: Sentence, i: number, limit: number, cursor: number): Found | null {
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
  const bare = endOfNounPhrase(scene, cueLast, end);
  // "According to Kestane the road was closed": no comma where one should be.
  const run = opening && bare < end && end - bare > 3 && predicateAt(scene, bare, end);
  if (run) end = bare;
  const source =
    sourceIn(scene, { first: cueLast, last: end }) ?? (end > cueLast ? { first: cueLast, last: end } : null);
  const apposed = end < limit && isComma(scene, end) ? nameOver(scene, end + 1) : undefined;
  const named =
    apposed &&
    apposed.first === end + 1 &&
    apposed.entity.type === 'person' &&
    (apposed.last >= limit || isComma(scene, apposed.last)) &&
    !opensClause(scene, apposed.last, limit)
      ? apposed
      : null;
  if (!source || (isMeasure(scene, source) && !run)) return null;
  if (named) end = named.last;
  const base = {
    cue: { first: i, last: cueLast },
    source: named ?? source,
    placed: 'according' as const,
    kind: 'report' as const,
    past: true,
    complement: 'clause' as const,
  };
  if (opening) {
    let from = run ? end : end + 1;
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

/** Nobody's name and no noun that could speak: "its own rules", "schedule". */
const isMeasure = (scene: Scene, { first, last }: Tokens): boolean =>
  MEASURES.test(lower(scene, last - 1)) && !scene.names.some(name => name.first >= first - 2 && name.last <= last);

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
  firstFinite(scene, from, to) < 0 || isSubordinator(scene, to - 1) || posOf(scene, to - 1) === 'AUX';

/** "According to Kestane, Riga, which …" does not name a person twice: a name with a verb behind it is a subject. */
const opensClause = (scene: Scene, i: number, limit: number): boolean => i < limit && isFiniteVerb(scene, i);

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
  const person = name !== undefined && name.first === sentence.first && name.entity.type !== 'place';
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
