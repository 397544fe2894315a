import { lineOver } from '../reading/layout/lines.ts';
import type { Separator, Span } from '../reading/model.ts';
import type { Finding, Rule, RuleText } from './rule.ts';
import { CANONICAL_ROW, isOfOneMark, SHORTEST_ROW, usualRow } from './separators.ts';

/** The row between two documents is malformed: of mixed marks, too short, indented, or with text on its line. */
export const documentSeparator: Rule = {
  code: 'document-separator',
  severity: 'warning',
  description:
    'A row between two documents is of mixed marks, shorter than ten, indented, or shares its line with text.',
  remedy: 'The fix writes the row that the bundle has elsewhere, alone on its line.',
  fixable: 'always',
  *inText(document) {
    const { text, layout, seams, lineEnd } = document;
    if (layout.separators.length === 0) return;
    const usual = usualRow(text, layout);
    for (const separator of layout.separators) {
      const found = separator.kind === 'row' ? malformedRow(text, separator, usual) : null;
      if (found) yield found;
    }
    yield* indented(document);
    for (const { before, after, start, end, lineEnds } of seams) {
      if (lineEnds > 0 || (before.kind !== 'separator' && after.kind !== 'separator')) continue;
      if (text.slice(before.start, after.end).includes('\f')) continue;
      yield {
        start: before.kind === 'separator' ? before.start : start,
        end: before.kind === 'separator' ? end : after.end,
        message: 'The separator between two documents shares its line with text. The fix gives it a line of its own.',
        replacement:
          before.kind === 'separator'
            ? text.slice(before.start, before.end) + lineEnd + lineEnd
            : lineEnd + lineEnd + text.slice(after.start, after.end),
      };
    }
  },
};

function malformedRow(text: string, { start, end }: Span, usual: string | null): Finding | null {
  const row = text.slice(start, Math.min(end, start + 500));
  const isMixed = !isOfOneMark(row);
  if (!isMixed && row.length >= SHORTEST_ROW) return null;
  const what = isMixed ? 'is made of different marks' : `has only ${row.length} marks`;
  return {
    start,
    end,
    message: `The separator between two documents ${what}. The fix writes it ${usual ? 'like the others' : `as ${CANONICAL_ROW.length} equals signs`}.`,
    replacement: usual ?? CANONICAL_ROW,
  };
}

function* indented({ text, layout }: RuleText): Iterable<Finding> {
  for (const { start, kind } of layout.separators as readonly Separator[]) {
    const from = lineOver(layout.lines, start)?.from ?? start;
    if (kind !== 'row' || from === start || text.slice(from, start).trim() !== '' || from < layout.blocks[0]!.start)
      continue;
    yield {
      start: from,
      end: start,
      message: 'The separator between two documents is indented. The fix removes the white space.',
      replacement: '',
    };
  }
}
