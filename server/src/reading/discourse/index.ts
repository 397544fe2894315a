/**
 * Reads a document from top to bottom as a reader does: who is on stage, who speaks, whom a pronoun stands for, and
 * which sentences go on with what somebody was saying.
 */
import type { Paragraph, Sentence } from '../language.ts';
import { isOffice } from '../lexicon/titles.ts';
import type { Entity, Mention, Span, Statement } from '../model.ts';
import { findAttributions } from '../statements/attributions.ts';
import { contentSpan, directnessOf } from '../statements/content.ts';
import type { Attribution } from '../statements/found.ts';
import { firstFinite } from '../statements/phrases.ts';
import { lower, nameOver, type Scene, spanOf, type Tokens, token } from '../statements/scene.ts';
import { mainSubject } from '../statements/sources.ts';
import { continuation, type Run } from './continued.ts';
import { expressionsIn, GENDER_OF_PRONOUN, signalsIn } from './expressions.ts';
import { readReferences } from './pronouns.ts';
import {
  emptyStage,
  type Facts,
  gendersLearned,
  hear,
  isPerson,
  latest,
  type Said,
  type SentenceFacts,
  type Stage,
  type Voice,
} from './stage.ts';
import { labelOf, voiceOf } from './voices.ts';

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

interface Attributed {
  /** Where the paragraph's names lie, on which its attributions rest. */
  readonly names: string;
  readonly attributions: readonly (readonly Attribution[])[];
}

/** A paragraph that is read again with the same names says the same: an edit elsewhere costs it nothing. */
const attributed = new WeakMap<Paragraph, Attributed>();

function factsOf(scene: Scene): readonly SentenceFacts[] {
  const names = scene.kind + scene.names.map(name => `${name.first}-${name.last}${name.entity.type[0]}`).join();
  const signals = scene.sentences.map(sentence => signalsIn(scene, sentence));
  let known = attributed.get(scene.paragraph);
  if (known?.names !== names) {
    const attributions = scene.sentences.map((sentence, index) =>
      findAttributions(scene, sentence, signals[index]?.cues ?? []),
    );
    known = { names, attributions };
    attributed.set(scene.paragraph, known);
  }
  return signals.map(({ referring }, index) => ({
    attributions: known.attributions[index] ?? [],
    expressions: expressionsIn(scene, referring),
    names: referring.some(at => scene.nameAt[at] !== -1),
  }));
}

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
      readSentence(stage, scene, s, 0, attributionsAt(stage, s, 0));
      return;
    }
    run = readParagraph(stage, scene, s, run, report);
  });
  return stage;
}

const attributionsAt = (stage: Stage, s: number, index: number): readonly Attribution[] =>
  stage.facts[s]?.[index]?.attributions ?? [];

/** An account of what officials told each other: a call, talks or a meeting between persons in office opens it. */
function isReport(scenes: readonly Scene[]): boolean {
  const opening = scenes.filter(speaks).slice(0, 4);
  const meets = opening.some(scene =>
    /\b(phone|telephone|talks|call|conversation|met with|meets with|meeting|speaks? with|spoke with|briefing|visiting|message|letter|counterpart)\b/i.test(
      scene.text,
    ),
  );
  const inOffice = opening.some(scene =>
    scene.names.some(
      name =>
        name.entity.type === 'person' &&
        name.entity.roles.some(role => role.title.toLowerCase().split(/\W+/).some(isOffice)),
    ),
  );
  return meets && inOffice;
}

function readParagraph(stage: Stage, scene: Scene, s: number, before: Run | null, report: boolean): Run | null {
  let run = before;
  const label = labelledVoice(stage, scene, s);
  scene.sentences.forEach((sentence, index) => {
    const fresh = index === 0;
    const found = attributionsAt(stage, s, index);
    if (label && (index > 0 || label.from < sentence.last)) {
      const from = fresh ? label.from : sentence.first;
      run = goOn(
        stage,
        scene,
        s,
        index,
        { first: from, last: sentence.last },
        label.voice,
        0.9,
        fresh ? 'speaker label' : 'continues after the label',
        run,
        fresh ? label.source : null,
      );
      return;
    }
    if (run?.open && report && stage.lastVoice && found.length > 0 && found.every(a => speaksWithin(scene, a))) {
      run = goOn(
        stage,
        scene,
        s,
        index,
        sentence,
        stage.lastVoice,
        0.85,
        'goes on; what it reports is part of it',
        run,
        null,
      );
      return;
    }
    if (found.length > 0) {
      run = readSentence(stage, scene, s, index, found) ?? run;
      return;
    }
    const quotation = onlyQuotation(scene, sentence);
    if (quotation) {
      run = readQuotation(stage, scene, s, index, run);
      return;
    }
    const sure = run && stage.lastVoice ? continuation(scene, sentence, run, report, fresh) : 0;
    if (run && stage.lastVoice && sure > 0) {
      run = goOn(
        stage,
        scene,
        s,
        index,
        sentence,
        stage.lastVoice,
        sure,
        fresh ? 'goes on from the paragraph before' : 'goes on without a cue',
        run,
        null,
      );
      return;
    }
    narrate(stage, scene, s, index);
    run = null;
  });
  return run;
}

