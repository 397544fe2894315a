/**
 * Date expressions of a paragraph: chrono-node recognises them, with parsers of our own for what news writes and chrono
 * leaves out (bare years, seasons, feasts, "that night"). chrono is run only around words that can belong to a date.
 */
import { ParsingContext } from 'chrono-node';
import { Chrono, casual, type ParsedResult, type Parser } from 'chrono-node/en';
import { daysInMonth, monthNumber } from '../layout/calendar.ts';
import { matchesOf } from '../layout/matches.ts';
import type { Span } from '../model.ts';
import { once } from '../once.ts';
import { type Day, toTime } from './days.ts';

/** An expression and what it states of itself; offsets are into the paragraph. */
export interface Recognised extends Span {
  readonly text: string;
  readonly month: number | null;
  readonly day: number | null;
}

const WHOLE_MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTHS = `(?:${WHOLE_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`;
const WEEKDAYS = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
const FEAST =
  "(?:Christmas(?: Eve| Day)?|(?:(?:Lunar|Chinese|Islamic|Jewish|Persian) )?New Year(?:['’]s(?: Eve| Day))?|Easter(?: Sunday)?|Thanksgiving|Ramadan|Eid al-(?:Fitr|Adha)|Passover|Diwali)";
const UNIT = '(?:day|night|weekend|week|month|quarter|year|decade|century)';
const PART_OF_DAY = '(?:morning|afternoon|evening|night)';
const YEAR = '(?:1[5-9]|20|21)\\d{2}';
const COUNT =
  '(?:an?|\\d+|few|a few|several|some|many|a couple of|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{Ll}+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)';

/** Words that a date may be about; one pass over the text, so that chrono sees little of it. */
const trigger = new RegExp(
  `\\b(?:${MONTHS}|${WEEKDAYS}|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|(?<unit>${UNIT}s?|morning|afternoon|evening)|(?<season>${SEASON})|${FEAST})\\b|\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}`,
  'g',
);
const beforeUnit =
  /\b(?:this|last|next|past|previous|coming|following|same|that)(?: \S+)? $|\b(?:end|start|beginning|middle|turn) of the $/i;
/** "The last five years" are a date, "the coming months" are none. */
const beforeUnits = /\bthe (?:last|next|past|coming) \S+ $/i;
const beforeSeason =
  /\b(?:this|last|next|past|previous|coming|following|same|that)(?: \S+)? $|\b(?:the|in|by|since|until|during|before|after|of|early|late) $/i;
const afterUnit = /^ ago\b/;
/** "The day before" is a date, "two days before" is none. */
const afterTheUnit = /^ (?:before|after|earlier)\b/;

/** "Week" and "year" are dates only beside words that tell which. */
function isTrigger(paragraph: string, start: number, end: number, before: RegExp): boolean {
  const behind = paragraph.slice(end, end + 9);
  return (
    before.test(paragraph.slice(Math.max(0, start - 24), start)) ||
    afterUnit.test(behind) ||
    (afterTheUnit.test(behind) && /^the $/i.test(paragraph.slice(start - 4, start)))
  );
}

const bareYear = new RegExp(`(?<![\\d.,:/$£€-])\\b${YEAR}\\b(?![.,:/-]?\\d|['’]?s\\b)`, 'g');

/** Characters on each side of a trigger that chrono is shown: no expression is longer. */
const REACH = 36;

/** Every expression that may be a date, in order, none overlapping another. `day` is what relative ones start from. */
export function recognise(paragraph: string, day: Day): Recognised[] {
  const dates: Recognised[] = [];
  for (const window of windows(paragraph)) {
    const plain = plainDates(paragraph, window.triggers);
    if (plain) addPlain(paragraph, plain, dates);
    else addParsed(paragraph, window, day, dates);
  }
  addBareYears(paragraph, dates);
  return dates.length < 2 ? dates : withoutOverlaps(dates);
}

