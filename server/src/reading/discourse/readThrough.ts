/** A document from its first paragraph to its last; after an edit, only what it can have changed. */
import { deepEqual } from 'fast-equals';
import { type Change as Edit, type Since, withItems } from '../changes.ts';
import type { Gender } from '../model.ts';
import { once } from '../once.ts';
import type { Scene } from '../statements/scene.ts';
import { CHARACTERS, createPace } from '../steps.ts';
import { type History, historyOf } from './counts.ts';
import type { Known } from './known.ts';
import { gendersLearned, gendersTaught } from './learned.ts';
import { isSameMind, miscountedBy, seesTheSame } from './looks.ts';
import { type Change, changeMind, type Mind, mindBehind, NEAR } from './mind.ts';
import { readParagraph } from './paragraphs.ts';
import { attributionsAt, readSentence } from './sentences.ts';
import { emptyPage, type Facts, leadsOf, type Page, readUntil, type Stage } from './stage.ts';
import { type Tally, tallyAfter, tallyOf } from './tally.ts';

/** What a reading gives from the first paragraph to the last. */
export interface ReadThrough {
  readonly pages: readonly Page[];
  /** Both are for edits alone, and made when they are first asked for. */
  readonly tally: () => Tally;
  readonly history: () => History;
  /** Which pages are others than before an edit, where that is known. */
  readonly changed: Since<Page> | null;
  /** Persons named in the headline or one of the first two paragraphs. */
  readonly leads: ReadonlySet<string>;
  readonly known: Known;
  /** Who turned out to be "he" or "she" where that was taken for another. */
  readonly learned: ReadonlyMap<string, Gender>;
  /** All who did. */
  readonly taught: ReadonlyMap<string, Gender>;
}

/** What is read. */
export interface Script {
  readonly known: Known;
  readonly scenes: readonly Scene[];
  readonly facts: Facts;
  /** Whether it is an account of what officials told each other. */
  readonly report: boolean;
}

/** The reading before an edit, and which paragraphs it changed. */
export interface Earlier {
  readonly last: ReadThrough;
  readonly edit: Edit;
}

/**
 * Reads in steps of a paragraph. Where the same was read before an edit, reading begins with the first page that can see it, and
 * pages are called back that looked at nothing that has changed: neither at other words nor at what is not in mind as it was.
 */
export function* readThrough(script: Script, earlier: Earlier | null): Generator<void, ReadThrough, void> {
  const { known, scenes, facts, report } = script;
  const leads = leadsOf(scenes);
  const isFor = earlier?.last.known === known && deepEqual(earlier.last.leads, leads);
  const before = earlier && isFor ? compared(earlier) : null;
  const stage: Stage = {
    known,
    scenes,
    facts,
    leads,
    ...(before ? readUntil(before.pages, before.tally, before.history) : readUntil([], none, null)),
  };
  const { pages } = stage;
  const isPause = createPace(CHARACTERS);
  for (let s = pages.length; s < scenes.length; s++) {
    const page = before?.pageAt(stage, s);
    if (before && page === 'rest') return before.withRest(stage, s);
    if (page && page !== 'rest') recall(stage, page);
    else {
      read(stage, s, report);
      if (isPause(scenes[s]!.text.length)) yield;
    }
    before?.passed(stage, s);
  }
  const [tally, history] = [once(() => tallyOf(pages)), once(() => historyOf(pages))];
  return { pages, tally, history, changed: null, leads, known, ...learnedFrom(known, pages) };
}

const none = tallyOf([]);

