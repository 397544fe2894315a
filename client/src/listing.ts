// What the two lists have in common: how a speaker and a statement look in a tree, and when a list is asked for again.
import * as vscode from 'vscode';
import type { SpeakerItem, StatementItem } from '../../server/src/protocol/views.ts';
import { citation, shownDay } from './citation.ts';
import { fileOf, openPlace } from './places.ts';
import type { Server } from './server.ts';

export type Scope = 'document' | 'workspace';

const icons: Readonly<Record<SpeakerItem['type'], string>> = {
  person: 'account',
  organization: 'organization',
  place: 'globe',
  event: 'calendar',
  document: 'file-text',
  unnamed: 'question',
};

/** A speaker type in words, for screen readers and tooltips. */
export function typeInWords(type: SpeakerItem['type']): string {
  const words: Readonly<Record<SpeakerItem['type'], string>> = {
    person: vscode.l10n.t('person'),
    organization: vscode.l10n.t('organisation'),
    place: vscode.l10n.t('place'),
    event: vscode.l10n.t('event'),
    document: vscode.l10n.t('document'),
    unnamed: vscode.l10n.t('unnamed source'),
  };
  return words[type];
}

export function iconOf(type: SpeakerItem['type']): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icons[type]);
}

export function statementsInWords(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 statement')
    : vscode.l10n.t('{0} statements', new Intl.NumberFormat(vscode.env.language).format(count));
}

export function speakerTreeItem(speaker: SpeakerItem): vscode.TreeItem {
  const { id, name, type, office, statements, documents, first, last } = speaker;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const days = [first, last].flatMap(day => (day === null ? [] : shownDay(day, vscode.env.language)));
  const since = [...new Set(days)].join(' – ');
  item.id = id;
  item.iconPath = iconOf(type);
  item.description = [new Intl.NumberFormat(vscode.env.language).format(statements), office]
    .filter(Boolean)
    .join(' · ');
  item.contextValue = 'speaker';
  const inDocuments = documents === 1 ? vscode.l10n.t('in 1 document') : vscode.l10n.t('in {0} documents', documents);
  item.tooltip = [
    office ? `${name}, ${office}` : name,
    `${typeInWords(type)} · ${statementsInWords(statements)} ${inDocuments}${since ? ` · ${since}` : ''}`,
  ].join('\n');
  item.accessibilityInformation = {
    label: [name, typeInWords(type), office, statementsInWords(statements)].filter(Boolean).join(', '),
  };
  return item;
}

const longestLabel = 200;

/** A statement under its speaker, or by itself, where it says first who speaks. */
export function statementTreeItem(statement: StatementItem, id: string, withSpeaker: boolean): vscode.TreeItem {
  const { text, speakers, day, uri, range } = statement;
  const shown = text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
  const who = withSpeaker ? speakers.join(', ') : '';
  const locale = vscode.env.language;
  const where = `${fileOf(uri).split('/').at(-1)}:${range.start.line + 1}`;
  const item = new vscode.TreeItem(who ? `${who}: ${shown}` : shown, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('quote');
  item.description = [day === null ? '' : shownDay(day, locale), where].filter(Boolean).join(' · ');
  // A string is shown as it is: only a MarkdownString could bring text of a document to life.
  item.tooltip = citation(statement, fileOf(uri), locale);
  item.contextValue = 'statement';
  item.command = openPlace(vscode.l10n.t('Open Statement'), statement);
  return item;
}

/** The line at the end of a list that goes on. */
export function moreTreeItem(command: vscode.Command, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(command.title, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = command;
  item.contextValue = 'more';
  return item;
}

/** Between two questions for what all documents say, which takes the server longer in a large workspace. */
const pace: Readonly<Record<Scope, number>> = { document: 300, workspace: 1500 };

/** Calls back when what is read has changed, as long as the view is to be seen, and when it comes into view again. */
export function whenChanged(
  server: Server,
  view: vscode.TreeView<unknown> | vscode.WebviewPanel,
  scope: () => Scope,
  refresh: () => void,
): vscode.Disposable {
  let seen = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    const now = stateOf(server);
    if (now === seen || !view.visible || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!view.visible) return;
      seen = stateOf(server);
      refresh();
    }, pace[scope()]);
  };
  const listening =
    'onDidChangeVisibility' in view ? view.onDidChangeVisibility(note) : view.onDidChangeViewState(note);
  return vscode.Disposable.from(server.onStatus(note), listening, { dispose: () => clearTimeout(timer) });
}

function stateOf({ state, status, isReading }: Server): string {
  return `${state} ${status?.revision} ${isReading}`;
}
