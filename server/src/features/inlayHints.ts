import type { Mention, Span, Statement } from '../reading/model.ts';
import { saidBetween } from '../reading/passages.ts';
import { introductionPlace } from './definition.ts';
import { speakerLabel } from './outline.ts';
import { clusterIn, contentOf, entityOf, type OpenDocument, type Place, type Snapshot } from './snapshot.ts';
import { onOneLine } from './words.ts';

/** What a reader wants to be told between the words. */
export type Hints = 'off' | 'references' | 'speakers' | 'all';

/** Words to show between those of the text, right before or behind an offset. Plain text on one line. */
export interface InlayHint {
  readonly kind: 'reference' | 'speaker';
  readonly at: number;
  readonly side: 'before' | 'behind';
  readonly parts: readonly HintPart[];
  /** What it rests on; null where the text says nothing of that. */
  readonly because: string | null;
}

export interface HintPart {
  readonly words: string;
  /** Where whoever is named is introduced. */
  readonly place: Place | null;
}

const namesShown = 3;

/**
 * Whom the pronouns and nominals of a range stand for ("he" Bo Lind), and who goes on speaking where a statement names nobody
 * (Bo Lind: "…"), in order. What the text says right there is not said again, and a run of sentences has one speaker.
 */
export function inlayHints(snapshot: Snapshot, range: Span, hints: Hints): InlayHint[] {
  const { document } = snapshot;
  const isShown = (offset: number) => range.start <= offset && offset <= range.end;
  const named = nameIn(snapshot);
  const { mentions, statements } = saidBetween(document.reading, range);
  const references =
    hints === 'references' || hints === 'all'
      ? mentions.filter(({ end }) => isShown(end)).flatMap(mention => referenceHint(mention, document, named))
      : [];
  const speakers =
    hints === 'speakers' || hints === 'all'
      ? statements.flatMap((statement, index, all) =>
          isShown(contentOf(statement).start) && !goesOn(all[index - 1], statement, document)
            ? speakerHint(statement, document, named)
            : [],
        )
      : [];
  return [...references, ...speakers].sort((a, b) => a.at - b.at);
}

function referenceHint(mention: Mention, { text }: OpenDocument, named: Named): InlayHint[] {
  const { kind, entities, start, end, because } = mention;
  if ((kind !== 'pronoun' && kind !== 'nominal') || entities.length === 0) return [];
  const parts = listed(entities, named);
  const says = onOneLine(text.slice(start, end)).toLowerCase();
  if (parts.length === 0 || parts.every(({ words }) => says.includes(words.toLowerCase()))) return [];
  if (parts.length === 1 && nameFollows(text, end, parts[0]!.words)) return [];
  return [{ kind: 'reference', at: end, side: 'behind', parts, because: because && onOneLine(because) }];
}

/** "her counterpart, Bo Lind": the name stands right behind. */
function nameFollows(text: string, end: number, name: string): boolean {
  return text
    .slice(end, end + name.length + 4)
    .replace(/^[\s,(–—-]+/, '')
    .startsWith(name);
}

/** The statement before, in the same paragraph, has told already who goes on. */
function goesOn(before: Statement | undefined, statement: Statement, { text }: OpenDocument): boolean {
  if (!before?.continued || isLabelled(before, text) || before.speakerName !== statement.speakerName) return false;
  if (before.speakers.join(' ') !== statement.speakers.join(' ')) return false;
  return !/[\r\n]/.test(text.slice(contentOf(before).end, contentOf(statement).start));
}

/** "Lind: It rains.": the source stands right before what it says. */
function isLabelled(statement: Statement, text: string): boolean {
  return (
    statement.source !== null && !/[\p{L}\p{N}]/u.test(text.slice(statement.source.end, contentOf(statement).start))
  );
}

function speakerHint(statement: Statement, document: OpenDocument, named: Named): InlayHint[] {
  if (!statement.continued || statement.spans.length === 0 || isLabelled(statement, document.text)) return [];
  const { speakers, speakerName } = statement;
  if (speakers.length === 0 && speakerName === null) return [];
  const parts =
    speakers.length > 0
      ? listed(speakers, named)
      : [{ words: onOneLine(speakerLabel(statement, document)), place: null }];
  const last = parts.at(-1);
  const at = contentOf(statement).start;
  // "Bo Lind: It rains." says it itself.
  if (!last || onOneLine(document.text.slice(Math.max(0, at - last.words.length - 4), at)).endsWith(`${last.words}:`))
    return [];
  return [
    {
      kind: 'speaker',
      at,
      side: 'before',
      parts: [...parts.slice(0, -1), { ...last, words: `${last.words}:` }],
      because: statement.reasons.map(onOneLine).join('; ') || null,
    },
  ];
}

type Named = (entityId: string) => HintPart | null;

/** The fullest name that the workspace has, once for each entity. */
function nameIn(snapshot: Snapshot): Named {
  const known = new Map<string, HintPart | null>();
  return id => {
    if (!known.has(id)) {
      const name = onOneLine(clusterIn(snapshot, id)?.name || entityOf(snapshot.document, id)?.name || '');
      known.set(id, name === '' ? null : { words: name, place: introductionPlace(snapshot, id) });
    }
    return known.get(id)!;
  };
}

function listed(ids: readonly string[], named: Named): HintPart[] {
  const parts = ids.flatMap(id => named(id) ?? []);
  const shown = parts.slice(0, namesShown);
  const more = parts.length - shown.length;
  return [...shown, ...(more > 0 ? [{ words: `${more} more`, place: null }] : [])];
}
