/** The one name that begins at a word of a run: a known one, one that its head word tells, or an unknown one. */
import { isEnglish } from '../english.ts';
import {
  DIRECTIONS,
  ORDINARY_NAMES,
  ORGANIZATION_LIKE,
  ORGANIZATION_OPENERS,
  SURNAME_HEADS,
} from '../lexicon/name-parts.ts';
import { DOCUMENT_HEADS, EVENT_HEADS } from '../lexicon/organizations.ts';
import { STATE_ABBREVIATIONS } from '../lexicon/places.ts';
import { words } from '../lexicon/words.ts';
import { type Candidate, makeCandidate } from './candidate.ts';
import { withComplement } from './complements.ts';
import { contextOf, NO_SCORES, noScores, shapeOf } from './evidence.ts';
import { lookUp } from './gazetteer.ts';
import { endsInHead, type HeadClass, headBeforeComplement, headClass, lowerHead } from './heads.ts';
import { complementLimit, type Known, knownAt, type Line, startsWithDigit, textOf } from './line.ts';
import { pastSuffix } from './runs.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** A name, null where the words name nobody, and the index of the unit after it. */
export interface Named {
  readonly to: number;
  readonly candidate: Candidate | null;
}

/** What every country has its own of: behind a country's name no part of another name. */
const OF_COUNTRIES: ReadonlySet<string> = new Set(
  words('constitution law laws election elections referendum policy deal'),
);

/** The name that begins at unit `from` of a run that ends, or goes on with a title, at `stop`. */
export function readName(line: Line, from: number, stop: number, known: Known | null): Named {
  const first = line.units[from] as Unit;
  const verb = verbAfterName(line, from, stop);
  if (verb < stop) return { to: verb + 1, candidate: readName(line, from, verb, knownAt(line, from, verb)).candidate };
  if (!known && stop - from > 1 && isMereOpening(line, from, stop)) return { to: from + 1, candidate: null };
  const beyond =
    from + 1 < stop && first.capital && (known === null || known.to === from + 1) && DIRECTIONS.has(first.lower)
      ? knownAt(line, from + 1, complementLimit(line, from))
      : null;
  if (beyond?.entry.kind === 'place' && beyond.to >= stop) {
    return {
      to: beyond.to,
      candidate: makeCandidate(line, from, beyond.to, NO_SCORES, { sure: true, shape: { ...noScores(), place: 5 } }),
    };
  }
  const full = withComplement(line, from, stop);
  const head = headClass(line, from, full.plain);
  const tail = full.to === full.plain ? lowerHead(line, from, full.plain, known) : null;
  if (tail) return { to: full.plain + 1, candidate: headedName(line, from, full.plain + 1, tail) };
  if (known && known.to >= full.to) return knownName(line, from, known);
  if (
    known?.entry.kind === 'organization' &&
    full.to === full.plain &&
    known.to < full.plain &&
    !endsInHead(line, full.plain)
  ) {
    // "ABC Australia" is one name, "Amnesty International Jane Roe" are two.
    const branch = knownAt(line, known.to, full.plain);
    if (branch?.entry.kind === 'place' && branch.to === full.plain)
      return { to: full.plain, candidate: headedName(line, from, full.plain, 'organization') };
    if (known.to > from + 1 || full.plain - known.to > 1) return knownName(line, from, known);
  }
  if (known && (known.entry.kind === 'demonym' || known.entry.kind === 'adjective') && head === null) {
    if (
      known.entry.kind === 'adjective' &&
      full.plain - known.to >= 1 &&
      full.plain - from <= 3 &&
      !splitsAdjective(line, from)
    ) {
      const rest = line.units[known.to];
      if (rest && (wordOf(rest).givenName || full.plain - known.to > 1)) return { to: known.to, candidate: null };
      return unknownName(line, from, full.plain);
    }
    return knownName(line, from, known);
  }
  if (
    head === 'other' &&
    known?.entry.kind === 'place' &&
    known.to === full.plain - 1 &&
    OF_COUNTRIES.has((line.units[full.plain - 1] as Unit).lower)
  ) {
    return { to: full.plain, candidate: knownName(line, from, known).candidate };
  }
  if (head === null && full.plain > stop && holdsAnd(line, from, full.plain))
    return { to: full.plain, candidate: null };
  if (head !== null || full.to > full.plain)
    return {
      to: full.to,
      candidate: headedName(line, from, full.to, head ?? headBeforeComplement(line, full.plain)),
    };
  if (
    known &&
    !(known.entry.kind === 'place' && known.to < full.plain && known.to === from + 1 && known.entry.weight < 3)
  ) {
    // A country's or great region's name does not begin a person's: "Texas Rangers", "Jordan Peterson".
    const rest = full.plain - known.to;
    if (
      rest === 0 ||
      known.entry.kind === 'organization' ||
      !wordOf(first).givenName ||
      (known.entry.kind === 'place' && known.entry.country === 'USA')
    ) {
      const next = line.units[known.to];
      const isGiven = next && wordOf(next).givenName && !wordOf(next).known && (rest > 1 || !isEnglish(next.lower));
      if (rest > 0 && isGiven) return knownName(line, from, known);
      if (rest > 0 && known.entry.kind === 'place' && !line.titleCase && rest <= 2 && !knownAt(line, known.to, stop))
        return unknownName(line, from, full.plain);
      return knownName(line, from, known);
    }
  }
  return unknownName(line, from, full.plain);
}

