import { genderOfOffice, isOffice, isOfficeModifier } from '../lexicon/titles.ts';
import type { Gender, Span } from '../model.ts';
import { lookUp } from './gazetteer.ts';
import type { Unit } from './units.ts';

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
  let k = name - 1;
  if (units[k]?.text === ',') {
    // "the envoy, Jane Roe, said": without the second comma the first one ends a clause.
    if (!/^[,.;)]$/.test(units[end]?.text ?? '.')) return null;
    k--;
  }
  const head = units[k];
  if (!head || head.mark || head.capital || !isOffice(head.lower) || head.lower.endsWith('s')) return null;
  let first = k;
  while (first > 0 && first > k - REACH) {
    const unit = units[first - 1] as Unit;
    if (
      unit.mark ||
      unit.capital ||
      !(
        isOfficeModifier(unit.lower) ||
        unit.lower === 'and' ||
        isOffice(unit.lower) ||
        unit.pos === 'ADJ' ||
        unit.pos === 'NOUN'
      )
    )
      break;
    if (isPlural(unit)) break;
    first--;
  }
  const affiliation = affiliationBefore(units, first);
  const start = affiliation?.start ?? (units[first] as Unit).start;
  return {
    title: text.slice((units[first] as Unit).start, head.end),
    affiliation: affiliation?.text ?? null,
    gender: genderOfOffice(head.lower),
    start,
    end: head.end,
  };
}

/** The office in words after a name and a comma: "Kojo Asamani, the Ghanaian envoy," or "…, who is Ospanova's deputy". */
export function appositionAfter(text: string, units: readonly Unit[], name: number): Title | null {
  if (units[name]?.text !== ',') return null;
  let k = name + 1;
  if (units[k]?.lower === 'who' && /^(?:is|was)$/.test(units[k + 1]?.lower ?? '')) k += 2;
  const start = units[k]?.start;
  if (start === undefined) return null;
  if (/^(?:the|a|an|his|her|their|its)$/.test(units[k]?.lower ?? '')) k++;
  let affiliation: { start: number; text: string } | null = null;
  let first = k;
  for (let j = k; j < k + REACH; j++) {
    const unit = units[j];
    if (!unit) return null;
    if (unit.mark) {
      if (/^['’]s?$/.test(unit.text) && j > k) {
        affiliation = {
          start: (units[first] as Unit).start,
          text: text.slice((units[first] as Unit).start, (units[j - 1] as Unit).end),
        };
        first = j + 1;
        continue;
      }
      return null;
    }
    if (/^['’]s$/.test(unit.text)) {
      affiliation = {
        start: (units[first] as Unit).start,
        text: text.slice((units[first] as Unit).start, (units[j - 1] as Unit).end),
      };
      first = j + 1;
      continue;
    }
    if (isOffice(unit.lower) && !unit.lower.endsWith('s')) {
      const next = units[j + 1];
      if (next && !next.mark && (isOffice(next.lower) || isOfficeModifier(next.lower) || next.lower === 'and'))
        continue;
      const end = endOfField(units, j + 1);
      // "Lee, minister of …" is an office; "Lee, Prime Minister Abe and …" begins another name.
      if (unit.capital && units[j + 1]?.capital) return null;
      return {
        title: text.slice((units[first] as Unit).start, end),
        affiliation: affiliation?.text ?? null,
        gender: genderOfOffice(unit.lower),
        start,
        end,
      };
    }
    const known = lookUp(unit.text);
    if (known && known.kind !== 'adjective' && j === first) {
      affiliation = { start: unit.start, text: unit.text };
      first = j + 1;
      continue;
    }
    if (/^(?:VERB|AUX|PRON|SCONJ|DET)$/.test(unit.pos) && !unit.capital && !/(?:ed|ing)$/.test(unit.lower)) return null;
    if (/^(?:in|on|at|of|for|by|with|from|to)$/.test(unit.lower)) return null;
  }
  return null;
}

/** The offset after what "of" or "for" adds to an office: "a lecturer at the University of Zambia". */
function endOfField(units: readonly Unit[], from: number): number {
  let end = (units[from - 1] as Unit).end;
  if (!/^(?:of|for|at|in)$/.test(units[from]?.lower ?? '')) return end;
  for (let k = from + 1; k < from + REACH; k++) {
    const unit = units[k];
    if (!unit || unit.mark) return end;
    if (unit.capital) end = unit.end;
    else if (!/^(?:the|of|and|for)$/.test(unit.lower)) return end;
  }
  return end;
}

function affiliationBefore(units: readonly Unit[], first: number): { start: number; text: string } | null {
  let k = first - 1;
  if (/^['’]s?$/.test(units[k]?.text ?? '')) k--;
  const unit = units[k];
  if (!unit?.capital) return null;
  let start = k;
  while (start > 0 && (units[start - 1] as Unit).capital && k - start < 4) start--;
  for (let s = start; s <= k; s++) {
    const name = units
      .slice(s, k + 1)
      .map(({ text }) => text)
      .join(' ');
    const known = lookUp(name);
    if (known && known.kind !== 'adjective') return { start: (units[s] as Unit).start, text: name };
  }
  // "Labour Party leader": an unknown organisation's name right before the office.
  const whole = units[start] as Unit;
  if (k !== first - 1 || whole.opens || lookUp(whole.text)?.kind === 'adjective') return null;
  return {
    start: whole.start,
    text: units
      .slice(start, k + 1)
      .map(({ text }) => text)
      .join(' '),
  };
}

function isPlural({ lower, pos }: Unit): boolean {
  return (
    pos === 'NOUN' &&
    lower.endsWith('s') &&
    !/(?:ss|us|is|sports|affairs|news|operations|communications|defence|rights|sciences|economics)$/.test(lower)
  );
}
