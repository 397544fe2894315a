// The marks of a figure: things that stand for statements, that can be pointed at, reached by key, and opened.
import type { MapParty } from '../../../server/src/features/corpusMap.ts';
import type { Selection, Strings } from './messages.ts';

const namespace = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (SVGElement | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A mark; `key` names it also after the figure has been drawn again. */
export interface Mark {
  readonly element: SVGElement;
  readonly key: string;
  /** In words, for the tooltip and for screen readers; text of documents, so never markup. */
  readonly label: string;
  readonly opens: Selection;
  /** The middle, in the figure's own units. */
  readonly x: number;
  readonly y: number;
}

/** Marks that share one stop of the Tab key; the arrow keys move among them. */
export interface MarkGroup {
  readonly marks: readonly Mark[];
  /** Where an arrow key leads; null where nothing lies that way. */
  readonly next: (from: Mark, key: ArrowKey) => Mark | null;
}

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export interface Figure {
  readonly element: SVGSVGElement;
  readonly groups: readonly MarkGroup[];
  /** The marks that belong to one: they stay bright while it is pointed at. */
  readonly related?: (mark: Mark) => ReadonlySet<string>;
}

/** The nearest mark that lies more in the direction of the key than beside it. */
export function nearest(marks: readonly Mark[], from: Mark, key: ArrowKey): Mark | null {
  const along = (mark: Mark) => {
    if (key === 'ArrowLeft') return from.x - mark.x;
    if (key === 'ArrowRight') return mark.x - from.x;
    return key === 'ArrowUp' ? from.y - mark.y : mark.y - from.y;
  };
  const across = (mark: Mark) =>
    Math.abs(key === 'ArrowLeft' || key === 'ArrowRight' ? mark.y - from.y : mark.x - from.x);
  let best: Mark | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const forward = along(mark);
    if (mark === from || forward <= 0 || across(mark) > 2 * forward) continue;
    const distance = forward + 2 * across(mark);
    if (distance >= least) continue;
    best = mark;
    least = distance;
  }
  return best;
}

/** The sign of a type: told by its shape as well as by its colour. `size` is from the middle to the edge. */
export function signOf(type: MapParty['type'], x: number, y: number, size: number): SVGElement {
  const sign = shapeOf(type, x, y, size);
  sign.classList.add('sign', `type-${type}`);
  return sign;
}

function shapeOf(type: MapParty['type'], x: number, y: number, size: number): SVGElement {
  if (type === 'organization') {
    const side = size * 0.9;
    return svg('rect', { x: x - side, y: y - side, width: 2 * side, height: 2 * side, rx: 2 });
  }
  if (type === 'place') {
    const half = size * 1.2;
    return svg('path', { d: `M${x},${y - half}L${x + half},${y}L${x},${y + half}L${x - half},${y}Z` });
  }
  if (type === 'event' || type === 'document') {
    const half = size * 1.1;
    return svg('path', { d: `M${x},${y - half}L${x + half},${y + half}L${x - half},${y + half}Z` });
  }
  return svg('circle', { cx: x, cy: y, r: size });
}

export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

export function countOf(statements: number, strings: Strings): string {
  const number = new Intl.NumberFormat(strings.locale).format(statements);
  return statements === 1 ? strings.oneStatement : fill(strings.statements, number);
}

/** "14 May 2021", "May 2021" or "2021". */
export function timeInWords(time: string, locale: string): string {
  const date = dateOf(time);
  if (!date) return time;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(time.length > 4 && { month: 'short' }),
    ...(time.length > 7 && { day: 'numeric' }),
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(date);
}

/** The start of a day, month or year; null for what is none. */
export function dateOf(time: string): Date | null {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(time)) return null;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date;
}