/** "Chile asks for measurements", in the midst of what somebody says of Chile. */
function speaksWithin(scene: Scene, { source, past, placed }: Attribution): boolean {
  if (past || placed === 'according') return false;
  const name = nameOver(scene, source.first);
  return name ? name.entity.type !== 'person' : /^(it|we|they)$/.test(lower(scene, source.first));
}

/* ---------- a sentence with cues ---------- */

function readSentence(stage: Stage, scene: Scene, s: number, index: number, found: readonly Attribution[]): Run | null {
  const sources = new Map<number, string>();
  const voices = new Map<number, Voice>();
  const said: Said[] = [];
  // The source of the main clause is known before anything that the clause says of others.
  for (const { source, content, placed, directness } of found) {
    const voice = voices.get(source.first) ?? voiceOf(stage, scene, s, index, source);
    voices.set(source.first, voice);
    if (voice.speakers.length === 1 && voice.speakers[0] && GENDER_OF_PRONOUN.has(lower(scene, source.first)))
      sources.set(source.first, voice.speakers[0]);
    if (placed !== 'according' || found.length === 1) hear(stage, voice, s, index);
    said.push({ content, voice, direct: directness === 'direct' });
  }
  readReferences(stage, scene, s, index, said, sources);
  if (!found.some(a => a.placed === 'behind' || a.placed === 'inside')) topicOf(stage, scene, s, index, found);
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
      length: 0,
    };
  }
  return quoteOn(stage, scene, s, index, found, run);
}

/** "Kern said the road is open: “We have worked.”": a quotation that no cue holds goes on with what was said. */
function quoteOn(
  stage: Stage,
  scene: Scene,
  s: number,
  index: number,
  found: readonly Attribution[],
  run: Run | null,
): Run | null {
  const sentence = scene.sentences[index] as Sentence;
  const voice = stage.lastVoice;
  if (!voice || scene.quotations.length === 0) return run;
  const held = (i: number): boolean => found.some(a => a.content.some(c => c.first <= i && i < c.last));
  for (let i = sentence.first; i < sentence.last; i++) {
    const quotation = scene.quotationAt[i] === -1 || held(i) || lower(scene, i - 1) !== ':' ? undefined : i;
    if (quotation === undefined) continue;
    let last = i;
    while (last < sentence.last && scene.quotationAt[last] === scene.quotationAt[i]) last++;
    if (last - i > 4)
      return goOn(stage, scene, s, index, { first: i, last }, voice, 0.9, 'quotation behind a colon', run, null);
    i = last;
  }
  return run;
}

const BASE_CONFIDENCE: Readonly<Record<Attribution['placed'], number>> = {
  before: 0.97,
  behind: 0.97,
  inside: 0.95,
  participle: 0.95,
  according: 0.95,
  coordinated: 0.9,
  relative: 0.9,
};

function addStatement(stage: Stage, scene: Scene, attribution: Attribution, voice: Voice): void {
  const { spans, directness, cue, source, placed, act } = attribution;
  const base = act ? Math.min(0.9, BASE_CONFIDENCE[placed]) : BASE_CONFIDENCE[placed];
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

const place = (scene: Scene, span: Span): Span => ({ start: span.start + scene.start, end: span.end + scene.start });

const textOf = (scene: Scene, range: Tokens): string => {
  const { start, end } = spanOf(scene, range);
  return scene.text.slice(start, end);
};

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/* ---------- sentences without a cue ---------- */

function goOn(
  stage: Stage,
  scene: Scene,
  s: number,
  index: number,
  range: Tokens,
  voice: Voice,
  sure: number,
  because: string,
  run: Run | null,
  source: Tokens | null,
): Run {
  readReferences(
    stage,
    scene,
    s,
    index,
    [{ content: [range], voice, direct: scene.quotationAt[range.first] !== -1 }],
    new Map(),
  );
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
    length: (run?.length ?? 0) + 1,
  };
}

