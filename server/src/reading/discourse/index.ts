/**
 * Reads a document from top to bottom as a reader does: who is on stage, who speaks, whom a pronoun stands for, and
 * which sentences go on with what somebody was saying.
 */
import { isOffice } from '../lexicon/titles.ts';
import type { Entity, Mention, Span, Statement } from '../model.ts';
import { findAttributions } from '../statements/attributions.ts';
import type { Attribution } from '../statements/found.ts';
import type { NamedTokens, Scene } from '../statements/scene.ts';
import type { Run } from './continued.ts';
import { expressionsIn, type Signals, signalsIn } from './expressions.ts';
import { readParagraph } from './paragraphs.ts';
import { attributionsAt, readSentence } from './sentences.ts';
import { emptyStage, type Facts, gendersLearned, type SentenceFacts, type Stage } from './stage.ts';

export interface Discourse {
  readonly statements: readonly Statement[];
  /** Pronouns and nominals. */
  readonly mentions: readonly Mention[];
}

/** Reads statements, pronouns and nominals; offsets are into the document. */
export function readDiscourse(scenes: readonly Scene[], entities: readonly Entity[]): Discourse {
  const facts: Facts = scenes.map(scene => (speaks(scene) ? factsOf(scene) : []));
  const report = isReport(scenes);
  // The first reading finds out who is "he" and who is "she"; the second knows it from the start.
  const first = readAll(emptyStage(scenes, facts, entities, new Map()), report);
  const genders = gendersLearned(first);
  return sorted(genders.size === 0 ? first : readAll(emptyStage(scenes, facts, entities, genders), report));
}

/** The attributions of a paragraph's sentences, and what of its names they rest on. */
export interface Attributed {
  readonly names: string;
  readonly attributions: readonly (readonly Attribution[])[];
}

function factsOf(scene: Scene): readonly SentenceFacts[] {
  const signals = scene.sentences.map(sentence => signalsIn(scene, sentence));
  const attributions = attributionsOf(scene, signals);
  return signals.map(({ referring, named }, index) => ({
    attributions: attributions[index] as readonly Attribution[],
    expressions: expressionsIn(scene, referring),
    names: named,
    subject: undefined,
  }));
}

/** A paragraph that is read again with the same names says the same: an edit elsewhere costs it nothing. */
function attributionsOf(scene: Scene, signals: readonly Signals[]): Attributed['attributions'] {
  const { kept } = scene.paragraph;
  const names = kept ? scene.kind + scene.names.map(signatureOf).join() : '';
  if (kept?.attributed?.names === names) return kept.attributed.attributions;
  const attributions = scene.sentences.map((sentence, index) =>
    findAttributions(scene, sentence, (signals[index] as Signals).cues),
  );
  if (kept) kept.attributed = { names, attributions };
  return attributions;
}

const signatureOf = ({ first, last, entity }: NamedTokens): string =>
  `${first}-${last}${entity.type}${entity.roles.length > 0 ? '+' : ''}`;

const speaks = (scene: Scene): boolean =>
  scene.kind === 'paragraph' || scene.kind === 'deck' || scene.kind === 'headline';

const sorted = ({ statements, mentions }: Stage): Discourse => ({
  statements: statements.sort((a, b) => (a.spans[0] as Span).start - (b.spans[0] as Span).start),
  mentions: mentions.sort((a, b) => a.start - b.start || a.end - b.end),
});

function readAll(stage: Stage, report: boolean): Stage {
  let run: Run | null = null;
  stage.scenes.forEach((scene, s) => {
    if (!speaks(scene)) return;
    if (scene.kind === 'headline') {
      readSentence({ stage, scene, s, index: 0 }, attributionsAt(stage, s, 0));
      return;
    }
    run = readParagraph(stage, s, run, report);
  });
  return stage;
}

/**
 * An account of what officials told each other: one of its first blocks names two persons in office and their call, talks
 * or meeting, or it opens with one in office who meets or speaks with somebody. Less than that stands in many a story.
 */
function isReport(scenes: readonly Scene[]): boolean {
  const opening = scenes.filter(speaks).slice(0, 4);
  return (
    opening.some(scene => MEETING.test(scene.text) && personsInOffice(scene) > 1) ||
    opening.slice(0, 2).some(scene => MEETS_WITH.test(scene.text) && personsInOffice(scene) > 0)
  );
}

const MEETING =
  /\b(?:phone|telephone|talks|call|conversation|met with|meets with|meeting|speaks? with|spoke with|briefing|visiting|message|letter|counterpart)\b/i;
const MEETS_WITH =
  /\b(?:speaks?|spoke|meets?|met|talks?|call|conversation|consultations) with\b|\bon the (?:tele)?phone\b|\bpress briefing\b/i;

function personsInOffice({ names }: Scene): number {
  return new Set(names.filter(({ entity }) => isInOffice(entity)).map(({ entity }) => entity)).size;
}

function isInOffice({ type, roles }: Entity): boolean {
  return type === 'person' && roles.some(({ title }) => title.toLowerCase().split(/\W+/).some(isOffice));
}
