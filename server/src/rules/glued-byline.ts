import { readDateline } from '../reading/layout/dateline.ts';
import { isByline } from '../reading/layout/furniture.ts';
import { readStamp } from '../reading/layout/stamp.ts';
import { capitalsIn, fusionsIn, isPrefix, opensSentence } from './fusions.ts';
import { headerLines } from './headerLines.ts';
import type { Rule } from './rule.ts';

/** A byline shares its line with the headline before it, or with the dateline or lead behind it. */
export const gluedByline: Rule = {
  code: 'glued-byline',
  severity: 'error',
  description: 'A byline shares its line with the headline, the stamp, the dateline or the lead.',
  remedy: 'The fix puts a blank line between them.',
  fixable: 'always',
  *inDocument(document) {
    const { text, lineEnd } = document;
    for (const line of headerLines(document)) {
      const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
      const seam = behindByline(head) ?? beforeByline(head, line.end - line.start);
      if (!seam) continue;
      const left = /\S*$/u.exec(head.slice(0, seam.start))?.[0] ?? '';
      const right = /^\S*/u.exec(head.slice(seam.end))?.[0] ?? '';
      yield {
        start: line.start + seam.start - left.length,
        end: line.start + seam.end + right.length,
        message: `The byline and the ${seam.other} share a line. The fix puts a blank line between them.`,
        replacement: left + lineEnd + lineEnd + right,
      };
    }
  },
};

const LONGEST_LINE = 400;
const LONGEST_BYLINE = 120;

interface BylineSeam {
  readonly start: number;
  readonly end: number;
  readonly other: 'headline' | 'stamp' | 'dateline' | 'text';
}

function behindByline(line: string): BylineSeam | null {
  if (!/^by\s/i.test(line)) return null;
  const head = line.slice(0, LONGEST_BYLINE);
  for (const index of capitalsIn(head)) {
    const byline = head.slice(0, index).trimEnd();
    if (isNamed(byline) && readDateline(line.slice(index), true)) {
      return { start: byline.length, end: index, other: 'dateline' };
    }
  }
  for (const { at, left } of fusionsIn(head)) {
    if (isPrefix(left) || !isNamed(head.slice(0, at))) continue;
    if (readStamp(line.slice(at))) return { start: at, end: at, other: 'stamp' };
    if (opensSentence(line.slice(at)) && line.length - at > 40) return { start: at, end: at, other: 'text' };
  }
  return null;
}

/** A byline of two names at least, so that "By YouTube's count" is none. */
function isNamed(written: string): boolean {
  return written.split(/\s+/, 3).length === 3 && isByline(written);
}

function beforeByline(line: string, length: number): BylineSeam | null {
  if (length > LONGEST_LINE || !/[Bb][Yy]\s/.test(line)) return null;
  for (const { at, right } of fusionsIn(line)) {
    if (/^by$/i.test(right) && at > 10 && isNamed(line.slice(at))) return { start: at, end: at, other: 'headline' };
  }
  return null;
}
