import type { Connection } from 'vscode-languageserver';
import { addressOf, isOfWorkspace, shownAddress } from './addresses.ts';
import type { Host } from './host.ts';
import type { Library } from './library.ts';
import { reasonOf } from './reason.ts';
import { createSlice } from './slices.ts';

/** The addresses of all source documents in the folders; not all of them where it is over before. */
export async function listSources(
  connection: Connection,
  library: Library,
  host: Host,
  isOver: () => boolean,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let slice = createSlice();
  for (const { address: folder, include } of library.folders) {
    for (const path of include.filter(isPlainPath)) found.add(addressOf(`file://${encodeURI(path)}`));
    try {
      for await (const addresses of host.files.list(folder)) {
        for (const address of addresses) {
          if (isOfWorkspace(address, library.folders)) found.add(address);
          if (!slice.isOver()) continue;
          await host.pause();
          if (isOver()) return found;
          slice = createSlice();
        }
      }
    } catch (error) {
      connection.console.warn(`Readout could not list ${shownAddress(folder)}: ${reasonOf(error)}`);
    }
  }
  return found;
}

/** An absolute path that was opted in and need not lie in a folder. */
function isPlainPath(pattern: string): boolean {
  return pattern.startsWith('/') && !/[*?[\]{}]/.test(pattern);
}
