// The extension in an editor in the browser: the language server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, type Running, startReadout } from './readout.ts';

declare const Worker: new (address: string) => { terminate(): void };

let running: Running | undefined;
let worker: { terminate(): void } | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  const server = async () => {
    worker?.terminate();
    worker = new Worker(address);
    return worker;
  };
  const log = vscode.window.createOutputChannel('Readout', { log: true });
  const client = new LanguageClient('readout', 'Readout', server as never, clientOptions(log));
  running = startReadout(context, client, log);
  await running.started;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
