import { detached } from '../reading/changes.ts';
import type { Block, BlockKind, BundledDocument, Span, Statement } from '../reading/model.ts';
import { type Passage, passagesIn } from '../reading/passages.ts';
import { finish } from '../reading/steps.ts';
import { contentOf, entityOf, type OpenDocument } from './snapshot.ts';
import { list, startOf } from './words.ts';

export type OutlineKind = 'document' | 'header' | 'turn' | 'statement';

/** A node of the outline: siblings are ordered and disjoint, children and `selection` lie inside, names are never empty. */
export interface OutlineItem extends Span {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly selection: Span;
  /** Ids of those who speak in a turn or a statement; none for an unnamed source, a header or a document. */
  readonly speakers: readonly string[];
  readonly children: readonly OutlineItem[];
}

const labelLength = 80;

/**
 * Who speaks and what they say, in order: header blocks, then a turn for each run of statements of one speaker, with its
 * statements inside. A turn takes in the words that name its source and its cue where no other turn is in the way. In a bundle
 * each document has all this inside it.
 */
export function outline(document: OpenDocument): readonly OutlineItem[] {
  return finish(outlineInSteps(document));
}

/** The same in steps of a few milliseconds. */
export function* outlineInSteps(document: OpenDocument): Generator<void, readonly OutlineItem[], void> {
  const known = outlines.get(document);
  if (known) return known;
  const made = yield* makeOutline(document);
  outlines.set(document, made);
  return made;
}

/** So many passages or turns are looked at in a step. */
const STEP = 64;

/** Folding, selection and lenses are asked for after every edit as well, and go by the same turns. */
const outlines = new WeakMap<OpenDocument, readonly OutlineItem[]>();

/** Every turn, in order, wherever in the outline it stands. */
export function turnsIn(document: OpenDocument): readonly OutlineItem[] {
  const below = (items: readonly OutlineItem[]): OutlineItem[] =>
    items.flatMap(item => (item.kind === 'turn' ? [item] : below(item.children)));
  return below(outline(document));
}

/** A document that is gone through from its start to its end. */
interface Walk {
  readonly document: OpenDocument;
  readonly headers: readonly Block[];
  nextHeader: number;
  nextPassage: number;
}

function* makeOutline(document: OpenDocument): Generator<void, readonly OutlineItem[], void> {
  const { text, reading } = document;
  const walk = { document, headers: reading.blocks.filter(isHeader), nextHeader: 0, nextPassage: 0 };
  if (reading.documents.length < 2) return yield* within(walk, { start: 0, end: text.length });
  const items: OutlineItem[] = [];
  for (const bundled of reading.documents) {
    items.push(documentItem(bundled, yield* within(walk, bundled), text));
    yield;
  }
  return items;
}

function* within(walk: Walk, whole: Span): Generator<void, OutlineItem[], void> {
  const { document, headers } = walk;
  while (walk.nextHeader < headers.length && headers[walk.nextHeader]!.start < whole.start) walk.nextHeader++;
  const firstHeader = walk.nextHeader;
  while (walk.nextHeader < headers.length && headers[walk.nextHeader]!.start < whole.end) walk.nextHeader++;
  const items: OutlineItem[] = [];
  for (const section of sections(whole, headers.slice(firstHeader, walk.nextHeader))) {
    const turns = yield* turnsOf(yield* nodesOf(walk, section), section, document);
    if (section.header) items.push(headerItem(section.header, turns, document.text));
    else for (const turn of turns) items.push(turn);
  }
  return items;
}

/** Under its headline, else its first words. */
function documentItem({ start, end, meta }: BundledDocument, children: OutlineItem[], text: string): OutlineItem {
  const headline = children.find(({ kind, detail }) => kind === 'header' && detail === 'headline');
  const first = headline ?? children.find(({ kind, detail }) => kind === 'header' && detail === 'dateline');
  return {
    kind: 'document',
    name: first?.name ?? labelOf(text, { start, end }),
    detail: meta.publishedDate ?? '',
    start,
    end,
    selection: first?.selection ?? { start, end: start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0) },
    speakers: [],
    children,
  };
}

