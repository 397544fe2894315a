import type { Problem, Span } from '../../reading/model.ts';
import { nameKey } from '../names.ts';
import { openingOf } from '../openings.ts';
import type { Entry, ListedType, PeopleFile, Written } from './file.ts';

/** A people file and where it lies: its folder is what paths in it start from. */
export interface PlacedFile {
  readonly uri: string;
  readonly folder: string;
  readonly file: PeopleFile;
}

/** An entry and the address of its file. */
export interface PlacedEntry {
  readonly uri: string;
  readonly folder: string;
  readonly entry: Entry;
}

/** What all people files together say of one person, organisation or place. */
export interface Listing {
  readonly id: string;
  readonly name: string;
  /** Every name that the entries give, the shown one first. */
  readonly names: readonly string[];
  readonly type: ListedType | null;
  readonly role: string | null;
  readonly note: string | null;
  readonly wikidata: string | null;
  readonly homePage: string | null;
  /** It holds for some documents alone. */
  readonly isLocal: boolean;
  /** The ids of those that it is told apart from, in either's entry. */
  readonly apart: readonly string[];
}

/** What the readers of a workspace know better. */
export interface People {
  /** Each with its entries; none for a name that an entry is told apart from and that has no entry of its own. */
  readonly listings: ReadonlyMap<Listing, readonly PlacedEntry[]>;
  /** Who bears a name, by the name's key. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  /** Whose statements are, by the document's address and the number of their opening. */
  readonly corrections: ReadonlyMap<string, ReadonlyMap<number, Listing>>;
  /** What contradicts itself or another file, by the file's address. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export interface Claim {
  readonly listing: Listing;
  /** It is the name of an entry, not an alias. */
  readonly isName: boolean;
  /** The address of the document or folder that it holds for; null if for all. */
  readonly within: string | null;
}

export const nobody: People = { listings: new Map(), claims: new Map(), corrections: new Map(), problems: new Map() };

/**
 * Puts the people files of a workspace together: entries that `same as` or one name in two files joins are one listing.
 * Where entries contradict each other the first one holds, and an alias that two claim is neither's; both are reported.
 * @param addressIn the address of a document or folder, from the folder of the file and a path
 * @param before what the files said before: what they still say of somebody stays the same object
 */
export function gatherPeople(
  files: readonly PlacedFile[],
  addressIn: (folder: string, path: string) => string,
  before: People = nobody,
): People {
  const entries = files.flatMap(({ uri, folder, file }) => file.entries.map(entry => ({ uri, folder, entry })));
  if (entries.length === 0) return nobody;
  const problems = new Map<string, Problem[]>();
  const report: Report = (uri, code, severity, { start, end }, message) =>
    push(problems, uri, { code, severity, start, end, message, fix: null });
  const named = namedEntries(entries);
  const drafts = groups(entries, named, report).map(group => draftOf(group, report));
  const draftWith = new Map(drafts.flatMap(draft => draft.entries.map(entry => [entry, draft])));
  const all = [...drafts, ...tellApart(entries, named, draftWith, report)];
  const listings = listingsOf(all, before);
  return {
    listings: new Map(all.map(draft => [listings.get(draft)!, draft.entries])),
    claims: claimsOf(listings, addressIn, report),
    corrections: correctionsOf(entries, entry => listings.get(draftWith.get(entry)!)!, addressIn, report),
    problems,
  };
}

/** The listing that an entry of a file is part of; null for one that has errors and is not gathered. */
export function listingOf({ listings }: People, uri: string, { start, name }: Entry): Listing | null {
  for (const [listing, entries] of listings) {
    const isMeant = ({ entry }: PlacedEntry) => entry.start === start && entry.name.text === name.text;
    if (entries.some(placed => placed.uri === uri && isMeant(placed))) return listing;
  }
  return null;
}

/** The names whose bearers are others by one set of files than by another. */
export function changedNames(a: People, b: People): Set<string> {
  const isSame = (one: readonly Claim[], other: readonly Claim[]) =>
    one.length === other.length &&
    one.every(({ listing, isName, within }, index) => {
      const claim = other[index]!;
      return claim.listing === listing && claim.isName === isName && claim.within === within;
    });
  const keys = new Set([...a.claims.keys(), ...b.claims.keys()]);
  for (const key of keys) if (isSame(a.claims.get(key) ?? none, b.claims.get(key) ?? none)) keys.delete(key);
  return keys;
}

/** Who bears a name in a document: who does for the narrowest place around it; null where nobody is listed under it. */
export function claimant({ claims }: People, uri: string, key: string): Claim | null {
  let best: Claim | null = null;
  for (const claim of claims.get(key) ?? none) {
    if (claim.within !== null && !isWithin(uri, claim.within)) continue;
    if (!best || (claim.within?.length ?? -1) > (best.within?.length ?? -1)) best = claim;
  }
  return best;
}

const none: readonly Claim[] = [];

