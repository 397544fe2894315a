import type { Block, EntityType, Mention, Span, Statement } from '../reading/model.ts';
import { findQuotations } from '../reading/quotations.ts';
import { firstFrom } from '../reading/spans.ts';
import { entityOf, type OpenDocument, type Snapshot } from './snapshot.ts';

/** In the order of the protocol's legend, as are the modifiers. */
export const tokenTypes = ['person', 'organization', 'place', 'date', 'cue', 'quotation'] as const;
export const tokenModifiers = ['introduction', 'speaker', 'quoted', 'uncertain'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of one line, without white space at its edges; tokens are ordered and disjoint. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** A document with more tokens has none as a whole: an editor would take too long over them, and asks for what it shows. */
export const mostTokens = 20_000;

/** Known from what was read, before the tokens are made. */
export function hasTooManyTokens({ reading }: OpenDocument): boolean {
  const names = reading.mentions.reduce((sum, { entities }) => sum + (entities.length > 0 ? 1 : 0), 0);
  return names + reading.dates.length > mostTokens;
}

/** Of statements that are read with less confidence, one in five or more is wrong: the reader is told. */
const leastConfidence = 0.8;

/**
 * What the words of a document are, or of a range of it: whom and what they name, by which words somebody is given the word, and
 * what is quoted. Where spans lie in each other the innermost counts and the outer is cut around it.
 */
export function semanticTokens(snapshot: Snapshot, range?: Span): SemanticToken[] {
  const { document } = snapshot;
  const isWanted = ({ start, end }: Span) => !range || (start < range.end && range.start < end);
  const layers = [
    ...quotations(document, isWanted),
    ...cues(document, isWanted),
    ...dates(document, isWanted),
    ...names(snapshot, isWanted),
  ];
  return flatten(layers)
    .flatMap(token => onLines(token, document.text))
    .filter(isWanted);
}

type Wanted = (span: Span) => boolean;

function names({ document, corpus }: Snapshot, isWanted: Wanted): SemanticToken[] {
  const { mentions, statements } = document.reading;
  const facts = corpus.documents.get(document.uri)?.entities ?? [];
  const introductions = new Map(facts.flatMap(({ introduction: at }) => (at ? [[at.start, at.end] as const] : [])));
  const { speakers, unsure } = speakingMentions(mentions, statements);
  return mentions.filter(isWanted).flatMap(mention => {
    const { start, end } = mention;
    const type = typeOf(mention, document);
    if (!type) return [];
    const modifiers: TokenModifier[] = [];
    if (introductions.get(start) === end) modifiers.push('introduction');
    if (speakers.has(mention)) modifiers.push('speaker');
    if (unsure.has(mention)) modifiers.push('uncertain');
    return [{ type, modifiers, start, end }];
  });
}

const typesOfEntities: Readonly<Record<EntityType, TokenType | null>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  event: null,
  document: null,
};

function typeOf({ entities }: Mention, document: OpenDocument): TokenType | null {
  const entity = entities[0] === undefined ? null : entityOf(document, entities[0]);
  return entity && typesOfEntities[entity.type];
}

/** The mentions that name the source of a statement, and those of them whose statement is not read for sure. */
function speakingMentions(mentions: readonly Mention[], statements: readonly Statement[]) {
  const speakers = new Set<Mention>();
  const unsure = new Set<Mention>();
  for (const { source, speakers: ids, confidence } of statements) {
    if (!source) continue;
    for (
      let index = firstFrom(mentions, source.start);
      mentions[index] && mentions[index]!.start < source.end;
      index++
    ) {
      const mention = mentions[index]!;
      if (mention.end > source.end || !mention.entities.some(id => ids.includes(id))) continue;
      speakers.add(mention);
      if (confidence < leastConfidence) unsure.add(mention);
    }
  }
  return { speakers, unsure };
}

function dates({ reading }: OpenDocument, isWanted: Wanted): SemanticToken[] {
  return reading.dates
    .filter(isWanted)
    .map(({ start, end, value }) => ({ type: 'date', modifiers: value === null ? ['uncertain'] : [], start, end }));
}

function cues({ reading }: OpenDocument, isWanted: Wanted): SemanticToken[] {
  return reading.statements.flatMap(({ cue, confidence }): SemanticToken[] =>
    cue && isWanted(cue)
      ? [{ type: 'cue', modifiers: confidence < leastConfidence ? ['uncertain'] : [], start: cue.start, end: cue.end }]
      : [],
  );
}

/** What is said in the speaker's own words: a direct statement, and what stands between quotation marks in a mixed one. */
function quotations({ text, reading }: OpenDocument, isWanted: Wanted): SemanticToken[] {
  const marked = new Map<Block, readonly Span[]>();
  const quotationsIn = (block: Block): readonly Span[] => {
    const known = marked.get(block) ?? findQuotations(text.slice(block.start, block.end)).map(moveBy(block.start));
    marked.set(block, known);
    return known;
  };
  const spans = reading.statements
    .filter(({ directness }) => directness !== 'indirect')
    .flatMap(({ directness, spans }) => {
      const wanted = spans.filter(isWanted);
      if (directness === 'direct') return wanted;
      return wanted.flatMap(span => {
        const block = reading.blocks[firstFrom(reading.blocks, span.start + 1) - 1];
        return block ? within(quotationsIn(block), span) : [];
      });
    });
  return spans.map(({ start, end }) => ({ type: 'quotation', modifiers: [], start, end }));
}

function moveBy(distance: number): (span: Span) => Span {
  return ({ start, end }) => ({ start: start + distance, end: end + distance });
}

/** What of some quotations, ordered and disjoint, lies in a span; a paragraph of a megabyte has very many of both. */
function within(quotations: readonly Span[], span: Span): Span[] {
  const found: Span[] = [];
  const first = Math.max(0, firstFrom(quotations, span.start) - 1);
  for (let index = first; index < quotations.length && quotations[index]!.start < span.end; index++) {
    const start = Math.max(quotations[index]!.start, span.start);
    const end = Math.min(quotations[index]!.end, span.end);
    if (start < end) found.push({ start, end });
  }
  return found;
}

/** Cuts what lies around another; what lies in a quotation is `quoted`, and what runs out of it is cut where it ends. */
function flatten(tokens: readonly SemanticToken[]): SemanticToken[] {
  const ordered = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: SemanticToken[] = [];
  const around: SemanticToken[] = [];
  let done = 0;
  const paintUpTo = (end: number) => {
    const token = around.at(-1);
    if (token && done < end) pieces.push({ ...token, start: done, end });
    done = Math.max(done, end);
  };
  const closeUpTo = (offset: number) => {
    while (around.length > 0 && around.at(-1)!.end <= offset) {
      paintUpTo(around.at(-1)!.end);
      around.pop();
    }
  };
  for (const token of ordered) {
    closeUpTo(token.start);
    paintUpTo(token.start);
    const outer = around.at(-1);
    const quoted = around.some(({ type }) => type === 'quotation') && token.type !== 'quotation';
    around.push({
      ...token,
      end: Math.min(token.end, outer?.end ?? token.end),
      modifiers: quoted ? [...token.modifiers, 'quoted'] : token.modifiers,
    });
  }
  closeUpTo(Number.POSITIVE_INFINITY);
  return pieces;
}

function onLines(token: SemanticToken, text: string): SemanticToken[] {
  const words = text.slice(token.start, token.end);
  if (words === words.trim() && !words.includes('\n') && !words.includes('\r')) return [token];
  return [...words.matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ 0: piece, index }) => ({
    ...token,
    start: token.start + index,
    end: token.start + index + piece.length,
  }));
}
