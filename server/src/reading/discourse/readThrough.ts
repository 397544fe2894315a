/** A document from its first paragraph to its last; after an edit, only what it can have changed. */
import { deepEqual } from 'fast-equals';
import type { Change } from '../changes.ts';
import type { Gender } from '../model.ts';
import type { Scene } from '../statements/scene.ts';
import type { Known } from './known.ts';
import { readParagraph } from './paragraphs.ts';
import { attributionsAt, readSentence } from './sentences.ts';
import { changeMind, gendersLearned, gendersTaught, type Page, type Stage } from './stage.ts';

/** What a reading gives from the first paragraph to the last. */
export interface ReadThrough {
  readonly pages: readonly Page[];
  /** Persons named in the headline or one of the first two paragraphs. */
  readonly leads: ReadonlySet<string>;
  readonly known: Known;
  /** Who turned out to be "he" or "she" where that was taken for another. */
  readonly learned: ReadonlyMap<string, Gender>;
  /** All who did. */
  readonly taught: ReadonlyMap<string, Gender>;
}

/** The reading before an edit, and which paragraphs it changed. */
export interface Earlier {
  readonly last: ReadThrough;
  readonly edit: Change;
}

/** So many paragraphs back, and ahead, a paragraph is looked for words and names; further back there is only what is in mind. */
const FARTHEST_BACK = 40;
const FARTHEST_AHEAD = 6;

/**
 * Reads on a stage on which nothing has been read, in steps of a paragraph. Where somebody read the same before an edit,
 * the paragraphs in front of it are as they were, and those behind it from where they can see nothing of it, if the edit
 * leaves the reader with the same in mind.
 */
export function* readThrough(
  stage: Stage,
  report: boolean,
  earlier: Earlier | null,
): Generator<void, ReadThrough, void> {
  const { known, scenes, pages, leads } = stage;
  const before = earlier?.last.known === known && deepEqual(earlier.last.leads, leads) ? earlier : null;
  const edit = before?.edit ?? { start: 0, end: scenes.length, by: 0 };
  const from = before ? Math.max(0, edit.start - FARTHEST_AHEAD) : 0;
  const until = Math.min(scenes.length, edit.end + edit.by + FARTHEST_BACK);
  for (let s = 0; before && s < from; s++) recall(stage, before.last.pages[s] as Page);
  for (let s = from; s < scenes.length; s++) {
    if (before && s === until && isLike(before.last.pages.slice(from, until - edit.by), pages.slice(from)))
      return { ...before.last, pages: [...pages, ...before.last.pages.slice(until - edit.by)] };
    read(stage, s, report);
    yield;
  }
  return { pages, leads, known, learned: gendersLearned(stage), taught: gendersTaught(stage) };
}

export const speaks = (scene: Scene): boolean =>
  scene.kind === 'paragraph' || scene.kind === 'deck' || scene.kind === 'headline';

function read(stage: Stage, s: number, report: boolean): void {
  const scene = stage.scenes[s] as Scene;
  const page: Page = { statements: [], mentions: [], changes: [], run: stage.pages.at(-1)?.run ?? null };
  stage.pages.push(page);
  if (!speaks(scene)) return;
  if (scene.kind === 'headline') readSentence({ stage, scene, s, index: 0 }, attributionsAt(stage, s, 0));
  else page.run = readParagraph(stage, s, page.run, report);
}

function recall(stage: Stage, page: Page): void {
  stage.pages.push(page);
  for (const change of page.changes) changeMind(stage, stage.pages.length - 1, change);
}

/** Whether some pages leave the reader as others did. */
function isLike(older: readonly Page[], newer: readonly Page[]): boolean {
  const changes = (pages: readonly Page[]) => pages.flatMap(page => page.changes);
  return deepEqual(older.at(-1)?.run, newer.at(-1)?.run) && deepEqual(changes(older), changes(newer));
}
