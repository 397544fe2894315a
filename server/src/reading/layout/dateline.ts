/**
 * Datelines: place, date and agency in front of a story's first words, in the forms of the world's agencies:
 * "PARIS (AP) —", "LONDON/PARIS, Jan 5 (Reuters) -", "GENEVA, March 3, 2021 (AFP) –", "MOSCOW, April 22. /TASS/.",
 * "Geneva (22 April 2020) –". Offsets are into the string that is read.
 */
import type { Span } from '../model.ts';
import { once } from '../once.ts';
import { type CalendarDate, DAY_MONTH, ISO_DATE, MONTH, MONTH_DAY, readCalendarDate, WEEKDAY } from './calendar.ts';

export interface Dateline {
  /** Characters that it takes, its dash included. */
  readonly length: number;
  readonly place: string;
  readonly agency: string | null;
  readonly date: (Span & { readonly date: CalendarDate | null }) | null;
}

const LONGEST_DATELINE = 200;

const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+";
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PARTICLE = '(?:de|del|di|da|do|du|la|le|el|al|of|and|upon|en|sur|am)';
const DAY_NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const NO_MONTH = `(?!${MONTH}|${DAY_NAME})`;
const CITY = `${CAPITALS}(?:(?:\\s|\\s?/\\s?)(?:(?:${PARTICLE}\\s)?${NO_MONTH}${CAPITALS})){0,5}`;
const MIXED_CITY = `${NAME}(?:(?:\\s|\\s?/\\s?)(?:(?:${PARTICLE}\\s)?${NO_MONTH}${NAME})){0,4}`;
const REGION = `(?:,\\s${NO_MONTH}${NAME}(?:\\s(?:${PARTICLE}\\s)?${NO_MONTH}${NAME}){0,3}|\\s\\[[^\\]\\n]{2,30}\\])?`;
const DATE = `(?:(?:${WEEKDAY},?\\s)?(?:${MONTH_DAY}|${DAY_MONTH}|${ISO_DATE})|${DAY_NAME})`;
const AGENCY = '(?:\\((?<paren>[^()\\n]{2,60})\\)|/(?<slash>[^/\\n]{2,40})/|\\[(?<bracket>[^\\]\\n]{2,40})\\])';
const DASH = '(?:\\.?-{1,3}|\\.?\\s?[—–―‒−]|_|:)';

/** A form, which is tried where a line has its sign: an engine takes milliseconds over each of these patterns, the first two times. */
interface Form {
  readonly sign: RegExp;
  readonly pattern: () => RegExp;
}