/** Tells which pages of a reading before an edit hold after it. */
function compared({ last, edit: { start, end, by } }: Earlier) {
  const first = firstToSee(last, start);
  /** Behind the last paragraph that has other words, and the last page that says something else. */
  let changedUntil = 0;
  /** The last page, at its place now, that looked at what stands before. */
  let lastToSee = -1;
  /** What a reader had in mind here before the edit; null where that is what is in mind now. */
  let was: Mind | null = null;
  /** Of whom a count may not be what it was. */
  const miscounted = new Set<string>();
  let isAlike = true;
  /** Whether changes that are alike are so page by page. */
  const isInPlace = by === 0 && end - start <= 1;

  /** Notes that paragraphs before the `until`th have changed, which stands behind the edit. */
  function noteChange(until: number): void {
    if (until <= changedUntil) return;
    changedUntil = until;
    const { back } = last.tally();
    let t = back.length - 1;
    while (t >= end && t + by - back[t]! >= until) t--;
    lastToSee = t + by;
  }

  const isEdited = (s: number): boolean => s >= start && s < end + by;
  const earlierOf = (s: number): number => (s < start ? s : s - by);

  /** Whether the page that was read last leaves the one who speaks as the last of so many did before. */
  const runsOn = ({ pages }: Stage, count: number): boolean =>
    deepEqual(last.pages[count - 1]?.run ?? null, pages.at(-1)?.run ?? null);

  /** Whether the pages that were read last change what others did that stood there, the last of them behind so many. */
  function changeAlike(stage: Stage, older: readonly Page[], newer: readonly Page[], count: number): boolean {
    const [were, are] = [changesOf(older), changesOf(newer)];
    const alike = deepEqual(were, are);
    isAlike &&= alike;
    if (!alike) for (const id of miscountedBy(were, are)) miscounted.add(id);
    return alike && runsOn(stage, count);
  }

  /** What was in mind behind so many pages, if that is not what is in mind now. */
  function unlike(stage: Stage, mind: Mind | null, count: number): Mind | null {
    const known = mind ?? mindBehind(last.pages.slice(0, count), last.tally(), stage.pages.length - count);
    return runsOn(stage, count) && isSameMind(known, stage) ? null : known;
  }

  function passEdited(stage: Stage): void {
    const s = stage.pages.length;
    noteChange(s + (by === 0 ? 0 : NEAR));
    if (!changeAlike(stage, last.pages.slice(start, end), stage.pages.slice(start), end) || was)
      was = unlike(stage, null, end);
  }

  return {
    /** The pages in front of the first that sees the edit. */
    pages: last.pages.slice(0, first),
    tally: last.tally(),
    history: last.history,
    /** The page to call back in the place of the `s`th; `rest` where it and all behind it hold; null to read it. */
    pageAt(stage: Stage, s: number): Page | 'rest' | null {
      if (s === end + by) passEdited(stage);
      if (isEdited(s)) return null;
      if (s >= start && s > lastToSee && !was && miscounted.size === 0) return 'rest';
      const page = last.pages[earlierOf(s)] as Page;
      if (s < start && s + page.ahead >= start) return null;
      if (s - page.back < changedUntil || page.countsOf.some(id => miscounted.has(id))) return null;
      return !was || (runsOn(stage, earlierOf(s)) && seesTheSame(page, was, stage)) ? page : null;
    },
    /** Takes note of the `s`th page, be it read or called back. */
    passed(stage: Stage, s: number): void {
      const older = last.pages[earlierOf(s)] as Page;
      const newer = stage.pages[s] as Page;
      if (isEdited(s) || (older === newer && !was)) return;
      if (!deepEqual(older.statements, newer.statements)) noteChange(s + 1);
      if (was) for (const change of older.changes) changeMind(was, s, change);
      const count = earlierOf(s) + 1;
      if (!changeAlike(stage, [older], [newer], count) || was) was = unlike(stage, was, count);
    },
    /** The reading after the edit, of which the pages up to the `s`th are on stage. */
    withRest({ known, pages: read }: Stage, s: number): ReadThrough {
      const change = { start: first, end: s - by, by };
      const between = read.slice(first);
      const pages = withItems(last.pages, change, between);
      const tally = tallyAfter(last.tally(), change, between);
      const changed = { before: last.pages, change };
      const after = { ...last, pages, tally: () => tally, changed };
      if (isAlike && isInPlace) return after;
      return { ...after, history: once(() => historyOf(pages)), ...(isAlike ? {} : learnedFrom(known, pages)) };
    },
  };
}

/** The first page that sees the paragraphs from the `start`th on. */
function firstToSee({ tally }: ReadThrough, start: number): number {
  const { ahead } = tally();
  let s = 0;
  while (s < start && s + ahead[s]! < start) s++;
  return s;
}

function learnedFrom(known: Known, pages: readonly Page[]): Pick<ReadThrough, 'learned' | 'taught'> {
  const taught = gendersTaught(known, pages);
  return { taught, learned: gendersLearned(taught, pages) };
}

const changesOf = (pages: readonly Page[]): readonly Change[] => pages.flatMap(({ changes }) => changes);

export const speaks = (scene: Scene): boolean =>
  scene.kind === 'paragraph' || scene.kind === 'deck' || scene.kind === 'headline';

function read(stage: Stage, s: number, report: boolean): void {
  const scene = stage.scenes[s] as Scene;
  const run = stage.pages.at(-1)?.run ?? null;
  const page = emptyPage(run);
  stage.pages.push(page);
  if (!speaks(scene)) return;
  if (scene.kind === 'headline') readSentence({ stage, scene, s, index: 0 }, attributionsAt(stage, s, 0));
  else page.run = readParagraph(stage, s, page.run, report);
}

function recall(stage: Stage, page: Page): void {
  stage.pages.push(page);
  for (const change of page.changes) changeMind(stage, stage.pages.length - 1, change);
}
