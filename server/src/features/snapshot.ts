import { type Cluster, type Corpus, clusterOf } from '../corpus/corpus.ts';
import { envelope } from '../corpus/facts.ts';
import type { DateExpression, Entity, Mention, Reading, Span, Statement } from '../reading/model.ts';
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
  return at(lookup(reading).mentions, offset);
}

export function dateAt({ reading }: OpenDocument, offset: number): DateExpression | null {
  return at(lookup(reading).dates, offset)[0] ?? null;
}

/** The statement whose source or cue, or else whose content, stands at an offset. */
export function statementWithAttributionAt({ reading }: OpenDocument, offset: number): Statement | null {
  return at(lookup(reading).attributions, offset)[0]?.statement ?? null;
}

export function mentionsOf({ reading }: OpenDocument, entityId: string): readonly Mention[] {
  return lookup(reading).mentionsOf.get(entityId) ?? [];
}

export function statementsOf({ reading }: OpenDocument, entityId: string): readonly Statement[] {
  return lookup(reading).statementsOf.get(entityId) ?? [];
}

export function entityOf({ reading }: OpenDocument, entityId: string): Entity | null {
  return lookup(reading).entities.get(entityId) ?? null;
}

export function clusterIn({ corpus, document }: Snapshot, entityId: string): Cluster | null {
  return clusterOf(corpus, document.uri, entityId);
}

export function contentOf(statement: Statement): Span {
  return envelope(statement.spans);
}

interface Lookup {
  readonly mentions: Sorted<Mention>;
  readonly dates: Sorted<DateExpression>;
  readonly attributions: Sorted<Span & { readonly statement: Statement }>;
  readonly mentionsOf: ReadonlyMap<string, readonly Mention[]>;
  readonly statementsOf: ReadonlyMap<string, readonly Statement[]>;
  readonly entities: ReadonlyMap<string, Entity>;
}

const lookups = new WeakMap<Reading, Lookup>();

function lookup(reading: Reading): Lookup {
  const known = lookups.get(reading);
  if (known) return known;
  const made: Lookup = {
    mentions: sorted(reading.mentions),
    dates: sorted(reading.dates),
    attributions: sorted(
      reading.statements.flatMap(statement =>
        [statement.cue, statement.source].flatMap(span =>
          span ? { start: span.start, end: span.end, statement } : [],
        ),
      ),
    ),
    mentionsOf: group(reading.mentions, mention => mention.entities),
    statementsOf: group(reading.statements, statement => statement.speakers),
    entities: new Map(reading.entities.map(entity => [entity.id, entity])),
  };
  lookups.set(reading, made);
  return made;
}

/** Spans by start, with the furthest end up to each, so that those around an offset are found without reading all. */
interface Sorted<T extends Span> {
  readonly items: readonly T[];
  readonly reach: Int32Array;
}

function sorted<T extends Span>(spans: readonly T[]): Sorted<T> {
  const items = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const reach = new Int32Array(items.length);
  let furthest = -1;
  items.forEach((item, index) => {
    furthest = Math.max(furthest, item.end);
    reach[index] = furthest;
  });
  return { items, reach };
}

function at<T extends Span>({ items, reach }: Sorted<T>, offset: number): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low - 1; index >= 0 && reach[index]! >= offset; index--) {
    const item = items[index]!;
    if (item.end >= offset) found.push(item);
  }
  const inside = found.filter(item => offset < item.end);
  return (inside.length > 0 ? inside : found).sort((a, b) => a.end - a.start - (b.end - b.start));
}

function group<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
