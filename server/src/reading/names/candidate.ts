import type { Gender, Span } from '../model.ts';
import type { Scores } from './evidence.ts';
import type { Entry } from './gazetteer.ts';
import type { Title } from './titles.ts';

/** A stretch that may be a name. Offsets are into the paragraph's text. */
export interface Candidate extends Span {
  readonly text: string;
  /** The text as names are compared. */
  readonly key: string;
  readonly parts: readonly (Span & { readonly text: string; readonly key: string })[];
  /** What the words of the stretch speak for, wherever it stands. */
  readonly shape: Readonly<Scores>;
  /** What the words around this occurrence speak for. */
  readonly scores: Readonly<Scores>;
  readonly known: Entry | null;
  /** A name even if nothing else in the document supports it. */
  readonly sure: boolean;
  /** Everything around it is capitalised too, so that its bounds say little. */
  readonly loose: boolean;
  readonly titles: readonly Title[];
  readonly gender: Gender;
  /** The acronym that follows in brackets. */
  readonly acronym: string | null;
  readonly category: 'event' | 'document' | null;
}
