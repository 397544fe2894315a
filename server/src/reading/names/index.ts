import type { PlacedParagraph } from '../language.ts';
import type { Entity, Mention } from '../model.ts';
import { candidatesOf } from './candidates.ts';
import { gendersOf } from './gender.ts';
import { type Draft, linkNames, type Occurrence } from './link.ts';
import { rolesOf } from './roles.ts';

/** The named entities of a document, and every mention of them by name; offsets are into the document's text. */
export interface Names {
  readonly entities: readonly Entity[];
  /** In order of their start, none inside another. */
  readonly mentions: readonly Mention[];
}

/** Who and what a document names. Never throws; what cannot be told apart is left out rather than guessed. */
export function readNames(_text: string, paragraphs: readonly PlacedParagraph[]): Names {
  const occurrences: Occurrence[] = [];
  for (const { start, paragraph, kind } of paragraphs) {
    for (const candidate of candidatesOf(paragraph)) {
      // The steps of a breadcrumb and the words of a label are a site's, not names, unless everybody knows them.
      if ((kind === 'breadcrumb' || kind === 'kicker') && !candidate.known) continue;
      occurrences.push({
        start: start + candidate.start,
        end: start + candidate.end,
        text: candidate.text,
        candidate,
        paragraph: start,
      });
    }
  }
  const drafts = linkNames(occurrences, words => lowerCaseAmong(words, paragraphs));
  const inOrder = [...drafts].sort((a, b) => firstUse(a) - firstUse(b));
  const roles = rolesOf(inOrder);
  const genders = gendersOf(inOrder, paragraphs);
  const entities = inOrder.map(
    (draft, index): Entity => ({
      id: `e${index + 1}`,
      type: draft.type,
      name: draft.name,
      aliases: aliasesOf(draft),
      roles: roles.get(draft) ?? [],
      gender: genders.get(draft) ?? null,
      country: draft.country,
    }),
  );
  const mentions = inOrder.flatMap(({ uses }, index) =>
    uses.map(({ start, end, kind }): Mention => ({ start, end, kind, entities: [`e${index + 1}`], because: null })),
  );
  return { entities, mentions: mentions.sort((a, b) => a.start - b.start) };
}

function firstUse({ uses }: Draft): number {
  return uses.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
}

function aliasesOf({ uses }: Draft): readonly string[] {
  const written = new Set<string>();
  for (const { kind, text } of uses) if (kind !== 'demonym') written.add(text);
  return [...written];
}

/** Which of the words the document writes without a capital somewhere. */
function lowerCaseAmong(words: ReadonlySet<string>, paragraphs: readonly PlacedParagraph[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (words.size === 0) return found;
  for (const { paragraph } of paragraphs) {
    for (const { text, lower } of paragraph.tokens) if (words.has(lower) && text === lower) found.add(lower);
  }
  return found;
}
