import type { Connection } from 'vscode-languageserver';
import type { Showing } from './diagnostics.ts';
import { canPull, toPeopleDiagnostics } from './features.ts';
import type { Library } from './library.ts';
import { peopleView } from './people.ts';

export interface PeopleChecks {
  /** What the documents say may have changed; the people files that are open are looked at soon. */
  noted(): void;
  stop(): void;
}

/** Between two looks, in milliseconds: nobody edits a document and watches a people file at once. */
const pace = 500;

/**
 * Keeps what is said of people files true while the documents change under them: a name may be in none of them any more, or in one
 * again. A client that asks for diagnostics is told to ask again, for others `send` sends those of a file.
 */
export function createPeopleChecks(
  connection: Connection,
  library: Library,
  showing: () => Showing,
  send: (uri: string) => void,
): PeopleChecks {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: readonly unknown[] = [];
  const said = new Map<string, string>();

  const hasNews = (uri: string): boolean => {
    const view = peopleView(library, uri);
    if (!view) return false;
    const found = JSON.stringify(toPeopleDiagnostics(library, view, showing()));
    if (said.get(uri) === found) return false;
    said.set(uri, found);
    return true;
  };
  const check = () => {
    timer = null;
    const { corpus, isAllRead, progress, left } = library;
    const state = [corpus.revision, isAllRead, progress === null, left];
    if (state.every((part, index) => part === last[index])) return;
    last = state;
    const news = [...library.buffers.values()].map(({ source }) => source.uri).filter(hasNews);
    const { client } = showing();
    if (!canPull(client)) for (const uri of news) send(uri);
    else if (news.length > 0 && client.workspace?.diagnostics?.refreshSupport)
      connection.languages.diagnostics.refresh().catch(error => connection.console.error(`Readout: ${error}`));
  };

  return {
    noted: () => {
      timer ??= setTimeout(check, pace);
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
