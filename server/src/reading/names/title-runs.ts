/** Offices and forms of address in capitals, with their fields: "Minister for Europe and Foreign Affairs Luc Delormeau". */
import { SURNAME_HEADS } from '../lexicon/name-parts.ts';
import { genderOfOffice, OFFICES, officeAbbreviated, PORTFOLIO } from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Gender, Span } from '../model.ts';
import type { Candidate } from './candidate.ts';
import { withComplement } from './complements.ts';
import { headClass } from './heads.ts';
import { knownAt, type Line, textOf } from './line.ts';
import { knownName, readName } from './naming.ts';
import { endOfRun, LONGEST_RUN } from './runs.ts';
import { isHeadedInstead, nextTitle } from './title-bounds.ts';
import type { Title } from './titles.ts';
import type { Unit } from './units.ts';
import { wordOf } from './word.ts';

/** A title, and the index of the unit after it. */
interface TitleRun {
  readonly title: Title;
  readonly to: number;
  /** Whether what follows can only be the name, even past the run. */
  readonly reachedName: boolean;
  /** Names inside the office's field: "President of Argentina". */
  readonly names: readonly Candidate[];
}

/** Words for persons that are no titles before a name: "Woman Grand Master". */
const PLAIN_PERSONS: ReadonlySet<string> = new Set(words('man woman men women boy girl boys girls person child baby'));

/** An office or form of address that begins at `i`: its words, and where the name after it would begin. */
export function titleAt(
  line: Line,
  i: number,
  run: number,
  affiliation: (Span & { text: string }) | null,
): TitleRun | null {
  let k = i;
  let head = -1;
  let gender: Gender = null;
  let honorific = true;
  while (k < run) {
    const unit = line.units[k] as Unit;
    const { office, honorific: isHonorific, singleOffice, modifier } = wordOf(unit);
    if ((office && !(unit.capital && k + 1 < run && PLAIN_PERSONS.has(unit.lower))) || isHonorific) {
      // "King" and "Major" are surnames too: the last word of a run that has no name after it is no office.
      if (k > i && k + 1 === run && !singleOffice) break;
      if (head < 0 && k === i && k + 1 === run && !office && !complementFollows(line, k)) break;
      head = k;
      gender = genderOfOffice(withoutStop(unit.lower)) ?? gender;
      if (office && !(isHonorific && unit.text.endsWith('.'))) honorific = honorific && isHonorific && k === i;
      k++;
      continue;
    }
    if (modifier && !(knownAt(line, k, run)?.entry.kind === 'organization' && head < 0)) {
      k++;
      continue;
    }
    if (unit.lower === 'and' || unit.text === '&') {
      k++;
      continue;
    }
    break;
  }
  if (head < 0 || isHeadedInstead(line, i, head, run)) return null;
  let to = head + 1;
  // "State Councilor and Foreign Minister": a second office after "and".
  const second = line.units[to];
  if (second && (second.lower === 'and' || second.text === '&' || second.text === '/') && line.units[to + 1]?.capital) {
    const more = titleAt(line, to + 1, endOfRun(line, to + 1), null);
    if (more) {
      const title = makeTitle(line, i, more.to, affiliation, more.title.gender ?? gender);
      return { title, to: more.to, reachedName: true, names: more.names };
    }
  }
  const names: Candidate[] = [];
  const end = endOfField(line, to, names);
  let reachedName = end > to;
  to = end;
  if (
    to === head + 1 &&
    to < run &&
    honorific &&
    line.units[head]?.text.endsWith('.') === false &&
    !wordOf(line.units[head] as Unit).office
  ) {
    reachedName = true;
  }
  const [held, ...others] = names;
  const offset = (line.units[to - 1] as Unit).end;
  const isHolder = held?.known?.kind === 'place' || (held && held.shape.organization >= 4);
  if (held && others.length === 0 && isHolder && held.end === offset && affiliation === null) {
    // "President of Argentina" is president there, as "Argentine President" is.
    const title = makeTitle(line, i, head + 1, null, gender);
    return { title: { ...title, affiliation: held.text, end: offset }, to, reachedName, names };
  }
  return { title: makeTitle(line, i, to, affiliation, gender, honorific && to === head + 1), to, reachedName, names };
}

