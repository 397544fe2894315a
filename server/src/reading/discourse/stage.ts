import type { Gender, Mention, Statement } from '../model.ts';
import type { Attribution } from '../statements/found.ts';
import type { Scene, Tokens } from '../statements/scene.ts';
import type { Subject } from '../statements/sources.ts';
import type { Run } from './continued.ts';
import { type Counts, countsOf, type History } from './counts.ts';
import type { Expression } from './expressions.ts';
import type { Known } from './known.ts';
import { type Change, type Changing, changeMind, KINDS, type Mind, mindBehind, type Voice } from './mind.ts';
import type { Tally } from './tally.ts';

export interface Said {
  readonly content: readonly Tokens[];
  /** Null where it goes on without a source. */
  readonly source: Tokens | null;
  /** Null while it is being found. */
  readonly voice: Voice | null;
  readonly direct: boolean;
  /** The cue stands behind it. */
  readonly behind?: boolean;
}

/** What a sentence says by itself. */
export interface SentenceFacts {
  readonly attributions: readonly Attribution[];
  readonly expressions: readonly Expression[];
  /** Whether anybody or anything is named in it. */
  readonly names: boolean;
  /** The subject of its main clause, once asked for. */
  subject: Subject | null | undefined;
}

export type Facts = readonly (readonly SentenceFacts[])[];

/** A document while it is read: what is known from the start, the pages read so far, and what a reader has in mind. */
export interface Stage extends Mind {
  readonly known: Known;
  readonly scenes: readonly Scene[];
  /** What is known of each sentence of each scene before anybody is resolved. */
  readonly facts: Facts;
  /** Persons named in the headline or one of the first two paragraphs. */
  readonly leads: ReadonlySet<string>;
  /** One for each scene that has been read. */
  readonly pages: Page[];
  readonly counts: Counts;
}

/** What reading one paragraph gives; offsets are into the paragraph. */
export interface Page extends Changing {
  readonly statements: Statement[];
  /** Pronouns and nominals. */
  readonly mentions: Mention[];
  readonly changes: Change[];
  kinds: number;
  /** How it leaves the one who speaks, for the next paragraph to go on. */
  run: Run | null;
  /** How many paragraphs back, and ahead, it looked for words and names: `sceneAt` counts. */
  back: number;
  ahead: number;
  /** Which parts of the mind it looked at, as bits (`looks.ts`), and how many appearances and topics back. */
  looks: number;
  appearancesBack: number;
  topicsBack: number;
  /** Whose counts it looked up. */
  countsOf: readonly string[];
}

/** A sentence at its place: the `index`th of the `s`th paragraph. */
export interface At {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly s: number;
  readonly index: number;
}

/** What a reader begins with who has read some pages, of which there are a tally and a history, which may be of more. */
export const readUntil = (
  pages: Page[],
  tally: Tally,
  history: (() => History) | null,
): Mind & Pick<Stage, 'pages' | 'counts'> => ({
  ...mindBehind(pages, tally),
  pages,
  counts: countsOf(pages, history && { history, pages: pages.length }),
});

export const emptyPage = (run: Run | null): Page => ({
  statements: [],
  mentions: [],
  changes: [],
  kinds: 0,
  run,
  back: 0,
  ahead: 0,
  looks: 0,
  appearancesBack: 0,
  topicsBack: 0,
  countsOf: NOBODY,
});

const NOBODY: readonly string[] = [];

/** The page that is being read. */
export const pageOf = ({ pages }: Stage): Page => pages[pages.length - 1] as Page;

/** Any paragraph but the one that is being read, whose page notes how far it looked: an edit there may change what it says. */
export function sceneAt(stage: Stage, k: number): Scene | undefined {
  const page = pageOf(stage);
  const s = stage.pages.length - 1;
  page.back = Math.max(page.back, s - k);
  page.ahead = Math.max(page.ahead, k - s);
  return stage.scenes[k];
}

/** Makes a change and notes it on the page that is being read. */
export function remember(stage: Stage, change: Change): void {
  const page = pageOf(stage);
  page.changes.push(change);
  page.kinds |= KINDS[change.what];
  changeMind(stage, stage.pages.length - 1, change);
}

export function leadsOf(scenes: readonly Scene[]): Set<string> {
  const leads = new Set<string>();
  let paragraphs = 0;
  for (const scene of scenes) {
    if (scene.kind === 'paragraph' && ++paragraphs > 2) break;
    for (const { entity } of scene.names) leads.add(entity.id);
  }
  return leads;
}

export const isPerson = (stage: Stage, id: string): boolean => stage.known.cast.has(id);

export const nameOf = (stage: Stage, id: string): string => stage.known.byId.get(id)?.name ?? id;

/** Takes note that a voice has spoken. */
export function hear(stage: Stage, voice: Voice): void {
  remember(stage, { what: 'voice', voice });
  const [only] = voice.speakers;
  const one = voice.speakers.length === 1 ? only : undefined;
  if (one === undefined || voice.label !== null || !isPerson(stage, one)) remember(stage, { what: 'plural', voice });
  for (const id of voice.speakers) remember(stage, { what: 'spoke', id });
  if (one !== undefined) remember(stage, { what: isPerson(stage, one) ? 'topic' : 'organization', id: one });
}

export function vote(stage: Stage, id: string | undefined, gender: Gender, weight: number): void {
  if (id !== undefined && gender !== null) remember(stage, { what: 'vote', id, gender, weight });
}
