/** The ISO value of a date expression, against the day of its document. */
import { daysInMonth, readCalendarDate } from '../layout/calendar.ts';
import { type Day, isoDay, isoMonth, isoWeek, partsOf, toDay } from './days.ts';
import type { Recognised } from './recognise.ts';
import { type Direction, tenseBefore } from './tense.ts';

/** The days that expressions are resolved against; null where the document does not date itself. */
export interface Anchor {
  /** What weekdays, months and years refer to. */
  readonly published: Day;
  /** What "today" and "yesterday" refer to: the dateline's day where there is one. */
  readonly written: Day;
}

/** ISO date, year-month, year or week; null where the text does not allow one. */
export function resolve(paragraph: string, found: Recognised, anchor: Anchor | null): string | null {
  const { text } = found;
  const numeric = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text) ? readCalendarDate(text) : null;
  if (numeric) return numeric.year === null ? null : isoDay(toDay(numeric.year, numeric.month, numeric.day));
  if (/^\d{1,2}[-/.]/.test(text)) return null;
  const isCalendar = MONTH_NAME.test(text) || (found.month !== null && !RELATIVE.test(text));
  const month = isCalendar ? found.month : null;
  const day = month !== null && !PART_OF.test(text) ? found.day : null;
  const year = writtenYear(text);
  if (year !== null) return absolute(year, month, day);
  if (!anchor) return null;
  const direction = () => tenseBefore(paragraph, found.start);
  if (month !== null) {
    const named = /\b(last|next)\b/i.exec(text)?.[1]?.toLowerCase();
    return named
      ? inYearNamed(month, day, named, anchor.published)
      : inNearestYear(month, day, direction(), anchor.published);
  }
  return (
    feast(text, direction, anchor.published) ?? weekday(text, direction, anchor.published) ?? relative(text, anchor)
  );
}

const MONTH_NAME = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b/iu;
const PART_OF = /\b(?:end|start|beginning|middle) of\b/i;
const RELATIVE = /\b(?:ago|last|next|this|past|today|yesterday|tomorrow|tonight|later|earlier)\b/i;

function writtenYear(text: string): number | null {
  const year = /(?<!\d)(?:1[5-9]|20|21)\d{2}(?!\d)/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

function absolute(year: number, month: number | null, day: number | null): string | null {
  if (month === null) return String(year);
  if (day === null) return isoMonth(year, month);
  return day <= daysInMonth(year, month) ? isoDay(toDay(year, month, day)) : null;
}

interface Occurrence {
  readonly year: number;
  readonly first: Day;
  readonly last: Day;
}

/** The month, or day of a month, in the years around the reference, the earliest first. */
function occurrences(month: number, day: number | null, reference: Day): Occurrence[] {
  const { year } = partsOf(reference);
  return [year - 1, year, year + 1]
    .filter(y => day === null || day <= daysInMonth(y, month))
    .map(y => ({ year: y, first: toDay(y, month, day ?? 1), last: toDay(y, month, day ?? daysInMonth(y, month)) }));
}

/** "Last March" is over, "next March" has not begun. */
function inYearNamed(month: number, day: number | null, named: string, reference: Day): string | null {
  const all = occurrences(month, day, reference);
  const chosen = named === 'last' ? all.findLast(o => o.last < reference) : all.find(o => o.first > reference);
  return chosen ? absolute(chosen.year, month, day) : null;
}

/** A month or day without a year is hardly further away than this many days, whatever the tense. */
const FARTHEST = 300;

/** The month, or day of a month, in the year that the tense asks for; where it asks for none, in the nearest. */
function inNearestYear(month: number, day: number | null, direction: Direction | null, reference: Day): string | null {
  const all = occurrences(month, day, reference);
  const distance = ({ first, last }: Occurrence) => Math.max(first - reference, reference - last, 0);
  const nearest = [...all].sort((a, b) => distance(a) - distance(b))[0];
  const asked =
    direction === 'past'
      ? all.findLast(o => o.first <= reference)
      : direction === 'future'
        ? all.find(o => o.last >= reference)
        : nearest;
  const chosen = asked && distance(asked) <= FARTHEST ? asked : nearest;
  return chosen ? absolute(chosen.year, month, day) : null;
}

const FEASTS: readonly (readonly [RegExp, number, number])[] = [
  [/\bchristmas eve$/i, 12, 24],
  [/\bchristmas(?: day)?$/i, 12, 25],
  [/(?<!(?:lunar|chinese|islamic|jewish|persian) )new year['’]s eve$/i, 12, 31],
  [/(?<!(?:lunar|chinese|islamic|jewish|persian) )new year(?:['’]s day)?$/i, 1, 1],
];

/** Feasts of a fixed day. Those that move with the moon have no value here. */
function feast(text: string, direction: () => Direction | null, reference: Day): string | null {
  const found = FEASTS.find(([pattern]) => pattern.test(text));
  return found ? inNearestYear(found[1], found[2], direction(), reference) : null;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The last such day on or before the document's, but the next one where the sentence says that it is to come. */
function weekday(text: string, direction: () => Direction | null, reference: Day): string | null {
  const name = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b/i.exec(text)?.[0].toLowerCase();
  if (name === undefined) return null;
  const back = (partsOf(reference).weekday - WEEKDAYS.indexOf(name) + 7) % 7;
  if (/^(?:last|past)\b/i.test(text)) return isoDay(reference - (back || 7));
  if (/^(?:next|this|coming)\b/i.test(text)) return isoDay(reference - back + 7);
  return isoDay(direction() === 'future' ? reference - back + 7 : reference - back);
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** "17", "a", "seventeen", "twenty-five"; null for "several" and the like. */
function readNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^an?$/.test(word)) return 1;
  const [first = '', second] = word.split('-');
  const units = NUMBERS.indexOf(second ?? first);
  const tens = (TENS.indexOf(first) + 2) * 10;
  if (TENS.includes(first)) return second === undefined ? tens : units > 0 ? tens + units : null;
  return units >= 0 && second === undefined ? units : null;
}

function relative(text: string, { published, written }: Anchor): string | null {
  const words = text.toLowerCase().replace(/^(?:early|late) /, '');
  if (/^(?:today|tonight|this (?:morning|afternoon|evening))/.test(words)) return isoDay(written);
  if (/^(?:yesterday|last night)/.test(words)) return isoDay(written - 1);
  if (/^tomorrow/.test(words)) return isoDay(written + 1);
  const ago = /^(\d+|[\p{L}-]+) (day|week|month|year|decade)s? ago$/u.exec(words);
  if (ago) {
    const count = readNumber(ago[1] ?? '');
    return count === null ? null : shifted(ago[2] ?? '', -count, published);
  }
  const unit = /\b(last|past|this|next|coming|the) (day|weekend|week|month|year|decade)$/.exec(words);
  if (!unit || /^the (?:past|last|coming|next|same|following|previous)\b/.test(words)) return null;
  if (unit[1] === 'the' && !/\bof the\b/.test(words)) return null;
  const step = /last|past/.test(unit[1] ?? '') ? -1 : /next|coming/.test(unit[1] ?? '') ? 1 : 0;
  return shifted(unit[2] ?? '', step, published);
}

function shifted(unit: string, count: number, reference: Day): string | null {
  const { year, month } = partsOf(reference);
  switch (unit) {
    case 'day':
      return isoDay(reference + count);
    case 'week':
    case 'weekend':
      return isoWeek(reference + 7 * count);
    case 'month':
      return isoMonth(year, month + count);
    case 'year':
      return String(year + count);
    case 'decade':
      return count < 0 ? String(year + 10 * count) : null;
    default:
      return null;
  }
}
