import type { DocumentParagraph, Paragraph, Quotation, Sentence, Token } from '../language.ts';
import type { Mention, NamedEntity, Span } from '../model.ts';

/** A name in a paragraph: it covers the tokens from `first` up to `last`. */
export interface NamedTokens {
  readonly first: number;
  readonly last: number;
  readonly entity: NamedEntity;
}

/** A range of tokens, `last` exclusive. */
export interface Tokens {
  readonly first: number;
  readonly last: number;
}

/** A paragraph with what is known of it before anybody is taken to speak. Token offsets are into the paragraph. */
export interface Scene {
  readonly kind: DocumentParagraph['kind'];
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly NamedTokens[];
  /** For every token, the index of the name that covers it, or -1. */
  readonly nameAt: readonly number[];
  /** For every token, the index of the quotation that it lies in, its marks included, or -1. */
  readonly quotationAt: readonly number[];
}

/** Sets the scene of a paragraph; `mentions` are its names, in order, none inside another, with offsets into it. */
export function setScene(
  { kind, paragraph }: DocumentParagraph,
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, NamedEntity>,
): Scene {
  const { text, tokens, sentences, quotations } = paragraph;
  const names: NamedTokens[] = [];
  const nameAt = new Array<number>(tokens.length).fill(-1);
  let t = 0;
  for (const mention of mentions) {
    const entity = entities.get(mention.entities[0] ?? '');
    if (!entity || mention.kind === 'demonym') continue;
    while (t < tokens.length && (tokens[t] as Token).end <= mention.start) t++;
    const first = t;
    while (t < tokens.length && (tokens[t] as Token).start < mention.end) nameAt[t++] = names.length;
    if (t > first) names.push({ first, last: t, entity });
  }
  const quotationAt = cover(tokens, quotations);
  return { kind, paragraph, text, tokens, sentences, quotations, names, nameAt, quotationAt };
}

function cover(tokens: readonly Token[], quotations: readonly Quotation[]): readonly number[] {
  const covered = new Array<number>(tokens.length).fill(-1);
  let t = 0;
  quotations.forEach((quotation, q) => {
    while (t < tokens.length && (tokens[t] as Token).start < quotation.start) t++;
    while (t < tokens.length && (tokens[t] as Token).end <= quotation.end) covered[t++] = q;
  });
  return covered;
}

export const token = (scene: Scene, index: number): Token | undefined => scene.tokens[index];

export const lower = (scene: Scene, index: number): string => scene.tokens[index]?.lower ?? '';

export const posOf = (scene: Scene, index: number): string => scene.tokens[index]?.pos ?? '';

export function nameOver(scene: Scene, index: number): NamedTokens | undefined {
  const name = scene.nameAt[index];
  return name === undefined || name < 0 ? undefined : scene.names[name];
}

export function quotationOver(scene: Scene, index: number): Quotation | undefined {
  const quotation = scene.quotationAt[index];
  return quotation === undefined || quotation < 0 ? undefined : scene.quotations[quotation];
}

/** The span in the paragraph that a range of tokens covers. */
export const spanOf = (scene: Scene, { first, last }: Tokens): Span => ({
  start: (scene.tokens[first] as Token).start,
  end: (scene.tokens[last - 1] as Token).end,
});
