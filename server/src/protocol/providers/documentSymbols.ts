import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, outline, outlineInSteps } from '../../features/outline.ts';
import type { OpenDocument } from '../../features/snapshot.ts';
import { finish } from '../../reading/steps.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import type { View } from '../library.ts';
import { madeOfParts } from '../writing.ts';

export const documentSymbols: Feature = {
  capability: () => ({ documentSymbolProvider: { label: 'Readout' } }),
  listen: (connection, { library, answering, client }) => {
    const isNested = () => client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
    const bufferOf = ({ document }: View) => library.buffers.get(document.uri)!;
    connection.onDocumentSymbol(
      answering.aboutDocument(
        (view): DocumentSymbol[] | SymbolInformation[] =>
          isNested()
            ? finish(nestedInSteps(view, bufferOf(view)))
            : outline(view.document).flatMap(item => toFlatSymbols(view, item)),
        null,
        view => (isNested() ? nestedInSteps(view, bufferOf(view)) : outlineInSteps(view.document)),
      ),
    );
  },
};

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  document: SymbolKind.File,
  header: SymbolKind.Key,
  turn: SymbolKind.Class,
  statement: SymbolKind.String,
};

/** A client asks for the same again: for its outline, its breadcrumbs and what it sticks to the top. */
const known = new WeakMap<OpenDocument, DocumentSymbol[]>();
/** Those of a document before its last edit, by the library's buffer of it. */
const before = new WeakMap<object, DocumentSymbol[]>();

/** So many symbols, with all that is in them, are made or compared in a step. */
const STEP = 16;

function* nestedInSteps(view: View, buffer: object): Generator<void, DocumentSymbol[], void> {
  const made = known.get(view.document);
  if (made) return made;
  const symbols: DocumentSymbol[] = [];
  for (const item of yield* outlineInSteps(view.document)) {
    symbols.push(toDocumentSymbol(view, item));
    if (symbols.length % STEP === 0) yield;
  }
  const kept = madeOfParts(yield* withThoseThatStay(before.get(buffer) ?? [], symbols));
  known.set(view.document, kept);
  before.set(buffer, kept);
  return kept;
}

/** The newer list, with the objects of the older at its beginning and end where they are equal. */
function* withThoseThatStay(
  before: readonly DocumentSymbol[],
  after: readonly DocumentSymbol[],
): Generator<void, DocumentSymbol[], void> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame(before[start]!, after[start]!)) if (++start % STEP === 0) yield;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end)!, after.at(-1 - end)!)) if (++end % STEP === 0) yield;
  return [...before.slice(0, start), ...after.slice(start, after.length - end), ...before.slice(before.length - end)];
}

function isSame(a: DocumentSymbol, b: DocumentSymbol): boolean {
  const [inA, inB] = [a.children ?? [], b.children ?? []];
  return (
    a.name === b.name &&
    a.detail === b.detail &&
    a.kind === b.kind &&
    isSameRange(a.range, b.range) &&
    isSameRange(a.selectionRange, b.selectionRange) &&
    inA.length === inB.length &&
    inA.every((child, i) => isSame(child, inB[i]!))
  );
}

function isSameRange({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}

function toDocumentSymbol(view: View, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: kinds[item.kind],
    range: toRange(view.lines, item),
    selectionRange: toRange(view.lines, item.selection),
    children: item.children.map(child => toDocumentSymbol(view, child)),
  };
}

function toFlatSymbols(view: View, item: OutlineItem, containerName = ''): SymbolInformation[] {
  const location = { uri: view.uri, range: toRange(view.lines, item) };
  const own = { name: item.name, kind: kinds[item.kind], location, containerName };
  return [own, ...item.children.flatMap(child => toFlatSymbols(view, child, item.name))];
}
