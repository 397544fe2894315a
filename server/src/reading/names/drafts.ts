/** Entities in the making. */
import { ACRONYMS } from '../lexicon/organizations.ts';
import type { EntityType, Gender, MentionKind } from '../model.ts';
import type { Title } from './titles.ts';

export interface Draft {
  readonly type: EntityType;
  name: string;
  /** The name as names are compared. */
  key: string;
  /** ISO 3166-1 alpha-3 code. */
  readonly country: string | null;
  /** Offices and genders stated beside the name, each once. */
  readonly stated: { readonly office: string | null; readonly gender: Gender }[];
  /** In order of their start. */
  readonly uses: Use[];
}

/** A mention of a draft by name; offsets are into the document's text. */
export interface Use {
  readonly draft: Draft;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: MentionKind;
  readonly titles: readonly Title[];
  /** Offset of its paragraph: what the offsets of its titles count from. */
  readonly paragraph: number;
}

/** How a name that was written stands for the entity. */
export function kindOf(text: string, key: string, draft: Draft): MentionKind {
  if (draft.type !== 'person' && isAcronym(text) && (ACRONYMS.has(text) || text !== draft.name || text.length < 6))
    return 'acronym';
  const isPart = key.length < draft.key.length && draft.key.includes(key) && ` ${draft.key} `.includes(` ${key} `);
  return isPart ? 'short' : 'name';
}

/** "WHO", "U.N.", "TfL". */
export function isAcronym(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last >= 97 && last <= 122) return false;
  return /^(?:\p{Lu}\.?){2,8}$/u.test(text) || /^\p{Lu}\p{Ll}?\p{Lu}+$/u.test(text);
}

/** Of several, the one named last before the offset; where none was, the first. */
export function nearest(drafts: readonly Draft[], start: number): Draft | undefined {
  let best = drafts[0];
  let at = -1;
  for (const draft of drafts) {
    const last = draft.uses[draft.uses.length - 1]?.start ?? -1;
    if (last < start && last > at) {
      at = last;
      best = draft;
    }
  }
  return best;
}
