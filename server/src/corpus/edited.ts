/** What an edit leaves of a document's facts: all that rests on passages that say the same as before, at other rows and offsets. */
import { changeOfItems, sameItems } from '../reading/changes.ts';
import type { Entity } from '../reading/model.ts';
import { once } from '../reading/once.ts';
import { type Passages, passagesIn } from '../reading/passages.ts';
import { countBelow } from '../reading/search.ts';
import type { DocumentFacts, EntityFacts, Introduction, ReadDocument, UnnamedSource } from './facts.ts';
import { entityFacts, isLike, lookupsOf } from './lookups.ts';
import { type FirstRows, firstRowsIn, introductionOf, NEW, type Rows } from './rows.ts';

/** A document before an edit, and what of it has stayed. */
export interface Kept extends FirstRows {
  readonly facts: DocumentFacts;
  readonly passages: Passages;
  /** For each passage after the edit the place of the same one before it; `NEW` where there is none. */
  readonly places: Int32Array;
  /** For each entity after the edit what was kept of it; null where there was none. */
  readonly entities: readonly (EntityFacts | null)[];
}

export function keptOf({ reading, facts }: ReadDocument, after: Passages): Kept {
  const passages = passagesIn(reading);
  const entities = entitiesBefore(facts, after.entities);
  const renamed = new Set(after.entities.filter((entity, i) => isRenamed(entities[i]!, entity)).map(({ id }) => id));
  const isRespelled = (i: number) =>
    after.all[i]!.mentions.some(mention => mention.entities.some(id => renamed.has(id)));
  const { start, end, by } = changeOfItems(passages.all, after.all);
  const places = new Int32Array(after.all.length).fill(NEW);
  for (let i = 0; i < places.length; i++) {
    const was = i < end + by ? i : i - by;
    const isSame = i < start || i >= end + by || passages.all[i] === after.all[i];
    if (isSame && (renamed.size === 0 || !isRespelled(i))) places[i] = was;
  }
  return { facts, passages, places, entities, ...firstRowsIn(passages) };
}

/** They are looked for at the same place first, since most edits bring nobody and take nobody away. */
function entitiesBefore({ entities }: DocumentFacts, after: readonly Entity[]): Kept['entities'] {
  const byId = once(() => new Map(entities.map(facts => [facts.entity.id, facts])));
  return after.map(({ id }, i) => (entities[i]?.entity.id === id ? entities[i] : (byId().get(id) ?? null)));
}

const isRenamed = (was: EntityFacts | null, { aliases }: Entity): boolean =>
  was !== null && was.entity.aliases !== aliases && !sameItems(was.entity.aliases, aliases);

/** Rows of an entity in passages that are new, in order. */
export interface NewRows {
  readonly mentions: readonly number[];
  readonly statements: readonly number[];
}

/** Gives the facts of the entity at a place after the edit; null where there was none before. */
export function entityAfter(kept: Kept, rows: Rows): (place: number, found: NewRows) => EntityFacts | null {
  const mentionsNow = rowsNow(kept.firstMentions, rows.firstMentions, kept.places);
  const statementsNow = rowsNow(kept.firstStatements, rows.firstStatements, kept.places);
  const moved = mover(kept, rows.passages);
  return (place, found) => {
    const was = kept.entities[place]!;
    if (!was) return null;
    const entity = rows.passages.entities[place]!;
    const mentions = rowsAfter(was.mentions, mentionsNow, found.mentions);
    const statements = rowsAfter(was.statements, statementsNow, found.statements);
    const isElsewhereAlone = found.mentions.length === 0 && mentions.length === was.mentions.length;
    const introduction = isElsewhereAlone
      ? introductionAfter(was.introduction, moved)
      : introductionOf(rows, entity, mentions);
    const isSame = entity === was.entity && mentions === was.mentions && statements === was.statements;
    if (isSame && isSameIntroduction(introduction, was.introduction)) return was;
    const isAlike = was.entity.aliases === entity.aliases && isLike(was.entity, entity);
    return entityFacts(isAlike ? was : lookupsOf(entity), entity, mentions, statements, introduction);
  };
}

