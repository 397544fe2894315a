// The extension in an editor on a computer: starts the language server and says which documents are its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { middleware, readAsSource } from './opted-in.ts';
import { showReferences, showReferencesCapability, showReferencesCommand } from './references.ts';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const outputChannel = vscode.window.createOutputChannel('Readout', { log: true });
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(
    'readout',
    'Readout',
    { run: server, debug },
    {
      documentSelector: [{ language: 'seed' }],
      outputChannel,
      middleware,
      synchronize: { configurationSection: 'files.associations' },
    },
  );
  client.registerFeature(showReferencesCapability);
  context.subscriptions.push(
    outputChannel,
    vscode.commands.registerCommand('readout.readAsSource', readAsSource),
    vscode.commands.registerCommand(showReferencesCommand, showReferences),
    vscode.commands.registerCommand('readout.restartServer', () => client?.restart()),
  );
  await client.start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
