import { lineAt, lineStartsOf } from '../corpus/lines.ts';
import type { Span } from '../reading/model.ts';
import { turnsIn } from './outline.ts';
import { clusterIn, entityOf, type OpenDocument, type Snapshot } from './snapshot.ts';
import { count, onOneLine } from './words.ts';

/** A line over a turn about one who speaks in it. */
export interface TurnLens extends Span {
  readonly entityId: string;
  /** Several speak as one, or turns share a line: the title then says whom it is about. */
  readonly named: boolean;
}

/** One for each who is known to speak in a turn; once on a line where turns share it. */
export function codeLens(document: OpenDocument): TurnLens[] {
  const lines = lineStartsOf(document.text);
  const lenses = new Map<string, { readonly line: number; readonly lens: TurnLens }>();
  for (const { speakers, selection } of turnsIn(document)) {
    const { start, end } = selection;
    const line = lineAt(lines, start);
    for (const entityId of speakers) {
      const key = `${line} ${entityId}`;
      if (!lenses.has(key)) lenses.set(key, { line, lens: { start, end, entityId, named: false } });
    }
  }
  const onLine = new Map<number, number>();
  for (const { line } of lenses.values()) onLine.set(line, (onLine.get(line) ?? 0) + 1);
  return [...lenses.values()].map(({ line, lens }) => ({ ...lens, named: onLine.get(line)! > 1 }));
}

/** "12 mentions · 4 statements · first seen 18 Mar 2020": counted in the workspace; null for an entity that is not there. */
export function lensTitle(snapshot: Snapshot, entityId: string, named: boolean): string | null {
  const cluster = clusterIn(snapshot, entityId);
  if (!cluster) return null;
  let mentions = 0;
  let statements = 0;
  const days: string[] = [];
  for (const { document, facts } of cluster.bearers) {
    mentions += facts.mentions.length;
    statements += facts.statements.length;
    if (document.publishedDate) days.push(document.publishedDate);
  }
  const first = days.sort()[0];
  const name = onOneLine(cluster.name || entityOf(snapshot.document, entityId)?.name || '');
  const parts = [
    count(mentions, 'mention'),
    count(statements, 'statement'),
    ...(first ? [`first seen ${shortDate(first)}`] : []),
  ];
  return `${named && name ? `${name}: ` : ''}${parts.join(' · ')}`;
}

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

function shortDate(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value);
  const date = day ? new Date(`${day[0]}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? shortDay.format(date) : value;
}