/** A document is the one of that address, one of the bundle there, or one in the folder there. */
function isWithin(uri: string, address: string): boolean {
  if (!uri.startsWith(address)) return false;
  return uri.length === address.length || address.endsWith('/') || /[/#]/.test(uri[address.length]!);
}

type Report = (uri: string, code: string, severity: Problem['severity'], span: Span, message: string) => void;

/** A listing in the making. */
interface Draft extends Omit<Listing, 'id' | 'apart'> {
  readonly entries: readonly PlacedEntry[];
  readonly apart: Set<Draft>;
}

/** The entries that a name may mean: those of that name, else those that have it among their aliases. */
function namedEntries(entries: readonly PlacedEntry[]): (name: string) => readonly PlacedEntry[] {
  const byName = new Map<string, PlacedEntry[]>();
  const byAlias = new Map<string, PlacedEntry[]>();
  for (const placed of entries) {
    push(byName, nameKey(placed.entry.name.text), placed);
    for (const alias of placed.entry.aliases) push(byAlias, nameKey(alias.text), placed);
  }
  return name => byName.get(nameKey(name)) ?? byAlias.get(nameKey(name)) ?? [];
}

/** Entries that are one: by `same as`, or by bearing one name for all documents. In order of their first. */
function groups(
  entries: readonly PlacedEntry[],
  named: (name: string) => readonly PlacedEntry[],
  report: Report,
): PlacedEntry[][] {
  const leader = new Map(entries.map(placed => [placed, placed]));
  const find = (placed: PlacedEntry): PlacedEntry => {
    let at = placed;
    while (leader.get(at) !== at) {
      leader.set(at, leader.get(leader.get(at)!)!);
      at = leader.get(at)!;
    }
    return at;
  };
  const order = new Map(entries.map((placed, index) => [placed, index]));
  const join = (a: PlacedEntry, b: PlacedEntry) => {
    const [first, second] = [find(a), find(b)].sort((one, other) => order.get(one)! - order.get(other)!);
    leader.set(second!, first!);
  };
  const bearers = new Map<string, PlacedEntry>();
  for (const placed of entries) {
    for (const { text } of placed.entry.sameAs) for (const other of named(text)) join(placed, other);
    if (placed.entry.in.length > 0) continue;
    const key = nameKey(placed.entry.name.text);
    const first = bearers.get(key);
    if (!first) bearers.set(key, placed);
    else {
      join(first, placed);
      if (first.uri !== placed.uri) continue;
      const message = `There is an entry for “${placed.entry.name.text}” above: the two are read as one. Where two bear the name, say for which documents with “in”.`;
      report(placed.uri, 'people-claimed-twice', 'warning', placed.entry.name, message);
    }
  }
  const found = new Map<PlacedEntry, PlacedEntry[]>();
  for (const placed of entries) push(found, find(placed), placed);
  return [...found.values()];
}

/** Whoever the others say that they are the same as gives the name to show; where nobody is, the first one. */
function draftOf(group: readonly PlacedEntry[], report: Report): Draft {
  const main = group.find(({ entry }) => entry.sameAs.length === 0) ?? group[0]!;
  const ordered = [main, ...group.filter(placed => placed !== main)];
  const typed = ordered.find(({ entry }) => entry.type !== null);
  for (const { uri, entry } of ordered) {
    if (!typed || entry.type === null || entry.type === typed.entry.type) continue;
    const message = `“${entry.name.text}” is of type ${entry.type} here and of type ${typed.entry.type} in the entry “${typed.entry.name.text}”, which holds.`;
    report(uri, 'people-contradiction', 'error', entry.name, message);
  }
  const first = <K extends 'role' | 'note' | 'wikidata' | 'homePage'>(field: K) =>
    ordered.map(({ entry }) => entry[field]).find(value => value !== null) ?? null;
  const names = ordered.flatMap(({ entry }) => [entry.name, ...entry.aliases, ...entry.sameAs].map(({ text }) => text));
  return {
    name: main.entry.name.text,
    names: [...new Set(names)],
    type: typed?.entry.type ?? null,
    role: first('role'),
    note: first('note'),
    wikidata: first('wikidata'),
    homePage: first('homePage'),
    isLocal: ordered.every(({ entry }) => entry.in.length > 0),
    entries: ordered,
    apart: new Set(),
  };
}

/** Marks those that `not the same as` keeps apart, and gives drafts for names that have no entry of their own. */
function tellApart(
  entries: readonly PlacedEntry[],
  named: (name: string) => readonly PlacedEntry[],
  draftWith: ReadonlyMap<PlacedEntry, Draft>,
  report: Report,
): Draft[] {
  const bare = new Map<string, Draft>();
  for (const placed of entries) {
    if (placed.entry.notSameAs.length === 0) continue;
    const own = draftWith.get(placed)!;
    const names = new Set(own.names.map(nameKey));
    for (const written of placed.entry.notSameAs) {
      const key = nameKey(written.text);
      if (names.has(key)) {
        const message = `“${written.text}” is the same as “${own.name}” by a name or by “same as”, which holds, and not the same by this.`;
        report(placed.uri, 'people-contradiction', 'error', written, message);
        continue;
      }
      const others = new Set(named(written.text).map(other => draftWith.get(other)!));
      if (others.size === 0) {
        const other = bare.get(key) ?? bareDraft(written.text);
        bare.set(key, other);
        others.add(other);
      }
      for (const other of others) {
        own.apart.add(other);
        other.apart.add(own);
      }
    }
  }
  return [...bare.values()];
}

function bareDraft(name: string): Draft {
  const unsaid = { type: null, role: null, note: null, wikidata: null, homePage: null };
  return { name, names: [name], ...unsaid, isLocal: false, entries: [], apart: new Set() };
}

/** Ids go by names, so that they stay while others come and go. */
function listingsOf(drafts: readonly Draft[], before: People): Map<Draft, Listing> {
  const ids = new Map<Draft, string>();
  const bearers = new Map<string, number>();
  for (const draft of drafts) {
    const key = nameKey(draft.name);
    const count = (bearers.get(key) ?? 0) + 1;
    bearers.set(key, count);
    ids.set(draft, count === 1 ? `people ${key}` : `people ${key} ${count}`);
  }
  const known = new Map([...before.listings.keys()].map(listing => [JSON.stringify(listing), listing]));
  return new Map(
    drafts.map(draft => {
      const { entries: _, apart, ...said } = draft;
      const listing = { id: ids.get(draft)!, ...said, apart: [...apart].map(other => ids.get(other)!).sort() };
      return [draft, known.get(JSON.stringify(listing)) ?? listing];
    }),
  );
}

interface WrittenClaim extends Claim {
  readonly uri: string;
  readonly written: Written;
}

function claimsOf(
  listings: ReadonlyMap<Draft, Listing>,
  addressIn: (folder: string, path: string) => string,
  report: Report,
): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const [key, written] of writtenClaims(listings, addressIn)) claims.set(key, settleClaims(written, report));
  for (const [{ entries }, listing] of listings) {
    const key = nameKey(listing.name);
    if (entries.length === 0 && !claims.has(key)) claims.set(key, [{ listing, isName: true, within: null }]);
  }
  return claims;
}

