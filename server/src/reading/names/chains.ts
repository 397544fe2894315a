import { FUNCTION_WORDS, MONTHS, NOT_ACRONYMS, WEEKDAYS } from '../lexicon/function-words.ts';
import {
  DIRECTIONS,
  isField,
  OFFICES_IN_NAMES,
  ORDINARY_NAMES,
  ORGANIZATION_OPENERS,
  ORGANIZATION_STARTS,
  OTHER_OPENERS,
  OWNERS_IN_NAMES,
  PARTIES,
  SURNAME_HEADS,
} from '../lexicon/name-parts.ts';
import {
  DOCUMENT_HEADS,
  EVENT_HEADS,
  HEADS_WITH_COMPLEMENT,
  ORGANIZATION_HEADS,
  OTHER_HEADS,
} from '../lexicon/organizations.ts';
import { isGivenName } from '../lexicon/people.ts';
import { PLACE_HEADS, PLACE_OPENERS, STATE_ABBREVIATIONS } from '../lexicon/places.ts';
import {
  genderOfOffice,
  HONORIFICS,
  isOffice,
  NAME_SUFFIXES,
  OFFICES,
  PARTICLES,
  PORTFOLIO,
} from '../lexicon/titles.ts';
import { words } from '../lexicon/words.ts';
import type { Gender, Span } from '../model.ts';
import type { Candidate } from './candidate.ts';
import { contextOf, NO_SCORES, noScores, type Scores, shapeOf } from './evidence.ts';
import { type Entry, lookUp } from './gazetteer.ts';
import { isPlain, keyOf } from './keys.ts';
import { type Known, knownAt, type Line, textOf } from './line.ts';
import { appositionAfter, callingBefore, isModifier, type Title } from './titles.ts';
import type { Unit } from './units.ts';

/** No name has more words; a longer run of capitals is a headline or a list. */
const LONGEST_RUN = 24;

/** Small words that begin a surname and are no English words. */
const NOBLE_PARTICLES: ReadonlySet<string> = new Set(
  words('van von der den de del della di da dos du bin ibn ter al el'),
);
const LONGEST_PARTICLE = 5;

const ABSTRACT = /(?:tion|sion|ment|ness|ity|ology|ics|ance|ence|ship|ing|ure)s?$/;

/** A model's number after a maker's name: "707", "A300s"; a year is none. */
function isModel(unit: Unit | undefined): boolean {
  return (
    !!unit &&
    !unit.glued &&
    /^(?:\p{Lu}{1,3}-?)?\d{2,4}\p{L}{0,2}$/u.test(unit.text) &&
    !/^(?:19|20)\d\d$/.test(unit.text)
  );
}

const ABBREVIATED_AT_END =
  /^(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Gen|Col|Mass|Ill|Miss|Wash|Fig|Art|Ore|Me)\.$/;

/** Reads the runs of capitalised words of one paragraph from left to right. */
export class ChainReader {
  readonly #line: Line;
  readonly #found: Candidate[] = [];
  /** Names inside the field of an office: "President of Argentina". */
  #inFields: Candidate[] = [];

  constructor(line: Line) {
    this.#line = line;
  }

  read(): readonly Candidate[] {
    const { units } = this.#line;
    for (let i = 0; i < units.length; ) {
      const { capital, text } = units[i] as Unit;
      const small = !capital && (text.length > LONGEST_PARTICLE || !(units[i + 1]?.capital || units[i + 2]?.capital));
      i = !small && this.#startsName(i) ? this.#readChain(i) : i + 1;
    }
    return this.#found;
  }

