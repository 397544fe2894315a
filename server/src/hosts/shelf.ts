/**
 * Values kept in a folder from one run to the next, in packs. What is new goes into packs of its own; packs of which little is
 * still wanted are put together. No pack is ever changed, so that several processes can use one folder: at worst the same is
 * kept twice for a while.
 *
 * The packs are kept by cacache, which writes a file whole or not at all and checks it when it is read.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm as rmFile } from 'node:fs/promises';
import { join } from 'node:path';
import { get, ls, put, rm, verify } from 'cacache';
import { reasonOf } from '../protocol/reason.ts';
import { decodePack, encodePack } from '../store/packs.ts';

export interface Shelf {
  /** What was kept before, by key. */
  readonly values: ReadonlyMap<string, Uint8Array>;
  /** Keeps a value in the place of the one before; written soon, in the background. */
  keep(key: string, value: Uint8Array): void;
  /**
   * Nothing more is asked of what was kept before: `values` is emptied, and what is old is cleared away.
   * @param isWanted what is not wanted goes a month after it was kept
   */
  settle(isWanted: (key: string) => boolean): Promise<void>;
  /** Writes what is left to be written. */
  close(): Promise<void>;
}

export interface Terms {
  /** What is kept; several kinds can be kept in one folder. */
  readonly kind: string;
  /** What another version has kept is not looked at. */
  readonly version: string;
  /** Told once what is wrong with what was kept, and once why nothing more is. */
  readonly say: (message: string) => void;
  /** Bytes; beyond them the oldest packs go. */
  readonly most?: number;
  /** Milliseconds of the clock. */
  readonly now?: () => number;
}

interface Pack extends Times {
  readonly key: string;
  readonly integrity: string;
  readonly size: number;
  readonly values: ReadonlyMap<string, Uint8Array>;
}

/** When the newest and the oldest value of a pack were kept, in milliseconds of the clock. */
interface Times {
  readonly time: number;
  readonly since: number;
}

const packSize = 1_000_000;
/** Packs of which less than half is wanted are put together once they are more. */
const mostPoorPacks = 8;
const defaultMost = 256_000_000;
/** Milliseconds that what is new waits for more of its kind. */
const patience = 2_000;
const day = 24 * 60 * 60 * 1000;
const month = 30 * day;
const week = 7 * day;

/** Never rejects: a folder that cannot be used keeps nothing. */
export async function openShelf(folder: string, terms: Terms): Promise<Shelf> {
  const { say, most = defaultMost, now = Date.now } = terms;
  const place = join(folder, 'readout');
  let packs = await readPacks(place, terms, now());
  const values = new Map(packs.flatMap(pack => [...pack.values]));

  let fresh = new Map<string, Uint8Array>();
  let freshSize = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isGivenUp = false;

  function keep(key: string, value: Uint8Array): void {
    if (isGivenUp) return;
    freshSize += value.length - (fresh.get(key)?.length ?? 0);
    fresh.set(key, value);
    if (freshSize > packSize) void writeFresh();
    else timer ??= setTimeout(() => void writeFresh(), patience).unref();
  }

  function writeFresh(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const written = fresh;
    fresh = new Map();
    freshSize = 0;
    writing = writing.then(() => write(written, { since: now(), time: now() }));
    return writing;
  }

  /** Says why and keeps nothing more where it cannot be written; what is kept already stays as it is. */
  async function write(written: ReadonlyMap<string, Uint8Array>, times: Times): Promise<void> {
    if (written.size === 0 || isGivenUp) return;
    try {
      await writePack(place, keyOf(terms), written, times);
    } catch (error) {
      isGivenUp = true;
      say(`what is read cannot be saved for the next time: ${reasonOf(error)}`);
    }
  }

  function settle(isWanted: (key: string) => boolean): Promise<void> {
    const known = packs;
    packs = [];
    values.clear();
    // What is new is written before or after it, so that nothing is cleared away half written.
    writing = writing.then(() => tidy(known, isWanted));
    return writing;
  }

  async function tidy(known: readonly Pack[], isWanted: (key: string) => boolean): Promise<void> {
    try {
      await clearAway(known, isWanted);
      if (await isVerifiedLongAgo(place, known, now())) await verify(place);
    } catch {
      // Another process tidies up as well; what is left is for the next time.
    }
  }

  async function clearAway(known: readonly Pack[], isWanted: (key: string) => boolean): Promise<void> {
    const latest = new Map(known.flatMap(pack => [...pack.values.keys()].map(key => [key, pack])));
    const isLive = (pack: Pack, key: string) =>
      latest.get(key) === pack && (isWanted(key) || now() - pack.since < month);
    const lives = known.map(pack => ({ pack, live: [...pack.values].filter(([key]) => isLive(pack, key)) }));
    const poor = lives.filter(({ live }) => 2 * sizeOf(live) < packSize);
    if (poor.length > mostPoorPacks) {
      // As old as the newest of them: what has been kept since, here or by another process, is newer.
      const time = Math.max(...poor.map(({ pack }) => pack.time));
      const since = Math.min(...poor.map(({ pack }) => pack.since));
      for (const part of parted(poor.flatMap(({ live }) => live))) await write(part, { since, time });
      if (isGivenUp) return;
      await drop(poor.map(({ pack }) => pack));
    }
    const others = lives.filter(of => poor.length <= mostPoorPacks || !poor.includes(of)).map(({ pack }) => pack);
    await drop(beyond(most, others));
  }

  async function drop(dropped: readonly Pack[]): Promise<void> {
    for (const { key, integrity } of dropped) await removePack(place, key, integrity);
  }

  return {
    values,
    keep,
    settle,
    close: async () => {
      await writeFresh();
    },
  };
}

