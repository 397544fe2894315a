import { ACRONYMS } from '../lexicon/organizations.ts';
import { COUNTRIES } from '../lexicon/places.ts';
import { NAME_SUFFIXES } from '../lexicon/titles.ts';
import type { EntityType, Gender, MentionKind } from '../model.ts';
import type { Candidate } from './candidate.ts';
import type { Scores } from './evidence.ts';
import { lookUp } from './gazetteer.ts';
import { keyOf } from './keys.ts';
import type { Title } from './titles.ts';

/** A candidate at its place in the document; offsets are into the document's text. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly candidate: Candidate;
  /** Offset of its paragraph. */
  readonly paragraph: number;
}

/** An entity in the making. */
export interface Draft {
  readonly type: EntityType;
  name: string;
  readonly country: string | null;
  /** Offices and genders stated beside the name, each once. */
  readonly stated: { readonly office: string | null; readonly gender: Gender }[];
  readonly uses: {
    start: number;
    end: number;
    text: string;
    kind: MentionKind;
    titles: readonly Title[];
    paragraph: number;
  }[];
}

/** All the occurrences of one spelling. */
interface Spelling {
  readonly key: string;
  readonly parts: readonly string[];
  readonly occurrences: Occurrence[];
  shape: Scores;
  /** Whether the shape is that of an occurrence whose bounds are sure. */
  shaped: boolean;
  readonly scores: Scores;
  sure: boolean;
  titled: boolean;
}

const NOTHING: Scores = { person: 0, organization: 0, place: 0, other: 0 };

export function linkNames(
  occurrences: readonly Occurrence[],
  lowerCaseAmong: (words: ReadonlySet<string>) => ReadonlySet<string>,
): readonly Draft[] {
  const linker = new Linker(lowerCaseAmong);
  return linker.link(occurrences);
}

class Linker {
  #lowerCase: ReadonlySet<string> = new Set();
  readonly #lowerCaseAmong: (words: ReadonlySet<string>) => ReadonlySet<string>;
  readonly #spellings = new Map<string, Spelling>();
  readonly #drafts: Draft[] = [];
  /** Entities by the key of a name that can only be theirs. */
  readonly #byKey = new Map<string, Draft>();
  /** Persons by each run of words inside their full names. */
  readonly #personsByPart = new Map<string, Draft[]>();
  /** Organisations and places by each run of words that begins or ends their full names. */
  readonly #thingsByPart = new Map<string, Draft[]>();
  readonly #byAcronym = new Map<string, string>();
  /** First words of products' names: in "Volvo XC90" and elsewhere in the document no company is meant. */
  readonly #brands = new Set<string>();
  /** Entities mentioned by name, not by an adjective alone. */
  readonly #named = new Set<Draft>();
  readonly #byInitials = new Map<string, Draft>();
  readonly #countries = new Map<string, Draft>();

  constructor(lowerCaseAmong: (words: ReadonlySet<string>) => ReadonlySet<string>) {
    this.#lowerCaseAmong = lowerCaseAmong;
  }

  link(occurrences: readonly Occurrence[]): readonly Draft[] {
    for (const occurrence of occurrences) this.#gather(occurrence);
    const spellings = [...this.#spellings.values()];
    for (const spelling of spellings) {
      const [brand] = spelling.parts;
      if (
        brand &&
        spelling.parts.length > 1 &&
        typeOf(spelling) === 'other' &&
        spelling.occurrences[0]?.candidate.category === null
      )
        this.#brands.add(brand);
    }
    for (const spelling of spellings) if (isHeaded(spelling) && spelling.sure) this.#addThing(spelling);
    const persons = spellings.filter(
      spelling =>
        spelling.parts.length > 1 &&
        typeOf(spelling) === 'person' &&
        acceptable(spelling) &&
        !this.#isPartOfThing(spelling),
    );
    for (const spelling of persons.sort((a, b) => b.parts.length - a.parts.length)) this.#addPerson(spelling);
    for (const spelling of spellings)
      if (
        spelling.parts.length > 1 &&
        typeOf(spelling) !== 'person' &&
        !isHeaded(spelling) &&
        spelling.sure &&
        !this.#isPartOfThing(spelling)
      )
        this.#addThing(spelling);
    const singles = spellings.filter(({ parts }) => parts.length === 1);
    this.#lowerCase = this.#lowerCaseAmong(
      new Set(
        singles
          .filter(
            ({ key, sure, occurrences }) => sure && !occurrences[0]?.candidate.known && !this.#personsByPart.has(key),
          )
          .map(({ key }) => key),
      ),
    );
    for (const spelling of singles) this.#addSingle(spelling);
    for (const occurrence of occurrences) this.#place(occurrence);
    return this.#drafts.filter(({ uses }) => uses.length > 0);
  }

