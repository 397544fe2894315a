/** Thoughts, wishes and stands: what is attributed to somebody without any saying. */
import type { Sentence } from '../language.ts';
import { EVIDENCE } from '../lexicon/cues.ts';
import { isStop } from './content.ts';
import type { Complement } from './found.ts';
import { isBreak, isConjunction, type VerbGroup } from './phrases.ts';
import { lower, quotationOver, type Scene } from './scene.ts';
import type { Subject } from './sources.ts';

/**
 * Only a main clause attributes an attitude, and only one that is held now or was held then: "the people who know how",
 * "asked whether she hopes" and "had learned" tell something else. Evidence shows, persons think.
 */
export function isHeld(
  scene: Scene,
  sentence: Sentence,
  group: VerbGroup,
  subject: Subject,
  complement: Complement,
  lemma: string,
): boolean {
  if (subject.relative || /^(had|'d|’d|having)$/.test(lower(scene, group.first))) return false;
  if (complement.kind === 'none' && !isBreak(scene, complement.from) && !isStop(lower(scene, complement.from)))
    return false;
  const subjectWord = lower(scene, subject.source.first);
  if (/^(show|demonstrate)$/.test(lemma)) {
    if (complement.kind === 'act' || /^(it|this|that|these|those|what)$/.test(subjectWord)) return false;
    if (complement.kind !== 'that' && !isEvidence(scene, subject)) return false;
  } else if (/^(it|this|that|these|those|you|everybody|everyone)$/.test(subjectWord)) return false;
  const before = subject.first - 1;
  return (
    before < sentence.first ||
    isBreak(scene, before) ||
    isConjunction(scene, before) ||
    /^(because|though|although|while|’s)$/.test(lower(scene, before)) ||
    quotationOver(scene, before) !== undefined
  );
}

function isEvidence(scene: Scene, { source }: Subject): boolean {
  for (let i = source.first; i < source.last; i++) if (EVIDENCE.has(lower(scene, i))) return true;
  return false;
}
