import { countStatements as countRows, documentsInAll, statementRows } from '../corpus/bundles.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { DocumentFacts } from '../corpus/facts.ts';
import type { Place } from './snapshot.ts';
import { clusterOfId, dayOf, speakerName, speakerOf, speakers, unnamedAs } from './speakers.ts';

/** Which statements are asked for; what is not given does not matter. */
export interface StatementQuery {
  /** In this document alone. */
  readonly document?: string;
  /** Made by the speaker with this id, alone or with others. */
  readonly speaker?: string;
  /** In which the one with this id is mentioned. */
  readonly about?: string;
  /** Earliest and latest day, month or year (ISO, inclusive) of their document; undated documents are then left out. */
  readonly from?: string;
  readonly to?: string;
}

/** From the first to the last words of a statement, with all that is told of it without its text. */
export interface ListedStatement extends Place {
  readonly row: number;
  /** Names of those who make it; one that stands for an unnamed source is its own words. */
  readonly speakers: readonly string[];
  readonly day: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
}

/** Where a page ended: the next begins behind it, also when documents came and went between. */
export interface Bookmark {
  readonly day: string | null;
  readonly uri: string;
  readonly row: number;
}

/** The statements asked for: the latest documents first, those without a date last, in each as they stand. */
export function* statements(
  corpus: Corpus,
  query: StatementQuery,
  after: Bookmark | null = null,
): Generator<ListedStatement> {
  const inOne = query.document === undefined ? null : speakersInOne(corpus, query.document);
  for (const { document, rows } of [...partsOf(corpus, query)].sort(inTime)) {
    const position = after ? compareDocuments(keyOf(document), after) : 1;
    if (position < 0) continue;
    const from = position === 0 ? after!.row : -1;
    const names = inOne ?? speakersByRow(corpus, document);
    const { starts, ends } = document.statements;
    for (const row of rows()) {
      if (row <= from) continue;
      const place = { uri: document.uri, start: starts[row]!, end: ends[row]! };
      const { headline, agency } = document;
      yield { ...place, row, speakers: names.get(row) ?? [], day: dayOf(document), outlet: agency, headline };
    }
  }
}

export function countStatements(corpus: Corpus, query: StatementQuery): number {
  let total = 0;
  for (const { count } of partsOf(corpus, query)) total += count;
  return total;
}

export function bookmarkOf({ day, uri, row }: ListedStatement): Bookmark {
  return { day, uri, row };
}

/** Whether a text has all the words of a query, or their beginnings, in any case and with or without accents. */
export function hasWords(text: string, query: string): boolean {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const searched = ` ${folded(text)}`;
  return words.every(word => searched.includes(` ${word}`));
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** The statements of one document that are asked for; their rows are worked out for those documents alone that are come to. */
interface AskedPart {
  readonly document: DocumentFacts;
  readonly day: string | null;
  readonly count: number;
  readonly rows: () => Int32Array;
}

function* partsOf(corpus: Corpus, query: StatementQuery): Iterable<AskedPart> {
  const mentioned = query.about === undefined ? null : rowsAbout(corpus, query.about);
  for (const part of spokenParts(corpus, query)) {
    const { document, day } = part;
    if (query.document !== undefined && document.uri !== query.document) continue;
    if (!isInTime(day, query)) continue;
    if (!mentioned) yield part;
    else if (mentioned.has(document))
      yield toPart(
        document,
        part.rows().filter(row => mentioned.get(document)!.has(row)),
      );
  }
}

function* spokenParts(corpus: Corpus, { speaker, document }: StatementQuery): Iterable<AskedPart> {
  if (speaker !== undefined) {
    for (const part of speakerOf(corpus, speaker)?.parts ?? []) yield toPart(part.document, part.rows);
    return;
  }
  if (document === undefined) yield* everything(corpus);
  else yield* partsIn([corpus.documents.get(document)].flatMap(file => file ?? []));
}

function* partsIn(files: Iterable<DocumentFacts>): Iterable<AskedPart> {
  for (const facts of documentsInAll(files)) {
    yield { document: facts, day: dayOf(facts), count: countRows(facts), rows: () => statementRows(facts) };
  }
}

/** All documents in time, kept from one page to the next. */
function everything(corpus: Corpus): readonly AskedPart[] {
  const known = parts.get(corpus);
  if (known?.revision === corpus.revision) return known.all;
  const all = [...partsIn(corpus.documents.values())].sort(inTime);
  parts.set(corpus, { revision: corpus.revision, all });
  return all;
}

const parts = new WeakMap<Corpus, { readonly revision: number; readonly all: readonly AskedPart[] }>();

function toPart(document: DocumentFacts, rows: Int32Array): AskedPart {
  return { document, day: dayOf(document), count: rows.length, rows: () => rows };
}

function inTime(a: AskedPart, b: AskedPart): number {
  return compareDocuments({ day: a.day, uri: a.document.uri }, { day: b.day, uri: b.document.uri });
}

/** The statements of each document in which somebody is mentioned. */
function rowsAbout(corpus: Corpus, id: string): Map<DocumentFacts, Set<number>> {
  const found = new Map<DocumentFacts, Set<number>>();
  for (const { document, facts } of clusterOfId(corpus, id)?.bearers ?? []) {
    const mentions = new Set(facts.mentions);
    const rows = found.get(document) ?? new Set();
    found.set(document, rows);
    document.abouts.mentions.forEach((mention, at) => {
      if (mentions.has(mention)) rows.add(document.abouts.statements[at]!);
    });
  }
  return found;
}

function isInTime(day: string | null, { from, to }: StatementQuery): boolean {
  if (!from && !to) return true;
  if (day === null) return false;
  return (!from || day >= from) && (!to || day.slice(0, to.length) <= to);
}

/** Names by the rows that they speak: those of a whole file, looked for once. */
function speakersInOne(corpus: Corpus, uri: string): NamesByRow {
  const names = new Map<number, string[]>();
  for (const { name, parts } of speakers(corpus, uri)) for (const { rows } of parts) addName(names, name, rows);
  return names;
}

function speakersByRow(corpus: Corpus, document: DocumentFacts): NamesByRow {
  const names = new Map<number, string[]>();
  for (const facts of document.entities) {
    if (facts.statements.length > 0) addName(names, speakerName(corpus, document, facts), facts.statements);
  }
  for (const { name, statements } of document.unnamed) addName(names, unnamedAs(name), statements);
  return names;
}

type NamesByRow = Map<number, string[]>;

/** Each name once for each row. */
function addName(names: NamesByRow, name: string, rows: Iterable<number>): void {
  for (const row of rows) {
    const those = names.get(row);
    if (!those) names.set(row, [name]);
    else if (!those.includes(name)) those.push(name);
  }
}

function keyOf(document: DocumentFacts): Pick<Bookmark, 'day' | 'uri'> {
  return { day: dayOf(document), uri: document.uri };
}

function compareDocuments(a: Pick<Bookmark, 'day' | 'uri'>, b: Pick<Bookmark, 'day' | 'uri'>): number {
  if (a.day !== b.day) return (a.day ?? '') > (b.day ?? '') ? -1 : 1;
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}
