import type { Block, BlockKind, BundledDocument, Span, Statement } from '../reading/model.ts';
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
  const known = outlines.get(document);
  if (known) return known;
  const made = makeOutline(document);
  outlines.set(document, made);
  return made;
}

/** Folding, selection and lenses are asked for after every edit as well, and go by the same turns. */
const outlines = new WeakMap<OpenDocument, readonly OutlineItem[]>();

/** Every turn, in order, wherever in the outline it stands. */
export function turnsIn(document: OpenDocument): readonly OutlineItem[] {
  const below = (items: readonly OutlineItem[]): OutlineItem[] =>
    items.flatMap(item => (item.kind === 'turn' ? [item] : below(item.children)));
  return below(outline(document));
}

function makeOutline(document: OpenDocument): OutlineItem[] {
  const { text, reading } = document;
  const contents = reading.statements
    .map(statement => ({ statement, ...contentOf(statement) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const headers = reading.blocks.filter(isHeader);
  let nextContent = 0;
  let nextHeader = 0;
  const within = (whole: Span): OutlineItem[] => {
    while (nextContent < contents.length && contents[nextContent]!.start < whole.start) nextContent++;
    while (nextHeader < headers.length && headers[nextHeader]!.start < whole.start) nextHeader++;
    const firstHeader = nextHeader;
    while (nextHeader < headers.length && headers[nextHeader]!.start < whole.end) nextHeader++;
    return sections(whole, headers.slice(firstHeader, nextHeader)).flatMap(section => {
      const first = nextContent;
      while (nextContent < contents.length && contents[nextContent]!.start < section.end) nextContent++;
      const turns = turnsOf(nest(contents.slice(first, nextContent), section), section, document);
      return section.header ? [headerItem(section.header, turns, text)] : turns;
    });
  };
  if (reading.documents.length < 2) return within({ start: 0, end: text.length });
  return reading.documents.map(bundled => documentItem(bundled, within(bundled), text));
}

/** Under its headline, else its first words. */
function documentItem({ start, end, meta }: BundledDocument, children: OutlineItem[], text: string): OutlineItem {
  const headline = children.find(({ kind, detail }) => kind === 'header' && detail === 'headline');
  const first = headline ?? children.find(({ kind, detail }) => kind === 'header' && detail === 'dateline');
  return {
    kind: 'document',
    name: first?.name ?? startOf(text.slice(start, end), labelLength),
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
    name: startOf(text.slice(start, end), labelLength),
    detail: kind,
    start,
    end,
    selection: { start, end },
    speakers: [],
    children,
  };
}

interface Content extends Span {
  readonly statement: Statement;
}

/** A statement at its place among the others. */
interface Node extends Content {
  readonly nested: Node[];
}

/** Those inside the content of another are nested in it; those that run out of it, or of their section, are cut. */
function nest(contents: readonly Content[], section: Span): Node[] {
  const top: Node[] = [];
  const around: Node[] = [];
  for (const content of contents) {
    while (around.length > 0 && around.at(-1)!.end <= content.start) around.pop();
    const outer = around.at(-1);
    const node = { ...content, end: Math.min(content.end, (outer ?? section).end), nested: [] };
    (outer?.nested ?? top).push(node);
    around.push(node);
  }
  return top;
}

function turnsOf(nodes: readonly Node[], section: Section, document: OpenDocument): OutlineItem[] {
  const runs: Node[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last && speakerKey(last[0]!.statement) === speakerKey(node.statement)) last.push(node);
    else runs.push([node]);
  }
  let free = section.start;
  return runs.map((run, index) => {
    const limit = runs[index + 1]?.[0]?.start ?? section.end;
    const item = turn(run, { start: free, end: limit }, document);
    free = item.end;
    return item;
  });
}

/** `room` is what the turns before and after leave free. */
function turn(run: readonly Node[], room: Span, document: OpenDocument): OutlineItem {
  const first = run[0]!;
  const parts = run.flatMap(node => [node, ...attributionsNear(node)]);
  const start = Math.max(
    room.start,
    parts.reduce((least, part) => Math.min(least, part.start), room.end),
  );
  const end = Math.min(
    room.end,
    parts.reduce((most, part) => Math.max(most, part.end), room.start),
  );
  const children = run.map(node => statementItem(node, { start, end }, document));
  const source = first.statement.source;
  const selection = source && start <= source.start && source.end <= end ? source : children[0]!.selection;
  return {
    kind: 'turn',
    name: startOf(speakerLabel(first.statement, document), labelLength),
    detail: '',
    start,
    end,
    selection: { start: selection.start, end: selection.end },
    speakers: first.statement.speakers,
    children,
  };
}

function statementItem(node: Node, within: Span, document: OpenDocument): OutlineItem {
  const { text } = document;
  const start = Math.max(node.start, within.start);
  const end = Math.min(node.end, within.end);
  const span = node.statement.spans[0]!;
  const { cue } = node.statement;
  return {
    kind: 'statement',
    name: startOf(text.slice(start, node.end), labelLength),
    detail: cue ? startOf(text.slice(cue.start, cue.end), labelLength) : '',
    start,
    end,
    selection: { start, end: Math.max(start, Math.min(end, span.end)) },
    speakers: node.statement.speakers,
    children: node.nested.map(inner => nestedItem(inner, { start, end }, document)),
  };
}

/** What somebody is reported to have said inside another's statement carries its own speaker. */
function nestedItem(node: Node, within: Span, document: OpenDocument): OutlineItem {
  const item = statementItem(node, within, document);
  return { ...item, name: startOf(`${speakerLabel(node.statement, document)}: ${item.name}`, labelLength) };
}

/** A source named far away (a statement that continues another paragraph) does not stretch the turn over what lies between. */
function attributionsNear({ statement, start, end }: Node): Span[] {
  return [statement.source, statement.cue].filter(
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