interface Section extends Span {
  readonly header: Block | null;
}

/** The header blocks and the stretches between them. */
function sections({ start, end }: Span, headers: readonly Block[]): Section[] {
  const result: Section[] = [];
  let at = start;
  for (const header of headers) {
    if (header.start > at) result.push({ start: at, end: header.start, header: null });
    result.push({ start: header.start, end: header.end, header });
    at = header.end;
  }
  if (at < end) result.push({ start: at, end, header: null });
  return result;
}

const outlined: ReadonlySet<BlockKind> = new Set([
  'breadcrumb',
  'headline',
  'kicker',
  'deck',
  'stamp',
  'byline',
  'dateline',
  'cross-head',
]);

function isHeader({ kind, start, end }: Block): boolean {
  return outlined.has(kind) && end > start;
}

function headerItem(block: Block, children: OutlineItem[], text: string): OutlineItem {
  const { start, end, kind } = block;
  return {
    kind: 'header',
    name: labelOf(text, block),
    detail: kind,
    start,
    end,
    selection: { start, end },
    speakers: [],
    children,
  };
}

/** A statement at its place among the others of its passage, into which offsets are. */
interface Node extends Span {
  readonly statement: Statement;
  readonly nested: Node[];
  /** The names of the speaker, for statements of one to be put together by. */
  readonly key: string;
  /** The speaker's name, where the statement has it by itself. */
  readonly speaker: string | null;
  /** Its first words, and those of the cue. */
  readonly name: string;
  readonly detail: string;
  /** With the words nearby that name its source and its cue. */
  readonly attributed: Span;
}

/** A node of a passage that starts at an offset of the text. */
interface Placed {
  readonly node: Node;
  readonly at: number;
}

/** For each section, asked for in order, the nodes that no other is around. */
function* nodesOf(walk: Walk, section: Span): Generator<void, Placed[], void> {
  const { text, reading } = walk.document;
  const { all, starts } = passagesIn(reading);
  // What was put together by hand is one passage, of more than one section.
  if (all[0]?.length === Number.POSITIVE_INFINITY) return nodesOfAll(all[0], section, text);
  const nodes: Placed[] = [];
  for (; walk.nextPassage < all.length && starts[walk.nextPassage]! < section.end; walk.nextPassage++) {
    const at = starts[walk.nextPassage]!;
    if (at >= section.start) for (const node of nodesIn(all[walk.nextPassage]!, text, at)) nodes.push({ node, at });
    if (walk.nextPassage % STEP === STEP - 1) yield;
  }
  return nodes;
}

function nodesOfAll({ statements }: Passage, section: Span, text: string): Placed[] {
  const own = statements.filter(statement => {
    const { start } = contentOf(statement);
    return start >= section.start && start < section.end;
  });
  return nest(own, section.end, text).map(node => ({ node, at: 0 }));
}

/** Edits leave most passages as they were. */
const nodesOfPassages = new WeakMap<Passage, readonly Node[]>();

function nodesIn(passage: Passage, text: string, at: number): readonly Node[] {
  const known = nodesOfPassages.get(passage);
  if (known) return known;
  const made =
    passage.statements.length === 0
      ? []
      : nest(passage.statements, passage.length, text.slice(at, at + passage.length));
  nodesOfPassages.set(passage, made);
  return made;
}

