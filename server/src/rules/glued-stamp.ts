import { readDateline } from '../reading/layout/dateline.ts';
import { leadingStamp, readStamp } from '../reading/layout/stamp.ts';
import { capitalsIn } from './fusions.ts';
import { headerLines } from './headerLines.ts';
import { type Finding, nothing, type Rule } from './rule.ts';
import { isOneLine } from './seams.ts';

/** A stamp shares its line with the dateline or the lead. */
export const gluedStamp: Rule = {
  code: 'glued-stamp',
  severity: 'error',
  description: 'A stamp shares its line with the dateline or the lead.',
  remedy: 'The fix puts a blank line behind the stamp.',
  fixable: 'always',
  inBlock({ text, block, after, lineEnd }) {
    if (block.kind !== 'stamp' || !after || !isOneLine(text, block, after)) return nothing;
    return [finding(text, block.start, block.end, after.start, after.kind === 'dateline', lineEnd)];
  },
  *inDocument(document) {
    const { text, lineEnd } = document;
    for (const { start, end } of headerLines(document)) {
      const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
      for (const at of /\d/.test(line.slice(0, LATEST_DATE)) ? capitalsIn(line.slice(0, LONGEST_STAMP)) : []) {
        const stamp = line.slice(0, at).trimEnd();
        if (!/\d/.test(stamp) || !readStamp(stamp) || !readDateline(line.slice(at), true) || leadingStamp(line))
          continue;
        yield finding(text, start, start + stamp.length, start + at, true, lineEnd);
        break;
      }
    }
  },
};

const LONGEST_LINE = 360;
const LONGEST_STAMP = 164;
const LATEST_DATE = 80;

function finding(
  text: string,
  start: number,
  end: number,
  next: number,
  isDateline: boolean,
  lineEnd: string,
): Finding {
  const stamp = text.slice(start, end);
  const what = isDateline ? 'the dateline' : 'the text';
  return {
    start,
    end: next,
    message: `The stamp “${stamp}” and ${what} share a line. The fix puts a blank line between them.`,
    replacement: stamp + lineEnd + lineEnd,
  };
}
