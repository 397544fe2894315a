import { genderOfOffice, isOffice, isOfficeModifier } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Gender, Span } from '../model.ts';
import { lookUp } from './gazetteer.ts';
import { isPossessive } from './line.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** An office or form of address beside a name; the span, in the paragraph's text, is all that states it. */
export interface Title extends Span {
  /** Null for a mere form of address ("Mr."). */
  readonly title: string | null;
  readonly affiliation: string | null;
  readonly gender: Gender;
}

/** How many words an office may have before and after its head. */
const REACH = 8;

/** The office in words that stand before a name: "transport secretary, Grant Shapps", "union general secretary Mick Whelan". */
export function callingBefore(text: string, units: readonly Unit[], name: number, end: number): Title | null {
  if (name === 0) return null;
  let k = name - 1;
  if ((units[k] as Unit).text === ',') {
    // "the envoy, Jane Roe, said": without the second comma the first one ends a clause.
    if (k === 0 || !CLOSING.has(units[end]?.text ?? '.')) return null;
    k--;
  }
  const head = units[k] as Unit;
  const ofStaff = isOfStaff(units, k);
  if (head.mark || head.capital || head.lower.endsWith('s') || !(ofStaff || isOffice(head.lower))) return null;
  let first = ofStaff ? k - 2 : k;
  while (first > 0 && first > k - REACH && narrows(units[first - 1] as Unit)) first--;
  if (isOwner(units, first)) return null;
  const affiliation = affiliationBefore(units, first);
  const opening = units[first] as Unit;
  return {
    title: text.slice(opening.start, head.end),
    affiliation: affiliation?.text ?? null,
    gender: genderOfOffice(head.lower),
    start: affiliation?.start ?? opening.start,
    end: head.end,
  };
}

/** "Chief of | staff". */
const isOfStaff = (units: readonly Unit[], k: number): boolean =>
  units[k]?.lower === 'staff' && units[k - 1]?.lower === 'of' && units[k - 2]?.lower === 'chief';

/** "The daughter of the | president, Jane Roe": whose daughter she is. */
const isOwner = (units: readonly Unit[], first: number): boolean =>
  first > 2 &&
  (units[first - 1] as Unit).lower === 'the' &&
  (units[first - 2] as Unit).lower === 'of' &&
  isOffice((units[first - 3] as Unit).lower);

/** "Roe, his brother, and his mother": the next of a list. */
function isListed(units: readonly Unit[], opener: number, end: number): boolean {
  if (!OWNERS.has((units[opener] as Unit).lower) || units[end]?.text !== ',') return false;
  const next = units[end + 1]?.lower ?? '';
  return next === 'and' || OWNERS.has(next);
}

/** Marks that end an apposition. */
const CLOSING: ReadonlySet<string> = new Set([',', '.', ';', ')']);

/** Whether the word may stand before an office's head as part of the office. */
function narrows(unit: Unit): boolean {
  if (unit.mark || unit.capital || isPlural(unit)) return false;
  const { lower, pos } = unit;
  return pos === 'ADJ' || pos === 'NOUN' || lower === 'and' || isOfficeModifier(lower) || isOffice(lower);
}

