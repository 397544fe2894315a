import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { addressOf } from './addresses.ts';
import type { Host } from './host.ts';
import { type Library, type View, view } from './library.ts';

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Wraps what answers a request: cancelled and overtaken requests are refused, a failure is logged and the server stays up. */
export interface Answering {
  /** For requests about an open document; `otherwise` (null if not given) is the answer where nothing is read. */
  aboutDocument<P extends { readonly textDocument: { readonly uri: string } }, R, N = null>(
    answer: (view: View, params: P) => R,
    otherwise?: N,
  ): Handler<P, R | N>;
  aboutWorkspace<P, R>(answer: (params: P) => R): Handler<P, R>;
}

export function createAnswering(connection: Connection, library: Library, host: Host): Answering {
  const run = async <R>(
    token: CancellationToken,
    isOvertaken: () => boolean,
    answer: () => R,
  ): Promise<R | ResponseError<never>> => {
    // One turn for the next message to be taken up, one for it to be acted on: an edit or a cancellation that came along.
    await host.pause();
    await host.pause();
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled');
    if (isOvertaken()) return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The document has changed since');
    try {
      return answer();
    } catch (error) {
      connection.console.error(
        `Readout could not answer: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
      return new ResponseError<never>(LSPErrorCodes.RequestFailed, 'Readout could not answer; its log says why');
    }
  };
  const versionOf = (uri: string) => library.buffers.get(addressOf(uri))?.source.version;
  return {
    aboutDocument: (answer, otherwise) => (params, token) => {
      const { uri } = params.textDocument;
      const asked = versionOf(uri);
      return run(
        token,
        () => versionOf(uri) !== asked,
        () => {
          const seen = view(library, uri);
          return seen ? answer(seen, params) : ((otherwise ?? null) as never);
        },
      );
    },
    aboutWorkspace: answer => (params, token) =>
      run(
        token,
        () => false,
        () => answer(params),
      ),
  };
}
