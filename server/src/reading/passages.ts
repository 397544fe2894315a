/** What a text says, passage by passage: offsets are into passages, so that an edit leaves all but a few of them as they are. */
import type { DateExpression, Entity, Mention, Reading, Span, Statement } from './model.ts';
import { lazily, once } from './once.ts';
import { firstWhere } from './search.ts';

/** What a paragraph gives. Offsets are into the paragraph. */
export interface Said {
  /** In order of their start. */
  readonly mentions: readonly Mention[];
  /** In order of their first span. */
  readonly statements: readonly Statement[];
  readonly dates: readonly DateExpression[];
}

/** A paragraph of so many UTF-16 code units; the same object as long as edits change neither its words nor what they give. */
export interface Passage extends Said {
  readonly length: number;
}

export interface Passages {
  readonly all: readonly Passage[];
  /** Where each starts in the text. */
  readonly starts: readonly number[];
  readonly entities: readonly Entity[];
  /** Does in steps what asking for the entities would do at once. */
  readonly placeEntities: () => Generator<void, void, void>;
}

type LaidOut = Pick<Reading, 'meta' | 'documents' | 'separators' | 'blocks'>;

/** A reading of which only what is asked for is put at its place in the text. */
export function readingOf(layout: LaidOut, problems: () => Reading['problems'], passages: Passages): Reading {
  const placed = placedIn(passages);
  const gathered = <T>(of: (said: Said) => readonly T[]) =>
    once(() => {
      const found: T[] = [];
      for (const [i, passage] of passages.all.entries()) {
        if (of(passage).length > 0) for (const one of of(placed(i))) found.push(one);
      }
      return found;
    });
  const reading = lazily<Pick<Reading, 'meta'>, Omit<Reading, 'meta'>>(
    { meta: layout.meta },
    {
      documents: () => layout.documents,
      separators: () => layout.separators,
      blocks: () => layout.blocks,
      entities: () => passages.entities,
      mentions: gathered(said => said.mentions),
      statements: gathered(said => said.statements),
      dates: gathered(said => said.dates),
      problems,
    },
  );
  keep(reading, { passages, placed });
  return reading;
}

/** The same with other problems. */
export function withProblems(reading: Reading, problems: Reading['problems']): Reading {
  return readingOf(reading, () => problems, passagesIn(reading));
}

interface Kept {
  readonly passages: Passages;
  /** What passage `i` gives, with offsets into the text; the same objects as the reading has. */
  readonly placed: (i: number) => Said;
}

/** On the reading itself: what a weak map leads to outlives the next collection of what is young. */
const KEPT = Symbol('kept');

function keep(reading: Reading, kept: Kept): void {
  Object.defineProperty(reading, KEPT, { value: kept });
}

/** The passages of a reading; one that was put together by hand is a single one. */
export const passagesIn = (reading: Reading): Passages => keptOf(reading).passages;

function keptOf(reading: Reading): Kept {
  const known = (reading as { readonly [KEPT]?: Kept })[KEPT];
  if (known) return known;
  const { mentions, statements, dates, entities } = reading;
  const whole: Passage = { length: Number.POSITIVE_INFINITY, mentions, statements, dates };
  const made = { passages: { all: [whole], starts: [0], entities, placeEntities: noSteps }, placed: () => whole };
  keep(reading, made);
  return made;
}

function* noSteps(): Generator<void, void, void> {}

/** What the passage around an offset gives, with offsets into the text. */
export function saidAround(reading: Reading, offset: number): Said {
  const { passages, placed } = keptOf(reading);
  const { starts } = passages;
  const next = firstWhere(starts.length, i => (starts[i] as number) > offset);
  return next === 0 ? nothing : placed(next - 1);
}

/** What the passages that touch a range give, with offsets into the text. */
export function saidBetween(reading: Reading, { start, end }: Span): Said {
  const { passages, placed } = keptOf(reading);
  const { starts } = passages;
  const behind = (offset: number) => firstWhere(starts.length, i => (starts[i] as number) > offset);
  const first = Math.max(0, behind(start) - 1);
  const said = Array.from({ length: behind(end) - first }, (_, i) => placed(first + i));
  return {
    mentions: said.flatMap(({ mentions }) => mentions),
    statements: said.flatMap(({ statements }) => statements),
    dates: said.flatMap(({ dates }) => dates),
  };
}

const nothing: Said = { mentions: [], statements: [], dates: [] };

/** Those that are as asked for, with offsets into the text; `isMeant` is shown them with offsets into their passages. */
export function saidWith<T>(reading: Reading, of: (said: Said) => readonly T[], isMeant: (one: T) => boolean): T[] {
  const { passages, placed } = keptOf(reading);
  const { all } = passages;
  const found: T[] = [];
  for (let i = 0; i < all.length; i++) {
    const here = of(all[i] as Passage);
    for (let k = 0; k < here.length; k++) if (isMeant(here[k] as T)) found.push(of(placed(i))[k] as T);
  }
  return found;
}

function placedIn(passages: Passages): Kept['placed'] {
  const known: Said[] = [];
  return i => (known[i] ??= place(passages.all[i] as Passage, passages.starts[i] as number));
}

function place({ mentions, statements, dates }: Passage, by: number): Said {
  return {
    mentions: mentions.map(mention => ({ ...mention, start: mention.start + by, end: mention.end + by })),
    statements: statements.map(statement => ({
      ...statement,
      spans: statement.spans.map(span => moved(span, by)),
      source: statement.source && moved(statement.source, by),
      cue: statement.cue && moved(statement.cue, by),
    })),
    dates: dates.map(date => ({ ...date, start: date.start + by, end: date.end + by })),
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
