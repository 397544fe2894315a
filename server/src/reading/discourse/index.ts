/**
 * Reads a document from top to bottom as a reader does: who is on stage, who speaks, whom a pronoun stands for, and
 * which sentences go on with what somebody was saying.
 */
import { deepEqual } from 'fast-equals';
import { type Change, type Since, withItems } from '../changes.ts';
import type { DocumentParagraph, Sentence, Token } from '../language.ts';
import type { Mention, NamedEntity } from '../model.ts';
import type { Names } from '../names/index.ts';
import { findAttributions } from '../statements/attributions.ts';
import type { Attribution } from '../statements/found.ts';
import { type NamedTokens, type Scene, setScene } from '../statements/scene.ts';
import { CHARACTERS, createPace } from '../steps.ts';
import { isOfStateOffice } from './cast.ts';
import { expressionsIn, type Signals, signalsIn } from './expressions.ts';
import { type Known, knownOf } from './known.ts';
import { type ReadThrough, readThrough, speaks } from './readThrough.ts';
import type { Facts, Page, SentenceFacts } from './stage.ts';

/** What a document says, and what the next reading of it can use. */
export interface Discourse {
  /** For each paragraph what it gives. */
  readonly pages: readonly Page[];
  readonly changed: Since<Page> | null;
  readonly names: Names;
  readonly scenes: readonly Scene[];
  readonly facts: Facts;
  readonly report: boolean;
  /** The first reading finds out who is "he" and who is "she"; the second knows it from the start, and is none if nobody is. */
  readonly first: ReadThrough;
  readonly second: ReadThrough | null;
}

/**
 * Reads statements, pronouns and nominals, in steps of a few milliseconds. `before`, what the document said before it was
 * edited, only saves time.
 */
export function* readDiscourse(
  names: Names,
  before: Discourse | null = null,
  edited: Change | null = null,
): Generator<void, Discourse, void> {
  const kept = before && before.names.entities === names.entities ? before : null;
  const edit =
    kept && edited ? changeOfNames(names, kept.names, edited) : { start: 0, end: 0, by: names.paragraphs.length };
  const known = kept?.first.known ?? knownOf(names.entities, new Map());
  const isPause = createPace(CHARACTERS);
  const read: Scene[] = [];
  const readFacts: (readonly SentenceFacts[])[] = [];
  for (let i = edit.start; i < edit.end + edit.by; i++) {
    const scene = setScene(
      names.paragraphs[i] as DocumentParagraph,
      names.mentions[i] as readonly Mention[],
      known.byId,
    );
    read.push(scene);
    readFacts.push(speaks(scene) ? factsOf(scene) : []);
    if (isPause(scene.text.length)) yield;
  }
  const among = <T>(before: readonly T[] | undefined, read: readonly T[]): readonly T[] =>
    before ? withItems(before, edit, read) : read;
  const scenes = among(kept?.scenes, read);
  const facts = among(kept?.facts, readFacts);
  const report = isReport(scenes);
  const through = (known: Known, last: ReadThrough | null | undefined) =>
    readThrough({ known, scenes, facts, report }, last && kept?.report === report ? { last, edit } : null);
  const first = yield* through(known, kept?.first);
  const second = first.learned.size > 0 ? yield* through(knownAfter(first, names, kept), kept?.second) : null;
  // An edit is seldom the last: the next one would have to wait for this.
  if (before) for (const { tally } of second ? [first, second] : [first]) tally();
  const { pages, changed } = second ?? first;
  return { pages, changed, names, scenes, facts, report, first, second };
}

/** What is known of everybody once the document has been read through. */
function knownAfter({ learned }: ReadThrough, { entities }: Names, kept: Discourse | null): Known {
  const before = kept?.second?.known;
  return before && deepEqual(before.genders, learned) ? before : knownOf(entities, learned);
}

/** In which paragraphs other words stand, or somebody else is named. */
function changeOfNames({ mentions, changed }: Names, before: Names, { start, end, by }: Change): Change {
  if (changed?.before === before.mentions) return changed.change;
  const isSame = (from: number, to: number) =>
    before.mentions[from] === mentions[to] || deepEqual(before.mentions[from], mentions[to]);
  let first = 0;
  while (first < start && isSame(first, first)) first++;
  let last = mentions.length;
  while (last > end + by && isSame(last - 1 - by, last - 1)) last--;
  return { start: first, end: last - by, by };
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

/**
 * An account of what officials told each other: one of its first blocks names two persons in office and their call, talks
 * or meeting, or it opens with one in office who meets or speaks with somebody. Less than that stands in many a story.
 */
function isReport(scenes: readonly Scene[]): boolean {
  const opening: Scene[] = [];
  for (let i = 0; i < scenes.length && opening.length < 4; i++)
    if (speaks(scenes[i] as Scene)) opening.push(scenes[i] as Scene);
  return (
    opening.some(scene => scene.sentences.some(sentence => meetIn(scene, sentence))) ||
    opening.slice(0, 2).some(scene => scene.sentences.some(sentence => meetsIn(scene, sentence)))
  );
}

/** Whether a sentence names two persons in office and their talks. */
function meetIn({ text, names }: Scene, { start, end, first, last }: Sentence): boolean {
  if (names.length < 2 || !MEETING.test(text.slice(start, end))) return false;
  return personsInOffice(names.filter(name => name.first >= first && name.first < last)) > 1;
}

/** In characters: "Foreign Minister Ada Kern | on Tuesday | spoke with". */
const NEAR = 30;

/** Whether a sentence says of somebody in office that she meets or speaks with somebody. */
function meetsIn({ text, names, tokens }: Scene, { start, end }: Sentence): boolean {
  const match = MEETS_WITH.exec(text.slice(start, end));
  if (!match) return false;
  const at = start + match.index;
  return names.some(({ entity, last }) => {
    const behind = at - (tokens[last - 1] as Token).end;
    return behind >= 0 && behind <= NEAR && isInOffice(entity);
  });
}

const MEETING =
  /\b(?:phone|telephone|talks|(?<!to )call(?! (?:for|to|on)\b)|conversation|met with|meets with|meeting|speaks? with|spoke with|briefing|visiting|message|letter|counterpart)\b/i;
const MEETS_WITH =
  /\b(?:speaks?|spoke|meets?|met|talks?|call|conversation|consultations) with\b|\bon the (?:tele)?phone\b|\bpress briefing\b/i;

function personsInOffice(names: readonly NamedTokens[]): number {
  return new Set(names.filter(({ entity }) => isInOffice(entity)).map(({ entity }) => entity)).size;
}

function isInOffice({ type, roles }: NamedEntity): boolean {
  return type === 'person' && roles.some(({ title }) => title.toLowerCase().split(/\W+/).some(isOfStateOffice));
}
