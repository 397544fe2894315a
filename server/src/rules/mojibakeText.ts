/**
 * Mojibake: text in UTF-8 that was read as windows-1252 or ISO 8859-1 somewhere on its way, so that each byte of a letter
 * became a character of its own. The tables are those of the WHATWG Encoding Standard; decoding loses nothing, since each
 * character stands for one byte.
 */

/** What windows-1252 has for the bytes 0x80 to 0x9F; 0 where it has nothing. */
const WINDOWS = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/** What a control character of the upper range is in windows-1252, where it is anything. */
export const charactersOfWindows: ReadonlyMap<number, string> = new Map(
  WINDOWS.flatMap((code, i) => (code === 0 ? [] : [[0x80 + i, String.fromCharCode(code)] as const])),
);

const bytes: ReadonlyMap<number, number> = new Map(WINDOWS.map((code, i) => [code, 0x80 + i]));

/** The byte from 0x80 on that a character stands for; 0 where it stands for none. */
function byteOf(code: number): number {
  if (code >= 0x80 && code < 0x100) return code;
  return code === 0 ? 0 : (bytes.get(code) ?? 0);
}

export interface Decoded {
  /** How many characters of the mojibake make up the one that was meant. */
  readonly length: number;
  readonly letter: string;
}

/** The character that the mojibake at an offset was; null where there is none. */
export function decodedAt(text: string, at: number): Decoded | null {
  const found = sequenceAt(text, at);
  if (!found || isWhatItSeems(text, at, found.length)) return null;
  // The letters à to í and marks behind them also occur as they are: only several in a row can be what they are not.
  return isEastern(text, at) && !isEastern(text, at + 3) && !isEastern(text, at - 3) ? null : found;
}

/** Whether the bytes of a letter beyond the scripts of Europe stand at an offset, as those of Chinese letters. */
function isEastern(text: string, at: number): boolean {
  const lead = text.charCodeAt(at);
  return lead >= 0xe0 && lead <= 0xed && lead !== 0xe2 && sequenceAt(text, at) !== null;
}

function sequenceAt(text: string, at: number): Decoded | null {
  const lead = text.charCodeAt(at);
  if (!(lead >= 0xc2 && lead <= 0xf4)) return null;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = byteOf(text.charCodeAt(at + i));
    if (byte < 0x80 || byte > 0xbf) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const isShorter = point < [0, 0, 0x80, 0x800, 0x10000][length]!;
  if (isShorter || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
  return { length, letter: String.fromCodePoint(point) };
}

const MARKS = /^[“”„‘’«»‹›…–—™®©\u00A0]+$/;

/** A letter and the marks behind it: the É of «CAFÉ», the é of “fiancé”’. */
function isWhatItSeems(text: string, at: number, length: number): boolean {
  if (isInMojibake(text, at) || text.charCodeAt(at) === 0xc2 || !MARKS.test(text.slice(at + 1, at + length)))
    return false;
  return length > 2 || !/\p{Ll}/u.test(text.charAt(at - 1)) || text.charAt(at) === 'ß';
}

/** Whether two bytes of one letter stand right before. */
function isInMojibake(text: string, at: number): boolean {
  const lead = text.charCodeAt(at - 2);
  const byte = byteOf(text.charCodeAt(at - 1));
  return lead >= 0xc2 && lead <= 0xf4 && byte >= 0x80 && byte <= 0xbf;
}

const LEAD = /[\u0080-\u009f\u00c2-\u00f4]/;

/** The text with all mojibake decoded, also what was encoded twice. Takes time in proportion to its length. */
export function decodeMojibake(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3 && LEAD.test(decoded); round++) {
    const before = decoded;
    decoded = decodeOnce(before);
    if (decoded === before) break;
  }
  return decoded;
}

function decodeOnce(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 || code > 0xf4) continue;
    const found = decodedAt(text, at);
    const letter = found?.letter ?? charactersOfWindows.get(code);
    if (letter === undefined) continue;
    result += text.slice(from, at) + letter;
    from = at + (found?.length ?? 1);
    at = from - 1;
  }
  return result + text.slice(from);
}
