/** What was read of a document, as one of those of its text: by the ids that the text knows its entities by. */

import type { DocumentReading } from './document.ts';
import { idInText } from './entityIds.ts';
import type { Entity, Mention, NamedEntity, Role, Span, Statement } from './model.ts';
import type { Stated } from './names/index.ts';
import type { Passage } from './passages.ts';

/** The `index`th document of a text, from `start` on. */
export interface PlacedDocument {
  readonly reading: DocumentReading;
  readonly index: number;
  readonly start: number;
  /** Offsets are into the text. */
  readonly entities: readonly Entity[];
  /** One for each paragraph. */
  readonly passages: readonly Passage[];
}

/** So many paragraphs are looked at in a step. */
const STEP = 64;

/** In steps of a few milliseconds. `before`, the same document before an edit, only saves time. */
export function* placeDocument(
  reading: DocumentReading,
  index: number,
  start: number,
  before: PlacedDocument | null,
): Generator<void, PlacedDocument, void> {
  const still = before?.index === index ? before : null;
  if (still?.reading === reading && still.start === start) return still;
  const passages = still?.reading === reading ? still.passages : yield* passagesOf(reading, index, still);
  return { reading, index, start, entities: placeEntities(reading, start, index, still), passages };
}

function* passagesOf(
  reading: DocumentReading,
  index: number,
  still: PlacedDocument | null,
): Generator<void, readonly Passage[], void> {
  const { names, pages } = reading.discourse;
  const own = ownIds(names.entities, index);
  const was = still?.reading;
  const passages: Passage[] = [];
  for (const [i, { paragraph }] of reading.paragraphs.entries()) {
    const same =
      was?.paragraphs[i]?.paragraph === paragraph &&
      was.discourse.names.mentions[i] === names.mentions[i] &&
      was.discourse.pages[i] === pages[i] &&
      was.dates.all[i] === reading.dates.all[i];
    passages.push(same ? (still?.passages[i] as Passage) : passageOf(reading, i, own));
    if (i % STEP === STEP - 1) yield;
  }
  return passages;
}

/** The ids of a document's entities as the text has them; null where these are their own. */
type Own = ((ids: readonly string[]) => readonly string[]) | null;

/** An entity by itself has one list of ids, however often it is mentioned. */
function ownIds(entities: readonly NamedEntity[], index: number): Own {
  if (index === 0) return null;
  const alone = new Map(entities.map(({ id }) => [id, [idInText(id, index)]]));
  const own = (id: string) => alone.get(id) as readonly string[];
  return ids => (ids.length === 1 ? own(ids[0] as string) : ids.flatMap(own));
}

function passageOf({ discourse, dates, paragraphs }: DocumentReading, i: number, own: Own): Passage {
  const names = discourse.names.mentions[i] ?? [];
  const { statements, mentions } = discourse.pages[i] ?? nothing;
  const all = mentions.length === 0 ? names : [...names, ...mentions].sort(byStart);
  return {
    length: paragraphs[i]?.paragraph.text.length ?? 0,
    mentions: own ? all.map((mention): Mention => ({ ...mention, entities: own(mention.entities) })) : all,
    statements: statements
      .map((statement): Statement => (own ? { ...statement, speakers: own(statement.speakers) } : statement))
      .sort((a, b) => (a.spans[0] as Span).start - (b.spans[0] as Span).start),
    dates: dates.all[i] ?? [],
  };
}

const nothing = { statements: [], mentions: [] };

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
