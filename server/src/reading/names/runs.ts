/** Runs of capitalised words: where they begin, and how far they go. */
import { PARTICLES } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import { knownAt, type Line, startsWithDigit, unitBefore } from './line.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** No name has more words; a longer run of capitals is a headline or a list. */
export const LONGEST_RUN = 24;

/** Small words that begin a surname and are no English words. */
const NOBLE_PARTICLES: ReadonlySet<string> = new Set(
  words('van von der den de del della di da dos du bin ibn ter al el'),
);

/** Whether a name, or a title before one, may begin at unit `i`. */
export function startsName(line: Line, i: number): boolean {
  const unit = line.units[i];
  if (!unit || unit.mark) return false;
  if (!unit.capital) {
    if (startsWithDigit(unit.text)) return knownAt(line, i, i + 3) !== null;
    return NOBLE_PARTICLES.has(unit.text) && pastParticles(line, i) > i;
  }
  if (knownAt(line, i, i + 6)) return true;
  const word = wordOf(unit);
  if (word.functionWord) return word.honorific && !unit.lower.endsWith('.') && !!line.units[i + 1]?.capital;
  if (word.weekday || isMonth(line, i)) return false;
  if ((!unit.opens && !line.titleCase) || word.website) return true;
  if (unit.pos === 'PROPN' || unit.pos === 'NOUN' || unit.pos === 'ADJ' || unit.pos === 'X') return true;
  // A tagger takes unknown names at the start of a sentence for verbs and adverbs; two verbs or two capitals in a row
  // are likelier a name.
  const next = line.units[i + 1];
  if (next?.pos === 'VERB' || next?.pos === 'AUX' || (unit.pos === 'VERB' && !/(?:ing|ed)$/.test(unit.lower)))
    return true;
  if (word.modifier || word.office) return true;
  return !line.titleCase && !!next?.capital && !next.glued && !wordOf(next).functionWord && word.givenName;
}

/** Whether unit `i` is a month's name and stands as one: beside a day or year, or away from a surname and other names. */
export function isMonth(line: Line, i: number): boolean {
  const unit = line.units[i];
  if (!unit || !wordOf(unit).month) return false;
  const next = line.units[i + 1];
  if (next && startsWithDigit(next.text)) return true;
  const before = unitBefore(line, i);
  if (next && wordOf(unit).givenName && maybeSurname(next) && !MONTH_OPENERS.has(before?.lower ?? '')) return false;
  if (!before?.capital) return true;
  const { functionWord, weekday } = wordOf(before);
  return functionWord || weekday || startsWithDigit(before.text);
}

/** Words after which the name of a month is one: "in Jan", "last June". */
const MONTH_OPENERS: ReadonlySet<string> = new Set(
  words('in since until till during last next this early mid late the every each'),
);

/** "Marek" in "Jan Marek": a capitalised word that may be a surname and that nothing else is known of. */
function maybeSurname(unit: Unit): boolean {
  if (!unit.capital || unit.mark || unit.glued || unit.opens || unit.shouted) return false;
  const { functionWord, weekday, month, known, office, honorific, modifier } = wordOf(unit);
  return !functionWord && !weekday && !month && known === null && !office && !honorific && !modifier;
}

/** The end of the run of capitalised words, and of small words and initials inside it, that begins at `i`. */
export function endOfRun(line: Line, i: number): number {
  const { units } = line;
  let j = i + 1;
  while (j < i + LONGEST_RUN) {
    const unit = units[j];
    if (!unit) return j;
    if (unit.capital && !unit.mark) {
      if (endsRun(line, j, unit)) return j;
      j++;
      continue;
    }
    if (unit.mark ? unit.text === '&' && joinsNames(line, j) : startsWithDigit(unit.text) && isNumbered(line, j)) {
      j++;
      continue;
    }
    if (!unit.mark && unit.glued && !endsInStop(units[j - 1] as Unit)) return j;
    const nicknamed = pastNickname(line, j);
    if (nicknamed > j) {
      j = nicknamed;
      continue;
    }
    const past = pastParticles(line, j);
    if (past === j) return j;
    j = past;
  }
  return j;
}

