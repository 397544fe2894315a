/**
 * The mentions and statements of a reading, numbered through its passages. Offsets of the objects are into their passages, those
 * of the columns into the text.
 */
import type { Entity, Span } from '../reading/model.ts';
import type { Passage, Passages } from '../reading/passages.ts';
import { firstWhere } from '../reading/search.ts';
import { contentIn, envelope, firstFrom } from '../reading/spans.ts';
import type { Kept } from './edited.ts';
import type { Abouts, Introduction, Spans, UnnamedSource } from './facts.ts';
import { openingOf } from './openings.ts';

export interface Rows extends FirstRows {
  readonly text: string;
  readonly passages: Passages;
  readonly mentions: Spans;
  readonly statements: Spans;
}

/** For each passage the row of its first mention and statement, or of the next one's; at the end how many rows there are. */
export interface FirstRows {
  readonly firstMentions: Int32Array;
  readonly firstStatements: Int32Array;
}

/** In place of a passage's place before an edit, where it was not there. */
export const NEW = -1;

/** @param kept from before an edit, which only saves time */
export function rowsIn(text: string, passages: Passages, kept: Kept | null): Rows {
  const firsts = firstRowsIn(passages);
  const mentions = emptySpans(firsts.firstMentions.at(-1)!);
  const statements = emptySpans(firsts.firstStatements.at(-1)!);
  const rows = { text, passages, mentions, statements, ...firsts };
  for (let i = 0; i < passages.all.length; i++) {
    if (kept && kept.places[i] !== NEW) keepSpans(rows, i, kept);
    else putSpans(rows, i);
  }
  return rows;
}

export function firstRowsIn({ all }: Passages): FirstRows {
  const firstMentions = new Int32Array(all.length + 1);
  const firstStatements = new Int32Array(all.length + 1);
  for (let i = 0; i < all.length; i++) {
    const { mentions, statements } = all[i]!;
    firstMentions[i + 1] = firstMentions[i]! + mentions.length;
    firstStatements[i + 1] = firstStatements[i]! + statements.length;
  }
  return { firstMentions, firstStatements };
}

function keepSpans(
  { passages, firstMentions, firstStatements, mentions, statements }: Rows,
  i: number,
  kept: Kept,
): void {
  const was = kept.places[i]!;
  const by = passages.starts[i]! - kept.passages.starts[was]!;
  const keep = (from: Spans, first: number, to: Spans, at: number, count: number) => {
    for (let k = 0; k < count; k++) {
      to.starts[at + k] = from.starts[first + k]! + by;
      to.ends[at + k] = from.ends[first + k]! + by;
    }
  };
  const [mention, statement] = [kept.firstMentions[was]!, kept.firstStatements[was]!];
  keep(kept.facts.mentions, mention, mentions, firstMentions[i]!, kept.firstMentions[was + 1]! - mention);
  keep(kept.facts.statements, statement, statements, firstStatements[i]!, kept.firstStatements[was + 1]! - statement);
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
export function rowsById(
  passages: readonly number[],
  firsts: Int32Array,
  idsOf: (passage: number) => readonly (readonly string[])[],
): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  const add = (id: string, row: number) => {
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  };
  for (const passage of passages) {
    const idsOfRows = idsOf(passage);
    for (let k = 0; k < idsOfRows.length; k++) {
      const ids = idsOfRows[k]!;
      const row = firsts[passage]! + k;
      if (ids.length === 1) add(ids[0]!, row);
      else for (const id of new Set(ids)) add(id, row);
    }
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

export function aboutsOf({ passages: { all }, firstMentions, firstStatements }: Rows, kept: Kept | null): Abouts {
  const statements: number[] = [];
  const mentions: number[] = [];
  const add = (i: number, statement: number, mention: number) => {
    statements.push(firstStatements[i]! + statement);
    mentions.push(firstMentions[i]! + mention);
  };
  let next = 0;
  for (let i = 0; i < all.length; i++) {
    const was = kept?.places[i] ?? NEW;
    if (!kept || was === NEW) {
      const found = aboutsIn(all[i]!);
      for (let at = 0; at < found.length; at += 2) add(i, found[at]!, found[at + 1]!);
      continue;
    }
    const { abouts } = kept.facts;
    const [first, behind] = [kept.firstStatements[was]!, kept.firstStatements[was + 1]!];
    while (abouts.statements[next]! < first) next++;
    for (; abouts.statements[next]! < behind; next++)
      add(i, abouts.statements[next]! - first, abouts.mentions[next]! - kept.firstMentions[was]!);
  }
  return { statements: Int32Array.from(statements), mentions: Int32Array.from(mentions) };
}

/** Sources of some passages that are no entities, in order of appearance. */
export function unnamedIn({ passages: { all }, firstStatements }: Rows, passages: readonly number[]): UnnamedSource[] {
  const rows = new Map<string | null, number[]>();
  for (const i of passages) {
    const { statements } = all[i]!;
    for (let k = 0; k < statements.length; k++) {
      const { speakers, speakerName } = statements[k]!;
      if (speakers.length > 0) continue;
      const known = rows.get(speakerName);
      const row = firstStatements[i]! + k;
      if (known) known.push(row);
      else rows.set(speakerName, [row]);
    }
  }
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
