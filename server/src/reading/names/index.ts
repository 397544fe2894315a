import { deepEqual } from 'fast-equals';
import { type Change, type Since, sameItems } from '../changes.ts';
import type { DocumentParagraph, PlacedParagraphs } from '../language.ts';
import type { Mention, NamedEntity, Role, Span } from '../model.ts';
import { firstWhere } from '../search.ts';
import { CHARACTERS, createPace, inSteps } from '../steps.ts';
import { candidatesOf } from './candidates.ts';
import type { Draft, Use } from './drafts.ts';
import { namesAfterEdit } from './edited.ts';
import { boundPronouns, gendersOf } from './gender.ts';
import { linkNames } from './link.ts';
import { lowerCaseAmong } from './lowerCase.ts';
import { rolesOf } from './roles.ts';
import type { Occurrence } from './spellings.ts';

/** The named entities of a document, and every mention of them by name. */
export interface Names {
  readonly entities: readonly NamedEntity[];
  /** For each entity, where each of its offices is stated. */
  readonly stated: readonly (readonly Stated[])[];
  /** For each paragraph its mentions in order, none inside another; offsets are into the paragraph. */
  readonly mentions: readonly (readonly Mention[])[];
  /** What they were read from. */
  readonly paragraphs: readonly DocumentParagraph[];
  /** Which paragraphs have other words or mentions than before an edit, where that is known. */
  readonly changed: Since<readonly Mention[]> | null;
  /** Words that would be no names if a paragraph wrote them in small letters. */
  readonly unexplained: ReadonlySet<string>;
  /** In so many paragraphs, from the first, a pronoun may tell somebody's gender. */
  readonly genderTold: number;
}

/** A span in a paragraph, which is counted from 0. */
export interface Stated extends Span {
  readonly paragraph: number;
}

/**
 * Who and what a document names, in steps of a few milliseconds. Never throws; what cannot be told apart is left out rather
 * than guessed. `before`, the names of the document before an edit of some paragraphs, only saves time: whatever is as it was is
 * the same object.
 */
export function* readNames(
  placed: PlacedParagraphs,
  before: Names | null = null,
  edit: Change | null = null,
): Generator<void, Names, void> {
  const as = before && edit && namesAfterEdit(before, placed.paragraphs, edit);
  if (as) return as;
  const names = yield* findNames(placed);
  return before && edit ? yield* keptIn(names, before, edit) : names;
}

/** The same names, with the entities and mentions before an edit where these are as they were, and the lists of them. */
function* keptIn(names: Names, before: Names, { start, end, by }: Change): Generator<void, Names, void> {
  yield;
  const entities: NamedEntity[] = [];
  yield* inSteps(names.entities, (entity, i) => {
    entities.push(deepEqual(before.entities[i], entity) ? before.entities[i]! : entity);
  });
  yield;
  const mentions = names.mentions.map((own, i) => {
    if (i >= start && i < end + by) return own;
    const was = before.mentions[i < start ? i : i - by]!;
    return was.length === own.length && own.every((mention, k) => isSameName(mention, was[k]!)) ? was : own;
  });
  return { ...names, entities: sameItems(entities, before.entities) ? before.entities : entities, mentions };
}

const isSameName = (a: Mention, b: Mention): boolean =>
  a.start === b.start && a.end === b.end && a.kind === b.kind && a.entities[0] === b.entities[0];

function* findNames(placed: PlacedParagraphs): Generator<void, Names, void> {
  const { paragraphs, starts } = placed;
  const occurrences = yield* occurrencesIn(placed);
  yield;
  const { uses, unexplained } = yield* linkNames(occurrences, words => lowerCaseAmong(words, paragraphs));
  yield;
  const ids = new Map<Draft, string>();
  for (const { draft } of uses) if (!ids.has(draft)) ids.set(draft, `e${ids.size + 1}`);
  const drafts = [...ids.keys()];
  const bound = boundPronouns(uses, placed);
  const genders = gendersOf(drafts, bound);
  yield;
  const roles = rolesOf(drafts, uses, genders);
  const rolesIn = (draft: Draft): readonly Role[] => roles.get(draft) ?? [];
  yield;
  const entities = drafts.map(draft => ({
    id: ids.get(draft) as string,
    type: draft.type,
    name: draft.name,
    aliases: aliasesOf(draft),
    roles: rolesIn(draft).map(({ title, affiliation }) => ({ title, affiliation })),
    gender: genders.get(draft) ?? null,
    country: draft.country,
  }));
  yield;
  const stated = drafts.map(draft => rolesIn(draft).map(role => statedIn(starts, role)));
  yield;
  const mentions = mentionsIn(starts, uses, ids);
  return { entities, stated, mentions, paragraphs, changed: null, unexplained, genderTold: bound.paragraphs };
}

/** The paragraphs' candidates at their places, in order of their start. */
function* occurrencesIn({ paragraphs, starts }: PlacedParagraphs): Generator<void, readonly Occurrence[], void> {
  const isPause = createPace(CHARACTERS);
  const occurrences: Occurrence[] = [];
  for (const [i, { paragraph, kind }] of paragraphs.entries()) {
    if (isPause(paragraph.text.length)) yield;
    const start = starts[i]!;
    for (const candidate of candidatesOf(paragraph, kind)) {
      occurrences.push({
        start: start + candidate.start,
        end: start + candidate.end,
        candidate,
        paragraph: start,
      });
    }
  }
  return occurrences;
}

function aliasesOf({ uses }: Draft): readonly string[] {
  const written: string[] = [];
  for (const { kind, text } of uses) if (kind !== 'demonym' && !written.includes(text)) written.push(text);
  return written;
}

function mentionsIn(
  starts: readonly number[],
  uses: readonly Use[],
  ids: ReadonlyMap<Draft, string>,
): readonly (readonly Mention[])[] {
  let next = 0;
  return starts.map(from => {
    const mentions: Mention[] = [];
    for (; uses[next]?.paragraph === from; next++) {
      const { draft, start, end, kind } = uses[next] as Use;
      const entities = [ids.get(draft) as string];
      mentions.push({ start: start - from, end: end - from, kind, entities, because: null, confidence: 1 });
    }
    return mentions;
  });
}

function statedIn(starts: readonly number[], { start, end }: Role): Stated {
  const behind = firstWhere(starts.length, i => starts[i]! > start);
  const paragraph = Math.max(0, behind - 1);
  const from = starts[paragraph]!;
  return { paragraph, start: start - from, end: end - from };
}
