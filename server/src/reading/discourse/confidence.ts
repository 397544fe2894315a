/** How sure a statement is, before it is asked whom its source stands for. */
import { words } from '../lexicon/words.ts';
import type { Attribution } from '../statements/found.ts';
import { lower, type Scene } from '../statements/scene.ts';

/**
 * How often a careful reader agrees, by where the cue stands.
 * Calibrated on the project's own annotated sets, see docs/quality.md.
 */
const BY_PLACE: Readonly<Record<Attribution['placed'], number>> = {
  before: 0.97,
  label: 0.95,
  behind: 0.97,
  inside: 0.95,
  participle: 0.95,
  according: 0.93,
  coordinated: 0.9,
  relative: 0.9,
};

/** 0 to 1. Acts and attitudes, whose contents are harder to bound, are less often right. */
export const attributionConfidence = (scene: Scene, attribution: Attribution): number =>
  BY_PLACE[attribution.placed] - (attribution.kind === 'report' ? looseness(scene, attribution) : 0.1);

/** What it costs that a cue does more than say and has no "that" to bound what it brings, or that words are half quoted. */
function looseness(scene: Scene, { cue, directness }: Attribution): number {
  if (directness === 'direct' || lower(scene, cue.last - 1) === 'that') return 0;
  if (directness === 'mixed') return 0.04;
  return SAYING.has(lower(scene, cue.first)) ? 0 : 0.08;
}

const SAYING = new Set(
  words(
    'said says saying say told tells telling wrote writes writing tweeted added adds adding stated noted explained asked according per',
  ),
);
