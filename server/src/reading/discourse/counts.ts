/** What is counted from the first paragraph of a document on: who was named and who spoke, and how often. */
import { countBelow } from '../search.ts';
import type { Changing } from './mind.ts';

/** The counts of the pages read so far. */
export interface Counts {
  /** How often a person was named. */
  readonly named: (id: string) => number;
  /** A number that is smaller for whoever was named earlier; null for whoever was not. */
  readonly order: (id: string) => number | null;
  readonly spoken: (id: string) => number;
  /** All who spoke and how often, in the order in which they first did. */
  readonly speakers: () => readonly (readonly [id: string, times: number])[];
  readonly hasAnybodySpoken: () => boolean;
}

/** On which pages everybody was named and spoke, once for each time, by id and in the order in which they first did. */
export interface History {
  readonly named: ReadonlyMap<string, readonly number[]>;
  readonly order: ReadonlyMap<string, number>;
  readonly spoken: ReadonlyMap<string, readonly number[]>;
}

export function historyOf(pages: readonly Changing[]): History {
  const named = new Map<string, number[]>();
  const order = new Map<string, number>();
  const spoken = new Map<string, number[]>();
  const note = (list: Map<string, number[]>, id: string, page: number) => {
    const known = list.get(id);
    if (known) known.push(page);
    else list.set(id, [page]);
  };
  for (const [page, { changes }] of pages.entries()) {
    for (const change of changes) {
      if (change.what === 'spoke') note(spoken, change.id, page);
      else if (change.what === 'appears') {
        if (!order.has(change.id)) order.set(change.id, order.size);
        note(named, change.id, page);
      }
    }
  }
  return { named, order, spoken };
}

/** A history of which the first so many pages are those that are read. */
export interface Past {
  readonly history: () => History;
  readonly pages: number;
}

/** Counts some pages, and when asked again what these have got and those that have come to them. */
export function countsOf(pages: readonly Changing[], past: Past | null): Counts {
  const named = new Map<string, number>();
  const order = new Map<string, number>();
  const spoken = new Map<string, number>();
  let page = past?.pages ?? 0;
  let next = 0;
  const catchUp = (): void => {
    for (; page < pages.length; page++, next = 0) {
      const { changes } = pages[page]!;
      for (; next < changes.length; next++) {
        const change = changes[next]!;
        if (change.what === 'spoke') spoken.set(change.id, (spoken.get(change.id) ?? 0) + 1);
        if (change.what !== 'appears') continue;
        named.set(change.id, (named.get(change.id) ?? 0) + 1);
        if (!order.has(change.id)) order.set(change.id, order.size);
      }
      if (page === pages.length - 1) break;
    }
  };
  const times = (of: 'named' | 'spoken', id: string): number =>
    past ? countBelow(past.history()[of].get(id) ?? none, past.pages) : 0;
  const spokeBefore = (): readonly string[] => (past ? [...past.history().spoken.keys()] : []);
  return {
    named: id => {
      catchUp();
      return times('named', id) + (named.get(id) ?? 0);
    },
    order: id => {
      catchUp();
      if (past && times('named', id) > 0) return past.history().order.get(id)!;
      const place = order.get(id);
      return place === undefined ? null : (past?.history().order.size ?? 0) + place;
    },
    spoken: id => {
      catchUp();
      return times('spoken', id) + (spoken.get(id) ?? 0);
    },
    speakers: () => {
      catchUp();
      const before = spokeBefore().filter(id => times('spoken', id) > 0);
      const since = [...spoken.keys()].filter(id => times('spoken', id) === 0);
      return [...before, ...since].map(id => [id, times('spoken', id) + (spoken.get(id) ?? 0)]);
    },
    hasAnybodySpoken: () => {
      catchUp();
      const [first] = past?.history().spoken.values() ?? [];
      return spoken.size > 0 || (first !== undefined && first[0]! < past!.pages);
    },
  };
}

const none: readonly number[] = [];
