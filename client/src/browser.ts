// The extension in an editor in the browser: the language server is a web worker.
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions, type Running, startReadout } from './readout.ts';

type WebWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (address: string) => WebWorker;

let running: Running | undefined;
let worker: WebWorker | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  // The editor puts a class of its own in the place of `Worker`, by which the client would not know the worker for one.
  const server = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const log = vscode.window.createOutputChannel('Readout', { log: true });
  const client = new LanguageClient('readout', 'Readout', server, clientOptions(context, log));
  running = startReadout(context, client, log);
  await running.started;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
