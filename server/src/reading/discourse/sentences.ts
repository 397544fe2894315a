/** One sentence: who says what in it, whose words it goes on with, who is on stage behind it. */
import type { Sentence } from '../language.ts';
import { contentSpan, directnessOf, withoutStop } from '../statements/content.ts';
import { type Attribution, contains } from '../statements/found.ts';
import { isFiniteVerb } from '../statements/phrases.ts';
import { lower, nameOver, type Scene, spanOf, type Tokens, token } from '../statements/scene.ts';
import { mainSubject } from '../statements/sources.ts';
import { attributionConfidence } from './confidence.ts';
import type { Run } from './continued.ts';
import { GENDER_OF_PRONOUN } from './expressions.ts';
import { lookAt } from './looks.ts';
import type { Voice } from './mind.ts';
import { isNamedPerson, labelOf } from './notes.ts';
import { readReferences } from './pronouns.ts';
import { type At, hear, isPerson, pageOf, remember, type Said, type Stage, sceneAt } from './stage.ts';
import { isAgent, isSomebody, reportedTopicOf, topicOf } from './topics.ts';
import { voiceOf } from './voices.ts';

export const attributionsAt = (stage: Stage, s: number, index: number): readonly Attribution[] =>
  stage.facts[s]?.[index]?.attributions ?? [];

/** Reads a sentence that attributes: its statements, then whom its pronouns mean. Gives how the last statement stood. */
export function readSentence(at: At, found: readonly Attribution[]): Run | null {
  const { stage, scene, s, index } = at;
  const sources = new Map<number, string>();
  const voices = new Map<number, Voice>();
  const said: Said[] = [];
  // The source of the main clause is known before anything that the clause says of others.
  for (const { source, content, placed, directness } of found) {
    const voice = voices.get(source.first) ?? voiceOf(stage, scene, s, index, source);
    voices.set(source.first, voice);
    if (voice.speakers.length === 1 && voice.speakers[0] && GENDER_OF_PRONOUN.has(lower(scene, source.first)))
      sources.set(source.first, voice.speakers[0]);
    if (placed !== 'according' || found.length === 1) hear(stage, voice);
    if (isAgent(scene, source) && isNamedPerson(stage, voice)) remember(stage, { what: 'stays' });
    if (isSomebody(scene, source, voice)) remember(stage, { what: 'unnamed', sentence: index, voice });
    said.push({ content, source, voice, direct: directness === 'direct', behind: placed === 'behind' });
  }
  readReferences(stage, scene, s, index, said, sources);
  const nobody = said.every(({ voice }) => !voice?.speakers.some(id => isPerson(stage, id)));
  if (nobody) reportedTopicOf(at, said);
  else if (!found.some(a => a.placed === 'behind' || a.placed === 'inside')) topicOf(at, found);
  let run: Run | null = null;
  for (const attribution of found) {
    const voice = voices.get(attribution.source.first);
    if (!voice) continue;
    addStatement(stage, scene, attribution, voice);
    const { placed, kind, content, directness } = attribution;
    const last = content.at(-1)?.last ?? 0;
    const closes = (scene.sentences[index] as Sentence).last - last <= 2;
    run = {
      open: placed !== 'behind' && placed !== 'according' && closes,
      act: kind !== 'report',
      direct: directness === 'direct',
      past: attribution.past,
      continued: false,
    };
  }
  return quoteOn(at, found, run);
}

/** "Kern said the road is open: “We have worked.”": a quotation that no cue holds goes on with what was said. */
function quoteOn(at: At, found: readonly Attribution[], run: Run | null): Run | null {
  const { stage, scene, index } = at;
  const sentence = scene.sentences[index] as Sentence;
  const voice = lookAt(stage, 'lastVoice');
  if (!voice || scene.quotations.length === 0) return run;
  const held = (i: number): boolean => found.some(({ content }) => contains(content, i));
  const quotation = quotationBehindColon(scene, sentence, held);
  return quotation ? goOn(at, quotation, run, { voice, sure: 0.9, because: BEHIND_COLON, source: null }) : run;
}

const BEHIND_COLON = 'quotation behind a colon';

function quotationBehindColon(scene: Scene, sentence: Sentence, held: (i: number) => boolean): Tokens | null {
  for (let i = sentence.first; i < sentence.last; i++) {
    if (lower(scene, i - 1) !== ':' || scene.quotationAt[i] === -1 || held(i)) continue;
    let last = i;
    while (last < sentence.last && scene.quotationAt[last] === scene.quotationAt[i]) last++;
    if (last - i > 4) return { first: i, last };
    i = last;
  }
  return null;
}

