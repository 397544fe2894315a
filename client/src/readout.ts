// What the extension is made of, wherever it runs: the host hands it a client for its kind of server.
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type DocumentFilter,
  type LanguageClientOptions,
  State,
  type StaticFeature,
} from 'vscode-languageclient';
import { registerCopying } from './copying.ts';
import { registerCorpusMap } from './corpusMapPanel.ts';
import { restarting } from './crashes.ts';
import { giveFiles } from './files.ts';
import { middleware, readAsSource } from './opted-in.ts';
import { showReferences, showReferencesCommand } from './references.ts';
import { connectTo, ownCapabilities } from './server.ts';
import { registerSpeakers } from './speakersView.ts';
import { registerStatements } from './statementsView.ts';
import { registerStatus } from './statusItem.ts';
import { resolveCodeAction } from './written.ts';

export interface Running {
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

const sources = { language: 'seed' };
const people = { language: 'yaml', pattern: '**/people.yaml' };

export function clientOptions(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [sources, people],
    initializationOptions: { rulePage: `${vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules')}/{code}.md` },
    outputChannel: log,
    middleware: { ...middleware, resolveCodeAction },
    errorHandler: restarting(log),
    synchronize: { configurationSection: 'files.associations' },
  };
}

export function startReadout(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): Running {
  client.registerFeature(ownCapabilities);
  offerWhereAnswered(client);
  const server = connectTo(client);
  const statements = registerStatements(context, server);
  const speakers = registerSpeakers(context, server, statements);
  context.subscriptions.push(
    log,
    server,
    giveFiles(client),
    registerStatus(server),
    statements,
    speakers,
    registerCopying(server, speakers, statements),
    registerCorpusMap(context, server, statements),
    vscode.commands.registerCommand('readout.readAsSource', readAsSource),
    vscode.commands.registerCommand(showReferencesCommand, showReferences),
    vscode.commands.registerCommand('readout.restartServer', async () => {
      if (client.state === State.Running) await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('readout.showLog', () => log.show()),
  );
  return { started: client.start(), stop: () => client.stop() };
}

/** What the server answers about source documents alone, and about people files alone. */
const answeredFor: readonly (readonly [DocumentFilter, readonly string[]])[] = [
  [sources, ['codeLens', 'documentHighlight', 'documentLink', 'documentSymbol', 'foldingRange', 'formatting']],
  [sources, ['implementation', 'inlayHint', 'prepareCallHierarchy', 'selectionRange', 'semanticTokens']],
  [sources, ['typeDefinition']],
  [people, ['completion', 'rename']],
];

/** Or the editor would offer it in both: of two formatters for a people file, say, it would ask which to take. */
function offerWhereAnswered(client: BaseLanguageClient): void {
  const featureOf = client.getFeature.bind(client) as (request: string) => StaticFeature;
  for (const [documents, requests] of answeredFor) {
    for (const request of requests) {
      const feature = featureOf(`textDocument/${request}`);
      const initialize = feature.initialize.bind(feature);
      feature.initialize = capabilities => initialize(capabilities, [documents]);
    }
  }
}
