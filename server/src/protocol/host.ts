import type { Threads } from './readers.ts';

/** What the server needs of the machine it runs on; a process and a web worker give it differently. */
export interface Host {
  readonly files: FileSystem;
  /** The folder of the pages about the rules, by address, where the machine has them. */
  readonly pages?: string;
  /** Where documents can be read beside the server; missing where the machine has nothing of the kind. */
  readonly threads?: Threads;
  /** Lets waiting messages in; long work calls it at least every few milliseconds. */
  pause(): Promise<void>;
}

export interface FileSystem {
  /** The bytes of a file; rejects with a readable reason where they cannot be had. */
  read(uri: string): Promise<Uint8Array>;
  /** Every file under a folder, by address. Symbolic links to folders and unreadable folders are passed over. */
  list(folder: string): AsyncIterable<string>;
}
