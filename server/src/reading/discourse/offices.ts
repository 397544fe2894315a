/** One person by office: "the French foreign minister", "her deputy", "a senior official" whom the text names later. */
import { isOffice } from '../lexicon/titles.ts';
import { isComma } from '../statements/phrases.ts';
import { lower, nameOver, posOf, type Scene, type Tokens } from '../statements/scene.ts';
import { type Figure, holdsOffice, singular } from './cast.ts';
import { pairFrom, principals, severalMeant } from './groups.ts';
import { EVERYBODY, hasAppeared, inMind, lastTopics, lookUp, paragraphsSince } from './looks.ts';
import { NEAR, type Voice } from './mind.ts';
import { apposedBehind, holdersOf, isAccording, type Nominal } from './nominals.ts';
import { headOf, meant, named } from './notes.ts';
import { pastBody } from './pronouns.ts';
import { type Stage, sceneAt } from './stage.ts';

/** Whom a nominal stands for, as a voice; null where the text does not tell. */
export function nominalVoice(stage: Stage, scene: Scene, s: number, nominal: Nominal): Voice | null {
  if (nominal.plural) return severalMeant(stage, scene, s, nominal);
  if (nominal.apposed) return meant(stage, scene, nominal, 'nominal', [nominal.apposed], BESIDE, 0.95);
  const id = holderMeant(stage, s, nominal);
  if (!id) return null;
  const because = nominal.country ? 'office and country' : 'office';
  return meant(stage, scene, nominal, 'nominal', [id], because, nominal.country ? 0.95 : 0.85);
}

/** Null for "his spokesman" and others whom the text does not name. */
function holderMeant(stage: Stage, s: number, nominal: Nominal): string | null {
  if (/^(counterpart|colleague|host|guest)$/.test(nominal.office)) return counterpart(stage, nominal);
  if (nominal.possessed) return null;
  const nearness = (id: string): number => {
    const ago = paragraphsSince(stage, s, id);
    if (ago === null && !hasAppeared(stage, id)) return -1;
    return (ago === null ? 0 : 1 - ago / NEAR) + (lastTopics(stage, 1)[0] === id ? 0.6 : 0);
  };
  const [best, second] = holdersOf(nominal, inMind(stage), stage.known.cast, nearness);
  if (!best || (second && best.score - second.score < 0.02)) return null;
  return best.id;
}

function counterpart(stage: Stage, { country }: Nominal): string | null {
  const [owner] = lastTopics(stage, 1);
  const others = principals(stage, () => true).filter(id => id !== owner);
  const fitting = others.filter(id => country === null || stage.known.cast.get(id)?.countries.has(country));
  return fitting.length === 1 && fitting[0] ? fitting[0] : null;
}

/** "A painter named Bo Lind", "the lake authority's director, Dr. Bo Lind": the name at the end of a source or beside it. */
export function besideVoice(stage: Stage, scene: Scene, source: Tokens): Voice | null {
  const head = headOf(scene, source);
  const callsSo = nameOver(scene, source.last - 1);
  if (callsSo?.entity.type === 'person' && callsSo.last === source.last) {
    const before = lower(scene, callsSo.first - 1);
    const ofBody = nameOver(scene, callsSo.first - 1) !== undefined && isOffice(lower(scene, head));
    if (ofBody || /^(named|called|nicknamed|pseudonym|alias)$/.test(before)) return named(callsSo.entity.id, 0.95);
  }
  const name = isAccording(scene, source.first) ? null : apposedBehind(scene, source.last);
  if (!name) return null;
  const { id } = name.entity;
  const inOffice = isOffice(lower(scene, head)) || isOffice(lower(scene, source.last - 1));
  if (!inOffice && !isCompanion(scene, source, name)) return null;
  const word = lower(scene, head);
  if (singular(word) !== word) {
    const pair = pairFrom(scene, source.last + 1);
    return pair && meant(stage, scene, source, 'nominal', pair, BESIDE, 0.9);
  }
  return names(scene, source) ? named(id, 0.95, BESIDE) : meant(stage, scene, source, 'nominal', [id], BESIDE, 0.95);
}

/** "Her co-author, Bo Lind of the Lakes Institute, agreed": possessed and set off by commas, whatever he is. */
const isCompanion = (scene: Scene, { first }: Tokens, { last }: Tokens): boolean =>
  /^(his|her|their)$/.test(lower(scene, first)) && isComma(scene, pastBody(scene, last));

const BESIDE = 'stands beside the name';

/** Whether anybody or anything is named in a range. */
function names(scene: Scene, { first, last }: Tokens): boolean {
  for (let i = first; i < last; i++) if (scene.nameAt[i] !== -1) return true;
  return false;
}

/** Words for somebody whom a lead leaves unnamed. */
const ANYBODY =
  /^(official|expert|officer|scientist|researcher|lawmaker|legislator|diplomat|doctor|leader|executive|analyst|economist|activist|lawyer|professor|aide|envoy)$/;

/** "A senior health official said Thursday", as the lead of a story that names its first speaker right after. */
export function introducedLater(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  if (!/^(an?|one)$/.test(lower(scene, source.first))) return null;
  const at = headOf(scene, source);
  const office = lower(scene, at);
  if ((!isOffice(office) && !ANYBODY.test(office)) || lookUp(stage, EVERYBODY).hasAnybodySpoken()) return null;
  const field = posOf(scene, at - 1) === 'NOUN' ? lower(scene, at - 1) : null;
  const id = ANYBODY.test(office) ? firstSpeaker(stage, s) : onlyHolder(stage, office, field);
  return id && lookUp(stage, [id]).order(id) === null
    ? meant(stage, scene, source, 'nominal', [id], 'named later', 0.75)
    : null;
}

/** The person who holds an office, in a field if one is named, if the document names only one. */
function onlyHolder(stage: Stage, office: string, field: string | null): string | null {
  let only: string | null = null;
  for (const id of inMind(stage)) {
    const figure = stage.known.cast.get(id) as Figure;
    if (!holdsOffice(figure, office) || (field && !figure.titleWords.has(field))) continue;
    if (only) return null;
    only = id;
  }
  return only;
}

/** The person whom the paragraph behind the lead names as its first source. */
function firstSpeaker(stage: Stage, s: number): string | null {
  for (let k = 0; k < s; k++) if (sceneAt(stage, k)?.kind === 'paragraph') return null;
  const next = sceneAt(stage, s + 1);
  const source = stage.facts[s + 1]?.flatMap(({ attributions }) => attributions)[0]?.source;
  const name = next && source && nameOver(next, source.first);
  return name?.entity.type === 'person' ? name.entity.id : null;
}
