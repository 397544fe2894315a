/** Organisations and governments: "it", "the agency", "the Danish government", "police". */
import type { Sentence } from '../language.ts';
import { DEMONYMS } from '../lexicon/places.ts';
import { lower, nameOver, type Scene, type Tokens, token } from '../statements/scene.ts';
import { COUNTRY_BY_CAPITAL } from './cast.ts';
import { lookAt } from './looks.ts';
import type { Voice } from './mind.ts';
import { BUSINESS, fitsNoun, organizationNoun } from './nominals.ts';
import { headOf, meant, unnamed, wordsAt } from './notes.ts';
import { isSubject } from './pronouns.ts';
import { nameOf, type Stage, sceneAt } from './stage.ts';
import { isWriting } from './writings.ts';

/** "It": the organisation that is subject earlier in the sentence, else the one that spoke or acted last. */
export function it(stage: Stage, scene: Scene, sentence: Sentence, source: Tokens): Voice {
  const subject = subjectBefore(scene, sentence, source);
  if (subject) return meant(stage, scene, source, 'pronoun', [subject], 'it → the subject before it', 0.85);
  const last = lookAt(stage, 'lastVoice');
  // "A statement said so. It added that": what it is has no name.
  if (last?.label && last.speakers.length === 0 && last.label.split(' ').some(isWriting))
    return { ...last, certainty: 0.75, because: 'it → last source' };
  const id = lookAt(stage, 'lastOrganization');
  return id
    ? meant(stage, scene, source, 'pronoun', [id], 'it → last organisation', 0.8)
    : unnamed('it', 0.4, 'nothing named before');
}

/** "Although the fund did not name them, it warned". */
function subjectBefore(scene: Scene, sentence: Sentence, { first }: Tokens): string | null {
  for (let i = first - 1; i >= sentence.first; i--) {
    const name = nameOver(scene, i);
    if (!name) continue;
    if (name.entity.type === 'organization' && isSubject(scene, name.first, name.last)) return name.entity.id;
    i = name.first;
  }
  return null;
}

/** The body that a source stands for; null where it stands for none that is named. */
export function bodyMeant(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  const noun = organizationNoun(scene, source);
  const governs = noun === 'government' || GOVERNING.test(lower(scene, headOf(scene, source)));
  const country = governs ? governed(stage, scene, s, source) : null;
  if (country)
    return meant(stage, scene, source, 'nominal', [country], `government of ${nameOf(stage, country)}`, 0.85);
  if (source.last - source.first <= 2 && lower(scene, source.last - 1) === 'police')
    return police(stage, scene, source);
  return noun ? bodyBefore(stage, scene, s, source, noun) : null;
}

const GOVERNING = /^(side|administration|country|nation)$/;

/** The country whose government speaks: the one that the phrase names, or the last one named. */
function governed(stage: Stage, scene: Scene, s: number, source: Tokens): string | null {
  for (let i = source.first; i < source.last; i++) {
    const name = nameOver(scene, i);
    const code =
      DEMONYMS.get(token(scene, i)?.text ?? '') ??
      (name ? (name.entity.country ?? COUNTRY_BY_CAPITAL.get(name.entity.name.toLowerCase()) ?? null) : null);
    const id = code ? stage.known.countries.get(code) : undefined;
    if (id) return id;
  }
  return /^the government$/.test(wordsAt(scene, source)) ? countryInMind(stage, s) : null;
}

/** The country that the text names far more than any other, that whose government it names counting twice; null if none is. */
function countryInMind(stage: Stage, s: number): string | null {
  const weights = new Map<string, number>();
  for (let k = s; k >= Math.max(0, s - REMEMBERED); k--) {
    const scene = sceneAt(stage, k) as Scene;
    for (const { entity, first, last } of scene.names) {
      if (entity.country === null) continue;
      const governs = GOVERNS.test(lower(scene, last)) || GOVERNS.test(lower(scene, first - 2));
      const weight = (s - k < 4 ? 2 : 1) * (governs ? 3 : 1);
      weights.set(entity.id, (weights.get(entity.id) ?? 0) + weight);
    }
  }
  const [best, next] = [...weights].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 * (next?.[1] ?? 0) ? best[0] : null;
}

const GOVERNS = /^(government|ministry|parliament|president|authorities|administration|cabinet)$/;

function police(stage: Stage, scene: Scene, source: Tokens): Voice | null {
  const [only, ...others] = stage.known.policeForces;
  return only && others.length === 0
    ? meant(stage, scene, source, 'nominal', [only], 'the one police force named', 0.85)
    : null;
}

/** So many paragraphs back an organisation is remembered. */
const REMEMBERED = 40;

function bodyBefore(stage: Stage, scene: Scene, s: number, source: Tokens, noun: string): Voice | null {
  const last = stage.known.byId.get(lookAt(stage, 'lastOrganization') ?? '');
  const spoke = last?.type === 'organization' ? last : undefined;
  const fit = spoke ? fitsNoun(spoke.name, noun) : null;
  if (spoke && (fit === 'named' || (fit && BUSINESS.test(noun))))
    return meant(stage, scene, source, 'nominal', [spoke.id], 'its name has the noun', 0.9);
  let generic: string | null = null;
  for (let k = s; k >= Math.max(0, s - REMEMBERED); k--) {
    const { names } = sceneAt(stage, k) as Scene;
    for (let n = names.length - 1; n >= 0; n--) {
      const { entity, first } = names[n] as (typeof names)[number];
      if (entity.type !== 'organization' || (k === s && first >= source.first)) continue;
      const fit = fitsNoun(entity.name, noun);
      if (fit === 'named') return meant(stage, scene, source, 'nominal', [entity.id], 'its name has the noun', 0.85);
      if (fit === 'generic') generic ??= entity.id;
    }
  }
  if (!generic) return null;
  const id = spoke && fit ? spoke.id : generic;
  return meant(stage, scene, source, 'nominal', [id], 'last organisation', 0.8);
}
