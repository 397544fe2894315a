import type { Gender, Mention, Statement } from '../model.ts';
import type { Attribution } from '../statements/found.ts';
import type { Scene, Tokens } from '../statements/scene.ts';
import type { Subject } from '../statements/sources.ts';
import type { Run } from './continued.ts';
import type { Expression } from './expressions.ts';
import type { Known } from './known.ts';

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
}

/** What reading one paragraph gives; offsets are into the paragraph. */
export interface Page {
  readonly statements: Statement[];
  /** Pronouns and nominals. */
  readonly mentions: Mention[];
  /** All that the paragraph changes in the reader's mind, in order: whoever makes these changes needs not read it. */
  readonly changes: Change[];
  /** How it leaves the one who speaks, for the next paragraph to go on. */
  run: Run | null;
  /** How many paragraphs back, and ahead, it looked for words and names: `sceneAt` counts. */
  back: number;
  ahead: number;
}

/** What a reader keeps in mind. Only `changeMind` changes it. */
export interface Mind {
  /** Persons as they were named or meant, the last one last. */
  readonly appearances: readonly Appearance[];
  /** Persons that were subject of a sentence or source of a statement, the last one last. */
  readonly topics: readonly string[];
  /** How often each person was named. */
  readonly counts: ReadonlyMap<string, number>;
  /** The order in which they were first named. */
  readonly firstSeen: ReadonlyMap<string, number>;
  readonly lastSeen: ReadonlyMap<string, Appearance>;
  readonly spoken: ReadonlyMap<string, number>;
  /** Which persons "he" was taken to mean, and which "she". */
  readonly bound: { readonly female: ReadonlySet<string>; readonly male: ReadonlySet<string> };
  readonly votes: ReadonlyMap<string, { readonly female: number; readonly male: number }>;
  /** Who was meant by a plural noun: "officers" since "both officers". */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly lastVoice: Voice | null;
  /** The sentence in which somebody spoke whom the text does not name: "a resident". */
  readonly lastUnnamed: { readonly scene: number; readonly sentence: number; readonly voice: Voice } | null;
  /** The last who were more than one person, or a body. */
  readonly lastPlural: Voice | null;
  readonly lastOrganization: string | null;
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

/** A sentence at its place: the `index`th of the `s`th paragraph. */
export interface At {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly s: number;
  readonly index: number;
}

/** Nothing has been read of the scenes. */
export const emptyStage = (known: Known, scenes: readonly Scene[], facts: Facts): Stage => ({
  known,
  scenes,
  facts,
  leads: leadsOf(scenes),
  pages: [],
  appearances: [],
  topics: [],
  counts: new Map(),
  firstSeen: new Map(),
  lastSeen: new Map(),
  spoken: new Map(),
  bound: { female: new Set(), male: new Set() },
  votes: new Map(),
  groups: new Map(),
  lastVoice: null,
  lastUnnamed: null,
  lastPlural: null,
  lastOrganization: null,
});

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
  pageOf(stage).changes.push(change);
  changeMind(stage, stage.pages.length - 1, change);
}

type Changing<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K] };

/** Makes a change that the `s`th paragraph brings. */
export function changeMind(stage: Stage, s: number, change: Change): void {
  const mind = stage as unknown as Changing<Mind> & { appearances: Appearance[]; topics: string[] };
  switch (change.what) {
    case 'appears': {
      const { id } = change;
      const appearance = { id, scene: s };
      mind.appearances.push(appearance);
      mind.counts.set(id, (mind.counts.get(id) ?? 0) + 1);
      mind.lastSeen.set(id, appearance);
      if (!mind.firstSeen.has(id)) mind.firstSeen.set(id, mind.firstSeen.size);
      return;
    }
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
    case 'spoke':
      mind.spoken.set(change.id, (mind.spoken.get(change.id) ?? 0) + 1);
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
      return;
    case 'vote': {
      const { id, gender, weight } = change;
      const votes = mind.votes.get(id) ?? { female: 0, male: 0 };
      mind.votes.set(id, { ...votes, [gender]: votes[gender] + weight });
      return;
    }
    case 'bound':
      (mind.bound[change.gender] as Set<string>).add(change.id);
  }
}

function leadsOf(scenes: readonly Scene[]): Set<string> {
  const leads = new Set<string>();
  let paragraphs = 0;
  for (const scene of scenes) {
    if (scene.kind === 'paragraph' && ++paragraphs > 2) break;
    for (const { entity } of scene.names) leads.add(entity.id);
  }
  return leads;
}

/** In a document with more persons than a reader keeps in mind, only those of the lead and those named of late count. */
const FEW = 60;
const LATELY = 200;

/** The persons that a title may stand for here. */
export function inMind(stage: Stage): Iterable<string> {
  if (stage.known.cast.size <= FEW) return stage.known.cast.keys();
  const ids = new Set([...stage.leads].filter(id => stage.known.cast.has(id)));
  for (const { id } of stage.appearances.slice(-LATELY)) ids.add(id);
  return ids;
}

export const isPerson = (stage: Stage, id: string): boolean => stage.known.cast.has(id);

export const nameOf = (stage: Stage, id: string): string => stage.known.byId.get(id)?.name ?? id;

/** Nobody is meant who was named longer ago than this many times back. */
const MEMORY = 60;

/** The last of a list for which a test holds, looking back no further than a reader would. */
export function latest<T>(list: readonly T[], test: (item: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= Math.max(0, list.length - MEMORY); i--) if (test(list[i] as T)) return list[i];
  return undefined;
}

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

/** The genders that pronouns bound to a name agree on, where names and titles say nothing or another. */
export function gendersTaught(stage: Stage): ReadonlyMap<string, Gender> {
  const learned = new Map<string, Gender>();
  for (const [id, { female, male }] of stage.votes) {
    // What the text says outweighs what a given name suggests.
    const suggested = stage.known.byId.get(id)?.gender ?? null;
    if (female + male < (suggested ? 2 : 1)) continue;
    const gender = female > 3 * male ? 'female' : male > 3 * female ? 'male' : null;
    if (gender && gender !== suggested) learned.set(id, gender);
  }
  return learned;
}

/** The same, where a pronoun of the other gender was bound to one of the names. */
export function gendersLearned(stage: Stage): ReadonlyMap<string, Gender> {
  const learned = gendersTaught(stage);
  // Without a conflict a second reading would bind every pronoun as the first did.
  const conflicts = [...learned].some(([id, gender]) => stage.bound[gender === 'female' ? 'male' : 'female'].has(id));
  return conflicts ? learned : new Map();
}