function writtenClaims(
  listings: ReadonlyMap<Draft, Listing>,
  addressIn: (folder: string, path: string) => string,
): Map<string, WrittenClaim[]> {
  const claims = new Map<string, WrittenClaim[]>();
  for (const [{ entries }, listing] of listings) {
    for (const { uri, folder, entry } of entries) {
      const places = entry.in.length > 0 ? entry.in.map(({ text }) => addressIn(folder, text)) : [null];
      for (const written of [entry.name, ...entry.aliases, ...entry.sameAs]) {
        for (const within of places) {
          push(claims, nameKey(written.text), { listing, isName: written === entry.name, within, uri, written });
        }
      }
    }
  }
  return claims;
}

/** Of those who claim one name for the same documents, whose name it is holds before whose alias it is. */
function settleClaims(claims: readonly WrittenClaim[], report: Report): Claim[] {
  const byPlace = new Map<string | null, WrittenClaim[]>();
  for (const claim of claims) push(byPlace, claim.within, claim);
  return [...byPlace.values()].flatMap(rivals => {
    const owner = rivals.find(({ isName }) => isName) ?? rivals[0]!;
    const others = rivals.filter(({ listing }) => listing !== owner.listing);
    for (const { uri, written } of others) {
      const consequence = owner.isName ? 'whose name it is' : 'so that neither has it';
      const message = `“${written.text}” belongs to “${owner.listing.name}” as well, ${consequence}.`;
      report(uri, 'people-claimed-twice', 'warning', written, message);
    }
    return owner.isName || others.length === 0 ? [owner] : [];
  });
}

function correctionsOf(
  entries: readonly PlacedEntry[],
  listingWith: (placed: PlacedEntry) => Listing,
  addressIn: (folder: string, path: string) => string,
  report: Report,
): Map<string, Map<number, Listing>> {
  const corrections = new Map<string, Map<number, Listing>>();
  for (const placed of entries) {
    const listing = listingWith(placed);
    for (const correction of placed.entry.says) {
      const address = addressIn(placed.folder, correction.in.text);
      const ofDocument = corrections.get(address) ?? new Map<number, Listing>();
      corrections.set(address, ofDocument);
      const opening = openingOf(correction.words.text);
      const other = ofDocument.get(opening);
      if (!other || other === listing) ofDocument.set(opening, listing);
      else {
        const message = `“${other.name}” says this by another entry, which holds.`;
        report(placed.uri, 'people-contradiction', 'error', correction.words, message);
      }
    }
  }
  return corrections;
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
