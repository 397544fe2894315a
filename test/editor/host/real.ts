// The real documents that Readout was first made for. They are no part of the project: the tests read them, and what a
// careful reader found in them, where they lie beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface HumanReading {
  /** The document's file name without its extension. */
  readonly id: string;
  readonly entities: readonly {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly roles: readonly { readonly title: string }[];
  }[];
  readonly mentions: readonly (Span & { readonly entities: readonly string[]; readonly kind: string })[];
  readonly quotes: readonly {
    readonly spans: readonly Span[];
    readonly speakers: readonly string[];
    readonly speechAct: boolean;
  }[];
  readonly problems: readonly { readonly code: string; readonly optional?: boolean }[];
}

export interface RealDocuments {
  /** Names of the files, which are in the folder `real` of the workspace. */
  readonly files: readonly string[];
  /** Some of them as a person read them. */
  readonly readings: readonly HumanReading[];
}

/** Null where they are not there. */
export function realDocuments(): RealDocuments | null {
  const shared = process.env.READOUT_REAL;
  if (!shared || !existsSync(path.join(shared, 'seeds'))) return null;
  const labels = readFileSync(path.join(shared, 'gold', 'seeds.dev.jsonl'), 'utf8');
  return {
    files: readdirSync(path.join(shared, 'seeds')).filter(name => name.endsWith('.txt')),
    readings: labels
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
  };
}
