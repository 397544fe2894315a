// The tree "Speakers": who speaks in this document or in all, and under each what they say.
import * as vscode from 'vscode';
import type { SpeakerOrder } from '../../server/src/features/speakers.ts';
import type { Bookmark, SpeakerItem, StatementItem } from '../../server/src/protocol/views.ts';
import { moreTreeItem, type Scope, speakerTreeItem, statementTreeItem, whenChanged } from './listing.ts';
import { activeDocument } from './places.ts';
import type { Server } from './server.ts';
import type { StatementList } from './statementsView.ts';

export type SpeakersNode =
  | { readonly kind: 'speaker'; readonly speaker: SpeakerItem }
  | {
      readonly kind: 'statement';
      readonly speaker: SpeakerItem;
      readonly statement: StatementItem;
      readonly at: number;
    }
  | { readonly kind: 'more'; readonly of: SpeakerItem | null; readonly left: number };

const pageLength = 100;

interface Shown {
  scope: Scope;
  order: SpeakerOrder;
  name: string;
  /** The document that is shown: the last source document that was active. */
  document: string | undefined;
  /** How many speakers are shown, and how many statements of each. */
  speakers: number;
  readonly statements: Map<string, number>;
}

export interface SpeakersList extends vscode.Disposable {
  readonly selection: readonly SpeakersNode[];
}

export function registerSpeakers(
  context: vscode.ExtensionContext,
  server: Server,
  statements: StatementList,
): SpeakersList {
  const shown: Shown = {
    scope: context.workspaceState.get<Scope>('speakers.scope', 'document'),
    order: context.workspaceState.get<SpeakerOrder>('speakers.order', 'statements'),
    name: '',
    document: activeDocument(),
    speakers: pageLength,
    statements: new Map(),
  };
  const changed = new vscode.EventEmitter<SpeakersNode | undefined>();
  const provider: vscode.TreeDataProvider<SpeakersNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    getChildren: async node => {
      if (node?.kind === 'speaker') return statementsOf(server, shown, node.speaker);
      if (node) return [];
      const asked = { ...shown };
      const found = await speakersShown(server, asked);
      describe(view, asked);
      say(view, asked, found.total, server);
      return found.nodes;
    },
  };
  const view = vscode.window.createTreeView('readout.speakers', {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const refresh = () => changed.fire(undefined);
  const show = (change: Partial<Shown>) => {
    Object.assign(shown, change, { speakers: pageLength });
    shown.statements.clear();
    void context.workspaceState.update('speakers.scope', shown.scope);
    void context.workspaceState.update('speakers.order', shown.order);
    setKeys(shown);
    refresh();
  };
  describe(view, shown);
  setKeys(shown);
  const command = (name: string, run: (...args: never[]) => unknown) => vscode.commands.registerCommand(name, run);
  const registered = vscode.Disposable.from(
    view,
    changed,
    whenChanged(server, view, () => shown.scope, refresh),
    vscode.window.onDidChangeActiveTextEditor(() => {
      const document = activeDocument();
      if (document === undefined || document === shown.document) return;
      if (shown.scope === 'document') show({ document });
      else shown.document = document;
    }),
    command('readout.speakers.ofDocument', () =>
      show({ scope: 'document', document: activeDocument() ?? shown.document }),
    ),
    command('readout.speakers.ofWorkspace', () => show({ scope: 'workspace' })),
    command('readout.speakers.byStatements', () => show({ order: 'statements' })),
    command('readout.speakers.byName', () => show({ order: 'name' })),
    command('readout.speakers.byDate', () => show({ order: 'date' })),
    command('readout.speakers.filter', async () => {
      const name = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Speakers'),
        prompt: vscode.l10n.t('Words of a name or an office; nothing shows everybody'),
        value: shown.name,
      });
      if (name !== undefined) show({ name: name.trim() });
    }),
    command('readout.speakers.clearFilter', () => show({ name: '' })),
    command('readout.speakers.more', (id: string | null) => {
      if (id === null) shown.speakers += pageLength;
      else shown.statements.set(id, (shown.statements.get(id) ?? pageLength) + pageLength);
      refresh();
    }),
    command('readout.speakers.listStatements', (node: SpeakersNode | undefined) => {
      const [speaker] = node?.kind === 'speaker' ? [node.speaker] : speakersAmong(view.selection);
      if (speaker) return statements.show({ speaker: { id: speaker.id, name: speaker.name } });
      return undefined;
    }),
  );
  return {
    get selection() {
      return view.selection;
    },
    dispose: () => registered.dispose(),
  };
}

