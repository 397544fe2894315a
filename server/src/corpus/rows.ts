/**
 * The mentions and statements of a reading, numbered through its passages. Offsets of the objects are into their passages, those
 * of the columns into the text.
 */
import type { Entity, Mention, Span, Statement } from '../reading/model.ts';
import type { Passage, Passages } from '../reading/passages.ts';
import { contentIn, envelope, firstFrom } from '../reading/spans.ts';
import type { Abouts, Introduction, Spans, UnnamedSource } from './facts.ts';
import { openingOf } from './openings.ts';

export interface Rows {
  readonly text: string;
  readonly passages: Passages;
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly mentionSpans: Spans;
  readonly statementSpans: Spans;
  /** For each passage the row of its first mention and statement, or of the next one's. */
  readonly firstMentions: Int32Array;
  readonly firstStatements: Int32Array;
  /** For each mention its passage. */
  readonly passageOf: Int32Array;
}

export function rowsIn(text: string, passages: Passages): Rows {
  const { all, starts } = passages;
  const mentions: Mention[] = [];
  const statements: Statement[] = [];
  const firstMentions = new Int32Array(all.length);
  const firstStatements = new Int32Array(all.length);
  for (let i = 0; i < all.length; i++) {
    firstMentions[i] = mentions.length;
    firstStatements[i] = statements.length;
    for (const mention of all[i]!.mentions) mentions.push(mention);
    for (const statement of all[i]!.statements) statements.push(statement);
  }
  const mentionSpans = spansOf(mentions.length);
  const statementSpans = spansOf(statements.length);
  const passageOf = new Int32Array(mentions.length);
  for (let i = 0; i < all.length; i++) {
    const at = starts[i]!;
    for (let row = firstMentions[i]!; row < (firstMentions[i + 1] ?? mentions.length); row++) {
      put(mentionSpans, row, mentions[row]!, at);
      passageOf[row] = i;
    }
    for (let row = firstStatements[i]!; row < (firstStatements[i + 1] ?? statements.length); row++) {
      put(statementSpans, row, envelope(statements[row]!.spans), at);
    }
  }
  return {
    text,
    passages,
    mentions,
    statements,
    mentionSpans,
    statementSpans,
    firstMentions,
    firstStatements,
    passageOf,
  };
}

const spansOf = (length: number): Spans => ({ starts: new Int32Array(length), ends: new Int32Array(length) });

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

/** The place from 1 of what a mention spells among its entity's aliases; 0 for what is no name. */
export function spelledAt(
  { text, mentions, mentionSpans: { starts, ends } }: Rows,
  row: number,
  names: NamesById,
): number {
  const { kind, entities } = mentions[row]!;
  if (entities.length !== 1 || kind === 'nominal' || kind === 'pronoun') return 0;
  return (names.get(entities[0]!) ?? none).indexOf(text.slice(starts[row], ends[row])) + 1;
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

export function unnamedOf({ statements }: Rows): UnnamedSource[] {
  const rows = new Map<string | null, number[]>();
  statements.forEach(({ speakers, speakerName }, row) => {
    if (speakers.length > 0) return;
    const known = rows.get(speakerName);
    if (known) known.push(row);
    else rows.set(speakerName, [row]);
  });
  return [...rows].map(([name, found]) => ({ name, statements: Int32Array.from(found) }));
}

/** @param own the rows of the entity's mentions */
export function introductionOf(rows: Rows, entity: Entity, own: Iterable<number>): Introduction | null {
  const { text, mentions, mentionSpans } = rows;
  let best: Introduction | null = null;
  let bestRank = -1;
  for (const row of own) {
    const { kind } = mentions[row]!;
    const [start, end] = [mentionSpans.starts[row]!, mentionSpans.ends[row]!];
    const named = kind === 'name' || kind === 'short' || kind === 'acronym';
    const fullest = named && end - start === entity.name.length && text.startsWith(entity.name, start);
    const titled = entity.roles.some(role => isBeside(rows, role, row));
    const rank = (fullest ? 4 : 0) + (named ? 2 : 0) + (titled ? 1 : 0);
    if (rank <= bestRank) continue;
    best = { start, end, titled };
    bestRank = rank;
    if (rank === 7) break;
  }
  return best;
}

/** A title stands right before a name, or after it behind a comma or bracket, in the same passage. */
function isBeside(
  { text, mentionSpans, passages: { all, starts }, passageOf }: Rows,
  role: Span,
  row: number,
): boolean {
  const before = role.end <= mentionSpans.starts[row]!;
  const [from, to] = before ? [role.end, mentionSpans.starts[row]!] : [mentionSpans.ends[row]!, role.start];
  if (to - from >= 40) return false;
  const passage = passageOf[row]!;
  const start = starts[passage]!;
  if (role.start < start || role.end > start + all[passage]!.length) return false;
  const between = text.slice(from, to).toLowerCase();
  if (/\n\s*\n/.test(between) || !(before || /^\s*[,(]/.test(between))) return false;
  return between.split(/[\s,(]+/).every(word => word === '' || joining.has(word));
}

const joining = new Set(['of', 'for', 'the', 'and', 'visiting', 'a', 'an']);
