/** What the page of the map and the extension tell each other. */
import type { CorpusMap } from '../../../server/src/protocol/views.ts';

export type FromPage =
  | ({ readonly kind: 'ask' } & Question)
  | ({ readonly kind: 'open' } & Selection)
  | {
      readonly kind: 'save';
      readonly format: 'svg' | 'png' /** SVG as text, PNG in base 64. */;
      readonly content: string;
    };

export type ToPage =
  | { readonly kind: 'map'; readonly question: Question; readonly map: CorpusMap }
  | { readonly kind: 'changed' };

export interface Question {
  /** Words of a name or office; empty for everybody. */
  readonly name: string;
  readonly offset: number;
}

/** The statements that a mark stands for. */
export interface Selection {
  readonly speaker?: { readonly id: string; readonly name: string };
  readonly about?: { readonly id: string; readonly name: string };
  /** ISO day, month or year. */
  readonly time?: string;
}

/** How many speakers one map shows: as many as can be told apart. */
export const speakersAtOnce = 25;

/** The words of the page, in the reader's language. */
export interface Strings {
  readonly locale: string;
  readonly title: string;
  readonly timeline: string;
  readonly graph: string;
  readonly search: string;
  readonly previous: string;
  readonly next: string;
  readonly saveSvg: string;
  readonly savePng: string;
  /** {0} to {1} of {2} */
  readonly range: string;
  readonly empty: string;
  /** {0}: the words looked for */
  readonly notFound: string;
  readonly noLinks: string;
  readonly timelineHelp: string;
  readonly graphHelp: string;
  readonly undated: string;
  readonly oneStatement: string;
  /** {0}: how many */
  readonly statements: string;
  /** {0} about {1}: {2} */
  readonly link: string;
  /** {0}: a name, {1}: how many statements are about it */
  readonly spokenAbout: string;
  /** Who is spoken about and is none of the speakers. */
  readonly silent: string;
  readonly types: Readonly<Record<'person' | 'organization' | 'place' | 'event' | 'document' | 'unnamed', string>>;
}