  #unit(i: number): Unit | undefined {
    return this.#line.units[i];
  }

  #startsName(i: number): boolean {
    const unit = this.#unit(i);
    if (!unit || unit.mark) return false;
    if (!unit.capital) {
      const digit = unit.text.charCodeAt(0);
      if (digit >= 48 && digit <= 57) return knownAt(this.#line, i, i + 3) !== null;
      return NOBLE_PARTICLES.has(unit.text) && this.#pastParticles(i) > i;
    }
    if (knownAt(this.#line, i, i + 6)) return true;
    if (FUNCTION_WORDS.has(unit.lower)) return HONORIFICS.has(unit.lower) && !!this.#unit(i + 1)?.capital;
    if (WEEKDAYS.has(unit.lower) || this.#isMonth(i)) return false;
    if (!unit.opens && !this.#line.titleCase) return true;
    if (unit.pos === 'PROPN' || unit.pos === 'NOUN' || unit.pos === 'ADJ' || unit.pos === 'X') return true;
    // A tagger takes unknown names at the start of a sentence for verbs and adverbs; two verbs or two capitals in a row
    // are likelier a name.
    const next = this.#unit(i + 1);
    if (next?.pos === 'VERB' || next?.pos === 'AUX' || (unit.pos === 'VERB' && !/(?:ing|ed)$/.test(unit.lower)))
      return true;
    if (isModifier(unit.lower) || isOffice(unit.lower)) return true;
    return (
      !this.#line.titleCase &&
      !!next?.capital &&
      !next.glued &&
      !FUNCTION_WORDS.has(next.lower) &&
      isGivenName(unit.text)
    );
  }

  #isMonth(i: number): boolean {
    const unit = this.#unit(i);
    if (!unit || !MONTHS.has(unit.lower)) return false;
    const before = this.#unit(i - 1);
    return (
      /^\d/.test(this.#unit(i + 1)?.text ?? '') ||
      !before?.capital ||
      FUNCTION_WORDS.has(before.lower) ||
      WEEKDAYS.has(before.lower) ||
      /^\d/.test(before.text)
    );
  }

  /** The end of the run of capitalised words, and of small words and initials inside it, that begins at `i`. */
  #endOfRun(i: number): number {
    let j = i + 1;
    while (j < i + LONGEST_RUN) {
      const unit = this.#unit(j);
      if (!unit) return j;
      if (!unit.mark && unit.glued && !this.#unit(j - 1)?.text.endsWith('.')) return j;
      if (!unit.mark && unit.capital) {
        if (
          WEEKDAYS.has(unit.lower) ||
          this.#isMonth(j) ||
          (FUNCTION_WORDS.has(unit.lower) &&
            unit.text.length > 1 &&
            !unit.shouted &&
            !NAME_SUFFIXES.has(unit.lower) &&
            !(unit.text === 'May' && isGivenName((this.#line.units[j - 1] as Unit).text)))
        )
          return j;
        if (
          this.#line.titleCase &&
          (unit.pos === 'VERB' || unit.pos === 'AUX') &&
          !isGivenName(unit.text) &&
          !lookUp(unit.text)
        )
          return j;
        if (unit.opens) return j;
        j++;
        continue;
      }
      if (
        unit.text === '&' &&
        this.#unit(j + 1)?.capital &&
        !(isGivenName(this.#unit(j - 1)?.text ?? '') && isGivenName(this.#unit(j + 1)?.text ?? ''))
      ) {
        j++;
        continue;
      }
      if (
        /^\d{1,3}$/.test(unit.text) &&
        !unit.glued &&
        /^(?:Area|Channel|Route|Sector|Flight|Highway|Building|Camp|Unit|Apollo|Soyuz|Sky|Canal|Studio|Platform|Gate|Pier)$/.test(
          this.#unit(j - 1)?.text ?? '',
        )
      ) {
        j++;
        continue;
      }
      const past = this.#pastParticles(j);
      if (past === j) return j;
      j = past;
    }
    return j;
  }

  #pastParticles(j: number): number {
    let k = j;
    while (k < j + 3 && PARTICLES.has(this.#unit(k)?.lower ?? '') && !this.#unit(k)?.mark) k++;
    if (k === j) return j;
    const after = this.#unit(k);
    const particle = this.#unit(j)?.lower ?? '';
    if (!after?.capital || after.opens || (this.#line.titleCase && /^(?:as|an|at|a)$/.test(particle))) return j;
    if (
      /^(?:as|an|at|ad|ben|do|e|i|y|las|los|la|le|ten|die|des|den|san|santa|ar|mac|mc|st|ter|te|vom|az|ur|ash|af|av)$/.test(
        particle,
      )
    ) {
      if (
        particle === 'as' ||
        particle === 'an' ||
        particle === 'at' ||
        particle === 'do' ||
        particle === 'i' ||
        particle === 'ad'
      )
        return j;
    }
    return k;
  }

  #readChain(from: number): number {
    const run = this.#endOfRun(from);
    let i = from;
    let titles: Title[] = [];
    let affiliation: (Span & { text: string }) | null = null;
    while (i < run) {
      const unit = this.#line.units[i] as Unit;
      if (unit.mark || (!unit.capital && i > from && !/^\d/.test(unit.text) && !knownAt(this.#line, i, run))) {
        i++;
        continue;
      }
      this.#inFields = [];
      const body = knownAt(this.#line, i, this.#complementLimit(i));
      const isBody =
        body &&
        ((body.entry.kind === 'organization' && body.to > i + 1) ||
          (body.entry.kind === 'place' && !OFFICES.has(unit.lower) && !HONORIFICS.has(unit.lower.replace(/\.$/, ''))));
      const title = isBody || this.#ownsName(i) ? null : this.#titleAt(i, run, affiliation);
      if (title) {
        titles = [...titles, ...title.titles];
        this.#found.push(
          ...this.#inFields.filter((one, k, all) => all.findIndex(({ start }) => start === one.start) === k),
        );
        affiliation = null;
        if (title.to >= run || !(this.#line.units[title.to] as Unit).capital) {
          // The name may come after the office's field: "Minister of Health Jane Roe".
          const field = this.#unit(title.to);
          return field?.capital && title.to >= run && this.#startsName(title.to) && title.reachedName
            ? this.#readPerson(title.to, this.#endOfRun(title.to), titles)
            : Math.max(title.to, run === title.to ? run : title.to);
        }
        const isNext = this.#titleAt(title.to, run, null);
        if (isNext && isNext.to < run) {
          i = title.to;
          continue;
        }
        return this.#readPerson(title.to, run, titles);
      }
      const stop = this.#nextTitle(i, run);
      const known = knownAt(this.#line, i, Math.max(stop, this.#complementLimit(i)));
      const { to, candidate } = this.#readName(i, stop, known);
      if (candidate) {
        this.#found.push(candidate);
        affiliation = { start: candidate.start, end: candidate.end, text: candidate.text };
      }
      i = Math.max(to, i + 1);
    }
    return Math.max(i, run);
  }

  /** "Workers' Party", "Children's Hospital": a plural of callings that a head word belongs to. */
  #ownsName(i: number): boolean {
    const mark = this.#unit(i + 1);
    return (
      !!mark?.mark && !!mark.glued && OWNERS_IN_NAMES.has(this.#unit(i)?.lower ?? '') && !!this.#unit(i + 2)?.capital
    );
  }

  /** Known names may hold small words that end a run: "Trinidad and Tobago". */
  #complementLimit(i: number): number {
    return Math.min(this.#line.units.length, i + 8);
  }

  #nextTitle(i: number, run: number): number {
    for (let k = i + 1; k < run; k++) {
      const { lower, text } = this.#line.units[k] as Unit;
      if (!isOffice(lower) && !(HONORIFICS.has(lower.replace(/\.$/, '')) && text.endsWith('.'))) continue;
      if (k + 1 < run && NAME_SUFFIXES.has(lower)) continue;
      if (this.#isHeadedInstead(i, k, run)) continue;
      let first = k;
      while (first > i && isModifier((this.#line.units[first - 1] as Unit).lower) && !this.#endsKnown(i, first))
        first--;
      if (first > i && /^(?:county|city)$/.test((this.#line.units[first] as Unit).lower)) first++;
      return first === i ? k : first;
    }
    return run;
  }

  /** Whether a known name or one with an organisation's head word ends before unit `end`. */
  #endsKnown(i: number, end: number): boolean {
    const last = this.#line.units[end - 1] as Unit;
    if (
      ORGANIZATION_HEADS.has(last.lower) &&
      end - i > 1 &&
      !isOffice(last.lower) &&
      /^(?:ministry|department|office|party|council|committee|commission|parliament|congress|senate|agency|bureau|union|police|army|navy|bank|university)$/.test(
        last.lower,
      )
    )
      return true;
    return [1, 2, 3, 4].some(
      n =>
        end - n >= i &&
        knownAt(this.#line, end - n, end)?.to === end &&
        knownAt(this.#line, end - n, end)?.entry.kind !== 'adjective',
    );
  }

  /** An office or form of address that begins at `i`: its words, and where the name after it would begin. */
  #titleAt(
    i: number,
    run: number,
    affiliation: (Span & { text: string }) | null,
  ): { titles: Title[]; to: number; reachedName: boolean } | null {
    let k = i;
    let head = -1;
    let gender: Gender = null;
    let honorific = true;
    while (k < run) {
      const unit = this.#line.units[k] as Unit;
      const bare = unit.lower.replace(/\.$/, '');
      const isHonorific = HONORIFICS.has(bare);
      const office = isOffice(unit.lower);
      if (office || isHonorific) {
        // "King" and "Major" are surnames too: the last word of a run that has no name after it is no office.
        if (k > i && k + 1 === run && !OFFICES.has(unit.lower)) break;
        if (head < 0 && k === i && k + 1 === run && !office && !this.#complementFollows(k)) break;
        head = k;
        gender = genderOfOffice(bare) ?? gender;
        if (office && !(isHonorific && unit.text.endsWith('.'))) honorific = honorific && isHonorific && k === i;
        k++;
        continue;
      }
      if (isModifier(unit.lower) && !(knownAt(this.#line, k, run)?.entry.kind === 'organization' && head < 0)) {
        k++;
        continue;
      }
      if (unit.lower === 'and' || unit.text === '&') {
        k++;
        continue;
      }
      break;
    }
    if (head < 0 || this.#isHeadedInstead(i, head, run)) return null;
    let to = head + 1;
    // "State Councilor and Foreign Minister": a second office after "and".
    const second = this.#unit(to);
    if (
      second &&
      (second.lower === 'and' || second.text === '&' || second.text === '/') &&
      this.#unit(to + 1)?.capital
    ) {
      const more = this.#titleAt(to + 1, this.#endOfRun(to + 1), null);
      if (more) {
        const title = this.#makeTitle(i, more.to, affiliation, more.titles[0]?.gender ?? gender);
        return { titles: [title], to: more.to, reachedName: true };
      }
    }
    const field = this.#pastField(to);
    let reachedName = false;
    if (field.to > to) {
      to = field.to;
      reachedName = true;
      this.#inFields.push(...field.names);
    }
    if (
      to === head + 1 &&
      to < run &&
      honorific &&
      this.#unit(head)?.text.endsWith('.') === false &&
      !isOffice((this.#unit(head) as Unit).lower)
    ) {
      reachedName = true;
    }
    const [held, ...others] = field.names;
    const end = (this.#line.units[to - 1] as Unit).end;
    if (held && others.length === 0 && held.known?.kind === 'place' && held.end === end && affiliation === null) {
      // "President of Argentina" is president there, as "Argentine President" is.
      const title = this.#makeTitle(i, head + 1, null, gender);
      return { titles: [{ ...title, affiliation: held.text, end }], to, reachedName };
    }
    return { titles: [this.#makeTitle(i, to, affiliation, gender, honorific && to === head + 1)], to, reachedName };
  }

  /** "General Assembly", "Coast Guard", "Student Union": words of office that belong to an organisation's or a place's name. */
  #isHeadedInstead(from: number, head: number, run: number): boolean {
    const office = (this.#line.units[head] as Unit).lower;
    const last = this.#line.units[run - 1] as Unit;
    if (head === run - 1) return head > from && ORGANIZATION_HEADS.has(office);
    const known = knownAt(this.#line, from, this.#complementLimit(from));
    if (known?.entry.kind === 'organization' && known.to > head) return true;
    if (run - head > 3 || isGivenName((this.#line.units[head + 1] as Unit).text)) return false;
    return (
      OFFICES_IN_NAMES.has(office) &&
      (ORGANIZATION_HEADS.has(last.lower) || PLACE_HEADS.has(last.lower) || OTHER_HEADS.has(last.lower))
    );
  }

  #complementFollows(k: number): boolean {
    return /^(?:of|for)$/.test(this.#unit(k + 1)?.lower ?? '');
  }

  #makeTitle(
    from: number,
    to: number,
    affiliation: (Span & { text: string }) | null,
    gender: Gender,
    honorific = false,
  ): Title {
    const start = (this.#line.units[from] as Unit).start;
    const end = (this.#line.units[to - 1] as Unit).end;
    return {
      title: honorific && !OFFICES.has((this.#line.units[to - 1] as Unit).lower) ? null : textOf(this.#line, from, to),
      affiliation: affiliation?.text ?? null,
      gender,
      start: affiliation ? affiliation.start : start,
      end,
    };
  }

  /** The index after an office's field: "of External Relations", "for Europe and Foreign Affairs", "of the United States". */
  #pastField(k: number): { to: number; names: readonly Candidate[] } {
    const names: Candidate[] = [];
    return { to: this.#fieldEnd(k, names), names };
  }

  #fieldEnd(k: number, names: Candidate[]): number {
    if (!/^(?:of|for|from)$/.test(this.#unit(k)?.lower ?? '')) return k;
    let j = k + 1;
    if (this.#unit(j)?.lower === 'the') j++;
    let end = k;
    while (j < k + LONGEST_RUN) {
      const unit = this.#unit(j);
      if (!unit || unit.mark) {
        if (
          unit?.text === ',' &&
          PORTFOLIO.has(this.#unit(j + 1)?.lower ?? '') &&
          this.#unit(j + 1)?.capital &&
          this.#listGoesOn(j + 1)
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
      const known = knownAt(this.#line, j, this.#line.units.length);
      if (known && known.entry.kind !== 'adjective' && !(PORTFOLIO.has(unit.lower) && known.to === j + 1)) {
        if (end > k && !/^(?:of|and|the)$/.test((this.#line.units[j - 1] as Unit).lower)) return end;
        const run = this.#endOfRun(j);
        const full = this.#withComplement(j, Math.max(known.to, Math.min(run, this.#nextTitle(j, run))));
        if (full.to > known.to && this.#headClass(j, full.plain) !== null) return end;
        const { candidate } = this.#knownName(j, known);
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

  #listGoesOn(j: number): boolean {
    for (let k = j; k < j + 8; k++) if (this.#unit(k)?.lower === 'and') return true;
    return false;
  }

  #readPerson(from: number, run: number, titles: readonly Title[]): number {
    let to = from;
    while (to < run && to < from + 6) {
      const unit = this.#line.units[to] as Unit;
      if (to > from && this.#line.titleCase && (unit.pos === 'VERB' || unit.pos === 'AUX')) break;
      if (to > from && isOffice(unit.lower) && to + 1 < run && !isGivenName(unit.text)) break;
      to++;
    }
    to = this.#pastSuffix(to);
    const known = knownAt(this.#line, from, run);
    if (known && known.to === to && known.entry.kind !== 'place' && known.entry.kind !== 'adjective')
      return this.#readRest(from, run);
    if (known?.entry.kind === 'demonym' && known.to < to) return this.#readRest(from, run);
    const last = this.#line.units[to - 1] as Unit;
    if (
      to - from > 1 &&
      this.#headClass(from, to) !== null &&
      !isGivenName((this.#line.units[from] as Unit).text) &&
      last.lower !== 'young'
    )
      return this.#readRest(from, run);
    this.#found.push(
      this.#make(from, to, { person: 6, organization: 0, place: 0, other: 0 }, { sure: true, titles, known: null }),
    );
    return Math.max(to, run);
  }

  #readRest(from: number, run: number): number {
    let i = from;
    while (i < run) {
      const { to, candidate } = this.#readName(i, run, knownAt(this.#line, i, this.#complementLimit(i)));
      if (candidate) this.#found.push(candidate);
      i = Math.max(to, i + 1);
    }
    return i;
  }

  #pastSuffix(to: number): number {
    const next = this.#unit(to);
    if (!next) return to;
    if (NAME_SUFFIXES.has(next.lower) && next.capital) return to + 1;
    if (next.text === ',' && /^(?:jr|sr)\.?$/.test(this.#unit(to + 1)?.lower ?? '')) return to + 2;
    return to;
  }

  /** The class that the head word of a run gives it. */
  #headClass(from: number, to: number): 'organization' | 'place' | 'other' | null {
    const last = this.#line.units[to - 1] as Unit;
    const first = this.#line.units[from] as Unit;
    if (to - from > 1) {
      if (OTHER_OPENERS.has(first.lower)) return 'other';
      if (ORGANIZATION_STARTS.has(first.lower)) return 'organization';
      if (to - from === 2 && ORGANIZATION_OPENERS.has(first.lower) && lookUp(last.text)?.kind === 'place')
        return 'organization';
      if (
        OTHER_HEADS.has(last.lower) &&
        !/^(?:initiative|plan|project|mission|congress|conference|league|campaign|report|open|era|god)$/.test(
          last.lower,
        )
      )
        return 'other';
      const place = PLACE_HEADS.has(last.lower);
      const organization =
        ORGANIZATION_HEADS.has(last.lower) || ORGANIZATION_HEADS.has(last.lower.slice(last.lower.lastIndexOf('-') + 1));
      if (place && organization) return 'organization';
      if (organization) return 'organization';
      if (place) return 'place';
      if (PLACE_OPENERS.has(first.text) && !isGivenName(first.text)) return 'place';
      if (OTHER_HEADS.has(last.lower)) return 'other';
      for (let k = from; k + 1 < to; k++) {
        const { lower } = this.#line.units[k] as Unit;
        if (OTHER_HEADS.has(lower) && k > from) return 'other';
        if (HEADS_WITH_COMPLEMENT.has(lower) && ORGANIZATION_HEADS.has(lower)) return 'organization';
      }
    }
    return null;
  }

  #readName(from: number, stop: number, known: Known | null): { to: number; candidate: Candidate | null } {
    const first = this.#line.units[from] as Unit;
    const inner = known ? null : knownAt(this.#line, from + 1, this.#complementLimit(from));
    if (
      inner &&
      inner.entry.kind !== 'adjective' &&
      inner.to >= stop &&
      stop - from > 1 &&
      (first.opens || this.#line.titleCase) &&
      (inner.to > from + 2 || !isGivenName(first.text)) &&
      !DIRECTIONS.has(first.lower) &&
      !ORGANIZATION_OPENERS.has(first.lower)
    ) {
      return { to: from + 1, candidate: null };
    }
    const beyond =
      DIRECTIONS.has(first.lower) && first.capital && from + 1 < stop && (known === null || known.to === from + 1)
        ? knownAt(this.#line, from + 1, this.#complementLimit(from))
        : null;
    if (beyond?.entry.kind === 'place' && beyond.to >= stop) {
      return {
        to: beyond.to,
        candidate: this.#make(from, beyond.to, NO_SCORES, { sure: true, shape: { ...noScores(), place: 5 } }),
      };
    }
    const full = this.#withComplement(from, stop);
    const head = this.#headClass(from, full.plain);
    const tail = full.to === full.plain ? this.#lowerHead(from, full.plain, known) : null;
    if (tail) return { to: full.plain + 1, candidate: this.#headedName(from, full.plain + 1, tail) };
    if (known && known.to >= full.to) return this.#knownName(from, known);
    if (
      known?.entry.kind === 'organization' &&
      full.to === full.plain &&
      known.to < full.plain &&
      !this.#endsInHead(full.plain)
    ) {
      // "ABC Australia" is one name, "Amnesty International Jane Roe" are two.
      const branch = knownAt(this.#line, known.to, full.plain);
      if (branch?.entry.kind === 'place' && branch.to === full.plain)
        return { to: full.plain, candidate: this.#headedName(from, full.plain, 'organization') };
      if (known.to > from + 1 || full.plain - known.to > 1) return this.#knownName(from, known);
    }
    if (known && (known.entry.kind === 'demonym' || known.entry.kind === 'adjective') && head === null) {
      if (
        known.entry.kind === 'adjective' &&
        full.plain - known.to >= 1 &&
        full.plain - from <= 3 &&
        !this.#splitsAdjective(from)
      ) {
        const rest = this.#unit(known.to);
        if (rest && (isGivenName(rest.text) || full.plain - known.to > 1)) return { to: known.to, candidate: null };
        return this.#unknownName(from, full.plain);
      }
      return this.#knownName(from, known);
    }
    if (
      head === 'other' &&
      known?.entry.kind === 'place' &&
      known.to === full.plain - 1 &&
      /^(?:constitution|law|laws|election|elections|referendum|policy|deal)$/.test(
        (this.#line.units[full.plain - 1] as Unit).lower,
      )
    ) {
      return { to: full.plain, candidate: this.#knownName(from, known).candidate };
    }
    if (
      head === null &&
      full.plain > stop &&
      this.#line.units
        .slice(from, full.plain)
        .some(({ lower, text }) => lower === 'and' || (text === '&' && isField(lower)))
    )
      return { to: full.plain, candidate: null };
    if (head !== null || full.to > full.plain)
      return {
        to: full.to,
        candidate: this.#headedName(from, full.to, head ?? this.#headBeforeComplement(full.plain)),
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
        !isGivenName(first.text) ||
        (known.entry.kind === 'place' && known.entry.country === 'USA')
      ) {
        const next = this.#unit(known.to);
        if (rest > 0 && next && isGivenName(next.text) && !lookUp(next.text)) return this.#knownName(from, known);
        if (
          rest > 0 &&
          known.entry.kind === 'place' &&
          !this.#line.titleCase &&
          rest <= 2 &&
          !knownAt(this.#line, known.to, stop)
        )
          return this.#unknownName(from, full.plain);
        return this.#knownName(from, known);
      }
    }
    return this.#unknownName(from, full.plain);
  }

  /** "Waterloo station", "the Democratic party": a head word that some writers leave without a capital. */
  #lowerHead(from: number, end: number, known: Known | null): 'organization' | 'place' | null {
    const tail = this.#unit(end);
    if (!tail || tail.mark || tail.capital || tail.glued) return null;
    const last = (this.#line.units[end - 1] as Unit).lower;
    if (tail.lower === 'station' && !(known && known.to === end && known.entry.kind !== 'place')) return 'place';
    if (tail.lower === 'administration' && end - from === 1 && known === null) return 'organization';
    if (tail.lower === 'party' && PARTIES.has(last) && end - from <= 2) return 'organization';
    return null;
  }

  /** "Convention on Biological Diversity" is no organisation, "Bank of England" is one. */
  #headBeforeComplement(end: number): 'organization' | 'other' {
    const { lower } = this.#line.units[end - 1] as Unit;
    return DOCUMENT_HEADS.has(lower) || /^(?:battle|treaty|war)$/.test(lower) ? 'other' : 'organization';
  }

  #endsInHead(end: number): boolean {
    const { lower } = this.#line.units[end - 1] as Unit;
    return ORGANIZATION_HEADS.has(lower) || PLACE_HEADS.has(lower) || OTHER_HEADS.has(lower);
  }

  #splitsAdjective(from: number): boolean {
    return this.#line.titleCase && (this.#line.units[from] as Unit).opens === true;
  }

  #knownName(from: number, { entry, to }: Known): { to: number; candidate: Candidate | null } {
    if (entry.kind === 'adjective') return { to, candidate: null };
    if (
      this.#line.units[from]?.text === 'CCTV' &&
      /^(?:footage|cameras?|captured|showed|shows|video|images|recordings?)$/.test(this.#unit(to)?.lower ?? '')
    )
      return { to, candidate: null };
    const single = to === from + 1;
    // "a Boeing 707" is a product.
    if (single && entry.kind === 'organization' && isModel(this.#unit(to))) return { to, candidate: null };
    const unit = this.#line.units[from] as Unit;
    // A country is one wherever it stands.
    const open = single && !unit.shouted && entry.kind !== 'demonym' && !(entry.kind === 'place' && entry.weight === 3);
    const scores = open ? contextOf(this.#line, from, to) : NO_SCORES;
    const weak = single && entry.kind === 'place' && entry.weight === 1;
    const shape = noScores();
    if (entry.kind === 'place') shape.place += weak ? 1 : entry.weight * 2;
    if (entry.kind === 'organization') shape.organization += 4;

    const opens = unit.opens || this.#line.titleCase;
    const sure =
      entry.kind === 'demonym' || entry.kind === 'organization'
        ? !(single && opens && !unit.shouted && this.#isOrdinary(unit))
        : weak
          ? !opens
          : !(opens && single && entry.kind === 'place' && entry.weight < 2);
    return { to, candidate: this.#make(from, to, scores, { sure, known: entry, shape }) };
  }

  /** A known organisation's name that is an ordinary word as well: "Time", "Congress", "Nature". */
  #isOrdinary({ text }: Unit): boolean {
    return ORDINARY_NAMES.has(text);
  }

  #headedName(from: number, to: number, head: 'organization' | 'place' | 'other'): Candidate {
    const shape = noScores();
    shape[head] = 5;
    const last = (this.#line.units[to - 1] as Unit).lower;
    const first = this.#line.units[from] as Unit;
    if (
      head !== 'other' &&
      to - from === 2 &&
      isGivenName(first.text) &&
      !lookUp(first.text) &&
      SURNAME_HEADS.has(last)
    )
      shape.person += 6;
    const named = this.#line.units.slice(from, to).map(({ lower }) => lower);
    const isDocument = DOCUMENT_HEADS.has(last) || DOCUMENT_HEADS.has(named[0] ?? '');
    const category =
      head !== 'other' ? null : isDocument ? 'document' : named.some(word => EVENT_HEADS.has(word)) ? 'event' : null;
    const opens = first.opens && to - from === 2 && lookUp(textOf(this.#line, from, to)) === null;
    return this.#make(from, to, NO_SCORES, {
      sure: !this.#line.titleCase || !opens || HEADS_WITH_COMPLEMENT.has(last),
      category,
      shape,
    });
  }

  #unknownName(from: number, stop: number): { to: number; candidate: Candidate | null } {
    let start = from;
    const first = this.#line.units[from] as Unit;
    if (
      stop - from > 1 &&
      first.opens &&
      first.pos !== 'PROPN' &&
      !isGivenName(first.text) &&
      isGivenName((this.#line.units[from + 1] as Unit).text)
    )
      start++;
    else if (
      stop - from > 1 &&
      first.opens &&
      /^(?:former|acting|ex|longtime|late|ousted|jailed|veteran)$/.test(first.lower)
    )
      start++;
    const to = this.#pastSuffix(stop);
    const length = to - start;
    const unit = this.#line.units[start] as Unit;
    const shape = length > 1 ? shapeOf(this.#line, start, to) : noScores();
    const scores = contextOf(this.#line, start, to);
    if (length === 1 && unit.text.length > 3 && !unit.opens && isGivenName(unit.text)) shape.person += 1.5;
    if (/\.(?:com|org|net|co|au|uk|tv|info|io)$/.test(unit.lower)) shape.organization += 4;
    if (length === 1) {
      if (
        FUNCTION_WORDS.has(unit.lower) ||
        ((unit.shouted || /^\p{Lu}{2,}s$/u.test(unit.text)) && NOT_ACRONYMS.has(unit.text.replace(/s$/, '')))
      )
        return { to, candidate: null };
      if (/^\p{L}\.?$/u.test(unit.text) || /\d/.test(unit.text) || (STATE_ABBREVIATIONS.has(unit.text) && unit.glued))
        return { to, candidate: null };
      if (unit.shouted && unit.text.length >= 2 && !this.#line.shouting) shape.organization += 2;
      if (isOffice(unit.lower) || OTHER_HEADS.has(unit.lower) || (ORGANIZATION_HEADS.has(unit.lower) && !unit.shouted))
        return { to, candidate: null };
      if (unit.shouted && /^\d/.test(this.#unit(to)?.text ?? '')) return { to, candidate: null };
    }
    const sure = length > 1 ? !this.#line.titleCase : !unit.opens && !this.#line.titleCase;
    return { to, candidate: this.#make(start, to, scores, { sure, shape }) };
  }

  /** `plain` is where the capitalised run ends, `to` where the name ends with what "of" or "and" add to it. */
  #withComplement(from: number, stop: number): { plain: number; to: number } {
    let plain = stop;
    let to = stop;
    // "Children's Hospital", "Workers' Party": a plural or a calling before a head word.
    const mark = this.#unit(to);
    if (mark && /^['’]s?$/.test(mark.text) && mark.glued && this.#unit(to + 1)?.capital && !this.#unit(to + 1)?.glued) {
      const end = this.#endOfRun(to + 1);
      const owner = this.#line.units[to - 1] as Unit;
      const generic = OWNERS_IN_NAMES.has(owner.lower) || /^(?:St\.?|Saint)$/.test(this.#unit(to - 2)?.text ?? '');
      if (generic && this.#headClass(from, end) !== null) {
        plain = end;
        to = end;
      }
    }
    const joined = this.#pastAnd(from, to);
    if (joined > to) {
      plain = joined;
      to = joined;
    }
    while (to < from + LONGEST_RUN) {
      const last = (this.#line.units[to - 1] as Unit).lower;
      const link = this.#unit(to)?.lower ?? '';
      if (
        !HEADS_WITH_COMPLEMENT.has(last) &&
        !(to === stop && this.#opensComplement(from, to)) &&
        !(to > plain && link === 'of')
      )
        return { plain, to };
      if (!/^(?:of|for|on|against|without)$/.test(link)) return { plain, to };
      let next = to + 1;
      if (this.#unit(next)?.lower === 'the') next++;
      const unit = this.#unit(next);
      if (
        !unit?.capital ||
        WEEKDAYS.has(unit.lower) ||
        this.#isMonth(next) ||
        (FUNCTION_WORDS.has(unit.lower) && !unit.shouted)
      )
        return { plain, to };
      if (
        link === 'on' &&
        !/^(?:committee|commission|council|conference|panel|convention|office|union|institute|cooperation|center|centre|forum|subcommittee)$/.test(
          last,
        )
      )
        return { plain, to };
      if (to - from === 1 && (this.#line.units[from] as Unit).opens && this.#line.titleCase) return { plain, to };
      const known = knownAt(this.#line, next, this.#line.units.length);
      const end =
        known && known.entry.kind === 'place'
          ? known.to
          : Math.min(this.#endOfRun(next), this.#nextTitle(next, this.#endOfRun(next)));
      to = this.#pastAnd(next, this.#pastList(end));
      if (known && known.entry.kind === 'place') to = known.to;
    }
    return { plain, to };
  }

  #opensComplement(from: number, to: number): boolean {
    for (let k = from; k < to; k++)
      if (
        /^(?:organization|organisation|association|union|federation|coalition|committee|department|ministry|conference|institute|centers|society|academy|center|centre)$/.test(
          (this.#line.units[k] as Unit).lower,
        )
      )
        return true;
    return false;
  }

  /** "of Rail, Maritime and Transport Workers": the index after the list. */
  #pastList(end: number): number {
    let k = end;
    while (this.#unit(k)?.text === ',' && this.#unit(k + 1)?.capital) {
      const next = this.#endOfRun(k + 1);
      if (next - k > 4 || (knownAt(this.#line, k + 1, next) && !isField((this.#line.units[k + 1] as Unit).lower)))
        return end;
      k = next;
      if (this.#unit(k)?.lower === 'and' || (this.#unit(k)?.text === ',' && this.#unit(k + 1)?.lower === 'and')) {
        const past = this.#unit(k)?.text === ',' ? k + 2 : k + 1;
        return this.#unit(past)?.capital ? this.#endOfRun(past) : end;
      }
    }
    return end;
  }

  /** "Food and Agriculture Organization", "of Arts and Education": the index after "and" and its words, if they belong. */
  #pastAnd(from: number, to: number): number {
    const and = this.#unit(to);
    const next = this.#unit(to + 1);
    if (!and || !next?.capital || next.opens || !(and.lower === 'and' || and.text === '&')) return to;
    const before = this.#line.units[to - 1] as Unit;
    const run = this.#endOfRun(to + 1);
    const end = Math.min(run, this.#nextTitle(to + 1, run));
    if (knownAt(this.#line, to + 1, end) && !PORTFOLIO.has(next.lower)) return to;
    if (isGivenName(next.text) && !PORTFOLIO.has(next.lower)) return to;
    if (
      isField(before.lower) &&
      (isField(next.lower) || isField((this.#line.units[end - 1] as Unit).lower) || this.#isHead(end))
    )
      return end;
    const inComplement = /^(?:of|for|on)$/.test(this.#unit(from - 1)?.lower ?? '');
    if (inComplement && (isField(next.lower) || ABSTRACT.test((this.#line.units[run - 1] as Unit).lower))) return end;
    const isWhole = this.#unit(from - 1)?.lower === 'the' && to - from <= 2 && run - to > 2 && !this.#endsInHead(to);
    if (
      isWhole &&
      ORGANIZATION_HEADS.has((this.#line.units[run - 1] as Unit).lower) &&
      !knownAt(this.#line, from, to) &&
      this.#nextTitle(to + 1, run) === run
    )
      return run;
    return to;
  }

  #isHead(end: number): boolean {
    return ORGANIZATION_HEADS.has((this.#line.units[end - 1] as Unit).lower);
  }

  #make(
    from: number,
    to: number,
    scores: Readonly<Scores>,
    {
      sure,
      known = null,
      titles = [],
      category = null,
      shape = NO_SCORES,
    }: {
      sure: boolean;
      shape?: Readonly<Scores>;
      known?: Entry | null;
      titles?: readonly Title[];
      category?: 'event' | 'document' | null;
    },
  ): Candidate {
    const { text: line, units } = this.#line;
    const first = units[from] as Unit;
    const last = units[to - 1] as Unit;
    // "in the Baltimore Sun." at the end of a sentence: a tagger takes "Sun." for Sunday.
    const stray = to - from > 1 && ABBREVIATED_AT_END.test(last.text) && (units[to]?.opens ?? true) ? 1 : 0;
    const parts = [];
    for (let k = from; k < to; k++) {
      const { mark, start, end, text, lower } = units[k] as Unit;
      const written = stray === 1 && k === to - 1 ? text.slice(0, -1) : text;
      if (!mark)
        parts.push({
          start,
          end: written === text ? end : end - 1,
          text: written,
          key: written === text && isPlain(text) ? lower : keyOf(written),
        });
    }
    const text = stray === 1 ? textOf(this.#line, from, to).slice(0, -1) : textOf(this.#line, from, to);
    const personal =
      scores.person + shape.person >=
      Math.max(scores.organization + shape.organization, scores.place + shape.place, scores.other + shape.other, 0.5);
    const before = personal ? callingBefore(line, units, from, to) : null;
    const after = personal ? appositionAfter(line, units, to) : null;
    const all = before || after ? [...titles, before, after].filter(title => title !== null) : titles;
    return {
      start: first.start,
      end: last.end - stray,
      text,
      key: to === from + 1 && parts[0] ? parts[0].key : keyOf(text),
      parts,
      shape,
      scores,
      known,
      sure,
      loose: this.#line.titleCase || this.#line.shouting,
      titles: all,
      gender: all.find(({ gender }) => gender !== null)?.gender ?? null,
      acronym: this.#acronymAfter(from, to),
      category,
    };
  }

  #acronymAfter(from: number, to: number): string | null {
    if (to - from < 2 || this.#line.units[to]?.text !== '(' || this.#unit(to + 2)?.text !== ')') return null;
    const acronym = (this.#line.units[to + 1] as Unit).text;
    return /\p{Lu}.*\p{Lu}/u.test(acronym) && acronym.length <= 10 ? acronym : null;
  }
}
