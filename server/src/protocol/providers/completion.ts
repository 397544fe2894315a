import { CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import { type CompletionItem, peopleCompletion } from '../../features/peopleCompletion.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

/** In people files alone: there is nothing to complete in somebody else's words. */
export const completion: Feature = {
  capability: () => ({ completionProvider: { triggerCharacters: [' ', '[', '"'] } }),
  listen: (connection, { library, answering }) =>
    connection.onCompletion(
      answering.aboutDocument(
        (): CompletionList | null => null,
        (view, { position }) => {
          const found = peopleCompletion(library.corpus, view.text, toOffset(view.lines, position));
          const range = toRange(view.lines, found);
          const typed = view.text.slice(found.start, found.end);
          return {
            isIncomplete: found.isCapped,
            items: found.items.map(({ kind, label, text, detail }, index) => ({
              label,
              kind: kinds[kind],
              ...(detail && { detail }),
              textEdit: { range, newText: text },
              // Names that match are found by their letters alone; the editor would look for quotation marks and accents.
              ...(kind === 'name' && { filterText: typed, sortText: String(index).padStart(4, '0') }),
            })),
          };
        },
      ),
    ),
};

const kinds: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  type: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Value,
};
