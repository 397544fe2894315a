/** From the words that name a source to the entities that speak. */
import { MEDIA } from '../lexicon/cues.ts';
import { DEMONYMS } from '../lexicon/places.ts';
import type { Gender, Span } from '../model.ts';
import { isPreposition } from '../statements/phrases.ts';
import { lower, nameOver, type Scene, spanOf, type Tokens, token } from '../statements/scene.ts';
import { agrees, COUNTRY_BY_CAPITAL, holdsOffice } from './cast.ts';
import { GENDER_OF_PRONOUN } from './expressions.ts';
import { fitsNoun, holdersOf, type Nominal, nominalAt, organizationNoun } from './nominals.ts';
import { bind, inMind, isPerson, latest, nameOf, type Stage, type Voice, vote } from './stage.ts';

/** The voice that a source stands for, in a sentence of the `s`th paragraph. Notes pronouns and nominals as mentions. */
export function voiceOf(stage: Stage, scene: Scene, s: number, sentence: number, source: Tokens): Voice {
  const named = namedVoice(stage, scene, s, sentence, source);
  if (named) return named;
  const pronoun = lower(scene, source.first);
  if (source.last - source.first === 1) {
    const gender = GENDER_OF_PRONOUN.get(pronoun);
    if (gender) return personVoice(stage, scene, s, sentence, source, gender);
    if (pronoun === 'they' || pronoun === 'both' || pronoun === 'it' || pronoun === 'we')
      return pluralVoice(stage, scene, source, pronoun);
  }
  const nominal = nominalAt(scene, source.first);
  if (nominal && nominal.last <= source.last) {
    const voice = nominalVoice(stage, scene, s, nominal);
    if (voice) return voice;
  }
  return (
    collectiveVoice(stage, scene, s, source) ?? {
      speakers: [],
      label: wordsAt(scene, source),
      certainty: 0.85,
      because: 'unnamed source',
    }
  );
}

const wordsAt = (scene: Scene, range: Tokens): string => {
  const { start, end } = spanOf(scene, range);
  return scene.text.slice(start, end).replace(/^(?:The|A|An)\s/, article => article.toLowerCase());
};

/** A bare name, or several joined by "and"; "Miller's statement" speaks for Miller. */
function namedVoice(stage: Stage, scene: Scene, s: number, sentence: number, { first, last }: Tokens): Voice | null {
  const name = nameOver(scene, first);
  if (name && name.first === first && name.last >= last)
    return { speakers: [name.entity.id], label: null, certainty: 1, because: '' };
  const joint = jointVoice(stage, scene, s, sentence, { first, last });
  if (joint) return joint;
  const head = headOf(scene, first, last);
  const document =
    MEDIA.has(lower(scene, head)) ||
    /^(records|data|figures|documents|findings|estimates|website|account|spokespeople|verdict|ruling|summary|description|lawyers?)$/.test(
      lower(scene, head),
    );
  if (!document) return null;
  for (let i = first; i < last; i++) {
    const owner = nameOver(scene, i);
    if (owner && owner.entity.type !== 'place')
      return {
        speakers: [owner.entity.id],
        label: null,
        certainty: 0.85,
        because: `in ${wordsAt(scene, { first: head, last: head + 1 })}`,
      };
    if (lower(scene, i) === 'the' || /^(his|her)$/.test(lower(scene, i))) {
      const nominal = nominalAt(scene, i);
      const voice = nominal && nominalVoice(stage, scene, s, nominal);
      if (voice) return voice;
    }
  }
  const author = stage.lastVoice?.speakers[0];
  const continues =
    /^(the|its)$/.test(lower(scene, first)) && author !== undefined && author === stage.lastOrganization;
  return continues ? { speakers: [author], label: null, certainty: 0.7, because: 'its last source' } : null;
}

function headOf(scene: Scene, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (isPreposition(scene, i)) return i - 1;
  return last - 1;
}