function isClause(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (isFiniteVerb(scene, i)) return true;
  return false;
}

/** "Kern had a plan: “We shall build the road.”": nothing says that somebody speaks but the colon. */
export function quotesSubject(at: At, run: Run | null): Run | null {
  const { stage, scene, s, index } = at;
  if (scene.quotations.length === 0) return null;
  const sentence = scene.sentences[index] as Sentence;
  const quotation = quotationBehindColon(scene, sentence, () => false);
  const source = quotation && mainSubject(scene, sentence, quotation.first)?.source;
  const name = source ? nameOver(scene, source.first) : undefined;
  if (
    !quotation ||
    !isClause(scene, quotation) ||
    !name ||
    !isPerson(stage, name.entity.id) ||
    source?.last !== name.last
  )
    return null;
  const voice = voiceOf(stage, scene, s, index, source);
  hear(stage, voice);
  return goOn(at, quotation, run, { voice, sure: 0.85, because: BEHIND_COLON, source });
}

function addStatement(stage: Stage, scene: Scene, attribution: Attribution, voice: Voice): void {
  const { spans, directness, cue, source } = attribution;
  const base = attributionConfidence(scene, attribution);
  pageOf(stage).statements.push({
    spans,
    directness,
    source: spanOf(scene, source),
    cue: spanOf(scene, cue),
    speakers: voice.speakers,
    speakerName: labelOf(stage, voice),
    continued: false,
    confidence: round(base * voice.certainty),
    reasons: [`cue “${textOf(scene, cue)}”`, ...(voice.because ? [voice.because] : [])],
  });
}

const textOf = (scene: Scene, range: Tokens): string => {
  const { start, end } = spanOf(scene, range);
  return scene.text.slice(start, end);
};

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/** Whose words go on, how sure that is and why. */
interface Continuing {
  readonly voice: Voice;
  readonly sure: number;
  readonly because: string;
  /** The words of the sentence that name whose they are. */
  readonly source: Tokens | null;
  /** The words before the sentence that do. */
  readonly sourceBefore?: Tokens | null;
}

/** A statement without a cue of its own. */
export function goOn(at: At, range: Tokens, run: Run | null, continuing: Continuing): Run {
  const { stage, scene, s, index } = at;
  const { voice, sure, because, source, sourceBefore } = continuing;
  const named = source ?? sourceBefore;
  const direct = scene.quotationAt[range.first] !== -1;
  readReferences(stage, scene, s, index, [{ content: [range], source, voice, direct }], new Map());
  const span = contentSpan(scene, withoutStop(scene, range));
  const directness = span ? directnessOf(scene, [span]) : 'indirect';
  if (span) {
    pageOf(stage).statements.push({
      spans: [span],
      directness,
      source: named ? spanOf(scene, named) : null,
      cue: null,
      speakers: voice.speakers,
      speakerName: labelOf(stage, voice),
      continued: true,
      confidence: round(sure * Math.max(0.8, voice.certainty)),
      reasons: [because],
    });
  }
  remember(stage, { what: 'voice', voice });
  return {
    open: true,
    act: run?.act ?? false,
    direct: directness === 'direct',
    past: run?.past ?? true,
    continued: true,
  };
}

/** Nothing but quotations, and the punctuation around them. */
export function onlyQuotation(scene: Scene, sentence: Sentence): boolean {
  if (scene.quotations.length === 0) return false;
  let quoted = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (scene.quotationAt[i] !== -1) quoted++;
    else if (/[\p{L}\p{N}]/u.test(token(scene, i)?.text ?? '')) return false;
  }
  return quoted > 2;
}

/** A sentence that is nothing but a quotation: the speaker's, or of the one whom the next paragraph names. */
export function readQuotation(at: At, run: Run | null): Run | null {
  const { stage, scene, s, index } = at;
  const sentence = scene.sentences[index] as Sentence;
  const ahead = signedBelow(at) ?? (runsOn(scene, sentence) ? voiceAhead(stage, s) : null);
  const voice = ahead ?? quotedBefore(at) ?? actedBefore(at) ?? lookAt(stage, 'lastVoice');
  if (!voice) {
    narrate(at);
    return null;
  }
  const near = index > 0 || run !== null || ahead !== null;
  const because = ahead ? 'quotation runs on to its cue' : 'quotation after the speaker’s words';
  const sourceBefore = ahead ? null : lastSource(at);
  return goOn(at, sentence, run, { voice, sure: near ? 0.9 : 0.7, because, source: null, sourceBefore });
}