function addPlain(paragraph: string, plain: readonly Recognised[], dates: Recognised[]): void {
  for (const found of plain) {
    const date = mayBeNarrowed(paragraph, found.start) ? narrowed(paragraph, found) : found;
    if (date.month === null || isDate(paragraph, date)) dates.push(date);
  }
}

/** Adds what chrono finds in a window. */
function addParsed(paragraph: string, window: Window, day: Day, dates: Recognised[]): void {
  const start = wordStart(paragraph, window.start);
  const text = withoutClock(paragraph.slice(start, wordEnd(paragraph, window.end)));
  const results = parse(text, day);
  if (!results)
    addPlain(
      paragraph,
      window.triggers.flatMap(({ start }) => plainDate(paragraph, start) ?? []),
      dates,
    );
  for (const result of results ?? []) {
    for (const part of split(result)) {
      const date = widen(paragraph, { ...part, start: part.start + start, end: part.end + start });
      if (isDate(paragraph, date)) dates.push(date);
    }
  }
}

/** Null where chrono throws, as it does for "the evening after the next few weeks" (2.10.3). */
function parse(text: string, day: Day): readonly ParsedResult[] | null {
  try {
    return chrono().parse(text, { instant: new Date(toTime(day)), timezone: 0 });
  } catch {
    return null;
  }
}

