import { placeOfDocument } from '../reading/entityIds.ts';
import { firstWhere } from '../reading/search.ts';
import { firstFrom } from '../reading/spans.ts';
import type { DocumentFacts, EntityFacts, UnnamedSource } from './facts.ts';

/**
 * The documents of a file, each with its own entities and what it says of itself; a file that is no bundle is its only one.
 * The columns of mentions and statements are the file's.
 */
export function documentsIn(file: DocumentFacts): readonly DocumentFacts[] {
  if (file.bundled.length < 2) return [file];
  const known = documentsOf.get(file);
  if (known) return known;
  const entities = file.bundled.map((): EntityFacts[] => []);
  for (const facts of file.entities) entities[placeOfDocument(facts.entity.id)]?.push(facts);
  const unnamed = unnamedByPlace(file);
  const made = file.bundled.map(({ meta: { headline, publishedDate, agency } }, place) => ({
    ...{ ...file, headline, publishedDate, agency },
    ...{ place, entities: entities[place]!, bundled: [file.bundled[place]!], unnamed: unnamed[place]! },
  }));
  documentsOf.set(file, made);
  return made;
}

const documentsOf = new WeakMap<DocumentFacts, readonly DocumentFacts[]>();

/** Every document of some files. */
export function* documentsInAll(files: Iterable<DocumentFacts>): Iterable<DocumentFacts> {
  for (const file of files) yield* documentsIn(file);
}

/** How many statements stand in a document. */
export function countStatements(document: DocumentFacts): number {
  const { bundled, statements } = document;
  return bundled.length > 0 ? statementRows(document).length : statements.starts.length;
}

/** Rows of `statements` that stand in a document. */
export function statementRows({ bundled: [own], statements: { starts } }: DocumentFacts): Int32Array {
  const first = own ? firstRow(starts, own.start) : 0;
  const end = own ? firstRow(starts, own.end) : starts.length;
  return Int32Array.from({ length: end - first }, (_, i) => first + i);
}

const firstRow = (starts: Int32Array, from: number) => firstWhere(starts.length, row => starts[row]! >= from);

/** For each document its unnamed sources. */
function unnamedByPlace({ unnamed, statements: { starts }, bundled }: DocumentFacts): UnnamedSource[][] {
  const found = bundled.map((): UnnamedSource[] => []);
  const placeOf = (row: number) => firstFrom(bundled, starts[row]! + 1) - 1;
  for (const { name, statements } of unnamed) {
    for (let from = 0, to = 1; from < statements.length; from = to++) {
      const place = placeOf(statements[from]!);
      while (to < statements.length && placeOf(statements[to]!) === place) to++;
      found[place]?.push({ name, statements: statements.slice(from, to) });
    }
  }
  return found;
}

/** Tells apart all documents of the corpus. */
export function addressOf({ uri, place }: DocumentFacts): string {
  return place === 0 ? uri : `${uri} ${place}`;
}