const DATE_SIGN = '(?:\\d|day)[^]*';
const MARK = '[-–—―‒−_:]';
const forms: readonly Form[] = [
  // PLACE, date (Agency) -- with the dash, or without it where both date and agency are there
  {
    sign: `${DATE_SIGN}[)/\\]]`,
    form: `^(?<place>CITY${REGION})[,.]?\\s{1,3}(?:(?<date>${DATE})[,.]?\\s{0,3})${AGENCY}\\.?(?:\\s{0,2}${DASH})?`,
  },
  // PLACE (Agency) --
  {
    sign: `[(/[][^]*${MARK}`,
    form: `^(?<place>CITY${REGION})[,.]?\\s{1,3}${AGENCY}\\.?\\s{0,2}${DASH}`,
  },
  // PLACE, date, Agency --
  {
    sign: DATE_SIGN + MARK,
    form: `^(?<place>CITY${REGION})[,.]?\\s{1,3}(?<date>${DATE}),\\s(?<bare>${NAME}(?:\\s${NAME}){0,3})\\s{0,2}${DASH}(?=\\s)`,
  },
  // PLACE, date --
  {
    sign: DATE_SIGN + MARK,
    form: `^(?<place>CITY${REGION})[,.]?\\s{1,3}(?<date>${DATE})[,.]?\\s{0,2}${DASH}`,
  },
  // date, PLACE --
  {
    sign: `^(?:\\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[^]*(?:${MARK}|\\|)`,
    form: `^(?<date>${DATE})(?:,|\\s?[|/–-])\\s(?<place>CITY)\\s{0,2}(?:${DASH}|\\|)(?=\\s)`,
  },
  // a database's field
  {
    sign: '^(?:DATELINE|Dateline)',
    form: `^(?:DATELINE|Dateline)\\s?:\\s(?<place>CITY${REGION})(?:[,;]?\\s(?<date>${DATE}))?\\s?;?$`,
  },
].flatMap(({ sign, form }) =>
  [form.replace('CITY', CITY), form.replace('CITY', MIXED_CITY)].map(source => ({
    sign: new RegExp(source.startsWith(`^(?<place>${CAPITALS}`) ? `^(?![^][a-z])(?=[^]*${sign})` : sign, 'u'),
    pattern: once(() => new RegExp(source, 'u')),
  })),
);
const bareCapitals: Form = {
  sign: new RegExp(`^[^](?![a-z])[^]*${MARK}`),
  pattern: once(
    () =>
      new RegExp(
        `^(?!FILE\\b)(?<place>${CITY}${REGION})(?:\\s(?:--|[—–―‒−_-])\\s|\\s?[—―])(?=\\s{0,2}["“'‘]?[\\p{Lu}\\p{N}])`,
        'u',
      ),
  ),
};
const alone: Form = {
  sign: /\d|day/,
  pattern: once(() => new RegExp(`^\\(?(?<place>${MIXED_CITY}${REGION}),?\\s(?<date>${DATE})[.,:]?\\)?$`, 'u')),
};

const matchIn = ({ sign, pattern }: Form, head: string) => (sign.test(head) ? pattern().exec(head) : null);

const nothingButDate = new RegExp(`^${DATE}$`, 'iu');

/** A word that places and dates do not have, before any mark that parts a dateline's agency or dash from them. */
const wordOfSentence = new RegExp(`^[^\\-–—―‒−_:|/()[\\]]*? (?!${PARTICLE}(?![a-z]))[a-z]`);

/** What every dateline has, and most lines without a small word have not. */
const markOrDate = /[-–—―‒−_:|/()[\]\d]|day\b/;

/**
 * The dateline with which a line opens, or null.
 * @param first whether the line is the first of a story's body, where a place in capitals and a dash are enough.
 */
export function readDateline(line: string, first: boolean): Dateline | null {
  if (wordOfSentence.test(line)) return null;
  const head = line.slice(0, LONGEST_DATELINE);
  if (!/^[\p{Lu}\d(]/u.test(head) || !markOrDate.test(head)) return null;
  if (!head.startsWith('(')) {
    for (const form of forms) {
      const match = matchIn(form, head);
      if (match) return toDateline(match, line.length);
    }
  }
  if (!first) return null;
  const match = matchIn(bareCapitals, head) ?? (line.length < LONGEST_DATELINE ? matchIn(alone, head) : null);
  return match && /\p{L}{3}/u.test(match.groups?.place ?? '') ? toDateline(match, line.length) : null;
}

function toDateline(match: RegExpExecArray, lineLength: number): Dateline | null {
  const { place = '', date, paren, slash, bracket, bare } = match.groups ?? {};
  const named = paren ?? slash ?? bracket ?? bare ?? null;
  const dateInParentheses = named !== null && nothingButDate.test(named.trim());
  const written = dateInParentheses ? named : date;
  const length = match[0].trimEnd().length;
  if (length > lineLength) return null;
  return {
    length,
    place: place.trim(),
    agency: dateInParentheses ? null : (named?.trim() ?? null),
    date: written === undefined ? null : spanOf(match[0], written),
  };
}

function spanOf(text: string, written: string): Dateline['date'] {
  const start = text.indexOf(written);
  return { start, end: start + written.length, date: readCalendarDate(written) };
}
