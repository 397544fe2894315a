/** Reads the runs of capitalised words of one paragraph from left to right: titles, and the names beside them. */
import { isEnglish } from '../english.ts';
import { SURNAME_HEADS } from '../lexicon/name-parts.ts';
import type { Span } from '../model.ts';
import { type Candidate, makeCandidate } from './candidate.ts';
import { headClass } from './heads.ts';
import { complementLimit, knownAt, type Line, startsWithDigit } from './line.ts';
import { readName } from './naming.ts';
import { endOfRun, pastSuffix, startsName } from './runs.ts';
import { nextTitle, ownsName } from './title-bounds.ts';
import { titleAt } from './title-runs.ts';
import type { Title } from './titles.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** Small words that begin a surname are no longer: "della". */
const LONGEST_PARTICLE = 5;

/** The stretches of the line that may be names, in order of their start. */
export function readChains(line: Line): readonly Candidate[] {
  const { units, capitals } = line;
  const found: Candidate[] = [];
  let at = 0;
  for (const i of capitals) {
    if (i < at) continue;
    // Small words begin a name only right before a capital.
    let from = Math.max(at, i - 2);
    while (from <= i)
      from = mayStart(units[from] as Unit) && startsName(line, from) ? readChain(line, from, found) : from + 1;
    at = from;
  }
  return found;
}

function mayStart({ capital, text }: Unit): boolean {
  return capital === true || text.length <= LONGEST_PARTICLE;
}

/** Adds the names of the run that begins at `from`; the index after all that was read. */
function readChain(line: Line, from: number, found: Candidate[]): number {
  const run = endOfRun(line, from);
  let i = from;
  const titles: Title[] = [];
  let affiliation: (Span & { text: string }) | null = null;
  while (i < run) {
    const unit = line.units[i] as Unit;
    if (unit.mark || (!unit.capital && i > from && !startsWithDigit(unit.text) && !knownAt(line, i, run))) {
      i++;
      continue;
    }
    const word = wordOf(unit);
    const body = knownAt(line, i, complementLimit(line, i));
    const isBody =
      body &&
      ((body.entry.kind === 'organization' && body.to > i + 1) ||
        (body.entry.kind === 'place' && !word.singleOffice && !word.honorific));
    const title = isBody || ownsName(line, i) ? null : titleAt(line, i, run, affiliation);
    if (title) {
      titles.push(title.title);
      found.push(...title.names);
      affiliation = null;
      if (title.to >= run || !(line.units[title.to] as Unit).capital) {
        // The name may come after the office's field: "Minister of Health Jane Roe".
        const field = line.units[title.to];
        return field?.capital && title.to >= run && startsName(line, title.to) && title.reachedName
          ? readPerson(line, title.to, endOfRun(line, title.to), titles, found)
          : Math.max(title.to, run === title.to ? run : title.to);
      }
      const isNext = titleAt(line, title.to, run, null);
      if (isNext && isNext.to < run) {
        i = title.to;
        continue;
      }
      return readPerson(line, title.to, run, titles, found);
    }
    const stop = nextTitle(line, i, run);
    const known = knownAt(line, i, Math.max(stop, complementLimit(line, i)));
    const { to, candidate } = readName(line, i, stop, known);
    if (candidate) {
      found.push(candidate);
      affiliation = { start: candidate.start, end: candidate.end, text: candidate.text };
    }
    i = Math.max(to, i + 1);
  }
  return Math.max(i, run);
}

/** The person that the titles before unit `from` belong to. */
function readPerson(line: Line, from: number, run: number, titles: readonly Title[], found: Candidate[]): number {
  let to = from;
  while (to < run && to < from + 6) {
    const unit = line.units[to] as Unit;
    if (to > from && line.titleCase && (unit.pos === 'VERB' || unit.pos === 'AUX')) break;
    if (to > from && to + 1 < run && wordOf(unit).office && !wordOf(unit).givenName) break;
    to++;
  }
  to = pastSuffix(line, to);
  const known = knownAt(line, from, run);
  if (known && known.to === to && known.entry.kind !== 'place' && known.entry.kind !== 'adjective')
    return readRest(line, from, run, found);
  if (known?.entry.kind === 'demonym' && known.to < to) return readRest(line, from, run, found);
  const last = line.units[to - 1] as Unit;
  if (to === from + 1 && namesThing(line, from)) return readRest(line, from, run, found);
  if (
    to - from > 1 &&
    headClass(line, from, to) !== null &&
    !wordOf(line.units[from] as Unit).givenName &&
    last.lower !== 'young'
  )
    return readRest(line, from, run, found);
  found.push(
    makeCandidate(
      line,
      from,
      to,
      { person: 6, organization: 0, place: 0, other: 0 },
      { sure: true, titles, known: null },
    ),
  );
  return Math.max(to, run);
}

/** "Executive Order", "Retired General Reveals": whether the one word behind a title is no person's name. */
function namesThing(line: Line, at: number): boolean {
  const { lower, nameless, shouted, placeHead, otherHead } = wordOf(line.units[at] as Unit);
  if (SURNAME_HEADS.has(lower) || shouted || lower.length < 3) return false;
  if (nameless || placeHead || otherHead) return true;
  // "President Bush" is addressed so, "Member State" and "Chemist Warehouse" are not.
  const before = wordOf(line.units[at - 1] as Unit);
  return (line.titleCase || !(before.honorific || before.lower === 'president')) && isEnglish(lower);
}

/** The names of a run that turned out to name no person after its title. */
function readRest(line: Line, from: number, run: number, found: Candidate[]): number {
  let i = from;
  while (i < run) {
    const { to, candidate } = readName(line, i, run, knownAt(line, i, complementLimit(line, i)));
    if (candidate) found.push(candidate);
    i = Math.max(to, i + 1);
  }
  return i;
}
