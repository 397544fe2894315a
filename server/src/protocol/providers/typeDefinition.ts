import { typeDefinition as introductions } from '../../features/typeDefinition.ts';
import { toOffset } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { type Links, toLinks } from '../locations.ts';

export const typeDefinition: Feature = {
  capability: () => ({ typeDefinitionProvider: true }),
  listen: (connection, { library, answering, client }) =>
    connection.onTypeDefinition(
      answering.aboutDocument(
        (view, { position }): Links =>
          toLinks(
            library,
            view,
            introductions(view, toOffset(view.lines, position)),
            client().textDocument?.typeDefinition,
          ),
      ),
    ),
};
