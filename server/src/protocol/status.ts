import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { clientUri, type Library } from './library.ts';
import { during } from './turns.ts';
import { type Status, statusNotification } from './views.ts';

export interface StatusReports {
  /** Something may have changed; the client is told soon. */
  noted(): void;
  stop(): void;
}

/** Between two reports, in milliseconds: often enough to be seen moving, seldom enough to cost nothing. */
const pace = 200;
const mostUnread = 100;

/** Tells a client that wants to know how far the documents are read, and whenever what is read has changed. */
export function createStatus(
  connection: Connection,
  library: Library,
  client: () => ClientCapabilities,
): StatusReports {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = '';
  let isReading = false;
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const send = () => {
    stop();
    const status = during('the status', () => statusOf(library));
    const written = JSON.stringify(status);
    if (written === last) return;
    last = written;
    isReading = status.progress !== null;
    void connection.sendNotification(statusNotification, status).catch(() => {});
  };
  return {
    noted: () => {
      if (client().experimental?.readoutStatus !== true) return;
      // Nobody waits to hear that all is read.
      if (isReading && library.progress === null) send();
      else timer ??= setTimeout(send, pace);
    },
    stop,
  };
}

function statusOf(library: Library): Status {
  const { corpus, progress, left, unread } = library;
  return {
    revision: corpus.revision,
    documents: corpus.documents.size,
    progress,
    left,
    unread: [...unread].slice(0, mostUnread).map(([address, why]) => ({ uri: clientUri(library, address), ...why })),
    unreadTotal: unread.size,
  };
}
