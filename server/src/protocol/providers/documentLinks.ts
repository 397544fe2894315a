import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks as linksIn } from '../../features/documentLinks.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

/** The editor opens an address when the reader asks it to, and only then. */
export const documentLinks: Feature = {
  capability: () => ({ documentLinkProvider: { resolveProvider: false } }),
  listen: (connection, { answering }) =>
    connection.onDocumentLinks(
      answering.aboutDocument((view): DocumentLink[] =>
        linksIn(view.document.text).map(({ target, ...span }) => ({ range: toRange(view.lines, span), target })),
      ),
    ),
};
