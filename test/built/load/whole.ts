import type { Running } from '../../kit/server.ts';
import { editor, eventually } from '../../kit/server.ts';

/** An editor that is told how far the documents are read. */
export const followed = { ...editor, experimental: { readoutStatus: true } };

export interface Status {
  readonly revision: number;
  readonly documents: number;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly unread: readonly { readonly uri: string; readonly reason: string }[];
  readonly unreadTotal: number;
}

/** The last status of a server, as it comes in. */
export function statusOf(running: Running): { readonly last: () => Status | null } {
  let last: Status | null = null;
  running.connection.onNotification('readout/status', (status: Status) => {
    last = status;
  });
  return { last: () => last };
}

/** Waits until nothing is left to be read and so many documents are. */
export function settled(status: { last: () => Status | null }, documents: number): Promise<Status | null> {
  return eventually(
    () => status.last(),
    seen => seen !== null && seen.progress === null && seen.documents === documents,
    120_000,
  );
}

/** Who speaks in all documents, how often and when: what a server knows of its corpus, in an order that says nothing of its past. */
export async function speakersOf(running: Running): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const { total, speakers } = await running.request('readout/speakers', { order: 'name', offset, limit: 500 });
    for (const { id: _, ...speaker } of speakers) lines.push(JSON.stringify(speaker));
    if (offset + 500 >= total) return lines.sort();
  }
}
