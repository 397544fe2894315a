/** The rules about separators, and the problems that they find. */
import type { Layout } from '../reading/blocks.ts';
import type { Problem } from '../reading/model.ts';
import { danglingBreadcrumb } from './dangling-breadcrumb.ts';
import { duplicateParagraph } from './duplicate-paragraph.ts';
import { extraBlankLine } from './extra-blank-line.ts';
import { extraFinalNewline } from './extra-final-newline.ts';
import { gluedLabel } from './glued-label.ts';
import { gluedStamp } from './glued-stamp.ts';
import { leadingSpace } from './leading-space.ts';
import { missingBlankLine } from './missing-blank-line.ts';
import { missingFinalNewline } from './missing-final-newline.ts';
import { noBreakSpace } from './no-break-space.ts';
import type { Rule, RuleDocument } from './rule.ts';
import { findSeams } from './seams.ts';
import { trailingSpace } from './trailing-space.ts';

export const rules: readonly Rule[] = [
  gluedStamp,
  gluedLabel,
  missingBlankLine,
  extraBlankLine,
  leadingSpace,
  trailingSpace,
  danglingBreadcrumb,
  noBreakSpace,
  duplicateParagraph,
  missingFinalNewline,
  extraFinalNewline,
];

/** Every problem of a text, in order of its start; a longer one before those that it holds. */
export function findProblems(text: string, layout: Layout): Problem[] {
  const document: RuleDocument = {
    text,
    layout,
    seams: findSeams(text, layout.blocks),
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
  return rules.flatMap(rule => problemsOf(rule, document)).sort((a, b) => a.start - b.start || b.end - a.end);
}

function problemsOf({ code, severity, find }: Rule, document: RuleDocument): Problem[] {
  return Array.from(find(document), ({ start, end, message, replacement }) => ({
    code,
    severity,
    start,
    end,
    message,
    fix: replacement === null ? null : { start, end, text: replacement },
  }));
}
