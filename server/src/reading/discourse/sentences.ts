/** One sentence: who says what in it, whose words it goes on with, who is on stage behind it. */
import type { Sentence } from '../language.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Span } from '../model.ts';
import { contentSpan, directnessOf, withoutStop } from '../statements/content.ts';
import type { Attribution } from '../statements/found.ts';
import {
  lower,
  type NamedTokens,
  nameOver,
  posOf,
  type Scene,
  spanOf,
  type Tokens,
  token,
} from '../statements/scene.ts';
import { mainSubject } from '../statements/sources.ts';
import { singular } from './cast.ts';
import type { Run } from './continued.ts';
import { GENDER_OF_PRONOUN } from './expressions.ts';
import { togetherMeant } from './groups.ts';
import { headOf, labelOf, named, unnamed, wordsAt } from './notes.ts';
import { isSubject, readReferences } from './pronouns.ts';
import { hear, isPerson, latest, type Said, type Stage, type Voice } from './stage.ts';
import { voiceOf } from './voices.ts';

/** A sentence at its place: the `index`th of the `s`th paragraph. */
export interface At {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly s: number;
  readonly index: number;
}

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
    if (isAgent(scene, source)) staysOnStage(stage);
    if (isSomebody(scene, source, voice)) stage.lastUnnamed = { scene: s, sentence: index, voice };
    said.push({ content, source, voice, direct: directness === 'direct' });
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
    const { placed, act, content, directness } = attribution;
    const last = content.at(-1)?.last ?? 0;
    const closes = (scene.sentences[index] as Sentence).last - last <= 2;
    run = {
      open: placed !== 'behind' && placed !== 'according' && closes,
      act,
      direct: directness === 'direct',
      past: attribution.past,
      continued: false,
    };
  }
  return quoteOn(at, found, run);
}

/** "Was announced by Kern", "by his son Bo Kern". */
const isAgent = (scene: Scene, { first }: Tokens): boolean =>
  lower(scene, first - 1) === 'by' || (lower(scene, first - 3) === 'by' && /^(his|her)$/.test(lower(scene, first - 2)));

/** Whoever was on stage before stays there. */
function staysOnStage({ topics }: Stage): void {
  const agent = topics.pop();
  const before = topics.pop();
  if (agent) topics.push(agent);
  if (before) topics.push(before);
}

/** "A resident", "the head of the mill": one person without a name. */
function isSomebody(scene: Scene, source: Tokens, { speakers }: Voice): boolean {
  if (speakers.length > 0) return false;
  const head = lower(scene, headOf(scene, source));
  return (isOffice(head) || PERSON.test(head)) && singular(head) === head;
}

const PERSON =
  /^(man|woman|person|boy|girl|resident|witness|victim|survivor|neighbour|neighbor|protester|demonstrator|student|driver|passenger|patient|candidate|friend|shopkeeper|villager|tourist|visitor|fan|user|voter|worker|employee|source)$/;

/** "Kern said the road is open: “We have worked.”": a quotation that no cue holds goes on with what was said. */
function quoteOn(at: At, found: readonly Attribution[], run: Run | null): Run | null {
  const { stage, scene, index } = at;
  const sentence = scene.sentences[index] as Sentence;
  const voice = stage.lastVoice;
  if (!voice || scene.quotations.length === 0) return run;
  const held = (i: number): boolean => found.some(a => a.content.some(c => c.first <= i && i < c.last));
  for (let i = sentence.first; i < sentence.last; i++) {
    if (lower(scene, i - 1) !== ':' || scene.quotationAt[i] === -1 || held(i)) continue;
    let last = i;
    while (last < sentence.last && scene.quotationAt[last] === scene.quotationAt[i]) last++;
    if (last - i > 4)
      return goOn(at, { first: i, last }, run, { voice, sure: 0.9, because: 'quotation behind a colon', source: null });
    i = last;
  }
  return run;
}

/**
 * How often a careful reader agrees, by where the cue stands; acts, whose contents are harder to bound, less often.
 * Calibrated on the project's own annotated sets, see docs/quality.md.
 */
const BASE_CONFIDENCE: Readonly<Record<Attribution['placed'], number>> = {
  before: 0.97,
  behind: 0.97,
  inside: 0.95,
  participle: 0.95,
  according: 0.93,
  coordinated: 0.9,
  relative: 0.9,
};

function addStatement(stage: Stage, scene: Scene, attribution: Attribution, voice: Voice): void {
  const { spans, directness, cue, source, placed, act } = attribution;
  const base = BASE_CONFIDENCE[placed] - (act ? 0.1 : looseness(scene, attribution));
  stage.statements.push({
    spans: spans.map(span => place(scene, span)),
    directness,
    source: place(scene, spanOf(scene, source)),
    cue: place(scene, spanOf(scene, cue)),
    speakers: voice.speakers,
    speakerName: labelOf(stage, voice),
    continued: false,
    confidence: round(base * voice.certainty),
    reasons: [`cue “${textOf(scene, cue)}”`, ...(voice.because ? [voice.because] : [])],
  });
}

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

const place = (scene: Scene, span: Span): Span => ({ start: span.start + scene.start, end: span.end + scene.start });

const textOf = (scene: Scene, range: Tokens): string => {
  const { start, end } = spanOf(scene, range);
  return scene.text.slice(start, end);
};

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/** Whose words go on, how sure that is and why; `source` where the text names whose they are. */
interface Continuing {
  readonly voice: Voice;
  readonly sure: number;
  readonly because: string;
  readonly source: Tokens | null;
}

