/** Sentences without a cue that go on with what somebody was saying. */
import type { Sentence } from '../language.ts';
import { isOffice } from '../lexicon/titles.ts';
import { lower, nameOver, posOf, type Scene, token } from '../statements/scene.ts';
import { GENDER_OF_PRONOUN } from './expressions.ts';
import { tenseOf } from './tense.ts';

/** How the sentence before stood to its speaker. */
export interface Run {
  /** The cue stood before its content, or inside it: what follows may go on. */
  readonly open: boolean;
  /** More than words reported: an act or an attitude. */
  readonly act: boolean;
  readonly direct: boolean;
  /** The statement was in the past ("said … would"): its sequel is backshifted too. */
  readonly past: boolean;
  readonly continued: boolean;
}

const MEETING = new Set(
  'talks call meeting conversation exchange visit delegation delegations discussion discussions session ceremony lunch dinner briefing conference hall two'.split(
    ' ',
  ),
);
const NARRATING =
  /^(earlier|meanwhile|later|afterwards|previously|last|yesterday|after|during|following|since|then|also|elsewhere|separately|both|at)$/;

/**
 * How sure it is that the sentence goes on with the run, 0 to 1; `report` tells that the document is an account of what
 * officials told each other, `fresh` that the sentence opens a paragraph.
 */
export function continuation(scene: Scene, sentence: Sentence, run: Run, report: boolean, fresh: boolean): number {
  if (!run.open || run.direct) return 0;
  const { tense, verb } = tenseOf(scene, sentence.first, sentence.last);
  if (narrates(scene, sentence, tense, verb)) return 0;
  if (fresh && !(report && (run.continued || run.act))) return 0;
  if (tense === 'backshifted' && run.past && (report || lower(scene, verb) !== 'had')) return fresh ? 0.7 : 0.85;
  if (!report) return 0;
  switch (tense) {
    case 'modal':
      return fresh ? 0.8 : 0.88;
    case 'present':
      return fresh ? 0.75 : 0.85;
    case 'backshifted':
      return fresh ? 0 : 0.8;
    case 'past':
      return fresh ? 0 : 0.75;
    case 'none':
      return fresh ? 0 : 0.7;
  }
}

/** The narrator is back: persons do things, meetings take place, days pass. */
function narrates(scene: Scene, sentence: Sentence, tense: string, verb: number): boolean {
  const told = tense === 'past' || tense === 'none';
  const first = lower(scene, sentence.first);
  if (told && NARRATING.test(first)) return true;
  for (let i = sentence.first; i < (verb < 0 ? sentence.last : verb); i++) {
    const name = nameOver(scene, i);
    if (name?.entity.type === 'person' && (told || tense === 'present')) return true;
    if ((told || lower(scene, i - 1) === 'next') && MEETING.has(lower(scene, i))) return true;
    if (told && isOffice(lower(scene, i)) && lower(scene, sentence.first) === 'the') return true;
    if (told && GENDER_OF_PRONOUN.has(lower(scene, i)) && posOf(scene, i) === 'PRON' && i === sentence.first)
      return true;
  }
  if (told && first === 'they') return true;
  if (told && tense === 'past' && /^(1[89]|20)\d\d$/.test(token(scene, sentence.last - 2)?.text ?? '')) return true;
  return false;
}
