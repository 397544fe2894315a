import { readDateline } from '../reading/layout/dateline.ts';
import { leadingStamp, readStamp } from '../reading/layout/stamp.ts';
import { headerLines } from './documents.ts';
import { capitalsIn } from './fusions.ts';
import type { Finding, Rule } from './rule.ts';

/** A stamp shares its line with the dateline or the lead. */
export const gluedStamp: Rule = {
  code: 'glued-stamp',
  severity: 'error',
  description: 'A stamp shares its line with the dateline or the lead.',
  remedy: 'The fix puts a blank line behind the stamp.',
  fixable: 'always',
  *find({ text, seams, documents, lineEnd }) {
    for (const { before, after, lineEnds } of seams) {
      if (before.kind !== 'stamp' || lineEnds > 0) continue;
      yield finding(text, before.start, before.end, after.start, after.kind === 'dateline', lineEnd);
    }
    for (const document of documents) {
      for (const { start, end } of headerLines(text, document)) {
        const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
        for (const at of /\d/.test(line.slice(0, LATEST_DATE)) ? capitalsIn(line.slice(0, LONGEST_STAMP)) : []) {
          const stamp = line.slice(0, at).trimEnd();
          if (!/\d/.test(stamp) || !readStamp(stamp) || !readDateline(line.slice(at), true) || leadingStamp(line))
            continue;
          yield finding(text, start, start + stamp.length, start + at, true, lineEnd);
          break;
        }
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