/** In order; of two that overlap, the one that starts first, and of those the longer. */
function withoutOverlaps(found: Recognised[]): Recognised[] {
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

function addBareYears(paragraph: string, dates: Recognised[]): void {
  for (const { index, 0: text } of matchesOf(bareYear, paragraph)) {
    const end = index + text.length;
    if (isYear(paragraph, index, end)) dates.push({ start: index, end, text, month: null, day: null });
  }
}

/** A stretch around triggers that stand close together. */
interface Window {
  start: number;
  end: number;
  readonly triggers: Span[];
}

/** chrono's time grows faster than the text that it is shown. */
const LONGEST_WINDOW = 400;

function windows(paragraph: string): Window[] {
  const found: Window[] = [];
  for (const { index, 0: match, groups } of matchesOf(trigger, paragraph)) {
    const word = { start: index, end: index + match.length };
    const before = mustStandBefore(match, groups);
    if (before && !isTrigger(paragraph, word.start, word.end, before)) continue;
    const start = Math.max(0, word.start - REACH);
    const end = Math.min(paragraph.length, word.end + REACH);
    const last = found.at(-1);
    if (last && start <= last.end && end - last.start <= LONGEST_WINDOW) {
      last.end = end;
      last.triggers.push(word);
    } else {
      found.push({ start: Math.max(start, last?.end ?? 0), end, triggers: [word] });
    }
  }
  return found;
}

function mustStandBefore(match: string, groups: RegExpExecArray['groups']): RegExp | null {
  if (groups?.unit) return match.endsWith('s') ? beforeUnits : beforeUnit;
  return groups?.season ? beforeSeason : null;
}

/** Neighbours at this distance do not belong to one expression. */
const APART = 12;

/** Whether a date from `start` on belongs to no expression with one that ended at `end`. */
function standsApart(paragraph: string, end: number, start: number): boolean {
  return start - end >= APART || sentenceBetween.test(paragraph.slice(end, start));
}

const sentenceBetween = /^\.["”’]? \p{Lu}/u;

/** The dates of a window where all are so plain that chrono need not be shown it, else null. */
function plainDates(paragraph: string, triggers: readonly Span[]): Recognised[] | null {
  const dates: Recognised[] = [];
  for (const { start } of triggers) {
    const date = plainDate(paragraph, start);
    if (!date || !standsApart(paragraph, dates.at(-1)?.end ?? -APART, date.start)) return null;
    dates.push(date);
  }
  return dates;
}

const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\p{L}+teenth|(?:twent|thirt)\\p{L}+)';
/** "In March, 12 people": a figure behind a date that says how many. */
const FIGURE_BEHIND = `[.,] (?!${YEAR}\\b)\\d+(?:[,.]\\d+)* (?!${UNIT}s?\\b)\\p{Ll}{3,}`;
const plainForm = new RegExp(
  `(?:(?<=\\b[Ll]ast |\\b[Tt]his |\\b[Nn]ext )(?<unit>week|month|year|${WEEKDAYS})|` +
    `(?:${WEEKDAYS}|[Yy]esterday|[Tt]omorrow)(?: ${PART_OF_DAY}(?! of\\b))?|[Tt]oday|` +
    `(?<=\\b(?:[Tt]hat|[Tt]he (?:same|next|following|previous)) )(?<pointed>${UNIT}|morning|afternoon|evening)|` +
    `(?<=\\b[Tt]his )(?<part>morning|afternoon|evening)|` +
    `(?<month>${WHOLE_MONTHS})(?: (?<day>\\d{1,2})(?:, ${YEAR})?| ${YEAR}|(?!(?<=May)['’]s)(?! of\\b| ${ORDINAL}\\b))|` +
    `(?<counted>${UNIT}s)(?<=\\b[Tt]he (?:past|last|coming|next) ${COUNT} \\k<counted>)|` +
    `(?<ago>(?:decade|year|month|week|day)s? ago)(?<=\\b${COUNT} \\k<ago>)|` +
    `(?<edge>${UNIT})(?<=\\b(?:end|start|beginning|middle|turn) of the \\k<edge>)|` +
    `(?<season>${SEASON})(?<=\\b(?:[Tt]he|[Tt]his|[Ll]ast|[Nn]ext) \\k<season>)(?! of\\b))` +
    `(?![\\p{L}\\p{N}-]|,? (?:last|next|this|week|${PART_OF_DAY})\\b|` +
    `(?!${FIGURE_BEHIND})\\P{L}*(?:(?:at|after|before|on|of|to|until|through|till|from|and|the)\\P{L}+){0,2}(?<=\\P{L})\\p{N})`,
  'uy',
);
/** What chrono would take in with the words that follow. */
const joinsBefore = /\d|\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\b|[Tt]he $/;
const joinsPhrase = /\d|\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Ee]arly|[Ll]ate)\b|[Tt]he $/;
const joinsMonth = /\d|(?<!\b[LlPp]a)(?:st|nd|rd|th)(?: of)? $/;
const dayBeforeMonth = /^\D*\b(?:on|by|since|until|from) (?<day>\d\d?) $/i;

/** A weekday, a date in words or "last week", with nothing beside it that belongs to it: most dates of the news. */
function plainDate(paragraph: string, trigger: number): Recognised | null {
  plainForm.lastIndex = trigger;
  const { 0: words, groups } = plainForm.exec(paragraph) ?? { 0: '' };
  if (words === '' || !groups) return null;
  const dayBefore = groups.month && !groups.day ? dayBeforeMonth.exec(before(paragraph, trigger))?.groups?.day : null;
  const start = trigger - (dayBefore ? dayBefore.length + 1 : lengthOfLead(paragraph, trigger, groups));
  const end = trigger + words.length;
  if (!dayBefore && joins(groups).test(before(paragraph, start))) return null;
  const month = groups.month ? monthNumber(groups.month) : null;
  const written = dayBefore ?? groups.day;
  const day = written ? Number(written) : null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(SHORT_YEAR, month))) return null;
  return { start, end, text: paragraph.slice(start, end), month, day };
}

function joins({ month, counted, ago, edge, season }: Groups): RegExp {
  if (month) return joinsMonth;
  return (counted ?? ago ?? edge ?? season) ? joinsPhrase : joinsBefore;
}

type Groups = Readonly<Record<string, string | undefined>>;

