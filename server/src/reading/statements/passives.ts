/** Cues in the passive: "The toll was criticized by Kern". */
import type { Sentence } from '../language.ts';
import type { CueForm, SayingVerb } from '../lexicon/cues.ts';
import { type Found, nextComma } from './found.ts';
import { endOfNounPhrase, type VerbGroup } from './phrases.ts';
import { lower, nameOver, type Scene, type Tokens } from './scene.ts';
import { sourceIn, subjectBefore } from './sources.ts';

/** The agent speaks; the subject is what is said, with what follows the agent: "Lind was accused by Kern of lying". */
export function passive(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  group: VerbGroup,
  { verb, form }: CueForm,
  found: readonly Found[],
): Found | null {
  if (
    !(verb.object || verb.addressee) ||
    form !== 'past' ||
    group.negated ||
    found.length > 0 ||
    lower(scene, i + 1) !== 'by'
  )
    return null;
  const end = endOfAgent(scene, i + 2, limit, verb.addressee);
  const agent = sourceIn(scene, { first: i + 2, last: end });
  const subject = subjectBefore(scene, group.first, sentence.first);
  if (!agent || !subject || subject.relative || lower(scene, i + 2).endsWith('ing')) return null;
  const content = passiveContent(scene, { first: subject.first, last: group.first }, end, limit, verb);
  return (
    content && {
      content,
      cue: { first: i, last: i + 1 },
      source: agent,
      placed: 'behind',
      kind: 'act',
      past: true,
      segment: group.first,
      open: null,
      complement: 'act',
    }
  );
}

function passiveContent(
  scene: Scene,
  subject: Tokens,
  behind: number,
  limit: number,
  { addressee, object }: SayingVerb,
): Tokens[] | null {
  const word = lower(scene, behind);
  // "was asked by reporters whether …": the question is what was said.
  if (/^(whether|if|why|how|what|when|where)$/.test(word)) return [{ first: behind, last: limit }];
  if (word === 'that') return [{ first: behind + 1, last: limit }];
  // "was told by Kern of the fire": the subject is who hears it.
  if (addressee && /^(of|about|to)$/.test(word)) return [{ first: behind, last: nextComma(scene, behind, limit) }];
  if (!object) return null;
  if (/^(of|as|for|to)$/.test(word)) return [subject, { first: behind, last: nextComma(scene, behind, limit) }];
  const pronoun = /^(it|he|she|they|this|that|which)$/.test(lower(scene, subject.first));
  return pronoun && subject.last - subject.first <= 2 ? null : [subject];
}

/** "by his son Bo Lind": a title before a name belongs to it. */
function endOfAgent(scene: Scene, from: number, limit: number, addressee: boolean): number {
  const own = nameOver(scene, from);
  if (own?.first === from) return own.last;
  const end = endOfNounPhrase(scene, from, limit);
  // "was informed by the police of the fire", but "was told by the head of the guild that": what follows "of" was said.
  if (addressee && !/^(that|whether|to)$/.test(lower(scene, end)))
    for (let of = from + 1; of < end; of++) if (lower(scene, of) === 'of') return of;
  const name = nameOver(scene, end);
  return name && name.first === end && end > from ? name.last : end;
}
