/**
 * Calendar dates as headers and datelines write them: whole dates in the forms of the world's agencies and web pages.
 * Dates in running text are read by `dates.ts`.
 */

export interface CalendarDate {
  /** Null where it is not written. */
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Pattern source of an English month's name, full or abbreviated, with its full stop. */
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|' +
  'Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![\\p{L}])';

/** Pattern source of a weekday's name, full or abbreviated. */
export const WEEKDAY =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)(?!\\p{L})\\.?';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d\\p{L}])';
const YEAR = '(?:1[6-9]|20|21)\\d{2}(?!\\d)';
const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])';
const separated = (...parts: string[]) => `(?:${['-', '/', '\\.'].map(mark => parts.join(mark)).join('|')})`;

/** Pattern sources of a whole date, for expressions with the flags `iu`. */
export const ISO_DATE = `(?<!\\d)${separated('(?:1[6-9]|20|21)\\d{2}', '(?:0?[1-9]|1[0-2])', DAY_NUMBER)}(?!\\d)`;
export const SLASHED_DATE = `(?<![\\d/.])${separated(DAY_NUMBER, DAY_NUMBER, YEAR)}`;
export const MONTH_DAY = `(?<![\\p{L}\\d])${MONTH}\\s{0,2}${DAY}(?:,?\\s{0,2}${YEAR})?`;
export const DAY_MONTH = `(?<![\\p{L}\\d])${DAY}(?:\\s|-|\\sof\\s)${MONTH}(?:[,-]?\\s?${YEAR})?`;

const month = new RegExp(MONTH, 'iu');

/** A date as one of the forms above writes it; null where day and month cannot be told apart or no such day exists. */
export function readCalendarDate(written: string): CalendarDate | null {
  const numbers = written.match(/\d+/g)?.map(Number) ?? [];
  const name = month.exec(written)?.[0];
  if (name !== undefined) {
    const day = numbers.find(n => n <= 31);
    const year = numbers.find(n => n > 31);
    return valid(year ?? null, monthNumber(name), day ?? 0);
  }
  const [a = 0, b = 0, c = 0] = numbers;
  if (a > 31) return valid(a, b, c);
  if (a > 12 && b <= 12) return valid(c, b, a);
  if (b > 12 && a <= 12) return valid(c, a, b);
  return a === b ? valid(c, a, b) : null;
}

/** 1 to 12 for an English month's name, full or abbreviated; 0 for any other word. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function valid(year: number | null, month: number, day: number): CalendarDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? 2000, month)) return null;
  return { year, month, day };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO 8601; null without a year. */
export function isoDate(date: CalendarDate | null): string | null {
  if (!date || date.year === null) return null;
  return `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** The date in the year that brings it nearest to `anchor`, itself an ISO date: 31 December beside 1 January 2020 is of 2019. */
export function nearestTo(anchor: string, date: CalendarDate): CalendarDate | null {
  const anchorTime = Date.parse(anchor);
  const anchorYear = Number(anchor.slice(0, 4));
  const candidates = [anchorYear - 1, anchorYear, anchorYear + 1]
    .map(year => valid(year, date.month, date.day))
    .filter(candidate => candidate !== null);
  const distance = (d: CalendarDate) => Math.abs(Date.UTC(d.year ?? 0, d.month - 1, d.day) - anchorTime);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
