/** Whether a date lies ahead or behind, from the words before it in its sentence. */

import { matchesOf } from '../layout/matches.ts';

export type Direction = 'past' | 'future';

const AHEAD =
  "will|shall|won['’]t|would|should|must|['’]ll|due|scheduled|planned|expected|slated|set to|hopes? to|plans? to|to be|upcoming|forthcoming|going to|(?:is|are) to";
const BEHIND =
  'was|were|had|did|[Ss]ince|took|came|went|began|held|met|left|won|lost|made|gave|said|told|became|fell|rose|sent|saw|spoke|wrote|led|built|brought|bought|broke|chose|drew|grew|kept|paid|ran|sold|spent|stood|struck|taught|thought|threw|put|cut|died|[Dd]uring|dated';
/** Participles that look ahead although they end like the past. */
const NEUTRAL =
  'agreed|invited|promised|pledged|proposed|vowed|postponed|delayed|asked|urged|offered|intended|extended|needed|called';

const cue = new RegExp(
  `\\b(?:(?:was|were)\\s(?<overtaken>due|scheduled|planned|expected|slated|set)|(?<ahead>${AHEAD})|(?<open>${NEUTRAL}|to \\p{Ll}+|(?:be|get)\\s(?:\\p{Ll}+ly\\s)?\\p{Ll}+)|(?<behind>${BEHIND}|\\p{Ll}{2,}ed))(?!\\p{L})|(?<contracted>['’]ll)\\b`,
  'gu',
);

/** Where the nearest verb that says it puts the date; null where none does, or where it may be either ("agreed to meet in"). */
export function tenseBefore(paragraph: string, at: number): Direction | null {
  const sentence =
    paragraph
      .slice(Math.max(0, at - 160), at)
      .split(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/u)
      .at(-1) ?? '';
  let tense: Direction | null = null;
  for (const { groups } of matchesOf(cue, sentence)) {
    const { overtaken, ahead, open, behind, contracted } = groups ?? {};
    if (ahead || contracted) tense = 'future';
    else if (open && tense === 'future') continue;
    else if (open || overtaken) tense = null;
    else if (behind) tense = 'past';
  }
  return tense;
}
