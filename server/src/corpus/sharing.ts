import type { Entity, Role } from '../reading/model.ts';
import type { EntityFacts } from './facts.ts';
import type { Corpus, Index } from './index.ts';
import { blankProfile, type Profile } from './profile.ts';

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
 * The appearance that a text stands for, the same object for the same text, made of strings that the corpus has already where it
 * has them. @param parse called for a text that is new; may throw
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

function shared(corpus: Corpus, made: Appearance): Appearance {
  const own = (texts: readonly string[]) => texts.map(text => sharedText(corpus, text));
  const { type, gender, name, aliases, country, key, shorter, otherNames, profile, offices } = made;
  return {
    type,
    gender,
    name: sharedText(corpus, name),
    // Never one list for two appearances: by it the corpus finds the guise.
    aliases: own(aliases),
    country: sharedText(corpus, country),
    key: sharedText(corpus, key),
    shorter:
      shorter.size > 0 ? new Map(Array.from(shorter, ([form, firmness]) => [own([form])[0]!, firmness])) : noShorter,
    otherNames: otherNames.length > 0 ? own(otherNames) : none,
    profile: isBlank(profile)
      ? blankProfile
      : {
          gender: profile.gender,
          countries: own(profile.countries),
          walks: own(profile.walks),
          titles: own(profile.titles),
        },
    offices: offices.map(({ title, affiliation }) => ({
      title: sharedText(corpus, title),
      affiliation: sharedText(corpus, affiliation),
    })),
  };
}

function isBlank({ gender, countries, walks, titles }: Profile): boolean {
  return gender === null && countries.length + walks.length + titles.length === 0;
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

const none: readonly never[] = [];
const noShorter: EntityFacts['shorter'] = new Map();
