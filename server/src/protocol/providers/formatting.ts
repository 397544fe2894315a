import type { TextEdit } from 'vscode-languageserver';
import { formatting as format, formattingInSteps } from '../../features/formatting.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

export const formatting: Feature = {
  capability: () => ({ documentFormattingProvider: true }),
  listen: (connection, { answering }) =>
    connection.onDocumentFormatting(
      answering.aboutDocument(
        (view): TextEdit[] =>
          format(view.document).map(edit => ({ range: toRange(view.lines, edit), newText: edit.text })),
        null,
        ({ document }) => formattingInSteps(document),
      ),
    ),
};
