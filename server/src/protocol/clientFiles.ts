import { type Connection, RequestType } from 'vscode-languageserver';
import { addressOf, passedOver } from './addresses.ts';
import type { FileSystem } from './host.ts';

export interface ListFiles {
  readonly folder: string;
  /** Names of folders that are not looked into. */
  readonly passedOver: readonly string[];
}

export interface ReadFile {
  readonly uri: string;
}

/** The client's answers: every file under a folder by address, and the bytes of a file in base64. */
export const listFiles = new RequestType<ListFiles, readonly string[], void>('readout/listFiles');
export const readFile = new RequestType<ReadFile, string, void>('readout/readFile');

/** The files that the client alone can reach: in a browser all of them, elsewhere those of virtual workspaces. */
export function filesOfClient(connection: Connection): FileSystem {
  return {
    read: async uri => fromBase64(await connection.sendRequest(readFile, { uri })),
    async *list(folder) {
      const found = await connection.sendRequest(listFiles, { folder, passedOver: [...passedOver] });
      yield found.map(addressOf);
    },
  };
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), byte => byte.charCodeAt(0));
}