/** The office in words after a name and a comma: "Kojo Asamani, the Ghanaian envoy," or "…, who is Ospanova's deputy". */
export function appositionAfter(text: string, units: readonly Unit[], name: number): Title | null {
  if (units[name]?.text !== ',') return null;
  let k = name + 1;
  if (units[k]?.lower === 'who' && (units[k + 1]?.lower === 'is' || units[k + 1]?.lower === 'was')) k += 2;
  const start = units[k]?.start;
  if (start === undefined) return null;
  if (DETERMINERS.has((units[k] as Unit).lower)) k++;
  let affiliation: string | null = null;
  let first = k;
  for (let j = k; j < k + REACH; j++) {
    const unit = units[j];
    if (!unit) return null;
    if (unit.mark) {
      if (j === k || !isPossessive(unit)) return null;
      const owner = units[j - 1] as Unit;
      affiliation = isOffice(owner.lower) ? null : text.slice((units[first] as Unit).start, owner.end);
      first = j + 1;
      continue;
    }
    if (isOffice(unit.lower) && !unit.lower.endsWith('s')) {
      const next = units[j + 1];
      // "Lee, the president's brother": the office is the owner's.
      if (next?.mark && isPossessive(next)) continue;
      if (isListed(units, k - 1, j + 1)) return null;
      if (next && !next.mark && (isOffice(next.lower) || isOfficeModifier(next.lower) || next.lower === 'and'))
        continue;
      // "Lee, minister of …" is an office; "Lee, Prime Minister Abe and …" begins another name.
      if (unit.capital && next?.capital) return null;
      return {
        title: text.slice((units[first] as Unit).start, endOfField(units, j + 1)),
        affiliation,
        gender: genderOfOffice(unit.lower),
        start,
        end: endOfField(units, j + 1),
      };
    }
    if (j === first) {
      const { known } = wordOf(unit);
      if (known && known.kind !== 'adjective') {
        affiliation = unit.text;
        first = j + 1;
        continue;
      }
    }
    if (endsApposition(unit)) return null;
  }
  return null;
}

const DETERMINERS: ReadonlySet<string> = new Set(words('the a an his her their its'));
const OWNERS: ReadonlySet<string> = new Set(words('his her their'));
const PREPOSITIONS: ReadonlySet<string> = new Set(words('in on at of for by with from to'));

/** Whether the word is none of an office's, so that what stands after the name is no office. */
function endsApposition({ lower, pos, capital }: Unit): boolean {
  if (PREPOSITIONS.has(lower)) return true;
  if (capital || !(pos === 'VERB' || pos === 'AUX' || pos === 'PRON' || pos === 'SCONJ' || pos === 'DET')) return false;
  return !(lower.endsWith('ed') || lower.endsWith('ing'));
}

/** Words between an office and its field. */
const FIELD_LINKS: ReadonlySet<string> = new Set(words('of for at in'));
const WITHIN_FIELDS: ReadonlySet<string> = new Set(words('the of and for'));

/** The offset after what "of" or "for" adds to an office: "a lecturer at the University of Zambia". */
function endOfField(units: readonly Unit[], from: number): number {
  let { end } = units[from - 1] as Unit;
  if (!FIELD_LINKS.has(units[from]?.lower ?? '')) return end;
  for (let k = from + 1; k < from + REACH; k++) {
    const unit = units[k];
    if (!unit || unit.mark) return end;
    if (unit.capital) end = unit.end;
    else if (!WITHIN_FIELDS.has(unit.lower)) return end;
  }
  return end;
}

/** Whose office it is, in the words before it: "Labour Party leader", "the bank's chief economist". */
function affiliationBefore(units: readonly Unit[], first: number): { start: number; text: string } | null {
  let k = first - 1;
  if (k > 0 && isPossessive(units[k] as Unit)) k--;
  if (k < 0 || !(units[k] as Unit).capital) return null;
  let start = k;
  while (start > 0 && (units[start - 1] as Unit).capital && k - start < 4) start--;
  for (let s = start; s <= k; s++) {
    const name = written(units, s, k + 1);
    const known = lookUp(name);
    if (known && known.kind !== 'adjective') return { start: (units[s] as Unit).start, text: name };
  }
  // "Labour Party leader": an unknown organisation's name right before the office.
  const whole = units[start] as Unit;
  if (k !== first - 1 || whole.opens || wordOf(whole).known?.kind === 'adjective') return null;
  return { start: whole.start, text: written(units, start, k + 1) };
}

function written(units: readonly Unit[], from: number, to: number): string {
  return units
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** Nouns in -s that are no plurals. */
const SINGULAR = /(?:ss|us|is|sports|affairs|news|operations|communications|defence|rights|sciences|economics)$/;

function isPlural({ lower, pos }: Unit): boolean {
  return pos === 'NOUN' && lower.endsWith('s') && !SINGULAR.test(lower);
}
