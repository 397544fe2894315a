/** Where inside a run of capitalised words an office or form of address begins, and where its words mean none. */
import { OFFICES_IN_NAMES, OWNERS_IN_NAMES, SURNAME_HEADS } from '../lexicon/name-parts.ts';
import { words } from '../lexicon/words.ts';
import { endsInHead } from './heads.ts';
import { complementLimit, knownAt, type Line } from './line.ts';
import type { Unit } from './units.ts';
import { type Word, wordOf } from './word.ts';

/** The first unit after `i` where an office or abbreviated form of address begins; `run`, the end, where none does. */
export function nextTitle(line: Line, i: number, run: number): number {
  const { units } = line;
  for (let k = i + 1; k < run; k++) {
    const word = wordOf(units[k] as Unit);
    if (!word.office && !(word.honorific && word.text.endsWith('.'))) continue;
    if (k + 1 < run && word.suffix) continue;
    if (isHeadedInstead(line, i, k, run) || ownsName(line, k)) continue;
    let first = k;
    while (first > i && wordOf(units[first - 1] as Unit).modifier && !endsKnown(line, i, first)) first--;
    const { lower } = units[first] as Unit;
    if (first > i && (lower === 'county' || lower === 'city')) first++;
    return first === i ? k : first;
  }
  return run;
}

/** Bodies that the words before them name and that an office may follow: "Justice Department Spokesman". */
const BODIES: ReadonlySet<string> = new Set(
  words(`ministry department party council committee commission parliament congress senate agency bureau union police
  army navy bank university`),
);

/** Whether a known name or one with an organisation's head word ends before unit `end`. */
function endsKnown(line: Line, i: number, end: number): boolean {
  if (end - i > 1 && BODIES.has((line.units[end - 1] as Unit).lower)) return true;
  for (let from = end - 1; from >= i && from >= end - 4; from--) {
    const known = knownAt(line, from, end);
    if (known?.to === end && known.entry.kind !== 'adjective') return true;
  }
  return false;
}

/** "General Assembly", "Coast Guard", "Student Union": words of office that belong to an organisation's or a place's name. */
export function isHeadedInstead(line: Line, from: number, head: number, run: number): boolean {
  const { units } = line;
  const office = wordOf(units[head] as Unit);
  if (head === run - 1)
    return head > from && (office.organizationHead || isSurname(line, from, head) || isGeneral(line, head));
  const known = knownAt(line, from, complementLimit(line, from));
  if (known?.entry.kind === 'organization' && known.to > head) return true;
  const last = wordOf(units[run - 1] as Unit);
  if (run - head <= 3 && !last.givenName && headsOnlyThings(last)) return true;
  if (run - head > 3 || wordOf(units[head + 1] as Unit).givenName) return false;
  return OFFICES_IN_NAMES.has(office.lower) && endsInHead(line, run);
}

/** "Michel Mayor", "John Major": an office behind a given name alone. */
function isSurname({ units }: Line, from: number, head: number): boolean {
  const given = wordOf(units[from] as Unit);
  return (
    head === from + 1 && given.givenName && !given.honorific && !given.office && !given.modifier && given.known === null
  );
}

/** "Consulate General". */
const isGeneral = ({ units }: Line, head: number): boolean =>
  (units[head] as Unit).lower === 'general' && wordOf(units[head - 1] as Unit).organizationHead;

/** "General Santos City", "Oil Producers Association": whether a head word is no surname as well. */
function headsOnlyThings({ lower, organizationHead, placeHead, otherHead }: Word): boolean {
  return lower === 'city' || ((organizationHead || placeHead || otherHead) && !SURNAME_HEADS.has(lower));
}

/** "Workers", "Bishops". */
export function isOwnerInNames(unit: Unit): boolean {
  const { lower, office, singleOffice } = wordOf(unit);
  return OWNERS_IN_NAMES.has(lower) || (office && !singleOffice && lower.endsWith('s'));
}

/** "Workers' Party", "Children's Hospital": whether unit `i` is a plural of callings that a head word belongs to. */
export function ownsName({ units }: Line, i: number): boolean {
  const mark = units[i + 1];
  const owner = units[i];
  return !!owner && !!mark?.mark && !!mark.glued && !!units[i + 2]?.capital && isOwnerInNames(owner);
}
