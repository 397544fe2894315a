import { words } from '../lexicon/words.ts';
import type { Gender, Span } from '../model.ts';
import { NO_SCORES, type Scores } from './evidence.ts';
import type { Entry } from './gazetteer.ts';
import { keyOf } from './keys.ts';
import { type Line, textOf } from './line.ts';
import { appositionAfter, callingBefore, type Title } from './titles.ts';
import type { Unit } from './units.ts';
import { type Word, wordWritten } from './word.ts';

/** A word of a name. Offsets are into the paragraph's text. */
export interface Part extends Span {
  readonly text: string;
  readonly word: Word;
}

/** A stretch that may be a name. Offsets are into the paragraph's text. */
export interface Candidate extends Span {
  readonly text: string;
  /** The text as names are compared. */
  readonly key: string;
  /** Its words, without punctuation marks. */
  readonly parts: readonly Part[];
  /** What the words of the stretch speak for, wherever it stands. */
  readonly shape: Readonly<Scores>;
  /** What the words around this occurrence speak for. */
  readonly scores: Readonly<Scores>;
  readonly known: Entry | null;
  /** A name even if nothing else in the document supports it. */
  readonly sure: boolean;
  /** Everything around it is capitalised too, so that its bounds say little. */
  readonly loose: boolean;
  readonly titles: readonly Title[];
  readonly gender: Gender;
  /** The acronym that follows in brackets. */
  readonly acronym: string | null;
  readonly category: 'event' | 'document' | null;
}

/** What is known of a stretch beside its words and what stands around it. */
interface Findings {
  readonly sure: boolean;
  readonly shape?: Readonly<Scores>;
  readonly known?: Entry | null;
  readonly titles?: readonly Title[];
  readonly category?: 'event' | 'document' | null;
}

/** The candidate of units `from` up to `to`, with the titles that words in small letters beside it state. */
export function makeCandidate(
  line: Line,
  from: number,
  to: number,
  scores: Readonly<Scores>,
  { sure, shape = NO_SCORES, known = null, titles = [], category = null }: Findings,
): Candidate {
  const { units } = line;
  const first = units[from] as Unit;
  const last = units[to - 1] as Unit;
  const stray = to - from > 1 && hasStrayStop(last, units[to]) ? 1 : 0;
  const parts = partsOf(units, from, to, stray);
  const text = stray === 1 ? textOf(line, from, to).slice(0, -1) : textOf(line, from, to);
  const person = scores.person + shape.person;
  const personal =
    person >= 0.5 &&
    person >= scores.organization + shape.organization &&
    person >= scores.place + shape.place &&
    person >= scores.other + shape.other;
  const before = personal ? callingBefore(line.text, units, from, to) : null;
  const after = personal ? appositionAfter(line.text, units, to) : null;
  const all = before || after ? [...titles, before, after].filter(title => title !== null) : titles;
  return {
    start: first.start,
    end: last.end - stray,
    text,
    key: to === from + 1 && parts[0] ? parts[0].word.key : keyOf(text),
    parts,
    shape,
    scores,
    known,
    sure,
    loose: line.titleCase || line.shouting,
    titles: all,
    gender: all.length === 0 ? null : (all.find(({ gender }) => gender !== null)?.gender ?? null),
    acronym: to - from > 1 ? acronymAfter(units, to) : null,
    category,
  };
}

/** Abbreviations that are names without their full stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`Sun. Mon. Tue. Tues. Wed. Thur. Thurs. Fri. Sat. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
  No. Gen. Col. Mass. Ill. Miss. Wash. Fig. Art. Ore. Me.`),
);

/** "in the Baltimore Sun." at the end of a sentence: a tagger takes "Sun." for Sunday. */
function hasStrayStop(last: Unit, next: Unit | undefined): boolean {
  return last.text.endsWith('.') && (next?.opens ?? true) && ABBREVIATIONS.has(last.text);
}

function partsOf(units: readonly Unit[], from: number, to: number, stray: 0 | 1): readonly Part[] {
  const parts: Part[] = [];
  for (let k = from; k < to; k++) {
    const unit = units[k] as Unit;
    if (!unit.mark) parts.push(partOf(unit, k === to - 1 ? stray : 0));
  }
  return parts;
}

function partOf(unit: Unit, stray: 0 | 1): Part {
  const { start, end, text, word } = unit;
  if (word && stray === 0) return unit as Part;
  const written = stray === 1 ? wordWritten(text.slice(0, -1)) : wordWritten(text);
  return { start, end: end - stray, text: written.text, word: written };
}

/** The acronym in brackets at unit `to`: "World Trade Organization (WTO)". */
function acronymAfter(units: readonly Unit[], to: number): string | null {
  if (units[to]?.text !== '(' || units[to + 2]?.text !== ')') return null;
  const acronym = (units[to + 1] as Unit).text;
  return acronym.length <= 10 && /\p{Lu}.*\p{Lu}/u.test(acronym) ? acronym : null;
}
