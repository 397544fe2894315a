import type { CancellationToken } from 'vscode-languageserver';
import { lineStartsOf } from '../../corpus/lines.ts';
import {
  type Bookmark,
  bookmarkOf,
  countStatements,
  hasWords,
  type ListedStatement,
  type StatementQuery,
  statements as statementsIn,
} from '../../features/statements.ts';
import { onOneLine } from '../../features/words.ts';
import { addressOf } from '../addresses.ts';
import { toRange } from '../convert.ts';
import { decode } from '../decode.ts';
import type { Feature } from '../feature.ts';
import { speakersKnown } from '../gathering.ts';
import type { Host } from '../host.ts';
import { clientUri, type Library } from '../library.ts';
import { numberIn, type Params, paramsOf, textIn } from '../params.ts';
import { type StatementItem, type StatementsPage, statementsRequest } from '../views.ts';

export const statements: Feature = {
  capability: () => ({ experimental: { readoutStatements: true } }),
  listen: (connection, { library, answering, host }) =>
    connection.onRequest<StatementsPage, never>(
      statementsRequest,
      answering.fromFiles((sent: unknown, token) => pageOf(library, host, paramsOf(sent), token)),
    ),
};

/** Texts that are read at a time: enough to keep the disk busy, few enough to stop at once. */
const documentsAtATime = 16;
const longestText = 10_000;

async function pageOf(
  library: Library,
  host: Host,
  params: Params,
  token: CancellationToken,
): Promise<StatementsPage | null> {
  const query = queryIn(params);
  if (!(await speakersKnown(library, host, query.document, token))) return null;
  const words = textIn(params, 'words') ?? '';
  const limit = numberIn(params, 'limit', 100, 500);
  const total = words === '' ? countStatements(library.corpus, query) : null;
  const listed = statementsIn(library.corpus, query, bookmarkIn(params));
  const found: StatementItem[] = [];
  let last: Bookmark | null = null;
  for (;;) {
    const batch = nextDocuments(listed, words === '' ? limit - found.length + 1 : Number.POSITIVE_INFINITY);
    if (batch.length === 0) return { total, statements: found, next: null };
    const texts = await textsOf(library, host, batch);
    if (token.isCancellationRequested) return null;
    for (const statement of batch) {
      const item = toItem(library, statement, texts.get(statement.uri) ?? null);
      if (!item || !hasWords(item.text, words)) continue;
      if (found.length === limit) return { total, statements: found, next: last };
      found.push(item);
      last = bookmarkOf(statement);
    }
    await host.pause();
  }
}

function queryIn(params: Params): StatementQuery {
  const document = textIn(params, 'document');
  const given = (['speaker', 'about', 'from', 'to'] as const).flatMap(name => {
    const value = textIn(params, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...(document !== undefined && { document: addressOf(document) }) };
}

function bookmarkIn(params: Params): Bookmark | null {
  const sent = paramsOf(params.after);
  const uri = textIn(sent, 'uri');
  return uri === undefined ? null : { uri, day: textIn(sent, 'day') ?? null, row: numberIn(sent, 'row', 0) };
}

/** The statements of the next few documents, or fewer once there are enough. */
function nextDocuments(listed: Iterator<ListedStatement>, enough: number): ListedStatement[] {
  const batch: ListedStatement[] = [];
  const documents = new Set<string>();
  while (batch.length < enough && documents.size <= documentsAtATime) {
    const { value, done } = listed.next();
    if (done) break;
    batch.push(value);
    documents.add(value.uri);
  }
  return batch;
}

async function textsOf(library: Library, host: Host, batch: readonly ListedStatement[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const read = async (address: string) => {
    const text = await textOf(library, host, address);
    if (text !== null) texts.set(address, text);
  };
  await Promise.all([...new Set(batch.map(({ uri }) => uri))].map(read));
  return texts;
}

/** The text that the corpus has read; null where the file has changed since, and will be read again, or is gone. */
async function textOf(library: Library, host: Host, address: string): Promise<string | null> {
  const facts = library.corpus.documents.get(address);
  const open = library.buffers.get(address)?.state?.document.text;
  try {
    const text = open ?? decode(await host.files.read(address));
    return text !== null && facts && isSameLayout(lineStartsOf(text), facts.lineStarts) ? text : null;
  } catch {
    return null;
  }
}

function isSameLayout(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((start, line) => start === b[line]);
}

function toItem(library: Library, statement: ListedStatement, text: string | null): StatementItem | null {
  const { uri, start, end, speakers, day, outlet, headline } = statement;
  const facts = library.corpus.documents.get(uri);
  if (text === null || !facts) return null;
  return {
    uri: clientUri(library, uri),
    range: toRange(facts, { start, end }),
    text: onOneLine(text.slice(start, Math.min(end, start + longestText))),
    speakers,
    day,
    outlet: outlet && onOneLine(outlet),
    headline: headline && onOneLine(headline),
  };
}