/** '"A," Kern said after Lind complained. "B."': whoever was quoted in the sentence before goes on. */
function quotedBefore({ stage, scene, s, index }: At): Voice | null {
  if (attributionsAt(stage, s, index - 1).length < 2) return null;
  const { start } = scene.sentences[index - 1] as Sentence;
  const quoted = pageOf(stage).statements.findLast(
    ({ spans, cue, directness }) => cue !== null && directness === 'direct' && (spans[0]?.start ?? 0) >= start,
  );
  if (!quoted) return null;
  const { speakers, speakerName } = quoted;
  return { speakers, label: speakers.length > 0 ? null : speakerName, certainty: 0.95, because: '' };
}

/** 'Kern smiled. "I am glad."': whoever acts in the sentence before, in which nobody speaks. */
function actedBefore({ stage, scene, s, index }: At): Voice | null {
  const before = scene.sentences[index - 1];
  if (!before || attributionsAt(stage, s, index - 1).length > 0) return null;
  if (pageOf(stage).statements.some(({ spans }) => (spans.at(-1)?.end ?? 0) > before.start)) return null;
  const source = stage.facts[s]?.[index - 1]?.subject?.source;
  const name = source ? nameOver(scene, source.first) : undefined;
  if (!name || !isPerson(stage, name.entity.id)) return null;
  return { speakers: [name.entity.id], label: null, certainty: 0.8, because: '' };
}

/** The source of the last statement in the paragraph that has one: '"A," she said. "B."' */
function lastSource({ stage, s, index }: At): Tokens | null {
  for (let before = index - 1; before >= 0; before--) {
    const last = attributionsAt(stage, s, before).at(-1);
    if (last) return last.source;
  }
  return null;
}

/** "“It rains.” | — Ada Kern": a paragraph that is nothing but a dash and a name. */
function signedBelow({ stage, scene, s, index }: At): Voice | null {
  const below = index === scene.sentences.length - 1 ? sceneAt(stage, s + 1) : undefined;
  if (!below || below.tokens.length > LONGEST_SIGNATURE || !/^(?:—|–|--?)\s?\p{Lu}/u.test(below.text)) return null;
  const persons = below.names.filter(({ entity }) => isPerson(stage, entity.id));
  const [only] = persons;
  return only && persons.length === 1
    ? { speakers: [only.entity.id], label: null, certainty: 0.95, because: '' }
    : null;
}

/** In words and marks. */
const LONGEST_SIGNATURE = 12;

/** No closing mark: the quotation goes on in the next paragraph, where its cue may stand. */
const runsOn = (scene: Scene, sentence: Sentence): boolean =>
  scene.quotations.some(q => !q.closed && q.start >= sentence.start && q.start < sentence.end);

/** The voice of the next paragraph that begins with a quotation, where that one names it. */
function voiceAhead(stage: Stage, s: number): Voice | null {
  for (let next = s + 1; next < s + 6; next++) {
    const scene = sceneAt(stage, next);
    if (!scene || !/^["“«„]/.test(scene.text)) return null;
    for (let index = 0; index < scene.sentences.length; index++) {
      const source = attributionsAt(stage, next, index)[0]?.source;
      if (!source) continue;
      const name = nameOver(scene, source.first);
      if (name) return { speakers: [name.entity.id], label: null, certainty: 0.95, because: '' };
      return lookAt(stage, 'lastVoice');
    }
  }
  return null;
}

/** Nobody speaks: only who is meant is read. */
export function narrate(at: At): void {
  readReferences(at.stage, at.scene, at.s, at.index, [], new Map());
  topicOf(at, []);
  leadsIn(at);
}

/** "Kern wrote on her page: | “It rains.”": whoever the last sentence of a paragraph is about says what is quoted below. */
function leadsIn({ stage, scene, s, index }: At): void {
  const sentence = scene.sentences[index] as Sentence;
  const below =
    index === scene.sentences.length - 1 && lower(scene, sentence.last - 1) === ':' ? sceneAt(stage, s + 1) : null;
  if (!below || !/^["“«„]/.test(below.text)) return;
  const source = mainSubject(scene, sentence, sentence.last)?.source;
  const voice = source && voiceOf(stage, scene, s, index, source);
  if (voice && voice.speakers.length > 0) hear(stage, voice);
}
