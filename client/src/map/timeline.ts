// A row for each speaker, a mark for each day on which they say something, as large as what they say is much.
import { axisTop } from 'd3-axis';
import { scaleSqrt, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import type { CorpusMap, MapSpeaker } from '../../../server/src/protocol/views.ts';
import { type ArrowKey, countOf, dateOf, type Figure, type Mark, signOf, svg, timeInWords } from './marks.ts';
import type { Strings } from './messages.ts';

const rowHeight = 30;
const top = 44;
const labelWidth = 230;
const undatedWidth = 84;
const right = 28;
const largest = 11;

export function timeline({ speakers }: CorpusMap, width: number, strings: Strings): Figure {
  const undated = speakers.some(speaker => speaker.undated > 0) ? undatedWidth : 0;
  const height = top + speakers.length * rowHeight + 14;
  const element = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'group',
    'aria-label': strings.timeline,
  });
  const end = width - right - undated;
  const x = scaleUtc(domainOf(speakers), [labelWidth + largest, end]);
  const most = Math.max(
    1,
    ...speakers.flatMap(speaker => [speaker.undated, ...speaker.times.map(time => time.statements)]),
  );
  const radius = scaleSqrt([1, Math.max(2, most)], [3.5, largest]);

  element.append(axis(x, end, height, strings));
  if (undated) {
    const middle = width - right - undated / 2;
    element.append(
      svg('text', { class: 'tick-label', x: middle, y: top - 9, 'text-anchor': 'middle' }, strings.undated),
    );
  }
  const rows = speakers.map((speaker, row) => {
    const y = top + row * rowHeight + rowHeight / 2;
    element.append(svg('line', { class: 'rule', x1: labelWidth, x2: width - right, y1: y, y2: y }));
    const label = labelMark(speaker, y, strings);
    const times = speaker.times.flatMap(({ time, statements }) => {
      const date = dateOf(time);
      return date ? [dot(speaker, statements, time, x(date), y, radius(statements), strings)] : [];
    });
    const rest =
      speaker.undated > 0
        ? [dot(speaker, speaker.undated, null, width - right - undated / 2, y, radius(speaker.undated), strings)]
        : [];
    const own = [label, ...times, ...rest];
    element.append(...own.map(mark => mark.element));
    return own;
  });
  return { element, groups: [{ marks: rows.flat(), next: (from, key) => nextIn(rows, from, key) }] };
}

/** Left and right along the row of a speaker, up and down to the mark of the next speaker that lies nearest. */
function nextIn(rows: readonly (readonly Mark[])[], from: Mark, key: ArrowKey): Mark | null {
  const row = rows.findIndex(marks => marks.includes(from));
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const own = rows[row] ?? [];
    return own[own.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)] ?? null;
  }
  const other = rows[row + (key === 'ArrowDown' ? 1 : -1)] ?? [];
  return other.reduce<Mark | null>(
    (best, mark) => (best && Math.abs(best.x - from.x) <= Math.abs(mark.x - from.x) ? best : mark),
    null,
  );
}

/** From the first to the last day that is shown, with some air; a single day stands in the middle of its month. */
function domainOf(speakers: readonly MapSpeaker[]): [Date, Date] {
  const days = speakers.flatMap(({ times }) => times.flatMap(({ time }) => dateOf(time)?.getTime() ?? []));
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const day = 86_400_000;
  if (days.length === 0) return [new Date(0), new Date(day)];
  const air = Math.max(first === last ? 15 * day : day, (last - first) * 0.02);
  return [new Date(first - air), new Date(last + air)];
}

function axis(x: ReturnType<typeof scaleUtc>, end: number, height: number, strings: Strings): SVGGElement {
  const group = svg('g', { class: 'axis', transform: `translate(0,${top - 6})`, 'aria-hidden': 'true' });
  const room = Math.max(2, Math.floor((end - labelWidth) / 110));
  const drawn = axisTop<Date>(x as never)
    .ticks(room)
    .tickSizeOuter(0)
    .tickSizeInner(-(height - top))
    .tickFormat(date => tickLabel(date, x.ticks(room), strings.locale));
  select(group).call(drawn);
  return group;
}

/** As much of a date as tells the ticks apart. */
function tickLabel(date: Date, ticks: readonly Date[], locale: string): string {
  const step = ticks.length > 1 ? ticks[1]!.getTime() - ticks[0]!.getTime() : 0;
  const days = step / 86_400_000;
  const length = days >= 360 ? 4 : days >= 28 ? 7 : 10;
  return timeInWords(date.toISOString().slice(0, length), locale);
}

function labelMark(speaker: MapSpeaker, y: number, strings: Strings): Mark {
  const { id, name, type, office, statements } = speaker;
  const group = svg('g', { class: 'mark label' });
  const text = svg('text', { x: 30, y, dy: '0.35em' }, name);
  const count = svg(
    'text',
    { class: 'count', x: labelWidth - 12, y, dy: '0.35em', 'text-anchor': 'end' },
    new Intl.NumberFormat(strings.locale).format(statements),
  );
  group.append(
    svg('rect', { class: 'hit', x: 2, y: y - rowHeight / 2 + 1, width: labelWidth - 8, height: rowHeight - 2, rx: 3 }),
    signOf(type, 15, y, 5),
    text,
    count,
  );
  fitWhenShown(text, name, labelWidth - 74);
  const label = [office ? `${name}, ${office}` : name, strings.types[type], countOf(statements, strings)].join(' · ');
  return { element: group, key: `label ${id}`, label, opens: { speaker: { id, name } }, x: 15, y };
}

function dot(
  { id, name, type }: MapSpeaker,
  statements: number,
  time: string | null,
  x: number,
  y: number,
  radius: number,
  strings: Strings,
): Mark {
  const group = svg('g', { class: time === null ? 'mark dot undated' : 'mark dot' });
  group.append(
    svg('circle', { class: 'hit', cx: x, cy: y, r: Math.max(radius + 3, 9) }),
    svg('circle', { class: `sign type-${type}`, cx: x, cy: y, r: radius }),
  );
  const when = time === null ? strings.undated : timeInWords(time, strings.locale);
  const label = `${name} · ${when} · ${countOf(statements, strings)}`;
  const opens = { speaker: { id, name }, ...(time !== null && { time }) };
  return { element: group, key: `dot ${time} ${id}`, label, opens, x, y };
}

/** Text has a length only once it is drawn: it is then cut to its room, with an ellipsis. */
function fitWhenShown(text: SVGTextElement, words: string, room: number): void {
  requestAnimationFrame(() => {
    let shown = words;
    while (shown.length > 1 && text.getComputedTextLength() > room) {
      shown = shown.slice(0, -1).trimEnd();
      text.textContent = `${shown}…`;
    }
  });
}
