import { type Corpus, clusterOf } from '../corpus/corpus.ts';
import type { Abouts, DocumentFacts, EntityFacts } from '../corpus/facts.ts';
import type { EntityType } from '../reading/model.ts';
import { firstWhere } from '../reading/search.ts';
import { finish } from '../reading/steps.ts';
import { clusterOfId, dayOf, idOf, named, ordered, type Speaker, speakers } from './speakers.ts';
import { onOneLine } from './words.ts';

/** Who speaks when, and who speaks about whom, for some of the speakers of a corpus. */
export interface CorpusMap {
  /** How many speakers there are to choose from. */
  readonly total: number;
  /** What one entry of `times` stands for. */
  readonly unit: TimeUnit;
  /** The most frequent first. */
  readonly speakers: readonly MapSpeaker[];
  /** Persons and organisations that they speak about most, who are not among them. */
  readonly others: readonly MapParty[];
  readonly links: readonly MapLink[];
}

export type TimeUnit = 'day' | 'month' | 'year';

export interface MapParty {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType | 'unnamed';
}

export interface MapSpeaker extends MapParty {
  readonly office: string;
  readonly statements: number;
  /** Statements by the day, month or year (ISO) of their document, in order. */
  readonly times: readonly { readonly time: string; readonly statements: number }[];
  /** Statements in documents without a date. */
  readonly undated: number;
}

/** That `from` mentions `to` in so many statements; both are ids. */
export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly statements: number;
}

export interface MapQuery {
  /** Words of the name or office. */
  readonly name?: string;
  readonly document?: string;
  readonly offset: number;
  readonly limit: number;
}

const mostOthers = 15;
/** More marks than these on one time axis can be neither told apart nor hit. */
const mostDays = 400;

export function corpusMap(corpus: Corpus, query: MapQuery): CorpusMap {
  return finish(corpusMapInSteps(corpus, query));
}

/** The same in steps of a few milliseconds; it holds if the corpus has not changed meanwhile. */
export function* corpusMapInSteps(
  corpus: Corpus,
  { name = '', document, offset, limit }: MapQuery,
): Generator<void, CorpusMap, void> {
  const found = named(speakers(corpus, document ?? null), name);
  yield;
  const all = ordered(found, 'statements');
  yield;
  const chosen = all.slice(offset, offset + limit);
  const unit = unitFor(chosen);
  const { links, others } = yield* linksOf(corpus, chosen);
  return { total: all.length, unit, speakers: chosen.map(speaker => toMapSpeaker(speaker, unit)), others, links };
}

const lengths: Readonly<Record<TimeUnit, number>> = { day: 10, month: 7, year: 4 };

function unitFor(chosen: readonly Speaker[]): TimeUnit {
  const days = new Set(chosen.flatMap(({ parts }) => parts.flatMap(({ document }) => dayOf(document) ?? [])));
  if (days.size <= mostDays) return 'day';
  const months = new Set([...days].map(day => day.slice(0, lengths.month)));
  return months.size <= mostDays ? 'month' : 'year';
}

function toMapSpeaker({ id, name, type, office, statements, parts }: Speaker, unit: TimeUnit): MapSpeaker {
  const times = new Map<string, number>();
  let undated = 0;
  for (const { document, rows } of parts) {
    const day = dayOf(document);
    if (day === null) undated += rows.length;
    else add(times, day.slice(0, lengths[unit]), rows.length);
  }
  const inOrder = [...times].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id,
    name,
    type,
    office,
    statements,
    times: inOrder.map(([time, count]) => ({ time, statements: count })),
    undated,
  };
}

