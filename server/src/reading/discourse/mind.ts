/** What a reader of a document has in mind, as the paragraphs read so far have left it. */
import type { Tally } from './tally.ts';

/** Who speaks: entities where they are known, else the words that stand for an unnamed source. */
export interface Voice {
  readonly speakers: readonly string[];
  readonly label: string | null;
  /** How sure it is that these are meant, 0 to 1. */
  readonly certainty: number;
  /** A few words on why; empty where the name itself stands there. */
  readonly because: string;
}

/** A person or thing as it was named, in a paragraph counted from 0. */
export interface Appearance {
  readonly id: string;
  readonly scene: number;
}

/** A change of the reader's mind. It names no place but a sentence of its paragraph, so that it holds wherever that stands. */
export type Change =
  | { readonly what: 'appears'; readonly id: string }
  | { readonly what: 'voice'; readonly voice: Voice }
  | { readonly what: 'plural'; readonly voice: Voice }
  | { readonly what: 'organization'; readonly id: string }
  | { readonly what: 'unnamed'; readonly sentence: number; readonly voice: Voice }
  | { readonly what: 'spoke'; readonly id: string }
  | { readonly what: 'topic'; readonly id: string }
  /** Whoever was on stage before the last topic is so again. */
  | { readonly what: 'stays' }
  | { readonly what: 'group'; readonly noun: string; readonly ids: readonly string[] }
  | { readonly what: 'vote'; readonly id: string; readonly gender: 'female' | 'male'; readonly weight: number }
  | { readonly what: 'bound'; readonly id: string; readonly gender: 'female' | 'male' };

/** What a paragraph changes in the reader's mind, in order: whoever makes these changes needs not read it. */
export interface Changing {
  readonly changes: readonly Change[];
  /** Which kinds of changes these are, as bits. */
  readonly kinds: number;
}

export const KINDS = {
  appears: 1,
  topic: 2,
  stays: 4,
  voice: 8,
  plural: 16,
  organization: 32,
  unnamed: 64,
  group: 128,
  spoke: 256,
  vote: 512,
  bound: 1024,
} as const satisfies Record<Change['what'], number>;

/** What is in mind of late. Only `changeMind` changes it. */
export interface Mind {
  /** Persons as they were named or meant, the last one last. */
  readonly appearances: readonly Appearance[];
  /** Persons that were subject of a sentence or source of a statement, the last one last. */
  readonly topics: readonly string[];
  /** Who was meant by a plural noun: "officers" since "both officers". */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly lastVoice: Voice | null;
  /** The sentence in which somebody spoke whom the text does not name: "a resident". */
  readonly lastUnnamed: { readonly scene: number; readonly sentence: number; readonly voice: Voice } | null;
  /** The last who were more than one person, or a body. */
  readonly lastPlural: Voice | null;
  readonly lastOrganization: string | null;
}

export const emptyMind = (): Mind => ({
  appearances: [],
  topics: [],
  groups: new Map(),
  lastVoice: null,
  lastUnnamed: null,
  lastPlural: null,
  lastOrganization: null,
});

type Changeable = { -readonly [K in keyof Mind]: Mind[K] } & {
  readonly appearances: Appearance[];
  readonly topics: string[];
  readonly groups: Map<string, readonly string[]>;
};

/** Makes a change that the `s`th paragraph brings. */
export function changeMind(of: Mind, s: number, change: Change): void {
  const mind = of as Changeable;
  switch (change.what) {
    case 'appears':
      mind.appearances.push({ id: change.id, scene: s });
      return;
    case 'voice':
      mind.lastVoice = change.voice;
      return;
    case 'plural':
      mind.lastPlural = change.voice;
      return;
    case 'organization':
      mind.lastOrganization = change.id;
      return;
    case 'unnamed':
      mind.lastUnnamed = { scene: s, sentence: change.sentence, voice: change.voice };
      return;
    case 'topic':
      mind.topics.push(change.id);
      return;
    case 'stays': {
      const [before, agent] = mind.topics.splice(-2) as [string, string?];
      if (agent !== undefined) mind.topics.push(agent);
      if (before !== undefined) mind.topics.push(before);
      return;
    }
    case 'group':
      mind.groups.set(change.noun, change.ids);
  }
}

/** So many appearances back, and so many topics, a reader looks at most; and so many paragraphs back for how near somebody is. */
export const LATELY = 200;
export const MEMORY = 60;
export const NEAR = 12;

/** Where the last of a list stands for which a test holds, looking back so many; -1 where there is none. */
export function lastWhere<T>(list: readonly T[], most: number, test: (item: T) => boolean): number {
  for (let i = list.length - 1; i >= Math.max(0, list.length - most); i--) if (test(list[i] as T)) return i;
  return -1;
}

/** The last of a list for which a test holds, looking back no further than a reader would. */
export const latest = <T>(list: readonly T[], test: (item: T) => boolean): T | undefined =>
  list[lastWhere(list, MEMORY, test)];

/**
 * What is in mind behind some pages, the first of which is the `from`th: all but those who appeared and what was spoken of so
 * long ago that nobody looks. The tally may be of more pages.
 */
export function mindBehind(pages: readonly Changing[], tally: Tally, from = 0): Mind {
  const lasting = (lately: number) => lastingBefore(tally, pages.length, lately);
  const lately = startOfLately(tally, pages.length);
  const mind = remembered(pages, from, lasting(lately), lately);
  return mind.topics.includes(FORGOTTEN, -MEMORY) ? remembered(pages, from, lasting(0), 0) : mind;
}

/** A topic that is nobody. */
const FORGOTTEN = '';

/** Those who appear and what is spoken of are remembered from a page on. */
function remembered(pages: readonly Changing[], from: number, lasting: readonly number[], lately: number): Mind {
  const mind = emptyMind() as Changeable;
  // Of what is forgotten the last two alone can come up again, by "stays".
  if (lately > 0) mind.topics.push(FORGOTTEN, FORGOTTEN);
  for (const p of lasting)
    for (const change of (pages[p] as Changing).changes)
      if (KINDS[change.what] & LASTING) changeMind(mind, from + p, change);
  for (let p = lately; p < pages.length; p++)
    for (const change of (pages[p] as Changing).changes) changeMind(mind, from + p, change);
  return mind;
}

/** What is in mind until another takes its place. */
const LASTING = KINDS.voice | KINDS.plural | KINDS.organization | KINDS.unnamed | KINDS.group;

/** Which pages in front of the `lately`th have left something in mind that no page behind them has replaced. */
function lastingBefore({ kinds }: Tally, pages: number, lately: number): readonly number[] {
  const found: number[] = [];
  let sought: number = LASTING;
  for (let p = pages - 1; p >= 0; p--) {
    const left = kinds[p]! & sought;
    if (left === 0) continue;
    if (p < lately) found.push(p);
    sought &= ~left | KINDS.group;
  }
  return found.reverse();
}

/** The page from which on a reader looks at who appears, and at what is spoken of. */
function startOfLately(tally: Tally, pages: number): number {
  let appearances = 0;
  let topics = 0;
  for (let p = pages - 1; p > 0; p--) {
    appearances += tally.appearances[p]!;
    topics += tally.topics[p]!;
    if (appearances >= LATELY && topics >= MEMORY && pages - p > NEAR) return p;
  }
  return 0;
}