const keyOfKind = ({ kind }: Terms) => `readout ${kind} `;
const keyOf = (terms: Terms) => `${keyOfKind(terms)}${terms.version} `;

async function writePack(
  place: string,
  key: string,
  values: ReadonlyMap<string, Uint8Array>,
  { since, time }: Times,
): Promise<void> {
  const id = randomUUID();
  const { buffer, byteOffset, length } = encodePack(id, values);
  await put(place, key + id, Buffer.from(buffer, byteOffset, length), { metadata: { since, time } });
}

/** In the order in which they were written. What cannot be read is removed, and said. */
async function readPacks(place: string, terms: Terms, now: number): Promise<Pack[]> {
  try {
    const found = Object.values(await ls(place));
    const own = found.filter(({ key }) => key.startsWith(keyOf(terms)));
    const packs: Pack[] = [];
    // One after the other: together they would take the server's threads from everything else.
    for (const { key, integrity, metadata } of own) {
      const values = await valuesIn(place, integrity);
      if (values) packs.push({ key, integrity, size: sizeOf([...values]), ...timesIn(metadata), values });
      else await removePack(place, key, integrity);
    }
    const lost = await lostEntries(place);
    for (const file of lost) await rmFile(file, { force: true });
    if (lost.length > 0 || packs.length < own.length) {
      terms.say('what was saved of earlier readings is damaged; what is missing is read again');
    }
    for (const { key, integrity, metadata } of found) {
      const isOld = key.startsWith(keyOfKind(terms)) && !key.startsWith(keyOf(terms));
      if (isOld && now - timesIn(metadata).time > week) await removePack(place, key, integrity);
    }
    return inOrder(packs);
  } catch (error) {
    terms.say(`what was saved of earlier readings cannot be had, all is read again: ${reasonOf(error)}`);
    return [];
  }
}

function inOrder(packs: readonly Pack[]): Pack[] {
  return packs.toSorted((a, b) => a.time - b.time);
}

/** Files of cacache's index in which it finds no entry: it passes over what is damaged without a word. */
async function lostEntries(place: string): Promise<string[]> {
  const suspects = await emptyEntries(place);
  if (suspects.length === 0) return [];
  // Another process may be about to write it, or to take it away.
  await new Promise(resolve => setTimeout(resolve, 200));
  const still = await emptyEntries(place);
  return suspects.filter(file => still.includes(file));
}

async function emptyEntries(place: string): Promise<string[]> {
  const index = join(place, 'index-v5');
  const files = await readdir(index, { recursive: true, withFileTypes: true }).catch(() => []);
  const known = new Set(Object.keys(await ls(place)).map(key => join(index, entryPath(key))));
  return files
    .flatMap(file => (file.isFile() ? join(file.parentPath, file.name) : []))
    .filter(file => !known.has(file));
}

/** Where this version of cacache's index has the entry of a key. */
function entryPath(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  return join(hash.slice(0, 2), hash.slice(2, 4), hash.slice(4));
}

/** Null where the pack is damaged; nothing where another process has just removed it. */
async function valuesIn(place: string, integrity: string): Promise<ReadonlyMap<string, Uint8Array> | null> {
  try {
    return decodePack(await get.byDigest(place, integrity));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Map() : null;
  }
}

function timesIn(metadata: unknown): Times {
  const { since, time } = (metadata ?? {}) as Record<string, unknown>;
  return { since: Number(since) || 0, time: Number(time) || 0 };
}

/** Its published types do not know of the options. */
const removeEntry: (place: string, key: string, options: { readonly removeFully: boolean }) => Promise<unknown> =
  rm.entry;

async function removePack(place: string, key: string, integrity: string): Promise<void> {
  await removeEntry(place, key, { removeFully: true });
  await rm.content(place, integrity);
}

/** The oldest of some packs, as many as are too many bytes. */
function beyond(most: number, packs: readonly Pack[]): readonly Pack[] {
  let size = 0;
  const newest = packs.toReversed().findIndex(pack => (size += pack.size) > most);
  return newest < 0 ? [] : packs.slice(0, packs.length - newest);
}

function* parted(values: readonly (readonly [string, Uint8Array])[]): Iterable<ReadonlyMap<string, Uint8Array>> {
  let part = new Map<string, Uint8Array>();
  let size = 0;
  for (const [key, value] of values) {
    part.set(key, value);
    size += value.length;
    if (size < packSize) continue;
    yield part;
    part = new Map();
    size = 0;
  }
  yield part;
}

function sizeOf(values: readonly (readonly [string, Uint8Array])[]): number {
  return values.reduce((sum, [key, { length }]) => sum + key.length + length, 0);
}

/** What is left behind where a process was killed while it wrote takes room until it is looked for. */
async function isVerifiedLongAgo(place: string, packs: readonly Pack[], now: number): Promise<boolean> {
  const last = await verify.lastRun(place).catch(() => null);
  const since = last?.getTime() ?? Math.min(now, ...packs.map(pack => pack.since));
  return now - since > week;
}
