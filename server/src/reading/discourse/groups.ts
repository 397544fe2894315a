/** Several at once: "they", "both", "the two ministers", "the parties". */
import { genderOfOffice } from '../lexicon/titles.ts';
import type { Gender } from '../model.ts';
import { isPreposition } from '../statements/phrases.ts';
import { lower, type NamedTokens, nameOver, quotationOver, type Scene, type Tokens } from '../statements/scene.ts';
import { agrees, holdsOffice, isOfStateOffice, singular } from './cast.ts';
import { inMind, lookAt, lookUp } from './looks.ts';
import type { Voice } from './mind.ts';
import type { Nominal } from './nominals.ts';
import { meant, unnamed } from './notes.ts';
import { nameOf, remember, type Stage, sceneAt } from './stage.ts';

/** "They": those who spoke or acted last, if they are more than one person. */
export function they(stage: Stage, scene: Scene, source: Tokens): Voice {
  const last = lookAt(stage, 'lastPlural');
  if (!last) return unnamed('they', 0.5, 'unresolved');
  if (last.speakers.length === 0) return { ...last, certainty: 0.85, because: 'they → last source' };
  const because = last.speakers.length > 1 ? 'they → last speakers' : `they → ${nameOf(stage, last.speakers[0] ?? '')}`;
  return meant(stage, scene, source, 'pronoun', last.speakers, because, 0.85);
}

export function both(stage: Stage, scene: Scene, s: number, source: Tokens): Voice {
  const last = lookAt(stage, 'lastPlural');
  const pair = last?.speakers.length === 2 ? last.speakers : principals(stage, () => true);
  const ids = pair.length === 2 ? pair : (lastPair(stage, s, source, 'person') ?? []);
  return ids.length === 2
    ? meant(stage, scene, source, 'pronoun', ids, 'both → the two who speak', 0.85)
    : unnamed('both', 0.5, 'unresolved');
}

/** "We", "I", "you": those who write, or are written to. */
export const writer = (word: string): Voice => unnamed(word, 0.5, 'unresolved');

/** Whom a plural nominal stands for, as a voice: the two whose meeting it is, or the two who were named together. */
export function severalMeant(stage: Stage, scene: Scene, s: number, nominal: Nominal): Voice | null {
  const opener = lower(scene, nominal.first);
  const two = opener === 'both' || lower(scene, nominal.first + 1) === 'two' || nominal.office === 'side';
  if (!two || quotationOver(scene, nominal.first)) return null;
  // "Talks between the two sides", "people on both sides": the countries' or the bodies' sides.
  if (nominal.office === 'side' && isPreposition(scene, nominal.first - 1)) return null;
  const pair = principals(stage, id => belongsTo(stage, id, nominal.office));
  if (nominal.office === 'side' && !pair.every(id => isOfState(stage, id))) return null;
  if (nominal.office === 'party' && !areOfTwoCountries(stage, pair)) return null;
  if (pair.length === 2) return meant(stage, scene, nominal, 'nominal', pair, 'the two who speak', 0.85);
  const together = PERSONAL.test(nominal.office) ? null : lastPair(stage, s, nominal, 'person');
  if (!together?.every(id => mayBelongTo(stage, id, nominal.office))) return null;
  remember(stage, { what: 'group', noun: lower(scene, nominal.last - 1), ids: together });
  return meant(stage, scene, nominal, 'nominal', together, 'the two named together', 0.8);
}

/** "Both sides should talk": the countries of the two whose meeting it is. */
export function sidesMeant(stage: Stage, scene: Scene, nominal: Nominal): Voice | null {
  if (quotationOver(scene, nominal.first) || isPreposition(scene, nominal.first - 1)) return null;
  const pair = principals(stage, id => isOfState(stage, id));
  const countries = pair.flatMap(id => {
    const [code, other] = stage.known.cast.get(id)?.countries ?? [];
    const country = code === undefined || other !== undefined ? undefined : stage.known.countries.get(code);
    return country === undefined ? [] : [country];
  });
  if (countries.length !== 2 || countries[0] === countries[1]) return null;
  return meant(stage, scene, nominal, 'nominal', countries, 'the two countries', 0.8);
}

/** "Both sides had chances": those who play are no sides at a table. */
const isOfState = (stage: Stage, id: string): boolean =>
  [...(stage.known.cast.get(id)?.offices ?? [])].some(isOfStateOffice);

/** Two parties that talk are two countries'; those that vote are not any two persons in office. */
function areOfTwoCountries(stage: Stage, [one = '', other = '']: readonly string[]): boolean {
  const [here, there] = [stage.known.cast.get(one)?.countries, stage.known.cast.get(other)?.countries];
  return !!here?.size && !!there?.size && ![...here].some(country => there.has(country));
}

/** Words that belong to offices of state: two ministers are no two defendants. */
const PERSONAL = /^(side|leader|minister|president|premier|chancellor|diplomat|envoy|ambassador|king)$/;

