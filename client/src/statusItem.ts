// The language status: how far the documents are read, and what is not read and why.
import * as vscode from 'vscode';
import type { Status } from '../../server/src/protocol/views.ts';
import { fileOf } from './places.ts';
import type { Server } from './server.ts';

type Unread = Status['unread'][number];

export function registerStatus(server: Server): vscode.Disposable {
  const selector = { language: 'seed' };
  const reading = vscode.languages.createLanguageStatusItem('readout.reading', selector);
  reading.name = vscode.l10n.t('Readout: Documents');
  // Nothing is said of files that are not read where every file is.
  let unread: vscode.LanguageStatusItem | undefined;
  const show = () => {
    showReading(reading, server);
    if (server.status && server.status.unreadTotal > 0) {
      unread ??= vscode.languages.createLanguageStatusItem('readout.unread', selector);
      showUnread(unread, server.status);
    } else {
      unread?.dispose();
      unread = undefined;
    }
  };
  show();
  return vscode.Disposable.from(
    reading,
    { dispose: () => unread?.dispose() },
    server.onStatus(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.commands.registerCommand('readout.stopReading', () => server.stopReading()),
    vscode.commands.registerCommand('readout.readRest', () => server.readRest()),
    vscode.commands.registerCommand('readout.showUnread', () => pickUnread(server.status)),
  );
}

function showReading(item: vscode.LanguageStatusItem, { state, status }: Server): void {
  const number = new Intl.NumberFormat(vscode.env.language);
  const progress = status?.progress;
  const show = (
    text: string,
    detail: string,
    command: [string, string] | null,
    severity = vscode.LanguageStatusSeverity.Information,
  ) => {
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.busy = state === 'starting' || Boolean(progress);
    item.command = command ? { title: command[0], command: command[1] } : undefined;
  };
  void vscode.commands.executeCommand('setContext', 'readout.reading', Boolean(progress));
  void vscode.commands.executeCommand('setContext', 'readout.left', (status?.left ?? 0) > 0);
  if (state === 'stopped') {
    const again: [string, string] = [vscode.l10n.t('Start Again'), 'readout.restartServer'];
    show(vscode.l10n.t('Stopped'), vscode.l10n.t('the language server'), again, vscode.LanguageStatusSeverity.Error);
  } else if (state === 'starting' || status === null) {
    show(vscode.l10n.t('Starting'), '', null);
  } else if (progress) {
    const [done, total] = [number.format(progress.done), number.format(progress.total)];
    show(vscode.l10n.t('Reading {0} of {1} documents', done, total), '', [
      vscode.l10n.t('Stop'),
      'readout.stopReading',
    ]);
  } else if (status.left > 0) {
    show(
      vscode.l10n.t('{0} documents not read', number.format(status.left)),
      vscode.l10n.t('reading was stopped'),
      [vscode.l10n.t('Read the Rest'), 'readout.readRest'],
      vscode.LanguageStatusSeverity.Warning,
    );
  } else {
    const text =
      status.documents === 1
        ? vscode.l10n.t('1 document read')
        : vscode.l10n.t('{0} documents read', number.format(status.documents));
    show(text, vscode.l10n.t('ready'), [vscode.l10n.t('Corpus Map'), 'readout.showCorpusMap']);
  }
}

/** What the open document lacks comes first. */
function showUnread(item: vscode.LanguageStatusItem, { unread, unreadTotal }: Status): void {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const here = unread.find(({ uri }) => vscode.Uri.parse(uri).toString() === active);
  item.name = vscode.l10n.t('Readout: Not Read');
  item.command = { title: vscode.l10n.t('Show'), command: 'readout.showUnread' };
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.detail = here ? reasonOf(here) : '';
  if (here) item.text = here.reason === 'long' ? vscode.l10n.t('Read for its layout alone') : vscode.l10n.t('Not read');
  else
    item.text = unreadTotal === 1 ? vscode.l10n.t('1 file not read') : vscode.l10n.t('{0} files not read', unreadTotal);
}

function reasonOf({ reason, detail }: Unread): string {
  switch (reason) {
    case 'large':
      return vscode.l10n.t('larger than 20 MB');
    case 'long':
      return vscode.l10n.t('longer than 5 MB: separators and problems only');
    case 'binary':
      return vscode.l10n.t('not a text file');
    case 'unreadable':
      return detail || vscode.l10n.t('cannot be opened');
  }
}

async function pickUnread(status: Status | null): Promise<void> {
  const files = status?.unread ?? [];
  if (files.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Every source document of the workspace is read.'));
    return;
  }
  const items = files.map(file => ({ label: asText(fileOf(file.uri)), description: asText(reasonOf(file)), file }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Files That Are Not Read'),
    placeHolder: vscode.l10n.t('Choose one to open it'),
    matchOnDescription: true,
  });
  if (chosen) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(chosen.file.uri));
}

/** The editor would draw $(icons) in a pick. */
export function asText(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
