import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Option } from 'commander';
import { readingVersion } from '../hosts/readingVersion.ts';
import { say } from './exit.ts';

/** What was made of texts before, as JSON. */
export interface Cache {
  /** What was made of a text; made now where it is not there. */
  of(text: string, make: (text: string) => string | Promise<string>): Promise<string>;
  /** Writes what is new. */
  close(): Promise<void>;
}

export function cacheOption(kept: string, done: string): Option {
  return new Option('--cache <folder>', `keep ${kept} there, and take from there those of texts ${done} before`);
}

const noCache: Cache = { of: async (text, make) => make(text), close: async () => {} };

/**
 * Goes by what the texts are and by the code that reads them; whatever is wrong with the folder is said, and costs time only.
 * @param folder none to keep nothing @param kind tells apart what different commands make of a text
 */
export async function openCache(folder: string | undefined, kind: string): Promise<Cache> {
  if (folder === undefined) return noCache;
  const terms = { kind, version: readingVersion, say: (message: string) => say(`--cache ${folder}: ${message}`) };
  const { openShelf } = await import('../hosts/shelf.ts');
  const shelf = await openShelf(folder, terms);
  const used = new Set<string>();
  return {
    of: async (text, make) => {
      const key = createHash('sha256').update(text).digest('hex');
      used.add(key);
      const known = shelf.values.get(key);
      const kept = known ? inflated(known) : null;
      if (kept !== null) return kept;
      const made = await make(text);
      // The fastest level: what the others save in room they cost in time.
      shelf.keep(key, deflateRawSync(made, { level: 1 }));
      return made;
    },
    close: async () => {
      await shelf.settle(key => used.has(key));
      await shelf.close();
    },
  };
}

/** Null for what is no compressed text. */
function inflated(bytes: Uint8Array): string | null {
  try {
    return inflateRawSync(bytes).toString();
  } catch {
    return null;
  }
}
