/**
 * Date expressions with their ISO values. A value that the text does not allow is null: no year is ever guessed.
 */

import { datelineDay, type Layout } from './blocks.ts';
import { parseDay } from './dates/days.ts';
import { recognise } from './dates/recognise.ts';
import { type Anchor, resolve } from './dates/resolve.ts';
import { DAY_MONTH, ISO_DATE, isoDate, MONTH_DAY, readCalendarDate } from './layout/calendar.ts';
import { readDateline } from './layout/dateline.ts';
import { readStampDates, stampValue } from './layout/stamp.ts';
import type { Block, DateExpression } from './model.ts';

/** Every date expression of the document, in order; offsets are into `text`. */
export function readDates(text: string, layout: Layout): DateExpression[] {
  const anchor = findAnchor(text, layout);
  return layout.blocks.flatMap(block =>
    readBlock(text.slice(block.start, block.end), block, anchor, layout.meta.publishedDate),
  );
}

function readBlock(
  words: string,
  { kind, start }: Block,
  anchor: Anchor | null,
  published: string | null,
): DateExpression[] {
  const place = (from: number, to: number, value: string | null) => ({ start: start + from, end: start + to, value });
  switch (kind) {
    case 'stamp':
      return readStampDates(words).map(date => place(date.start, date.end, stampValue(date)));
    case 'dateline': {
      const dateline = readDateline(words, true);
      return dateline?.date ? [place(dateline.date.start, dateline.date.end, datelineDay(dateline, published))] : [];
    }
    case 'breadcrumb':
    case 'trailer':
    case 'boilerplate':
      return [];
    default:
      return recognise(words, anchor?.published ?? 0).map(found =>
        place(found.start, found.end, resolve(words, found, anchor)),
      );
  }
}

/**
 * The document's own day: of publication, else of the dateline, else the one in the headline or with which the first
 * paragraph opens ("On 14 May 2024, the minister met").
 */
function findAnchor(text: string, { blocks, meta }: Layout): Anchor | null {
  const datelineBlock = blocks.find(block => block.kind === 'dateline');
  const dateline = datelineBlock ? readDateline(text.slice(datelineBlock.start, datelineBlock.end), true) : null;
  const filed = datelineDay(dateline, meta.publishedDate);
  const published = meta.publishedDate ?? filed ?? dateInHeadline(meta.headline) ?? dateOfLead(text, blocks);
  if (published === null) return null;
  return { published: parseDay(published), written: parseDay(filed ?? published) };
}

const WHOLE_DATE = `(?:${MONTH_DAY}|${DAY_MONTH}|${ISO_DATE})`;

function dateInHeadline(headline: string | null): string | null {
  const written = new RegExp(WHOLE_DATE, 'u').exec(headline ?? '')?.[0];
  return written === undefined ? null : isoDate(readCalendarDate(written));
}

function dateOfLead(text: string, blocks: readonly Block[]): string | null {
  const lead = blocks.find(block => block.kind === 'paragraph');
  const head = lead ? text.slice(lead.start, Math.min(lead.end, lead.start + 60)) : '';
  const written = new RegExp(`^(?:On\\s(?:\\p{Lu}\\p{Ll}+day,?\\s)?)?(${WHOLE_DATE})`, 'u').exec(head)?.[1];
  return written === undefined ? null : isoDate(readCalendarDate(written));
}
