/** Who is said to have said what, sentence by sentence. */
import type { Sentence } from '../language.ts';
import {
  ACT_PREPOSITIONS,
  ADJECTIVES_OF_THOUGHT,
  CUE_FORMS,
  CUE_PARTICLES,
  EXPRESSING,
  NOUNS_OF_CONTENT,
  NOUNS_OF_INTENT,
  NOUNS_OF_VIEW,
} from '../lexicon/cues.ts';
import { accordingTo, askedBy, inTheViewOf, labelled, signed } from './according.ts';
import { bounded, closeAt, dropNested, shareSources } from './bounds.ts';
import { expressing } from './complements.ts';
import { withoutStop } from './content.ts';
import { finite } from './finite.ts';
import type { Attribution, Found } from './found.ts';
import { adjectiveCue, nounCue } from './nominal.ts';
import { isNounLike } from './nounLike.ts';
import { participle } from './participles.ts';
import { lower, posOf, type Scene, type Tokens } from './scene.ts';

/** What may stand between a quotation and the name of the one who signs it. */
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '―', '--']);

/** The words that an attribution can begin its cue with. */
export const CUE_WORDS: ReadonlySet<string> = new Set([
  ...CUE_FORMS.keys(),
  ...EXPRESSING,
  ...NOUNS_OF_CONTENT,
  ...NOUNS_OF_INTENT,
  ...NOUNS_OF_VIEW,
  ...ADJECTIVES_OF_THOUGHT,
  'according',
  'per',
  ':',
  ...DASHES,
]);

/**
 * Every attribution in a sentence, in order of the content. Quotations are not looked into. `cues` are the tokens that
 * are one of CUE_WORDS, in order.
 */
export function findAttributions(scene: Scene, sentence: Sentence, cues: readonly number[]): readonly Attribution[] {
  if (cues.length === 0) return NONE;
  const limit = withoutStop(scene, sentence).last;
  const found: Found[] = [];
  let taken = sentence.first;
  for (const i of cues) {
    if (i < taken || i >= limit || scene.quotationAt[i] !== -1) continue;
    const next = attributionAt(scene, sentence, i, limit, startOfLeft(sentence, found), found);
    if (!next || (next.source && isAsked(scene, sentence, next.source))) continue;
    if (next.placed === 'according' && found.at(-1)?.open === next.segment) {
      if (found.at(-1)?.kind !== 'attitude') continue;
      found.pop();
    }
    if (
      next.placed === 'behind' ||
      next.placed === 'inside' ||
      (next.placed === 'according' && next.segment > sentence.first)
    )
      dropNested(found, next.segment);
    else closeAt(scene, found, next.segment);
    found.push(next);
    taken = next.cue.last;
  }
  if (found.length === 0) return NONE;
  for (let k = 0; k < found.length; k++) found[k] = bounded(scene, found[k] as Found, limit);
  return shareSources(scene, sentence, found);
}

/** "How would you describe the mine?", "Can I ask …?": an interviewer's question reports nothing. */
function isAsked(scene: Scene, sentence: Sentence, { first, last }: Tokens): boolean {
  if (last - first > 1) return false;
  const word = lower(scene, first);
  return word === 'you' || (/^(i|we|what|who)$/.test(word) && lower(scene, sentence.last - 1) === '?');
}

const NONE: readonly never[] = [];

/** Where the words before a cue that stands behind or inside its content may begin. */
function startOfLeft(sentence: Sentence, found: readonly Found[]): number {
  const last = found.findLast(f => f.placed === 'behind' || f.placed === 'inside');
  return last ? Math.max(last.cue.last, last.source?.last ?? 0, last.open ?? 0) : sentence.first;
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
  if (DASHES.has(word)) return signed(scene, sentence, i, limit);
  if (word === ':') return scene.kind === 'headline' ? labelled(scene, sentence, i, limit) : null;
  if (word === 'asked' && i === sentence.first) return askedBy(scene, i, limit);
  const cited = NOUNS_OF_VIEW.has(word) ? inTheViewOf(scene, sentence, i, limit) : null;
  if (cited) return cited;
  const thought = ADJECTIVES_OF_THOUGHT.has(word) ? adjectiveCue(scene, i, limit, sentence.first, found) : null;
  if (thought) return thought;
  const expressed = EXPRESSING.has(word) ? expressing(scene, i, limit) : null;
  const cue = expressed?.cue ?? CUE_FORMS.get(word);
  if (!cue || isNounLike(scene, i, cue)) return nounCue(scene, i, limit, sentence.first, found);
  const particle = CUE_PARTICLES[cue.verb.lemma];
  if (particle && lower(scene, i + 1) !== particle && !ACT_PREPOSITIONS[cue.verb.lemma]?.includes(lower(scene, i + 1)))
    return null;
  const progressive = cue.form === 'participle' && BEING.test(lower(scene, beforeAdverbs(scene, i)));
  if (progressive)
    return finite(scene, sentence, i, limit, cursor, found, { ...cue, form: 'present' }, expressed?.complement);
  if (cue.form === 'participle') return participle(scene, sentence, i, limit, found, cue, expressed?.complement);
  return finite(scene, sentence, i, limit, cursor, found, cue, expressed?.complement);
}

const BEING = /^(is|are|was|were|am|been|'s|’s|'re|’re|'m|’m)$/;

/** "is also calling", "are once again asking": the word before the adverbs. */
function beforeAdverbs(scene: Scene, i: number): number {
  let before = i - 1;
  while (posOf(scene, before) === 'ADV') before--;
  return before;
}
