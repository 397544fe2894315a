/** What a word tells by itself, wherever it stands: looked up once for each spelling. */
import { FUNCTION_WORDS, MONTHS, NOT_ACRONYMS, WEEKDAYS } from '../lexicon/function-words.ts';
import { ENGLISH_PREFIXES } from '../lexicon/name-parts.ts';
import { HEADS_WITH_COMPLEMENT, ORGANIZATION_HEADS, OTHER_HEADS } from '../lexicon/organizations.ts';
import { isGivenName } from '../lexicon/people.ts';
import { PLACE_HEADS } from '../lexicon/places.ts';
import { HONORIFICS, isOffice, isOfficeModifier, NAME_SUFFIXES, OFFICES, PARTICLES } from '../lexicon/titles.ts';
import { once } from '../once.ts';
import { type Entry, type First, lookUp, lookUpFirst } from './gazetteer.ts';
import { keyOf } from './keys.ts';

export interface Word {
  readonly text: string;
  readonly lower: string;
  /** The word as names are compared. */
  readonly key: string;
  /** Begins like a name: with a capital, or with an Arabic article before one. */
  readonly capital: boolean;
  /** Its first letter is a capital. */
  readonly upper: boolean;
  /** Two or more letters, all capitals: "WHO", "BEIJING". */
  readonly shouted: boolean;
  /** A punctuation mark or a clitic, no word. */
  readonly mark: boolean;
  /** The length of the English prefix before its first hyphen, 0 where it has none: 4 in "anti-Kenya". */
  readonly prefix: number;
  readonly functionWord: boolean;
  readonly weekday: boolean;
  readonly month: boolean;
  readonly givenName: boolean;
  /** Whether it belongs to names without being one: "Jr.", "III". */
  readonly suffix: boolean;
  /** Small inside personal names: "van". */
  readonly particle: boolean;
  /** A form of address, with or without its full stop. */
  readonly honorific: boolean;
  /** A person's office or calling, singular or plural. */
  readonly office: boolean;
  /** An office in the singular. */
  readonly singleOffice: boolean;
  /** Narrows an office down, before it: "Prime". */
  readonly modifier: boolean;
  readonly organizationHead: boolean;
  readonly placeHead: boolean;
  readonly otherHead: boolean;
  /** A head word after which "of" goes on with the name. */
  readonly takesComplement: boolean;
  /** Initials alone: "J.", "J.R.R.". */
  readonly initials: boolean;
  readonly digits: boolean;
  /** Alone it names nobody: "One", "Minister", "COVID-19", "J.". */
  readonly nameless: boolean;
  /** An address on the web: "Helvion.com". */
  readonly website: boolean;
  /** What is known of it as a whole name. */
  readonly known: Entry | null;
  /** What is known of names that begin with it. */
  readonly opening: First | null;
}

/** What is known of a unit's word. */
export function wordOf({ text, word }: { readonly text: string; readonly word?: Word }): Word {
  return word ?? wordWritten(text);
}

/** What is known of a word as written. */
export function wordWritten(text: string): Word {
  return (text.length === 1 ? characters()[text.charCodeAt(0)] : undefined) ?? remember(text);
}

function remember(text: string): Word {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const word = classify(text);
  remembered.set(text, word);
  return word;
}

/** Documents share most of their words. */
const remembered = new Map<string, Word>();
const MOST_REMEMBERED = 20_000;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const CLITIC = /^['’]\p{L}{1,2}$/u;
const CAPITAL = /^(?:[\p{Lu}\p{Lt}]|(?:\p{Ll}{1,3}[-'’])\p{Lu}|[a-z]\p{Lu})/u;
const UPPER = /^\p{Lu}/u;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

const LETTER_ALONE = /^\p{L}\.?$/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;
const DIGIT = /\d/;
const WEBSITE = /\.(?:com|org|net|co|au|uk|tv|info|io|gov)$/;

function classify(text: string): Word {
  const lower = text.toLowerCase();
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  const shouted = text !== lower && SHOUTED.test(text);
  const functionWord = FUNCTION_WORDS.has(lower);
  const office = isOffice(lower);
  const organizationHead = ORGANIZATION_HEADS.has(lower);
  const digits = DIGIT.test(text);
  const otherHead = OTHER_HEADS.has(lower);
  return {
    text,
    lower,
    key: keyOf(text),
    capital: CAPITAL.test(text),
    upper: UPPER.test(text),
    shouted,
    mark: !LETTER_OR_DIGIT.test(text) || CLITIC.test(text),
    prefix: ENGLISH_PREFIXES.has(lower.slice(0, Math.max(0, lower.indexOf('-')))) ? lower.indexOf('-') : 0,
    functionWord,
    weekday: WEEKDAYS.has(lower),
    month: MONTHS.has(lower),
    givenName: isGivenName(text),
    suffix: NAME_SUFFIXES.has(lower),
    particle: PARTICLES.has(lower),
    honorific: HONORIFICS.has(bare),
    office,
    singleOffice: OFFICES.has(lower),
    modifier: isOfficeModifier(lower),
    organizationHead,
    placeHead: PLACE_HEADS.has(lower),
    otherHead,
    takesComplement: HEADS_WITH_COMPLEMENT.has(lower),
    initials: INITIALS.test(text),
    digits,
    nameless:
      functionWord ||
      office ||
      otherHead ||
      (organizationHead && !shouted) ||
      isNoAcronym(text, shouted) ||
      LETTER_ALONE.test(text) ||
      digits,
    website: WEBSITE.test(lower),
    known: lookUp(text),
    opening: lookUpFirst(text),
  };
}

/** "TV", "MPs". */
function isNoAcronym(text: string, shouted: boolean): boolean {
  return (shouted || /^\p{Lu}{2,}s$/u.test(text)) && NOT_ACRONYMS.has(text.replace(/s$/, ''));
}

/** The words of one ASCII character, full stops and commas above all. */
const characters = once((): readonly Word[] =>
  Array.from({ length: 128 }, (_, code) => classify(String.fromCharCode(code))),
);
