/** Running the rules over a text, and over what an edit has changed of it. */
import type { Layout } from '../reading/blocks.ts';
import { type Change, changeOfList, detached, withItems } from '../reading/changes.ts';
import { blocksAt, extended, type Piece, type Typed, typedSince } from '../reading/layout/pieces.ts';
import type { Block, Meta, Problem, Span } from '../reading/model.ts';
import { lazily, once } from '../reading/once.ts';
import { countBelow, firstWhere } from '../reading/search.ts';
import { createPace } from '../reading/steps.ts';
import { type BlockNotes, type Found, findAlike, lettersIn, noteBlock, type PieceNotes } from './blockNotes.ts';
import { type Characters, findCharacters, findCharactersAgain, firstLineEnd } from './characters.ts';
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

/** So many blocks are checked at a step, and by rules that look at a whole text or document so many characters. */
const BLOCKS = 64;
const CHARACTERS = 50_000;

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
  return lazily<Omit<Checked, 'problems'>, Pick<Checked, 'problems'>>(
    { layout, lineEnd, characters, pieces, inText },
    { problems },
  );
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
  const isPause = createPace(CHARACTERS);
  const found: Problem[] = [];
  for (const { rule, find } of rules.inText) {
    for (const finding of find(whole)) found.push(toProblem(rule, finding));
    if (isPause(text.length)) yield;
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

function* checkPieces(
  checking: Checking,
  last: Checked | null,
  change: Change | null,
): Generator<void, readonly PieceNotes[], void> {
  const { layout } = checking;
  const between: PieceNotes[] = [];
  if (!last || !change) {
    for (let n = 0; n < layout.pieces.length; n++) between.push(yield* checkPiece(checking, n, noNotes, noNotes));
    return between;
  }
  const edited = changeOfList(last.layout.pieces, layout.pieces, isOutOfSight(last.layout, layout, change));
  for (let n = edited.start; n < edited.end + edited.by; n++) {
    const front = keptBefore(last, layout, n, change);
    between.push(yield* checkPiece(checking, n, front, keptBehind(last, layout, n, change)));
  }
  return withItems(last.pieces, edited, between);
}

type Notes = Pick<PieceNotes, 'blocks' | 'letters'>;

const noNotes: Notes = { blocks: [], letters: new Int32Array() };

const notesFrom = ({ blocks, letters }: Notes, start: number, end: number): Notes => ({
  blocks: blocks.slice(start, end),
  letters: letters.subarray(start, end),
});

/** @param front what is kept of its first blocks @param back what is kept of its last */
function* checkPiece(checking: Checking, n: number, front: Notes, back: Notes): Generator<void, PieceNotes, void> {
  const { text, pieces, starts } = checking.layout;
  const { blocks: own, meta } = pieces[n]!;
  const from = front.blocks.length;
  const to = own.length - back.blocks.length;
  const letters = new Int32Array(own.length);
  letters.set(front.letters);
  letters.set(back.letters, to);
  const isPause = createPace(BLOCKS);
  const between: BlockNotes[] = [];
  for (let i = from; i < to; i++) {
    between.push(checkBlock(checking, n, i));
    letters[i] = lettersIn(text, extended(own[i]!, starts[n]!, starts[n]!));
    if (isPause(1)) yield;
  }
  const notes = { blocks: front.blocks.concat(between, back.blocks), letters };
  return { ...notes, found: meta ? yield* checkDocument(checking, n, meta, notes) : [] };
}

/** A block of a piece at its place in the text; -1 is the one before the piece, and behind its last is the one behind. */
function blockAt(layout: Layout, n: number, i: number): Block | null {
  const { blocks } = layout.pieces[n]!;
  if (i < 0) return n === 0 ? null : blockAt(layout, n - 1, layout.pieces[n - 1]!.blocks.length - 1);
  if (i === blocks.length) return n === layout.pieces.length - 1 ? null : blockAt(layout, n + 1, 0);
  return extended(blocks[i]!, layout.starts[n]!, layout.starts[n]!);
}

function checkBlock({ rules, layout, lineEnd, characters }: Checking, n: number, i: number): BlockNotes {
  const { text } = layout;
  const block = blockAt(layout, n, i)!;
  const marks = within(characters.quotationMarks, block);
  const seen = {
    text,
    lineEnd,
    block,
    before: blockAt(layout, n, i - 1),
    after: blockAt(layout, n, i + 1),
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
  { rules, layout, lineEnd }: Checking,
  n: number,
  meta: Meta,
  { letters }: Notes,
): Generator<void, readonly Found[], void> {
  const start = layout.starts[n]!;
  const piece = layout.pieces[n]!;
  const blocks = blocksAt(piece, start);
  const document: RuleDocument = {
    ...{ text: layout.text, lineEnd, meta, blocks },
    others: piece.others.map(i => blocks[i]!),
    alike: findAlike(letters).map(i => blocks[i]!),
    ...{ before: blockAt(layout, n, -1), after: blockAt(layout, n, blocks.length) },
  };
  const isPause = createPace(CHARACTERS);
  const found: Found[] = [];
  for (const { rule, number, find } of rules.inDocument) {
    for (const finding of find(document)) found.push(toFound(rule, number, finding, start));
    if (isPause(piece.length)) yield;
  }
  return found;
}

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

/** What is kept of a piece's first blocks, where one stood at its start: of those from which the edit cannot be seen. */
function keptBefore({ layout: before, pieces }: Checked, after: Layout, n: number, { start }: Change): Notes {
  const m = countBelow(before.starts, after.starts[n]!);
  if (m === before.pieces.length) return noNotes;
  const known = typedIn(before, after, n)?.block ?? -1;
  const seenTo = (i: number) => (blockAt(after, n, i + 1)?.start ?? after.text.length) + MARGIN;
  const outOfSight = firstWhere(after.pieces[n]!.blocks.length, i => seenTo(i) >= start);
  const isSame = (i: number) => areSame(blockAt(before, m, i), blockAt(after, n, i), 0);
  return notesFrom(pieces[m]!, 0, countKept(Math.min(outOfSight, before.pieces[m]!.blocks.length), known, isSame));
}

/** What is kept of its last ones, where one ended at its end. */
function keptBehind({ layout: before, pieces }: Checked, after: Layout, n: number, { end, by }: Change): Notes {
  const endOf = ({ starts, pieces }: Layout, i: number) => starts[i]! + pieces[i]!.length;
  const m = firstWhere(before.pieces.length, i => endOf(before, i) + by >= endOf(after, n));
  if (m === before.pieces.length) return noNotes;
  const [were, are] = [before.pieces[m]!.blocks.length, after.pieces[n]!.blocks.length];
  const seenFrom = (i: number) => (blockAt(after, n, i - 1)?.end ?? 0) - MARGIN;
  const outOfSight = are - firstWhere(are, i => seenFrom(i) > end + by);
  const isSame = (i: number) => areSame(blockAt(before, m, were - 1 - i), blockAt(after, n, are - 1 - i), by);
  const typed = typedIn(before, after, n);
  const known = typed ? are - 1 - typed.block : -1;
  return notesFrom(pieces[m]!, were - countKept(Math.min(outOfSight, were), known, isSame), were);
}

/** What has been typed in a document and nowhere else. */
function typedIn(before: Layout, after: Layout, n: number): Typed | null {
  const typed = typedSince(before, after);
  return typed?.piece === n ? typed : null;
}

/**
 * How many blocks, from one side on, are the same as before, and beside the same; -1 is the one beside the first.
 * @param known so many are known to be the same; -1 where that of none is known
 */
function countKept(most: number, known: number, isSame: (i: number) => boolean): number {
  let same = Math.min(known, most + 1);
  while (same <= most && isSame(same)) same++;
  return Math.max(0, same - 1);
}

function areSame(a: Block | null, b: Block | null, by: number): boolean {
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
