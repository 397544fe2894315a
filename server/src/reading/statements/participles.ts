/** Participles that share the subject of another clause: "adding that", "Noting that". */
import type { Sentence } from '../language.ts';
import { type CueForm, MEDIA } from '../lexicon/cues.ts';
import { complementOf } from './complements.ts';
import { type Complement, enclosing, type Found, kindOf, startOfSegment } from './found.ts';
import { isBreak, isComma, isConjunction, verbGroup } from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene } from './scene.ts';
import { mainSubject, subjectBefore } from './sources.ts';

/** The attribution whose cue is the participle at `i`. */
export function participle(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  const { verb } = cue;
  // "reported, citing police, the road was closed": an aside before the content.
  if (found.some(f => f.open !== null && f.open > i)) return null;
  if (verb.attitude && !/^(believe|fear|hope|suspect|feel|recogni[sz]e|reali[sz]e|worry|think)$/.test(verb.lemma))
    return null;
  const complement = given ?? complementOf(scene, i, limit, cue);
  if (!complement || complement.kind === 'none') return null;
  let first = i;
  while (first > sentence.first && posOf(scene, first - 1) === 'ADV') first--;
  const before = first - 1;
  const common = {
    cue: { first: i, last: complement.cueLast },
    kind: kindOf(cue, complement),
    past: true,
    complement: complement.kind,
    content: [],
    open: complement.from,
  } as const;
  if (first === sentence.first || (isConjunction(scene, before) && before === sentence.first)) {
    return { ...common, source: null, placed: 'participle', segment: first };
  }
  const afterBreak = isBreak(scene, before) || quotationOver(scene, before) !== undefined;
  const afterConjunction = isConjunction(scene, before) || /^(while|by|in|before|after|as)$/.test(lower(scene, before));
  const afterMedium =
    MEDIA.has(lower(scene, before)) &&
    /^(say|ask|call|announce|urge|claim|declare|state|express|demand)$/.test(verb.lemma);
  if (!afterBreak && !afterConjunction && !afterMedium) return ofNounBefore(scene, sentence, first, found, common);
  if (afterConjunction && lower(scene, before) !== 'as' && lower(scene, before) !== 'while') {
    const byFinite =
      /^(by)$/.test(lower(scene, before)) &&
      /^(end|conclud|clos|beg[au]n|open|respond|repl|start|answer)/.test(lower(scene, before - 1));
    const bySaying = lower(scene, before) === 'by' && verb.clause;
    const joined = isConjunction(scene, before) && found.at(-1)?.placed === 'participle';
    if (!byFinite && !bySaying && !joined) return null;
  }
  if (lower(scene, before) === 'as' && !passivelyQuoted(scene, before, sentence)) return null;
  if (found.length === 0) {
    const main = mainSubject(scene, sentence, first);
    if (!main) return null;
    return { ...common, source: main.source, placed: 'participle', segment: startOfSegment(scene, first) };
  }
  return { ...common, source: null, placed: 'participle', segment: startOfSegment(scene, first) };
}

/** "footage of Kern asking, “Why?”", "several posts claiming that …": the participle is that of the noun before it. */
function ofNounBefore(
  scene: Scene,
  sentence: Sentence,
  first: number,
  found: readonly Found[],
  common: Omit<Found, 'source' | 'placed' | 'segment'>,
): Found | null {
  if (!/^(that|quotation|clause)$/.test(common.complement)) return null;
  const subject = subjectBefore(scene, first, sentence.first);
  // "…, with Kern saying that": a new source after what somebody else said.
  const accompanied =
    subject !== null && lower(scene, subject.first - 1) === 'with' && isComma(scene, subject.first - 2);
  if (accompanied) return { ...common, source: subject.source, placed: 'relative', segment: subject.first - 2 };
  if (enclosing(found, first)) return null;
  if (!nameOver(scene, first - 1) && !/^(NOUN|PROPN|PRON)$/.test(posOf(scene, first - 1))) return null;
  return subject && { ...common, source: subject.source, placed: 'relative', segment: first };
}

/** "was quoted by the paper as saying": the one quoted speaks. */
function passivelyQuoted(scene: Scene, as: number, sentence: Sentence): boolean {
  for (let k = as - 1; k > sentence.first; k--) {
    if (/^(quoted|cited|reported)$/.test(lower(scene, k))) return verbGroup(scene, k, sentence.first).passive;
  }
  return false;
}