function speakersAmong(nodes: readonly SpeakersNode[]): SpeakerItem[] {
  return nodes.flatMap(node => (node.kind === 'speaker' ? [node.speaker] : []));
}

async function speakersShown(
  server: Server,
  { scope, order, name, document, speakers: count }: Shown,
): Promise<{ readonly nodes: SpeakersNode[]; readonly total: number }> {
  if (scope === 'document' && document === undefined) return { nodes: [], total: 0 };
  const nodes: SpeakersNode[] = [];
  let total = 0;
  do {
    const limit = Math.min(500, count - nodes.length);
    const asked = { order, name, offset: nodes.length, limit, ...(scope === 'document' && document && { document }) };
    const page = await server.speakers(asked);
    total = page.total;
    nodes.push(...page.speakers.map(speaker => ({ kind: 'speaker' as const, speaker })));
    if (page.speakers.length < limit) break;
  } while (nodes.length < count);
  return {
    nodes: nodes.length < total ? [...nodes, { kind: 'more', of: null, left: total - nodes.length }] : nodes,
    total,
  };
}

async function statementsOf(server: Server, shown: Shown, speaker: SpeakerItem): Promise<SpeakersNode[]> {
  const count = shown.statements.get(speaker.id) ?? pageLength;
  const found: StatementItem[] = [];
  let after: Bookmark | null = null;
  do {
    const { scope, document } = shown;
    const limit = Math.min(500, count - found.length);
    const page = await server.statements({
      speaker: speaker.id,
      limit,
      ...(after && { after }),
      ...(scope === 'document' && document && { document }),
    });
    found.push(...page.statements);
    after = page.next;
  } while (after && found.length < count);
  const nodes: SpeakersNode[] = found.map((statement, at) => ({ kind: 'statement', speaker, statement, at }));
  return after ? [...nodes, { kind: 'more', of: speaker, left: speaker.statements - found.length }] : nodes;
}

function toTreeItem(node: SpeakersNode): vscode.TreeItem {
  switch (node.kind) {
    case 'speaker':
      return speakerTreeItem(node.speaker);
    case 'statement':
      return statementTreeItem(node.statement, `${node.speaker.id} ${node.at}`, false);
    case 'more': {
      const number = new Intl.NumberFormat(vscode.env.language).format(node.left);
      const title = vscode.l10n.t('Show more ({0} left)', number);
      const id = node.of?.id ?? null;
      return moreTreeItem({ command: 'readout.speakers.more', title, arguments: [id] }, `more ${id}`);
    }
  }
}

/** Above the tree: what it shows, which is what was asked for last only once that has come. */
function describe(view: vscode.TreeView<SpeakersNode>, { scope, order }: Shown): void {
  const orders: Readonly<Record<SpeakerOrder, string>> = {
    statements: vscode.l10n.t('by statements'),
    name: vscode.l10n.t('by name'),
    date: vscode.l10n.t('by date'),
  };
  const where = scope === 'document' ? vscode.l10n.t('this document') : vscode.l10n.t('workspace');
  view.description = `${where}, ${orders[order]}`;
}

/** What the `when` clauses of commands and menus look at. */
function setKeys({ scope, order, name }: Shown): void {
  for (const [key, value] of [
    ['readout.speakers.scope', scope],
    ['readout.speakers.order', order],
    ['readout.speakers.filtered', name !== ''],
  ]) {
    void vscode.commands.executeCommand('setContext', key, value);
  }
}

/** What stands above the tree, or in the place of an empty one. */
function say(
  view: vscode.TreeView<SpeakersNode>,
  { scope, name, document }: Shown,
  total: number,
  server: Server,
): void {
  const empty =
    total > 0
      ? ''
      : name !== ''
        ? 'filtered'
        : scope === 'document' && document === undefined
          ? 'noDocument'
          : server.isReading
            ? 'reading'
            : scope;
  void vscode.commands.executeCommand('setContext', 'readout.speakers.empty', empty);
  const count = total === 1 ? vscode.l10n.t('1 speaker') : vscode.l10n.t('{0} speakers', total);
  if (name !== '' && total > 0) setMessage(view, vscode.l10n.t('{0} for “{1}”', count, name));
  else setMessage(view, undefined);
}

function setMessage(view: vscode.TreeView<SpeakersNode>, message: string | undefined): void {
  // Undefined is how the editor is told to show none, though its types say otherwise under exact optional properties.
  (view as { message: string | undefined }).message = message;
}
