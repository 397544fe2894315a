import { datelineDay } from '../reading/blocks.ts';
import { DAY_MONTH, ISO_DATE, isoDate, MONTH_DAY, readCalendarDate } from '../reading/layout/calendar.ts';
import { readDateline } from '../reading/layout/dateline.ts';
import { readStampDates } from '../reading/layout/stamp.ts';
import type { Block, Span } from '../reading/model.ts';
import { type Finding, nothing, type Rule, type RuleBlock, type RuleDocument } from './rule.ts';

/** Two dates of a document contradict each other, or a weekday its date. */
export const dateConflict: Rule = {
  code: 'date-conflict',
  severity: 'warning',
  description: 'Stamp and dateline lie far apart, or a weekday does not fit its date.',
  remedy: 'No fix: which of the two is right is for an editor to find out.',
  fixable: 'never',
  inBlock: block => (mayNameDay(block) ? weekdaysAgainstDates(block) : nothing),
  inDocument: stampAgainstDateline,
};

const DAY = 86_400_000;

/** A story can be published days after it was filed, and at most a day before by the clocks of two time zones. */
const LATEST = 10;
const EARLIEST = -1;

interface Dated extends Span {
  readonly day: string;
  readonly isUpdate: boolean;
}

function* stampAgainstDateline({ text, meta, others }: RuleDocument): Iterable<Finding> {
  const dateline = others.find(block => block.kind === 'dateline');
  if (!dateline) return;
  const read = readDateline(text.slice(dateline.start, dateline.end), true);
  const filed = datelineDay(read, meta.publishedDate);
  if (!read?.date || filed === null) return;
  const stamps = others.filter(block => block.kind === 'stamp').flatMap(block => datesOf(text, block));
  if (stamps.length === 0) return;
  if (stamps.some(({ day, isUpdate }) => isNear(daysBetween(filed, day), isUpdate))) return;
  const stamp = stamps[0]!;
  yield {
    start: dateline.start + read.date.start,
    end: dateline.start + read.date.end,
    message: `The dateline's day is ${filed}, the stamp's ${stamp.day}. Which is right is for an editor to find out.`,
    replacement: null,
    related: [{ start: stamp.start, end: stamp.end, message: 'The date of the stamp.' }],
  };
}

function isNear(days: number, isUpdate: boolean): boolean {
  return days >= EARLIEST && (isUpdate || days <= LATEST);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function datesOf(text: string, { start, end }: Block): Dated[] {
  return readStampDates(text.slice(start, end)).flatMap(found => {
    const day = isoDate(found.date);
    if (day === null) return [];
    return [
      { day, start: start + found.start, end: start + found.end, isUpdate: /^(?:updat|modif)/.test(found.label ?? '') },
    ];
  });
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** A weekday's last letters and what may begin a date behind it. */
const dayBefore = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? {1,2}\(?| ?\()(?=[\dJFMASOND])/y;
const shortDayBefore = /\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|\.)?(?:,? {1,2}\(?| ?\()(?=[\dJFMASOND])/g;
const date = new RegExp(`(?:${ISO_DATE}|(?:${MONTH_DAY}|${DAY_MONTH})(?<=\\d{4}))`, 'uy');

/** Before this year some countries counted by the Julian calendar, others long after it: none of them is judged. */
const FIRST_YEAR = 1924;

function mayNameDay({ text, block: { kind, start, end } }: RuleBlock): boolean {
  return kind === 'stamp' || text.slice(start, end).includes('day');
}

/** Weekdays in full wherever they stand; the short forms only in stamps, since "Sun" and "Sat" are words as well. */
function* weekdaysAgainstDates({ text, block: { kind, start, end } }: RuleBlock): Iterable<Finding> {
  const words = text.slice(start, end);
  if (kind === 'stamp') {
    for (const { 0: before, index } of words.matchAll(shortDayBefore)) {
      if (!before.includes('day')) yield* weekdayAgainstDate(text, start + index, before);
    }
  }
  for (let at = words.indexOf('day'); at >= 0; at = words.indexOf('day', at + 3)) {
    if (!/[\s(,]/.test(words.charAt(at + 3)) || !/[\s\dJFMASOND(]/.test(words.charAt(at + 4))) continue;
    const first = start + at - (/[A-Z][a-z]{2,5}$/.exec(words.slice(Math.max(0, at - 6), at))?.[0].length ?? 0);
    dayBefore.lastIndex = first;
    const before = dayBefore.exec(text)?.[0];
    if (before !== undefined) yield* weekdayAgainstDate(text, first, before);
  }
}

function* weekdayAgainstDate(text: string, at: number, before: string): Iterable<Finding> {
  const start = at + before.length;
  date.lastIndex = start;
  const written = date.exec(text)?.[0];
  const day = written === undefined ? null : isoDate(readCalendarDate(written));
  if (written === undefined || day === null || Number(day.slice(0, 4)) < FIRST_YEAR) return;
  const actual = WEEKDAYS[new Date(day).getUTCDay()] as string;
  const weekday = /^\w+/.exec(before)?.[0] ?? '';
  if (actual.startsWith(weekday.slice(0, 3))) return;
  const end = start + written.length;
  yield {
    start: at,
    end,
    message: `${day} was a ${actual}, no ${weekday}. Which is right is for an editor to find out.`,
    replacement: null,
    related: [{ start, end, message: 'The date beside the weekday.' }],
  };
}