function before(paragraph: string, offset: number): string {
  return paragraph.slice(Math.max(0, offset - APART), offset);
}

/** The length of what stands before the trigger and belongs to the date. */
function lengthOfLead(paragraph: string, trigger: number, groups: Groups): number {
  if (groups.unit || groups.part) return 'last '.length;
  const [, lead] = leads.find(([form]) => groups[form]) ?? [];
  return lead?.exec(paragraph.slice(Math.max(0, trigger - REACH), trigger))?.[0].length ?? 0;
}

/** By the form of the date. */
const leads: readonly (readonly [string, RegExp])[] = [
  ['pointed', /(?:[Tt]hat|[Tt]he (?:same|next|following|previous)) $/],
  ['season', /\S+ $/],
  ['counted', new RegExp(`[Tt]he \\S+ ${COUNT} $`, 'u')],
  ['ago', new RegExp(`\\b${COUNT} $`, 'iu')],
  ['edge', /(?:[Tt]he )?\S+ of the $/],
];

/** A year without 29 February. */
const SHORT_YEAR = 2001;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + REACH).search(/\s/);
  return space < 0 ? at : at + space;
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(Math.max(0, at - REACH), at).search(/\s\S*$/);
  return at === text.length || space < 0 ? at : Math.max(0, at - REACH) + space;
}

/** Times of day would be merged into the dates beside them; a date says the day. */
function withoutClock(text: string): string {
  return text.replace(clock, time => '·'.repeat(time.length));
}

const clock =
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b(?:night|morning|afternoon|evening)\b(?= of)|\b(?:night|noon|midnight|morning|afternoon|evening)\b(?<!\b(?:\p{L}*day|this|last|that|tomorrow|same|next|following|previous|the) \p{L}+)/giu;

const RANGE = /\s?(?:\bto\b|\bthrough\b|\buntil\b|\btill\b|\band\b|[-–—])\s?/;

/** A range is two dates: "March 17 to 19". */
function split({ index, text, start, end }: ParsedResult): Recognised[] {
  const length = (end ? text : withoutShortYear(text)).replace(/[\s,;:–—-]+$/, '').length;
  const connector = end ? RANGE.exec(text) : null;
  const whole = { start: index, end: index + length, text: text.slice(0, length), ...stated(start) };
  if (!end || !connector || connector.index === 0) return [whole];
  const second = connector.index + connector[0].length;
  return [
    { ...whole, end: index + connector.index, text: text.slice(0, connector.index) },
    { start: index + second, end: index + length, text: text.slice(second, length), ...stated(end) },
  ];
}

const dayWithNumber = new RegExp(
  `^(?:on )?(?:\\p{L}+day,? )?(?:${MONTHS}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTHS}\\.?)(?=[\\s,/-]+\\d{1,2}$)`,
  'iu',
);

/** "On May 5, 17 people died" has no year. */
function withoutShortYear(text: string): string {
  return dayWithNumber.exec(text)?.[0] ?? text;
}

function stated(components: ParsedResult['start']): Pick<Recognised, 'month' | 'day'> {
  const certain = (part: 'month' | 'day') => (components.isCertain(part) ? components.get(part) : null);
  return { month: certain('month'), day: certain('day') };
}

const MODIFIER =
  /(?:\b(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Ee]arly|[Ll]ate|[Mm]id-?|(?:[Tt]he )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of)[ -]?)+$/;

/** Without a preposition that chrono took in, with the words that narrow it. */
function widen(paragraph: string, found: Recognised): Recognised {
  const preposition = /^(?:on|in|at|of)\s+/i.exec(found.text)?.[0].length ?? 0;
  return narrowed(paragraph, preposition === 0 ? found : { ...found, start: found.start + preposition });
}

/** Whether the word before may be one of those that narrow a date: all end in these letters. */
function mayBeNarrowed(paragraph: string, start: number): boolean {
  return paragraph[start - 1] === '-' || (start > 1 && 'defsty'.includes(paragraph[start - 2] as string));
}

