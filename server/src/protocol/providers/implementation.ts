import { implementation as statementsOf } from '../../features/implementation.ts';
import { toOffset } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { type Links, toLinks } from '../locations.ts';

export const implementation: Feature = {
  capability: () => ({ implementationProvider: true }),
  listen: (connection, { library, answering, client }) =>
    connection.onImplementation(
      answering.aboutDocument((view, { position }): Links => {
        const found = statementsOf(view, toOffset(view.lines, position));
        const places = found?.places.map(place => ({ ...place, origin: found.origin })) ?? [];
        return toLinks(library, view, places, client().textDocument?.implementation);
      }),
    ),
};
