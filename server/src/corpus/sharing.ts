import { SHORTEST_SLICE } from '../reading/changes.ts';
import type { Entity, Role } from '../reading/model.ts';
import type { EntityFacts } from './facts.ts';
import type { Corpus, Index } from './index.ts';

/** How an entity appears in a document: all that other documents may say alike, and nothing of where it stands. */
export interface Appearance
  extends Omit<Entity, 'id' | 'roles'>,
    Pick<EntityFacts, 'key' | 'shorter' | 'otherNames' | 'profile'> {
  readonly offices: readonly Office[];
}

export function appearanceOf({ entity, key, shorter, otherNames, profile }: EntityFacts): Appearance {
  const { type, gender, name, aliases, country, roles } = entity;
  return { type, gender, name, aliases, country, key, shorter, otherNames, profile, offices: roles };
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
  const made = shared(corpus, parse(text));
  if (appearances.size >= most) appearances.clear();
  appearances.set(owned(text), made);
  return made;
}

/** In the corpus' own strings: parts of a text would keep all of it, and the same name would be kept for each appearance. */
function shared(corpus: Corpus, made: Appearance): Appearance {
  const own = (text: string) => sharedText(corpus, text);
  const { aliases, shorter, otherNames, offices } = made;
  return {
    ...made,
    name: own(made.name),
    aliases: aliases.map(own),
    key: own(made.key),
    shorter: shorter.size > 0 ? new Map(Array.from(shorter, ([form, firmness]) => [own(form), firmness])) : shorter,
    otherNames: otherNames.length > 0 ? otherNames.map(own) : otherNames,
    profile: made.profile.titles.length > 0 ? { ...made.profile, titles: made.profile.titles.map(own) } : made.profile,
    offices:
      offices.length > 0
        ? offices.map(({ title, affiliation }) => ({ title: own(title), affiliation: sharedText(corpus, affiliation) }))
        : offices,
  };
}

/** When many documents have come in: what they share stays shared, and takes no more room than that. */
export function forgetAppearances(corpus: Corpus): void {
  const { appearances, guises, strings } = corpus as Index;
  appearances.clear();
  guises.clear();
  strings.clear();
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

/** As `detached`, in less memory: a string that was parsed is no part of another. */
export function owned<T extends string | null>(text: T): T {
  return text === null || text.length < SHORTEST_SLICE ? text : JSON.parse(JSON.stringify(text));
}
