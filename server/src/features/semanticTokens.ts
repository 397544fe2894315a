import type { Block, EntityType, Mention, Span, Statement } from '../reading/model.ts';
import { passagesIn, type Said, saidBetween } from '../reading/passages.ts';
import { findQuotations } from '../reading/quotations.ts';
import { firstFrom } from '../reading/spans.ts';
import { finish } from '../reading/steps.ts';
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
  let count = 0;
  for (const { mentions, dates } of passagesIn(reading).all) {
    count += mentions.filter(({ entities }) => entities.length > 0).length + dates.length;
  }
  return count > mostTokens;
}

/** Of statements that are read with less confidence, one in five or more is wrong: the reader is told. */
const leastConfidence = 0.8;

/**
 * What the words of a document are, or of a range of it: whom and what they name, by which words somebody is given the word, and
 * what is quoted. Where spans lie in each other the innermost counts and the outer is cut around it.
 */
export function semanticTokens(snapshot: Snapshot, range?: Span): SemanticToken[] {
  if (!range) return finish(semanticTokensInSteps(snapshot));
  const isWanted = ({ start, end }: Span) => start < range.end && range.start < end;
  const said = saidBetween(snapshot.document.reading, range);
  return tokensIn(said, snapshot.document, introductionsIn(snapshot), isWanted).filter(isWanted);
}

/** Those of the whole document, in steps of a few milliseconds: no token reaches from one passage into another. */
export function* semanticTokensInSteps(snapshot: Snapshot): Generator<void, SemanticToken[], void> {
  const { document } = snapshot;
  const { starts } = passagesIn(document.reading);
  const introductions = introductionsIn(snapshot);
  const tokens: SemanticToken[] = [];
  for (let i = 0; i < starts.length; i += STEP) {
    const said = saidBetween(document.reading, {
      start: starts[i]!,
      end: starts[i + STEP - 1] ?? document.text.length,
    });
    for (const token of tokensIn(said, document, introductions, () => true)) tokens.push(token);
    yield;
  }
  return tokens;
}

/** So many passages are looked at in a step. */
const STEP = 64;

type Wanted = (span: Span) => boolean;

/** The ends of introductions by their starts. */
type Introductions = ReadonlyMap<number, number>;

function introductionsIn({ corpus, document }: Snapshot): Introductions {
  const facts = corpus.documents.get(document.uri)?.entities ?? [];
  return new Map(facts.flatMap(({ introduction: at }) => (at ? [[at.start, at.end] as const] : [])));
}

function tokensIn(said: Said, document: OpenDocument, introductions: Introductions, isWanted: Wanted): SemanticToken[] {
  const layers = [
    ...quotations(said, document, isWanted),
    ...cues(said, isWanted),
    ...dates(said, isWanted),
    ...names(said, document, introductions, isWanted),
  ];
  return flatten(layers).flatMap(token => onLines(token, document.text));
}

function names(
  { mentions, statements }: Said,
  document: OpenDocument,
  introductions: Introductions,
  isWanted: Wanted,
): SemanticToken[] {
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

function dates({ dates: all }: Said, isWanted: Wanted): SemanticToken[] {
  return all
    .filter(isWanted)
    .map(({ start, end, value }) => ({ type: 'date', modifiers: value === null ? ['uncertain'] : [], start, end }));
}

function cues({ statements }: Said, isWanted: Wanted): SemanticToken[] {
  return statements.flatMap(({ cue, confidence }): SemanticToken[] =>
    cue && isWanted(cue)
      ? [{ type: 'cue', modifiers: confidence < leastConfidence ? ['uncertain'] : [], start: cue.start, end: cue.end }]
      : [],
  );
}

/** What is said in the speaker's own words: a direct statement, and what stands between quotation marks in a mixed one. */
function quotations({ statements }: Said, { text, reading }: OpenDocument, isWanted: Wanted): SemanticToken[] {
  const marked = new Map<Block, readonly Span[]>();
  const quotationsIn = (block: Block): readonly Span[] => {
    const known = marked.get(block) ?? findQuotations(text.slice(block.start, block.end)).map(moveBy(block.start));
    marked.set(block, known);
    return known;
  };
  const spans = statements
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
