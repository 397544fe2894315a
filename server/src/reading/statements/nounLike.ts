/** Nouns and adjectives that look like cues: "the report", "a proposed road". */
import { type CueForm, WORDS_ALSO_NOUNS } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { clauseBegins, isCapitalised, isComma, isPossessive } from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene } from './scene.ts';

/** Base forms that are nouns or adjectives by far more often than verbs. */
const RATHER_NOUNS = new Set(words('reason state open object direct counter'));
/** "Many denied it": what stands alone as a subject, unless it counts "alleged accomplices". */
const QUANTIFIERS = new Set(words('all both some many others two three four several'));
const ADJECTIVAL = new Set(
  words('alleged proposed suspected disputed planned expected estimated predicted reported wanted'),
);
const BEFORE_NOUNS = new Set(
  words(`the a an this these those any no some his her its their our my your of with for from whose`),
);

/** "The campaign plans to …", "The miner disputes the toll": no noun stands between a singular one and what it takes. */
const followsSingular = (scene: Scene, i: number): boolean =>
  nameOver(scene, i - 1)?.entity.type === 'person' ||
  (/^(NOUN|PROPN)$/.test(posOf(scene, i - 1)) && !lower(scene, i - 1).endsWith('s'));

const takesObject = (scene: Scene, i: number, { verb }: CueForm): boolean =>
  (verb.object && /^(DET|PRON)$/.test(posOf(scene, i))) || (verb.infinitive && lower(scene, i) === 'to');

/** "rules that promise", "claims that are": the verb behind "that" agrees with a plural noun. */
const opensPluralRelative = (scene: Scene, that: number): boolean =>
  lower(scene, that) === 'that' &&
  (/^(are|were|have)$/.test(lower(scene, that + 1)) ||
    ((posOf(scene, that + 1) === 'VERB' || lower(scene, that + 2) === 'to') &&
      !/(s|ed|ing)$/.test(lower(scene, that + 1))));

export function isNounLike(scene: Scene, i: number, cue: CueForm): boolean {
  const word = lower(scene, i);
  const before = lower(scene, i - 1);
  if (BEFORE_NOUNS.has(before)) return true;
  // "their largely discredited theories"
  if (cue.form === 'past' && posOf(scene, i - 1) === 'ADV' && BEFORE_NOUNS.has(lower(scene, i - 2))) return true;
  if (isPossessive(scene, i - 1) && !/^(he|she|it|who|that|what|there|here)$/.test(lower(scene, i - 2))) return true;
  if (
    cue.form === 'past' &&
    posOf(scene, i + 1) === 'NOUN' &&
    (QUANTIFIERS.has(before) ? ADJECTIVAL.has(word) : /^(DET|NUM|ADJ|ADP)$/.test(posOf(scene, i - 1)))
  )
    return true;
  if (cue.form === 'base' && RATHER_NOUNS.has(cue.verb.lemma)) return lower(scene, i + 1) !== 'that';
  if (cue.form === 'past' || !WORDS_ALSO_NOUNS.has(word)) return before === '-' || lower(scene, i + 1) === '-';
  if (cue.form === 'present' && posOf(scene, i - 1) === 'NOUN' && opensPluralRelative(scene, i + 1)) return true;
  const pos = posOf(scene, i);
  const told = scene.kind === 'headline' && cue.verb.clause && clauseBegins(scene, i + 1, scene.tokens.length);
  if (cue.form === 'present' && followsSingular(scene, i) && (told || takesObject(scene, i + 1, cue))) return false;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') {
    const after = lower(scene, i + 1);
    if (/^(NUM|ADJ|DET)$/.test(posOf(scene, i - 1))) return true;
    // "It is one of a kind, engineers report, …"
    if (cue.form === 'base' && isComma(scene, i - 2) && isComma(scene, i + 1) && before.endsWith('s')) return false;
    if (
      cue.form === 'base' &&
      !/^(they|we|you|i|people|officials|police|experts|who)$/.test(before) &&
      !before.endsWith('s')
    )
      return true;
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
