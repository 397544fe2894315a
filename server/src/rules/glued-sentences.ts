import { type Finding, nothing, type Rule, type RuleBlock } from './rule.ts';

const WORD_BEFORE = /[\p{L}\p{N}\p{M}%)’'-]+$/u;
const WORD_AFTER = /^(?:["”]["“]|["“”])?\p{Lu}\p{Ll}[\p{L}’'-]*/u;
/** Titles and other short forms that a name follows. */
const ABBREVIATION =
  /^(?:Mrs?|Ms|Dr|Prof|St|Sts|Gen|Gov|Sen|Rep|Lt|Col|Capt|Cpt|Cmdr|Maj|Sgt|Adm|Amb|Rev|Hon|Pres|Messrs|No|Nos|vs|v|Jr|Sr|Inc|Ltd|Co|Corp|Mt|Ft|al|etc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/;
const DOMAIN = /^(?:Com|Org|Net|Gov|Edu|Info|Io|Uk|Eu|Int|News|Tv|Html?|Pdf|Js)$/;

/** The space between two sentences is missing: "end.Next". */
export const gluedSentences: Rule = {
  code: 'glued-sentences',
  severity: 'warning',
  description: 'A sentence begins right behind the full stop of the one before.',
  remedy: 'The fix puts a space between them.',
  fixable: 'always',
  inBlock(seen) {
    const { kind } = seen.block;
    if (seen.joints.length === 0 || kind === 'stamp' || kind === 'boilerplate') return nothing;
    return seen.joints.flatMap(at => gluedAt(seen, at) ?? []);
  },
};

function gluedAt({ text, block, quotationMarks }: RuleBlock, at: number): Finding | null {
  if (isInitial(text, at + 1)) return null;
  const before = WORD_BEFORE.exec(text.slice(Math.max(block.start, at - 40), at))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(at + 1, at + 40))?.[0] ?? '';
  if (after === '' || !endsSentence(before) || isOneName(text, at, before, after)) return null;
  const closes = after.startsWith('"') && quotationMarks.pairs.some(({ closing }) => closing.start === at + 1);
  const gap = closes || after.startsWith('”') ? at + 2 : at + 1;
  const start = at - before.length;
  const end = at + 1 + after.length;
  return {
    start,
    end,
    message: `“${text.slice(gap, end)}” begins a sentence right behind “${text.slice(start, gap)}”. The fix puts a space between.`,
    replacement: `${text.slice(start, gap)} ${text.slice(gap, end)}`,
  };
}

/** "U.S.": a capital with no small letter behind it begins no word of a sentence. */
function isInitial(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return first >= 0x41 && first <= 0x5a && next < 0x80 && !(next >= 0x61 && next <= 0x7a);
}

/** Whether a word before a full stop can be a sentence's last: not the initial of a name, nor a short form. */
function endsSentence(word: string): boolean {
  return /\p{Ll}{2}[)’']?$|\d{2}$|[%)]$/u.test(word) && !ABBREVIATION.test(word);
}

/** Addresses on the web and names such as Booking.Com and Yahoo!Finance. */
function isOneName(text: string, at: number, before: string, after: string): boolean {
  if (DOMAIN.test(after)) return true;
  if (text.charAt(at) === '!' && /^\p{Lu}/u.test(before)) return true;
  const head = text.slice(Math.max(0, at - 40), at - before.length);
  const tail = text.slice(at + 1 + after.length, at + 60);
  return /[@/.]$|[\w.@/]+:\/*$/.test(head) || /^[@/_]|^\.\p{L}|^\p{L}*\.\p{Ll}/u.test(tail);
}
