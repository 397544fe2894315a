// Text files that are source documents because the reader said so: the editor's own `files.associations` keeps the
// list, which needs nothing of Readout's to be running, and the server gets it as `readout.include`.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

type Associations = Readonly<Record<string, string>>;

/**
 * Makes the active document a source document, and every time it is opened again: as the workspace's settings say from
 * then on, or the user's where no folder is open. An untitled document stays one for as long as the editor keeps it.
 */
export async function readAsSource(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open the file that Readout should read, then run this command again.'),
    );
    return;
  }
  if (!document.isUntitled) await remember(document.uri);
  await vscode.languages.setTextDocumentLanguage(document, 'seed');
}

/** Answers the server's question for its settings with the globs of what is associated with the language. */
export const middleware: Middleware = {
  workspace: {
    configuration: async (params, token, next) => {
      const settings = await next(params, token);
      if (!Array.isArray(settings)) return settings;
      return params.items.map(({ section }, index) =>
        section === 'readout' ? { ...settings[index], include: includedGlobs() } : settings[index],
      );
    },
  },
};

function includedGlobs(): string[] {
  const associations = vscode.workspace.getConfiguration('files').get<Associations>('associations', {});
  const globs = Object.keys(associations).filter(glob => associations[glob] === 'seed');
  // A glob without a slash means a name in any folder.
  return globs.map(glob => (glob.includes('/') ? glob : `**/${glob}`));
}

async function remember(uri: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration('files');
  const associations = settings.inspect<Associations>('associations');
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const known = inWorkspace ? associations?.workspaceValue : associations?.globalValue;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('associations', { ...known, [globFor(uri)]: 'seed' }, target);
}

/** A glob for this one file; a character that means something in globs becomes one that stands for any. */
function globFor(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = (folder ? vscode.workspace.asRelativePath(uri, false) : uri.fsPath).replaceAll('\\', '/');
  return (folder ? '**/' : '') + path.replaceAll(/[*?{}[\]]/g, '?');
}
