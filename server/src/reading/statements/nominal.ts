/** Cues that are no verbs: "his claim that", "Kern's promise to", "the mayor is confident that". */
import { ADJECTIVES_OF_THOUGHT, NOUNS_OF_CONTENT, NOUNS_OF_INTENT } from '../lexicon/cues.ts';
import { enclosing, type Found, nextComma } from './found.ts';
import { clauseBegins, firstFinite, isPossessive, isPreposition, verbGroup } from './phrases.ts';
import { lower, nameOver, posOf, type Scene, type Tokens } from './scene.ts';
import { subjectBefore } from './sources.ts';

/** "Kern's claim that the road is open" and "his promise to mend it": whose noun it is speaks. */
export function nounCue(scene: Scene, i: number, limit: number, found: readonly Found[]): Found | null {
  const word = lower(scene, i);
  const opens = lower(scene, i + 1);
  const fits = (opens === 'that' && NOUNS_OF_CONTENT.has(word)) || (opens === 'to' && NOUNS_OF_INTENT.has(word));
  if (!fits || isPreposition(scene, i + 2) || enclosing(found, i)) return null;
  const source = ownerBefore(scene, i);
  if (!source) return null;
  const from = i + 2;
  if (opens === 'that' && firstFinite(scene, from, limit) < 0) return null;
  return {
    content: [{ first: opens === 'that' ? from : i + 1, last: endOfNounContent(scene, from, limit, opens === 'that') }],
    cue: { first: i, last: opens === 'that' ? from : i + 1 },
    source,
    placed: 'relative',
    act: true,
    past: true,
    segment: source.first,
    open: null,
    complement: 'act',
  };
}

/** The possessor of a noun: "his", "Ada Kern's", with adjectives between. */
function ownerBefore(scene: Scene, noun: number): Tokens | null {
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

/** Up to the next comma, or to the verb that the noun is the subject of: the second one behind "that", the first behind "to". */
function endOfNounContent(scene: Scene, from: number, limit: number, clause: boolean): number {
  const end = nextComma(scene, from, limit);
  const own = clause ? firstFinite(scene, from, end) + 1 : from + 1;
  for (let i = own; i < end; i++) {
    if (scene.quotationAt[i] !== -1 || posOf(scene, i) !== 'AUX') continue;
    if (/^(is|was|are|were|has|had)$/.test(lower(scene, i)) && !clause) return i;
  }
  return end;
}

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
    act: true,
    past: true,
    segment: subject.first,
    open: from,
    complement: that ? 'that' : about ? 'act' : 'clause',
  };
}
