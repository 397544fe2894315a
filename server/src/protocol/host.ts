import type { Cast } from '../corpus/packed.ts';
import type { SavedFile, Stamp } from '../store/savedFile.ts';
import type { Threads } from './readers.ts';

/** What the server needs of the machine it runs on; a process and a web worker give it differently. */
export interface Host {
  readonly files: FileSystem;
  /** The folder of the pages about the rules, by address, where the machine has them. */
  readonly pages?: string;
  /** Where documents can be read beside the server; missing where the machine has nothing of the kind. */
  readonly threads?: Threads;
  /** Whether each reading of an edited document is compared with a fresh one, and the log told where they differ. */
  readonly comparesReadings?: boolean;
  /**
   * Where what was read is kept for the next time; missing where the machine has no place for it. Never rejects.
   * @param folder an address or a path
   * @param say told what is wrong with what was kept, and why nothing more is
   */
  openSaved?(folder: string, say: (message: string) => void): Promise<SavedIndex>;
  /** Whether turns of the event loop that take long are told of in the log. */
  readonly tellsLongTurns?: boolean;
  /** Lets waiting messages in; long work calls it at least every few milliseconds. */
  pause(): Promise<void>;
}

export interface FileSystem {
  /** The bytes of a file; rejects with a readable reason where they cannot be had. */
  read(uri: string): Promise<Uint8Array>;
  /** As `read`, and by what it is told later whether the file is the same; null where that cannot be told. */
  readStamped?(uri: string): Promise<{ readonly bytes: Uint8Array; readonly stamp: Stamp | null }>;
  /**
   * Every file under a folder, some at a time, by address as `addressOf` gives it. Symbolic links to folders and unreadable
   * folders are passed over.
   */
  list(folder: string): AsyncIterable<readonly string[]>;
}

/** What was read before, from one run of the server to the next. */
export interface SavedIndex {
  readonly isEmpty: boolean;
  /** Those of some files whose content is the same as when they were read. */
  recall(addresses: readonly string[]): Promise<readonly Recalled[]>;
  /** Written soon, in the background. */
  keep(address: string, saved: SavedFile): void;
  /** Whom a file names that was recalled or kept; the next time this is known with it. */
  keepCast(address: string, cast: Cast): void;
  /** Nothing more is recalled. @param isWanted what is not is dropped once it is old */
  settle(isWanted: (address: string) => boolean): Promise<void>;
  /** Writes what is left to be written. */
  close(): Promise<void>;
}

export interface Recalled {
  readonly address: string;
  /** As `encodeFacts` made them; not checked yet. */
  readonly facts: Uint8Array;
  readonly isLong: boolean;
  /** Whom it names; null where that is known from the facts alone. */
  readonly cast: Cast | null;
}
