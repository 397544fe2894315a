import { DAY_MONTH, MONTH_DAY } from '../reading/layout/calendar.ts';
import type { Block } from '../reading/model.ts';
import { type Finding, nothing, type Rule } from './rule.ts';
import { isOneLine } from './seams.ts';

/** No dash stands between dateline and text, or one that is written wrongly. */
export const datelineDash: Rule = {
  code: 'dateline-dash',
  severity: 'information',
  description: 'Between dateline and text stands no dash, or a malformed one.',
  remedy: 'The fix puts a dash, “--” where there is none, and the spaces around it.',
  fixable: 'always',
  inBlock({ text, block, after }) {
    if (block.kind !== 'dateline' || after?.kind !== 'paragraph' || !isOneLine(text, block, after)) return nothing;
    const found = inDateline(text, block, after);
    return found ? [found] : nothing;
  },
  inDocument({ text, blocks }) {
    const lead = blocks.find(block => block.kind === 'paragraph');
    const found = lead && withoutDash(text, lead);
    return found ? [found] : nothing;
  },
};

const DASH = /(\s*)(\.?-+|\.?[—–―‒−]|_|:|\|)$/u;

function inDateline(text: string, { start, end }: Block, next: Block): Finding | null {
  const dateline = text.slice(start, end);
  const dash = DASH.exec(dateline);
  if (!dash) {
    // The agency TASS stands between slashes, and its full stop does for a dash.
    return /\/\.?$/.test(dateline)
      ? null
      : edit(text, start + dateline.trimEnd().length, next.start, ' -- ', 'No dash');
  }
  const [, space = '', mark = ''] = dash;
  const doubled = /^[-–—]+\s*/.exec(text.slice(next.start, next.start + 6))?.[0].length ?? 0;
  const isTight = mark === '—' || mark === ':' || mark === '|' || mark.startsWith('.');
  const isMisspaced = !isTight && (space === '' || next.start === end);
  if (!/^-{3,}$/.test(mark) && doubled === 0 && !isMisspaced) return null;
  const written = mark.length > 2 || doubled > 0 ? '--' : mark;
  return edit(text, start + dash.index, next.start + doubled, ` ${written} `, 'A malformed dash');
}

/** A place in capitals and a day, and then the sentence. */
const bare = new RegExp(
  `^\\p{Lu}[\\p{Lu}\\p{M}'’.-]{2,}(?:[\\s/]\\p{Lu}[\\p{Lu}\\p{M}'’.-]+){0,3},\\s(?:${MONTH_DAY}|${DAY_MONTH})(?=\\s\\p{Lu}\\p{Ll}*\\s)`,
  'u',
);

function withoutDash(text: string, { start, end }: Block): Finding | null {
  const length = bare.exec(text.slice(start, Math.min(end, start + 120)))?.[0].length;
  return length === undefined ? null : edit(text, start + length, start + length + 1, ' -- ', 'No dash');
}

function edit(text: string, start: number, end: number, replacement: string, what: string): Finding | null {
  if (text.slice(start, end) === replacement) return null;
  return {
    start,
    end,
    message: `${what} between dateline and text. The fix puts “${replacement.trim()}” between spaces.`,
    replacement,
  };
}
