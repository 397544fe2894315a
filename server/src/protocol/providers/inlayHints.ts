import { type InlayHint, InlayHintKind, type InlayHintLabelPart, InlayHintRequest } from 'vscode-languageserver';
import { type InlayHint as Hint, inlayHints as hintsIn } from '../../features/inlayHints.ts';
import { toPosition, toSpan } from '../convert.ts';
import type { Feature } from '../feature.ts';
import type { Library, View } from '../library.ts';
import { toLocations } from '../locations.ts';

export const inlayHints: Feature = {
  capability: () => ({ inlayHintProvider: true }),
  listen: (connection, { library, answering }) =>
    connection.onRequest(
      InlayHintRequest.type,
      answering.aboutDocument((view, { range }): InlayHint[] =>
        hintsIn(view, toSpan(view.lines, range), library.shown.inlayHints).map(hint =>
          toInlayHint(library, view, hint),
        ),
      ),
    ),
};

/** Label and tooltip are plain text to every client: they say nothing of Markdown. */
function toInlayHint(library: Library, view: View, { kind, at, side, parts, because }: Hint): InlayHint {
  return {
    position: toPosition(view.lines, at),
    label: parts.flatMap(({ words, place }, index): InlayHintLabelPart[] => {
      const [location] = place ? toLocations(library, [place]) : [];
      const between = index === 0 ? [] : [{ value: index === parts.length - 1 ? ' and ' : ', ' }];
      return [...between, location ? { value: words, location } : { value: words }];
    }),
    kind: kind === 'reference' ? InlayHintKind.Type : InlayHintKind.Parameter,
    ...(because !== null && { tooltip: because }),
    ...(side === 'behind' ? { paddingLeft: true } : { paddingRight: true }),
  };
}
