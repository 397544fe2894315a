import type { Entity, Gender, Mention, Statement } from '../model.ts';
import type { Attribution } from '../statements/found.ts';
import type { Scene, Tokens } from '../statements/scene.ts';
import type { Subject } from '../statements/sources.ts';
import { castOf, type Figure } from './cast.ts';
import type { Expression } from './expressions.ts';

/** Who speaks: entities where they are known, else the words that stand for an unnamed source. */
export interface Voice {
  readonly speakers: readonly string[];
  readonly label: string | null;
  /** How sure it is that these are meant, 0 to 1. */
  readonly certainty: number;
  /** A few words on why; empty where the name itself stands there. */
  readonly because: string;
}

export interface Appearance {
  readonly id: string;
  readonly scene: number;
  readonly sentence: number;
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

/** All that has been read so far. */
export interface Stage {
  readonly scenes: readonly Scene[];
  /** What is known of each sentence of each scene before anybody is resolved. */
  readonly facts: Facts;
  readonly cast: ReadonlyMap<string, Figure>;
  readonly byId: ReadonlyMap<string, Entity>;
  /** Persons named in the headline or one of the first two paragraphs. */
  readonly leads: ReadonlySet<string>;
  /** Organisations that are called police. */
  readonly policeForces: readonly string[];
  /** Entity ids of countries by ISO code. */
  readonly countries: ReadonlyMap<string, string>;
  readonly statements: Statement[];
  readonly mentions: Mention[];
  /** Persons as they were named or meant, the last one last. */
  readonly appearances: Appearance[];
  /** Persons that were subject of a sentence or source of a statement, the last one last. */
  readonly topics: string[];
  /** How often each person was named. */
  readonly counts: Map<string, number>;
  /** The order in which they were first named. */
  readonly firstSeen: Map<string, number>;
  readonly lastSeen: Map<string, Appearance>;
  readonly spoken: Map<string, number>;
  /** Which persons "he" was taken to mean, and which "she". */
  readonly bound: { readonly female: Set<string>; readonly male: Set<string> };
  readonly votes: Map<string, { female: number; male: number }>;
  /** Who was meant by a plural noun: "officers" since "both officers". */
  readonly groups: Map<string, readonly string[]>;
  lastVoice: Voice | null;
  /** The sentence in which somebody spoke whom the text does not name: "a resident". */
  lastUnnamed: { readonly scene: number; readonly sentence: number; readonly voice: Voice } | null;
  /** The last who were more than one person, or a body. */
  lastPlural: Voice | null;
  lastOrganization: string | null;
}

/** A sentence at its place: the `index`th of the `s`th paragraph. */
export interface At {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly s: number;
  readonly index: number;
}

export function emptyStage(
  scenes: readonly Scene[],
  facts: Facts,
  entities: readonly Entity[],
  genders: ReadonlyMap<string, Gender>,
): Stage {
  return {
    scenes,
    facts,
    cast: castOf(entities, genders),
    leads: leadsOf(scenes),
    byId: new Map(entities.map(entity => [entity.id, entity])),
    countries: new Map(entities.flatMap(entity => (entity.country ? [[entity.country, entity.id] as const] : []))),
    policeForces: entities
      .filter(({ type, name }) => type === 'organization' && name.includes('Police'))
      .map(e => e.id),
    statements: [],
    mentions: [],
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
  };
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
  if (stage.cast.size <= FEW) return stage.cast.keys();
  const ids = new Set([...stage.leads].filter(id => stage.cast.has(id)));
  for (const { id } of stage.appearances.slice(-LATELY)) ids.add(id);
  return ids;
}

export const isPerson = (stage: Stage, id: string): boolean => stage.cast.has(id);

export const nameOf = (stage: Stage, id: string): string => stage.byId.get(id)?.name ?? id;

export function appear(stage: Stage, appearance: Appearance): void {
  stage.appearances.push(appearance);
  stage.counts.set(appearance.id, (stage.counts.get(appearance.id) ?? 0) + 1);
  stage.lastSeen.set(appearance.id, appearance);
  if (!stage.firstSeen.has(appearance.id)) stage.firstSeen.set(appearance.id, stage.firstSeen.size);
}

/** Nobody is meant who was named longer ago than this many times back. */
const MEMORY = 60;

/** The last of a list for which a test holds, looking back no further than a reader would. */
export function latest<T>(list: readonly T[], test: (item: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= Math.max(0, list.length - MEMORY); i--) if (test(list[i] as T)) return list[i];
  return undefined;
}

/** Takes note that a voice has spoken. */
export function hear(stage: Stage, voice: Voice): void {
  stage.lastVoice = voice;
  if (voice.speakers.length !== 1 || voice.label !== null || !isPerson(stage, voice.speakers[0] ?? ''))
    stage.lastPlural = voice;
  for (const id of voice.speakers) stage.spoken.set(id, (stage.spoken.get(id) ?? 0) + 1);
  const [only] = voice.speakers;
  if (voice.speakers.length !== 1 || only === undefined) return;
  if (isPerson(stage, only)) stage.topics.push(only);
  else stage.lastOrganization = only;
}

export function vote(stage: Stage, id: string | undefined, gender: Gender, weight: number): void {
  if (id === undefined || gender === null) return;
  const votes = stage.votes.get(id) ?? { female: 0, male: 0 };
  votes[gender] += weight;
  stage.votes.set(id, votes);
}

/** Notes that a pronoun of this gender was taken to mean a person. */
export function bind(stage: Stage, id: string, gender: Gender): void {
  if (gender) stage.bound[gender].add(id);
}

/** The genders that pronouns bound to a name agree on, where a pronoun of the other gender was bound to it too. */
export function gendersLearned(stage: Stage): ReadonlyMap<string, Gender> {
  const learned = new Map<string, Gender>();
  for (const [id, { female, male }] of stage.votes) {
    // What the text says outweighs what a given name suggests.
    const suggested = stage.byId.get(id)?.gender ?? null;
    if (female + male < (suggested ? 2 : 1)) continue;
    const gender = female > 3 * male ? 'female' : male > 3 * female ? 'male' : null;
    if (gender && gender !== suggested) learned.set(id, gender);
  }
  // Without a conflict a second reading would bind every pronoun as the first did.
  const conflicts = [...learned].some(([id, gender]) => stage.bound[gender === 'female' ? 'male' : 'female'].has(id));
  return conflicts ? learned : new Map();
}
