/** Who speaks through a statement, a report, a ruling: the owner that the phrase names, or the author named before. */
import type { Sentence } from '../language.ts';
import { words } from '../lexicon/words.ts';
import type { Statement } from '../model.ts';
import { isCapitalised, isPossessive, isPreposition } from '../statements/phrases.ts';
import { lower, type NamedTokens, nameOver, posOf, type Scene, type Tokens } from '../statements/scene.ts';
import { bodyMeant } from './bodies.ts';
import { singular } from './cast.ts';
import { lookAt } from './looks.ts';
import type { Voice } from './mind.ts';
import { nominalAt } from './nominals.ts';
import { headOf, named } from './notes.ts';
import { nominalVoice } from './offices.ts';
import { type Page, type Stage, sceneAt } from './stage.ts';
import { isWriting } from './writings.ts';

/** Those who speak for somebody. */
const MOUTHPIECES = new Set(words('spokespeople lawyer lawyers'));
/** Where somebody publishes: "the website" is whoever published last, not whose website was spoken of. */
const CHANNELS = new Set(
  words('website page account database radio television tv twitter facebook instagram weibo telegram'),
);
const PARTS = new Set(words('part parts excerpt excerpts section'));

/** The voice behind a document as a source; null where the source is no document, or nobody's that is known. */
export function authorVoice(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  let at = headOf(scene, source);
  if (PARTS.has(lower(scene, at)) && lower(scene, at + 1) === 'of')
    at = headOf(scene, { first: at + 2, last: source.last });
  const noun = lower(scene, at);
  const written = isWriting(noun);
  if (!written && !MOUTHPIECES.has(noun)) return null;
  const owner = ownerVoice(stage, scene, s, source, at);
  if (owner) return { ...owner, certainty: Math.min(owner.certainty, 0.85), because: owner.because || `in ${noun}` };
  const known = /^(the|this|that|these|those|its)$/.test(lower(scene, source.first)) && !isTitled(scene, source);
  if (!written || !known) return null;
  const author = CHANNELS.has(noun) ? null : authorBefore(stage, s, source, singular(noun));
  if (author) return named(author, 0.8, `in ${noun}`);
  const last = lookAt(stage, 'lastVoice')?.speakers[0];
  return /^(the|its)$/.test(lower(scene, source.first)) &&
    last !== undefined &&
    last === lookAt(stage, 'lastOrganization')
    ? named(last, 0.7, 'its last source')
    : null;
}

/** "Miller's ruling", "the court's summary", "its polling", "a report by the Lakes Institute". */
function ownerVoice(stage: Stage, scene: Scene, s: number, { first, last }: Tokens, head: number): Voice | null {
  for (let i = first; i < last; i++) {
    const owner = nameOver(scene, i);
    if (owner && i > head && !isAuthor(scene, owner, head)) continue;
    if (owner && (owner.entity.type !== 'place' || isOwning(scene, owner))) return named(owner.entity.id, 0.85);
    const word = lower(scene, i);
    const organization = word === 'its' ? lookAt(stage, 'lastOrganization') : null;
    if (organization) return named(organization, 0.8, 'its → last organisation');
    if (word !== 'the' && word !== 'his' && word !== 'her') continue;
    const nominal = nominalAt(scene, i);
    const voice = nominal && nominalVoice(stage, scene, s, nominal);
    if (voice) return voice;
    for (let k = i + 1; k < head && !nameOver(scene, k); k++)
      if (isPossessive(scene, k)) return bodyMeant(stage, scene, s, { first: i, last: k });
  }
  return null;
}

/** "A report on Wednesday by Kern", not "a lawsuit against Kern", "a study in the Journal". */
function isAuthor(scene: Scene, name: NamedTokens, head: number): boolean {
  for (let i = name.first - 1; i > head; i--)
    if (isPreposition(scene, i)) return /^(by|from|of)$/.test(lower(scene, i)) && !READING.test(lower(scene, i - 1));
  return false;
}

/** "A letter seen by Kern" is another's. */
const READING = /^(seen|obtained|reviewed|read|viewed|cited|reported|leaked)$/;

/** "The Gazette.example report": whose it is stands there, though the name is not known as one. */
function isTitled(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first + 1; i < last; i++) if (isCapitalised(scene, i)) return true;
  return false;
}

const isOwning = (scene: Scene, { entity, last }: NamedTokens): boolean =>
  entity.country !== null && isPossessive(scene, last);

/** So many paragraphs back the author of a document is looked for. */
const REMEMBERED = 12;

/** Whose the document is where the text last speaks of it: "WHO guidelines", "Ford said in a filing". */
function authorBefore(stage: Stage, s: number, { first }: Tokens, noun: string): string | null {
  for (let k = s; k >= Math.max(0, s - REMEMBERED); k--) {
    const scene = sceneAt(stage, k) as Scene;
    for (let i = k === s ? first - 1 : scene.tokens.length - 1; i >= 0; i--) {
      const word = lower(scene, i);
      if (!word.startsWith(noun) || word.length > noun.length + 1) continue;
      const owner = ownerAt(scene, i) ?? speakerOver(stage, k, i);
      if (owner) return owner;
    }
  }
  return null;
}

/** "A WHO report", "Kern's annual report", "a report by Kern". */
function ownerAt(scene: Scene, at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const name = nameOver(scene, i);
    if (name) return name.entity.type === 'place' ? null : name.entity.id;
    if (!isPossessive(scene, i) && !/^(ADJ|NOUN|NUM|PROPN)$/.test(posOf(scene, i))) break;
  }
  if (!/^(by|from|of)$/.test(lower(scene, at + 1))) return null;
  for (let i = at + 2; i < Math.min(scene.tokens.length, at + 5); i++) {
    const name = nameOver(scene, i);
    if (name) return name.entity.type === 'place' ? null : name.entity.id;
    if (isPreposition(scene, i)) return null;
  }
  return null;
}

/** Who speaks in the sentence that a word of the `k`th paragraph stands in, outside of what is said. */
function speakerOver({ scenes, pages }: Stage, k: number, at: number): string | null {
  const { tokens, sentences } = scenes[k] as Scene;
  const { start } = tokens[at] as { start: number };
  const sentence = sentences.find(({ end }) => end > start) as Sentence;
  for (let p = pages.length - 1; p >= k; p--) {
    const { statements } = pages[p] as Page;
    for (let n = statements.length - 1; n >= 0; n--) {
      const { cue, spans, speakers } = statements[n] as Statement;
      if (!cue || (p === k && cue.start < sentence.start)) return null;
      if (p > k || cue.start >= sentence.end) continue;
      const inside = spans.some(span => span.start <= start && start < span.end);
      if (!inside && speakers.length === 1) return speakers[0] ?? null;
    }
  }
  return null;
}