/** "Visit Kenya": a word before a known name that has its capital from the start of its sentence or headline. */
function isMereOpening(line: Line, from: number, stop: number): boolean {
  const first = line.units[from] as Unit;
  if (!first.opens && !line.titleCase) return false;
  const inner = knownAt(line, from + 1, complementLimit(line, from));
  return (
    inner !== null &&
    inner.entry.kind !== 'adjective' &&
    inner.to >= stop &&
    (inner.to > from + 2 || !wordOf(first).givenName) &&
    !DIRECTIONS.has(first.lower) &&
    !ORGANIZATION_OPENERS.has(first.lower)
  );
}

/** What a recording of closed-circuit television is called or does. */
const FOOTAGE: ReadonlySet<string> = new Set(
  words('footage camera cameras captured showed shows video images recording recordings'),
);

/** The candidate of a known name; an adjective like "European" is none by itself. */
export function knownName(line: Line, from: number, { entry, to }: Known): Named {
  if (entry.kind === 'adjective') return { to, candidate: null };
  if (line.units[from]?.text === 'CCTV' && FOOTAGE.has(line.units[to]?.lower ?? '')) return { to, candidate: null };
  const single = to === from + 1;
  // "a Boeing 707" is a product.
  if (single && entry.kind === 'organization' && isModel(line.units[to])) return { to, candidate: null };
  const unit = line.units[from] as Unit;
  // A country is one wherever it stands.
  const open = single && !unit.shouted && entry.kind !== 'demonym' && !(entry.kind === 'place' && entry.weight === 3);
  const scores = open ? contextOf(line, from, to) : NO_SCORES;
  const weak = single && entry.kind === 'place' && entry.weight === 1;
  const shape = noScores();
  if (entry.kind === 'place') shape.place += weak ? 1 : entry.weight * 2;
  if (entry.kind === 'organization') shape.organization += 4;

  const opens = unit.opens || line.titleCase;
  const sure =
    entry.kind === 'demonym' || entry.kind === 'organization'
      ? !(single && opens && !unit.shouted && isOrdinary(unit))
      : weak
        ? !opens
        : !(opens && single && entry.kind === 'place' && entry.weight < 2);
  return { to, candidate: makeCandidate(line, from, to, scores, { sure, known: entry, shape }) };
}

function holdsAnd({ units }: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if ((units[k] as Unit).lower === 'and') return true;
  return false;
}

/** A model's number after a maker's name: "707", "A300s"; a year is none. */
function isModel(unit: Unit | undefined): boolean {
  return (
    !!unit &&
    !unit.glued &&
    !unit.mark &&
    (unit.capital || startsWithDigit(unit.text)) &&
    /^(?:\p{Lu}{1,3}-?)?\d{2,4}\p{L}{0,2}$/u.test(unit.text) &&
    !/^(?:19|20)\d\d$/.test(unit.text)
  );
}

/** A known organisation's name that is an ordinary word as well: "Time", "Congress", "Nature". */
function isOrdinary({ text }: Unit): boolean {
  return ORDINARY_NAMES.has(text);
}

/** The candidate of units `from` up to `to`, whose head word tells what they name. */
function headedName(line: Line, from: number, to: number, head: HeadClass): Candidate {
  const { units } = line;
  const first = wordOf(units[from] as Unit);
  const last = wordOf(units[to - 1] as Unit);
  const isPair = to - from === 2;
  const shape = noScores();
  shape[head] = 5;
  if (head !== 'other' && isPair && first.givenName && !first.known && SURNAME_HEADS.has(last.lower)) shape.person += 6;
  const opens = isPair && (units[from] as Unit).opens === true && line.titleCase;
  return makeCandidate(line, from, to, NO_SCORES, {
    sure: !opens || last.takesComplement || lookUp(textOf(line, from, to)) !== null,
    category: head === 'other' ? categoryOf(line, from, to) : null,
    shape,
  });
}

