/** Cues that are no verbs: "his claim that", "Kern's promise to", "the mayor is confident that". */
import { ADJECTIVES_OF_THOUGHT, NOUNS_OF_CONTENT, NOUNS_OF_INTENT } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { enclosing, type Found, nextComma } from './found.ts';
import {
  clauseBegins,
  firstFinite,
  isConjunction,
  isFiniteVerb,
  isPossessive,
  isPreposition,
  verbGroup,
} from './phrases.ts';
import { lower, nameOver, posOf, type Scene, type Tokens } from './scene.ts';
import { mainSubject, subjectBefore } from './sources.ts';

/** "Kern's claim that the road is open" and "his promise to mend it": whose noun it is speaks. */
export function nounCue(scene: Scene, i: number, limit: number, floor: number, found: readonly Found[]): Found | null {
  const word = lower(scene, i);
  const opens = lower(scene, i + 1);
  const fits = (opens === 'that' && NOUNS_OF_CONTENT.has(word)) || (opens === 'to' && NOUNS_OF_INTENT.has(word));
  if (!fits || isPreposition(scene, i + 2) || enclosing(found, i)) return null;
  const source = ownerBefore(scene, i) ?? (opens === 'that' ? makerBefore(scene, i, floor) : null);
  if (!source) return null;
  const from = i + 2;
  if (opens === 'that' && firstFinite(scene, from, limit) < 0) return null;
  return {
    content: [{ first: opens === 'that' ? from : i + 1, last: endOfNounContent(scene, from, limit, opens === 'that') }],
    cue: { first: i, last: opens === 'that' ? from : i + 1 },
    source,
    placed: 'relative',
    kind: 'act',
    past: true,
    segment: source.first,
    open: null,
    complement: 'act',
  };
}

/** "Kern made the claim that": the subject of a verb that does no more than carry the noun. */
function makerBefore(scene: Scene, noun: number, floor: number): Tokens | null {
  let verb = noun - 1;
  while (verb > noun - 4 && /^(ADJ|DET)$/.test(posOf(scene, verb))) verb--;
  if (lower(scene, verb) === 'forward') verb--;
  if (lower(scene, verb) === 'to' && /^(came|comes|come)$/.test(lower(scene, verb - 1))) verb--;
  if (verb === noun - 1 || !MAKING.has(lower(scene, verb))) return null;
  const group = verbGroup(scene, verb, floor);
  if (group.negated || group.infinitive || group.passive || group.future) return null;
  const subject = isConjunction(scene, group.first - 1)
    ? mainSubject(scene, { first: floor }, group.first - 1)
    : subjectBefore(scene, group.first, floor);
  return subject && !subject.relative ? subject.source : null;
}

const MAKING = new Set(
  words(
    'came comes come made makes reached reaches put puts held holds repeated repeats advanced advances took takes offered floated renewed',
  ),
);

/** The possessor of a noun: "his", "Ada Kern's", with adjectives between. */
export function ownerBefore(scene: Scene, noun: number): Tokens | null {
  let i = noun - 1;
  while (
    i > noun - 4 &&
    /^(ADJ|NOUN|VERB|NUM)$/.test(posOf(scene, i)) &&
    !nameOver(scene, i) &&
    !isPossessive(scene, i)
  )
    i--;
  if (/^(his|her|their)$/.test(lower(scene, i))) return { first: i, last: i + 1 };
  if (!isPossessive(scene, i)) return null;
  const name = nameOver(scene, i - 1);
  if (name) return { first: name.first, last: name.last };
  let first = i - 1;
  while (first > 0 && first > i - 6 && /^(ADJ|NOUN|PROPN)$/.test(posOf(scene, first))) first--;
  return posOf(scene, first) === 'DET' ? { first, last: i } : null;
}

/** Up to the next comma; an infinitive ends before the verb that its noun is the subject of: "his vow to stay was kept". */
function endOfNounContent(scene: Scene, from: number, limit: number, clause: boolean): number {
  const end = nextComma(scene, from, limit);
  if (clause) return end;
  for (let i = from + 1; i < end; i++)
    if (scene.quotationAt[i] === -1 && isFiniteVerb(scene, i) && (posOf(scene, i) === 'AUX' || isPast(scene, i)))
      return i;
  return end;
}

/** "angered", with no agent behind it that would make it a participle. */
const isPast = (scene: Scene, i: number): boolean =>
  lower(scene, i).endsWith('ed') && /^(ADV|NOUN)$/.test(posOf(scene, i - 1)) && !isPreposition(scene, i + 1);

/** "The mayor is confident that …", "the two were worried about …": what somebody feels about something. */
export function adjectiveCue(
  scene: Scene,
  i: number,
  limit: number,
  floor: number,
  found: readonly Found[],
): Found | null {
  if (!ADJECTIVES_OF_THOUGHT.has(lower(scene, i)) || enclosing(found, i)) return null;
  const group = verbGroup(scene, i, floor);
  if (!group.passive || group.negated || group.future || group.infinitive) return null;
  const that = lower(scene, i + 1) === 'that';
  const about = lower(scene, i + 1) === 'about';
  const from = that || about ? i + 2 : i + 1;
  if (from >= limit || (!about && !clauseBegins(scene, from, nextComma(scene, from, limit)))) return null;
  if (!that && !about && (isPreposition(scene, from) || lower(scene, from) === 'if')) return null;
  const subject = subjectBefore(scene, group.first, floor);
  if (!subject || subject.relative || /^(it|this|that|there|what)$/.test(lower(scene, subject.source.first)))
    return null;
  return {
    content: [],
    cue: { first: i, last: that || about ? from : i + 1 },
    source: subject.source,
    placed: 'before',
    kind: 'attitude',
    past: true,
    segment: subject.first,
    open: from,
    complement: that ? 'that' : about ? 'act' : 'clause',
  };
}