function jointVoice(stage: Stage, scene: Scene, s: number, sentence: number, { first, last }: Tokens): Voice | null {
  for (let i = first + 1; i < last - 1; i++) {
    if (lower(scene, i) !== 'and' || nameOver(scene, i)) continue;
    const start = lower(scene, first) === 'both' ? first + 1 : first;
    const left = memberVoice(stage, scene, s, sentence, { first: start, last: i });
    const right = memberVoice(stage, scene, s, sentence, { first: i + 1, last });
    if (left && right)
      return {
        speakers: [...new Set([...left.speakers, ...right.speakers])],
        label: null,
        certainty: Math.min(left.certainty, right.certainty),
        because: left.because || right.because,
      };
  }
  return null;
}

function memberVoice(stage: Stage, scene: Scene, s: number, sentence: number, range: Tokens): Voice | null {
  for (let i = range.last - 1; i >= range.first; i--) {
    const name = nameOver(scene, i);
    if (name)
      return isPreposition(scene, name.first - 1)
        ? null
        : { speakers: [name.entity.id], label: null, certainty: 1, because: '' };
  }
  const gender = range.last - range.first === 1 ? GENDER_OF_PRONOUN.get(lower(scene, range.first)) : undefined;
  if (gender) return personVoice(stage, scene, s, sentence, range, gender);
  const nominal = nominalAt(scene, range.first);
  return nominal ? nominalVoice(stage, scene, s, nominal) : collectiveVoice(stage, scene, s, range);
}

/* ---------- he and she ---------- */

/** The person on stage: the last source or subject of that gender, before anybody who was merely mentioned. */
function personVoice(stage: Stage, scene: Scene, s: number, sentence: number, source: Tokens, gender: Gender): Voice {
  const topic = latest(stage.topics, t => agrees(stage.cast.get(t), gender));
  const introduced = latest(
    stage.appearances,
    a => (a.scene < s || a.sentence < sentence) && agrees(stage.cast.get(a.id), gender),
  );
  const id = topic ?? introduced?.id;
  if (id === undefined)
    return { speakers: [], label: wordsAt(scene, source), certainty: 0.4, because: 'nobody named before' };
  const others = new Set(stage.topics.slice(-3).filter(other => agrees(stage.cast.get(other), gender)));
  const because = topic
    ? `${lower(scene, source.first)} → last speaker`
    : `${lower(scene, source.first)} → last person named`;
  if (others.size <= 1) vote(stage, id, gender, 1);
  bind(stage, id, gender);
  note(stage, scene, source, 'pronoun', [id], because);
  return { speakers: [id], label: null, certainty: topic ? (others.size > 1 ? 0.85 : 0.95) : 0.75, because };
}

/* ---------- they, both, it ---------- */

function pluralVoice(stage: Stage, scene: Scene, source: Tokens, pronoun: string): Voice {
  if (pronoun === 'it') {
    const id = stage.lastOrganization;
    if (!id) return { speakers: [], label: 'it', certainty: 0.4, because: 'nothing named before' };
    note(stage, scene, source, 'pronoun', [id], 'it → last organisation');
    return { speakers: [id], label: null, certainty: 0.8, because: 'it → last organisation' };
  }
  const last = stage.lastPlural;
  if (pronoun === 'both') {
    const pair = last && last.speakers.length === 2 ? last.speakers : principals(stage, () => true);
    if (pair.length === 2) return groupVoice(stage, scene, source, 'pronoun', pair, 'both → the two who speak');
  }
  if (pronoun === 'they' && last) {
    const organization = last.speakers.length === 0 ? null : stage.lastOrganization;
    const fresh = stage.lastVoice === last || last.speakers.length !== 1;
    if (fresh) {
      if (last.speakers.length > 1)
        return groupVoice(stage, scene, source, 'pronoun', last.speakers, 'they → last speakers');
      if (last.label) return { ...last, certainty: 0.85, because: 'they → last source' };
    }
    if (organization) return groupVoice(stage, scene, source, 'pronoun', [organization], 'they → last organisation');
  }
  if (pronoun === 'they' && stage.lastOrganization)
    return groupVoice(stage, scene, source, 'pronoun', [stage.lastOrganization], 'they → last organisation');
  return { speakers: [], label: pronoun, certainty: 0.5, because: 'unresolved' };
}

