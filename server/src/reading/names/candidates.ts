import type { Paragraph } from '../language.ts';
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
import { type Entry, longestFrom, lookUp } from './gazetteer.ts';
import { appositionAfter, callingBefore, isModifier, type Title } from './titles.ts';
import { type Unit, unitsOf } from './units.ts';

export interface Scores {
  person: number;
  organization: number;
  place: number;
  /** Neither of the three: a war, a law, a product. */
  other: number;
}

/** A stretch that may be a name. Offsets are into the paragraph's text. */
export interface Candidate extends Span {
  readonly text: string;
  readonly parts: readonly (Span & { readonly text: string })[];
  /** What the words of the stretch speak for, wherever it stands. */
  readonly shape: Scores;
  /** What the words around this occurrence speak for. */
  readonly scores: Scores;
  readonly known: Entry | null;
  /** A name even if nothing else in the document supports it. */
  readonly sure: boolean;
  /** Everything around it is capitalised too, so that its bounds say little. */
  readonly loose: boolean;
  readonly titles: readonly Title[];
  readonly gender: Gender;
  /** The acronym that follows in brackets, or the full name that it stands in brackets after. */
  readonly acronym: string | null;
  readonly category: 'event' | 'document' | null;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** Words that the paragraph writes without a capital. */
  readonly lowerCase: ReadonlySet<string>;
}

const remembered = new WeakMap<Paragraph, Candidates>();

/** The stretches of a paragraph that may be names, and what speaks for each: a function of the paragraph alone. */
export function candidatesOf(paragraph: Paragraph): Candidates {
  const known = remembered.get(paragraph);
  if (known) return known;
  const fresh = findCandidates(paragraph);
  remembered.set(paragraph, fresh);
  return fresh;
}

const WEEKDAYS = new Set(words('monday tuesday wednesday thursday friday saturday sunday'));
const MONTHS = new Set(
  words(
    'january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.',
  ),
);
/** Never a name, however written. */
const FUNCTION_WORDS = new Set(
  words(`the a an this that these those and or but nor so yet if in on at by for from of to with without within into onto upon about after before during
  since until till while when where why how who whom whose which what as than though although because unless whether however moreover
  furthermore meanwhile also then thus hence therefore otherwise instead nevertheless nonetheless besides indeed perhaps maybe
  he she it they we i you me him us them his her its their our your my mine hers theirs himself herself itself themselves
  is are was were be been being am has have had do does did will would shall should can could may might must not no yes
  there here now today yesterday tomorrow tonight all both each every either neither some any many much more most few several other another such
  one two three four five six seven eight nine ten hundred thousand million billion first second third
  according despite amid amidst among amongst against between beyond behind below above across along around near over under per via versus vs
  only just even still already again once never always often sometimes later earlier recently currently formerly previously
  local dear please thank thanks ok okay q a re ps nb am pm bc ad utc gmt est edt pst cet bst tv dna covid ufo gdp hiv aids lgbt lgbtq cv id pdf url
  mps mp faq phd ceo dvd cd usb sms pcr sars mers h1n1 ii iii suv wifi atm vip pr hr it ai os`),
);

/** Small words that begin a surname and are no English words. */
const NOBLE_PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|bin|ibn|ter|al|el)$/;

const NOT_ACRONYMS = new Set(
  words(`TV DNA RNA UFO GDP HIV AIDS LGBT LGBTQ LGBT+ UTC GMT EST EDT PST PDT CET CEST BST MST MDT CST CDT AM PM BC AD CE BCE OK ID CV PDF URL FAQ PHD CEO CFO COO CTO DVD CD USB SMS PCR SARS MERS II III IV VI VII VIII IX XI XII SUV ATM VIP PR HR IT AI OS
  MP MPs MEP MLA HM HMS USS RMS MV PM QC KC SC BA MA MBA BSC MSC RIP SOS IQ IVF CCTV-footage GPS CO2 PPE ICU UV HD 3D 2D FM LNG LPG VAT GST USD EUR GBP NZD AUD CAD JPY CNY RMB HK ET NO NB PS RE TBA TBD AKA ASAP ETA-time FYI DIY POW MIA WWI WWII WW1 WW2 WMD IED AK ICBM JCPOA START INF NPT NAFTA CBD USMCA TPP TTIP BREXIT COVID EV EVS AG GP CPI PMI IPO ETF LED LCD DJ MC MVP FC RBI HR ERA KG KM MPH PPM GHZ MHZ DVDS CDS TVS Q A ALL AND THE NOT FOR WITH NEW BREAKING UPDATE EXCLUSIVE LIVE VIDEO PHOTO PHOTOS UPDATED SHARE PRINT`),
);

