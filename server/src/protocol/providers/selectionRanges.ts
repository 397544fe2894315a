import type { SelectionRange } from 'vscode-languageserver';
import { outlineInSteps } from '../../features/outline.ts';
import { selectionRanges as select } from '../../features/selectionRanges.ts';
import type { Span } from '../../reading/model.ts';
import { type Lines, toOffset, toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

export const selectionRanges: Feature = {
  capability: () => ({ selectionRangeProvider: true }),
  listen: (connection, { answering }) =>
    connection.onSelectionRanges(
      answering.aboutDocument(
        (view, { positions }): SelectionRange[] => {
          const offsets = positions.map(position => toOffset(view.lines, position));
          return select(view.document, offsets).map((spans, index) =>
            toSelectionRange(view.lines, spans.length > 0 ? spans : [{ start: offsets[index]!, end: offsets[index]! }]),
          );
        },
        null,
        ({ document }) => outlineInSteps(document),
      ),
    ),
};

function toSelectionRange(lines: Lines, [narrowest, ...wider]: readonly Span[]): SelectionRange {
  const range = toRange(lines, narrowest!);
  return wider.length > 0 ? { range, parent: toSelectionRange(lines, wider) } : { range };
}
