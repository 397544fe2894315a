import { COUNTRIES } from '../lexicon/places.ts';
import type { Role } from '../model.ts';
import { lookUp } from './gazetteer.ts';
import { keyOf } from './keys.ts';
import type { Draft } from './link.ts';

/** The offices that the document states for each person, first statement first, each once. */
export function rolesOf(drafts: readonly Draft[]): ReadonlyMap<Draft, readonly Role[]> {
  const nameOf = affiliationNames(drafts);
  const stated = drafts
    .filter(({ type }) => type === 'person')
    .flatMap(draft => draft.uses.flatMap(use => use.titles.map(title => ({ draft, use, title }))))
    .sort((a, b) => a.use.start - b.use.start);
  const roles = new Map<Draft, Role[]>();
  let last: { title: string; paragraph: number } | null = null;
  for (const { draft, use, title } of stated) {
    if (!title.title) continue;
    let words = title.title;
    if (/(?:^|\s)counterpart$/i.test(words)) {
      // "her Nigerian counterpart" holds the office that was named last.
      if (!last || last.paragraph !== use.paragraph) continue;
      words = last.title;
    }
    last = { title: words, paragraph: use.paragraph };
    const role: Role = {
      title: words,
      affiliation: title.affiliation ? nameOf(title.affiliation) : null,
      start: use.paragraph + title.start,
      end: use.paragraph + title.end,
    };
    const own = roles.get(draft) ?? [];
    const known = own.some(
      one =>
        one.title.toLowerCase() === role.title.toLowerCase() &&
        (one.affiliation === role.affiliation || role.affiliation === null),
    );
    if (!known) roles.set(draft, [...own, role]);
  }
  return roles;
}

/** An affiliation as the document calls it: "Chinese" is China, "EU" the European Union. */
function affiliationNames(drafts: readonly Draft[]): (affiliation: string) => string {
  const byCountry = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { country, name, uses } of drafts) {
    if (country) byCountry.set(country, name);
    for (const { text, kind } of uses) if (kind !== 'demonym') byName.set(keyOf(text), name);
  }
  return affiliation => {
    const known = lookUp(affiliation);
    const code = known?.kind === 'demonym' || known?.kind === 'place' ? known.country : null;
    if (code) return byCountry.get(code) ?? COUNTRIES.get(code)?.name ?? affiliation;
    return byName.get(keyOf(affiliation)) ?? affiliation;
  };
}
