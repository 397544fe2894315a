import {
  type CancellationToken,
  type Connection,
  type DiagnosticServerCancellationData,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { unpackAll } from '../corpus/packed.ts';
import { forgetAppearances } from '../corpus/sharing.ts';
import { addressOf } from './addresses.ts';
import type { Host } from './host.ts';
import { isReadAhead, isReading, isUnread, isWarm, type Library, quietIn, type View, view } from './library.ts';
import { catchUpPeople, type PeopleView, peopleView } from './people.ts';
import { inSlices } from './slices.ts';
import { during } from './turns.ts';

/** Wraps what answers a request: cancelled and overtaken requests are refused, a failure is logged and the server stays up. */
export interface Answering {
  /**
   * For requests about an open document, or an open people file; the answer is null where nothing is read.
   * @param prepare does in steps what the answer would take long over, and finds done; null where there is nothing to do
   */
  aboutDocument<P extends AboutDocument, R>(
    answer: (view: View, params: P) => R,
    aboutPeople?: ((view: PeopleView, params: P) => R) | null,
    prepare?: (view: View, params: P) => Iterator<void, unknown> | null,
  ): Handler<P, R | null, never>;
  /** The same for what nobody waits for: it is worked on once typing pauses, and asked for again if it was overtaken. */
  onceQuiet<P extends AboutDocument, R>(
    answer: (view: View, params: P) => R,
    otherwise: R,
    aboutPeople?: (view: PeopleView, params: P) => R,
  ): Handler<P, R, DiagnosticServerCancellationData>;
  aboutWorkspace<P, R>(answer: (params: P) => R): Handler<P, R, never>;
  /** For what waits for files in between: the answer takes one state for each document, and null says that it was cancelled. */
  fromFiles<P, R>(answer: (params: P, token: CancellationToken) => Promise<R | null>): Handler<P, R, never>;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R, E> = (params: P, token: CancellationToken) => Promise<R | ResponseError<E>>;

export function createAnswering(connection: Connection, library: Library, host: Host): Answering {
  const versionOf = (uri: string) => library.buffers.get(addressOf(uri))?.source.version;

  const failed = (error: unknown): ResponseError<never> => {
    const shown = error instanceof Error ? (error.stack ?? error.message) : error;
    connection.console.error(`Readout could not answer: ${shown}`);
    return new ResponseError(LSPErrorCodes.RequestFailed, 'Readout could not answer; its log says why');
  };
  const attempt = <R>(about: string, answer: () => R): R | ResponseError<never> => {
    try {
      return during(`an answer about ${about}`, answer);
    } catch (error) {
      return failed(error);
    }
  };

  return {
    aboutDocument: (answer, aboutPeople, prepare) => async (params, token) => {
      const { uri } = params.textDocument;
      const asked = versionOf(uri);
      const isOver = () => token.isCancellationRequested || versionOf(uri) !== asked;
      await letMessagesIn(host);
      await readAhead(library, host, uri, isOver);
      const seen = prepare && !isOver() ? view(library, uri) : null;
      const steps = seen && prepare?.(seen, params);
      if (steps) await inSlices(`preparing an answer about ${uri}`, steps, host, isOver);
      if (token.isCancellationRequested) return cancelled();
      if (versionOf(uri) !== asked) return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
      return attempt(uri, () => {
        const seen = view(library, uri);
        if (seen) return answer(seen, params);
        const people = aboutPeople && peopleView(library, uri);
        return people ? aboutPeople(people, params) : null;
      });
    },
    onceQuiet: (answer, otherwise, aboutPeople) => async (params, token) => {
      const { uri } = params.textDocument;
      const asked = versionOf(uri);
      await letMessagesIn(host);
      await rest(host, quietIn(library, uri), token);
      await readAhead(library, host, uri, () => token.isCancellationRequested || versionOf(uri) !== asked);
      if (token.isCancellationRequested) return cancelled();
      if (versionOf(uri) !== asked) return askAgain();
      return attempt(uri, () => {
        const seen = view(library, uri);
        if (seen) return answer(seen, params);
        const people = aboutPeople && peopleView(library, uri);
        return people ? aboutPeople(people, params) : otherwise;
      });
    },
    aboutWorkspace: answer => async (params, token) => {
      await letMessagesIn(host);
      if (token.isCancellationRequested) return cancelled();
      return attempt('the workspace', () => {
        catchUpPeople(library);
        return answer(params);
      });
    },
    fromFiles: answer => async (params, token) => {
      await letMessagesIn(host);
      if (token.isCancellationRequested) return cancelled();
      return (await answer(params, token).catch(failed)) ?? cancelled();
    },
  };
}

/** One turn for the next message to be taken up, one for it to be acted on: an edit or a cancellation that came along. */
async function letMessagesIn(host: Host): Promise<void> {
  await host.pause();
  await host.pause();
}

const sliceMilliseconds = 8;

/** Reads a document in slices, between which messages are taken up, until it is read or nobody needs it any more. */
export async function readAhead(library: Library, host: Host, uri: string, isOver: () => boolean): Promise<void> {
  const length = library.buffers.get(addressOf(uri))?.source.getText().length ?? 0;
  while (isUnread(library, uri) && !isOver() && !isWarmer(library, length)) await letMessagesIn(host);
  const isRead = () => during(`reading ${uri}`, () => isReadAhead(library, uri, sliceMilliseconds));
  while (!isOver() && !isRead()) await letMessagesIn(host);
}

/** Does, while nothing is being read, what the first to open a document or to ask about all of them would have to wait for. */
export async function warmUp(library: Library, host: Host): Promise<void> {
  await whileIdle(library, host, () => isWarmer(library, Number.POSITIVE_INFINITY));
  const unpacking = unpackAll(library.corpus);
  await whileIdle(library, host, () => during('unpacking documents', () => unpacking.next().done === true));
  forgetAppearances(library.corpus);
}

/** Does one step after the other until all is done, each when nothing is being read. */
async function whileIdle(library: Library, host: Host, isDone: () => boolean): Promise<void> {
  do {
    await host.pause();
    while (isReading(library)) await rest(host, readingPause);
  } while (!isDone());
}

const readingPause = 50;

const isWarmer = (library: Library, length: number) => during('warming up', () => isWarm(library, length));

/** A timer goes off beside the work of others, so that whoever has rested goes on in a turn of its own. */
export async function rest(host: Host, milliseconds: number, token?: CancellationToken): Promise<void> {
  if (milliseconds <= 0 || token?.isCancellationRequested) return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    token?.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  await host.pause();
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', { retriggerRequest: true });
}
