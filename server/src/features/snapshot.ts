import { type Cluster, type Corpus, clusterOf } from '../corpus/corpus.ts';
import type { DateExpression, Entity, Mention, Reading, Span, Statement } from '../reading/model.ts';
import { saidAround, saidWith } from '../reading/passages.ts';
import { envelope } from '../reading/spans.ts';
import type { RuleSettings } from '../rules/severities.ts';

/** A document as it is open now. Offsets are UTF-16 code units into `text`. */
export interface OpenDocument {
  readonly uri: string;
  readonly text: string;
  readonly reading: Reading;
  /** The settings that the reading's problems went through; without them every rule has its own severity. */
  readonly rules?: RuleSettings;
}

/** What every feature is asked about: one document, and the corpus that has it in the same state. */
export interface Snapshot {
  readonly document: OpenDocument;
  readonly corpus: Corpus;
}

/** A stretch of a document, by its address. */
export interface Place extends Span {
  readonly uri: string;
}

/** What stands at an offset, the narrowest first; an offset right behind a word still belongs to it. */
export function mentionsAt({ reading }: OpenDocument, offset: number): Mention[] {
  return at(saidAround(reading, offset).mentions, offset);
}

export function dateAt({ reading }: OpenDocument, offset: number): DateExpression | null {
  return at(saidAround(reading, offset).dates, offset)[0] ?? null;
}

/** The statement whose source or cue stands at an offset. */
export function statementWithAttributionAt({ reading }: OpenDocument, offset: number): Statement | null {
  const attributions = saidAround(reading, offset).statements.flatMap(statement =>
    [statement.cue, statement.source].flatMap(span => span ?? []).map(({ start, end }) => ({ start, end, statement })),
  );
  return at(attributions, offset)[0]?.statement ?? null;
}

/** In order. */
export function mentionsOf({ reading }: OpenDocument, entityId: string): Mention[] {
  return saidWith(
    reading,
    ({ mentions }) => mentions,
    ({ entities }) => entities.includes(entityId),
  );
}

/** In order. */
export function statementsOf({ reading }: OpenDocument, entityId: string): Statement[] {
  return saidWith(
    reading,
    ({ statements }) => statements,
    ({ speakers }) => speakers.includes(entityId),
  );
}

export function entityOf({ reading }: OpenDocument, entityId: string): Entity | null {
  return entitiesById(reading).get(entityId) ?? null;
}

export function clusterIn({ corpus, document }: Snapshot, entityId: string): Cluster | null {
  return clusterOf(corpus, document.uri, entityId);
}

export function contentOf(statement: Statement): Span {
  return envelope(statement.spans);
}

const byId = new WeakMap<Reading, ReadonlyMap<string, Entity>>();

function entitiesById(reading: Reading): ReadonlyMap<string, Entity> {
  const known = byId.get(reading);
  if (known) return known;
  const made = new Map(reading.entities.map(entity => [entity.id, entity]));
  byId.set(reading, made);
  return made;
}

/** Of spans in order of their start those around an offset. */
function at<T extends Span>(spans: readonly T[], offset: number): T[] {
  const found = spans.filter(({ start, end }) => start <= offset && offset <= end);
  const inside = found.filter(({ end }) => offset < end);
  return (inside.length > 0 ? inside : found).sort((a, b) => a.end - a.start - (b.end - b.start));
}
