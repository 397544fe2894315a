/**
 * How an entity appears, as one text: what documents say alike is the same text, and is looked into once for all of them.
 * Numbers stand in front, the texts behind them as one.
 */
import type { EntityFacts } from '../corpus/facts.ts';
import type { Firmness } from '../corpus/names.ts';
import { blankProfile } from '../corpus/profile.ts';
import type { Appearance, Office } from '../corpus/sharing.ts';
import type { EntityType, Gender } from '../reading/model.ts';

const types: readonly EntityType[] = ['person', 'organization', 'place', 'event', 'document'];
const genders: readonly Gender[] = [null, 'female', 'male'];
const firmnesses: readonly Firmness[] = ['firm', 'possible'];

export function writeAppearance({ entity, key, shorter, otherNames, profile }: EntityFacts): string {
  const { type, gender, name, aliases, country, roles } = entity;
  const numbers: number[] = [types.indexOf(type), genders.indexOf(gender) * 3 + genders.indexOf(profile.gender)];
  const texts: string[] = [];
  const text = (written: string) => {
    numbers.push(written.length);
    texts.push(written);
  };
  const textOrNot = (written: string | null) => {
    numbers.push(written === null ? 0 : written.length + 1);
    texts.push(written ?? '');
  };
  for (const list of [aliases, otherNames, profile.countries, profile.walks, profile.titles]) {
    numbers.push(list.length);
    list.forEach(text);
  }
  // Most are called by their first alias.
  textOrNot(name === aliases[0] ? null : name);
  textOrNot(country);
  const keyOf = (written: string, firmness: Firmness) => {
    const isPlain = written.startsWith(`${type} `);
    numbers.push(2 * firmnesses.indexOf(firmness) + Number(isPlain));
    text(isPlain ? written.slice(type.length + 1) : written);
  };
  keyOf(key, 'firm');
  numbers.push(shorter.size);
  for (const [form, firmness] of shorter) keyOf(form, firmness);
  numbers.push(roles.length);
  for (const { title, affiliation } of roles) {
    text(title);
    textOrNot(affiliation);
  }
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
  const number = () => {
    for (let value = 0, shift = 0; shift < 30; shift += 5) {
      const code = written.charCodeAt(read++);
      if (code >= last && code <= last + 31) return value + ((code - last) << shift);
      if (!(code >= followed && code <= followed + 31)) break;
      value += (code - followed) << shift;
    }
    throw malformed();
  };
  const numbers = listOf(number(), number);
  let next = 0;
  let at = read;
  const following = () => numbers[next++] ?? fail();
  const among = <T>(kinds: readonly T[], place: number): T => {
    if (place >= kinds.length) throw malformed();
    return kinds[place]!;
  };
  const textOf = (length: number) => written.slice(at, (at += length));
  const text = () => textOf(following());
  const textOrNot = () => {
    const length = following();
    return length === 0 ? null : textOf(length - 1);
  };
  const texts = () => listOf(following(), text);

  const type = among(types, following());
  const ofBoth = following();
  const [aliases, otherNames, countries, walks, titles] = [texts(), texts(), texts(), texts(), texts()];
  const name = textOrNot() ?? aliases[0] ?? fail();
  const country = textOrNot();
  const keyed = (): [string, Firmness] => {
    const kind = following();
    const firmness = among(firmnesses, kind >> 1);
    return [kind & 1 ? `${type} ${text()}` : text(), firmness];
  };
  const [key] = keyed();
  const shorter = listOf(following(), keyed);
  const offices = listOf(following(), (): Office => ({ title: text(), affiliation: textOrNot() }));
  if (next !== numbers.length || at !== written.length) throw malformed();
  const isBlank = ofBoth % 3 === 0 && countries.length + walks.length + titles.length === 0;
  return {
    type,
    gender: among(genders, Math.floor(ofBoth / 3)),
    name,
    aliases,
    country,
    key,
    shorter: shorter.length > 0 ? new Map(shorter) : noShorter,
    otherNames: otherNames.length > 0 ? otherNames : none,
    profile: isBlank ? blankProfile : { gender: genders[ofBoth % 3]!, countries, walks, titles },
    offices: offices.length > 0 ? offices : none,
  };

  function listOf<T>(length: number, item: () => T): T[] {
    if (length > written.length) throw malformed();
    const items: T[] = [];
    while (items.length < length) items.push(item());
    return items;
  }
}

const none: readonly never[] = [];
const noShorter: EntityFacts['shorter'] = new Map();

function fail(): never {
  throw malformed();
}

function malformed(): Error {
  return new Error('This is no appearance of an entity');
}
