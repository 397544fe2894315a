/** What was read of a document, as one of those of its text: by the ids that the text knows its entities by. */

import { changeSince, withItems } from './changes.ts';
import type { DocumentReading } from './document.ts';
import { idInText } from './entityIds.ts';
import type { Entity, Mention, NamedEntity, Role, Span, Statement } from './model.ts';
import type { Stated } from './names/index.ts';
import { type Successive, successive } from './once.ts';
import type { Passage } from './passages.ts';

/** The `index`th document of a text, wherever in it it stands. */
export interface PlacedDocument {
  readonly reading: DocumentReading;
  readonly index: number;
  /** One for each paragraph. */
  readonly passages: readonly Passage[];
  readonly entities: Successive<PlacedEntities>;
}

interface PlacedEntities {
  readonly named: readonly NamedEntity[];
  /** Offsets are into the document. */
  readonly entities: readonly Entity[];
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
  const entities = successive(still?.entities ?? null, (last: PlacedEntities | null) =>
    placeEntities(reading, index, last),
  );
  return { reading, index, passages, entities };
}

/** The entities of a document that starts at an offset, with offsets into the text; the same ones while it stays there. */
export function entitiesAt(document: PlacedDocument, start: number): readonly Entity[] {
  const { entities: own } = document.entities.value();
  if (start === 0) return own;
  const known = placedEntities.get(document);
  if (known?.start === start) return known.entities;
  const move = (role: Role): Role => ({ ...role, start: role.start + start, end: role.end + start });
  const entities = own.map(entity =>
    entity.roles.length === 0 ? entity : { ...entity, roles: entity.roles.map(move) },
  );
  placedEntities.set(document, { start, entities });
  return entities;
}

const placedEntities = new WeakMap<PlacedDocument, { readonly start: number; readonly entities: readonly Entity[] }>();

function* passagesOf(
  reading: DocumentReading,
  index: number,
  before: PlacedDocument | null,
): Generator<void, readonly Passage[], void> {
  const own = ownIds(reading.discourse.names.entities, index);
  const still = before ? stillIn(before, reading) : null;
  const { start, end } = still?.edited ?? { start: 0, end: reading.paragraphs.length };
  const between: Passage[] = [];
  for (let i = start; i < end; i++) {
    between.push(still?.at(i) ?? passageOf(reading, i, own));
    if (i % STEP === STEP - 1) yield;
  }
  return still ? still.beside(between) : between;
}

/** Which passages have stayed as they were before an edit: all in front and behind, and some in between. */
function stillIn({ reading, passages }: PlacedDocument, after: DocumentReading) {
  const [were, are] = [given(reading), given(after)];
  const { discourse, dates } = after;
  const known = [discourse.names.changed, discourse.changed, dates.changed];
  const changes = are.map((list, k) => changeSince<unknown>(were[k]!, list, known[k]!));
  const start = Math.min(...changes.map(change => change.start));
  const end = Math.max(...changes.map(change => change.end));
  const by = after.paragraphs.length - reading.paragraphs.length;
  const isStill = (i: number) => are.every((list, k) => list[i] === were[k]![i]);
  return {
    edited: { start, end: end + by },
    beside: (between: readonly Passage[]): readonly Passage[] => withItems(passages, { start, end, by }, between),
    at: (i: number): Passage | null => (isStill(i) ? passages[i]! : null),
  };
}

/** What is found in each paragraph; the mentions of one that was edited are always a list of their own. */
const given = ({ discourse: { names, pages }, dates }: DocumentReading) => [names.mentions, pages, dates.all] as const;

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
    length: paragraphs[i]!.paragraph.text.length,
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
  { discourse: { names, first, second }, starts }: DocumentReading,
  index: number,
  last: PlacedEntities | null,
): PlacedEntities {
  const { taught } = second ?? first;
  const startOf = ({ paragraph, start }: Stated) => starts[paragraph]! + start;
  const entities = names.entities.map((entity, i) => {
    const gender = taught.get(entity.id) ?? entity.gender;
    const stated = names.stated[i] as readonly Stated[];
    const was = last?.named[i] === entity ? last.entities[i] : null;
    if (was?.gender === gender && was.roles.every((role, r) => isStated(role, stated[r] as Stated, startOf)))
      return was;
    const roles = entity.roles.map((office, r): Role => {
      const place = stated[r] as Stated;
      const from = startOf(place);
      return { ...office, start: from, end: from + place.end - place.start };
    });
    return { ...entity, id: idInText(entity.id, index), gender, roles };
  });
  return { named: names.entities, entities };
}

function isStated({ start, end }: Role, place: Stated, startOf: (place: Stated) => number): boolean {
  return end - start === place.end - place.start && start === startOf(place);
}
