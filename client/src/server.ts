// The server as the views see it: typed requests, and its status.
import * as vscode from 'vscode';
import { type BaseLanguageClient, State, type StaticFeature } from 'vscode-languageclient';
import type {
  CorpusMap,
  CorpusMapParams,
  SpeakersPage,
  SpeakersParams,
  StatementsPage,
  StatementsParams,
  Status,
} from '../../server/src/protocol/views.ts';
import { showReferencesCommand } from './references.ts';
import { peopleWrittenCommand } from './written.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export interface Server extends vscode.Disposable {
  speakers(params: SpeakersParams, token?: vscode.CancellationToken): Promise<SpeakersPage>;
  statements(params: StatementsParams, token?: vscode.CancellationToken): Promise<StatementsPage>;
  corpusMap(params: CorpusMapParams, token?: vscode.CancellationToken): Promise<CorpusMap>;
  readonly state: ServerState;
  /** Null until the server has said. */
  readonly status: Status | null;
  /** Or about to read, before it has said so. */
  readonly isReading: boolean;
  readonly onStatus: vscode.Event<void>;
  stopReading(): Promise<void>;
  readRest(): Promise<void>;
}

/** Only a client that says so is told how far it is, and sent commands of its own. */
export const ownCapabilities: StaticFeature = {
  fillClientCapabilities: capabilities => {
    const commands = [showReferencesCommand, peopleWrittenCommand];
    capabilities.experimental = { ...capabilities.experimental, readoutStatus: true, commands };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};

const states: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

export function connectTo(client: BaseLanguageClient): Server {
  const changed = new vscode.EventEmitter<void>();
  let status: Status | null = null;
  const listening = [
    client.onNotification('readout/status', (sent: Status) => {
      status = sent;
      changed.fire();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) status = null;
      changed.fire();
    }),
  ];
  // A server that is not there, or that an edit has overtaken, has nothing to show; the next status asks again.
  const ask = async <R>(method: string, params: object, nothing: R, token?: vscode.CancellationToken): Promise<R> => {
    if (client.state !== State.Running) return nothing;
    try {
      return await (token ? client.sendRequest<R>(method, params, token) : client.sendRequest<R>(method, params));
    } catch (error) {
      if (client.state === State.Running && !token?.isCancellationRequested)
        client.error(`${method} failed`, error, false);
      return nothing;
    }
  };
  return {
    speakers: (params, token) => ask<SpeakersPage>('readout/speakers', params, { total: 0, speakers: [] }, token),
    statements: (params, token) =>
      ask<StatementsPage>('readout/statements', params, { total: 0, statements: [], next: null }, token),
    corpusMap: (params, token) =>
      ask<CorpusMap>(
        'readout/corpusMap',
        params,
        { total: 0, unit: 'day', speakers: [], others: [], links: [] },
        token,
      ),
    get state() {
      return states[client.state];
    },
    get status() {
      return status;
    },
    get isReading() {
      return client.state !== State.Stopped && client.state !== State.StartFailed && status?.progress !== null;
    },
    onStatus: changed.event,
    stopReading: () => client.sendNotification('readout/stopReading'),
    readRest: () => client.sendNotification('readout/readRest'),
    dispose: () => vscode.Disposable.from(changed, ...listening).dispose(),
  };
}
