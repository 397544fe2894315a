import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Fold, foldingRanges as fold } from '../../features/foldingRanges.ts';
import { outlineInSteps } from '../../features/outline.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

/** "Fold All Block Comments" folds what nobody wrote for the reader; the rest folds by hand. */
const kinds: Readonly<Record<Fold['kind'], FoldingRangeKind | undefined>> = {
  document: undefined,
  header: FoldingRangeKind.Region,
  turn: undefined,
  boilerplate: FoldingRangeKind.Comment,
};

export const foldingRanges: Feature = {
  capability: () => ({ foldingRangeProvider: true }),
  listen: (connection, { answering, client }) =>
    connection.onFoldingRanges(
      answering.aboutDocument(
        (view): FoldingRange[] => {
          const limit = client().textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY;
          return fold(view.document)
            .slice(0, limit)
            .map(found => {
              const { start, end } = toRange(view.lines, found);
              const kind = kinds[found.kind];
              return { startLine: start.line, endLine: end.line, ...(kind && { kind }) };
            });
        },
        null,
        ({ document }) => outlineInSteps(document),
      ),
    ),
};
