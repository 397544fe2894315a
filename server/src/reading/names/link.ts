/** Which of a document's names stand for the same person, organisation or place. */
import { COUNTRIES } from '../lexicon/places.ts';
import { NAME_SUFFIXES } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { EntityType, MentionKind } from '../model.ts';
import { inSteps } from '../steps.ts';
import type { Candidate } from './candidate.ts';
import { type Draft, isAcronym, kindOf, nearest, type Use } from './drafts.ts';
import type { Scores } from './evidence.ts';
import { lookUp } from './gazetteer.ts';
import { keyOf } from './keys.ts';
import { isHeaded, type Occurrence, type Spelling, spellingsOf } from './spellings.ts';
import type { Title } from './titles.ts';

/** Every mention by name, in order; each says whose it is. */
export interface Linked {
  readonly uses: readonly Use[];
  /** Words that are a name or none, as the document writes them in small letters nowhere or somewhere. */
  readonly unexplained: ReadonlySet<string>;
}

/** Which of some words, lower case, the document writes without a capital somewhere. */
export type LowerCaseAmong = (words: ReadonlySet<string>) => Generator<void, ReadonlySet<string>, void>;

/** Links the names of a document, in steps of a few milliseconds. */
export function* linkNames(
  occurrences: readonly Occurrence[],
  lowerCaseAmong: LowerCaseAmong,
): Generator<void, Linked, void> {
  const spellings = spellingsOf(occurrences);
  yield;
  return yield* new Linker(spellings, lowerCaseAmong).link(occurrences);
}

/** Who is known so far, by all the ways of naming them. */
class Linker {
  readonly #spellings: ReadonlyMap<string, Spelling>;
  readonly #lowerCaseAmong: LowerCaseAmong;
  /** Single words that the document writes in small letters as well. */
  #lowerCase: ReadonlySet<string> = new Set();
  readonly #uses: Use[] = [];
  /** Entities by the key of a name that can only be theirs. */
  readonly #byKey = new Map<string, Draft>();
  /** Persons by each run of words inside their full names. */
  readonly #personsByPart = new Map<string, Draft[]>();
  /** Organisations and places by each run of words that begins or ends their full names. */
  readonly #thingsByPart = new Map<string, Draft[]>();
  /** First words of products' names: in "Volvo XC90" and elsewhere in the document no company is meant. */
  readonly #brands = new Set<string>();
  /** Countries mentioned by name, not by an adjective alone. */
  readonly #named = new Set<Draft>();
  readonly #byInitials = new Map<string, Draft>();
  readonly #countries = new Map<string, Draft>();

  constructor(spellings: ReadonlyMap<string, Spelling>, lowerCaseAmong: LowerCaseAmong) {
    this.#spellings = spellings;
    this.#lowerCaseAmong = lowerCaseAmong;
  }

