/** Cues that are infinitives of purpose: "took to the radio to accuse the mayor of lying". */
import type { Sentence } from '../language.ts';
import { type CueForm, DONE_TO_SPEAK } from '../lexicon/cues.ts';
import { complementOf } from './complements.ts';
import type { Found } from './found.ts';
import { firstFinite, type VerbGroup } from './phrases.ts';
import { lower, type Scene } from './scene.ts';
import { mainSubject } from './sources.ts';

/** What is done in order to speak is as good as speaking. */
export function purpose(
  scene: Scene,
  sentence: Sentence,
  at: number,
  limit: number,
  group: VerbGroup,
  cue: CueForm,
  found: readonly Found[],
): Found | null {
  const to = group.first - 1;
  if (found.length > 0 || cue.verb.attitude || group.negated || cue.form !== 'base') return null;
  const main = firstFinite(scene, sentence.first, to);
  if (main < 0 || to - main > 12 || !DONE_TO_SPEAK.has(lower(scene, main))) return null;
  const complement = complementOf(scene, at, limit, cue);
  if (!complement || complement.kind === 'none' || complement.kind === 'clause') return null;
  const subject = mainSubject(scene, sentence, to);
  return (
    subject && {
      content: [],
      source: subject.source,
      cue: { first: at, last: complement.cueLast },
      placed: 'relative',
      kind: 'act',
      past: false,
      segment: to,
      open: complement.from,
      complement: complement.kind,
    }
  );
}