/** With the words that narrow it: "early next", "the end of". */
function narrowed(paragraph: string, found: Recognised): Recognised {
  const modifier = MODIFIER.exec(paragraph.slice(Math.max(0, found.start - REACH), found.start))?.[0].length ?? 0;
  const start = found.start - modifier;
  const article = /^(?:end|start|beginning|middle) of\b/.test(paragraph.slice(start, start + 13)) ? 4 : 0;
  const from = article > 0 && /^the $/i.test(paragraph.slice(start - article, start)) ? start - article : start;
  return { ...found, start: from, text: paragraph.slice(from, found.end) };
}

/** Months that are names and common words too: alone they need a word before them that dates have. */
const BEFORE_MONTH =
  /\b(?:in|since|until|till|by|before|after|during|from|to|of|through|throughout|early|late|mid|for|around|between|and|or|the|a|an|every|each|on|last|next|this|past|later)[ -]$/i;

/** The shapes that count as dates; chrono also finds durations, times and numbers. */
const shape = new RegExp(
  [
    `\\b(?:${MONTHS}|${WEEKDAYS})\\b`,
    `^(?:today|tonight|yesterday|tomorrow)\\b`,
    `^${COUNT} ${UNIT}s? ago$`,
    `^(?:the |this )?(?:(?:early|late|the|end of|start of|beginning of|middle of) )*(?:this|last|next|past|coming|previous|following|same|that) (?:${UNIT}|morning|afternoon|evening|${SEASON})$`,
    `^the (?:past|last|coming|next) ${COUNT} ${UNIT}s$`,
    `^the ${UNIT} (?:before|after|earlier)$`,
    `^(?:the )?(?:end|start|beginning|middle|turn) of the ${UNIT}$`,
    `\\b(?:${SEASON}|${FEAST})`,
    `\\d[-/.]\\d`,
  ].join('|'),
  'iu',
);

const monthName = new RegExp(`\\b${MONTHS}\\b`, 'i');

function isDate(paragraph: string, { start, end, text, month }: Recognised): boolean {
  if (month !== null && /^\d/.test(text)) return true;
  if (!shape.test(text)) return false;
  const bare = text.replace(
    /^(?:(?:the )?(?:end|start|beginning|middle) of|last|next|this|past|early|late|mid-?)\s?/i,
    '',
  );
  const name = /\p{L}+/u.exec(monthName.exec(text)?.[0] ?? '')?.[0];
  if (name) {
    if (/^\p{Ll}/u.test(name)) return false;
    if (/\d/.test(text) || text.length > bare.length) return true;
    return BEFORE_MONTH.test(paragraph.slice(Math.max(0, start - 12), start)) && !isFollowedByName(paragraph, end);
  }
  const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(day)?\b/i.exec(text);
  if (weekday) return weekday[1] !== undefined && /^\p{Lu}/u.test(weekday[0]);
  return true;
}

/** "August Wilson", "Jan Egeland": a first name, if a capitalised word of its own follows. */
function isFollowedByName(paragraph: string, end: number): boolean {
  return (
    /^\s\p{Lu}\p{Ll}+/u.test(paragraph.slice(end, end + 20)) &&
    !/^\s(?:The|In|On|He|She|It)\b/.test(paragraph.slice(end, end + 6))
  );
}

