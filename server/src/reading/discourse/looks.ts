/** What a page looks at in the reader's mind, and whether it would see the same in another's. */
import { deepEqual } from 'fast-equals';
import { sameItems } from '../changes.ts';
import type { Counts } from './counts.ts';
import { type Appearance, type Change, LATELY, lastWhere, MEMORY, type Mind, NEAR } from './mind.ts';
import { type Page, pageOf, type Stage } from './stage.ts';

/** The parts of a mind of which a page notes by a bit that it looked there. */
const LOOKS = { groups: 1, lastVoice: 2, lastUnnamed: 4, lastPlural: 8, lastOrganization: 16 } as const;

type Part = keyof typeof LOOKS;

const PARTS = Object.keys(LOOKS) as readonly Part[];

/** A part of what is in mind. As all functions of this file that look, it notes it on the page that is being read. */
export function lookAt<P extends Part>(stage: Stage, part: P): Mind[P] {
  pageOf(stage).looks |= LOOKS[part];
  return stage[part];
}

/** The counts, for whoever looks at those of some persons or of everybody. */
export function lookUp(stage: Stage, ids: readonly string[] | typeof EVERYBODY): Counts {
  const page = pageOf(stage);
  page.countsOf = page.countsOf.concat(ids);
  return stage.counts;
}

/** Stands for everybody among those of whom counts are looked up. */
export const EVERYBODY = '*';

/** The last topic for which a test holds, as long as a reader keeps it in mind. */
export function latestTopic(stage: Stage, test: (id: string) => boolean): string | undefined {
  const { topics } = stage;
  const i = lastWhere(topics, MEMORY, test);
  lookBackToTopic(stage, i < 0 ? MEMORY : topics.length - i);
  return topics[i];
}

export function lastTopics(stage: Stage, count: number): readonly string[] {
  lookBackToTopic(stage, count);
  return stage.topics.slice(-count);
}

/** The last person to appear for whom a test holds, so many times back. */
export function latestPerson(stage: Stage, test: (id: string) => boolean, most = MEMORY): string | undefined {
  const { appearances } = stage;
  const i = lastWhere(appearances, most, ({ id }) => test(id));
  lookBackTo(stage, i < 0 ? most : appearances.length - i);
  return appearances[i]?.id;
}

export function lastAppearances(stage: Stage, count: number): readonly Appearance[] {
  lookBackTo(stage, count);
  return stage.appearances.slice(-count);
}

/** How many paragraphs before the `s`th somebody appeared last; null where that is too many to be near, or nobody did. */
export function paragraphsSince(stage: Stage, s: number, id: string): number | null {
  const { appearances } = stage;
  const isNear = (scene: number) => s - scene < NEAR;
  const i = lastWhere(appearances, appearances.length, one => one.id === id || !isNear(one.scene));
  lookBackTo(stage, appearances.length - i);
  const last = appearances[i];
  return last?.id === id && isNear(last.scene) ? s - last.scene : null;
}

export const hasAppeared = (stage: Stage, id: string): boolean =>
  latestPerson(stage, one => one === id, LATELY) !== undefined || lookUp(stage, [id]).order(id) !== null;

/** In a document with more persons than a reader keeps in mind, only those of the lead and those named of late count. */
const FEW = 60;

/** The persons that a title may stand for here. */
export function inMind(stage: Stage): Iterable<string> {
  if (stage.known.cast.size <= FEW) return stage.known.cast.keys();
  const ids = new Set([...stage.leads].filter(id => stage.known.cast.has(id)));
  for (const { id } of lastAppearances(stage, LATELY)) ids.add(id);
  return ids;
}

function lookBackTo(stage: Stage, appearances: number): void {
  const page = pageOf(stage);
  page.appearancesBack = Math.max(page.appearancesBack, appearances);
}

function lookBackToTopic(stage: Stage, topics: number): void {
  const page = pageOf(stage);
  page.topicsBack = Math.max(page.topicsBack, topics);
}

/** Whether two minds are the same in what a page looked at. */
export const seesTheSame = ({ looks, appearancesBack, topicsBack }: Page, a: Mind, b: Mind): boolean =>
  PARTS.every(part => (looks & LOOKS[part]) === 0 || deepEqual(a[part], b[part])) &&
  sameTopics(a, b, topicsBack) &&
  sameAppearances(a, b, appearancesBack);

/** Whether two minds are the same in all that a page can look at. */
export const isSameMind = (a: Mind, b: Mind): boolean =>
  PARTS.every(part => deepEqual(a[part], b[part])) &&
  sameTopics(a, b, MEMORY) &&
  sameAppearances(a, b, Math.max(LATELY, nearOnes(a), nearOnes(b)));

function sameTopics(a: Mind, b: Mind, back: number): boolean {
  for (let i = 1; i <= back; i++) if (a.topics.at(-i) !== b.topics.at(-i)) return false;
  return true;
}

function sameAppearances(a: Mind, b: Mind, back: number): boolean {
  for (let i = 1; i <= back; i++) if (a.appearances.at(-i)?.id !== b.appearances.at(-i)?.id) return false;
  return true;
}

/** How many appeared in the last paragraphs in which somebody is near. */
function nearOnes({ appearances }: Mind): number {
  const last = appearances.at(-1)?.scene ?? 0;
  return appearances.length - 1 - lastWhere(appearances, appearances.length, ({ scene }) => last - scene >= NEAR);
}

/** Of whom a count can differ for good, where some changes are made in place of others. */
export function miscountedBy(were: readonly Change[], are: readonly Change[]): readonly string[] {
  const apart = (['appears', 'spoke'] as const).flatMap(what => {
    const [older, newer] = [idsOf(were, what), idsOf(are, what)];
    return sameItems(older, newer) ? [] : [...older, ...newer];
  });
  return apart.length > 0 ? [EVERYBODY, ...apart] : apart;
}

const idsOf = (changes: readonly Change[], kind: 'appears' | 'spoke'): readonly string[] =>
  changes.flatMap(change => (change.what === kind ? [change.id] : []));
