import { type Bearer, type Cluster, type Corpus, clusterOf } from '../corpus/corpus.ts';
import type { DocumentFacts, EntityFacts } from '../corpus/facts.ts';
import type { EntityType, Span } from '../reading/model.ts';
import { firstWhere } from '../reading/search.ts';
import { mentionsAt, type Place, type Snapshot } from './snapshot.ts';
import { office, onOneLine } from './words.ts';

/** Somebody in one document; the place is where they are introduced there, or what a call says of it. */
export interface Party extends Place {
  readonly entityId: string;
  readonly type: EntityType;
  readonly name: string;
  /** The office that the people file gives, or the first that the document does; empty without one. */
  readonly detail: string;
}

/** That somebody speaks about somebody; `ranges` lie in the document of the one who speaks. */
export interface Call {
  readonly party: Party;
  readonly ranges: readonly Span[];
}

/** The persons and organisations named at an offset. */
export function callHierarchy({ document, corpus }: Snapshot, offset: number): Party[] {
  const [mention] = mentionsAt(document, offset);
  const facts = corpus.documents.get(document.uri);
  if (!mention || !facts) return [];
  return facts.entities
    .filter(({ entity }) => mention.entities.includes(entity.id))
    .flatMap(found => partyIn(corpus, facts, found) ?? []);
}

/** Somebody of a document again: ids change with its text, names seldom do. */
export function partyCalled(corpus: Corpus, uri: string, name: string, entityId: unknown): Party | null {
  const facts = corpus.documents.get(uri);
  if (!facts) return null;
  const same = facts.entities.find(({ entity }) => entity.id === entityId);
  const still = same && partyIn(corpus, facts, same);
  if (still?.name === name) return still;
  for (const found of facts.entities) {
    const party = partyIn(corpus, facts, found);
    if (party?.name === name) return party;
  }
  return null;
}

/** Who mentions somebody in a statement, once for each document: first in the document of the one asked about. */
export function incomingCalls(corpus: Corpus, { uri, entityId }: Pick<Party, 'uri' | 'entityId'>): Call[] {
  const asked = clusterOf(corpus, uri, entityId);
  if (!asked) return [];
  return byDocument(asked, uri).flatMap(([document, bearers]) => {
    const mentioned = new Set(bearers.flatMap(({ facts }) => [...facts.mentions]));
    const ranges = new Map<number, Span[]>();
    for (const [statement, mention] of abouts(document)) {
      if (mentioned.has(mention)) push(ranges, statement, spanOf(document.mentions, mention));
    }
    return callsOf(corpus, document, bearers, ({ statements }) =>
      [...statements].flatMap(row => ranges.get(row) ?? []),
    );
  });
}

/**
 * Whom somebody mentions in their statements, once for each document: first in the document of the one asked about. What they say
 * in another document has no range in this one: the party stands where it is mentioned there, and the range is the name asked about.
 */
export function outgoingCalls(corpus: Corpus, { uri, entityId }: Pick<Party, 'uri' | 'entityId'>): Call[] {
  const asked = clusterOf(corpus, uri, entityId);
  const own = asked?.bearers.find(({ document, facts }) => document.uri === uri && facts.entity.id === entityId);
  if (!asked || !own) return [];
  const home = partyIn(corpus, own.document, own.facts);
  return byDocument(asked, uri).flatMap(([document, bearers]) => {
    const said = new Set(bearers.flatMap(({ facts }) => [...facts.statements]));
    const ranges = new Map<number, Span>();
    for (const [statement, mention] of abouts(document)) {
      if (said.has(statement)) ranges.set(mention, spanOf(document.mentions, mention));
    }
    const calls = callsOf(corpus, document, bearers, ({ mentions }) =>
      [...mentions].flatMap(row => ranges.get(row) ?? []),
    );
    if (document.uri === uri) return calls;
    return calls.flatMap(({ party, ranges: [first] }) =>
      home && first ? [{ party: { ...party, ...first }, ranges: [{ start: home.start, end: home.end }] }] : [],
    );
  });
}

/** The documents of a cluster with its bearers there, one document first. */
function byDocument({ bearers }: Cluster, uri: string): [DocumentFacts, Bearer[]][] {
  const documents = new Map<DocumentFacts, Bearer[]>();
  for (const bearer of bearers) push(documents, bearer.document, bearer);
  return [...documents].sort(([a], [b]) => Number(b.uri === uri) - Number(a.uri === uri));
}

/** A call for each other party of a document that has ranges, in order of the first. */
function callsOf(
  corpus: Corpus,
  document: DocumentFacts,
  asked: readonly Bearer[],
  rangesOf: (facts: EntityFacts) => readonly Span[],
): Call[] {
  const self = new Set(asked.map(({ facts }) => facts));
  return document.entities
    .filter(facts => !self.has(facts))
    .flatMap(facts => {
      const ranges = distinct(rangesOf(facts));
      const party = ranges.length > 0 ? partyIn(corpus, document, facts) : null;
      return party ? [{ party, ranges }] : [];
    })
    .sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
}

/** Under the name and office of the people file, where it gives them. */
function partyIn(corpus: Corpus, document: DocumentFacts, { entity, introduction }: EntityFacts): Party | null {
  const { type, id, roles } = entity;
  if ((type !== 'person' && type !== 'organization') || !introduction) return null;
  const listing = corpus.people.listings.size > 0 ? clusterOf(corpus, document.uri, id)?.listing : null;
  const name = onOneLine(listing?.name ?? entity.name);
  if (name === '') return null;
  const detail = onOneLine(listing?.role ?? office(roles));
  return { uri: document.uri, entityId: id, type, name, detail, start: introduction.start, end: introduction.end };
}

/** Statements with the mentions that stand in them, by their rows, of a document alone where it is one of a bundle. */
function* abouts({ abouts, statements: { starts }, bundled }: DocumentFacts): Iterable<readonly [number, number]> {
  const own = bundled.length === 1 ? bundled[0] : undefined;
  const first = own ? firstWhere(abouts.statements.length, i => starts[abouts.statements[i]!]! >= own.start) : 0;
  for (let i = first; i < abouts.statements.length; i++) {
    const statement = abouts.statements[i]!;
    if (own && starts[statement]! >= own.end) return;
    yield [statement, abouts.mentions[i]!];
  }
}

function spanOf({ starts, ends }: DocumentFacts['mentions'], row: number): Span {
  return { start: starts[row]!, end: ends[row]! };
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map(span => [`${span.start} ${span.end}`, span])).values()].sort(
    (a, b) => a.start - b.start,
  );
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
