// The extension in an editor on a computer: the language server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, type Running, startReadout } from './readout.ts';

let running: Running | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  // From Node 22.1 on what is compiled of the server is kept there for its next start.
  const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath };
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.stdio,
    options: { env },
  };
  const debug = { ...server, options: { env, execArgv: ['--nolazy', '--inspect=6009'] } };
  const log = vscode.window.createOutputChannel('Readout', { log: true });
  const options = clientOptions(context, log);
  const storage = `${context.storageUri ?? context.globalStorageUri}`;
  const client = new LanguageClient(
    'readout',
    'Readout',
    { run: server, debug },
    { ...options, initializationOptions: { ...options.initializationOptions, storage } },
  );
  running = startReadout(context, client, log);
  await running.started;
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
