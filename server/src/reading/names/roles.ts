import { COUNTRIES } from '../lexicon/places.ts';
import type { Role } from '../model.ts';
import { lookUp } from './gazetteer.ts';
import { keyOf } from './keys.ts';
import type { Draft } from './link.ts';

/** The offices that the document states for each person, first statement first, each once. */
export function rolesOf(drafts: readonly Draft[]): ReadonlyMap<Draft, readonly Role[]> {
  const affiliationOf = affiliations(drafts);
  const roles = new Map<Draft, readonly Role[]>();
  const uses = drafts
    .filter(({ type }) => type === 'person')
    .flatMap(draft => draft.uses.map(use => ({ draft, use })))
    .sort((a, b) => a.use.start - b.use.start);
  let previous: Draft | null = null;
  for (const { draft, use } of uses) {
    for (const { title, affiliation, start, end } of use.titles) {
      if (title === null) continue;
      const span = { start: use.paragraph + start, end: use.paragraph + end };
      const held = affiliationOf(affiliation);
      // "her Nigerian counterpart" holds the office of whoever was named last.
      const like = /(?:^|\s)counterpart$/i.test(title) && previous ? roles.get(previous)?.[0] : undefined;
      if (/(?:^|\s)counterpart$/i.test(title) && !like) continue;
      const words = like?.title ?? (held.person ? `${held.name}'s ${title}` : title);
      addRole(roles, draft, { title: words, affiliation: held.person ? null : held.name, ...span });
    }
    if (draft !== previous) previous = draft;
  }
  return roles;
}

function addRole(roles: Map<Draft, readonly Role[]>, draft: Draft, role: Role): void {
  const own = roles.get(draft) ?? [];
  const same = own.findIndex(({ title }) => title.toLowerCase() === role.title.toLowerCase());
  const known = own[same];
  if (!known) roles.set(draft, [...own, role]);
  else if (known.affiliation === null && role.affiliation !== null) roles.set(draft, own.with(same, role));
  else if (role.affiliation !== null && role.affiliation !== known.affiliation) roles.set(draft, [...own, role]);
}

/** An affiliation as the document calls it: "Chinese" is China, "EU" the European Union. */
function affiliations(drafts: readonly Draft[]): (written: string | null) => { name: string | null; person: boolean } {
  const byCountry = new Map(drafts.flatMap(({ country, name }) => (country ? [[country, name] as const] : [])));
  let byName: ReadonlyMap<string, Draft> | null = null;
  return written => {
    if (written === null) return { name: null, person: false };
    const known = lookUp(written);
    const code = known?.kind === 'demonym' || known?.kind === 'place' ? known.country : null;
    if (code) return { name: byCountry.get(code) ?? COUNTRIES.get(code)?.name ?? written, person: false };
    byName ??= draftsByName(drafts);
    const draft = byName.get(keyOf(written));
    return { name: draft?.name ?? written, person: draft?.type === 'person' };
  };
}

function draftsByName(drafts: readonly Draft[]): ReadonlyMap<string, Draft> {
  const byName = new Map<string, Draft>();
  for (const draft of drafts)
    for (const { text, kind } of draft.uses) if (kind !== 'demonym') byName.set(keyOf(text), draft);
  return byName;
}
