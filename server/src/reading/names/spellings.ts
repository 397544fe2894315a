/** All that a document's occurrences of one spelling say together. */
import type { Candidate } from './candidate.ts';
import { noScores, type Scores } from './evidence.ts';

/** A candidate at its place in the document; offsets are into the document's text. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly candidate: Candidate;
  /** Offset of its paragraph. */
  readonly paragraph: number;
}

/** What bears a name; `other` is a war, a law, a product. */
export type NameType = 'person' | 'organization' | 'place' | 'other';

export interface Spelling {
  readonly key: string;
  /** The key of each word. */
  readonly parts: readonly string[];
  /** The candidate at its first occurrence. */
  readonly first: Candidate;
  readonly type: NameType;
  /** What the words themselves say; part of the scores. */
  readonly shape: Readonly<Scores>;
  readonly scores: Readonly<Scores>;
  /** At how many places it is a name even if nothing else supports it. */
  readonly sure: number;
  /** Whether a title stands beside it somewhere. */
  readonly titled: boolean;
}

/** The spellings of a document by their keys, in order of first appearance. */
export function spellingsOf(occurrences: readonly Occurrence[]): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Gathered>();
  for (const { candidate } of occurrences) {
    const spelling = spellings.get(candidate.key);
    if (spelling) gather(spelling, candidate);
    else spellings.set(candidate.key, begin(candidate));
  }
  for (const spelling of spellings.values()) spelling.type = typeOf(spelling);
  return spellings;
}

/** A spelling while occurrences of it are counted. */
interface Gathered extends Spelling {
  type: NameType;
  shape: Readonly<Scores>;
  readonly scores: Scores;
  /** Whether the shape is that of an occurrence whose bounds are sure. */
  shaped: boolean;
  sure: number;
  titled: boolean;
}

function begin(first: Candidate): Gathered {
  const shape = noScores();
  const spelling: Gathered = {
    key: first.key,
    parts: first.parts.map(part => part.word.key),
    first,
    type: 'other',
    shape,
    scores: noScores(),
    shaped: false,
    sure: 0,
    titled: false,
  };
  gather(spelling, first);
  return spelling;
}

function gather(spelling: Gathered, candidate: Candidate): void {
  const weight = candidate.loose && !candidate.known ? 0.5 : 1;
  addScores(spelling.scores, candidate.scores, weight);
  // What the words themselves say does not grow by saying it twice.
  if (!spelling.shaped || weight === 1) {
    addScores(spelling.scores, spelling.shape, -1);
    spelling.shape = weight === 1 ? candidate.shape : halved(candidate.shape);
    addScores(spelling.scores, spelling.shape, 1);
    spelling.shaped = weight === 1;
  }
  if (candidate.sure) spelling.sure++;
  if (candidate.titles.length > 0) spelling.titled = true;
}

function addScores(sum: Scores, scores: Readonly<Scores>, weight: number): void {
  sum.person += scores.person * weight;
  sum.organization += scores.organization * weight;
  sum.place += scores.place * weight;
  sum.other += scores.other * weight;
}

function halved({ person, organization, place, other }: Readonly<Scores>): Scores {
  return { person: person / 2, organization: organization / 2, place: place / 2, other: other / 2 };
}

function typeOf({ scores: { person, organization, place, other }, first: { known } }: Gathered): NameType {
  const best = Math.max(person, organization, place, other);
  if (best <= 0) return known?.kind === 'place' ? 'place' : 'organization';
  if (person === best) return 'person';
  if (organization === best) return 'organization';
  return place === best ? 'place' : 'other';
}

/** Whether a head word or general knowledge makes it an organisation's or a place's name. */
export function isHeaded({ parts, type, shape }: Spelling): boolean {
  return (
    parts.length > 1 && (type === 'organization' || type === 'place') && Math.max(shape.organization, shape.place) >= 4
  );
}
