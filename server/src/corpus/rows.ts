/**
 * The mentions and statements of a reading, numbered through its passages. Offsets of the objects are into their passages, those
 * of the columns into the text.
 */
import type { Entity, Span } from '../reading/model.ts';
import type { Passage, Passages } from '../reading/passages.ts';
import { firstWhere } from '../reading/search.ts';
import { contentIn, envelope, firstFrom } from '../reading/spans.ts';
import type { Edit } from './edited.ts';
import type { Abouts, Introduction, Spans, UnnamedSource } from './facts.ts';
import { openingOf } from './openings.ts';

export interface Rows {
  readonly text: string;
  readonly passages: Passages;
  /** For each passage the row of its first mention and statement, or of the next one's; at the end how many rows there are. */
  readonly firstMentions: Int32Array;
  readonly firstStatements: Int32Array;
  readonly mentions: Spans;
  readonly statements: Spans;
}

export function rowsIn(text: string, passages: Passages): Rows {
  const firstMentions = firstRows(passages, ({ mentions }) => mentions.length);
  const firstStatements = firstRows(passages, ({ statements }) => statements.length);
  const mentions = emptySpans(firstMentions.at(-1)!);
  const statements = emptySpans(firstStatements.at(-1)!);
  const rows = { text, passages, firstMentions, firstStatements, mentions, statements };
  for (let i = 0; i < passages.all.length; i++) putSpans(rows, i);
  return rows;
}

/** The same after an edit: the columns are those from before it, but for what has moved and for some passages. */
export function rowsAfter(
  rows: Pick<Rows, 'mentions' | 'statements'>,
  text: string,
  passages: Passages,
  { changed, from, by }: Edit,
): Rows {
  const firstMentions = firstRows(passages, ({ mentions }) => mentions.length);
  const firstStatements = firstRows(passages, ({ statements }) => statements.length);
  const move = (column: Int32Array) =>
    by === 0 ? column.slice() : column.map(offset => (offset < from ? offset : offset + by));
  const moveSpans = ({ starts, ends }: Spans): Spans => ({ starts: move(starts), ends: move(ends) });
  const after = {
    text,
    passages,
    firstMentions,
    firstStatements,
    mentions: moveSpans(rows.mentions),
    statements: moveSpans(rows.statements),
  };
  for (const i of changed) putSpans(after, i);
  return after;
}

function firstRows({ all }: Passages, count: (passage: Passage) => number): Int32Array {
  const first = new Int32Array(all.length + 1);
  for (let i = 0; i < all.length; i++) first[i + 1] = first[i]! + count(all[i]!);
  return first;
}

const emptySpans = (length: number): Spans => ({ starts: new Int32Array(length), ends: new Int32Array(length) });

function putSpans({ passages, firstMentions, firstStatements, mentions, statements }: Rows, i: number): void {
  const passage = passages.all[i]!;
  const at = passages.starts[i]!;
  for (let k = 0; k < passage.mentions.length; k++) put(mentions, firstMentions[i]! + k, passage.mentions[k]!, at);
  for (let k = 0; k < passage.statements.length; k++)
    put(statements, firstStatements[i]! + k, envelope(passage.statements[k]!.spans), at);
}

function put({ starts, ends }: Spans, row: number, { start, end }: Span, by: number): void {
  starts[row] = start + by;
  ends[row] = end + by;
}

