import type { PlacedParagraph } from '../language.ts';
import type { Entity, Mention } from '../model.ts';
import { candidatesOf } from './candidates.ts';
import type { Draft } from './drafts.ts';
import { gendersOf } from './gender.ts';
import { linkNames } from './link.ts';
import { rolesOf } from './roles.ts';
import type { Occurrence } from './spellings.ts';

/** The named entities of a document, and every mention of them by name; offsets are into the document's text. */
export interface Names {
  readonly entities: readonly Entity[];
  /** In order of their start, none inside another. */
  readonly mentions: readonly Mention[];
}

/** Who and what a document names. Never throws; what cannot be told apart is left out rather than guessed. */
export function readNames(_text: string, paragraphs: readonly PlacedParagraph[]): Names {
  const uses = linkNames(occurrencesIn(paragraphs), words => lowerCaseAmong(words, paragraphs));
  const ids = new Map<Draft, string>();
  for (const { draft } of uses) if (!ids.has(draft)) ids.set(draft, `e${ids.size + 1}`);
  const drafts = [...ids.keys()];
  const genders = gendersOf(drafts, uses, paragraphs);
  const roles = rolesOf(drafts, uses, genders);
  const entities = drafts.map(
    (draft): Entity => ({
      id: ids.get(draft) as string,
      type: draft.type,
      name: draft.name,
      aliases: aliasesOf(draft),
      roles: roles.get(draft) ?? [],
      gender: genders.get(draft) ?? null,
      country: draft.country,
    }),
  );
  const mentions = uses.map(
    ({ draft, start, end, kind }): Mention => ({
      start,
      end,
      kind,
      entities: [ids.get(draft) as string],
      because: null,
      confidence: 1,
    }),
  );
  return { entities, mentions };
}

/** The paragraphs' candidates at their places, in order of their start. */
function occurrencesIn(paragraphs: readonly PlacedParagraph[]): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { start, paragraph, kind } of paragraphs) {
    // The steps of a breadcrumb and the words of a label are a site's, not names, unless everybody knows them.
    const knownOnly = kind === 'breadcrumb' || kind === 'kicker';
    for (const candidate of candidatesOf(paragraph)) {
      if (knownOnly && !candidate.known) continue;
      occurrences.push({
        start: start + candidate.start,
        end: start + candidate.end,
        candidate,
        paragraph: start,
      });
    }
  }
  return occurrences;
}

function aliasesOf({ uses }: Draft): readonly string[] {
  const written: string[] = [];
  for (const { kind, text } of uses) if (kind !== 'demonym' && !written.includes(text)) written.push(text);
  return written;
}

/** Which of the words the document writes without a capital somewhere. */
function lowerCaseAmong(words: ReadonlySet<string>, paragraphs: readonly PlacedParagraph[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (words.size === 0) return found;
  // Nearly every token is none of them, and nearly always its first letter and length say so.
  const lengths = new Uint32Array(32);
  for (const word of words) {
    const letter = word.charCodeAt(0) & 31;
    lengths[letter] = (lengths[letter] as number) | (1 << (word.length & 31));
  }
  for (const { paragraph } of paragraphs) {
    for (const { text, lower } of paragraph.tokens) {
      const length = (lengths[lower.charCodeAt(0) & 31] as number) >>> (lower.length & 31);
      if ((length & 1) === 1 && text === lower && words.has(lower)) found.add(lower);
    }
  }
  return found;
}