/** Those in order of appearance, told from those in passages that are new. */
export function unnamedAfter(kept: Kept, rows: Rows, found: readonly UnnamedSource[]): UnnamedSource[] {
  const now = rowsNow(kept.firstStatements, rows.firstStatements, kept.places);
  const more = new Map(found.map(({ name, statements }) => [name, statements]));
  const after: UnnamedSource[] = [];
  for (const was of kept.facts.unnamed) {
    const statements = rowsAfter(was.statements, now, more.get(was.name) ?? none);
    more.delete(was.name);
    if (statements.length > 0) after.push(statements === was.statements ? was : { name: was.name, statements });
  }
  for (const [name, statements] of more) after.push({ name, statements });
  return after.sort((a, b) => a.statements[0]! - b.statements[0]!);
}

const none: readonly number[] = [];
const GONE = -1;

/** What becomes of rows after an edit. */
interface RowsNow {
  /** For each row before the edit the one that it is now, or `GONE`. */
  readonly now: Int32Array;
  /** All before this one are what they were, and so are those from the next on. */
  readonly firstMoved: number;
  readonly firstStill: number;
}

function rowsNow(were: Int32Array, are: Int32Array, places: Int32Array): RowsNow {
  const now = new Int32Array(were.at(-1)!).fill(GONE);
  for (let i = 0; i < places.length; i++) {
    const was = places[i]!;
    if (was !== NEW) for (let row = were[was]!; row < were[was + 1]!; row++) now[row] = row - were[was]! + are[i]!;
  }
  let firstMoved = 0;
  while (firstMoved < now.length && now[firstMoved] === firstMoved) firstMoved++;
  let firstStill = now.length;
  while (firstStill > firstMoved && now[firstStill - 1] === firstStill - 1) firstStill--;
  return { now, firstMoved, firstStill };
}

/** Some rows, in order, and those found in passages that are new; the same list where nothing has happened to it. */
function rowsAfter(were: Int32Array, { now, firstMoved, firstStill }: RowsNow, found: ArrayLike<number>) {
  const next = were[countBelow(were, firstMoved)] ?? firstStill;
  if (found.length === 0 && next >= firstStill) return were;
  const left = new Int32Array(were.length + found.length);
  let count = 0;
  for (let k = 0; k < were.length; k++) {
    const row = now[were[k]!]!;
    if (row !== GONE) left[count++] = row;
  }
  left.set(found, count);
  const rows = left.subarray(0, count + found.length);
  if (found.length > 0) rows.sort();
  return sameItems(rows, were) ? were : rows.slice();
}

/** Gives for an offset before the edit the one after it; null in a passage that is gone. */
function mover({ passages: { starts }, places }: Kept, after: Passages): (offset: number) => number | null {
  const by: (number | null)[] = starts.map(() => null);
  for (let i = 0; i < places.length; i++) {
    const was = places[i]!;
    if (was !== NEW) by[was] = after.starts[i]! - starts[was]!;
  }
  // Offsets are asked for nearly in their order, each by itself or with those of one entity.
  let at = 0;
  return offset => {
    while (at > 0 && starts[at]! > offset) at--;
    while (at + 1 < starts.length && starts[at + 1]! <= offset) at++;
    const moved = by[at] ?? null;
    return moved === null ? null : offset + moved;
  };
}

function introductionAfter(was: Introduction | null, moved: ReturnType<typeof mover>): Introduction | null {
  const start = was && moved(was.start);
  if (!was || start === null || start === was.start) return was;
  return { start, end: was.end + start - was.start, titled: was.titled };
}

const isSameIntroduction = (a: Introduction | null, b: Introduction | null): boolean =>
  a === b || (a !== null && a.start === b?.start && a.end === b.end && a.titled === b.titled);
