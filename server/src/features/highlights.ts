import type { Span } from '../reading/model.ts';
import { introductionPlace } from './definition.ts';
import { mentionsAt, mentionsOf, type Snapshot } from './snapshot.ts';

export interface Highlight extends Span {
  /** The mention that introduces whom it stands for is marked as written, as a declaration is in code. */
  readonly kind: 'introduction' | 'named' | 'other';
}

/** Every mention in this document of those named at an offset. */
export function highlights(snapshot: Snapshot, offset: number): Highlight[] {
  const { document } = snapshot;
  const [mention] = mentionsAt(document, offset);
  if (!mention) return [];
  const introductions = mention.entities.flatMap(id => introductionPlace(snapshot, id) ?? []);
  const isIntroduction = ({ start, end }: Span) =>
    introductions.some(place => place.uri === document.uri && place.start === start && place.end === end);
  const found = new Set(mention.entities.flatMap(id => mentionsOf(document, id)));
  return [...found]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, kind }) => ({
      start,
      end,
      kind: isIntroduction({ start, end })
        ? 'introduction'
        : kind === 'pronoun' || kind === 'nominal'
          ? 'other'
          : 'named',
    }));
}
