/** What was read of a document, put at the place where it stands in its text. */

import type { DocumentReading } from './document.ts';
import { idInText } from './entityIds.ts';
import type { DateExpression, Entity, Mention, NamedEntity, Role, Span, Statement } from './model.ts';
import type { Stated } from './names/index.ts';

/** A document at its place: the `index`th of its text, from `start` on. Offsets are into the text. */
export interface PlacedDocument {
  readonly reading: DocumentReading;
  readonly index: number;
  readonly start: number;
  readonly entities: readonly Entity[];
  readonly pieces: readonly Piece[];
}

/** What a paragraph gives, each in order of its start. */
interface Piece {
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateExpression[];
}

/** So many paragraphs are placed at a step. */
const STEP = 64;

/**
 * In steps of a few milliseconds. `before`, the same document before an edit, only saves time: what has not moved is the
 * same object.
 */
export function* placeDocument(
  reading: DocumentReading,
  index: number,
  start: number,
  before: PlacedDocument | null,
): Generator<void, PlacedDocument, void> {
  const still = before && before.index === index && before.start === start ? before : null;
  if (still?.reading === reading) return still;
  const { names, pages } = reading.discourse;
  const own = ownIds(names.entities, index);
  const pieces: Piece[] = [];
  for (const [i, paragraph] of reading.paragraphs.entries()) {
    const was = still?.reading;
    const same =
      was?.paragraphs[i]?.start === paragraph.start &&
      was.discourse.names.mentions[i] === names.mentions[i] &&
      was.discourse.pages[i] === pages[i] &&
      was.dates[i] === reading.dates[i];
    pieces.push(same ? (still?.pieces[i] as Piece) : placePiece(reading, i, start + paragraph.start, own));
    if (i % STEP === STEP - 1) yield;
  }
  return { reading, index, start, entities: placeEntities(reading, start, index, still), pieces };
}

/** The ids of a document's entities as the text has them. */
type Own = (ids: readonly string[]) => readonly string[];

/** An entity by itself has one list of ids, however often it is mentioned. */
function ownIds(entities: readonly NamedEntity[], index: number): Own {
  if (index === 0) return ids => ids;
  const alone = new Map(entities.map(({ id }) => [id, [idInText(id, index)]]));
  const own = (id: string) => alone.get(id) as readonly string[];
  return ids => (ids.length === 1 ? own(ids[0] as string) : ids.flatMap(own));
}

function placePiece({ discourse, dates }: DocumentReading, i: number, by: number, own: Own): Piece {
  const names = discourse.names.mentions[i] ?? [];
  const { statements, mentions } = discourse.pages[i] ?? nothing;
  const place = (mention: Mention): Mention => ({
    ...mention,
    start: mention.start + by,
    end: mention.end + by,
    entities: own(mention.entities),
  });
  return {
    mentions: mentions.length === 0 ? names.map(place) : [...names, ...mentions].map(place).sort(byStart),
    statements: statements
      .map(statement => ({
        ...statement,
        spans: statement.spans.map(span => moved(span, by)),
        source: statement.source && moved(statement.source, by),
        cue: statement.cue && moved(statement.cue, by),
        speakers: own(statement.speakers),
      }))
      .sort((a, b) => (a.spans[0] as Span).start - (b.spans[0] as Span).start),
    dates: (dates[i] ?? []).map(date => ({ ...date, start: date.start + by, end: date.end + by })),
  };
}

const nothing = { statements: [], mentions: [] };

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

function placeEntities(
  { discourse: { names, first, second }, paragraphs }: DocumentReading,
  start: number,
  index: number,
  still: PlacedDocument | null,
): readonly Entity[] {
  const were = still?.reading.discourse.names.entities === names.entities ? still.entities : null;
  const { taught } = second ?? first;
  return names.entities.map((entity, i) => {
    const gender = taught.get(entity.id) ?? entity.gender;
    const was = were?.[i]?.gender === gender ? were[i] : undefined;
    if (was?.roles.length === 0) return was;
    const roles = entity.roles.map((office, r): Role => {
      const stated = names.stated[i]?.[r] as Stated;
      const by = start + (paragraphs[stated.paragraph]?.start ?? 0);
      return { ...office, start: stated.start + by, end: stated.end + by };
    });
    return was?.roles.every(({ start, end }, r) => start === roles[r]?.start && end === roles[r]?.end)
      ? was
      : { ...entity, id: idInText(entity.id, index), gender, roles };
  });
}
