/**
 * Stamps: the line in which a page says when it was published, often with the outlet ("2020-03-23 12:25 Daily Herald",
 * "Source: Daily Herald | Updated: March 3, 2020"), and the bare stamp of a database ("date 2020-03-23").
 * Offsets are into the string that is read.
 */
import type { Span } from '../model.ts';
import {
  type CalendarDate,
  DAY_MONTH,
  ISO_DATE,
  isoDate,
  MONTH_DAY,
  readCalendarDate,
  SLASHED_DATE,
  twoDigits,
  WEEKDAY,
} from './calendar.ts';
import { matchesOf } from './matches.ts';

/** A date with the time that stands with it. */
export interface StampDate extends Span {
  readonly date: CalendarDate | null;
  /** "12:25" or "12:25:51", on the 24-hour clock; null where no time is written. */
  readonly time: string | null;
  /** The label before it, in lower case ("updated", "published"); null where there is none. */
  readonly label: string | null;
}

export interface Stamp {
  readonly dates: readonly StampDate[];
  readonly outlet: string | null;
}

/** Two words written as one where a label or a date joins the outlet's name: `at` is where the space belongs. */
export interface Fusion extends Span {
  readonly at: number;
}

const LONGEST_STAMP = 160;

const TIME = '(?<![\\d:.])(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,3})?)?(?!\\d)(?:\\s?[ap]\\.?m\\b\\.?)?';
const ZONE =
  '(?:\\s?\\(?(?:Z|GMT|UTC|[ECMP][SD]?T|CES?T|BST|IST|HKT|JST|MSK|EAT|WAT|SAST|AES?T|(?:\\p{Lu}\\p{Ll}+|local)\\stime)' +
  '(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?\\)?(?![\\p{L}\\d])|\\s?[+-]\\d{2}:?\\d{2}(?!\\d))?';
const DATE = `(?:${WEEKDAY},?\\s)?(?:${ISO_DATE}|${MONTH_DAY}|${DAY_MONTH}|${SLASHED_DATE})`;
const BETWEEN = '(?:,?\\s{1,4}(?:at\\s)?|T|\\s[-–—/|]\\s|,\\s?)';