function groupVoice(
  stage: Stage,
  scene: Scene,
  source: Tokens,
  kind: 'pronoun' | 'nominal',
  ids: readonly string[],
  because: string,
): Voice {
  note(stage, scene, source, kind, ids, because);
  return { speakers: [...ids], label: null, certainty: 0.85, because };
}

/** The two whose meeting it is: those who have spoken most, then those whom the lead names. */
function principals(stage: Stage, fits: (id: string) => boolean): string[] {
  const persons = [...inMind(stage)].filter(id => fits(id) && (stage.cast.get(id)?.offices.size ?? 0) > 0);
  const order = (id: string): number => stage.firstSeen.get(id) ?? 0;
  const weight = (id: string) => (stage.spoken.get(id) ?? 0) + (stage.leads.has(id) ? 2.5 : 0);
  const ranked = persons
    .filter(id => stage.firstSeen.has(id))
    .sort((a, b) => weight(b) - weight(a) || order(a) - order(b));
  return ranked.slice(0, 2).sort((a, b) => order(a) - order(b));
}

/* ---------- the French foreign minister ---------- */

/** Does an office, or a word for a group, fit a person? */
function belongsTo(stage: Stage, id: string, office: string): boolean {
  if (/^(side|leader|official|diplomat|man|woman|party|two|pair)$/.test(office)) return true;
  const figure = stage.cast.get(id);
  return figure !== undefined && holdsOffice(figure, office);
}

/** Whom a nominal stands for, as a voice; null where the text does not tell. */
export function nominalVoice(stage: Stage, scene: Scene, s: number, nominal: Nominal): Voice | null {
  if (nominal.plural) {
    const opener = lower(scene, nominal.first);
    const two = opener === 'both' || lower(scene, nominal.first + 1) === 'two' || nominal.office === 'side';
    const pair = two ? principals(stage, id => belongsTo(stage, id, nominal.office)) : [];
    return pair.length === 2 ? groupVoice(stage, scene, nominal, 'nominal', pair, 'the two who speak') : null;
  }
  const id = personMeant(stage, s, nominal);
  if (!id) return null;
  const because = nominal.apposed ? 'stands beside the name' : nominal.country ? 'office and country' : 'office';
  note(stage, scene, nominal, 'nominal', [id], because);
  return { speakers: [id], label: null, certainty: nominal.country || nominal.apposed ? 0.95 : 0.85, because };
}

/** Whom a singular nominal stands for; null for "his spokesman" and others whom the text does not name. */
function personMeant(stage: Stage, s: number, nominal: Nominal): string | null {
  if (nominal.apposed) return nominal.apposed;
  const recency = (id: string): number => {
    const seen = stage.lastSeen.get(id);
    if (!seen) return -1;
    const spoke = stage.topics.at(-1) === id ? 0.6 : 0;
    return Math.max(0, 1 - (s - seen.scene) / 12) + spoke;
  };
  if (/^(counterpart|colleague|host|guest)$/.test(nominal.office)) return counterpart(stage, nominal);
  if (nominal.possessed) return null;
  const [best, second] = holdersOf(nominal, inMind(stage), stage.cast, recency);
  if (!best) return null;
  if (second && best.score - second.score < 0.02) return null;
  return best.id;
}

function counterpart(stage: Stage, { country }: Nominal): string | null {
  const owner = stage.topics.at(-1);
  const others = principals(stage, () => true).filter(id => id !== owner);
  const fitting = others.filter(id => country === null || stage.cast.get(id)?.countries.has(country));
  return fitting.length === 1 && fitting[0] ? fitting[0] : null;
}

