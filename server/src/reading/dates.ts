/**
 * Date expressions with their ISO values. A value that the text does not allow is null: no year is ever guessed.
 */

import { datelineDay } from './blocks.ts';
import { type Change, type Since, withItems } from './changes.ts';
import { parseDay } from './dates/days.ts';
import { recognise } from './dates/recognise.ts';
import { type Anchor, resolve } from './dates/resolve.ts';
import type { DocumentParagraph, Paragraph } from './language.ts';
import { DAY_MONTH, ISO_DATE, isoDate, MONTH_DAY, readCalendarDate } from './layout/calendar.ts';
import { readDateline } from './layout/dateline.ts';
import { readStampDates, stampValue } from './layout/stamp.ts';
import type { DateExpression, Meta } from './model.ts';
import { CHARACTERS, createPace } from './steps.ts';

/** What a document's dates are. */
export interface Dates {
  /** For each paragraph, in order; offsets are into the paragraph. */
  readonly all: readonly (readonly DateExpression[])[];
  readonly changed: Since<readonly DateExpression[]> | null;
  /** What they were resolved against. */
  readonly anchor: Anchor | null;
  readonly publishedDate: string | null;
  readonly opening: Opening;
}

/** The places of the paragraphs by which a document tells its own day: the first of their kinds, -1 where there is none. */
type Opening = Readonly<Record<'dateline' | 'paragraph', number>>;

export const noDates: Dates = {
  ...{ all: [], changed: null, anchor: null, publishedDate: null },
  opening: { dateline: -1, paragraph: -1 },
};

/**
 * The date expressions of a document in steps of a few milliseconds.
 * @param before those from before an edit, which only save time
 * @param edit which paragraphs have become others
 */
export function* readDates(
  paragraphs: readonly DocumentParagraph[],
  meta: Meta,
  before: Dates | null = null,
  edit: Change | null = null,
): Generator<void, Dates, void> {
  const { publishedDate } = meta;
  const all = { start: 0, end: 0, by: paragraphs.length };
  const opening = findOpening(paragraphs, (edit && before?.opening) ?? null, edit ?? all);
  const anchor = findAnchor(paragraphs, opening, meta);
  const last = before?.publishedDate === publishedDate && isSame(before.anchor, anchor) ? before : null;
  const change = (last && edit) ?? all;
  const read: (readonly DateExpression[])[] = [];
  const isPause = createPace(CHARACTERS);
  for (const { kind, paragraph } of paragraphs.slice(change.start, change.end + change.by)) {
    read.push(datesOf(kind, paragraph, anchor, meta));
    if (isPause(paragraph.text.length)) yield;
  }
  return {
    all: last ? withItems(last.all, change, read) : read,
    changed: last && { before: last.all, change },
    ...{ anchor, publishedDate, opening },
  };
}

/** The dates of a paragraph; offsets are into its own text. */
function datesOf(
  kind: DocumentParagraph['kind'],
  paragraph: Paragraph,
  anchor: Anchor | null,
  meta: Meta,
): readonly DateExpression[] {
  switch (kind) {
    case 'stamp':
      return readStampDates(paragraph.text).map(date => ({
        start: date.start,
        end: date.end,
        value: stampValue(date),
      }));
    case 'dateline': {
      const dateline = readDateline(paragraph.text, true);
      if (!dateline?.date) return [];
      return [{ start: dateline.date.start, end: dateline.date.end, value: datelineDay(dateline, meta.publishedDate) }];
    }
    case 'breadcrumb':
      return [];
    default:
      return recall(paragraph, anchor);
  }
}

/** The dates of a paragraph, and the anchor that they were resolved against. */
export interface DatesOfDay {
  readonly anchor: Anchor | null;
  readonly dates: readonly DateExpression[];
}

function recall({ text, kept }: Paragraph, anchor: Anchor | null): readonly DateExpression[] {
  if (kept?.dates && isSame(kept.dates.anchor, anchor)) return kept.dates.dates;
  const found = recognise(text, anchor?.published ?? 0);
  const dates = found.map(date => ({ start: date.start, end: date.end, value: resolve(text, date, anchor) }));
  if (kept) kept.dates = { anchor, dates };
  return dates;
}

function isSame(a: Anchor | null, b: Anchor | null): boolean {
  return a?.published === b?.published && a?.written === b?.written;
}

/**
 * The document's own day: of publication, else of the dateline, else the one in the headline or with which the first
 * paragraph opens ("On 14 May 2024, the minister met").
 */
function findAnchor(paragraphs: readonly DocumentParagraph[], opening: Opening, meta: Meta): Anchor | null {
  const textOf = (kind: keyof Opening) => paragraphs[opening[kind]]?.paragraph.text ?? '';
  const filed = datelineDay(readDateline(textOf('dateline'), true), meta.publishedDate);
  const published =
    meta.publishedDate ?? filed ?? dateInHeadline(meta.headline ?? '') ?? dateOfLead(textOf('paragraph'));
  if (published === null) return null;
  return { published: parseDay(published), written: parseDay(filed ?? published) };
}

/** A dateline may be missing, and a long document is not searched for one at every edit. */
function findOpening(
  paragraphs: readonly DocumentParagraph[],
  before: Opening | null,
  { start, end, by }: Change,
): Opening {
  const first = (kind: keyof Opening): number => {
    const was = before?.[kind] ?? 0;
    if (was >= 0 && was < start) return was;
    const behind = was < 0 ? end + by : paragraphs.length;
    for (let i = start; i < behind; i++) if (paragraphs[i]!.kind === kind) return i;
    return -1;
  };
  return { dateline: first('dateline'), paragraph: first('paragraph') };
}

const WHOLE_DATE = `(?:${MONTH_DAY}|${DAY_MONTH}|${ISO_DATE})`;
const wholeDate = new RegExp(WHOLE_DATE, 'u');
const openingDate = new RegExp(`^(?:On\\s(?:\\p{Lu}\\p{Ll}+day,?\\s)?)?(${WHOLE_DATE})`, 'u');

function dateInHeadline(headline: string): string | null {
  const written = wholeDate.exec(headline)?.[0];
  return written === undefined ? null : isoDate(readCalendarDate(written));
}

function dateOfLead(lead: string): string | null {
  const written = openingDate.exec(lead.slice(0, 60))?.[1];
  return written === undefined ? null : isoDate(readCalendarDate(written));
}