/** The rows that stand for each of some ids, in order; ids of which there are none have no entry. */
export function rowsById(idsOf: readonly (readonly string[])[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  const add = (id: string, row: number) => {
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  };
  for (let row = 0; row < idsOf.length; row++) {
    const ids = idsOf[row]!;
    if (ids.length === 1) add(ids[0]!, row);
    else for (const id of new Set(ids)) add(id, row);
  }
  return rows;
}

/** For each mention of a passage the place from 1 of what it spells among its entity's aliases; 0 for what is no name. */
export function spelledIn({ text, passages: { all, starts } }: Rows, i: number, names: NamesById): number[] {
  return all[i]!.mentions.map(({ kind, entities, start, end }) => {
    if (entities.length !== 1 || kind === 'nominal' || kind === 'pronoun') return 0;
    return (names.get(entities[0]!) ?? none).indexOf(text.slice(starts[i]! + start, starts[i]! + end)) + 1;
  });
}

export type NamesById = ReadonlyMap<string, readonly string[]>;

const none: readonly string[] = [];

/** As `openingOf` numbers the first words of what a passage has said. */
export function openingsIn({ text, passages: { all, starts } }: Rows, i: number): number[] {
  const { statements } = all[i]!;
  if (statements.length === 0) return [];
  const words = text.slice(starts[i]!, starts[i]! + all[i]!.length);
  return statements.map(({ spans }) => openingOf(contentIn(words, spans)));
}

/**
 * What is mentioned in what a passage has said, numbered in the passage: a statement, a mention, and so on. One that stands between
 * the spans of a divided content (the words that name its speaker) is not said.
 */
export function aboutsIn({ mentions, statements }: Passage): number[] {
  const found: number[] = [];
  statements.forEach(({ spans }, statement) => {
    for (const span of spans) {
      for (let row = firstFrom(mentions, span.start); row < mentions.length && mentions[row]!.start < span.end; row++) {
        if (mentions[row]!.end <= span.end) found.push(statement, row);
      }
    }
  });
  return found;
}

export function aboutsOf({ passages: { all }, firstMentions, firstStatements }: Rows): Abouts {
  const statements: number[] = [];
  const mentions: number[] = [];
  for (let i = 0; i < all.length; i++) {
    const found = aboutsIn(all[i]!);
    for (let at = 0; at < found.length; at += 2) {
      statements.push(firstStatements[i]! + found[at]!);
      mentions.push(firstMentions[i]! + found[at + 1]!);
    }
  }
  return { statements: Int32Array.from(statements), mentions: Int32Array.from(mentions) };
}

export function unnamedOf({ passages }: Rows): UnnamedSource[] {
  const rows = new Map<string | null, number[]>();
  passages.all
    .flatMap(({ statements }) => statements)
    .forEach(({ speakers, speakerName }, row) => {
      if (speakers.length > 0) return;
      const known = rows.get(speakerName);
      if (known) known.push(row);
      else rows.set(speakerName, [row]);
    });
  return [...rows].map(([name, found]) => ({ name, statements: Int32Array.from(found) }));
}

/** @param own the rows of the entity's mentions */
export function introductionOf(rows: Rows, entity: Entity, own: Iterable<number>): Introduction | null {
  const { text, passages, firstMentions, mentions } = rows;
  let best: Introduction | null = null;
  let bestRank = -1;
  for (const row of own) {
    const passage = passageOf(firstMentions, row);
    const { kind } = passages.all[passage]!.mentions[row - firstMentions[passage]!]!;
    const mention = { start: mentions.starts[row]!, end: mentions.ends[row]! };
    const { start, end } = mention;
    const named = kind === 'name' || kind === 'short' || kind === 'acronym';
    const fullest = named && end - start === entity.name.length && text.startsWith(entity.name, start);
    const titled = entity.roles.some(role => isWithin(passages, passage, role) && isBeside(text, role, mention));
    const rank = (fullest ? 4 : 0) + (named ? 2 : 0) + (titled ? 1 : 0);
    if (rank <= bestRank) continue;
    best = { ...mention, titled };
    bestRank = rank;
    if (rank === 7) break;
  }
  return best;
}

/** The passage that a row is in: the last one whose first row is not behind it. */
const passageOf = (firsts: Int32Array, row: number): number => firstWhere(firsts.length, i => firsts[i]! > row) - 1;

const isWithin = ({ all, starts }: Passages, i: number, { start, end }: Span): boolean =>
  start >= starts[i]! && end <= starts[i]! + all[i]!.length;

/** A title stands right before a name, or after it behind a comma or bracket. */
function isBeside(text: string, role: Span, mention: Span): boolean {
  const before = role.end <= mention.start;
  const [from, to] = before ? [role.end, mention.start] : [mention.end, role.start];
  if (to - from >= 40) return false;
  const between = text.slice(from, to).toLowerCase();
  if (/\n\s*\n/.test(between) || !(before || /^\s*[,(]/.test(between))) return false;
  return between.split(/[\s,(]+/).every(word => word === '' || joining.has(word));
}

const joining = new Set(['of', 'for', 'the', 'and', 'visiting', 'a', 'an']);
