import { URI } from 'vscode-uri';
import type { Recalled, SavedIndex } from '../protocol/host.ts';
import { decodeCasts, encodeCasts } from '../store/casts.ts';
import { decodeSavedFile, encodeSavedFile, type SavedFile } from '../store/savedFile.ts';
import { pause } from './pause.ts';
import { openShelf, type Terms } from './shelf.ts';
import { readStamped } from './stamps.ts';
import { createStates } from './states.ts';

/**
 * What was read before, in a folder of this machine. A file counts as unchanged where its size, inode and times are the same,
 * else where its bytes are: then it may have another name, too.
 * @param stateThread the path of a script for `createStates`
 */
export async function openSavedIndex(
  folder: string,
  terms: Terms,
  stateThread: string | null = null,
): Promise<SavedIndex> {
  const shelf = await openShelf(folder, terms);
  const states = createStates(shelf.values.size > 0 ? stateThread : null);
  const casts = await inTurns(decodeCasts(shelf.values.get(CASTS) ?? new Uint8Array(0)));
  /** Files whose casts are not kept yet, with their hashes. */
  const hashes = new Map<string, string>();
  let settling: Promise<void> | null = null;
  let addresses: ReadonlyMap<string, string> | null = null;

  function savedAt(address: string | undefined): SavedFile | null {
    const value = address === undefined ? undefined : shelf.values.get(address);
    return value ? decodeSavedFile(value) : null;
  }

  async function recall(addresses: readonly string[]): Promise<Recalled[]> {
    const files = addresses
      .filter(address => address.startsWith('file:'))
      .map(address => ({ address, path: URI.parse(address).fsPath, saved: savedAt(address) }));
    // No file is in a state that says nothing.
    const same = await states.areSame(files.map(({ path, saved }) => ({ path, state: saved?.stamp.state ?? '' })));
    const found = files.map(({ address, path, saved }, i) =>
      saved && same[i] ? recalled(address, saved, address) : recallByContent(address, path),
    );
    return (await Promise.all(found)).filter(known => known !== null);
  }

  /** @param known the address under which it was kept */
  function recalled(address: string, { facts, isLong, stamp: { hash } }: SavedFile, known: string): Recalled {
    const saved = casts.get(known);
    const cast = saved?.hash === hash ? saved.cast : null;
    if (!cast || address !== known) hashes.set(address, hash);
    if (cast && address !== known) casts.set(address, { hash, cast });
    return { address, facts, isLong, cast };
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
      return recalled(address, saved, known!);
    } catch {
      return null;
    }
  }

  async function settle(isWanted: (address: string) => boolean): Promise<void> {
    addresses = null;
    states.end();
    for (const address of casts.keys()) if (!isWanted(address)) casts.delete(address);
    if (hashes.size * FEW > casts.size) shelf.keep(CASTS, await inTurns(encodeCasts(casts)));
    casts.clear();
    hashes.clear();
    await shelf.settle(key => key === CASTS || isWanted(key));
  }

  return {
    isEmpty: shelf.values.size === 0,
    recall,
    keep: (address, saved) => {
      if (!settling) hashes.set(address, saved.stamp.hash);
      shelf.keep(address, encodeSavedFile(saved));
    },
    keepCast: (address, cast) => {
      const hash = hashes.get(address);
      if (hash !== undefined && !settling) casts.set(address, { hash, cast });
    },
    settle: isWanted => (settling ??= settle(isWanted)),
    close: async () => {
      states.end();
      await settling;
      await shelf.close();
    },
  };
}

/** Where the casts of all files are kept; no file has such an address. */
const CASTS = 'casts';
/** Where one file in so many has another cast, all are written again. */
const FEW = 20;

async function inTurns<T>(steps: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
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
