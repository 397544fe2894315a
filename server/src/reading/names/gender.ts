import type { PlacedParagraphs, Sentence, Token } from '../language.ts';
import { genderOfGivenName } from '../lexicon/people.ts';
import { isOffice } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Gender } from '../model.ts';
import type { Draft, Use } from './drafts.ts';
import { keyOf } from './keys.ts';

/** East Asian family names, which stand first: the word after them is the given one. */
const FAMILY_FIRST = new Set(
  words(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin xi lai
  kim park lee choi jung jeong kang cho jo yoon jang lim oh seo shin kwon hwang ahn an yoo ryu hong jeon ko moon son bae baek heo nam noh ban
  nguyen tran le pham huynh phan vu vo dang bui do ho ngo duong luong truong dinh doan`),
);

/**
 * Each person's gender as titles, pronouns bound to the name and given names say it, in this order; a person of whom
 * nothing is said, or of whom the text contradicts itself, is left out.
 */
export function gendersOf(drafts: readonly Draft[], { bound }: Bound): ReadonlyMap<Draft, Gender> {
  const genders = new Map<Draft, Gender>();
  for (const draft of drafts) {
    if (draft.type !== 'person') continue;
    const suggested = genderOfName(draft);
    const stated = statedGenders(draft, suggested);
    const evidence = stated.length > 0 ? stated : (bound.get(draft) ?? []);
    const gender = evidence.length === 0 ? suggested : evidence.length === 1 ? evidence[0] : null;
    if (gender) genders.set(draft, gender);
  }
  return genders;
}

/** What forms of address and offices say; an office that the given name speaks against ("Boris Lind, the queen …") is another's. */
function statedGenders({ stated }: Draft, suggested: Gender): readonly Gender[] {
  const genders: Gender[] = [];
  for (const { gender, office } of stated) {
    if (gender === null || genders.includes(gender)) continue;
    if (office === null || suggested === null || gender === suggested) genders.push(gender);
  }
  return genders;
}

/** What the given name says; a name of one word is a given name where nobody gives it a title. */
function genderOfName({ name, stated }: Draft): Gender {
  const parts = name.split(/\s+/);
  const given = parts[0] ?? '';
  if ((parts.length < 2 && stated.length > 0) || FAMILY_FIRST.has(keyOf(given))) return null;
  return genderOfGivenName(given) ?? (given.includes('-') ? genderOfGivenName(given.split('-')[0] ?? '') : null);
}

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...words('he him his himself').map(word => [word, 'male'] as const),
  ...words('she her hers herself').map(word => [word, 'female'] as const),
]);

/** The genders of the pronouns that can only mean a person, and in how many paragraphs such pronouns can stand. */
export interface Bound {
  readonly bound: ReadonlyMap<Draft, readonly Gender[]>;
  readonly paragraphs: number;
}

/** Such pronouns stand before anybody else is named, after the name in its sentence. */
export function boundPronouns(uses: readonly Use[], { paragraphs, starts }: PlacedParagraphs): Bound {
  const persons = uses.filter(({ draft }) => draft.type === 'person');
  const bound = new Map<Draft, readonly Gender[]>();
  let at = 0;
  let only: Draft | null = null;
  for (const [i, { paragraph }] of paragraphs.entries()) {
    const start = starts[i]!;
    const result: Bound = { bound, paragraphs: i + 1 };
    for (const sentence of paragraph.sentences) {
      while (at < persons.length && (persons[at] as Use).start < start + sentence.start) at++;
      const first = persons[at];
      if (!first) return result;
      if (first.start >= start + sentence.end) continue;
      let next = at;
      while (persons[next]?.draft === first.draft) next++;
      const other = persons[next];
      if (only !== null && only !== first.draft) return result;
      only = first.draft;
      const end = Math.min(other?.start ?? Number.POSITIVE_INFINITY, start + sentence.end) - start;
      const genders = pronounsBetween(paragraph.tokens, sentence, first.end - start, end);
      if (genders.size === 1) bound.set(only, [...new Set([...(bound.get(only) ?? []), ...genders])]);
      if (other && other.start < start + sentence.end) return result;
    }
  }
  return { bound, paragraphs: paragraphs.length };
}

/** None where the sentence has a pronoun before the name, or speaks of others by their calling. */
function pronounsBetween(
  tokens: readonly Token[],
  { first, last }: Sentence,
  from: number,
  to: number,
): ReadonlySet<Gender> {
  const genders = new Set<Gender>();
  for (let i = first; i < last; i++) {
    const { lower, start, text } = tokens[i] as Token;
    if (start >= to) break;
    const gender = PRONOUNS.get(lower);
    if (gender && start < from) return new Set();
    if (gender) genders.add(gender);
    else if (start > from && text === lower && isOffice(lower)) return new Set();
  }
  return genders;
}
