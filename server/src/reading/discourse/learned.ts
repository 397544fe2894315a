/** What a reading from the first paragraph to the last tells of who is "he" and who is "she". */
import type { Gender } from '../model.ts';
import type { Known } from './known.ts';
import { type Change, KINDS } from './mind.ts';
import type { Page } from './stage.ts';

/** The genders that pronouns bound to a name agree on, where names and titles say nothing or another. */
export function gendersTaught({ byId }: Known, pages: readonly Page[]): ReadonlyMap<string, Gender> {
  const learned = new Map<string, Gender>();
  for (const [id, { female, male }] of votesOn(pages)) {
    // What the text says outweighs what a given name suggests.
    const suggested = byId.get(id)?.gender ?? null;
    if (female + male < (suggested ? 2 : 1)) continue;
    const gender = female > 3 * male ? 'female' : male > 3 * female ? 'male' : null;
    if (gender && gender !== suggested) learned.set(id, gender);
  }
  return learned;
}

function votesOn(pages: readonly Page[]) {
  const votes = new Map<string, { readonly female: number; readonly male: number }>();
  for (const { changes, kinds } of pages) {
    if ((kinds & KINDS.vote) === 0) continue;
    for (const change of changes) {
      if (change.what !== 'vote') continue;
      const { id, gender, weight } = change;
      const were = votes.get(id) ?? { female: 0, male: 0 };
      votes.set(id, { ...were, [gender]: were[gender] + weight });
    }
  }
  return votes;
}

/** The same, where a pronoun of the other gender was bound to one of the names. */
export function gendersLearned(
  taught: ReadonlyMap<string, Gender>,
  pages: readonly Page[],
): ReadonlyMap<string, Gender> {
  // Without a conflict a second reading would bind every pronoun as the first did.
  const isOfOther = (change: Change) =>
    change.what === 'bound' && (taught.get(change.id) ?? change.gender) !== change.gender;
  const conflicts = pages.some(({ changes, kinds }) => (kinds & KINDS.bound) !== 0 && changes.some(isOfOther));
  return conflicts ? taught : new Map();
}
