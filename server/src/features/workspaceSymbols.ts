import uFuzzy from '@leeoniya/ufuzzy';
import {
  type Cluster,
  type Corpus,
  clustersOfKey,
  introductionOf,
  keys,
  mentionsUnder,
  names,
} from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import type { EntityType } from '../reading/model.ts';
import { once } from '../reading/once.ts';
import { finish } from '../reading/steps.ts';
import type { Place } from './snapshot.ts';
import { office, onOneLine } from './words.ts';

export interface WorkspaceSymbol extends Place {
  /** With the alias that the query has found, where that is how it was found. */
  readonly name: string;
  readonly type: EntityType;
  /** The office that the people file gives, the first of the document that introduces it, or its headline. */
  readonly detail: string;
}

/**
 * Persons, organisations and places of the corpus whose name or alias matches a query, best match first; the most mentioned
 * for an empty query. At most `limit`.
 */
export function workspaceSymbols(corpus: Corpus, query: string, limit = 500): WorkspaceSymbol[] {
  return finish(workspaceSymbolsInSteps(corpus, query, limit));
}

/** The same in steps of a few milliseconds; it holds if the corpus has not changed meanwhile. */
export function* workspaceSymbolsInSteps(
  corpus: Corpus,
  query: string,
  limit = 500,
): Generator<void, WorkspaceSymbol[], void> {
  nameList(corpus);
  yield;
  const symbols: WorkspaceSymbol[] = [];
  for (const cluster of yield* matchingInSteps(corpus, query, limit)) {
    const symbol = toSymbol(cluster, query);
    if (symbol) symbols.push(symbol);
    yield;
  }
  return symbols;
}

/** Those whose name or alias matches a query, best match first; the most mentioned for an empty query. At most `limit`. */
export function clustersMatching(corpus: Corpus, query: string, limit: number): Cluster[] {
  return finish(matchingInSteps(corpus, query, limit));
}

function* matchingInSteps(corpus: Corpus, query: string, limit: number): Generator<void, Cluster[], void> {
  const found = new Map<string, Cluster>();
  for (const key of matchingKeys(corpus, query)) {
    for (const cluster of clustersOfKey(corpus, key)) found.set(cluster.id, cluster);
    if (found.size >= limit) break;
    yield;
  }
  return [...found.values()].slice(0, limit);
}

function toSymbol(cluster: Cluster, query: string): WorkspaceSymbol | null {
  const introduction = introductionOf(cluster);
  if (!introduction || cluster.name.trim() === '') return null;
  const { bearer, at } = introduction;
  return {
    name: nameFor(cluster, query),
    type: cluster.type,
    detail: onOneLine(cluster.listing?.role || office(bearer.facts.entity.roles) || (bearer.document.headline ?? '')),
    uri: bearer.document.uri,
    start: at.start,
    end: at.end,
  };
}

/**
 * The name, and behind it the one that the query has found where the name itself has not its letters: editors look for them once
 * more and drop what has them not.
 */
function nameFor(cluster: Cluster, query: string): string {
  const { name } = cluster;
  const shown = onOneLine(name);
  if (hasLetters(shown, query)) return shown;
  const plain = shown.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (hasLetters(plain, query)) return `${shown} (${onOneLine(plain)})`;
  for (const other of otherNames(cluster)) if (hasLetters(other, query)) return `${shown} (${onOneLine(other)})`;
  return shown;
}

function* otherNames({ listing, bearers }: Cluster): Iterable<string> {
  yield* listing?.names ?? [];
  for (const { facts } of bearers) yield* facts.entity.aliases;
}

/** Whether each word of a query has its letters in a name, in order. */
function hasLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => {
      let at = -1;
      return [...word].every(letter => (at = letters.indexOf(letter, at + 1)) >= 0);
    });
}

interface NameList {
  readonly revision: number;
  readonly names: readonly string[];
  readonly keys: readonly string[];
}

const lists = new WeakMap<Corpus, NameList>();
const words = once(() => new uFuzzy({}));
/** Letters in the order of the query, whatever stands between them: tried where no words match. */
const letters = once(() => new uFuzzy({ intraMode: 0, intraIns: Number.POSITIVE_INFINITY, intraChars: '.' }));

function matchingKeys(corpus: Corpus, query: string): Iterable<string> {
  const wanted = nameKey(query);
  if (wanted === '') return mostMentioned(corpus);
  const list = nameList(corpus);
  const found = rank(words(), list, wanted);
  return (found.length > 0 ? found : rank(letters(), list, wanted)).map(index => list.keys[index]!);
}

function rank(matcher: uFuzzy, { names }: NameList, wanted: string): readonly number[] {
  const [indexes, info, order] = matcher.search(names as string[], wanted, 1);
  return info && order ? order.map(at => info.idx[at]!) : (indexes ?? []);
}

/** All keys, put in order only as far as they are asked for. */
function* mostMentioned(corpus: Corpus): Iterable<string> {
  const byCount = new Map<number, string[]>();
  for (const key of keys(corpus)) {
    const count = mentionsUnder(corpus, key);
    const known = byCount.get(count);
    if (known) known.push(key);
    else byCount.set(count, [key]);
  }
  for (const count of [...byCount.keys()].sort((a, b) => b - a)) yield* byCount.get(count)!.sort();
}

function nameList(corpus: Corpus): NameList {
  const known = lists.get(corpus);
  if (known && known.revision === corpus.namesRevision) return known;
  const all = [...names(corpus)];
  const made = {
    revision: corpus.namesRevision,
    names: all.map(({ folded }) => folded),
    keys: all.map(({ key }) => key),
  };
  lists.set(corpus, made);
  return made;
}
