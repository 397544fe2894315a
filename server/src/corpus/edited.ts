/** The facts of a document after an edit that leaves it as it was who is named, who speaks and what is spoken of. */
import { sameItems } from '../reading/changes.ts';
import type { Entity } from '../reading/model.ts';
import type { Passage, Passages } from '../reading/passages.ts';
import type { DocumentFacts, EntityFacts, Introduction, Said } from './facts.ts';
import { isLike } from './lookups.ts';
import { aboutsIn, introductionOf, type NamesById, openingsIn, type Rows, spelledIn } from './rows.ts';

/** What an edit has done to passages of which there are as many as before. */
export interface Edit {
  /** The passages that are others than before. */
  readonly changed: readonly number[];
  /** What stood there or behind has moved by so many UTF-16 code units. */
  readonly from: number;
  readonly by: number;
}

/** Null for an edit that has done more than this. */
export function editBetween(before: Passages, after: Passages): Edit | null {
  if (before.all.length !== after.all.length || !haveSameEntities(before.entities, after.entities)) return null;
  const changed: number[] = [];
  let from = Number.POSITIVE_INFINITY;
  let by = 0;
  for (let i = 0; i < after.all.length; i++) {
    if (before.all[i] !== after.all[i]) {
      if (!sayTheSame(before.all[i]!, after.all[i]!)) return null;
      changed.push(i);
    }
    const moved = after.starts[i]! - before.starts[i]!;
    if (moved === by) continue;
    // Several edits at once can have moved some of what stands between them.
    if (by !== 0) return null;
    from = before.starts[i]!;
    by = moved;
  }
  return { changed, from, by };
}

function haveSameEntities(before: readonly Entity[], after: readonly Entity[]): boolean {
  const isSame = (a: Entity, b: Entity) => a === b || (a.id === b.id && a.aliases === b.aliases && isLike(a, b));
  return before.length === after.length && after.every((entity, i) => isSame(before[i]!, entity));
}

function sayTheSame(before: Passage, after: Passage): boolean {
  return (
    before.mentions.length === after.mentions.length &&
    before.statements.length === after.statements.length &&
    after.mentions.every(({ entities }, i) => sameItems(entities, before.mentions[i]!.entities)) &&
    after.statements.every(({ speakers, speakerName }, i) => {
      const was = before.statements[i]!;
      return speakerName === was.speakerName && sameItems(speakers, was.speakers);
    }) &&
    sameItems(aboutsIn(before), aboutsIn(after))
  );
}

/** In steps of a few milliseconds. @param facts those from before the edit */
export function* saidAfter(edit: Edit, rows: Rows, facts: DocumentFacts): Generator<void, Said, void> {
  const { entities } = rows.passages;
  const named = namedIn(edit, rows);
  const names: NamesById = new Map(entities.filter(({ id }) => named.has(id)).map(({ id, aliases }) => [id, aliases]));
  const spelled = withRows(facts.spelled, edit, rows.firstMentions, i => spelledIn(rows, i, names));
  yield;
  const openings = withRows(facts.openings, edit, rows.firstStatements, i => openingsIn(rows, i));
  const after: EntityFacts[] = [];
  for (const [i, was] of facts.entities.entries()) {
    if (i % STEP === 0) yield;
    const entity = entities[i]!;
    const introduction = named.has(entity.id)
      ? introductionOf(rows, entity, was.mentions)
      : was.introduction && moved(was.introduction, edit);
    const isSame = entity === was.entity && isSameIntroduction(introduction, was.introduction);
    after.push(isSame ? was : { ...was, entity, introduction });
  }
  return { spelled, openings, abouts: facts.abouts, unnamed: facts.unnamed, entities: after };
}

/** So many entities are looked at in a step. */
const STEP = 256;

/** Who is named in the passages that have changed. */
function namedIn({ changed }: Edit, { passages: { all } }: Rows): ReadonlySet<string> {
  return new Set(changed.flatMap(i => all[i]!.mentions.flatMap(({ entities }) => entities)));
}

/** A column in which the rows of the passages that have changed are made anew; the same one where they come out the same. */
function withRows<T extends Int32Array | Uint8Array>(
  column: T,
  { changed }: Edit,
  firsts: Int32Array,
  rowsOf: (passage: number) => readonly number[],
): T {
  let after = column;
  for (const i of changed) {
    for (const [row, value] of rowsOf(i).entries()) {
      const at = firsts[i]! + row;
      if (after[at] === value) continue;
      if (after === column) after = column.slice() as T;
      after[at] = value;
    }
  }
  return after;
}

function moved(introduction: Introduction, { from, by }: Edit): Introduction {
  const { start, end, titled } = introduction;
  return start < from ? introduction : { start: start + by, end: end + by, titled };
}

const isSameIntroduction = (a: Introduction | null, b: Introduction | null): boolean =>
  a === b || (a !== null && a.start === b?.start && a.end === b.end && a.titled === b.titled);
