/** One paragraph: which of its sentences attribute, quote, go on or tell. */
import type { Sentence } from '../language.ts';
import type { Attribution } from '../statements/found.ts';
import { firstFinite, isCapitalised, isPreposition } from '../statements/phrases.ts';
import { lower, type NamedTokens, nameOver, type Scene, type Tokens } from '../statements/scene.ts';
import { continuation, type Run } from './continued.ts';
import { EVERYBODY, lookAt, lookUp } from './looks.ts';
import type { Voice } from './mind.ts';
import {
  attributionsAt,
  goOn,
  narrate,
  onlyQuotation,
  quotesSubject,
  readQuotation,
  readSentence,
} from './sentences.ts';
import { type At, isPerson, remember, type Stage } from './stage.ts';
import { voiceOf } from './voices.ts';

/** Reads a paragraph, sentence by sentence; `before` is how the last one stood to its speaker. */
export function readParagraph(stage: Stage, s: number, before: Run | null, report: boolean): Run | null {
  const scene = stage.scenes[s] as Scene;
  const label = labelledVoice(stage, scene, s);
  let run = before;
  scene.sentences.forEach((sentence, index) => {
    const at: At = { stage, scene, s, index };
    run =
      label && (index > 0 || label.from < sentence.last)
        ? readLabelled(at, sentence, label, run)
        : readNext(at, sentence, run, report);
  });
  return run;
}

function readLabelled(at: At, sentence: Sentence, label: Label, run: Run | null): Run {
  const fresh = at.index === 0;
  const range = { first: fresh ? label.from : sentence.first, last: sentence.last };
  const because = fresh ? 'speaker label' : 'continues after the label';
  return goOn(at, range, run, { voice: label.voice, sure: 0.9, because, source: fresh ? label.source : null });
}

function readNext(at: At, sentence: Sentence, run: Run | null, report: boolean): Run | null {
  const { stage, scene, s, index } = at;
  const found = attributionsAt(stage, s, index);
  const voice = lookAt(stage, 'lastVoice');
  if (found.length > 0) {
    const within = run?.open && report && voice && found.every(a => speaksWithin(scene, a));
    if (within)
      return goOn(at, sentence, run, {
        voice,
        sure: 0.85,
        because: 'goes on; what it reports is part of it',
        source: null,
      });
    return readSentence(at, found) ?? run;
  }
  if (onlyQuotation(scene, sentence)) return readQuotation(at, run);
  const quoted = quotesSubject(at, run);
  if (quoted) return quoted;
  const fresh = index === 0;
  const sure = run && voice ? continuation(scene, sentence, run, report, fresh) : 0;
  if (voice && sure > 0) {
    const because = fresh ? 'goes on from the paragraph before' : 'goes on without a cue';
    return goOn(at, sentence, run, { voice, sure, because, source: null });
  }
  narrate(at);
  return null;
}

/** "Norway asks for time", in the midst of what somebody says of Norway. */
function speaksWithin(scene: Scene, { source, past, placed, kind }: Attribution): boolean {
  if (past || placed === 'according') return false;
  const name = nameOver(scene, source.first);
  if (!name) return /^(it|we|they)$/.test(lower(scene, source.first));
  // An organisation that says something says it itself; what it asks for or thinks can be said of it.
  return name.entity.type === 'place' || (name.entity.type === 'organization' && kind !== 'report');
}

/** '"Kern: We shall sign.': a transcript within quotation marks. */
const isTranscribed = (scene: Scene, { first }: NamedTokens, colon: number): boolean =>
  first === 1 && scene.quotationAt[colon] === scene.quotationAt[0] && isCapitalised(scene, colon + 1);

interface Label {
  readonly voice: Voice;
  readonly source: Tokens | null;
  /** The first token behind the colon. */
  readonly from: number;
}

/** "Kern: We shall sign." or "A: We shall sign.": a speaker's label before the paragraph. */
function labelledVoice(stage: Stage, scene: Scene, s: number): Label | null {
  if (scene.kind !== 'paragraph') return null;
  const bracket = bracketAhead(scene);
  const colon = bracket > 0 ? bracket : colonAhead(scene);
  if (colon <= 0 || colon + 2 >= scene.tokens.length) return null;
  const name = nameOver(scene, lastOfLabel(scene, colon));
  if (scene.quotationAt[colon + 1] !== -1 && !(name && isTranscribed(scene, name, colon))) return null;
  const question = /^(q|question)$/.test(lower(scene, 0)) && colon === 1;
  const answer = /^(a|answer)$/.test(lower(scene, 0)) && colon === 1;
  if (question)
    return {
      voice: { speakers: [], label: 'Q', certainty: 0.7, because: 'speaker label' },
      source: null,
      from: colon + 1,
    };
  if (answer) {
    const host = lookUp(stage, EVERYBODY)
      .speakers()
      .filter(([id]) => isPerson(stage, id))
      .sort((a, b) => b[1] - a[1])[0]?.[0];
    return host
      ? {
          voice: { speakers: [host], label: null, certainty: 0.9, because: 'answers the question' },
          source: null,
          from: colon + 1,
        }
      : null;
  }
  if (!name || name.first > 6 || firstFinite(scene, 0, colon) >= 0) return null;
  if (name.entity.type === 'place' || isPreposition(scene, name.first - 1)) return null;
  const known =
    name.entity.type === 'person' || lookUp(stage, [name.entity.id]).spoken(name.entity.id) > 0 || asks(scene, colon);
  if (!known) return null;
  const voice = voiceOf(stage, scene, s, 0, { first: name.first, last: name.last });
  remember(stage, { what: 'spoke', id: name.entity.id });
  return { voice, source: { first: name.first, last: name.last }, from: colon + 1 };
}

/** In tokens. */
const LONGEST_LABEL = 8;

/** A question behind the colon: an outlet asks. */
const asks = (scene: Scene, colon: number): boolean => scene.tokens.slice(colon).some(({ text }) => text === '?');

/** The last of the brackets, or the colon behind them, that end a label: "((Kern)) We shall sign.", "[Kern]: We …"; or -1. */
function bracketAhead({ tokens }: Scene): number {
  if (!/^[([]$/.test(tokens[0]?.text ?? '')) return -1;
  let end = tokens.findIndex(({ text }, i) => i < LONGEST_LABEL && /^[)\]]$/.test(text));
  if (end < 0) return -1;
  while (/^[)\]:]$/.test(tokens[end + 1]?.text ?? '')) end++;
  return /^[\p{Lu}\p{N}]/u.test(tokens[end + 1]?.text ?? '') ? end : -1;
}

/** The last word of a label that ends with a colon or brackets. */
function lastOfLabel({ tokens }: Scene, end: number): number {
  let last = end - 1;
  while (last > 0 && /^[)\]]$/.test(tokens[last]?.text ?? '')) last--;
  return last;
}

/** The colon among the first words, or -1. */
function colonAhead(scene: Scene): number {
  for (let i = 0; i < Math.min(LONGEST_LABEL, scene.tokens.length); i++) if (lower(scene, i) === ':') return i;
  return -1;
}
