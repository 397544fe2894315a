import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  type Hover,
  MarkupKind,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { codeActions, type CodeAction as Fix } from '../features/codeActions.ts';
import { definition } from '../features/definition.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { formattingInSteps } from '../features/formatting.ts';
import { highlights } from '../features/highlights.ts';
import { type Hover as Found, hover } from '../features/hover.ts';
import { hoverText, markdown, plainText } from '../features/hoverText.ts';
import { peopleDefinition } from '../features/peopleDefinition.ts';
import { peopleDiagnostics } from '../features/peopleDiagnostics.ts';
import { peopleHover } from '../features/peopleHover.ts';
import { peopleReferences } from '../features/peopleReferences.ts';
import { references } from '../features/references.ts';
import type { Place } from '../features/snapshot.ts';
import { workspaceSymbolsInSteps } from '../features/workspaceSymbols.ts';
import type { Reading } from '../reading/model.ts';
import { fileName } from './addresses.ts';
import { type Lines, toOffset, toRange, toSpan } from './convert.ts';
import { type Showing, toDiagnostic } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { inCorpus, namesKnown } from './gathering.ts';
import { entityKinds } from './kinds.ts';
import { clientUri, type Library, linesAt, type View } from './library.ts';
import { type Links, toLinks, toLocations } from './locations.ts';
import { addressIn, catchUpPeople, type PeopleView, standingOf } from './people.ts';
import { callHierarchy } from './providers/callHierarchy.ts';
import { codeLens } from './providers/codeLens.ts';
import { completion } from './providers/completion.ts';
import { corpusMap } from './providers/corpusMap.ts';
import { documentLinks } from './providers/documentLinks.ts';
import { documentSymbols } from './providers/documentSymbols.ts';
import { foldingRanges } from './providers/foldingRanges.ts';
import { formatting } from './providers/formatting.ts';
import { implementation } from './providers/implementation.ts';
import { inlayHints } from './providers/inlayHints.ts';
import { peopleActionKind, peopleCodeActions, resolvePeopleAction } from './providers/peopleActions.ts';
import { rename } from './providers/rename.ts';
import { selectionRanges } from './providers/selectionRanges.ts';
import { semanticTokens } from './providers/semanticTokens.ts';
import { speakers } from './providers/speakers.ts';
import { statements } from './providers/statements.ts';
import { typeDefinition } from './providers/typeDefinition.ts';

/** Every feature, once. What is not in this table is neither advertised nor answered. */
export const features: readonly Feature[] = [
  documentSymbols,
  {
    capability: () => ({ hoverProvider: true }),
    listen: (connection, { library, answering, client }) =>
      connection.onHover(
        answering.aboutDocument(
          (view, { position }): Hover | null =>
            toHover(hover(view, toOffset(view.lines, position)), view.document.uri, view.lines, library, client()),
          (view, { position }) =>
            toHover(
              peopleHover(library.corpus, view, toOffset(view.lines, position)),
              view.uri,
              view.lines,
              library,
              client(),
            ),
        ),
      ),
  },
  {
    capability: () => ({ definitionProvider: true }),
    listen: (connection, { library, answering, client }) =>
      connection.onDefinition(
        answering.aboutDocument(
          (view, { position }): Links =>
            toLinks(library, view, definition(view, toOffset(view.lines, position)), client().textDocument?.definition),
          (view, { position }) =>
            toLinks(
              library,
              view,
              peopleDefinition(library.corpus, view, toOffset(view.lines, position)),
              client().textDocument?.definition,
            ),
        ),
      ),
  },
  {
    capability: () => ({ referencesProvider: true }),
    listen: (connection, { library, answering }) =>
      connection.onReferences(
        answering.aboutDocument(
          (view, { position, context }) =>
            toLocations(library, references(view, toOffset(view.lines, position), context.includeDeclaration)),
          (view, { position }) =>
            toLocations(library, peopleReferences(library.corpus, view, toOffset(view.lines, position))),
        ),
      ),
  },
  {
    capability: () => ({ documentHighlightProvider: true }),
    listen: (connection, { answering }) =>
      connection.onDocumentHighlight(
        answering.aboutDocument((view, { position }) =>
          highlights(view, toOffset(view.lines, position)).map(highlight => ({
            range: toRange(view.lines, highlight),
            kind: highlightKinds[highlight.kind],
          })),
        ),
      ),
  },
  {
    capability: () => ({ workspaceSymbolProvider: true }),
    listen: (connection, { library, answering, host }) =>
      connection.onWorkspaceSymbol(
        answering.fromFiles(async ({ query }, token): Promise<SymbolInformation[] | null> => {
          if (!(await namesKnown(library, host, token))) return null;
          catchUpPeople(library);
          const found = await inCorpus(library, host, corpus => workspaceSymbolsInSteps(corpus, query), token);
          return (
            found?.flatMap(symbol => {
              const [location] = toLocations(library, [symbol]);
              return location
                ? [{ name: symbol.name, containerName: symbol.detail, kind: entityKinds[symbol.type], location }]
                : [];
            }) ?? null
          );
        }),
      ),
  },
  {
    capability: client =>
      client.textDocument?.codeAction?.codeActionLiteralSupport
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, 'source.fixAll.readout', peopleActionKind],
              resolveProvider: true,
            },
          }
        : {},
    listen: (connection, { library, answering, client, showing }) => {
      connection.onCodeAction(
        answering.aboutDocument(
          (view, { range, context }): CodeAction[] => [
            ...codeActions(view.document, toSpan(view.lines, range), kind => isWanted(kind, context)).map(action =>
              toCodeAction(view, action, showing()),
            ),
            ...(isWanted(peopleActionKind, context) ? peopleCodeActions(library, view, range, client()) : []),
          ],
          null,
          ({ document }, { context }) =>
            isWanted('source.fixAll.readout', context) ? formattingInSteps(document) : null,
        ),
      );
      connection.onCodeActionResolve(
        answering.aboutWorkspace((action: CodeAction) => resolvePeopleAction(library, action, client())),
      );
    },
  },
  {
    capability: client =>
      canPull(client)
        ? { diagnosticProvider: { identifier: 'readout', interFileDependencies: false, workspaceDiagnostics: false } }
        : {},
    listen: (connection, { library, answering, showing }) =>
      connection.languages.diagnostics.on(
        answering.onceQuiet(
          (view, { previousResultId }): DocumentDiagnosticReport => {
            const resultId = idOf(view.document.reading);
            if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
            return {
              kind: DocumentDiagnosticReportKind.Full,
              resultId,
              items: toDiagnostics(view, showing()),
            };
          },
          { kind: DocumentDiagnosticReportKind.Full, items: [] },
          people => ({
            kind: DocumentDiagnosticReportKind.Full,
            items: toPeopleDiagnostics(library, people, showing()),
          }),
        ),
      ),
  },
  typeDefinition,
  implementation,
  callHierarchy,
  documentLinks,
  formatting,
  foldingRanges,
  selectionRanges,
  semanticTokens,
  inlayHints,
  codeLens,
  completion,
  rename,
  speakers,
  statements,
  corpusMap,
];

