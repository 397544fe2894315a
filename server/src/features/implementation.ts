import type { Bearer } from '../corpus/corpus.ts';
import type { Span, Statement } from '../reading/model.ts';
import {
  clusterIn,
  contentOf,
  mentionsAt,
  type OpenDocument,
  type Place,
  type Snapshot,
  statementWithAttributionAt,
} from './snapshot.ts';

/** What somebody says, wherever it stands. */
export interface Statements {
  /** The words at the offset that name the speaker. */
  readonly origin: Span;
  /** From the first to the last words of each statement. */
  readonly places: readonly Place[];
}

/**
 * All statements of those named at an offset, or of those whom a cue there gives the word to: of this document, then of the
 * others. An unnamed source ("observers") is looked for under its own words, and in this document alone, since others may mean
 * other people by them.
 */
export function implementation(snapshot: Snapshot, offset: number): Statements | null {
  const { document } = snapshot;
  const [mention] = mentionsAt(document, offset);
  if (mention && mention.entities.length > 0) {
    return { origin: mention, places: ofEntities(snapshot, mention.entities) };
  }
  const statement = statementWithAttributionAt(document, offset);
  if (!statement) return null;
  const origin = [statement.source, statement.cue].find(part => part && part.start <= offset && offset <= part.end)!;
  if (statement.speakers.length > 0) return { origin, places: ofEntities(snapshot, statement.speakers) };
  return { origin, places: ofUnnamed(document, statement) };
}

function ofEntities(snapshot: Snapshot, ids: readonly string[]): Place[] {
  const { uri } = snapshot.document;
  const found = new Map<string, Place>();
  for (const bearer of ids.flatMap(id => clusterIn(snapshot, id)?.bearers ?? [])) {
    for (const place of statementPlaces(bearer)) found.set(`${place.start} ${place.end} ${place.uri}`, place);
  }
  const here = [...found.values()].filter(place => place.uri === uri).sort((a, b) => a.start - b.start);
  return [...here, ...[...found.values()].filter(place => place.uri !== uri)];
}

export function statementPlaces({ document, facts }: Bearer): Place[] {
  const { starts, ends } = document.statements;
  return Array.from(facts.statements, row => ({ uri: document.uri, start: starts[row]!, end: ends[row]! }));
}

function ofUnnamed({ uri, reading }: OpenDocument, unnamed: Statement): Place[] {
  const same = ({ speakers, speakerName }: Statement) =>
    speakers.length === 0 && speakerName !== null && speakerName === unnamed.speakerName;
  return reading.statements
    .filter(statement => statement === unnamed || same(statement))
    .map(statement => ({ uri, ...contentOf(statement) }));
}
