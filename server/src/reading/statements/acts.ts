/** What verbs that do something by speaking are followed by: an object or an infinitive. */
import { type CueForm, DAYS, WITH_OBJECT } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { nextComma } from './found.ts';
import {
  endOfNounPhrase,
  isBreak,
  isConjunction,
  isPossessive,
  isPreposition,
  isSubordinator,
  skipAdjuncts,
} from './phrases.ts';
import { lower, nameOver, posOf, type Scene } from './scene.ts';

/** Where the content of an act begins: its object or its infinitive; null where the verb does something else. */
export function actComplement(scene: Scene, at: number, limit: number, { verb }: CueForm): number | null {
  if (at >= limit || saysNothing(scene, at, verb.lemma)) return null;
  // "agreed on Monday to meet again", "announced on Monday a plan", "proposed to the council a toll"
  const behind = isPreposition(scene, at) ? skipAdjuncts(scene, at, limit) : at;
  const manner = verb.object ? endOfManner(scene, at, limit) : at;
  if (manner > at) return opensObject(scene, manner, verb.clause) ? manner : null;
  if (verb.infinitive) {
    if (opensInfinitive(scene, at)) return at;
    if (opensInfinitive(scene, behind)) return behind;
    if (lower(scene, at) === 'having' || lower(scene, at) === 'being') return at;
  }
  if (!verb.object) return lower(scene, at) === 'for' && APOLOGIZING.has(verb.lemma) ? at : null;
  if (behind > at) {
    const between = lower(scene, at) === 'to' || DAYS.has(lower(scene, behind - 1));
    return between && posOf(scene, behind) === 'DET' ? behind : null;
  }
  if (!opensObject(scene, at, verb.clause)) return null;
  if (verb.lemma === 'call') return isCalledSomething(scene, at, limit) && !isTitled(scene, at, limit) ? at : null;
  const needed = WITH_OBJECT.get(verb.lemma);
  const until = needed?.has('as') ? nextComma(scene, at, limit) : limit;
  if (!needed || follows(scene, at, until, needed)) return at;
  return LABELLING.has(verb.lemma) && quotes(scene, at, limit) ? at : null;
}

/** Behind "in the strongest terms"; `at` where no such words stand there. */
function endOfManner(scene: Scene, at: number, limit: number): number {
  if (lower(scene, at) !== 'in') return at;
  for (let i = at + 2; i < Math.min(limit, at + 6); i++) if (lower(scene, i) === 'terms') return i + 1;
  return at;
}

/** "Declined to comment". */
const saysNothing = (scene: Scene, at: number, lemma: string): boolean =>
  (lemma === 'decline' || lemma === 'refuse') && SAYING.has(lower(scene, at + 1));

const SAYING = new Set(words('comment respond answer speak talk elaborate say be'));
const APOLOGIZING = new Set(words('apologize apologise'));
const LABELLING = new Set(words('characterize characterise label brand'));

const opensInfinitive = (scene: Scene, to: number): boolean =>
  lower(scene, to) === 'to' &&
  !isBreak(scene, to + 1) &&
  !nameOver(scene, to + 1) &&
  !/^(the|a|an|his|her|their)$/.test(lower(scene, to + 1));

function opensObject(scene: Scene, at: number, clause: boolean): boolean {
  const word = lower(scene, at);
  const pos = posOf(scene, at);
  // "said Monday" tells when; "condemned Monday's raid" what.
  if ((pos === 'ADV' && word.endsWith('ly')) || (DAYS.has(word) && !isPossessive(scene, at + 1))) return false;
  if (isBreak(scene, at) || isPreposition(scene, at) || isConjunction(scene, at) || isSubordinator(scene, at))
    return word === 'what' || (!clause && word === 'that' && posOf(scene, at + 1) === 'NOUN');
  return OF_OBJECTS.has(pos) || nameOver(scene, at) !== undefined || scene.quotationAt[at] !== -1;
}

const OF_OBJECTS = new Set(words('DET NOUN PROPN ADJ NUM PRON VERB ADV SYM X'));

/** `A print called “Riders”`: nothing stands there that is called so. */
function isTitled(scene: Scene, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && scene.quotationAt[end] === scene.quotationAt[at]) end++;
  return scene.quotationAt[at] !== -1 && !OF_OBJECTS.has(posOf(scene, end));
}

/** "Called the exchange fair", "called it a mistake": a name for something, not "called a meeting". */
function isCalledSomething(scene: Scene, at: number, limit: number): boolean {
  if (quotes(scene, at, limit) || posOf(scene, limit - 1) === 'ADJ') return true;
  const end = endOfPhrases(scene, at, limit);
  if (end >= limit || DAYS.has(lower(scene, end))) return false;
  const pos = posOf(scene, end);
  if (pos === 'DET' || pos === 'ADJ' || posOf(scene, end - 1) === 'ADJ') return true;
  if (pos === 'VERB' && lower(scene, end).endsWith('ed')) return true;
  return end === limit - 1 && pos !== 'ADV' && !isPreposition(scene, end);
}

/** Behind a noun phrase and the prepositional phrases on it. */
function endOfPhrases(scene: Scene, from: number, limit: number): number {
  let end = endOfNounPhrase(scene, from, limit);
  while (
    end < limit &&
    end > from &&
    (isPreposition(scene, end) || (isConjunction(scene, end) && posOf(scene, end + 1) === 'DET'))
  ) {
    const next = endOfNounPhrase(scene, end + 1, limit);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Whether one of some words stands in a range. */
export function follows(scene: Scene, from: number, limit: number, some: ReadonlySet<string>): boolean {
  for (let i = from; i < limit; i++) if (some.has(lower(scene, i))) return true;
  return false;
}

function quotes(scene: Scene, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) if (scene.quotationAt[i] !== -1) return true;
  return false;
}
