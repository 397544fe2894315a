/**
 * How an entity appears, as numbers and texts. In a document they are one text: what documents say alike is the same text, and is
 * looked into once for all of them.
 */
import type { Firmness } from '../corpus/names.ts';
import { blankProfile } from '../corpus/profile.ts';
import type { Appearance, Office } from '../corpus/sharing.ts';
import type { EntityType, Gender } from '../reading/model.ts';

const types: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'document'];
const genders: readonly Gender[] = [null, 'female', 'male'];
const firmnesses: readonly Firmness[] = ['firm', 'possible'];

/** Where the parts of an appearance go, one after the other. */
export interface AppearanceSink {
  number(value: number): void;
  text(written: string): void;
  textOrNot(written: string | null): void;
  /** What it is looked up by; most keys begin with the type. */
  key(written: string, type: EntityType): void;
}

/** Where they come from; each throws where there is no such part. */
export interface AppearanceSource {
  number(): number;
  text(): string;
  textOrNot(): string | null;
  key(type: EntityType): string;
  /** As many as follow. Throws where they cannot be so many. */
  list<T>(item: () => T): readonly T[];
}

export function putAppearance(out: AppearanceSink, as: Appearance): void {
  const { type, gender, name, aliases, country, key, shorter, otherNames, profile, offices } = as;
  out.number(types.indexOf(type));
  out.number(genders.indexOf(gender) * 3 + genders.indexOf(profile.gender));
  for (const list of [aliases, otherNames, profile.countries, profile.walks, profile.titles]) {
    out.number(list.length);
    list.forEach(out.text);
  }
  // Most are called by their first alias.
  out.textOrNot(name === aliases[0] ? null : name);
  out.textOrNot(country);
  out.key(key, type);
  out.number(shorter.size);
  for (const [form, firmness] of shorter) {
    out.number(firmnesses.indexOf(firmness));
    out.key(form, type);
  }
  out.number(offices.length);
  for (const { title, affiliation } of offices) {
    out.text(title);
    out.textOrNot(affiliation);
  }
}

/** Throws for anything but what `putAppearance` can have put there. */
export function takeAppearance(from: AppearanceSource): Appearance {
  const { number, text, textOrNot, key: keyOf, list } = from;
  const type = among(types, number());
  const ofBoth = number();
  const [aliases, otherNames, countries, walks, titles] = [list(text), list(text), list(text), list(text), list(text)];
  const name = textOrNot() ?? aliases[0];
  if (name === undefined) throw malformed();
  const country = textOrNot();
  const key = keyOf(type);
  const shorter = list((): [string, Firmness] => {
    const firmness = among(firmnesses, number());
    return [keyOf(type), firmness];
  });
  const offices = list((): Office => ({ title: text(), affiliation: textOrNot() }));
  const isBlank = ofBoth % 3 === 0 && countries.length + walks.length + titles.length === 0;
  return {
    type,
    gender: among(genders, Math.floor(ofBoth / 3)),
    name,
    aliases,
    country,
    key,
    shorter: shorter.length > 0 ? new Map(shorter) : noShorter,
    otherNames,
    profile: isBlank ? blankProfile : { gender: genders[ofBoth % 3]!, countries, walks, titles },
    offices,
  };
}

function among<T>(kinds: readonly T[], place: number): T {
  if (place >= kinds.length) throw malformed();
  return kinds[place]!;
}

/** Numbers stand in front, the texts behind them as one. */
export function writeAppearance(as: Appearance): string {
  const numbers: number[] = [];
  const texts: string[] = [];
  const put = (length: number, written: string) => {
    numbers.push(length);
    texts.push(written);
  };
  putAppearance(
    {
      number: value => numbers.push(value),
      text: written => put(written.length, written),
      textOrNot: written => put(written === null ? 0 : written.length + 1, written ?? ''),
      key: (written, type) => {
        const isPlain = written.startsWith(`${type} `);
        const own = isPlain ? written.slice(type.length + 1) : written;
        put(2 * own.length + Number(isPlain), own);
      },
    },
    as,
  );
  return charactersOf([numbers.length, ...numbers]) + texts.join('');
}

/** Five bits a character; those that more of the number follow are lower-case letters and the like. */
const [last, followed] = [0x23, 0x60];

function charactersOf(numbers: readonly number[]): string {
  let characters = '';
  for (const number of numbers) {
    let rest = number;
    for (; rest > 31; rest >>>= 5) characters += String.fromCharCode(followed + (rest & 31));
    characters += String.fromCharCode(last + rest);
  }
  return characters;
}

/** Throws for anything but what `writeAppearance` can have written. */
export function parseAppearance(written: string): Appearance {
  let read = 0;
  const readNumber = () => {
    for (let value = 0, shift = 0; shift < 30; shift += 5) {
      const code = written.charCodeAt(read++);
      if (code >= last && code <= last + 31) return value + ((code - last) << shift);
      if (!(code >= followed && code <= followed + 31)) break;
      value += (code - followed) << shift;
    }
    throw malformed();
  };
  const listOf = <T>(length: number, item: () => T): readonly T[] => {
    if (length === 0) return none;
    if (length > written.length) throw malformed();
    const items: T[] = [];
    while (items.length < length) items.push(item());
    return items;
  };
  const numbers = listOf(readNumber(), readNumber);
  let next = 0;
  let at = read;
  const number = () => numbers[next++] ?? fail();
  const textOf = (length: number) => written.slice(at, (at += length));
  const appearance = takeAppearance({
    number,
    text: () => textOf(number()),
    textOrNot: () => {
      const length = number();
      return length === 0 ? null : textOf(length - 1);
    },
    key: type => {
      const length = number();
      return length & 1 ? `${type} ${textOf(length >> 1)}` : textOf(length >> 1);
    },
    list: item => listOf(number(), item),
  });
  if (next !== numbers.length || at !== written.length) throw malformed();
  return appearance;
}

const none: readonly never[] = [];
const noShorter: Appearance['shorter'] = new Map();

function fail(): never {
  throw malformed();
}

function malformed(): Error {
  return new Error('This is no appearance of an entity');
}