/** A client that asks for diagnostics is not sent them as well, or it would show each twice. */
export function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

export function toDiagnostics(view: View, showing: Showing): Diagnostic[] {
  return diagnostics(view.document).map(problem => toDiagnostic(view, problem, showing));
}

export function toPeopleDiagnostics(library: Library, view: PeopleView, showing: Showing): Diagnostic[] {
  const isAllRead = library.isAllRead && library.progress === null && library.left === 0;
  const standing = standingOf(library.people.get(view.uri));
  return peopleDiagnostics(library.corpus, view, standing, isAllRead, addressIn).map(problem =>
    toDiagnostic(view, problem, showing),
  );
}

let readingsNumbered = 0;
const numbers = new WeakMap<Reading, string>();

function idOf(reading: Reading): string {
  const known = numbers.get(reading);
  if (known) return known;
  const id = String(++readingsNumbered);
  numbers.set(reading, id);
  return id;
}

const highlightKinds = {
  introduction: DocumentHighlightKind.Write,
  named: DocumentHighlightKind.Read,
  other: DocumentHighlightKind.Text,
} as const;

function toHover(
  found: Found | null,
  uri: string,
  lines: Lines,
  library: Library,
  client: ClientCapabilities,
): Hover | null {
  return found && { contents: hoverContents(found, uri, library, client), range: toRange(lines, found.span) };
}

function hoverContents(found: Found, uri: string, library: Library, client: ClientCapabilities) {
  const line = (place: Place) => lineLink(place, uri, library);
  const formats = client.textDocument?.hover?.contentFormat ?? [MarkupKind.Markdown];
  if (formats.includes(MarkupKind.Markdown))
    return { kind: MarkupKind.Markdown, value: hoverText(found, markdown(line)) };
  return { kind: MarkupKind.PlainText, value: hoverText(found, plainText(line)) };
}

function lineLink(place: Place, uri: string, library: Library): { label: string; target: string } {
  const lines = linesAt(library, place.uri);
  const number = (lines ? toRange(lines, place).start.line : 0) + 1;
  const label = place.uri === uri ? `line ${number}` : `${fileName(place.uri)}, line ${number}`;
  return { label, target: `${clientUri(library, place.uri)}#L${number}` };
}

/** An editor that asks by itself, wherever the cursor goes, shows no source actions but those that it asks for by name. */
function isWanted(kind: string, { only, triggerKind }: CodeActionContext): boolean {
  if (!only) return triggerKind !== CodeActionTriggerKind.Automatic || !kind.startsWith(CodeActionKind.Source);
  return only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function toCodeAction(view: View, { title, kind, problems, edits, preferred }: Fix, showing: Showing): CodeAction {
  const textEdits = edits.map(edit => ({ range: toRange(view.lines, edit), newText: edit.text }));
  const edit: WorkspaceEdit = showing.client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri: view.uri, version: view.version }, edits: textEdits }] }
    : { changes: { [view.uri]: textEdits } };
  return {
    title,
    kind,
    diagnostics: problems.map(problem => toDiagnostic(view, problem, showing)),
    isPreferred: preferred,
    edit,
  };
}
