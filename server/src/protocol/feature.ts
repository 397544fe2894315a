import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Answering } from './answering.ts';
import type { Showing } from './diagnostics.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';

/** A feature as the protocol sees it: what it advertises to a client, and the handler that answers. */
export interface Feature {
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly listen: (connection: Connection, session: Session) => void;
}

export interface Session {
  readonly library: Library;
  readonly answering: Answering;
  readonly host: Host;
  /** What the client can do; empty until it has said so. */
  readonly client: () => ClientCapabilities;
  readonly showing: () => Showing;
}