/** Those inside the content of another are nested in it; those that run out of it, or over the end, are cut. */
function nest(statements: readonly Statement[], end: number, text: string): Node[] {
  const contents = statements
    .map(statement => ({ statement, ...contentOf(statement) }))
    .filter(content => content.end > content.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const top: Node[] = [];
  const around: Node[] = [];
  for (const { statement, ...content } of contents) {
    while (around.length > 0 && around.at(-1)!.end <= content.start) around.pop();
    const outer = around.at(-1);
    const span = { start: content.start, end: Math.min(content.end, outer?.end ?? end) };
    const node: Node = { ...span, ...shownOf(statement, span, text), statement, nested: [] };
    (outer?.nested ?? top).push(node);
    around.push(node);
  }
  return top;
}

function shownOf(statement: Statement, span: Span, text: string) {
  const { cue, speakerName } = statement;
  const parts = [span, ...attributionsNear(statement, span)];
  return {
    key: speakerKey(statement),
    speaker: speakerName?.trim() ? startOf(speakerName, labelLength) : null,
    name: labelOf(text, span),
    detail: cue ? labelOf(text, cue) : '',
    attributed: {
      start: Math.min(...parts.map(part => part.start)),
      end: Math.max(...parts.map(part => part.end)),
    },
  };
}

/** The first words of a stretch, which are kept for as long as edits leave it alone, without the text that they stood in. */
function labelOf(text: string, { start, end }: Span): string {
  return detached(startOf(text.slice(start, end), labelLength));
}

function* turnsOf(
  nodes: readonly Placed[],
  section: Section,
  document: OpenDocument,
): Generator<void, OutlineItem[], void> {
  const turns: OutlineItem[] = [];
  let free = section.start;
  for (let first = 0; first < nodes.length; ) {
    let last = first + 1;
    while (nodes[last]?.node.key === nodes[first]!.node.key) last++;
    const limit = nodes[last] ? startOfPlaced(nodes[last]!) : section.end;
    const item = turn(nodes.slice(first, last), { start: free, end: limit }, document);
    turns.push(item);
    free = item.end;
    first = last;
    if (turns.length % STEP === 0) yield;
  }
  return turns;
}

const startOfPlaced = ({ node, at }: Placed) => node.start + at;

/** `room` is what the turns before and after leave free. */
function turn(run: readonly Placed[], room: Span, document: OpenDocument): OutlineItem {
  const { node, at } = run[0]!;
  let start = room.end;
  let end = room.start;
  for (const { node, at } of run) {
    start = Math.min(start, node.attributed.start + at);
    end = Math.max(end, node.attributed.end + at);
  }
  const within = { start: Math.max(room.start, start), end: Math.min(room.end, end) };
  const children = run.map(one => statementItem(one, within, document));
  const { source, speakers } = node.statement;
  const named = source && { start: source.start + at, end: source.end + at };
  const selection = named && within.start <= named.start && named.end <= within.end ? named : children[0]!.selection;
  return {
    kind: 'turn',
    name: node.speaker ?? startOf(speakerLabel(node.statement, document), labelLength),
    detail: '',
    ...within,
    selection: { start: selection.start, end: selection.end },
    speakers,
    children,
  };
}

function statementItem({ node, at }: Placed, within: Span, document: OpenDocument): OutlineItem {
  const start = Math.max(node.start + at, within.start);
  const end = Math.min(node.end + at, within.end);
  const span = node.statement.spans[0]!;
  return {
    kind: 'statement',
    name: start === node.start + at ? node.name : labelOf(document.text, { start, end: node.end + at }),
    detail: node.detail,
    start,
    end,
    selection: { start, end: Math.max(start, Math.min(end, span.end + at)) },
    speakers: node.statement.speakers,
    children: node.nested.map(inner => nestedItem({ node: inner, at }, { start, end }, document)),
  };
}

/** What somebody is reported to have said inside another's statement carries its own speaker. */
function nestedItem(placed: Placed, within: Span, document: OpenDocument): OutlineItem {
  const item = statementItem(placed, within, document);
  const speaker = speakerLabel(placed.node.statement, document);
  return { ...item, name: startOf(`${speaker}: ${item.name}`, labelLength) };
}

/** A source named far away (a statement that continues another paragraph) does not stretch the turn over what lies between. */
function attributionsNear({ source, cue }: Statement, { start, end }: Span): Span[] {
  return [source, cue].filter(
    span => span !== null && span.end > start - reachOfAttribution && span.start < end + reachOfAttribution,
  ) as Span[];
}

const reachOfAttribution = 200;

function speakerKey(statement: Statement): string {
  return statement.speakers.length > 0 ? [...statement.speakers].sort().join(' ') : `“${statement.speakerName ?? ''}`;
}

export function speakerLabel(statement: Statement, document: OpenDocument): string {
  if (statement.speakerName?.trim()) return statement.speakerName;
  return list(statement.speakers.flatMap(id => entityOf(document, id)?.name ?? [])) || 'Unknown speaker';
}
