import { words } from '../lexicon/words.ts';
import { isFiniteVerb } from '../statements/phrases.ts';
import { lower, posOf, type Scene } from '../statements/scene.ts';

/** What the main verb of a sentence says of when: plans and opinions are reported, plain past is as often told. */
export type Tense = 'modal' | 'backshifted' | 'present' | 'past' | 'none';

const MODALS = new Set(words(`will shall should must can may cannot ca wo 'll ’ll need needs ought`));
const BACKSHIFTED = new Set(['would', 'could', 'might', 'had']);
const PRESENT = new Set(['is', 'are', 'has', 'have', 'does', 'do', 'am', "'s", '’s', "'re", '’re', "'ve", '’ve']);
const PAST = new Set(['was', 'were', 'did']);
const IRREGULAR_PAST = new Set(
  `became began blew bore bought broke brought built came caught chose cost cut dealt drew drove fell felt fled flew fought found gave got grew
  heard held hit hurt kept knew laid lay led left lent let lost made meant met paid put quit ran rang read rose said sang sank sat saw sent set shook
  shot showed shut sold spent spoke sprang stole stood struck swam swept swore taught threw told took tore understood went woke won wore wrote`.split(
    /\s+/,
  ),
);

export function tenseOf(scene: Scene, first: number, last: number): { readonly tense: Tense; readonly verb: number } {
  for (let i = first; i < last; i++) {
    const word = lower(scene, i);
    if (scene.quotationAt[i] !== -1) continue;
    if (MODALS.has(word) && scene.nameAt[i] === -1 && posOf(scene, i) !== 'NOUN') return { tense: 'modal', verb: i };
    if (!isFiniteVerb(scene, i)) continue;
    if (word === 'had' && /^(DET|NUM|NOUN|ADJ|PRON|PROPN)$/.test(posOf(scene, i + 1)))
      return { tense: 'past', verb: i };
    if (BACKSHIFTED.has(word)) return { tense: 'backshifted', verb: i };
    if (PRESENT.has(word)) return { tense: 'present', verb: i };
    if (PAST.has(word)) return { tense: 'past', verb: i };
    if (posOf(scene, i) !== 'VERB') continue;
    return { tense: word.endsWith('ed') || IRREGULAR_PAST.has(word) ? 'past' : 'present', verb: i };
  }
  return { tense: 'none', verb: -1 };
}
