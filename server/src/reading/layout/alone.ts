/** What a line may be by itself, whatever stands around it. */
import type { BlockKind } from '../model.ts';
import { captionOrCredit } from './captions.ts';
import { readDateline } from './dateline.ts';
import { boilerplateKind, isBreadcrumb, isByline, isEndNote, isRow } from './furniture.ts';
import { leadingStamp, readStamp } from './stamp.ts';
import { isHeading, ofLine } from './written.ts';

/** What a line of the header is by itself; null for one that may be a text of it, or the body's first. */
export const furnitureOf = ofLine(({ head, isLong }): BlockKind | null => {
  if (isLong) return null;
  if (isBreadcrumb(head)) return 'breadcrumb';
  if (readStamp(head)) return 'stamp';
  if (isByline(head)) return 'byline';
  if (isRow(head)) return 'section-break';
  if (boilerplateKind(head)) return 'boilerplate';
  return isEndNote(head) ? 'end-note' : captionOrCredit(head);
});

export const isStamp = ofLine(({ head, isLong }) => !isLong && readStamp(head) !== null);

export const opensWithStamp = ofLine(({ head }) => leadingStamp(head)?.certain === true);

/** Whether it opens with a dateline if it is the first line of a body. */
export const mayOpenWithDateline = ofLine(({ head }) => readDateline(head, true) !== null);

/** Whether it may be the first heading of a text, which some sentences are. */
export const mayBeHeadline = ofLine(({ head, isLong }) => !isLong && isHeading(head, true));

export const mayBeHeading = ofLine(({ head, isLong }) => !isLong && isHeading(head, false));
