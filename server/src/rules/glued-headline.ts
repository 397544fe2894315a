import { readDateline } from '../reading/layout/dateline.ts';
import { readStamp } from '../reading/layout/stamp.ts';
import type { Span } from '../reading/model.ts';
import { capitalsIn, type Fusion, fusionsIn, isPrefix, isTorn, opensSentence } from './fusions.ts';
import { headerLines } from './headerLines.ts';
import type { Finding, Rule } from './rule.ts';
import { endsSentence } from './wrapped.ts';

/** A headline shares its line with what should follow it: the stamp, the dateline or the lead. */
export const gluedHeadline: Rule = {
  code: 'glued-headline',
  severity: 'error',
  description: 'A headline shares its line with the stamp, the dateline or the lead.',
  remedy: 'The fix puts a blank line behind the headline.',
  fixable: 'always',
  *inDocument(document) {
    const { text, blocks, lineEnd } = document;
    const whole = text.slice(blocks[0]!.start, blocks.at(-1)!.end);
    for (const line of headerLines(document)) {
      const written = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
      const seam = beforeDateline(written) ?? atFusion(whole, written, endsSentence(text, line));
      if (seam) yield finding(line, written, seam, lineEnd);
    }
  },
};

interface HeadlineSeam extends Span {
  readonly next: string;
}

function finding(line: Span, written: string, { start, end, next }: HeadlineSeam, lineEnd: string): Finding {
  const left = /\S*$/u.exec(written.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const right = /^\S*/u.exec(written.slice(end, end + 60))?.[0] ?? '';
  return {
    start: line.start + start - left.length,
    end: line.start + end + right.length,
    message: `The headline and the ${next} share a line. The fix puts a blank line between them.`,
    replacement: left + lineEnd + lineEnd + right,
  };
}

const LONGEST_HEADLINE = 250;
const LONGEST_LINE = 600;

function beforeDateline(line: string): HeadlineSeam | null {
  if (!/[-–—―]/.test(line.slice(0, LONGEST_HEADLINE + 100))) return null;
  for (const index of capitalsIn(line.slice(0, LONGEST_HEADLINE))) {
    const headline = line.slice(0, index).trimEnd();
    if (!isHeadline(headline) || readStamp(headline)) continue;
    const dateline = readDateline(line.slice(index, index + LONGEST_HEADLINE), false);
    if (dateline && /[-–—―]$/.test(line.slice(index, index + dateline.length))) {
      return { start: headline.length, end: index, next: 'dateline' };
    }
  }
  return null;
}

function atFusion(text: string, line: string, isSentence: boolean): HeadlineSeam | null {
  const fusions = fusionsIn(line.slice(0, LONGEST_HEADLINE));
  const stamp = /\d/.test(line) && line.length < LONGEST_HEADLINE + 160 ? stampBehind(line, fusions) : null;
  if (stamp) return stamp;
  for (const fusion of fusions) {
    if (!isSentence && !/^\p{Ll}{3,}$/u.test(fusion.left)) continue;
    if (isPrefix(fusion.left) || !isHeadline(line.slice(0, fusion.at)) || !isLead(line.slice(fusion.at))) continue;
    if (isTorn(text, withoutMarks(fusion))) return { start: fusion.at, end: fusion.at, next: 'lead' };
  }
  return null;
}

/** A label or date that opens a stamp; the "date" of a database, but not that of "candidate" and "mandate". */
const STAMP =
  /(?:Updated|Published|Posted|Source|Date)\s?:|(?:(?<!up|man|candi|vali|accommo|soli|qui|timi|out|pre|post|back|se)date\s)?(?:1[6-9]|20|21)\d{2}-\d{2}-\d{2}(?!\d)/;

function stampBehind(line: string, fusions: readonly Fusion[]): HeadlineSeam | null {
  const label = STAMP.exec(line)?.index ?? 0;
  const seams = /[\p{L}\p{N}?!”"’]/u.test(line.charAt(label - 1)) ? [label] : [];
  const places = [...seams, ...fusions.map(({ at }) => at)];
  if (places.length === 0 || readStamp(line)) return null;
  for (const at of places) {
    if (isHeadline(line.slice(0, at)) && readStamp(line.slice(at))) return { start: at, end: at, next: 'stamp' };
  }
  return null;
}

/** At least three words, the first capitalised, no sentence that ends among them. */
function isHeadline(written: string): boolean {
  return (
    written.split(/\s+/, 3).length === 3 &&
    /^["“‘]?[\p{Lu}\p{N}]/u.test(written) &&
    !/\p{Ll}{2}[.!?]["”’]?\s|[.,;:—–-]$/u.test(written) &&
    !/^by\s/i.test(written) &&
    /\p{Ll}/u.test(written)
  );
}

function isLead(written: string): boolean {
  return opensSentence(written) && written.split(/\s+/, 6).length === 6;
}

function withoutMarks({ at, left, right }: Fusion): Fusion {
  return { at, left: left.replace(/[^\p{L}\p{N}]+$/u, ''), right: right.replace(/^[^\p{L}\p{N}]+/u, '') };
}