function categoryOf({ units }: Line, from: number, to: number): 'event' | 'document' | null {
  if (DOCUMENT_HEADS.has((units[to - 1] as Unit).lower) || DOCUMENT_HEADS.has((units[from] as Unit).lower))
    return 'document';
  for (let k = from; k < to; k++) if (EVENT_HEADS.has((units[k] as Unit).lower)) return 'event';
  return null;
}

/** Words before a name that have their capital from the start of their sentence. */
const ATTRIBUTES: ReadonlySet<string> = new Set(words('former acting ex longtime late ousted jailed veteran'));

/** "PolitiFact", not "McKay" or "DeLuca". */
const CAMEL_CASE = /^(?!Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|O)\p{Lu}\p{Ll}+\p{Lu}/u;

/** The candidate of a run that nothing is known of. */
function unknownName(line: Line, from: number, stop: number): Named {
  const { units } = line;
  const to = pastSuffix(line, stop);
  const start = stop - from > 1 && opensBefore(line, from, stop) ? from + 1 : from;
  const unit = units[start] as Unit;
  const word = wordOf(unit);
  const single = to - start === 1;
  if (single && isNameless(line, start)) return { to, candidate: null };
  const shape = single ? noScores() : shapeOf(line, start, to);
  if (word.website) shape.organization += 4;
  if (single && CAMEL_CASE.test(word.text)) shape.organization += 1.5;
  if (single && word.givenName && unit.text.length > 3 && !unit.opens) shape.person += 1.5;
  if (single && unit.shouted && !line.shouting) shape.organization += 2;
  const sure = word.website || (!line.titleCase && !(single && unit.opens));
  return { to, candidate: makeCandidate(line, start, to, contextOf(line, start, to), { sure, shape }) };
}

/** Verbs of headlines that are nobody's name. */
const TELLS: ReadonlySet<string> = new Set(
  words(
    'says said tells vows urges warns asks claims reveals slams blasts speaks seeks accuses denies rejects pledges praises criticizes',
  ),
);

/** "Ada Kern Hammers | Lakes Bank": the index of a verb between names in a headline; `stop` where there is none. */
function verbAfterName({ units, titleCase }: Line, from: number, stop: number): number {
  for (let k = from + 1; k < stop; k++) if (TELLS.has((units[k] as Unit).lower)) return k;
  const { givenName, known } = wordOf(units[from] as Unit);
  if (!givenName || known || stop - from < 3) return stop;
  for (let k = from + 2; k < stop && !isEnglish((units[k - 1] as Unit).lower); k++) {
    const { lower } = units[k] as Unit;
    const inflected = lower.endsWith('s') && !lower.endsWith('ss') && isEnglish(lower) && isEnglish(lower.slice(0, -1));
    if (inflected && (titleCase || k + 1 < stop) && !wordOf(units[k] as Unit).givenName) return k;
  }
  return stop;
}

/** Whether a run's first word is none of the name behind it. */
function opensBefore(line: Line, from: number, stop: number): boolean {
  const { units } = line;
  const first = units[from] as Unit;
  const second = wordOf(units[from + 1] as Unit);
  // "Crooked Ada Kern", but not "Ash Carter".
  const plain = stop - from > 2 && second.givenName && !isEnglish(second.lower) && isEnglish(first.lower);
  if (!first.opens) return plain && !wordOf(first).givenName && !shapesThing(line, from, stop);
  if (ATTRIBUTES.has(first.lower)) return true;
  if (wordOf(first).givenName || !second.givenName) return false;
  return first.pos !== 'PROPN' || plain;
}

/** "Joint Marina Works": the last word is no surname. */
const shapesThing = ({ units }: Line, from: number, stop: number): boolean =>
  isEnglish((units[stop - 1] as Unit).lower) || ORGANIZATION_LIKE.has((units[from] as Unit).lower);

/** Whether unit `i` alone names nobody. */
function isNameless({ units }: Line, i: number): boolean {
  const unit = units[i] as Unit;
  if (wordOf(unit).nameless) return true;
  if (unit.glued && STATE_ABBREVIATIONS.has(unit.text)) return true;
  return unit.shouted === true && startsWithDigit(units[i + 1]?.text ?? '');
}

function splitsAdjective(line: Line, from: number): boolean {
  return line.titleCase && (line.units[from] as Unit).opens === true;
}
