import type { Span } from '../reading/model.ts';
import { charactersOfWindows, decodedAt, decodeMojibake } from './mojibakeText.ts';
import type { Rule } from './rule.ts';

/** Letters of one encoding were read as those of another: "PelÃ©", "donâ€™t". */
export const mojibake: Rule = {
  code: 'mojibake',
  severity: 'error',
  description: 'Letters come from text in UTF-8 that was read in another encoding.',
  remedy:
    'The fix changes letters: it puts those that the bytes stand for. Nothing is lost, since each character stands for one byte. There is none where accents were taken off letters afterwards.',
  fixable: 'sometimes',
  *inText({ text, characters }) {
    for (const { start, end, decoded } of runs(text, characters.leadBytes, characters.controls)) {
      yield {
        start,
        end,
        ...(isDecomposed(text, start)
          ? lost
          : fixed(text.slice(start, end), decodedAgain(text.charAt(start - 1), decoded))),
      };
    }
  },
};

function fixed(written: string, decoded: string) {
  return {
    message: `“${written.slice(0, 40)}” is “${decoded.slice(0, 40)}” in UTF-8, read in another encoding. The fix changes it to that.`,
    replacement: decoded,
  };
}

/** What was encoded twice is decoded twice; the letter before tells a capital from the first byte of a letter. */
function decodedAgain(before: string, decoded: string): string {
  return /^[\u0080-\uffff]/.test(before) ? decoded : decodeMojibake(before + decoded).slice(before.length);
}

const lost = {
  message: 'Letters in UTF-8 were read in another encoding, and then taken apart. Only their source can tell them.',
  replacement: null,
};

/** An accent that stands as a character of its own has parted the bytes for good. */
function isDecomposed(text: string, at: number): boolean {
  return /[\u0300-\u036f]/.test(text.charAt(at - 1));
}

interface Run extends Span {
  readonly decoded: string;
}

/** Stretches of mojibake without a gap. */
function* runs(text: string, leads: readonly number[], controls: readonly number[]): Iterable<Run> {
  let run: Run | null = null;
  for (const { at, length, letter } of decodings(text, leads, controls)) {
    if (run && at === run.end) {
      run = { start: run.start, end: at + length, decoded: run.decoded + letter };
      continue;
    }
    if (run) yield run;
    run = { start: at, end: at + length, decoded: letter };
  }
  if (run) yield run;
}

function decodings(text: string, leads: readonly number[], controls: readonly number[]) {
  const long = leads.flatMap(at => {
    const found = decodedAt(text, at);
    return found ? [{ at, ...found }] : [];
  });
  const single = controls.flatMap(at => {
    const letter = charactersOfWindows.get(text.charCodeAt(at));
    return letter ? [{ at, length: 1, letter }] : [];
  });
  if (single.length === 0 && long.length === 0) return [];
  let end = 0;
  return [...long, ...single]
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .filter(({ at, length }) => {
      if (at < end) return false;
      end = at + length;
      return true;
    });
}