/** Whether the capitalised unit `j` behind others is the first of something else. */
function endsRun(line: Line, j: number, unit: Unit): boolean {
  const before = line.units[j - 1] as Unit;
  if (unit.opens || (unit.glued && !endsInStop(before))) return true;
  const word = wordOf(unit);
  if (word.weekday || isMonth(line, j)) return true;
  const isMay = unit.text === 'May' && wordOf(before).givenName;
  if (word.functionWord && (unit.text.length > 1 || isPronoun(line, j)) && !unit.shouted && !word.suffix && !isMay)
    return true;
  return line.titleCase && (unit.pos === 'VERB' || unit.pos === 'AUX') && !word.givenName && word.known === null;
}

/** "Well I think", but not "Elizabeth I". */
function isPronoun({ units }: Line, j: number): boolean {
  const next = units[j + 1];
  return (units[j] as Unit).text === 'I' && next !== undefined && !next.capital && /^(?:VERB|AUX|ADV)$/.test(next.pos);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '"': '"', '“': '”', '‘': '’' };

/** The index of the surname behind a nickname that opens at unit `j`: "Bo (Bobby) | Lind", 'Bo "Sailor" | Lind'; `j` where none does. */
function pastNickname({ units }: Line, j: number): number {
  const [given, mark, name, close, surname] = [units[j - 1], units[j], units[j + 1], units[j + 2], units[j + 3]];
  if (!given || !mark?.mark || !name?.capital || !surname?.capital || surname.glued) return j;
  if (close?.text !== CLOSING[mark.text] || close === undefined || !wordOf(given).givenName) return j;
  const { givenName, functionWord, suffix } = wordOf(surname);
  const told = mark.text === '(' ? wordOf(name).givenName : true;
  return told && !functionWord && !suffix && (!givenName || surname.pos === 'PROPN') ? j + 4 : j;
}

/** "Marks & Spencer", but not "Tom & Anna". */
function joinsNames(line: Line, j: number): boolean {
  const before = line.units[j - 1];
  const next = line.units[j + 1];
  return !!before && !!next?.capital && !(wordOf(before).givenName && wordOf(next).givenName);
}

/** Words before a number that is part of their name. */
const NUMBERED: ReadonlySet<string> = new Set(
  words('Area Channel Route Sector Flight Highway Building Camp Unit Apollo Soyuz Sky Canal Studio Platform Gate Pier'),
);

function isNumbered(line: Line, j: number): boolean {
  const { text, glued } = line.units[j] as Unit;
  if (glued || !/^\d{1,3}$/.test(text)) return false;
  return NUMBERED.has((line.units[j - 1] as Unit).text) || headFollows(line, j);
}

/** "Lost 52 | Project". */
function headFollows({ units }: Line, j: number): boolean {
  const next = units[j + 1];
  if (!next?.capital || next.glued || next.opens) return false;
  const { organizationHead, otherHead } = wordOf(next);
  return organizationHead || otherHead;
}

/** Particles that are as often English words or articles: alone they join no names. */
const DOUBTFUL_PARTICLES: ReadonlySet<string> = new Set(words('as an at do i ad'));

/** The index after the small words at unit `j` that go on with a personal name; `j` where none do. */
function pastParticles(line: Line, j: number): number {
  const { units } = line;
  const first = units[j];
  if (!first || !isParticle(first)) return j;
  let k = j + 1;
  while (k < j + 3 && isParticle(units[k])) k++;
  const after = units[k];
  return after?.capital && !after.opens && !DOUBTFUL_PARTICLES.has(first.lower) ? k : j;
}

function isParticle(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.mark && PARTICLES.has(unit.lower);
}

/** The index after a suffix at unit `to`: "Jr.", ", Sr.", "III". */
export function pastSuffix(line: Line, to: number): number {
  const next = line.units[to];
  if (!next) return to;
  if (next.capital && wordOf(next).suffix) return to + 1;
  if (next.text === ',' && JUNIOR.has(line.units[to + 1]?.lower ?? '')) return to + 2;
  return to;
}

const JUNIOR: ReadonlySet<string> = new Set(words('jr jr. sr sr.'));

function endsInStop({ text }: Unit): boolean {
  return text.endsWith('.');
}