const PERSONS_TOGETHER =
  /^(defendants|suspects|accused|couple|parents|brothers|sisters|spouses|twins|duo|pair|co-authors|authors|winners|laureates)$/;
const FAMILY = /^(couple|parents|brothers|sisters|spouses|twins)$/;
const BODIES_TOGETHER = /^(parties|companies|firms|carmakers|airlines|retailers|banks|chains|universities|clubs)$/;

/** "The defendants", "both companies": those who were named together, if only two ever were. */
export function togetherMeant(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  const { first, last } = source;
  if (last - first > 3 || !/^(the|both|these|those)$/.test(lower(scene, first))) return null;
  const head = lower(scene, last - 1);
  const type = PERSONS_TOGETHER.test(head) ? 'person' : BODIES_TOGETHER.test(head) ? 'organization' : null;
  const back = FAMILY.test(head) ? 3 : REMEMBERED;
  const ids = lookAt(stage, 'groups').get(head) ?? (type && lastPair(stage, s, source, type, back));
  return ids ? meant(stage, scene, source, 'nominal', ids, 'the two named together', 0.8) : null;
}

/** So many paragraphs back two who were named together are remembered. */
const REMEMBERED = 30;

/** The two of a kind that the text last joined by "and" before a source. */
function lastPair(
  stage: Stage,
  s: number,
  { first }: Tokens,
  type: 'person' | 'organization',
  back = REMEMBERED,
): readonly string[] | null {
  for (let k = s; k >= Math.max(0, s - back); k--) {
    const scene = sceneAt(stage, k) as Scene;
    for (let n = scene.names.length - 1; n > 0; n--) {
      const right = scene.names[n] as NamedTokens;
      if (right.entity.type !== type || (k === s && right.first >= first)) continue;
      const left = joinedBefore(scene, right);
      if (left && left.entity !== right.entity && !isListed(scene, left)) return [left.entity.id, right.entity.id];
    }
  }
  return null;
}

/** The name of the same kind that "and" joins to this one: "Kern and the painter Lind". */
function joinedBefore(scene: Scene, right: NamedTokens): NamedTokens | null {
  for (let i = right.first - 1; i >= Math.max(1, right.first - 8); i--) {
    if (/^[,;:.()]$/.test(lower(scene, i))) return null;
    if (lower(scene, i) !== 'and') continue;
    const left = nameOver(scene, i - 1);
    return left?.entity.type === right.entity.type ? left : null;
  }
  return null;
}

/** "Two painters, | Ada Kern and Bo Lind": the two who are named there. */
export function pairFrom(scene: Scene, first: number): readonly string[] | null {
  const left = scene.names.findIndex(name => name.first >= first);
  const right = scene.names[left + 1];
  const joined = right && joinedBefore(scene, right);
  return right && joined && joined === scene.names[left] ? [joined.entity.id, right.entity.id] : null;
}

/** "Berg, Kern and Lind": one of more than two. */
const isListed = (scene: Scene, { first, entity }: NamedTokens): boolean =>
  lower(scene, first - 1) === ',' && nameOver(scene, first - 2)?.entity.type === entity.type;

/** The two whose meeting it is: those who have spoken most, then those whom the lead names. */
export function principals(stage: Stage, fits: (id: string) => boolean): string[] {
  const inOffice = [...inMind(stage)].filter(id => (stage.known.cast.get(id)?.offices.size ?? 0) > 0 && fits(id));
  if (inOffice.length === 0) return [];
  const { order, spoken } = lookUp(stage, inOffice);
  const persons = inOffice.flatMap(id => {
    const seen = order(id);
    return seen === null ? [] : { id, seen, weight: spoken(id) + (stage.leads.has(id) ? 2.5 : 0) };
  });
  const ranked = persons.sort((a, b) => b.weight - a.weight || a.seen - b.seen);
  const first = ranked.slice(0, 2).sort((a, b) => a.seen - b.seen);
  return first.map(({ id }) => id);
}

/** Does an office, or a word for a group, fit a person? */
function belongsTo(stage: Stage, id: string, office: string): boolean {
  const figure = stage.known.cast.get(id);
  if (!agrees(figure, genderOf(office))) return false;
  if (/^(side|leader|official|diplomat|man|woman|party|two|pair)$/.test(office)) return true;
  return figure !== undefined && holdsOffice(figure, office);
}

function genderOf(office: string): Gender {
  if (office === 'man') return 'male';
  return office === 'woman' ? 'female' : genderOfOffice(office);
}

/** Whether nothing speaks against it: of most who are named no office is known. */
const mayBelongTo = (stage: Stage, id: string, office: string): boolean =>
  belongsTo(stage, id, office) ||
  [...(stage.known.cast.get(id)?.offices ?? [])].some(held => singular(held) === office) ||
  (stage.known.cast.get(id)?.offices.size === 0 && genderOf(office) === null);