const BEFORE_YEAR =
  /\b(?:in|since|by|until|till|before|after|during|through|from|to|between|and|or|of|early|late|mid|around|about|circa|the|that|year|than|back|for|spring|summer|autumn|fall|winter|Christmas|Easter|beyond|over|on)[ -]$|[-–(]$|\(\S{0,12}\s$/i;
const SURELY_YEAR = /\b(?:in|since|by|until|till|during|early|late|mid|year|spring|summer|autumn|fall|winter)[ -]$/i;

/** Four digits are a year after a word that years have, and not when they count what follows ("of 2000 soldiers"). */
function isYear(paragraph: string, start: number, end: number): boolean {
  const before = paragraph.slice(Math.max(0, start - 16), start);
  if (
    /[$£€#№]\s?$/.test(before) ||
    /^\s?(?:%|per\s?cent|million|billion|km|kg|m\b|metres|meters|tons|tonnes|GMT|UTC|hours)/.test(
      paragraph.slice(end, end + 12),
    )
  )
    return false;
  if (SURELY_YEAR.test(before)) return true;
  if (NUMBERED.test(before)) return false;
  const inName = /\p{Lu}[\p{L}'’]+ $/u.test(before) || /,\s$/.test(before);
  if (!BEFORE_YEAR.test(before) && !inName && start > 0 && !/^[,)]/.test(paragraph.slice(end, end + 1))) return false;
  return /\bthe\s$/.test(before) || !COUNTED.test(paragraph.slice(end, end + 30));
}

/** What bears a number that is no year. */
const NUMBERED =
  /\b(?:resolution|article|section|flight|room|number|no\.|directive|order|regulation|paragraph|page|route|model|series|lot|unit|local)\s$/i;

/** A plural after a number: "soldiers", "young farmers". */
const COUNTED =
  /^\s(?:\p{Ll}+\s)?(?!(?:was|is|has|as|its|this|us|his|says|towards|besides|across|unless|perhaps|always)\b)(?:\p{Ll}{2,}s|\p{Ll}*(?:people|children|men))\b/u;

function ourParser(pattern: RegExp): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => context.createParsingResult(match.index ?? 0, match[0], {}),
  };
}

/** Times and durations, which chrono would find too, or merge into the dates beside them. */
const NO_DATES = '17:30; in 5 minutes; 5 minutes ago; 5 minutes later; last 5 minutes; 5/2019';

/** Looks once: V8 compiles a pattern when it is asked for the second time, and takes 60 ms over those that are not wanted. */
function findsDatesAlone(parser: Parser): boolean {
  return parser.pattern(new ParsingContext(NO_DATES)).exec(NO_DATES) === null;
}

const OUR_PARSERS: readonly Parser[] = [
  ourParser(
    new RegExp(
      `\\b(?:(?:the|this|last|next|early|late) )?${SEASON}(?: of)?(?: ${YEAR})\\b|(?<=\\b(?:in|by|since|until|during|before|after|of) )${SEASON}\\b(?! of)|\\b(?:the|this|last|next|early|late|coming) ${SEASON}\\b(?! of)`,
      'i',
    ),
  ),
  ourParser(new RegExp(`\\b(?:the )?${FEAST}\\b`)),
  ourParser(
    new RegExp(`\\b(?:that|the (?:same|next|following|previous)) (?:${UNIT}|morning|afternoon|evening)\\b`, 'i'),
  ),
  ourParser(new RegExp(`\\bthe (?:${UNIT}|morning|evening) (?:before|after|earlier)\\b`, 'i')),
  ourParser(new RegExp(`\\bthe (?:past|last|coming|next) (?:${COUNT} )?${UNIT}s?\\b`, 'iu')),
  ourParser(new RegExp(`\\b(?:the )?(?:end|start|beginning|middle|turn) of (?:the|this|last|next) ${UNIT}\\b`, 'i')),
  ourParser(new RegExp(`\\b${COUNT} (?:decade|year|month|week|day)s? ago\\b`, 'iu')),
  ourParser(/\b(?:last night|(?:this|last|next|past|coming) (?:weekend|decade|century))\b/i),
];

/** Which of chrono's parsers find dates it takes a while to tell, once. */
export const chrono = once(() => {
  const parsers = [...casual.parsers.filter(findsDatesAlone), ...OUR_PARSERS];
  return new Chrono({ parsers, refiners: casual.refiners });
});
