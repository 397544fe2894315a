import type { Entity, Role } from '../reading/model.ts';
import type { EntityFacts } from './facts.ts';
import type { Corpus, Index } from './index.ts';

/** How an entity appears in a document: all that other documents may say alike, and nothing of where it stands. */
export interface Appearance
  extends Omit<Entity, 'id' | 'roles'>,
    Pick<EntityFacts, 'key' | 'shorter' | 'otherNames' | 'profile'> {
  readonly offices: readonly Office[];
}

export type Office = Pick<Role, 'title' | 'affiliation'>;

/** More than these are not looked for among each other. */
const most = 100_000;

/**
 * The appearance that a text stands for, the same object for the same text.
 * @param parse called for a text that is new; may throw
 */
export function sharedAppearance(corpus: Corpus, text: string, parse: (text: string) => Appearance): Appearance {
  const { appearances } = corpus as Index;
  const known = appearances.get(text);
  if (known) return known;
  // What is parsed are parts of the text, which so share its room.
  const own = owned(text);
  const made = parse(own);
  if (appearances.size >= most) appearances.clear();
  appearances.set(own, made);
  return made;
}

/** When many documents have come in: what they share stays shared, and takes no more room than that. */
export function forgetAppearances(corpus: Corpus): void {
  (corpus as Index).appearances.clear();
}

/** A string that many documents have, kept once. */
export function sharedText<T extends string | null>(corpus: Corpus, text: T): T {
  if (text === null) return text;
  const { strings } = corpus as Index;
  const known = strings.get(text);
  if (known !== undefined) return known as T;
  const own = owned(text);
  if (strings.size >= most) strings.clear();
  strings.set(own!, own!);
  return own;
}

/** In V8 a part of a text of 13 characters or more keeps the whole text alive, a string that was parsed does not. */
export function owned<T extends string | null>(text: T): T {
  return text === null || text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
