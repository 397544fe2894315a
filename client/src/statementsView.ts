// The list "Statements": who said what and when, filtered by words, speaker and date, to be read, opened and copied.
import * as vscode from 'vscode';
import type { Bookmark, StatementItem, StatementsParams } from '../../server/src/protocol/views.ts';
import { shownDay } from './citation.ts';
import { iconOf, moreTreeItem, type Scope, statementsInWords, statementTreeItem, whenChanged } from './listing.ts';
import { activeDocument } from './places.ts';
import type { Server } from './server.ts';
import { asText } from './statusItem.ts';

export interface StatementFilter {
  readonly words?: string;
  readonly speaker?: Named;
  readonly about?: Named;
  /** ISO days, months or years. */
  readonly from?: string;
  readonly to?: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export type StatementsNode =
  | { readonly kind: 'statement'; readonly statement: StatementItem; readonly at: number }
  | { readonly kind: 'more' };

export interface StatementList extends vscode.Disposable {
  /** Shows the statements of the workspace that a filter lets through, and nothing else. */
  show(filter: StatementFilter): Promise<void>;
  readonly selection: readonly StatementsNode[];
  /** What the list shows, as the server is asked for it. */
  params(): StatementsParams;
}

const pageLength = 100;

export function registerStatements(context: vscode.ExtensionContext, server: Server): StatementList {
  let scope = context.workspaceState.get<Scope>('statements.scope', 'workspace');
  let filter = context.workspaceState.get<StatementFilter>('statements.filter', {});
  let document = activeDocument();
  let count = pageLength;
  /** Another filter makes another list, with nothing of it selected yet. */
  let listNumber = 0;
  const changed = new vscode.EventEmitter<undefined>();
  const params = (): StatementsParams => {
    const { words, speaker, about, from, to } = filter;
    return {
      ...(words && { words }),
      ...(speaker && { speaker: speaker.id }),
      ...(about && { about: about.id }),
      ...(from && { from }),
      ...(to && { to }),
      ...(scope === 'document' && { document: document ?? 'none:' }),
    };
  };
  const provider: vscode.TreeDataProvider<StatementsNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: node =>
      node.kind === 'statement'
        ? statementTreeItem(
            node.statement,
            `${listNumber}.${node.at}`,
            !filter.speaker || node.statement.speakers.length > 1,
          )
        : moreTreeItem({ command: 'readout.statements.more', title: vscode.l10n.t('Show more') }, 'more'),
    getChildren: async node => {
      if (node) return [];
      const found = await statementsShown(server, params(), count);
      say(found.total ?? found.statements.length, found.next);
      const nodes: StatementsNode[] = found.statements.map((statement, at) => ({ kind: 'statement', statement, at }));
      return found.next ? [...nodes, { kind: 'more' }] : nodes;
    },
  };
  const view = vscode.window.createTreeView('readout.statements', { treeDataProvider: provider, canSelectMany: true });
  const say = (total: number, next: Bookmark | null) => {
    const filtered = inWords(filter);
    const shown = next && filter.words ? vscode.l10n.t('the first {0}', total) : statementsInWords(total);
    const message = filtered === '' || total === 0 ? undefined : `${shown} ${filtered}`;
    (view as { message: string | undefined }).message = message;
    const empty = total > 0 ? '' : filtered !== '' ? 'filtered' : server.isReading ? 'reading' : scope;
    void vscode.commands.executeCommand('setContext', 'readout.statements.empty', empty);
  };
  const describe = () => {
    view.description = scope === 'document' ? vscode.l10n.t('this document') : vscode.l10n.t('workspace');
    void vscode.commands.executeCommand('setContext', 'readout.statements.scope', scope);
    void vscode.commands.executeCommand('setContext', 'readout.statements.filtered', inWords(filter) !== '');
  };
  const set = (change: { readonly scope?: Scope; readonly filter?: StatementFilter }) => {
    scope = change.scope ?? scope;
    filter = change.filter ?? filter;
    count = pageLength;
    listNumber++;
    void context.workspaceState.update('statements.scope', scope);
    void context.workspaceState.update('statements.filter', filter);
    describe();
    changed.fire(undefined);
  };
  describe();
  const command = (name: string, run: (...args: never[]) => unknown) => vscode.commands.registerCommand(name, run);
  const registered = vscode.Disposable.from(
    view,
    changed,
    whenChanged(
      server,
      view,
      () => scope,
      () => changed.fire(undefined),
    ),
    vscode.window.onDidChangeActiveTextEditor(() => {
      const active = activeDocument();
      if (active === undefined || active === document) return;
      document = active;
      if (scope === 'document') set({});
    }),
    command('readout.statements.ofDocument', () => set({ scope: 'document' })),
    command('readout.statements.ofWorkspace', () => set({ scope: 'workspace' })),
    command('readout.statements.filterWords', async () => {
      const words = await askForWords(filter.words);
      if (words !== undefined) set({ filter: { ...filter, words } });
    }),
    command('readout.statements.filterSpeaker', async () => {
      const speaker = await pickSpeaker(server);
      if (speaker) set({ filter: { ...filter, speaker } });
    }),
    command('readout.statements.filterDate', async () => {
      const days = await askForDays(filter);
      if (days) set({ filter: { ...withoutDays(filter), ...days } });
    }),
    command('readout.statements.clearFilter', () => set({ filter: {} })),
    command('readout.statements.more', () => {
      count += pageLength;
      changed.fire(undefined);
    }),
  );
  return {
    show: async wanted => {
      set({ scope: 'workspace', filter: wanted });
      await vscode.commands.executeCommand('readout.statements.focus');
    },
    get selection() {
      return view.selection;
    },
    params,
    dispose: () => registered.dispose(),
  };
}

