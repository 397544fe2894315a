import type { StatementItem } from '../../server/src/protocol/views.ts';

/** The statement as written, and below it who said it, when, in which outlet, in which file and line. */
export function citation({ text, speakers, day, outlet, range }: StatementItem, file: string, locale: string): string {
  const who = speakers.length > 0 ? new Intl.ListFormat(locale, { type: 'conjunction' }).format(speakers) : '';
  const source = [who, day === null ? '' : shownDay(day, locale), outlet ?? '', `${file}:${range.start.line + 1}`];
  return `${text}\n— ${source.filter(Boolean).join(', ')}`;
}

/** "14 May 2021", or as the locale has it; a month or a year alone stays one. What is no ISO day is shown as it is. */
export function shownDay(day: string, locale: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (!parts) return day;
  const [, year, month, date] = parts;
  const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month && { month: 'short' }),
    ...(date && { day: 'numeric' }),
    timeZone: 'UTC',
  };
  // American English puts the month first; the rest of the world that reads English does not.
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(time);
}
