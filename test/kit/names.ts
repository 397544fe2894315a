import type { DocumentParagraph } from '../../server/src/reading/language.ts';
import { readNames } from '../../server/src/reading/names/index.ts';
import { finish } from '../../server/src/reading/steps.ts';

/** The names of some paragraphs, with offsets into their text. */
export function namesOf(paragraphs: readonly (DocumentParagraph & { readonly start: number })[]) {
  const starts = paragraphs.map(({ start }) => start);
  const { entities, stated, mentions } = finish(readNames({ paragraphs, starts }));
  const move = <T extends { start: number; end: number }>(one: T, by: number): T => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  });
  const startOf = (i: number) => starts[i] ?? 0;
  return {
    entities: entities.map((entity, e) => ({
      ...entity,
      roles: entity.roles.map((office, r) => {
        const place = stated[e]?.[r] ?? { paragraph: 0, start: -1, end: -1 };
        return { ...office, ...move({ start: place.start, end: place.end }, startOf(place.paragraph)) };
      }),
    })),
    mentions: mentions.flatMap((some, i) => some.map(mention => move(mention, startOf(i)))),
  };
}