/** The statements that a question has for an answer, page after page, up to a count. */
export async function statementsShown(
  server: Server,
  params: StatementsParams,
  count: number,
): Promise<{ readonly statements: StatementItem[]; readonly total: number | null; readonly next: Bookmark | null }> {
  const statements: StatementItem[] = [];
  let next: Bookmark | null = null;
  let total: number | null = null;
  do {
    const page = await server.statements({
      ...params,
      ...(next && { after: next }),
      limit: Math.min(500, count - statements.length),
    });
    statements.push(...page.statements);
    ({ next, total } = page);
  } while (next && statements.length < count);
  return { statements, total, next };
}

/** "by Bo Lind about Ana Ruiz with “rain” since May 2021": empty for a filter that lets everything through. */
function inWords({ words, speaker, about, from, to }: StatementFilter): string {
  const day = (value: string) => shownDay(value, vscode.env.language);
  return [
    speaker && vscode.l10n.t('by {0}', speaker.name),
    about && vscode.l10n.t('about {0}', about.name),
    words && vscode.l10n.t('with “{0}”', words),
    from && from === to && vscode.l10n.t('dated {0}', day(from)),
    from && from !== to && vscode.l10n.t('since {0}', day(from)),
    to && from !== to && vscode.l10n.t('until {0}', day(to)),
  ]
    .filter(Boolean)
    .join(' ');
}

function withoutDays({ from: _from, to: _to, ...rest }: StatementFilter): StatementFilter {
  return rest;
}

function askForWords(value = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Statements by Words'),
    prompt: vscode.l10n.t('Words, or their beginnings, in any order; nothing leaves this filter out'),
    value,
  });
}

/** "2021", "2021-05", "2021-05-14", or two of them with ".." between; one side may be left out. */
export function readDays(written: string): Pick<StatementFilter, 'from' | 'to'> | null {
  const match = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)?\s*(\.\.)?\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)?$/.exec(written.trim());
  if (!match) return null;
  const [, from, between, to] = match;
  if (!between) return to ? null : from ? { from, to: from } : {};
  return { ...(from && { from }), ...(to && { to }) };
}

async function askForDays({ from, to }: StatementFilter): Promise<Pick<StatementFilter, 'from' | 'to'> | null> {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Statements by Date'),
    prompt: vscode.l10n.t(
      'A day, month or year, or two of them: 2021-05-14, 2021-05, 2020..2021-03; nothing leaves this filter out',
    ),
    value: from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`,
    validateInput: value =>
      readDays(value) ? undefined : vscode.l10n.t('Write a date like 2021-05-14, 2021-05 or 2021'),
  });
  return written === undefined ? null : readDays(written);
}

/** The most frequent speakers, and others as their names are typed. */
function pickSpeaker(server: Server): Promise<Named | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly speaker: Named }>();
  pick.title = vscode.l10n.t('Filter Statements by Speaker');
  pick.placeholder = vscode.l10n.t('Type a name or an office');
  pick.matchOnDescription = true;
  let asked = 0;
  const ask = async (name: string) => {
    const number = ++asked;
    pick.busy = true;
    const { speakers } = await server.speakers({ name, limit: 50 });
    if (number !== asked) return;
    pick.items = speakers.map(({ id, name: label, type, office, statements }) => ({
      label: asText(label),
      description: asText([office, statementsInWords(statements)].filter(Boolean).join(' · ')),
      iconPath: iconOf(type),
      speaker: { id, name: label },
    }));
    pick.busy = false;
  };
  return new Promise(resolve => {
    pick.onDidChangeValue(ask);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.speaker);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void ask('');
  });
}