function findCandidates(paragraph: Paragraph): Candidates {
  const units = unitsOf(paragraph);
  const lowerCase = new Set<string>();
  let lettered = 0;
  let capitals = 0;
  let shouted = 0;
  for (const { word, capital, lower, text, shouted: loud } of units) {
    if (!word || !/^\p{L}/u.test(text)) continue;
    if (!capital) lowerCase.add(lower);
    if (FUNCTION_WORDS.has(lower)) continue;
    lettered++;
    if (capital) capitals++;
    if (loud && text.length > 3) shouted++;
  }
  const reader = new ChainReader(
    paragraph.text,
    units,
    lettered > 3 && capitals > lettered * 0.75 && !/[.!?]["”’']?\s*$/.test(paragraph.text),
    lettered > 3 && shouted > lettered * 0.6,
  );
  return { found: reader.read(), lowerCase };
}

interface Known {
  readonly entry: Entry;
  readonly to: number;
}

/** Reads the runs of capitalised words of one paragraph from left to right. */
class ChainReader {
  readonly #text: string;
  readonly #units: readonly Unit[];
  readonly #titleCase: boolean;
  readonly #shouting: boolean;
  readonly #found: Candidate[] = [];
  /** Names inside the field of an office: "President of Argentina". */
  #inFields: Candidate[] = [];

  constructor(text: string, units: readonly Unit[], titleCase: boolean, shouting: boolean) {
    this.#text = text;
    this.#units = units;
    this.#titleCase = titleCase;
    this.#shouting = shouting;
  }

  read(): readonly Candidate[] {
    for (let i = 0; i < this.#units.length; ) i = this.#startsName(i) ? this.#readChain(i) : i + 1;
    return this.#found;
  }

  #unit(i: number): Unit | undefined {
    return this.#units[i];
  }

  #startsName(i: number): boolean {
    const unit = this.#unit(i);
    if (!unit?.word) return false;
    if (!unit.capital) {
      if (/^\d+$/.test(unit.text)) return this.#knownAt(i, i + 3) !== null;
      return NOBLE_PARTICLE.test(unit.text) && this.#pastParticles(i) > i;
    }
    if (this.#knownAt(i, i + 6)) return true;
    if (FUNCTION_WORDS.has(unit.lower)) return HONORIFICS.has(unit.lower) && !!this.#unit(i + 1)?.capital;
    if (WEEKDAYS.has(unit.lower) || this.#isMonth(i)) return false;
    if (!unit.opens && !this.#titleCase) return true;
    if (unit.pos === 'PROPN' || unit.pos === 'NOUN' || unit.pos === 'ADJ' || unit.pos === 'X') return true;
    // A tagger takes unknown names at the start of a sentence for verbs and adverbs; two capitals in a row are likelier a name.
    const next = this.#unit(i + 1);
    if (isModifier(unit.lower) || isOffice(unit.lower)) return true;
    return (
      !this.#titleCase && !!next?.capital && !next.glued && !FUNCTION_WORDS.has(next.lower) && isGivenName(unit.text)
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
    for (;;) {
      const unit = this.#unit(j);
      if (!unit) return j;
      if (unit.word && unit.glued && !this.#unit(j - 1)?.text.endsWith('.')) return j;
      if (unit.word && unit.capital) {
        if (
          WEEKDAYS.has(unit.lower) ||
          this.#isMonth(j) ||
          (FUNCTION_WORDS.has(unit.lower) &&
            unit.text.length > 1 &&
            !unit.shouted &&
            !NAME_SUFFIXES.has(unit.lower) &&
            !(unit.text === 'May' && isGivenName((this.#units[j - 1] as Unit).text)))
        )
          return j;
        if (
          this.#titleCase &&
          (unit.pos === 'VERB' || unit.pos === 'AUX') &&
          !isGivenName(unit.text) &&
          !lookUp(unit.text)
        )
          return j;
        if (unit.opens) return j;
        j++;
        continue;
      }
      if (unit.text === '&' && this.#unit(j + 1)?.capital) {
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
  }

  #pastParticles(j: number): number {
    let k = j;
    while (k < j + 3 && PARTICLES.has(this.#unit(k)?.lower ?? '') && this.#unit(k)?.word) k++;
    if (k === j) return j;
    const after = this.#unit(k);
    const particle = this.#unit(j)?.lower ?? '';
    if (!after?.capital || after.opens || (this.#titleCase && /^(?:as|an|at|a)$/.test(particle))) return j;
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

  /** The longest known name that begins at `i` and ends by `limit`. */
  #knownAt(i: number, limit: number): Known | null {
    const first = this.#unit(i);
    if (!first) return null;
    const longest = longestFrom(first.text);
    if (longest === 0) return null;
    for (let to = Math.min(limit, i + longest + 2, this.#units.length); to > i; to--) {
      const last = this.#units[to - 1] as Unit;
      if (!last.word || (to < this.#units.length && (this.#units[to] as Unit).word && (this.#units[to] as Unit).glued))
        continue;
      const entry = lookUp(this.#slice(i, to));
      if (entry) return { entry, to };
    }
    return null;
  }

  #slice(from: number, to: number): string {
    const written = this.#text.slice((this.#units[from] as Unit).start, (this.#units[to - 1] as Unit).end);
    return /\s{2}|[^\S ]/.test(written) ? written.replace(/\s+/g, ' ') : written;
  }

  #readChain(from: number): number {
    const run = this.#endOfRun(from);
    let i = from;
    let titles: Title[] = [];
    let affiliation: (Span & { text: string }) | null = null;
    while (i < run) {
      const unit = this.#units[i] as Unit;
      if (!unit.word || (!unit.capital && i > from && !/^\d/.test(unit.text) && !this.#knownAt(i, run))) {
        i++;
        continue;
      }
      this.#inFields = [];
      const body = this.#knownAt(i, this.#complementLimit(i));
      const isBody =
        body &&
        ((body.entry.kind === 'organization' && body.to > i + 1) ||
          (body.entry.kind === 'place' && !OFFICES.has(unit.lower) && !HONORIFICS.has(unit.lower.replace(/\.$/, ''))));
      const title = isBody ? null : this.#titleAt(i, run, affiliation);
      if (title) {
        titles = [...titles, ...title.titles];
        this.#found.push(
          ...this.#inFields.filter((one, k, all) => all.findIndex(({ start }) => start === one.start) === k),
        );
        affiliation = null;
        if (title.to >= run || !(this.#units[title.to] as Unit).capital) {
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
      const known = this.#knownAt(i, Math.max(stop, this.#complementLimit(i)));
      const { to, candidate } = this.#readName(i, stop, known);
      if (candidate) {
        this.#found.push(candidate);
        affiliation = { start: candidate.start, end: candidate.end, text: candidate.text };
      }
      i = Math.max(to, i + 1);
    }
    return Math.max(i, run);
  }

  /** Known names may hold small words that end a run: "Trinidad and Tobago". */
  #complementLimit(i: number): number {
    return Math.min(this.#units.length, i + 8);
  }

  #nextTitle(i: number, run: number): number {
    for (let k = i + 1; k < run; k++) {
      const { lower, text } = this.#units[k] as Unit;
      if (!isOffice(lower) && !(HONORIFICS.has(lower.replace(/\.$/, '')) && text.endsWith('.'))) continue;
      if (k + 1 < run && NAME_SUFFIXES.has(lower)) continue;
      if (this.#isHeadedInstead(i, k, run)) continue;
      let first = k;
      while (first > i && isModifier((this.#units[first - 1] as Unit).lower) && !this.#endsKnown(i, first)) first--;
      if (first > i && /^(?:county|city)$/.test((this.#units[first] as Unit).lower)) first++;
      return first === i ? k : first;
    }
    return run;
  }

  /** Whether a known name or one with an organisation's head word ends before unit `end`. */
  #endsKnown(i: number, end: number): boolean {
    const last = this.#units[end - 1] as Unit;
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
        this.#knownAt(end - n, end)?.to === end &&
        this.#knownAt(end - n, end)?.entry.kind !== 'adjective',
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
      const unit = this.#units[k] as Unit;
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
      if (isModifier(unit.lower) && !(this.#knownAt(k, run)?.entry.kind === 'organization' && head < 0)) {
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
    return { titles: [this.#makeTitle(i, to, affiliation, gender, honorific && to === head + 1)], to, reachedName };
  }

  /** "General Assembly", "Coast Guard", "Student Union": words of office that belong to an organisation's or a place's name. */
  #isHeadedInstead(from: number, head: number, run: number): boolean {
    const office = (this.#units[head] as Unit).lower;
    const last = this.#units[run - 1] as Unit;
    if (head === run - 1) return head > from && ORGANIZATION_HEADS.has(office);
    const known = this.#knownAt(from, this.#complementLimit(from));
    if (known?.entry.kind === 'organization' && known.to > head) return true;
    if (run - head > 3 || isGivenName((this.#units[head + 1] as Unit).text)) return false;
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
    const start = (this.#units[from] as Unit).start;
    const end = (this.#units[to - 1] as Unit).end;
    return {
      title: honorific ? null : this.#slice(from, to),
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
    for (;;) {
      const unit = this.#unit(j);
      if (!unit?.word) {
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
      const known = this.#knownAt(j, this.#units.length);
      if (known && known.entry.kind !== 'adjective' && !(PORTFOLIO.has(unit.lower) && known.to === j + 1)) {
        if (end > k && !/^(?:of|and|the)$/.test((this.#units[j - 1] as Unit).lower)) return end;
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
  }

  #listGoesOn(j: number): boolean {
    for (let k = j; k < j + 8; k++) if (this.#unit(k)?.lower === 'and') return true;
    return false;
  }

  #readPerson(from: number, run: number, titles: readonly Title[]): number {
    let to = from;
    while (to < run && to < from + 6) {
      const unit = this.#units[to] as Unit;
      if (to > from && this.#titleCase && (unit.pos === 'VERB' || unit.pos === 'AUX')) break;
      if (to > from && isOffice(unit.lower) && to + 1 < run && !isGivenName(unit.text)) break;
      to++;
    }
    to = this.#pastSuffix(to);
    const known = this.#knownAt(from, run);
    if (known && known.to === to && known.entry.kind !== 'place' && known.entry.kind !== 'adjective')
      return this.#readRest(from, run);
    if (known?.entry.kind === 'demonym' && known.to < to) return this.#readRest(from, run);
    const last = this.#units[to - 1] as Unit;
    if (
      to - from > 1 &&
      this.#headClass(from, to) !== null &&
      !isGivenName((this.#units[from] as Unit).text) &&
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
      const { to, candidate } = this.#readName(i, run, this.#knownAt(i, this.#complementLimit(i)));
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
    const last = this.#units[to - 1] as Unit;
    const first = this.#units[from] as Unit;
    if (to - from > 1) {
      if (OTHER_OPENERS.has(first.lower)) return 'other';
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
        const { lower } = this.#units[k] as Unit;
        if (OTHER_HEADS.has(lower) && k > from) return 'other';
        if (HEADS_WITH_COMPLEMENT.has(lower) && ORGANIZATION_HEADS.has(lower)) return 'organization';
      }
    }
    return null;
  }

  #readName(from: number, stop: number, known: Known | null): { to: number; candidate: Candidate | null } {
    const first = this.#units[from] as Unit;
    const inner = known ? null : this.#knownAt(from + 1, this.#complementLimit(from));
    if (
      inner &&
      inner.entry.kind !== 'adjective' &&
      inner.to >= stop &&
      stop - from > 1 &&
      (first.opens || this.#titleCase) &&
      !isGivenName(first.text) &&
      !DIRECTIONS.has(first.lower)
    ) {
      return { to: from + 1, candidate: null };
    }
    const beyond =
      DIRECTIONS.has(first.lower) && first.capital && from + 1 < stop && (known === null || known.to === from + 1)
        ? this.#knownAt(from + 1, this.#complementLimit(from))
        : null;
    if (beyond?.entry.kind === 'place' && beyond.to >= stop) {
      return {
        to: beyond.to,
        candidate: this.#make(from, beyond.to, noScores(), { sure: true, shape: { ...noScores(), place: 5 } }),
      };
    }
    const full = this.#withComplement(from, stop);
    const head = this.#headClass(from, full.plain);
    const tail = full.to === full.plain ? this.#lowerHead(from, full.plain, known) : null;
    if (tail) return { to: full.plain + 1, candidate: this.#headedName(from, full.plain + 1, tail) };
    if (known && known.to >= full.to) return this.#knownName(from, known);
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
        (this.#units[full.plain - 1] as Unit).lower,
      )
    ) {
      return { to: full.plain, candidate: this.#knownName(from, known).candidate };
    }
    if (
      head === null &&
      full.plain > stop &&
      this.#units.slice(from, full.plain).some(({ lower, text }) => lower === 'and' || (text === '&' && isField(lower)))
    )
      return { to: full.plain, candidate: null };
    if (head !== null || full.to > full.plain)
      return { to: full.to, candidate: this.#headedName(from, full.to, head ?? 'organization') };
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
        if (rest > 0 && known.entry.kind === 'place' && !this.#titleCase && rest <= 2 && !this.#knownAt(known.to, stop))
          return this.#unknownName(from, full.plain);
        return this.#knownName(from, known);
      }
    }
    return this.#unknownName(from, full.plain);
  }

  /** "Waterloo station", "the Democratic party": a head word that some writers leave without a capital. */
  #lowerHead(from: number, end: number, known: Known | null): 'organization' | 'place' | null {
    const tail = this.#unit(end);
    if (!tail?.word || tail.capital || tail.glued) return null;
    const last = (this.#units[end - 1] as Unit).lower;
    if (tail.lower === 'station' && !(known && known.to === end && known.entry.kind !== 'place')) return 'place';
    if (tail.lower === 'party' && PARTIES.has(last) && end - from <= 2) return 'organization';
    return null;
  }

  #splitsAdjective(from: number): boolean {
    return (this.#units[from] as Unit).opens && this.#titleCase;
  }

  #knownName(from: number, { entry, to }: Known): { to: number; candidate: Candidate | null } {
    if (entry.kind === 'adjective') return { to, candidate: null };
    const scores: Scores = noScores();
    const single = to === from + 1;
    const unit = this.#units[from] as Unit;
    const weak = single && entry.kind === 'place' && entry.weight === 1;
    const shape = noScores();
    if (entry.kind === 'place') shape.place += weak ? 1 : entry.weight * 2;
    if (entry.kind === 'organization') shape.organization += 4;
    if (single && !unit.shouted) this.#addContext(scores, from, to);
    const opens = unit.opens || this.#titleCase;
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
    return /^(?:Time|Nature|Science|Total|Shell|Apple|Amazon|Wired|Variety|Observer|Guardian|Dawn|Economist|Antara|Bild|Treasury|Cabinet|Telegraph|Diet|Forbes|Ford|Intel|Congress|Target|Arsenal|Capitol|Senate|Sputnik|Chelsea)$/.test(
      text,
    );
  }

  #headedName(from: number, to: number, head: 'organization' | 'place' | 'other'): Candidate {
    const shape = noScores();
    shape[head] = 5;
    const last = (this.#units[to - 1] as Unit).lower;
    const first = this.#units[from] as Unit;
    if (
      head !== 'other' &&
      to - from === 2 &&
      isGivenName(first.text) &&
      !lookUp(first.text) &&
      /^(?:hill|hall|house|park|field|lake|woods|banks|bank|rivers|ford|forest|lane|church|castle|temple|wells|fort|gates|bridge|glover|school|star|college|lines|press|post|power|steel|court|guard|force|band|mine|base|point|camp|beach|bay|street|square|garden|gardens|mount|fields|peak|cape|bishop|moon|young|marina|rose|forge|grove|union|day|may|spring)$/.test(
        last,
      )
    )
      shape.person += 6;
    const category =
      head !== 'other' ? null : EVENT_HEADS.has(last) ? 'event' : DOCUMENT_HEADS.has(last) ? 'document' : null;
    const opens = first.opens && to - from === 2 && lookUp(this.#slice(from, to)) === null;
    return this.#make(from, to, noScores(), {
      sure: !this.#titleCase || !opens || HEADS_WITH_COMPLEMENT.has(last),
      category,
      shape,
    });
  }

  #unknownName(from: number, stop: number): { to: number; candidate: Candidate | null } {
    let start = from;
    const first = this.#units[from] as Unit;
    if (
      stop - from > 1 &&
      first.opens &&
      first.pos !== 'PROPN' &&
      !isGivenName(first.text) &&
      isGivenName((this.#units[from + 1] as Unit).text)
    )
      start++;
    const to = this.#pastSuffix(stop);
    const scores: Scores = noScores();
    const length = to - start;
    const unit = this.#units[start] as Unit;
    const shape = noScores();
    if (length > 1) this.#addShape(shape, start, to);
    this.#addContext(scores, start, to);
    if (length === 1) {
      if (FUNCTION_WORDS.has(unit.lower) || (unit.shouted && NOT_ACRONYMS.has(unit.text)))
        return { to, candidate: null };
      if (/^\p{L}\.?$/u.test(unit.text) || /\d/.test(unit.text) || (STATE_ABBREVIATIONS.has(unit.text) && unit.glued))
        return { to, candidate: null };
      if (unit.shouted && unit.text.length >= 2 && !this.#shouting) shape.organization += 2;
      if (isOffice(unit.lower) || OTHER_HEADS.has(unit.lower) || (ORGANIZATION_HEADS.has(unit.lower) && !unit.shouted))
        return { to, candidate: null };
      if (unit.shouted && /^\d/.test(this.#unit(to)?.text ?? '')) return { to, candidate: null };
    }
    const sure = length > 1 ? !this.#titleCase : !unit.opens && !this.#titleCase;
    return { to, candidate: this.#make(start, to, scores, { sure, shape }) };
  }

  /** What the words of an unknown name speak for. */
  #addShape(scores: Scores, from: number, to: number): void {
    const parts = this.#units.slice(from, to);
    const first = parts[0] as Unit;
    const last = parts[parts.length - 1] as Unit;
    if (parts.length <= 4) scores.person += 1.5;
    if (isGivenName(first.text)) scores.person += 2.5;
    else if (parts.slice(0, -1).some(({ text }) => isGivenName(text))) scores.person += 1.5;
    if (parts.some(({ text, lower }, k) => k > 0 && (PARTICLES.has(lower) || /^\p{Lu}\.$/u.test(text)) && text !== '&'))
      scores.person += 2.5;
    if (/^(?:\p{Lu}\.)+$/u.test(first.text)) scores.person += 2;
    if (NAME_SUFFIXES.has(last.lower) && last.lower !== 'v' && last.lower !== 'i') scores.person += 2;
    if (/^(?:al|el|bin|ben|abu|ash|as)-/i.test(last.lower)) scores.person += 2;
    if (parts.some(({ text }) => text === '&')) scores.organization += 5;
    if (parts.some(({ text }) => /\d/.test(text))) scores.other += 5;
    if (
      parts.some(({ text, shouted }) => shouted && text.length > 1 && !/\./.test(text)) &&
      !parts.every(({ shouted }) => shouted)
    )
      scores.organization += 1.5;
    const entry = lookUp(first.text);
    if (entry && entry.kind !== 'organization' && !isGivenName(first.text)) {
      scores.organization += 2;
      scores.person -= 1;
    }
    if (entry?.kind === 'adjective') scores.organization += 1;
    const end = lookUp(last.text);
    if (end?.kind === 'place' && end.weight > 1) scores.place += 1;
    if (
      /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|New|Upper|Lower|Greater|Saint|St\.?|San|Santa|Port|Fort|Mount|Lake|Los|Las|El|Puerto|Rio|Tel|Old|Great|Little|Grand)$/.test(
        first.text,
      )
    ) {
      scores.place += 2.5;
      scores.person -= 1;
    }
    if (
      /(?:ville|town|burg|burgh|shire|ford|stan|grad|abad|polis|pur|wood|land|bury|mouth)$/.test(last.lower) &&
      !isGivenName(first.text)
    )
      scores.place += 1;
  }

  /** What the words around a stretch speak for. */
  #addContext(scores: Scores, from: number, to: number): void {
    const before = this.#unit(from - 1);
    const after = this.#unit(to);
    const next = this.#unit(to + 1);
    const single = to - from === 1;
    const word = before?.lower ?? '';
    if (/^(?:in|near|outside|across|throughout|around|inside)$/.test(word)) scores.place += 3;
    else if (/^(?:at|into|toward|towards|leaving|reach|reached|visit|visited|visiting|off|beyond)$/.test(word))
      scores.place += 1.2;
    else if (/^(?:to|from)$/.test(word)) scores.place += this.#unit(from - 2)?.lower === 'according' ? 0 : 1;
    else if (/^(?:above|below|along|via)$/.test(word) && single) scores.place += 1.5;
    else if (/^(?:19|20)\d\d$/.test(word)) scores.other += 3;
    else if (/^(?:a|an)$/.test(word)) {
      scores.other += 4;
      scores.person -= 2;
    } else if (word === 'of') this.#addAfterOf(scores, from);
    else if (word === 'the') {
      scores.person -= 4;
      scores.organization += 2;
      scores.place += 0.5;
      if (single && after?.word && !after.capital && after.pos === 'NOUN') scores.other += 1.5;
    } else if (
      /^(?:with|told|asked|called|named|against|between|that|when|as|husband|wife|brother|sister|son|daughter|by)$/.test(
        word,
      )
    )
      scores.person += 0.7;
    if (/^(?:and|or|,)$/.test(before?.text ?? '') && single && this.#placeEndsAt(from - 1)) scores.place += 2;
    if (/^(?:and|or)$/.test(after?.lower ?? '') && single && this.#knownAt(to + 1, to + 4)?.entry.kind === 'place')
      scores.place += 1.5;
    if (before?.text === ',' && ORGANIZATION_NOUNS.test(this.#unit(from - 2)?.lower ?? '')) scores.organization += 3;
    if (before?.text === ',' && VEHICLES_AND_WORKS.test(this.#unit(from - 2)?.lower ?? '')) scores.other += 12;
    if (
      /^(?:north|south|east|west|northern|southern|eastern|western|central|downtown|nearby|northeastern|northwestern|southeastern|southwestern)$/.test(
        word,
      )
    )
      scores.place += 3;
    if (before && isOffice(before.lower) && !before.capital && before.word) scores.person += 3.5;
    if (before?.text === ',' && this.#unit(from - 2) && isOffice((this.#unit(from - 2) as Unit).lower))
      scores.person += 3;
    if (
      /^(?:police|government|troops|officials|residents|authorities|lawmakers|legislature|parliament|city|province|state|district|town|village|area|region)$/.test(
        after?.lower ?? '',
      ) &&
      single
    )
      scores.place += 1.2;
    if (after?.text === ',' && next) {
      const known = this.#knownAt(to + 1, to + 5);
      if (known?.entry.kind === 'place' && (known.entry.weight > 1 || STATE_ABBREVIATIONS.has(next.text)))
        scores.place += 3;
      else if (STATE_ABBREVIATIONS.has(next.text)) scores.place += 3;
      else if (/^(?:who|whose|whom)$/.test(next.lower)) scores.person += 3;
      else if (/^\d{1,3}$/.test(next.text) && /^[,.]$/.test(this.#unit(to + 2)?.text ?? '')) scores.person += 3;
      else if (appositionAfter(this.#text, this.#units, to)) scores.person += 3;
      else if (next.lower === 'where') scores.place += 3;
    }
    if (/^(?:who|whose)$/.test(after?.lower ?? '')) scores.person += 2;
    if (
      /^(?:said|says|told|added|stated|noted|wrote|tweeted|explained|commented|argued|replied|joked|died|lives|married|testified|resigned|smiled|recalled)$/.test(
        after?.lower ?? '',
      )
    )
      scores.person += single ? 1 : 1.2;
    if (/^(?:said|says|added|told|wrote|asked|explained|commented)$/.test(word)) scores.person += 1;
    if (after?.text === '(' && next?.shouted && this.#unit(to + 2)?.text === ')')
      scores.organization += initialsMatch(this.#slice(from, to), next.text) ? 5 : 1;
    if (/^(?:-|–)$/.test(after?.text ?? '') && after?.glued && /^(?:based|born|area)$/.test(next?.lower ?? ''))
      scores.place += 3;
    if (/^(?:reported|announced|reports|confirmed)$/.test(after?.lower ?? '')) scores.organization += 0.5;
    if (ORGANIZATION_NOUNS.test(word)) scores.organization += 3;
    if (
      /^(?:magazine|newspaper|restaurant|store|stores|hotel|company|group|newspaper|airline|employees|spokesperson|spokesman|spokeswoman|shares|stock|customers|executives|users|rebels|militants|fighters|militia)$/.test(
        after?.lower ?? '',
      )
    )
      scores.organization += 2;
    if (VEHICLES_AND_WORKS.test(word)) scores.other += 4;
    if (after && /\d/.test(after.text) && !after.glued && /^\p{Lu}/u.test(after.text)) scores.other += 4;
  }

  #placeEndsAt(end: number): boolean {
    return [1, 2, 3].some(n => {
      const known = this.#knownAt(end - n, end);
      return known?.to === end && known.entry.kind === 'place';
    });
  }

  #addAfterOf(scores: Scores, from: number): void {
    const noun = this.#unit(from - 2)?.lower ?? '';
    if (
      /^(?:city|town|village|state|province|county|district|region|island|port|suburb|borough|municipality|capital|neighborhood|neighbourhood|coast|north|south|east|west|outskirts|valleys|valley|hills|mountains|shores|ports|villages|towns|cities|roads|lakes|rivers|forests|skies|department|republic|people|streets|area|territory|resident|residents|mayor|governor|kingdom|university|bishop|archbishop|battle)$/.test(
        noun,
      )
    )
      scores.place += 3;
    else if (
      /^(?:member|members|ceo|head|director|president|founder|chairman|employee|owner|leader|manager|spokesman|spokesperson|spokeswoman)$/.test(
        noun,
      )
    )
      scores.organization += 1.5;
    else if (
      /^(?:death|murder|killing|arrest|son|daughter|wife|brother|sister|mother|father|widow|trial|assassination|election|supporters|body|family|friend|impeachment|conviction)$/.test(
        noun,
      )
    )
      scores.person += 2;
  }

  /** `plain` is where the capitalised run ends, `to` where the name ends with what "of" or "and" add to it. */
  #withComplement(from: number, stop: number): { plain: number; to: number } {
    let plain = stop;
    let to = stop;
    // "Children's Hospital", "Workers' Party": a plural or a calling before a head word.
    const mark = this.#unit(to);
    if (mark && /^['’]s?$/.test(mark.text) && mark.glued && this.#unit(to + 1)?.capital && !this.#unit(to + 1)?.glued) {
      const end = this.#endOfRun(to + 1);
      const owner = this.#units[to - 1] as Unit;
      const generic =
        /^(?:people|women|men|children|king|queen|workers|farmers|veterans|teachers|students|mothers|parents|writers|lawyers|doctors|nurses|players|owners|presidents|prisoners|girls|boys|kurdistan workers|soldiers|citizens|peoples)$/.test(
          owner.lower,
        ) || /^(?:St\.?|Saint)$/.test(this.#unit(to - 2)?.text ?? '');
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
    for (;;) {
      const last = (this.#units[to - 1] as Unit).lower;
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
      if (to - from === 1 && (this.#units[from] as Unit).opens && this.#titleCase) return { plain, to };
      const known = this.#knownAt(next, this.#units.length);
      const end =
        known && known.entry.kind === 'place'
          ? known.to
          : Math.min(this.#endOfRun(next), this.#nextTitle(next, this.#endOfRun(next)));
      to = this.#pastAnd(next, this.#pastList(end));
      if (known && known.entry.kind === 'place') to = known.to;
    }
  }

  #opensComplement(from: number, to: number): boolean {
    for (let k = from; k < to; k++)
      if (
        /^(?:organization|organisation|association|union|federation|coalition|committee|department|ministry|conference|institute|centers|society|academy|center|centre)$/.test(
          (this.#units[k] as Unit).lower,
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
      if (next - k > 4 || (this.#knownAt(k + 1, next) && !isField((this.#units[k + 1] as Unit).lower))) return end;
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
    const before = this.#units[to - 1] as Unit;
    const run = this.#endOfRun(to + 1);
    const end = Math.min(run, this.#nextTitle(to + 1, run));
    if (this.#knownAt(to + 1, end) && !PORTFOLIO.has(next.lower)) return to;
    if (isGivenName(next.text) && !PORTFOLIO.has(next.lower)) return to;
    if (
      isField(before.lower) &&
      (isField(next.lower) || isField((this.#units[end - 1] as Unit).lower) || this.#isHead(end))
    )
      return end;
    if (/^(?:of|for|on)$/.test(this.#unit(from - 1)?.lower ?? '') && isField(next.lower)) return end;
    return to;
  }

  #isHead(end: number): boolean {
    return ORGANIZATION_HEADS.has((this.#units[end - 1] as Unit).lower);
  }

  #make(
    from: number,
    to: number,
    scores: Scores,
    {
      sure,
      known = null,
      titles = [],
      category = null,
      shape = noScores(),
    }: {
      sure: boolean;
      shape?: Scores;
      known?: Entry | null;
      titles?: readonly Title[];
      category?: 'event' | 'document' | null;
    },
  ): Candidate {
    const first = this.#units[from] as Unit;
    const parts = this.#units
      .slice(from, to)
      .filter(({ word }) => word)
      .map(({ start, end, text }) => ({ start, end, text }));
    const last = this.#units[to - 1] as Unit;
    // "in the Baltimore Sun." at the end of a sentence: a tagger takes "Sun." for Sunday.
    const stray = to - from > 1 && ABBREVIATED_AT_END.test(last.text) && (this.#unit(to)?.opens ?? true) ? 1 : 0;
    const personal =
      scores.person + shape.person >=
      Math.max(scores.organization + shape.organization, scores.place + shape.place, scores.other + shape.other, 0.5);
    const extra = personal
      ? [callingBefore(this.#text, this.#units, from), appositionAfter(this.#text, this.#units, to)].filter(
          title => title !== null,
        )
      : [];
    const all = [...titles, ...extra];
    return {
      start: first.start,
      end: last.end - stray,
      text: this.#slice(from, to).slice(0, stray === 0 ? undefined : -1),
      parts:
        stray === 0
          ? parts
          : parts.map(part =>
              part.end === last.end ? { ...part, end: part.end - 1, text: part.text.slice(0, -1) } : part,
            ),
      shape,
      scores,
      known,
      sure,
      loose: this.#titleCase || this.#shouting,
      titles: all,
      gender: all.reduce<Gender>((gender, title) => gender ?? title.gender, null),
      acronym: this.#acronymAfter(from, to),
      category,
    };
  }

  #acronymAfter(from: number, to: number): string | null {
    if (to - from < 2 || this.#unit(to)?.text !== '(' || this.#unit(to + 2)?.text !== ')') return null;
    const acronym = (this.#units[to + 1] as Unit).text;
    return /\p{Lu}.*\p{Lu}/u.test(acronym) && acronym.length <= 10 ? acronym : null;
  }
}

const ABBREVIATED_AT_END =
  /^(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Gen|Col|Mass|Ill|Miss|Wash|Fig|Art|Ore|Me)\.$/;

const DIRECTIONS = new Set(
  words('northern southern eastern western central north south east west upper lower greater mainland inner outer'),
);
const PARTIES = new Set(
  words(
    'democratic republican conservative labour labor liberal communist green socialist libertarian unionist nationalist',
  ),
);
const OTHER_OPENERS = new Set(words('operation hurricane typhoon cyclone project tropical'));

const ORGANIZATION_NOUNS =
  /^(?:magazine|newspaper|broadcaster|network|channel|website|company|firm|union|agency|outlet|airline|group|party|organization|organisation|charity|manufacturer|bank|operator|retailer|maker|nonprofit|movement|rebels|militia|club|team|startup|daily|publisher)$/;

const VEHICLES_AND_WORKS =
  /^(?:ship|boat|vessel|yacht|ferry|submarine|rocket|spacecraft|film|movie|book|novel|song|album|single|play|game|app|software|operating|brand|drug|vaccine|species|genus|hurricane|typhoon|storm|cyclone|operation|titled|entitled|called|documentary)$/;

/** Words of office that organisations' and places' names hold as well. */
const OFFICES_IN_NAMES = new Set(
  words(`general marine student worker workers teacher teachers farmer farmers officer officers guard guards soldier soldiers judge judges king queen prince princess
  lord lady major chief police nurse nurses doctor doctors engineer engineers artist artists writer writers author authors economist observer examiner inspector player players
  citizen citizens mother mothers women men pilot pilots lawyer lawyers member members leader leaders founder founders governor governors minister ministers president presidents
  speaker head child parent parents father sister brother dispatch reporter reporters star fire bishop captain private cardinal senate mission sheriff coach champion champions ranger
  rangers consumer resident residents scholar scholars prisoner prisoners veteran veterans victim victims researcher scientists scientist friend friends actor actors ally broker`),
);

/** Words for fields of work in organisations' names beside those of offices. */
const FIELDS = new Set(
  words(`food drug drugs arts art women fire rescue immigration customs atmospheric oceanic disaster oversight reform medicine ageing aging gas
  electric safety protection crime control prevention recreation parks wildlife fish standards quality referral allergy infectious museums heritage
  children crescent allied pensions firearms explosives alcohol tobacco training test history physics chemistry engineering mathematics theology music drama film letters
  workers employees relief works agriculture exchange securities space aeronautics hygiene maritime rail transport`),
);

function isField(lower: string): boolean {
  return PORTFOLIO.has(lower) || FIELDS.has(lower);
}

function noScores(): Scores {
  return { person: 0, organization: 0, place: 0, other: 0 };
}

/** Whether the letters of an acronym open the words of a name, in order. */
export function initialsMatch(name: string, acronym: string): boolean {
  const initials = name
    .split(/[\s-]+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word[0])
    .join('')
    .toUpperCase();
  const letters = acronym.replace(/[^\p{L}]/gu, '').toUpperCase();
  return (
    letters.length > 1 &&
    (initials === letters ||
      (letters.length > 2 && letters[0] === initials[0] && isSubsequence(letters, name.toUpperCase())))
  );
}

function isSubsequence(letters: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at++;
  return at === letters.length;
}