/** Whom the chosen speak about: each other, and the persons and organisations outside whom they mention in the most statements. */
function* linksOf(
  corpus: Corpus,
  chosen: readonly Speaker[],
): Generator<void, Pick<CorpusMap, 'links' | 'others'>, void> {
  const insiders = new Map<EntityFacts, string>();
  for (const { id } of chosen) for (const { facts } of clusterOfId(corpus, id)?.bearers ?? []) insiders.set(facts, id);
  const counts = new Map<string, Map<string, number>>();
  const outside: Outside[] = [];
  for (const { id: from, parts } of chosen) {
    const targets = new Map<string, number>();
    counts.set(from, targets);
    yield;
    for (const { document, rows } of parts) {
      for (const [row, mentioned] of mentionedIn(document, rows)) {
        const inside = new Set<string>();
        for (const facts of mentioned) {
          const id = insiders.get(facts);
          if (id !== undefined) inside.add(id);
          else if (isParty(facts)) outside.push({ from, document, row, facts });
        }
        inside.delete(from);
        for (const id of inside) add(targets, id, 1);
      }
    }
  }
  yield;
  const others = mostMentioned(corpus, outside);
  for (const { party, statements } of others) {
    for (const [from, count] of statements) counts.get(from)?.set(party.id, count);
  }
  const links = [...counts].flatMap(([from, targets]) =>
    [...targets].map(([to, statements]) => ({ from, to, statements })),
  );
  return { others: others.map(({ party }) => party), links };
}

/** That somebody who is not among the chosen is mentioned in a statement of one of them. */
interface Outside {
  readonly from: string;
  readonly document: DocumentFacts;
  readonly row: number;
  readonly facts: EntityFacts;
}

interface Other {
  readonly party: MapParty;
  /** By the id of the one who speaks. */
  readonly statements: ReadonlyMap<string, number>;
}

/** Who is who takes time to tell, so only those whose names stand out are told apart. */
function mostMentioned(corpus: Corpus, outside: readonly Outside[]): Other[] {
  const names = new Map<string, number>();
  for (const { facts } of outside) add(names, facts.key, 1);
  const frequent = new Set([...names.keys()].sort((a, b) => names.get(b)! - names.get(a)!).slice(0, 4 * mostOthers));
  const parties = new Map<EntityFacts, MapParty | null>();
  const found = new Map<
    string,
    { readonly party: MapParty; readonly rows: Set<string>; readonly by: Map<string, number> }
  >();
  for (const { from, document, row, facts } of outside) {
    if (!frequent.has(facts.key)) continue;
    if (!parties.has(facts)) {
      const cluster = clusterOf(corpus, document.uri, facts.entity.id);
      const party = cluster && { id: idOf(cluster), name: onOneLine(cluster.name) || '…', type: cluster.type };
      for (const bearer of cluster?.bearers ?? []) parties.set(bearer.facts, party);
    }
    const party = parties.get(facts);
    if (!party) continue;
    const other = found.get(party.id) ?? { party, rows: new Set(), by: new Map() };
    found.set(party.id, other);
    const statement = `${from} ${row} ${document.uri}`;
    if (other.rows.has(statement)) continue;
    other.rows.add(statement);
    add(other.by, from, 1);
  }
  return [...found.values()]
    .sort((a, b) => b.rows.size - a.rows.size || (a.party.name < b.party.name ? -1 : 1))
    .slice(0, mostOthers)
    .map(({ party, by }) => ({ party, statements: by }));
}

function isParty({ entity: { type } }: EntityFacts): boolean {
  return type === 'person' || type === 'organization';
}

/** Who is mentioned in some statements of a document, by their rows. */
function mentionedIn({ abouts, entities }: DocumentFacts, rows: Int32Array): Map<number, Set<EntityFacts>> {
  const places = Array.from(rows).flatMap(row => placesOf(row, abouts));
  const named = new Map<number, EntityFacts[]>(places.map(at => [abouts.mentions[at]!, []]));
  if (named.size === 0) return new Map();
  for (const facts of entities) for (const mention of facts.mentions) named.get(mention)?.push(facts);
  const found = new Map<number, Set<EntityFacts>>();
  for (const at of places) {
    const row = abouts.statements[at]!;
    const those = found.get(row) ?? new Set();
    found.set(row, those);
    for (const facts of named.get(abouts.mentions[at]!)!) those.add(facts);
  }
  return found;
}

/** Where what is mentioned in a statement stands among all that is. */
function placesOf(row: number, { statements }: Abouts): number[] {
  const from = (least: number) => firstWhere(statements.length, at => statements[at]! >= least);
  const first = from(row);
  return Array.from({ length: from(row + 1) - first }, (_, i) => first + i);
}

function add(counts: Map<string, number>, key: string, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number);
}