  /** What names explain comes first: organisations by their head words, full names, then single words. */
  *link(occurrences: readonly Occurrence[]): Generator<void, Linked, void> {
    const singles: Spelling[] = [];
    const others: Spelling[] = [];
    for (const spelling of this.#spellings.values()) (spelling.parts.length === 1 ? singles : others).push(spelling);
    for (const { parts, type, first } of others)
      if (type === 'other' && first.category === null && parts[0]) this.#brands.add(parts[0]);
    const headed = others.filter(spelling => spelling.sure > 0 && isHeaded(spelling));
    yield* inSteps(headed.sort(byLength), spelling => this.#addHeaded(spelling));
    const persons = others.filter(
      spelling => spelling.type === 'person' && isAcceptable(spelling) && !this.#isPartOfThing(spelling),
    );
    yield* inSteps(persons.sort(byLength), spelling => this.#addPerson(spelling));
    yield* inSteps(others, spelling => {
      if (spelling.type === 'person' || spelling.sure === 0 || isHeaded(spelling)) return;
      if (!this.#isPartOfThing(spelling)) this.#addThing(spelling);
    });
    const unexplained = new Set<string>();
    for (const { key, sure, first, scores } of singles)
      if (sure > 0 && !first.known && !speaksClearly(scores) && !this.#personsByPart.has(key)) unexplained.add(key);
    this.#lowerCase = yield* this.#lowerCaseAmong(unexplained);
    yield;
    yield* inSteps(singles, spelling => this.#addSingle(spelling));
    yield* inSteps(occurrences, occurrence => this.#place(occurrence));
    return { uses: this.#uses, unexplained };
  }

  #addPerson(spelling: Spelling): void {
    const { parts, key, first } = spelling;
    const longer = this.#personsByPart.get(parts.join(' ')) ?? [];
    const same = longer.length === 1 ? longer[0] : this.#sameEnds(parts);
    if (same) {
      this.#byKey.set(key, same);
      return;
    }
    const draft = newDraft('person', first.text);
    this.#byKey.set(key, draft);
    const suffixed = NAME_SUFFIXES.has(parts[parts.length - 1] ?? '');
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= parts.length; to++) {
        if (to - from === parts.length || (suffixed && from === 0 && to === parts.length - 1 && to > 1)) continue;
        const part = to === from + 1 ? (parts[from] as string) : parts.slice(from, to).join(' ');
        if (!SMALL_PARTS.has(part)) push(this.#personsByPart, part, draft);
      }
    }
    const last = parts[parts.length - 1] ?? '';
    if (last.includes('-') && /^(?:al|el|as|ash|an|ar)-/.test(last))
      push(this.#personsByPart, last.replace(/^[a-z]+-/, ''), draft);
  }

  /** "Nabil al-Quaety" beside "Nabil Hasan al-Quaety": the same first and last words, the middle of one inside the other's. */
  #sameEnds(parts: readonly string[]): Draft | null {
    const first = parts[0] ?? '';
    const last = parts[parts.length - 1] ?? '';
    if (parts.length < 2) return null;
    for (const draft of this.#personsByPart.get(last) ?? []) {
      const others = draft.key.split(' ');
      if (others[0] !== first || others[others.length - 1] !== last) continue;
      if (
        parts
          .slice(1, -1)
          .every(part => others.includes(part) || others.some(other => other[0] === part[0] && part.endsWith('.')))
      )
        return draft;
    }
    return null;
  }

  /** "Supreme Court" is the "Italian Supreme Court" where no other is named. */
  #addHeaded(spelling: Spelling): void {
    const { key, type } = spelling;
    const longer = (this.#thingsByPart.get(key) ?? []).filter(
      draft => draft.type === type && draft.key.endsWith(` ${key}`),
    );
    const [only] = longer;
    if (only && longer.every(draft => draft === only) && !this.#byKey.has(key)) this.#byKey.set(key, only);
    else this.#addThing(spelling);
  }

  #addThing(spelling: Spelling): void {
    const { key, parts, type } = spelling;
    const candidate = spelling.first;
    const { known } = candidate;
    if (known?.kind === 'demonym') return;
    if (known?.kind === 'place' && known.country) {
      this.#byKey.set(key, this.#country(known.country, candidate.text));
      return;
    }
    if (type === 'other') {
      const category = candidate.category;
      if (category) this.#byKey.set(key, newDraft(category, candidate.text));
      return;
    }
    const draft = this.#byKey.get(respelled(key)) ?? this.#byKey.get(key) ?? newDraft(type, candidate.text);
    this.#byKey.set(key, draft);
    this.#byKey.set(respelled(key), draft);
    for (let n = 1; n < parts.length; n++) {
      push(this.#thingsByPart, parts.slice(n).join(' '), draft);
      push(this.#thingsByPart, parts.slice(0, n).join(' '), draft);
    }
    const initials = initialsOf(candidate);
    if (initials.length > 2 && !this.#byInitials.has(initials)) this.#byInitials.set(initials, draft);
    const head = key.includes(' of ') || key.includes(' for ') ? /^(.*?) (?:of|for) /.exec(key)?.[1] : undefined;
    if (head) push(this.#thingsByPart, head, draft);
    if (candidate.acronym && lookUp(candidate.acronym)?.kind !== 'place')
      this.#byKey.set(keyOf(candidate.acronym), draft);
  }

  /** "Hagia Sophia" beside "Hagia Sophia Museum". */
  #isPartOfThing({ key, titled, first }: Spelling): boolean {
    return !titled && first.known === null && this.#thingsByPart.has(key) && !this.#byKey.has(key);
  }

  #country(code: string, text: string): Draft {
    const there = this.#countries.get(code);
    if (there) return there;
    const draft = newDraft('place', text, code);
    this.#countries.set(code, draft);
    return draft;
  }

  #addSingle(spelling: Spelling): void {
    const { key, first: candidate, scores, type } = spelling;
    const { known } = candidate;
    if (this.#byKey.has(key)) return;
    const isPerson = this.#isPersonHere(spelling);
    if (known?.kind === 'place' && known.country && !isPerson) {
      this.#byKey.set(key, this.#country(known.country, candidate.text));
      return;
    }
    if (known?.kind === 'demonym') return;
    if (isPerson) return;
    if (known === null && key.endsWith('s') && this.#personsByPart.has(key.slice(0, -1))) return;
    const full = known?.kind === 'organization' && known.fullName ? this.#byKey.get(keyOf(known.fullName)) : undefined;
    if (full) {
      this.#byKey.set(key, full);
      return;
    }
    if (isAcronym(candidate.text)) {
      const owner =
        lookUp(candidate.text) === null ? this.#byInitials.get(candidate.text.replace(/\./g, '')) : undefined;
      if (owner) {
        this.#byKey.set(key, owner);
        return;
      }
    }
    const isPart = known?.kind !== 'place' && scores.place < 4 && this.#thingsByPart.has(key);
    if (isPart && (spelling.sure > 0 || known)) return;
    if (type === 'other' || !this.#stands(spelling)) return;
    this.#byKey.set(key, newDraft(type, candidate.text));
  }

  /** Whether a single word is part of a person's full name, or has a title of its own, and nothing speaks for a place. */
  #isPersonHere({ key, shape, scores, titled, first: { known } }: Spelling): boolean {
    if (!this.#personsByPart.has(key)) return false;
    if (titled) return true;
    if (known?.kind === 'place') {
      return known.weight < 3 && scores.place - shape.place < 2.5;
    }
    if (known?.kind === 'organization') return false;
    return true;
  }

  /** Whether a single word is a name although no longer name explains it. */
  #stands({ key, sure, titled, scores, first: { known } }: Spelling): boolean {
    if (titled && scores.person > 2) return true;
    if (sure === 0) return false;
    if (this.#lowerCase.has(key) && !speaksClearly(scores)) return false;
    if (known) return true;
    if (this.#brands.has(key)) return false;
    return sure > 1 || Math.max(scores.person, scores.organization, scores.place) >= 1;
  }

  #place(occurrence: Occurrence): void {
    const { candidate } = occurrence;
    const { known } = candidate;
    const { key } = candidate;
    if (known?.kind === 'demonym') {
      const draft = this.#country(known.country, COUNTRIES.get(known.country)?.name ?? candidate.text);
      this.#use(draft, occurrence, 'demonym');
      return;
    }
    const draft = this.#byKey.get(key) ?? this.#partOwner(key, occurrence) ?? null;
    if (draft) {
      this.#use(draft, occurrence, kindOf(candidate.text, key, draft));
      return;
    }
    if (candidate.titles.length > 0 && candidate.scores.person >= 6 && candidate.parts.length <= 2) {
      const person = newDraft('person', candidate.text);
      this.#byKey.set(key, person);
      this.#use(person, occurrence, 'name');
      return;
    }
    if (candidate.loose || this.#spellings.get(key)?.type !== 'other') this.#placeParts(occurrence);
  }

  /** Whoever is named inside a stretch that is no name as a whole: "Boateng-Mireku Says Ghana Ready". */
  #placeParts({ candidate, start, paragraph }: Occurrence): void {
    const { parts } = candidate;
    if (parts.length < 2) return;
    const offset = start - candidate.start;
    for (let from = 0; from < parts.length; ) {
      let to = Math.min(parts.length, from + 6);
      for (; to > from; to--) {
        const first = parts[from];
        const last = parts[to - 1];
        if (!first || !last) continue;
        const text = parts
          .slice(from, to)
          .map(part => part.text)
          .join(' ');
        const key = keyOf(text);
        const draft = this.#byKey.get(key) ?? this.#personsByPart.get(key)?.[0];
        if (!draft) continue;
        const span = { start: first.start + offset, end: last.end + offset };
        this.#add({ draft, ...span, text, kind: kindOf(text, key, draft), titles: [], paragraph });
        break;
      }
      from = Math.max(to, from + 1);
    }
  }

  #partOwner(key: string, { candidate, start }: Occurrence): Draft | undefined {
    const persons = this.#personsByPart.get(key);
    const spelling = this.#spellings.get(key);
    if (persons && (!spelling || spelling.parts.length > 1 || this.#isPersonHere(spelling)))
      return this.#whichOf(persons, candidate, start);
    // "the Turpins": the family of somebody named.
    const family =
      key.endsWith('s') && candidate.parts.length === 1 ? this.#personsByPart.get(key.slice(0, -1)) : undefined;
    if (family) return nearest(family, start);
    const things = this.#thingsByPart.get(key);
    if (!things || !(candidate.sure || candidate.known)) return undefined;
    // "The House" is the House of Representatives before it is the House Rules Committee.
    const heads = things.filter(draft => draft.key.startsWith(`${key} of `));
    return nearest(heads.length > 0 ? heads : things, start);
  }

  #whichOf(persons: readonly Draft[], candidate: Candidate, start: number): Draft | undefined {
    if (persons.length === 1) return persons[0];
    const { gender } = candidate;
    const title = candidate.titles.find(one => one.title)?.title?.toLowerCase();
    const fitting = persons.filter(({ stated }) => {
      const known = stated.find(one => one.gender !== null)?.gender;
      return !gender || !known || gender === known;
    });
    const byTitle = title
      ? fitting.filter(({ stated }) => stated.some(({ office }) => office?.toLowerCase() === title))
      : [];
    const { key } = candidate;
    const bySurname = (byTitle.length > 0 ? byTitle : fitting).filter(draft => draft.key.endsWith(` ${key}`));
    const left =
      bySurname.length > 0 ? bySurname : byTitle.length > 0 ? byTitle : fitting.length > 0 ? fitting : persons;
    // Whoever holds an office goes by the surname alone; a relative is named in full.
    const inOffice = left.filter(({ stated }) =>
      stated.some(({ office }) => office !== null && /^\p{Lu}/u.test(office)),
    );
    return inOffice.length === 1 ? inOffice[0] : (principal(left) ?? nearest(left, start));
  }

  #use(draft: Draft, { start, end, candidate, paragraph }: Occurrence, kind: MentionKind): void {
    const titles = draft.type === 'person' ? candidate.titles : NO_TITLES;
    if (draft.country && kind !== 'demonym' && !this.#named.has(draft)) {
      draft.name = candidate.text;
      draft.key = candidate.key;
      this.#named.add(draft);
    }
    this.#add({ draft, start, end, text: candidate.text, kind, titles, paragraph });
    for (const { title, gender } of titles) {
      if (!draft.stated.some(one => one.office === title && one.gender === gender))
        draft.stated.push({ office: title, gender });
    }
  }

  #add(use: Use): void {
    use.draft.uses.push(use);
    this.#uses.push(use);
  }
}

const byLength = (a: Spelling, b: Spelling): number => b.parts.length - a.parts.length;

/** The one of a family whom the text names far more often than the others. */
function principal(family: readonly Draft[]): Draft | undefined {
  const [most, next] = [...family].sort((a, b) => b.uses.length - a.uses.length);
  return most && most.uses.length > 2 && most.uses.length >= 3 * (next?.uses.length ?? 0) ? most : undefined;
}

const NO_TITLES: readonly Title[] = [];

/** Words inside personal names that name nobody by themselves. */
const SMALL_PARTS: ReadonlySet<string> = new Set(words('al el de la van von bin der den le du di da'));

/** "US Navy" as the United States', "Organisation" as it is spelled across the ocean. */
function respelled(key: string): string {
  if (key.startsWith('us ') || key.startsWith('u.s. ')) return `united states ${key.slice(key.indexOf(' ') + 1)}`;
  return key.includes('organisation') ? key.replace('organisation', 'organization') : key;
}

function initialsOf({ parts }: Candidate): string {
  let initials = '';
  for (const { word } of parts) if (word.upper) initials += word.text[0];
  return initials;
}

/** Whether what is said of a word outweighs that the document writes it in small letters as well. */
function speaksClearly({ person, organization, place }: Scores): boolean {
  return person >= 4 || organization >= 4 || place >= 4;
}

function isAcceptable({ sure, scores, titled }: Spelling): boolean {
  return sure > 0 || titled || scores.person >= 1.5;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function newDraft(type: EntityType, name: string, country: string | null = null): Draft {
  return { type, name, key: keyOf(name), country, stated: [], uses: [] };
}