/** A statement without a cue of its own. */
export function goOn(at: At, range: Tokens, run: Run | null, { voice, sure, because, source }: Continuing): Run {
  const { stage, scene, s, index } = at;
  const direct = scene.quotationAt[range.first] !== -1;
  readReferences(stage, scene, s, index, [{ content: [range], source, voice, direct }], new Map());
  const span = contentSpan(scene, withoutStop(scene, range));
  const directness = span ? directnessOf(scene, [span]) : 'indirect';
  if (span) {
    stage.statements.push({
      spans: [place(scene, span)],
      directness,
      source: source ? place(scene, spanOf(scene, source)) : null,
      cue: null,
      speakers: voice.speakers,
      speakerName: labelOf(stage, voice),
      continued: true,
      confidence: round(sure * Math.max(0.8, voice.certainty)),
      reasons: [because],
    });
  }
  stage.lastVoice = voice;
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
  const ahead = runsOn(scene, sentence) ? voiceAhead(stage, s) : null;
  const voice = ahead ?? stage.lastVoice;
  if (!voice) {
    narrate(at);
    return null;
  }
  const near = index > 0 || run !== null || ahead !== null;
  const because = ahead ? 'quotation runs on to its cue' : 'quotation after the speaker’s words';
  return goOn(at, sentence, run, { voice, sure: near ? 0.9 : 0.7, because, source: null });
}

/** No closing mark: the quotation goes on in the next paragraph, where its cue may stand. */
const runsOn = (scene: Scene, sentence: Sentence): boolean =>
  scene.quotations.some(q => !q.closed && q.start >= sentence.start && q.start < sentence.end);

/** The voice of the next paragraph that begins with a quotation, where that one names it. */
function voiceAhead(stage: Stage, s: number): Voice | null {
  for (let next = s + 1; next < Math.min(stage.scenes.length, s + 6); next++) {
    const scene = stage.scenes[next] as Scene;
    if (!/^["“«„]/.test(scene.text)) return null;
    for (let index = 0; index < scene.sentences.length; index++) {
      const source = attributionsAt(stage, next, index)[0]?.source;
      if (!source) continue;
      const name = nameOver(scene, source.first);
      if (name) return { speakers: [name.entity.id], label: null, certainty: 0.95, because: '' };
      return stage.lastVoice;
    }
  }
  return null;
}

/** "The officers", "researchers": a plural noun, alone or behind a determiner. */
const isPlural = (scene: Scene, { first, last }: Tokens): boolean =>
  (last - first === 1 || /^(the|both|these|those|some|several|many|other|two|three)$/.test(lower(scene, first))) &&
  last - first <= 3 &&
  /[^s]s$/.test(lower(scene, last - 1)) &&
  posOf(scene, last - 1) === 'NOUN';

/** Where no person speaks, whoever it is said of is on stage: "Kern was hurt, police said." */
function reportedTopicOf(at: At, said: readonly Said[]): void {
  const { stage, scene, s, index } = at;
  topicOf(at, []);
  for (const expression of stage.facts[s]?.[index]?.expressions ?? []) {
    if (expression.kind !== 'name') continue;
    const { name } = expression;
    const reported = said.some(({ content }) => content.some(c => c.first <= name.first && name.first < c.last));
    if (!reported || !isSubject(scene, name.first, name.last)) continue;
    stage.topics.push(name.entity.id);
    return;
  }
}

/** "Kern, a miner was hurt": the name before a comma that no other closes. */
const apposedBefore = (scene: Scene, first: number): NamedTokens | undefined =>
  lower(scene, first - 1) === ',' ? nameOver(scene, first - 2) : undefined;

/** Nobody speaks: only who is meant is read. */
export function narrate(at: At): void {
  readReferences(at.stage, at.scene, at.s, at.index, [], new Map());
  topicOf(at, []);
}

/** The subject of the main clause is on stage when the next sentence says "he" or "it". */
function topicOf({ stage, scene, s, index }: At, found: readonly Attribution[]): void {
  const sentence = scene.sentences[index] as Sentence;
  const facts = stage.facts[s]?.[index];
  if (!facts || (facts.expressions.length === 0 && !facts.names)) return;
  if (facts.subject === undefined) facts.subject = mainSubject(scene, sentence, sentence.last);
  const { subject } = facts;
  if (
    !subject ||
    found.some(a => a.content.some(c => c.first <= subject.source.first && subject.source.first < c.last))
  )
    return;
  const name = nameOver(scene, subject.source.first) ?? apposedBefore(scene, subject.source.first);
  if (name && name.first <= subject.source.first) {
    if (isPerson(stage, name.entity.id)) stage.topics.push(name.entity.id);
    else {
      stage.lastOrganization = name.entity.id;
      if (name.entity.type === 'organization') stage.lastPlural = named(name.entity.id, 0.8);
    }
    return;
  }
  if (isPlural(scene, subject.source) && facts.attributions.length === 0) {
    stage.lastPlural =
      togetherMeant(stage, scene, s, subject.source) ?? unnamed(wordsAt(scene, subject.source), 0.7, '');
    return;
  }
  const { start, end } = spanOf(scene, subject.source);
  const meant = latest(stage.mentions, m => m.start === start + scene.start && m.end === end + scene.start)?.entities;
  if (meant?.length === 1 && meant[0] && isPerson(stage, meant[0])) stage.topics.push(meant[0]);
}
