/** Days of the calendar as numbers, free of any time zone. */
import { twoDigits } from '../layout/calendar.ts';

/** Days since 1 January 1970. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

export function toDay(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** Noon of the day in UTC, in milliseconds: far from midnight in every time zone's arithmetic. */
export function toTime(day: Day): number {
  return (day + 0.5) * MS_PER_DAY;
}

export function parseDay(iso: string): Day {
  return Math.floor(Date.parse(iso) / MS_PER_DAY);
}

export function partsOf(day: Day): {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
} {
  const date = new Date(toTime(day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

export function isoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${isoMonth(year, month)}-${twoDigits(date)}`;
}

/** `month` may lie outside 1 to 12: 0 is December of the year before. */
export function isoMonth(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${Math.floor(months / 12)}-${twoDigits((((months % 12) + 12) % 12) + 1)}`;
}

/** ISO 8601 week: that of its Thursday. */
export function isoWeek(day: Day): string {
  const weekday = (partsOf(day).weekday + 6) % 7;
  const thursday = day - weekday + 3;
  const { year } = partsOf(thursday);
  const week = Math.floor((thursday - toDay(year, 1, 1)) / 7) + 1;
  return `${year}-W${twoDigits(week)}`;
}
