/** One pass over the characters of a text, for all the rules that look at characters. */
import type { Change } from '../reading/changes.ts';
import { countBelow } from '../reading/search.ts';

/** Offsets of the characters that rules look at, each list in order. */
export interface Characters {
  readonly tabs: readonly number[];
  /** Control characters that are no white space, those of the upper range included; the vertical tab as well. */
  readonly controls: readonly number[];
  /** Zero width characters, soft hyphens and marks of direction. */
  readonly invisibles: readonly number[];
  /** Byte order marks behind the text's first character. */
  readonly byteOrderMarks: readonly number[];
  readonly replacements: readonly number[];
  /** Characters that stand for the first byte of a longer character where UTF-8 was read as another encoding. */
  readonly leadBytes: readonly number[];
  readonly noBreakSpaces: readonly number[];
  /** Double quotation marks of any form. */
  readonly quotationMarks: readonly number[];
  /** Full stops, question and exclamation marks with a letter or a quotation mark right behind them. */
  readonly joints: readonly number[];
  /** Line ends that are not written as the first one is. */
  readonly oddLineEnds: readonly number[];
  /** Where the first letter of a script that runs from right to left stands; -1 where none does. */
  readonly rightToLeft: number;
}

type Kind = Exclude<keyof Characters, 'rightToLeft'>;

/** What each character below U+0100 may be; most are nothing. */
const low: readonly (Kind | undefined)[] = Array.from({ length: 0x100 }, (_, code) => lowKind(code));

/** 1 for those among them that may be something. */
const isNotable = Uint8Array.from(low, kind => (kind === undefined ? 0 : 1));

function lowKind(code: number): Kind | undefined {
  if (code === 0x09) return 'tabs';
  if (code === 0x0a || code === 0x0d) return 'oddLineEnds';
  if (code === 0x0c) return undefined;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 'controls';
  if (code === 0x22 || code === 0xab || code === 0xbb) return 'quotationMarks';
  if (code === 0x21 || code === 0x2e || code === 0x3f) return 'joints';
  if (code === 0xa0) return 'noBreakSpaces';
  if (code === 0xad) return 'invisibles';
  return code >= 0xc2 && code <= 0xf4 ? 'leadBytes' : undefined;
}

function highKind(code: number): Kind | undefined {
  if (code < 0x2000) return code === 0x061c || code === 0x180e ? 'invisibles' : undefined;
  if (code <= 0x206f) {
    if (code === 0x201c || code === 0x201d || code === 0x201e) return 'quotationMarks';
    if (code === 0x2007 || code === 0x202f) return 'noBreakSpaces';
    const isInvisible = (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code >= 0x2060;
    return isInvisible ? 'invisibles' : undefined;
  }
  if (code === 0xfeff) return 'byteOrderMarks';
  if (code === 0xfffd) return 'replacements';
  return code >= 0xfff9 && code <= 0xfffb ? 'invisibles' : undefined;
}

/** Looks at every character of a text once. */
export function findCharacters(text: string): Characters {
  return findBetween(text, 0, text.length, firstLineEnd(text));
}

/** The line end of a text's first line; empty where it has none. */
export function firstLineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '';
}

/**
 * The same after an edit, where only the characters are looked at that it can have changed.
 * @param before of the text as it was, whose first line had the same line end
 */
export function findCharactersAgain(text: string, before: Characters, { start, end, by }: Change): Characters {
  // A full stop looks at the character behind it, and so does the first half of a line end.
  const near = Math.max(0, start - 2);
  const from = near > 0 && text.startsWith('\r\n', near - 1) ? near - 1 : near;
  const to = Math.min(text.length, end + by + 1);
  const seen = findBetween(text, from, to, firstLineEnd(text));
  const again = (kind: Kind): readonly number[] => {
    const offsets = before[kind];
    const behind = countBelow(offsets, to - by);
    if (offsets.length === 0) return seen[kind];
    const all = offsets.slice(0, countBelow(offsets, from));
    for (const at of seen[kind]) all.push(at);
    for (let i = behind; i < offsets.length; i++) all.push(offsets[i]! + by);
    return all;
  };
  return {
    tabs: again('tabs'),
    controls: again('controls'),
    invisibles: again('invisibles'),
    byteOrderMarks: again('byteOrderMarks'),
    replacements: again('replacements'),
    leadBytes: again('leadBytes'),
    noBreakSpaces: again('noBreakSpaces'),
    quotationMarks: again('quotationMarks'),
    joints: again('joints'),
    oddLineEnds: again('oddLineEnds'),
    rightToLeft: firstAgain(text, before.rightToLeft, seen.rightToLeft, from, to, by),
  };
}

function firstAgain(text: string, before: number, seen: number, from: number, to: number, by: number): number {
  if (before >= 0 && before < from) return before;
  if (seen >= 0) return seen;
  if (before < 0 || before + by >= to) return before < 0 ? before : before + by;
  const next = text.slice(to).search(/[\u0590-\u08ff]/);
  return next < 0 ? -1 : to + next;
}

function findBetween(text: string, from: number, to: number, lineEnd: string): Characters {
  const found: Record<Kind, number[]> = {
    tabs: [],
    controls: [],
    invisibles: [],
    byteOrderMarks: [],
    replacements: [],
    leadBytes: [],
    noBreakSpaces: [],
    quotationMarks: [],
    joints: [],
    oddLineEnds: [],
  };
  let rightToLeft = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x100 && isNotable[code] === 0) continue;
    const kind = code < 0x100 ? low[code] : highKind(code);
    if (kind === undefined) {
      if (rightToLeft < 0 && code >= 0x590 && code < 0x900) rightToLeft = at;
    } else if (kind === 'joints') {
      if (isJoint(text.charCodeAt(at + 1))) found.joints.push(at);
    } else if (kind === 'oddLineEnds') {
      const written = code === 0x0a ? '\n' : text.charCodeAt(at + 1) === 0x0a ? '\r\n' : '\r';
      if (written !== lineEnd) found.oddLineEnds.push(at);
      at += written.length - 1;
    } else if (kind !== 'byteOrderMarks' || at > 0) {
      found[kind].push(at);
    }
  }
  return { ...found, rightToLeft };
}

/** Whether a character can begin a sentence, or be a quotation mark between two. */
function isJoint(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x22 ||
    code === 0x201c ||
    code === 0x201d ||
    (code >= 0xc0 && code <= 0xde)
  );
}

/** The character at an offset as its number, for messages: "U+00AD". */
export function numberOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Neighbouring offsets as spans: [3, 4, 9] are 3 to 5 and 9 to 10. */
export function* runsOf(offsets: readonly number[]): Iterable<{ readonly start: number; readonly end: number }> {
  for (let i = 0; i < offsets.length; ) {
    const start = offsets[i] as number;
    let end = start + 1;
    for (i++; offsets[i] === end; i++) end++;
    yield { start, end };
  }
}
