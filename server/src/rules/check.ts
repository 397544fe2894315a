/** Running the rules over a text, and over what an edit has changed of it. */
import type { Layout } from '../reading/blocks.ts';
import { type Change, changeOfList, detached } from '../reading/changes.ts';
import { blocksAt, type Piece } from '../reading/layout/pieces.ts';
import type { Block, Problem, Span } from '../reading/model.ts';
import { once } from '../reading/once.ts';
import { type BlockNotes, type Found, noteBlock, type PieceNotes } from './blockNotes.ts';
import { type Characters, countBelow, findCharacters, findCharactersAgain, firstLineEnd } from './characters.ts';
import { type Movable, movable, movedBy, placesOf } from './moved.ts';
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
  /** What rules about the text have found. */
  readonly inText: Movable;
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
  const { text } = layout;
  const lineEnd = firstLineEnd(text) || '\n';
  // What fixes write is the same everywhere.
  const last = before?.lineEnd === lineEnd ? before : null;
  const change = last && edit;
  const characters = last && change ? findCharactersAgain(text, last.characters, change) : findCharacters(text);
  yield;
  const pieces = yield* checkPieces({ rules, layout, lineEnd, characters }, last, change);
  const seen = { layout, characters, pieces };
  const kept = last && change && foundAfterTyping(last.inText, last, seen, change);
  const inText = kept ?? movable(yield* checkText(rules, seen, lineEnd));
  const problems = once(() => problemsOf(rules, layout, pieces, inText));
  return {
    ...{ layout, lineEnd, characters, pieces, inText },
    get problems() {
      return problems();
    },
  };
}

function problemsOf({ all }: RulesByReach, { pieces, starts }: Layout, notes: readonly PieceNotes[], inText: Movable) {
  const found: Problem[][] = all.map(() => []);
  const place = (start: number, relative: readonly Found[]) => {
    for (const { rule, problem } of relative) found[rule]!.push(movedBy(problem, start));
  };
  for (const [i, { blocks }] of notes.entries())
    for (const [k, note] of blocks.entries()) place(starts[i]! + pieces[i]!.blocks[k]!.start, note.found);
  for (const [i, note] of notes.entries()) place(starts[i]!, note.found);
  return [...found, placesOf(inText)].flat().sort((a, b) => a.start - b.start || b.end - a.end);
}

function* checkText(
  rules: RulesByReach,
  { layout, characters, pieces }: Seen,
  lineEnd: string,
): Generator<void, Problem[], void> {
  const { text, blocks } = layout;
  const notes = pieces.flatMap(piece => piece.blocks);
  const whole: RuleText = {
    text,
    layout,
    lineEnd,
    characters,
    seams: findSeams(text, blocks),
    quotationMarks: sumUpMarks(blocks, notes),
    wrapped: findWrapped(text, layout),
  };
  const found: Problem[] = [];
  for (const { rule, find } of rules.inText) {
    for (const finding of find(whole)) found.push(toProblem(rule, finding));
    yield;
  }
  return found;
}

/** What rules about blocks and documents are asked with. */
interface Checking {
  readonly rules: RulesByReach;
  readonly layout: Layout;
  readonly lineEnd: string;
  readonly characters: Characters;
}

/** Some pieces of a layout, from one place below another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Theirs, and those of the piece before them and of the one behind. */
  readonly blocks: readonly Block[];
  /** How many of these are of the piece before. */
  readonly before: number;
}

function stretchOf({ pieces, starts }: Layout, from: number, to: number): Stretch {
  const around = pieces.slice(Math.max(0, from - 1), to + 1);
  const blocks = around.flatMap((piece, i) => blocksAt(piece, starts[Math.max(0, from - 1) + i]!));
  return { from, to, blocks, before: from === 0 ? 0 : around[0]!.blocks.length };
}

function* checkPieces(
  checking: Checking,
  last: Checked | null,
  change: Change | null,
): Generator<void, readonly PieceNotes[], void> {
  const { layout } = checking;
  if (!last || !change) return yield* checkStretch(checking, stretchOf(layout, 0, layout.pieces.length), () => null);
  const { start, end, by } = changeOfList(last.layout.pieces, layout.pieces, isOutOfSight(last.layout, layout, change));
  const stretch = stretchOf(layout, start, end + by);
  const were = stretchOf(last.layout, start, end);
  const notes = last.pieces.slice(Math.max(0, start - 1), end + 1).flatMap(({ blocks }) => blocks);
  const places = findSame(were.blocks, stretch.blocks, layout.text.length, change);
  const between = yield* checkStretch(checking, stretch, i => notes[places[i]!] ?? null);
  return [...last.pieces.slice(0, start), ...between, ...last.pieces.slice(end)];
}

/** @param known what is kept of the block at a place in the stretch */
function* checkStretch(
  checking: Checking,
  { from, to, blocks, before }: Stretch,
  known: (i: number) => BlockNotes | null,
): Generator<void, PieceNotes[], void> {
  const { pieces } = checking.layout;
  const checked: PieceNotes[] = [];
  let first = before;
  for (let n = from; n < to; n++) {
    const behind = first + pieces[n]!.blocks.length;
    const notes: BlockNotes[] = [];
    for (let i = first; i < behind; i++) {
      notes.push(known(i) ?? checkBlock(checking, blocks, i));
      if (i % STEP === STEP - 1) yield;
    }
    const { meta } = pieces[n]!;
    const beside = { before: blocks[first - 1] ?? null, after: blocks[behind] ?? null };
    const document = meta && { meta, notes, blocks: blocks.slice(first, behind), ...beside };
    checked.push({ blocks: notes, found: document ? yield* checkDocument(checking, document) : [] });
    first = behind;
  }
  return checked;
}

function checkBlock({ rules, layout: { text }, lineEnd, characters }: Checking, blocks: readonly Block[], i: number) {
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

/** The problems of a document, with offsets from its start on. */
function* checkDocument(
  { rules, layout: { text }, lineEnd }: Checking,
  document: Pick<RuleDocument, 'meta' | 'blocks' | 'notes' | 'before' | 'after'>,
): Generator<void, readonly Found[], void> {
  const { start } = document.blocks[0]!;
  const found: Found[] = [];
  for (const { rule, number, find } of rules.inDocument) {
    for (const finding of find({ text, lineEnd, ...document })) found.push(toFound(rule, number, finding, start));
    yield;
  }
  return found;
}

const NOWHERE = -1;

/** How far rules look beyond the neighbours' nearest edges. */
const MARGIN = 100;

/** Whether an edit cannot be seen from a piece: it is the same, and so are those beside it and what stands between them. */
function isOutOfSight(before: Layout, after: Layout, { start, end, by }: Change) {
  return (_was: Piece, _is: Piece, from: number, to: number): boolean => {
    const first = to === 0 ? 0 : after.starts[to - 1]! + after.pieces[to - 1]!.length;
    const last = after.starts[to + 1] ?? after.text.length;
    if (last >= start && first <= end + by) return false;
    return [-1, 0, 1].every(step => before.pieces[from + step] === after.pieces[to + step]);
  };
}

/**
 * For each block the place where it stood before the edit, if nothing has changed in it, around it, or in what its neighbours are.
 * @param length of the text after the edit
 */
function findSame(were: readonly Block[], are: readonly Block[], length: number, change: Change): Int32Array {
  const places = new Int32Array(are.length).fill(NOWHERE);
  let place = 0;
  for (let i = 0; i < are.length; i++) {
    const from = (are[i - 1]?.end ?? 0) - MARGIN;
    const to = (are[i + 1]?.start ?? length) + MARGIN;
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
