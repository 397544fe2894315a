/** What "of", "for" and "and" add to a name: "Bank of England", "Food and Agriculture Organization". */
import { isField } from '../lexicon/name-parts.ts';
import { PORTFOLIO } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import { endsInHead, headClass } from './heads.ts';
import { isPossessive, knownAt, type Line, unitBefore } from './line.ts';
import { endOfRun, isMonth, LONGEST_RUN } from './runs.ts';
import { isOwnerInNames, nextTitle } from './title-bounds.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** `plain` is where the capitalised words end, `to` where the name ends with what "of" or "for" adds to it. */
export interface Extent {
  readonly plain: number;
  readonly to: number;
}

/** How far the name of units `from` up to `stop` goes on. */
export function withComplement(line: Line, from: number, stop: number): Extent {
  const plain = pastAnd(line, from, pastOwned(line, from, stop));
  let to = plain;
  while (to < from + LONGEST_RUN) {
    const past = pastLink(line, from, to, { opens: to === stop, listed: to > plain });
    if (past === to) return { plain, to };
    to = past;
  }
  return { plain, to };
}

const SAINTS: ReadonlySet<string> = new Set(words('St St. Saint'));

/** The index after 's and a head word: "Children's Hospital", "Workers' Party", "St Mary's Church". */
function pastOwned(line: Line, from: number, stop: number): number {
  const { units } = line;
  const mark = units[stop];
  if (!mark?.mark || !mark.glued || !isPossessive(mark)) return stop;
  const next = units[stop + 1];
  if (!next?.capital || next.glued) return stop;
  const generic = isOwnerInNames(units[stop - 1] as Unit) || SAINTS.has(unitBefore(line, stop - 1)?.text ?? '');
  if (!generic) return stop;
  const end = endOfRun(line, stop + 1);
  return headClass(line, from, end) === null ? stop : end;
}

/** Words that link a complement to its head. */
const LINKS: ReadonlySet<string> = new Set(words('of for on against without'));

/** Head words of bodies that are "on" something: "Committee on Agriculture". */
const HEADS_WITH_ON: ReadonlySet<string> = new Set(
  words(`committee commission council conference panel convention office union institute cooperation center centre forum
  subcommittee`),
);

/** The index after one link and its words behind unit `to`, or `to` where none belongs to the name. */
function pastLink(line: Line, from: number, to: number, at: { opens: boolean; listed: boolean }): number {
  const { units } = line;
  const link = units[to]?.lower ?? '';
  if (!LINKS.has(link)) return to;
  const last = wordOf(units[to - 1] as Unit);
  const goesOn = last.takesComplement || (at.opens && holdsOpener(line, from, to)) || (at.listed && link === 'of');
  if (!goesOn) return to;
  const next = units[to + 1]?.lower === 'the' ? to + 2 : to + 1;
  const unit = units[next];
  if (!unit?.capital) return to;
  const { weekday, functionWord } = wordOf(unit);
  if (weekday || (functionWord && !unit.shouted) || isMonth(line, next)) return to;
  if (link === 'on' && !HEADS_WITH_ON.has(last.lower)) return to;
  if (to - from === 1 && line.titleCase && (units[from] as Unit).opens) return to;
  const known = knownAt(line, next, units.length);
  if (known?.entry.kind === 'place') return pastHead(units, known.to);
  return pastAnd(line, next, pastList(line, nextTitle(line, next, endOfRun(line, next))));
}

/** "Court of Appeals for the D.C. | Circuit": the index after a head word at unit `to`, `to` where none stands there. */
function pastHead(units: readonly Unit[], to: number): number {
  const next = units[to];
  if (!next?.capital || next.glued || next.opens) return to;
  const { placeHead, organizationHead } = wordOf(next);
  return placeHead || organizationHead ? to + 1 : to;
}

/** Head words that take a complement even where others stand between: "Union of Concerned Scientists". */
const COMPLEMENT_OPENERS: ReadonlySet<string> = new Set(
  words(`organization organisation association union federation coalition committee department ministry conference
  institute centers society academy center centre`),
);

function holdsOpener({ units }: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (COMPLEMENT_OPENERS.has((units[k] as Unit).lower)) return true;
  return false;
}

/** "of Rail, Maritime and Transport Workers": the index after the list. */
function pastList(line: Line, end: number): number {
  const { units } = line;
  let k = end;
  while (units[k]?.text === ',' && units[k + 1]?.capital) {
    const next = endOfRun(line, k + 1);
    if (next - k > 4 || (knownAt(line, k + 1, next) && !isField((units[k + 1] as Unit).lower))) return end;
    k = next;
    const and = units[k]?.text === ',' ? k + 1 : k;
    if (units[and]?.lower === 'and') return units[and + 1]?.capital ? endOfRun(line, and + 1) : end;
  }
  return end;
}

/** Endings of nouns for what an office or body is for: "Education", "Governance". */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ology|ics|ance|ence|ship|ing|ure)s?$/;

/** "Road Safety and Tolls Council (RSTC)": whether brackets behind unit `end` hold the first letters of all. */
function isAbbreviated(units: readonly Unit[], from: number, end: number): boolean {
  const acronym = units[end]?.text === '(' && units[end + 2]?.text === ')' ? units[end + 1] : undefined;
  if (!acronym?.shouted || acronym.text.length < 3) return false;
  let initials = '';
  for (let k = from; k < end; k++) if ((units[k] as Unit).capital) initials += (units[k] as Unit).text[0];
  return initials === acronym.text;
}

/** "Food and Agriculture Organization", "of Arts and Education": the index after "and" and its words, if they belong. */
function pastAnd(line: Line, from: number, to: number): number {
  const { units } = line;
  const and = units[to];
  if (!and || !(and.lower === 'and' || and.text === '&')) return to;
  const next = units[to + 1];
  if (!next?.capital || next.opens) return to;
  const run = endOfRun(line, to + 1);
  const end = nextTitle(line, to + 1, run);
  if (!PORTFOLIO.has(next.lower) && (wordOf(next).givenName || knownAt(line, to + 1, end))) return to;
  if (isAbbreviated(units, from, run)) return run;
  const last = units[end - 1] as Unit;
  if (
    isField((units[to - 1] as Unit).lower) &&
    (isField(next.lower) || isField(last.lower) || wordOf(last).organizationHead)
  )
    return end;
  const before = unitBefore(line, from)?.lower;
  const farthest = units[run - 1] as Unit;
  const inComplement = before === 'of' || before === 'for' || before === 'on';
  if (inComplement && (isField(next.lower) || ABSTRACT.test(farthest.lower))) return end;
  const isWhole = before === 'the' && to - from <= 2 && run - to > 2 && !endsInHead(line, to);
  if (isWhole && wordOf(farthest).organizationHead && end === run && !knownAt(line, from, to)) return run;
  return to;
}