const dated = new RegExp(
  `(${DATE})(?:${BETWEEN}(${TIME})${ZONE})?|(${TIME})${ZONE}(?:,?\\s(?:on\\s)?)(${DATE})`,
  'giu',
);
const LABELS = [
  'updated',
  'published',
  'posted',
  'modified',
  'released',
  'issued',
  'created',
  'publication date',
  'publish date',
  'publish time',
  'release date',
  'date',
  'time',
  'source',
  'from',
  'editor',
  'author',
  'by',
];
const DAYS_AND_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun'.split(' ');
const capitalised = (words: readonly string[]) => words.map(word => word.charAt(0).toUpperCase() + word.slice(1));
const LABEL_WORD = [...LABELS, ...capitalised(LABELS), ...LABELS.map(word => word.toUpperCase())].join('|');
const VALUE_FOLLOWS = `(?:\\s?[:：]|(?=\\s+(?:\\d|\\||(?:${capitalised(DAYS_AND_MONTHS).join('|')}))))`;
/** A label in its own word, or a capitalised one that is fused to the word or number before it. */
const label = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:(?:[Ll]ast|[Ff]irst|[Oo]riginally)\\s)?|(?<=[\\p{L}\\p{N})])(?=\\p{Lu}\\p{Ll}))` +
    `(${LABEL_WORD})(?:\\s(?:on|at))?${VALUE_FOLLOWS}`,
  'gu',
);
const personLabel = /^(?:by|editor|author)$/i;

/** A word that sentences have, and no date, label or outlet: a line that has one need not be taken apart. */
const wordOfSentence = new RegExp(
  `(?<!\\S)(?!${[...DAYS_AND_MONTHS, ...LABELS, 'publication', 'first', 'originally'].join('|')})[a-z]{5,}(?![^\\s,]|\\stime)`,
);

/** Reads a line that is nothing but a stamp; null for any other line. */
export function readStamp(line: string): Stamp | null {
  if (line.length > LONGEST_STAMP || !/\d/.test(line) || wordOfSentence.test(line)) return null;
  const dates = readStampDates(line);
  const first = dates[0];
  if (!first) return null;
  const rest = maskDates(line, dates);
  const labels = matchesOf(label, rest);
  const parts = nameParts(rest, labels);
  if (!parts.every(part => isNameOfOutlet(part.text))) return null;
  if (parts.reduce((words, part) => words + part.text.split(/\s+/).length, 0) > 14) return null;
  if (!standsAsStamp(line, first, labels.length > 0, parts)) return null;
  return { dates, outlet: pickOutlet(parts) };
}

export interface LeadingStamp {
  /** Characters that the stamp takes. */
  readonly length: number;
  /** Whether it is a stamp whatever follows; a date in words could also be the first words of a sentence. */
  readonly certain: boolean;
}

const leading = new RegExp(
  `^(date|updated|published|posted)?\\s?:?\\s*(?:(${ISO_DATE})|(${WEEKDAY},?\\s(?:${MONTH_DAY}|${DAY_MONTH})(?<=\\d{4}))|${DATE})(?:${BETWEEN}(?:${TIME})${ZONE})?(?=\\s)`,
  'iu',
);

/** What every such stamp begins with; few lines do, and the whole pattern takes long to make. */
const mayLead = new RegExp(`^(?:date|updated|published|posted)?\\s?:?\\s*(?:\\d|${DAYS_AND_MONTHS.join('|')})`, 'iu');

/** The stamp with which a line opens that goes on with other text; null where it does not open with one. */
export function leadingStamp(line: string): LeadingStamp | null {
  if (!mayLead.test(line)) return null;
  const match = leading.exec(line.slice(0, LONGEST_STAMP));
  if (!match) return null;
  const sentenceGoesOn = /^\s+[\p{Ll},;]/u.test(line.slice(match[0].length, match[0].length + 8));
  const [, label, numeric, withWeekday] = match;
  return { length: match[0].length, certain: !sentenceGoesOn && (label ?? numeric ?? withWeekday) !== undefined };
}

/** Every date of a stamp, with the label that governs it. */
export function readStampDates(line: string): StampDate[] {
  const labels = matchesOf(label, line);
  return matchesOf(dated, line).map(match => {
    const start = match.index;
    const governing = labels.findLast(
      l => l.index < start && !personLabel.test(l[1] ?? '') && !/^(?:source|from)$/i.test(l[1] ?? ''),
    );
    const time = readTime(match[2] ?? match[3] ?? null);
    const end = start + withoutZone(match[0], match[2] ?? null).length;
    return {
      start,
      end,
      date: readCalendarDate(match[1] ?? match[4] ?? ''),
      time,
      label: governing?.[1]?.toLowerCase() ?? null,
    };
  });
}

/** The ISO value of a stamp's date: a date-time where a time stands with it; null where the year is not written. */
export function stampValue({ date, time }: StampDate): string | null {
  const day = isoDate(date);
  return day && time ? `${day}T${time}` : day;
}

/** The day of publication: the date labelled so, else the first; null where no date is whole. */
export function publicationDay(stamp: Stamp): string | null {
  const whole = stamp.dates.filter(({ date }) => isoDate(date) !== null);
  const published = whole.find(d => /publi|post|issu|releas/.test(d.label ?? ''));
  return isoDate((published ?? whole[0])?.date ?? null);
}

/** Where a stamp's words are written as one: "HeraldUpdated:", "12:25:51Daily". */
export function findFusions(line: string): Fusion[] {
  const seams = [
    ...matchesOf(label, line).map(l => l.index),
    ...matchesOf(dated, line).flatMap(d => [d.index, d.index + d[0].length]),
  ];
  const joined = (at: number) => /[\p{L}\p{N})]/u.test(line[at - 1] ?? '') && /[\p{L}\p{N}(]/u.test(line[at] ?? '');
  return [...new Set(seams)]
    .filter(joined)
    .sort((a, b) => a - b)
    .map(at => ({
      at,
      start: at - wordBefore(line, at).length,
      end: at + (/^[^\s::|]+/u.exec(line.slice(at))?.[0].length ?? 0),
    }));
}

function wordBefore(line: string, at: number): string {
  return /[^\s|]+$/u.exec(line.slice(0, at))?.[0] ?? '';
}

interface NamePart {
  readonly text: string;
  readonly label: string | null;
}

const weekdayBesideDate = new RegExp(`${WEEKDAY}(?=[\\s,]*\\|)|(?<=\\|,?\\s)${WEEKDAY}(?!\\p{L})`, 'giu');

/** Dates become bars, which separate names as bars on the page do. */
function maskDates(line: string, dates: readonly StampDate[]): string {
  let masked = line.replace(dated, match => '|'.repeat(match.length));
  for (const { start, end } of dates) masked = masked.slice(0, start) + '|'.repeat(end - start) + masked.slice(end);
  return masked.replace(weekdayBesideDate, match => '|'.repeat(match.length));
}

function nameParts(rest: string, labels: readonly RegExpExecArray[]): NamePart[] {
  const cuts = labels.map(l => ({
    start: l.index,
    end: l.index + l[0].length,
    label: l[1]?.toLowerCase() ?? null,
  }));
  const parts: NamePart[] = [];
  let from = 0;
  let current: string | null = null;
  for (const cut of [...cuts, { start: rest.length, end: rest.length, label: null }]) {
    for (const piece of rest.slice(from, cut.start).split(/[|·•()[\]]|\s[-–—/]\s|,\s?$/)) {
      const text = piece.replace(/^[\s,;:.·/-]+|[\s,;:/-]+$/g, '').replace(/^(?:at|on)$/i, '');
      if (text) parts.push({ text: text.replace(/\s+/g, ' '), label: current });
    }
    from = cut.end;
    current = cut.label;
  }
  return parts;
}

const CONNECTORS = /^(?:of|the|and|for|de|du|des|del|la|le|in|on|at|&|page\d*|[ap]m)$/;

/** A name as outlets have them: capitalised words and the small words between, or an address such as example.org. */
function isNameOfOutlet(text: string): boolean {
  if (/[!?"“”;]|[.…]$/u.test(text) && !/\b\p{Lu}\.$/u.test(text)) return false;
  return text
    .split(' ')
    .every(
      word =>
        CONNECTORS.test(word) ||
        /^[\p{Lu}\p{N}&][\p{L}\p{M}\p{N}&'’.,/-]*$/u.test(word) ||
        /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(word),
    );
}

const OUTLET_WORD =
  /\b(?:news|press|daily|times|post|herald|tribune|journal|gazette|agency|ministry|embassy|online|network|radio|tv|television|broadcasting|media|reuters|afp|ap|xinhua|upi|efe|dpa|tass|interfax|yonhap|kyodo|anadolu|ansa|pti|ani|bbc|cnn)\b/i;

/** Whether a line is an outlet's name by its words: "River Daily", "Lima Post". */
export function isOutlet(line: string): boolean {
  return OUTLET_WORD.test(line) && line.split(' ').length <= 5 && isNameOfOutlet(line);
}

const weekdayAtEnd = new RegExp(`${WEEKDAY},?\\s*$`, 'iu');

/** Headlines, too, may name a date; a stamp has it in front, or after a label or a bar, or beside an outlet's name alone. */
function standsAsStamp(line: string, first: StampDate, labelled: boolean, parts: readonly NamePart[]): boolean {
  const before = line.slice(0, first.start).replace(weekdayAtEnd, '').trimEnd();
  if (before === '' || /[|·•:)(–—-]$/u.test(before) || labelled) return true;
  const name = parts[0]?.text ?? '';
  if (/\b(?:on|in|of|for|since|until|from|to)$/i.test(before)) return false;
  return name.split(' ').length <= 4 && (OUTLET_WORD.test(name) || (first.time !== null && !before.endsWith(',')));
}

function pickOutlet(parts: readonly NamePart[]): string | null {
  const named = parts.filter(part => part.label === null || !personLabel.test(part.label));
  const source = named.find(part => part.label === 'source' || part.label === 'from');
  const outlet = source ?? named.find(part => !/^(?:page|p)\s?\d+$/i.test(part.text) && /\p{L}{2}/u.test(part.text));
  return outlet?.text.replace(/[,\s]+$/, '') ?? null;
}

function readTime(written: string | null): string | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?[.\d]*\s?([ap])?/i.exec(written ?? '');
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hour = Number(match[1]);
  const onDayClock = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return [twoDigits(onDayClock), match[2], match[3]].filter(part => part !== undefined).join(':');
}

function withoutZone(whole: string, time: string | null): string {
  if (time === null) return whole;
  return whole.slice(0, whole.lastIndexOf(time) + time.length).trimEnd();
}
