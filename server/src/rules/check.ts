/** Running the rules over a text, and over what an edit has changed of it. */
import type { Layout } from '../reading/blocks.ts';
import { type Change, detached } from '../reading/changes.ts';
import type { Block, Problem, Span } from '../reading/model.ts';
import { type BlockNotes, type Found, noteBlock } from './blockNotes.ts';
import { type Characters, countBelow, findCharacters, findCharactersAgain, firstLineEnd } from './characters.ts';
import { movedBy } from './moved.ts';
import { noMarks, pairMarks, sumUpMarks } from './quotationMarks.ts';
import type { Finding, Rule, RuleBlock, RuleDocument, RuleText } from './rule.ts';
import { findSeams } from './seams.ts';
import { foundAfterTyping, type Seen } from './typing.ts';
import { findWrapped } from './wrapped.ts';

/** The problems of a text, and what need not be looked for again after an edit. */
export interface Checked extends Seen {
  /** In order of their start; a longer one before those that it holds. */
  readonly problems: readonly Problem[];
  readonly lineEnd: string;
  /** Of each document its problems, with offsets from its start on. */
  readonly documents: readonly (readonly Found[])[];
  /** Of each rule about the text its problems. */
  readonly inText: readonly (readonly Problem[])[];
}

interface Finder<S> {
  readonly rule: Rule;
  /** Its place in the table. */
  readonly number: number;
  readonly find: (seen: S) => Iterable<Finding>;
}

export interface RulesByReach {
  readonly all: readonly Rule[];
  readonly inBlock: readonly Finder<RuleBlock>[];
  readonly inDocument: readonly Finder<RuleDocument>[];
  readonly inText: readonly Finder<RuleText>[];
}

export function sortByReach(all: readonly Rule[]): RulesByReach {
  const ofReach = <K extends 'inBlock' | 'inDocument' | 'inText'>(reach: K) =>
    all.flatMap((rule, number) => (rule[reach] ? [{ rule, number, find: rule[reach] as NonNullable<Rule[K]> }] : []));
  return { all, inBlock: ofReach('inBlock'), inDocument: ofReach('inDocument'), inText: ofReach('inText') };
}

/** So many blocks are checked at a step. */
const STEP = 64;

/**
 * @param before of an earlier text, which only saves time
 * @param edit what has changed since
 */
export function* checkInSteps(
  rules: RulesByReach,
  layout: Layout,
  before: Checked | null,
  edit: Change | null,
): Generator<void, Checked, void> {
  const { text, blocks } = layout;
  const lineEnd = firstLineEnd(text) || '\n';
  // What fixes write is the same everywhere.
  const last = before?.lineEnd === lineEnd ? before : null;
  const change = last && edit;
  const characters = last && change ? findCharactersAgain(text, last.characters, change) : findCharacters(text);
  const placesBefore = last && change ? findSame(last.layout, layout, change) : null;
  yield;
  const notes: BlockNotes[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const place = placesBefore?.[i] ?? NOWHERE;
    notes.push(place === NOWHERE ? checkBlock(rules, layout, characters, lineEnd, i) : last!.notes[place]!);
    if (i % STEP === STEP - 1) yield;
  }
  const documents = yield* checkDocuments(rules, layout, notes, lineEnd, last, placesBefore);

  const found: Problem[][] = rules.all.map(() => []);
  const place = (start: number, relative: readonly Found[]) => {
    for (const { rule, problem } of relative) found[rule]!.push(movedBy(problem, start));
  };
  for (let i = 0; i < blocks.length; i++) if (notes[i]!.found.length > 0) place(blocks[i]!.start, notes[i]!.found);
  for (const [i, { start }] of layout.documents.entries()) place(start, documents[i]!);
  yield;
  const seen = { layout, characters, notes };
  const kept = last && change && foundAfterTyping(last.inText, last, seen, change);
  const inText = kept ?? (yield* checkText(rules, seen, lineEnd));
  const problems = [...found, ...inText].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  return { problems, layout, lineEnd, characters, notes, documents, inText };
}

/** For each rule about the text its problems. */
function* checkText(
  rules: RulesByReach,
  { layout, characters, notes }: Seen,
  lineEnd: string,
): Generator<void, (readonly Problem[])[], void> {
  const { text, blocks } = layout;
  const whole: RuleText = {
    text,
    layout,
    lineEnd,
    characters,
    seams: findSeams(text, blocks),
    quotationMarks: sumUpMarks(blocks, notes),
    wrapped: findWrapped(text, layout),
  };
  const found: Problem[][] = [];
  for (const { rule, find } of rules.inText) {
    found.push(Array.from(find(whole), finding => toProblem(rule, finding)));
    yield;
  }
  return found;
}