function complementFollows(line: Line, k: number): boolean {
  const next = line.units[k + 1]?.lower;
  return next === 'of' || next === 'for';
}

function withoutStop(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

function makeTitle(
  line: Line,
  from: number,
  to: number,
  affiliation: (Span & { text: string }) | null,
  gender: Gender,
  honorific = false,
): Title {
  const start = (line.units[from] as Unit).start;
  const { end, lower } = line.units[to - 1] as Unit;
  const isAddress = honorific && !OFFICES.has(lower) && officeAbbreviated(lower) === null;
  return {
    title: isAddress ? null : spelledOut(textOf(line, from, to)),
    affiliation: affiliation?.text ?? null,
    gender,
    start: affiliation ? affiliation.start : start,
    end,
  };
}

/** "Lt. Gov." is "Lieutenant Governor". */
const spelledOut = (title: string): string => title.replace(/\p{L}+\.?/gu, word => officeAbbreviated(word) ?? word);

/**
 * The index after an office's field, `k` where it has none: "of External Relations", "for Europe and Foreign Affairs",
 * "of the United States". Names inside it are added to `names`.
 */
function endOfField(line: Line, k: number, names: Candidate[]): number {
  const link = line.units[k]?.lower;
  if (link !== 'of' && link !== 'for' && link !== 'from') return k;
  let j = k + 1;
  if (line.units[j]?.lower === 'the') j++;
  let end = k;
  while (j < k + LONGEST_RUN) {
    const unit = line.units[j];
    if (!unit || unit.mark) {
      if (
        unit?.text === ',' &&
        PORTFOLIO.has(line.units[j + 1]?.lower ?? '') &&
        line.units[j + 1]?.capital &&
        listGoesOn(line, j + 1)
      ) {
        j++;
        continue;
      }
      return end;
    }
    if (unit.lower === 'and' || unit.lower === 'of' || unit.lower === 'the' || unit.lower === 'for') {
      if (end === k && unit.lower !== 'the') return end;
      j++;
      continue;
    }
    if (!unit.capital) return end;
    const body = end === k ? bodyAt(line, j) : null;
    if (body) {
      names.push(body);
      return endingAt(line, j, body.end);
    }
    const known = knownAt(line, j, line.units.length);
    if (known && known.entry.kind !== 'adjective' && !(PORTFOLIO.has(unit.lower) && known.to === j + 1)) {
      const before = (line.units[j - 1] as Unit).lower;
      if (end > k && before !== 'of' && before !== 'and' && before !== 'the') return end;
      const run = endOfRun(line, j);
      const full = withComplement(line, j, Math.max(known.to, Math.min(run, nextTitle(line, j, run))));
      if (full.to > known.to && headClass(line, j, full.plain) !== null) return end;
      const { candidate } = knownName(line, j, known);
      if (candidate) names.push(candidate);
      j = known.to;
      end = j;
      continue;
    }
    if (!PORTFOLIO.has(unit.lower)) return end;
    j++;
    end = j;
  }
  return end;
}

/** The organisation that its head word tells at unit `j`: "President of the | European Council". */
function bodyAt(line: Line, j: number): Candidate | null {
  const { units } = line;
  const run = nextTitle(line, j, endOfRun(line, j));
  for (let to = run; to > j + 1; to--) {
    const { organizationHead, lower } = wordOf(units[to - 1] as Unit);
    if (!organizationHead || PORTFOLIO.has(lower) || SURNAME_HEADS.has(lower)) continue;
    if (to < run && !wordOf(units[to] as Unit).givenName) continue;
    const { candidate } = readName(line, j, to, knownAt(line, j, to));
    return candidate && candidate.end === (units[to - 1] as Unit).end ? candidate : null;
  }
  return null;
}

/** The index after the unit that ends at an offset. */
function endingAt({ units }: Line, from: number, end: number): number {
  let k = from;
  while (k < units.length && (units[k] as Unit).end < end) k++;
  return k + 1;
}

function listGoesOn(line: Line, j: number): boolean {
  for (let k = j; k < j + 8; k++) if (line.units[k]?.lower === 'and') return true;
  return false;
}