/* ---------- organisations and governments ---------- */

function collectiveVoice(stage: Stage, scene: Scene, s: number, source: Tokens): Voice | null {
  const noun = organizationNoun(scene, source);
  const government =
    noun === 'government' ||
    /^(side|administration|country|nation)$/.test(lower(scene, headOf(scene, source.first, source.last)));
  if (government) {
    for (let i = source.first; i < source.last; i++) {
      const name = nameOver(scene, i);
      const code =
        DEMONYMS.get(token(scene, i)?.text ?? '') ??
        (name ? (name.entity.country ?? COUNTRY_BY_CAPITAL.get(name.entity.name.toLowerCase()) ?? null) : null);
      const id = code ? stage.countries.get(code) : undefined;
      if (id) return groupVoice(stage, scene, source, 'nominal', [id], `government of ${nameOf(stage, id)}`);
    }
  }
  if (government && /^the government$/i.test(wordsAt(scene, source))) {
    const country = latestCountry(stage, s);
    if (country)
      return groupVoice(stage, scene, source, 'nominal', [country], `government of ${nameOf(stage, country)}`);
  }
  if (lower(scene, source.last - 1) === 'police' && source.last - source.first <= 2) {
    const forces = [...stage.byId.values()].filter(
      entity => entity.type === 'organization' && /\bPolice\b/.test(entity.name),
    );
    if (forces.length === 1 && forces[0])
      return groupVoice(stage, scene, source, 'nominal', [forces[0].id], 'the one police force named');
  }
  if (!noun) return null;
  let generic: string | null = null;
  for (let k = s; k >= Math.max(0, s - 40); k--) {
    const names = (stage.scenes[k] as Scene).names;
    for (let n = names.length - 1; n >= 0; n--) {
      const { entity, mention } = names[n] as (typeof names)[number];
      if (entity.type !== 'organization') continue;
      if (k === s && mention.start >= scene.start + spanOf(scene, source).start) continue;
      const fit = fitsNoun(entity.name, noun);
      if (fit === 'named') return groupVoice(stage, scene, source, 'nominal', [entity.id], 'its name has the noun');
      if (fit === 'generic')
        generic ??=
          stage.lastOrganization && stage.byId.get(stage.lastOrganization)?.type === 'organization'
            ? stage.lastOrganization
            : entity.id;
    }
  }
  return generic ? groupVoice(stage, scene, source, 'nominal', [generic], 'last organisation') : null;
}

function latestCountry(stage: Stage, s: number): string | null {
  for (let k = s; k >= Math.max(0, s - 3); k--) {
    const country = (stage.scenes[k] as Scene).names.findLast(
      name => name.entity.country !== null && name.entity.type === 'place',
    );
    if (country) return country.entity.id;
  }
  return null;
}

/* ---------- mentions ---------- */

export function note(
  stage: Stage,
  scene: Scene,
  range: Tokens,
  kind: 'pronoun' | 'nominal',
  entities: readonly string[],
  because: string,
): void {
  const span: Span = spanOf(scene, range);
  const start = span.start + scene.start;
  const end = span.end + scene.start;
  if (latest(stage.mentions, m => m.start === start && m.end === end)) return;
  stage.mentions.push({ kind, entities, start, end, because });
}

/** A label for several: "Ada Kern and Bo Lind". */
export function labelOf(stage: Stage, { speakers, label }: Voice): string | null {
  if (speakers.length === 0) return label;
  const names = speakers.map(id => nameOf(stage, id));
  return names.length === 1 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export const isNamedPerson = (stage: Stage, voice: Voice | null): string | null => {
  const [only] = voice?.speakers ?? [];
  return voice && voice.speakers.length === 1 && only !== undefined && isPerson(stage, only) ? only : null;
};
