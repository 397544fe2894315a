/** What stands between the documents of a bundle. */
import type { Layout } from '../reading/blocks.ts';
import type { Separator } from '../reading/model.ts';

/** The row that stands between two documents unless the bundle has one of its own. */
export const CANONICAL_ROW = '='.repeat(40);

/** A shorter row is as likely to divide the sections of one document. */
export const SHORTEST_ROW = 10;

/** The separators between the same two documents, in order: a count may stand between two rows. */
export type Boundary = readonly Separator[];

export function boundariesOf({ blocks, separators }: Layout): Boundary[] {
  const boundaries: Separator[][] = [];
  let next = 0;
  let wasSeparator = false;
  for (const block of blocks) {
    const separator = block.kind === 'separator' ? separators[next++] : undefined;
    if (separator && wasSeparator) boundaries.at(-1)?.push(separator);
    else if (separator) boundaries.push([separator]);
    wasSeparator = separator !== undefined;
  }
  return boundaries;
}

/** The row of one mark that a bundle has most often; null where it has none that is long enough. */
export function usualRow(text: string, { separators }: Layout): string | null {
  const times = new Map<string, number>();
  for (const { kind, start, end } of separators) {
    if (kind !== 'row' || end - start < SHORTEST_ROW || end - start > 200) continue;
    const row = text.slice(start, end);
    if (isOfOneMark(row)) times.set(row, (times.get(row) ?? 0) + 1);
  }
  return mostFrequent(times);
}

export function isOfOneMark(row: string): boolean {
  return /^(.)\1*$/u.test(row);
}

/** The first of those that come most often; null of none. */
export function mostFrequent(times: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, number] of times) if (best === null || number > times.get(best)!) best = key;
  return best;
}