  #gather(occurrence: Occurrence): void {
    const { candidate } = occurrence;
    const { key } = candidate;
    let spelling = this.#spellings.get(key);
    if (!spelling) {
      spelling = {
        key,
        parts: candidate.parts.map(part => part.key),
        occurrences: [],
        shape: { ...NOTHING },
        shaped: false,
        scores: { ...NOTHING },
        sure: false,
        titled: false,
      };
      this.#spellings.set(key, spelling);
    }
    spelling.occurrences.push(occurrence);
    const weight = candidate.loose && !candidate.known ? 0.5 : 1;
    addScores(spelling.scores, candidate.scores, weight);
    // What the words themselves say does not grow by saying it twice.
    if (!spelling.shaped || weight === 1) {
      addScores(spelling.scores, spelling.shape, -1);
      spelling.shape = scaled(candidate.shape, weight);
      addScores(spelling.scores, spelling.shape, 1);
      spelling.shaped = weight === 1;
    }
    if (candidate.sure) spelling.sure = true;
    if (candidate.titles.length > 0) spelling.titled = true;
    if (candidate.acronym) this.#byAcronym.set(keyOf(candidate.acronym), key);
  }

  #draft(type: EntityType, name: string, country: string | null = null): Draft {
    const draft: Draft = { type, name, country, stated: [], uses: [] };
    this.#drafts.push(draft);
    return draft;
  }

  #addPerson(spelling: Spelling): void {
    const { parts, key } = spelling;
    const text = spelling.occurrences[0]?.candidate.text ?? key;
    const longer = this.#personsByPart.get(parts.join(' ')) ?? [];
    const same = longer.length === 1 ? longer[0] : this.#sameEnds(parts);
    if (same) {
      this.#byKey.set(key, same);
      return;
    }
    const draft = this.#draft('person', text);
    this.#byKey.set(key, draft);
    const suffixed = NAME_SUFFIXES.has(parts[parts.length - 1] ?? '');
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= parts.length; to++) {
        if (to - from === parts.length || (suffixed && from === 0 && to === parts.length - 1 && to > 1)) continue;
        if (/^(?:al|el|de|la|van|von|bin|der|den|le|du|di|da)$/.test(parts.slice(from, to).join(' '))) continue;
        push(this.#personsByPart, parts.slice(from, to).join(' '), draft);
      }
    }
    const last = parts[parts.length - 1] ?? '';
    if (/^(?:al|el|as|ash|an|ar)-/.test(last)) push(this.#personsByPart, last.replace(/^[a-z]+-/, ''), draft);
  }

  /** "Nabil al-Quaety" beside "Nabil Hasan al-Quaety": the same first and last words, the middle of one inside the other's. */
  #sameEnds(parts: readonly string[]): Draft | null {
    const first = parts[0] ?? '';
    const last = parts[parts.length - 1] ?? '';
    if (parts.length < 2) return null;
    for (const draft of this.#personsByPart.get(last) ?? []) {
      const others = keyOf(draft.name).split(' ');
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

  #addThing(spelling: Spelling): void {
    const { key, parts } = spelling;
    const occurrence = spelling.occurrences[0] as Occurrence;
    const { candidate } = occurrence;
    const known = candidate.known;
    if (known?.kind === 'demonym') return;
    if (known?.kind === 'place' && known.country) {
      this.#byKey.set(key, this.#country(known.country, candidate.text));
      return;
    }
    const type = typeOf(spelling);
    if (type === null) return;
    if (type === 'other') {
      const category = candidate.category;
      if (category) this.#byKey.set(key, this.#draft(category, candidate.text));
      return;
    }
    const synonym =
      this.#byKey.get(key.replace(/^(?:us|u\.s\.) /, 'united states ')) ??
      this.#byKey.get(key.replace('organisation', 'organization'));
    const draft = synonym ?? this.#draft(type, candidate.text);
    this.#byKey.set(key, draft);
    for (let n = 1; n < parts.length; n++) {
      push(this.#thingsByPart, parts.slice(n).join(' '), draft);
      push(this.#thingsByPart, parts.slice(0, n).join(' '), draft);
    }
    const initials = candidate.parts.map(({ text }) => (/^\p{Lu}/u.test(text) ? text[0] : '')).join('');
    if (initials.length > 2 && !this.#byInitials.has(initials)) this.#byInitials.set(initials, draft);
    const head = /^(.*?) (?:of|for) /.exec(key)?.[1];
    if (head) push(this.#thingsByPart, head, draft);
    if (candidate.acronym && lookUp(candidate.acronym)?.kind !== 'place')
      this.#byKey.set(keyOf(candidate.acronym), draft);
  }

  /** "Hagia Sophia" beside "Hagia Sophia Museum". */
  #isPartOfThing({ key, titled, parts, occurrences }: Spelling): boolean {
    return (
      !titled &&
      parts.length > 1 &&
      this.#thingsByPart.has(key) &&
      occurrences[0]?.candidate.known === null &&
      !this.#byKey.has(key)
    );
  }

  #country(code: string, text: string): Draft {
    const there = this.#countries.get(code);
    if (there) return there;
    const draft = this.#draft('place', text, code);
    this.#countries.set(code, draft);
    return draft;
  }

  #addSingle(spelling: Spelling): void {
    const { key, occurrences, scores } = spelling;
    const occurrence = occurrences[0] as Occurrence;
    const { candidate } = occurrence;
    const { known } = candidate;
    if (this.#byKey.has(key)) return;
    if (known?.kind === 'place' && known.country && !this.#isPersonHere(spelling)) {
      this.#byKey.set(key, this.#country(known.country, candidate.text));
      return;
    }
    if (known?.kind === 'demonym') return;
    if (this.#isPersonHere(spelling)) return;
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
    const things = this.#thingsByPart.get(key) ?? [];
    if (things.length > 0 && known?.kind !== 'place' && (spelling.sure || known) && scores.place < 4) return;
    if (!this.#stands(spelling)) return;
    const type = typeOf(spelling);
    if (type === null || type === 'other') return;
    this.#byKey.set(key, this.#draft(type, candidate.text));
  }

  /** Whether a single word is part of a person's full name, or has a title of its own, and nothing speaks for a place. */
  #isPersonHere({ key, shape, scores, titled, occurrences }: Spelling): boolean {
    const known = occurrences[0]?.candidate.known;
    const owners = this.#personsByPart.get(key);
    if (!owners) return false;
    if (titled) return true;
    if (known?.kind === 'place') {
      return known.weight < 3 && scores.place - shape.place < 2.5;
    }
    if (known?.kind === 'organization') return false;
    return true;
  }

  /** Whether a single word is a name although no longer name explains it. */
  #stands({ key, sure, titled, scores, occurrences }: Spelling): boolean {
    const known = occurrences[0]?.candidate.known ?? null;
    if (titled && scores.person > 2) return true;
    const best = Math.max(scores.person, scores.organization, scores.place);
    if (!sure) return false;
    if (this.#lowerCase.has(key) && best < 4) return false;
    if (known) return true;
    if (this.#brands.has(key)) return false;
    return best >= 1 || occurrences.filter(({ candidate }) => candidate.sure).length > 1;
  }

  #place(occurrence: Occurrence): void {
    const { candidate } = occurrence;
    const { known } = candidate;
    const { key } = candidate;
    const spelling = this.#spellings.get(key);
    if (known?.kind === 'demonym') {
      const draft = this.#country(known.country, COUNTRIES.get(known.country)?.name ?? candidate.text);
      this.#use(draft, occurrence, 'demonym');
      return;
    }
    const draft = this.#byKey.get(key) ?? this.#partOwner(key, occurrence) ?? null;
    if (draft) {
      this.#use(draft, occurrence, kindOf(candidate.text, draft));
      return;
    }
    if (candidate.titles.length > 0 && candidate.scores.person >= 6 && candidate.parts.length <= 2) {
      const person = this.#draft('person', candidate.text);
      this.#byKey.set(key, person);
      this.#use(person, occurrence, 'name');
      return;
    }
    if (candidate.loose || (spelling && typeOf(spelling) !== 'other')) this.#placeParts(occurrence);
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
        draft.uses.push({ ...span, text, kind: kindOf(text, draft), titles: [], paragraph });
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
    if (things && (candidate.sure || candidate.known)) return nearest(things, start);
    return undefined;
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
    const bySurname = (byTitle.length > 0 ? byTitle : fitting).filter(({ name }) => keyOf(name).endsWith(` ${key}`));
    const left =
      bySurname.length > 0 ? bySurname : byTitle.length > 0 ? byTitle : fitting.length > 0 ? fitting : persons;
    // Whoever holds an office goes by the surname alone; a relative is named in full.
    const inOffice = left.filter(({ stated }) =>
      stated.some(({ office }) => office !== null && /^\p{Lu}/u.test(office)),
    );
    return inOffice.length === 1 ? inOffice[0] : nearest(left, start);
  }

  #use(draft: Draft, { start, end, candidate, text, paragraph }: Occurrence, kind: MentionKind): void {
    const titles = draft.type === 'person' ? candidate.titles : [];
    if (draft.country && kind !== 'demonym' && !this.#named.has(draft)) draft.name = candidate.text;
    if (kind !== 'demonym') this.#named.add(draft);
    draft.uses.push({ start, end, text, kind, titles, paragraph });
    for (const { title, gender } of titles) {
      if (!draft.stated.some(one => one.office === title && one.gender === gender))
        draft.stated.push({ office: title, gender });
    }
  }
}

function addScores(sum: Scores, scores: Readonly<Scores>, weight: number): void {
  sum.person += scores.person * weight;
  sum.organization += scores.organization * weight;
  sum.place += scores.place * weight;
  sum.other += scores.other * weight;
}

function scaled({ person, organization, place, other }: Readonly<Scores>, weight: number): Scores {
  return { person: person * weight, organization: organization * weight, place: place * weight, other: other * weight };
}

function typeOf({ scores, occurrences }: Spelling): 'person' | 'organization' | 'place' | 'other' | null {
  const known = occurrences[0]?.candidate.known;
  const { person, organization, place, other } = scores;
  const best = Math.max(person, organization, place, other);
  if (best <= 0) return known?.kind === 'place' ? 'place' : 'organization';
  if (person === best) return 'person';
  if (organization === best) return 'organization';
  return place === best ? 'place' : 'other';
}

/** Whether a head word or general knowledge makes it an organisation's or a place's name. */
function isHeaded(spelling: Spelling): boolean {
  const { parts, shape } = spelling;
  const type = typeOf(spelling);
  return (
    parts.length > 1 && (type === 'organization' || type === 'place') && Math.max(shape.organization, shape.place) >= 4
  );
}

function acceptable({ sure, scores, titled }: Spelling): boolean {
  return sure || titled || scores.person >= 1.5;
}

function kindOf(text: string, draft: Draft): MentionKind {
  if (draft.type !== 'person' && isAcronym(text) && (ACRONYMS.has(text) || text !== draft.name || text.length < 6))
    return 'acronym';
  const [short, full] = [keyOf(text), keyOf(draft.name)];
  return short.length < full.length && ` ${full} `.includes(` ${short} `) ? 'short' : 'name';
}

function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,8}$/u.test(text) || /^\p{Lu}\p{Ll}?\p{Lu}+$/u.test(text);
}

/** Of several, the one named last before the offset; where none was, the first. Uses are in order of their start. */
function nearest(drafts: readonly Draft[], start: number): Draft | undefined {
  let best = drafts[0];
  let at = -1;
  for (const draft of drafts) {
    const last = draft.uses.at(-1)?.start ?? -1;
    if (last < start && last > at) {
      at = last;
      best = draft;
    }
  }
  return best;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
