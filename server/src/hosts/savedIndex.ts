import { URI } from 'vscode-uri';
import type { Recalled, SavedIndex } from '../protocol/host.ts';
import { decodeSavedFile, encodeSavedFile, type SavedFile } from '../store/savedFile.ts';
import { openShelf, type Terms } from './shelf.ts';
import { readStamped, stateAt } from './stamps.ts';

/**
 * What was read before, in a folder of this machine. A file counts as unchanged where its size, inode and times are the same,
 * else where its bytes are: then it may have another name, too.
 */
export async function openSavedIndex(folder: string, terms: Terms): Promise<SavedIndex> {
  const shelf = await openShelf(folder, terms);
  let addresses: ReadonlyMap<string, string> | null = null;

  function savedAt(address: string | undefined): SavedFile | null {
    const value = address === undefined ? undefined : shelf.values.get(address);
    return value ? decodeSavedFile(value) : null;
  }

  async function recallOne(address: string): Promise<Recalled | null> {
    if (!address.startsWith('file:')) return null;
    const path = URI.parse(address).fsPath;
    const saved = savedAt(address);
    const { state } = saved?.stamp ?? {};
    if (saved && state && state === (await stateAt(path))) return recalled(address, saved);
    return recallByContent(address, path);
  }

  async function recallByContent(address: string, path: string): Promise<Recalled | null> {
    try {
      const { stamp } = await readStamped(path);
      addresses ??= byHash(shelf.values);
      const known = stamp ? addresses.get(stamp.hash) : undefined;
      const saved = savedAt(known);
      if (!stamp || !saved) return null;
      // The next time its state may be enough.
      if (known !== address || stamp.state !== null) shelf.keep(address, encodeSavedFile({ ...saved, stamp }));
      return recalled(address, saved);
    } catch {
      return null;
    }
  }

  return {
    isEmpty: shelf.values.size === 0,
    recall: async addresses => (await Promise.all(addresses.map(recallOne))).filter(found => found !== null),
    keep: (address, saved) => shelf.keep(address, encodeSavedFile(saved)),
    settle: isWanted => {
      addresses = null;
      return shelf.settle(isWanted);
    },
    close: shelf.close,
  };
}

/** The addresses of what is saved, by the hashes of the files: seldom asked for, since most files are where they were. */
function byHash(values: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [address, value] of values) {
    const saved = decodeSavedFile(value);
    if (saved) found.set(saved.stamp.hash, address);
  }
  return found;
}

function recalled(address: string, { facts, isLong }: SavedFile): Recalled {
  return { address, facts, isLong };
}
