/** From the words that name a source to the entities that speak. */
import type { Sentence } from '../language.ts';
import type { Gender } from '../model.ts';
import { isPreposition } from '../statements/phrases.ts';
import { lower, nameOver, type Scene, type Tokens } from '../statements/scene.ts';
import { bodyMeant, it } from './bodies.ts';
import { authorVoice } from './documents.ts';
import { GENDER_OF_PRONOUN } from './expressions.ts';
import { both, they, togetherMeant, writer } from './groups.ts';
import { lookAt } from './looks.ts';
import type { Voice } from './mind.ts';
import { nominalAt, nominalIn } from './nominals.ts';
import { named, unnamed, wordsAt } from './notes.ts';
import { besideVoice, introducedLater, nominalVoice } from './offices.ts';
import { sourceReferent } from './pronouns.ts';
import { type Stage, sceneAt } from './stage.ts';

/** The voice that a source stands for, in a sentence of the `s`th paragraph. Notes pronouns and nominals as mentions. */
export function voiceOf(stage: Stage, scene: Scene, s: number, sentence: number, source: Tokens): Voice {
  return (
    bareVoice(scene, source) ??
    pronounVoice(stage, scene, s, sentence, source) ??
    jointVoice(stage, scene, s, sentence, source) ??
    besideVoice(stage, scene, source) ??
    authorVoice(stage, scene, s, source) ??
    officeVoice(stage, scene, s, source) ??
    togetherMeant(stage, scene, s, source) ??
    bodyMeant(stage, scene, s, source) ??
    introducedLater(stage, scene, s, source) ??
    unnamed(wordsAt(scene, source), 0.85, 'unnamed source')
  );
}

function bareVoice(scene: Scene, { first, last }: Tokens): Voice | null {
  const name = nameOver(scene, first);
  return name && name.first === first && name.last >= last ? named(name.entity.id) : null;
}

function pronounVoice(stage: Stage, scene: Scene, s: number, sentence: number, source: Tokens): Voice | null {
  if (source.last - source.first !== 1) return null;
  const word = lower(scene, source.first);
  const gender = GENDER_OF_PRONOUN.get(word);
  if (gender) return personVoice(stage, scene, s, sentence, source, gender);
  switch (word) {
    case 'it':
      return it(stage, scene, scene.sentences[sentence] as Sentence, source);
    case 'they':
      return they(stage, scene, source);
    case 'both':
      return both(stage, scene, s, source);
    case 'we':
    case 'you':
      return writer(word);
    case 'i':
      return writer('I');
    default:
      return null;
  }
}

function officeVoice(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  const nominal = nominalAt(scene, source.first) ?? nominalIn(scene, source);
  return nominal && nominal.last <= source.last ? nominalVoice(stage, scene, s, nominal) : null;
}

/** "Kern and Lind", "she and the mayor", "Kern and her supporters". */
function jointVoice(stage: Stage, scene: Scene, s: number, sentence: number, { first, last }: Tokens): Voice | null {
  for (let i = first + 1; i < last - 1; i++) {
    if (lower(scene, i) !== 'and' || nameOver(scene, i)) continue;
    const start = lower(scene, first) === 'both' ? first + 1 : first;
    const left = memberVoice(stage, scene, s, sentence, { first: start, last: i });
    if (!left) continue;
    if (/^(his|her|its|their|other)$/.test(lower(scene, i + 1)) && bareVoice(scene, { first: start, last: i }))
      return { ...left, label: wordsAt(scene, { first: start, last }), certainty: 0.8 };
    const right = memberVoice(stage, scene, s, sentence, { first: i + 1, last });
    if (right)
      return {
        speakers: [...new Set([...left.speakers, ...right.speakers])],
        label: null,
        certainty: Math.min(left.certainty, right.certainty),
        because: left.because || right.because,
      };
  }
  return null;
}

function memberVoice(stage: Stage, scene: Scene, s: number, sentence: number, range: Tokens): Voice | null {
  for (let i = range.last - 1; i >= range.first; i--) {
    const name = nameOver(scene, i);
    if (name) return name.first > range.first && isPreposition(scene, name.first - 1) ? null : named(name.entity.id);
  }
  const gender = range.last - range.first === 1 ? GENDER_OF_PRONOUN.get(lower(scene, range.first)) : undefined;
  if (gender) return personVoice(stage, scene, s, sentence, range, gender);
  const nominal = nominalAt(scene, range.first);
  return nominal ? nominalVoice(stage, scene, s, nominal) : bodyMeant(stage, scene, s, range);
}

function personVoice(stage: Stage, scene: Scene, s: number, sentence: number, source: Tokens, gender: Gender): Voice {
  const last = lookAt(stage, 'lastUnnamed');
  const before = stage.facts[s]?.[sentence]?.expressions[0];
  if (last && isRightBefore(stage, last, s, sentence) && before && before.at >= source.first)
    return { ...last.voice, certainty: 0.8, because: `${lower(scene, source.first)} → last source` };
  const found = sourceReferent(stage, scene, s, sentence, source, gender);
  return found
    ? named(found.id, found.confidence, found.because)
    : unnamed(wordsAt(scene, source), 0.4, 'nobody named before');
}

/** Whether a sentence stands right before another, be it at the end of the paragraph before. */
function isRightBefore(
  stage: Stage,
  { scene, sentence }: { readonly scene: number; readonly sentence: number },
  s: number,
  index: number,
): boolean {
  if (scene === s) return sentence === index - 1;
  return scene === s - 1 && index === 0 && sentence === (sceneAt(stage, scene)?.sentences.length ?? 0) - 1;
}
