/** A document from its first paragraph to its last; after an edit, only what it can have changed. */
import { deepEqual } from 'fast-equals';
import type { Change as Edit } from '../changes.ts';
import type { Gender } from '../model.ts';
import type { Scene } from '../statements/scene.ts';
import type { Known } from './known.ts';
import { readParagraph } from './paragraphs.ts';
import { attributionsAt, readSentence } from './sentences.ts';
import { type Change, changeMind, gendersLearned, gendersTaught, type Page, type Stage } from './stage.ts';

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
  /** How many paragraphs back a page looked at most. */
  readonly farthest: number;
}

/** The reading before an edit, and which paragraphs it changed. */
export interface Earlier {
  readonly last: ReadThrough;
  readonly edit: Edit;
}

/** So many paragraphs on it counts how near somebody was named (`nearness` in offices.ts). */
const NEAR = 12;

/**
 * Reads on a stage on which nothing has been read, in steps of a paragraph. Where the same was read before an edit, pages are
 * called back as long as those before them leave the reader with the same in mind, but for those that looked at what has changed.
 */
export function* readThrough(
  stage: Stage,
  report: boolean,
  earlier: Earlier | null,
): Generator<void, ReadThrough, void> {
  const { known, scenes, pages, leads } = stage;
  const isFor = earlier?.last.known === known && deepEqual(earlier.last.leads, leads);
  const before = earlier && isFor ? compared(earlier) : null;
  for (let s = 0; s < scenes.length; s++) {
    const page = before?.pageAt(s, pages);
    if (before && page === 'rest') return before.withRest(s, pages);
    if (page && page !== 'rest') {
      recall(stage, page);
      continue;
    }
    read(stage, s, report);
    before?.noteRead(s, pages);
    yield;
  }
  return {
    pages,
    leads,
    known,
    farthest: farthestOf(pages),
    learned: gendersLearned(stage),
    taught: gendersTaught(stage),
  };
}

/** Tells which pages of a reading before an edit hold after it. */
function compared({ last, edit: { start, end, by } }: Earlier) {
  /** Behind the last page that says something else than before. */
  let changedUntil = end + by + (by === 0 ? 0 : NEAR);
  let isAlike = true;

  /** Whether the edited paragraphs leave the reader as those before them did. */
  const leavesAlike = (pages: readonly Page[]): boolean =>
    deepEqual(last.pages[end - 1]?.run ?? null, pages[end + by - 1]?.run ?? null) &&
    deepEqual(changesOf(last.pages.slice(start, end)), changesOf(pages.slice(start, end + by)));

  return {
    /** From the `s`th page on as before. */
    withRest: (s: number, pages: readonly Page[]): ReadThrough => ({
      ...last,
      pages: [...pages, ...last.pages.slice(s - by)],
      farthest: Math.max(last.farthest, farthestOf(pages)),
    }),
    /** The page to call back in the place of the `s`th; `rest` where it and all behind it hold; null to read it. */
    pageAt(s: number, pages: readonly Page[]): Page | 'rest' | null {
      if (s === end + by) isAlike &&= leavesAlike(pages);
      if (!isAlike || (s >= start && s < end + by)) return null;
      const page = last.pages[s < start ? s : s - by] as Page;
      if (s < start) return s + page.ahead < start ? page : null;
      if (s >= changedUntil + last.farthest) return 'rest';
      return s - page.back >= changedUntil ? page : null;
    },
    noteRead(s: number, pages: readonly Page[]): void {
      if (!isAlike || (s >= start && s < end + by)) return;
      const was = last.pages[s < start ? s : s - by] as Page;
      const is = pages[s] as Page;
      const saysTheSame = deepEqual(was.statements, is.statements);
      isAlike = deepEqual(was.run, is.run) && deepEqual(was.changes, is.changes) && (saysTheSame || s >= start);
      if (!saysTheSame) changedUntil = Math.max(changedUntil, s + 1);
    },
  };
}

const farthestOf = (pages: readonly Page[]): number => pages.reduce((most, { back }) => Math.max(most, back), 0);

const changesOf = (pages: readonly Page[]): readonly Change[] => pages.flatMap(({ changes }) => changes);

export const speaks = (scene: Scene): boolean =>
  scene.kind === 'paragraph' || scene.kind === 'deck' || scene.kind === 'headline';

function read(stage: Stage, s: number, report: boolean): void {
  const scene = stage.scenes[s] as Scene;
  const run = stage.pages.at(-1)?.run ?? null;
  const page: Page = { statements: [], mentions: [], changes: [], run, back: 0, ahead: 0 };
  stage.pages.push(page);
  if (!speaks(scene)) return;
  if (scene.kind === 'headline') readSentence({ stage, scene, s, index: 0 }, attributionsAt(stage, s, 0));
  else page.run = readParagraph(stage, s, page.run, report);
}

function recall(stage: Stage, page: Page): void {
  stage.pages.push(page);
  for (const change of page.changes) changeMind(stage, stage.pages.length - 1, change);
}
