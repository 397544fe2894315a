/** What was read of a document, as one of those of its text: by the ids that the text knows its entities by. */

import { changeOfList } from './changes.ts';
import type { DocumentReading } from './document.ts';
import { idInText } from './entityIds.ts';
import { isSameParagraph } from './language.ts';
import type { Entity, Mention, NamedEntity, Role, Span, Statement } from './model.ts';
import type { Stated } from './names/index.ts';
import type { Passage } from './passages.ts';

/** The `index`th document of a text, wherever in it it stands. */
export interface PlacedDocument {
  readonly reading: DocumentReading;
  readonly index: number;
  /** Offsets are into the document. */
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
  before: PlacedDocument | null,
): Generator<void, PlacedDocument, void> {
  const still = before?.index === index ? before : null;
  const passages = yield* passagesOf(reading, index, still);
  return { reading, index, entities: placeEntities(reading, index, still), passages };
}

/** The entities of a document that starts at an offset, with offsets into the text; the same ones while it stays there. */
export function entitiesAt(document: PlacedDocument, start: number): readonly Entity[] {
  if (start === 0) return document.entities;
  const known = placedEntities.get(document);
  if (known?.start === start) return known.entities;
  const move = (role: Role): Role => ({ ...role, start: role.start + start, end: role.end + start });
  const entities = document.entities.map(entity =>
    entity.roles.length === 0 ? entity : { ...entity, roles: entity.roles.map(move) },
  );
  placedEntities.set(document, { start, entities });
  return entities;
}

const placedEntities = new WeakMap<PlacedDocument, { readonly start: number; readonly entities: readonly Entity[] }>();

function* passagesOf(
  reading: DocumentReading,
  index: number,
  still: PlacedDocument | null,
): Generator<void, readonly Passage[], void> {
  const { discourse, dates, paragraphs } = reading;
  const own = ownIds(discourse.names.entities, index);
  const was = still?.reading;
  const edit = was && changeOfList(was.paragraphs, paragraphs, isSameParagraph);
  const passages: Passage[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const from = !edit || (i >= edit.start && i < edit.end + edit.by) ? -1 : i < edit.start ? i : i - edit.by;
    const same =
      was?.discourse.names.mentions[from] === discourse.names.mentions[i] &&
      was?.discourse.pages[from] === discourse.pages[i] &&
      was?.dates.all[from] === dates.all[i];
    passages.push(same ? (still?.passages[from] as Passage) : passageOf(reading, i, own));
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
  index: number,
  still: PlacedDocument | null,
): readonly Entity[] {
  const were = still?.reading.discourse.names.entities === names.entities ? still.entities : null;
  const { taught } = second ?? first;
  const startOf = ({ paragraph, start }: Stated) => (paragraphs[paragraph]?.start ?? 0) + start;
  return names.entities.map((entity, i) => {
    const gender = taught.get(entity.id) ?? entity.gender;
    const stated = names.stated[i] as readonly Stated[];
    const was = were?.[i];
    if (was?.gender === gender && was.roles.every((role, r) => isStated(role, stated[r] as Stated, startOf)))
      return was;
    const roles = entity.roles.map((office, r): Role => {
      const place = stated[r] as Stated;
      const from = startOf(place);
      return { ...office, start: from, end: from + place.end - place.start };
    });
    return { ...entity, id: idInText(entity.id, index), gender, roles };
  });
}

function isStated({ start, end }: Role, place: Stated, startOf: (place: Stated) => number): boolean {
  return end - start === place.end - place.start && start === startOf(place);
}
