/**
 * What the server can be asked for beyond the standard protocol, by a client that has views of its own for it
 * (docs/requests.md). No standard feature needs it. Lists are capped: a client asks for the next page where it shows one.
 */
import type { Range } from 'vscode-languageserver';
import type { MapQuery, MapSpeaker, CorpusMap as Whole } from '../features/corpusMap.ts';
import type { Speaker, SpeakerOrder } from '../features/speakers.ts';
import type { Bookmark, StatementQuery } from '../features/statements.ts';
import type { Progress, Unread } from './library.ts';

export const speakersRequest = 'readout/speakers';
export const statementsRequest = 'readout/statements';
export const corpusMapRequest = 'readout/corpusMap';
/** Sent by the server to clients that have `experimental.readoutStatus`. */
export const statusNotification = 'readout/status';
/** Sent by the client: leave the files that are waiting unread; read them after all. */
export const stopReading = 'readout/stopReading';
export const readRest = 'readout/readRest';

export interface SpeakersParams {
  /** The address of a document; without it, all documents. */
  readonly document?: string;
  readonly order?: SpeakerOrder;
  /** Words of the name or office. */
  readonly name?: string;
  readonly offset?: number;
  /** At most 500; 100 if not given. */
  readonly limit?: number;
}

export interface SpeakersPage {
  readonly total: number;
  readonly speakers: readonly SpeakerItem[];
}

export type SpeakerItem = Omit<Speaker, 'parts'>;

export interface StatementsParams extends StatementQuery {
  /** Words of the statement, or their beginnings. */
  readonly words?: string;
  readonly after?: Bookmark;
  /** At most 500; 100 if not given. */
  readonly limit?: number;
}

export interface StatementsPage {
  /** How many there are in all; null where words are looked for, since only the files on the way to this page are read. */
  readonly total: number | null;
  readonly statements: readonly StatementItem[];
  /** Where to go on; null at the end. */
  readonly next: Bookmark | null;
}

export interface StatementItem {
  readonly uri: string;
  readonly range: Range;
  /** As it is written, on one line, from its first to its last words. */
  readonly text: string;
  readonly speakers: readonly string[];
  /** ISO day, month or year of the document. */
  readonly day: string | null;
  readonly outlet: string | null;
  readonly headline: string | null;
}

/** At most 60 speakers; 25 if no limit is given. */
export type CorpusMapParams = Partial<MapQuery>;

export type CorpusMap = Whole;
export type { Bookmark, MapSpeaker };

export interface Status {
  /** Goes up whenever what is read changes: views that show it ask again. */
  readonly revision: number;
  readonly documents: number;
  /** How far the files are read; null where none is waiting. */
  readonly progress: Progress | null;
  /** How many files were left when the reading of files was stopped. */
  readonly left: number;
  /** Files that are not read, or not in full; at most 100. */
  readonly unread: readonly (Unread & { readonly uri: string })[];
  readonly unreadTotal: number;
}