function withoutStop(scene: Scene, { first, last }: Tokens): Tokens {
  let end = last;
  while (end > first && /^[.!?…;:,]+$/.test(lower(scene, end - 1)) && scene.quotationAt[end - 1] === -1) end--;
  return { first, last: end };
}

/** Nothing but quotations, and the punctuation around them. */
function onlyQuotation(scene: Scene, sentence: Sentence): boolean {
  let quoted = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (scene.quotationAt[i] !== -1) quoted++;
    else if (/[\p{L}\p{N}]/u.test(token(scene, i)?.text ?? '')) return false;
  }
  return quoted > 2;
}

function readQuotation(stage: Stage, scene: Scene, s: number, index: number, run: Run | null): Run | null {
  const sentence = scene.sentences[index] as Sentence;
  const ahead = runsOn(scene, sentence) ? voiceAhead(stage, s) : null;
  const voice = ahead ?? stage.lastVoice;
  if (!voice) {
    narrate(stage, scene, s, index);
    return null;
  }
  const near = index > 0 || run !== null || ahead !== null;
  return goOn(
    stage,
    scene,
    s,
    index,
    sentence,
    voice,
    near ? 0.9 : 0.7,
    ahead ? 'quotation runs on to its cue' : 'quotation after the speaker’s words',
    run,
    null,
  );
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

function narrate(stage: Stage, scene: Scene, s: number, index: number): void {
  readReferences(stage, scene, s, index, [], new Map());
  topicOf(stage, scene, s, index, []);
}

/** The subject of the main clause is on stage when the next sentence says "he" or "it". */
function topicOf(stage: Stage, scene: Scene, s: number, index: number, found: readonly Attribution[]): void {
  const sentence = scene.sentences[index] as Sentence;
  const facts = stage.facts[s]?.[index];
  if (!facts || (facts.expressions.length === 0 && !facts.names)) return;
  facts.subject ??= mainSubject(scene, sentence, sentence.last);
  const { subject } = facts;
  if (
    !subject ||
    found.some(a => a.content.some(c => c.first <= subject.source.first && subject.source.first < c.last))
  )
    return;
  const name = nameOver(scene, subject.source.first);
  if (name && name.first === subject.source.first) {
    if (isPerson(stage, name.entity.id)) stage.topics.push({ id: name.entity.id, scene: s, sentence: index });
    else stage.lastOrganization = name.entity.id;
    return;
  }
  const { start, end } = spanOf(scene, subject.source);
  const meant = latest(stage.mentions, m => m.start === start + scene.start && m.end === end + scene.start)?.entities;
  if (meant?.length === 1 && meant[0] && isPerson(stage, meant[0]))
    stage.topics.push({ id: meant[0], scene: s, sentence: index });
}

/* ---------- Kalnberga: … ---------- */

interface Label {
  readonly voice: Voice;
  readonly source: Tokens | null;
  /** The first token behind the colon. */
  readonly from: number;
}

/** "Kern: We shall sign." or "A: We shall sign.": a speaker's label before the paragraph. */
function labelledVoice(stage: Stage, scene: Scene, s: number): Label | null {
  if (scene.kind !== 'paragraph') return null;
  const colon = scene.tokens.findIndex((t, i) => i < 8 && t.text === ':');
  if (colon <= 0 || colon + 2 >= scene.tokens.length || scene.quotationAt[colon + 1] !== -1) return null;
  const name = nameOver(scene, colon - 1);
  const question = /^(q|question)$/.test(lower(scene, 0)) && colon === 1;
  const answer = /^(a|answer)$/.test(lower(scene, 0)) && colon === 1;
  if (question)
    return {
      voice: { speakers: [], label: 'Q', certainty: 0.7, because: 'speaker label' },
      source: null,
      from: colon + 1,
    };
  if (answer) {
    const host = [...stage.spoken].filter(([id]) => isPerson(stage, id)).sort((a, b) => b[1] - a[1])[0]?.[0];
    return host
      ? {
          voice: { speakers: [host], label: null, certainty: 0.9, because: 'answers the question' },
          source: null,
          from: colon + 1,
        }
      : null;
  }
  if (!name || name.first > 6 || firstFinite(scene, 0, colon) >= 0) return null;
  if (name.entity.type === 'place') return null;
  const voice = voiceOf(stage, scene, s, 0, { first: name.first, last: name.last });
  stage.spoken.set(name.entity.id, (stage.spoken.get(name.entity.id) ?? 0) + 1);
  return { voice, source: { first: name.first, last: name.last }, from: colon + 1 };
}
