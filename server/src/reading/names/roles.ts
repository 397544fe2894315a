import { COUNTRIES } from '../lexicon/places.ts';
import type { Gender, Role } from '../model.ts';
import type { Draft, Use } from './drafts.ts';
import { lookUp } from './gazetteer.ts';
import { keyOf } from './keys.ts';

/** The offices that the document states for each person, first statement first, each once; a man is no queen. */
export function rolesOf(
  drafts: readonly Draft[],
  uses: readonly Use[],
  genders: ReadonlyMap<Draft, Gender>,
): ReadonlyMap<Draft, readonly Role[]> {
  const affiliationOf = affiliations(drafts);
  const roles = new Map<Draft, readonly Role[]>();
  let previous: Draft | null = null;
  for (const { draft, titles, paragraph } of uses) {
    if (draft.type !== 'person') continue;
    const own = genders.get(draft) ?? null;
    for (const { title, affiliation, gender, start, end } of titles) {
      if (title === null || (own !== null && gender !== null && gender !== own)) continue;
      const span = { start: paragraph + start, end: paragraph + end };
      const held = affiliationOf(affiliation);
      // "her Nigerian counterpart" holds the office of whoever was named last.
      const isCounterpart = /(?:^|\s)counterpart$/i.test(title);
      const like = isCounterpart && previous ? roles.get(previous)?.[0] : undefined;
      if (isCounterpart && !like) continue;
      const words = like?.title ?? (held.person ? `${held.name}'s ${title}` : title);
      addRole(roles, draft, { title: words, affiliation: held.person ? null : held.name, ...span });
    }
    previous = draft;
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
  const byCountry = new Map<string, string>();
  for (const { country, name } of drafts) if (country) byCountry.set(country, name);
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