function checkBlock(rules: RulesByReach, layout: Layout, characters: Characters, lineEnd: string, i: number) {
  const { text, blocks } = layout;
  const block = blocks[i]!;
  const marks = within(characters.quotationMarks, block);
  const seen = {
    text,
    lineEnd,
    block,
    before: blocks[i - 1] ?? null,
    after: blocks[i + 1] ?? null,
    quotationMarks: marks.length === 0 ? noMarks : pairMarks(text, block, marks),
    joints: within(characters.joints, block),
  };
  const found: Found[] = [];
  for (const { rule, number, find } of rules.inBlock)
    for (const finding of find(seen)) found.push(toFound(rule, number, finding, block.start));
  return noteBlock(seen, found);
}

const none: readonly number[] = [];

function within(offsets: readonly number[], { start, end }: Span): readonly number[] {
  const first = countBelow(offsets, start);
  return offsets[first]! < end ? offsets.slice(first, countBelow(offsets, end)) : none;
}

function* checkDocuments(
  rules: RulesByReach,
  layout: Layout,
  notes: readonly BlockNotes[],
  lineEnd: string,
  last: Checked | null,
  placesBefore: Int32Array | null,
): Generator<void, (readonly Found[])[], void> {
  const { text, blocks } = layout;
  const before = new Map<number, number>();
  if (last) for (const [i, first] of firstBlocks(last.layout).entries()) before.set(first, i);
  const documents: (readonly Found[])[] = [];
  for (const [i, first] of firstBlocks(layout).entries()) {
    const own = layout.blocksOf[i]!;
    const same = placesBefore && before.get(placesBefore[first]!);
    if (last && placesBefore && same !== undefined && same !== null) {
      const were = last.layout.blocksOf[same]!.length;
      const isKept = were === own.length && own.every((_, k) => placesBefore[first + k] === placesBefore[first]! + k);
      if (isKept) {
        documents.push(last.documents[same]!);
        continue;
      }
    }
    const document: RuleDocument = {
      text,
      lineEnd,
      meta: layout.documents[i]!.meta,
      blocks: own,
      notes: notes.slice(first, first + own.length),
      before: blocks[first - 1] ?? null,
      after: blocks[first + own.length] ?? null,
    };
    const found: Found[] = [];
    for (const { rule, number, find } of rules.inDocument) {
      for (const finding of find(document)) found.push(toFound(rule, number, finding, layout.documents[i]!.start));
      yield;
    }
    documents.push(found);
  }
  return documents;
}

/** Of each document the place of its first block among all blocks. */
function firstBlocks({ blocks, blocksOf }: Layout): number[] {
  let next = 0;
  return blocksOf.map(own => {
    while (blocks[next] !== own[0]) next++;
    const first = next;
    next += own.length;
    return first;
  });
}

const NOWHERE = -1;

/** How far rules look beyond the neighbours' nearest edges. */
const MARGIN = 100;

/** For each block the place where it stood before the edit, if nothing has changed in it, around it, or in what its neighbours are. */
function findSame(before: Layout, after: Layout, change: Change): Int32Array {
  const were = before.blocks;
  const are = after.blocks;
  const places = new Int32Array(are.length).fill(NOWHERE);
  let place = 0;
  for (let i = 0; i < are.length; i++) {
    const from = (are[i - 1]?.end ?? 0) - MARGIN;
    const to = (are[i + 1]?.start ?? after.text.length) + MARGIN;
    const by = to < change.start ? 0 : from > change.end + change.by ? change.by : null;
    if (by === null) continue;
    while (place < were.length && were[place]!.start + by < are[i]!.start) place++;
    const isSame =
      areSame(were[place], are[i], by) &&
      areSame(were[place - 1], are[i - 1], by) &&
      areSame(were[place + 1], are[i + 1], by);
    if (isSame) places[i] = place;
  }
  return places;
}

function areSame(a: Block | undefined, b: Block | undefined, by: number): boolean {
  if (!a || !b) return a === b;
  return a.start + by === b.start && a.end + by === b.end && a.kind === b.kind;
}

function toFound(rule: Rule, number: number, finding: Finding, at: number): Found {
  const problem = movedBy(toProblem(rule, finding), -at);
  const { message, fix } = problem;
  return {
    rule: number,
    problem: { ...problem, message: detached(message), fix: fix && { ...fix, text: detached(fix.text) } },
  };
}

function toProblem({ code, severity }: Rule, finding: Finding): Problem {
  const { start, end, message, replacement, suggestions, related } = finding;
  const edit = replacement === null ? null : { start, end, text: replacement };
  return {
    code,
    severity,
    start,
    end,
    message,
    fix: finding.fix ?? edit,
    ...(suggestions && { suggestions }),
    ...(related && { related }),
  };
}
