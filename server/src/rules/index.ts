/** The rules of the format, and the problems that they find. */
import { type Layout, readLayout } from '../reading/blocks.ts';
import { type Change, changeOfText } from '../reading/changes.ts';
import type { Problem } from '../reading/model.ts';
import { finish } from '../reading/steps.ts';
import { boilerplate } from './boilerplate.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { type Checked, checkInSteps, sortByReach } from './check.ts';

export type { Checked } from './check.ts';

import { controlCharacter } from './control-character.ts';
import { danglingBreadcrumb } from './dangling-breadcrumb.ts';
import { dateConflict } from './date-conflict.ts';
import { datelineDash } from './dateline-dash.ts';
import { documentCount } from './document-count.ts';
import { documentSeparator } from './document-separator.ts';
import { doubledQuotationMark } from './doubled-quotation-mark.ts';
import { duplicateParagraph } from './duplicate-paragraph.ts';
import { emptyDocument } from './empty-document.ts';
import { extraBlankLine } from './extra-blank-line.ts';
import { extraFinalNewline } from './extra-final-newline.ts';
import { gluedByline } from './glued-byline.ts';
import { gluedCaption } from './glued-caption.ts';
import { gluedHeadline } from './glued-headline.ts';
import { gluedLabel } from './glued-label.ts';
import { gluedSentences } from './glued-sentences.ts';
import { gluedStamp } from './glued-stamp.ts';
import { hardWrappedParagraph } from './hard-wrapped-paragraph.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { leadingSpace } from './leading-space.ts';
import { mismatchedQuotation } from './mismatched-quotation.ts';
import { missingBlankLine } from './missing-blank-line.ts';
import { missingFinalNewline } from './missing-final-newline.ts';
import { missingSeparatorLine } from './missing-separator-line.ts';
import { mixedLineEndings } from './mixed-line-endings.ts';
import { mixedSeparators } from './mixed-separators.ts';
import { mojibake } from './mojibake.ts';
import { noBreakSpace } from './no-break-space.ts';
import { repeatedBlock } from './repeated-block.ts';
import { replacementCharacter } from './replacement-character.ts';
import type { Rule } from './rule.ts';
import { splitParagraph } from './split-paragraph.ts';
import { tab } from './tab.ts';
import { trailingSpace } from './trailing-space.ts';
import { unclosedQuotation } from './unclosed-quotation.ts';

export const rules: readonly Rule[] = [
  // seams between blocks
  gluedStamp,
  gluedLabel,
  gluedHeadline,
  gluedByline,
  gluedCaption,
  gluedSentences,
  missingBlankLine,
  extraBlankLine,
  splitParagraph,
  hardWrappedParagraph,
  leadingSpace,
  trailingSpace,
  missingFinalNewline,
  extraFinalNewline,
  danglingBreadcrumb,
  datelineDash,
  duplicateParagraph,
  repeatedBlock,
  boilerplate,
  // seams between documents
  documentSeparator,
  missingSeparatorLine,
  emptyDocument,
  documentCount,
  mixedSeparators,
  // seams of speech
  unclosedQuotation,
  mismatchedQuotation,
  doubledQuotationMark,
  // characters
  mojibake,
  replacementCharacter,
  controlCharacter,
  invisibleCharacter,
  byteOrderMark,
  noBreakSpace,
  tab,
  mixedLineEndings,
  // dates
  dateConflict,
];

const rulesByReach = sortByReach(rules);

/** Every problem of a text, in order of its start; a longer one before those that it holds. */
export function findProblems(text: string, layout: Layout = readLayout(text)): readonly Problem[] {
  return checkFormat(layout).problems;
}

/**
 * The same, with what saves time after an edit: hand it in with the layout of the newer text.
 * The problems are a function of the text alone.
 */
export function checkFormat(layout: Layout, before: Checked | null = null): Checked {
  return finish(checkFormatInSteps(layout, before));
}

/** The same in steps of a few milliseconds. @param edit what has changed since `before`, where that is known */
export function checkFormatInSteps(
  layout: Layout,
  before: Checked | null = null,
  edit: Change | null = before && changeOfText(before.layout.text, layout.text),
): Generator<void, Checked, void> {
  return checkInSteps(rulesByReach, layout, before, edit);
}
