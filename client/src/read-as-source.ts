// The command that makes any text file a source document.
import * as vscode from 'vscode';

/**
 * Makes the active document a source document, and every time it is opened again: as the workspace's settings say from
 * then on, or the user's where no folder is open. An untitled document stays one for as long as the editor keeps it.
 */
export async function readAsSource(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    await vscode.window.showInformationMessage('Open the file that Readout should read, then run this command again.');
    return;
  }
  if (!document.isUntitled) await remember(document.uri);
  await vscode.languages.setTextDocumentLanguage(document, 'seed');
}

/** The editor's own list of which files are in which language needs nothing of Readout's to be running. */
async function remember(uri: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration('files');
  const associations = settings.inspect<Record<string, string>>('associations');
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const known = (inWorkspace ? associations?.workspaceValue : associations?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('associations', { ...known, [patternFor(uri)]: 'seed' }, target);
}

/** A glob for this one file; a character that means something in globs becomes one that stands for any. */
function patternFor(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder ? `**/${vscode.workspace.asRelativePath(uri, false)}` : uri.fsPath.replaceAll('\\', '/');
  return path.replaceAll(/[?{}[\]]|(?<!\*)\*(?!\*)/g, '?');
}
