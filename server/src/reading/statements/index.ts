import type { Directness, Span, Statement } from '../model.ts';
import { type Attribution, findAttributions } from './attributions.ts';
import { trim } from './phrases.ts';
import { type Scene, spanOf, type Tokens } from './scene.ts';

/** A statement before its speaker is known. Spans are into the paragraph. */
export interface Draft {
  readonly scene: number;
  readonly sentence: number;
  readonly spans: readonly Span[];
  readonly directness: Directness;
  readonly attribution: Attribution | null;
}

export function draftStatements(scenes: readonly Scene[]): Draft[] {
  return scenes.flatMap((scene, s) =>
    scene.sentences.flatMap((sentence, index) =>
      findAttributions(scene, sentence).flatMap(attribution => {
        const spans = attribution.content.map(c => contentSpan(scene, c)).filter(span => span !== null);
        return spans.length ? [{ scene: s, sentence: index, spans, directness: directnessOf(scene, spans), attribution }] : [];
      }),
    ),
  );
}

/** The content's span without the punctuation around it; quotation marks and what they hold stay. */
export function contentSpan(scene: Scene, range: Tokens): Span | null {
  const { first, last } = trim(scene, range);
  return first < last ? spanOf(scene, { first, last }) : null;
}

/** Direct where quotation marks hold all of it, mixed where they hold more than a word of it, else indirect. */
export function directnessOf(scene: Scene, spans: readonly Span[]): Directness {
  let quoted = 0;
  let words = 0;
  let all = 0;
  for (const span of spans) {
    all += letters(scene.text.slice(span.start, span.end));
    for (const q of scene.quotations) {
      const text = scene.text.slice(Math.max(q.start, span.start), Math.min(q.end, span.end));
      if (Math.max(q.start, span.start) >= Math.min(q.end, span.end)) continue;
      quoted += letters(text);
      words = Math.max(words, text.trim().split(/\s+/).length);
    }
  }
  if (quoted > 0 && quoted >= all * 0.95) return 'direct';
  return words > 1 ? 'mixed' : 'indirect';
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

export function statementsOf(scenes: readonly Scene[]): Statement[] {
  return draftStatements(scenes).map(({ scene: s, spans, directness, attribution }) => {
    const scene = scenes[s] as Scene;
    const place = (span: Span): Span => ({ start: span.start + scene.start, end: span.end + scene.start });
    return {
      spans: spans.map(place),
      directness,
      source: attribution?.source ? place(spanOf(scene, attribution.source)) : null,
      cue: attribution ? place(spanOf(scene, attribution.cue)) : null,
      speakers: [],
      speakerName: null,
      continued: false,
      confidence: 0.9,
      reasons: [],
    };
  });
}
