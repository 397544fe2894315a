/** Whom the pronouns and nominals of a sentence stand for, once it is known who says what in it. */
import type { Sentence } from '../language.ts';
import type { Gender } from '../model.ts';
import { isComma, isFiniteVerb, isPreposition } from '../statements/phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene } from '../statements/scene.ts';
import { scareQuoted } from '../statements/sources.ts';
import { agrees } from './cast.ts';
import { isNamedPerson, note } from './notes.ts';
import { nominalVoice } from './offices.ts';
import { appear, bind, latest, type Said, type Stage, vote } from './stage.ts';

interface Onstage {
  readonly id: string;
  readonly token: number;
  readonly quoted: boolean;
  readonly subject: boolean;
}

/** Walks a sentence; persons appear as they are named. `sources` are resolved already. */
export function readReferences(
  stage: Stage,
  scene: Scene,
  s: number,
  index: number,
  said: readonly Said[],
  sources: ReadonlyMap<number, string>,
): void {
  const expressions = stage.facts[s]?.[index]?.expressions ?? [];
  if (expressions.length === 0) return;
  const sentence = scene.sentences[index] as Sentence;
  const here: Onstage[] = [];
  const enter = (id: string, first: number, last: number): void => {
    if (here.length >= FEW_ENOUGH) here.shift();
    here.push({ id, token: first, quoted: isQuoted(scene, first), subject: isSubject(scene, first, last) });
  };
  for (const expression of expressions) {
    const i = expression.at;
    if (expression.kind === 'name') {
      const { id } = expression.name.entity;
      appear(stage, { id, scene: s, sentence: index });
      enter(id, i, expression.name.last);
    } else if (expression.kind === 'pronoun') {
      const known = sources.get(i);
      const [id, because] = known ? [known, ''] : antecedent(stage, scene, sentence, i, expression.gender, here, said);
      if (id && !known) note(stage, scene, { first: i, last: i + 1 }, 'pronoun', [id], because, 0.8);
      if (id) bind(stage, id, expression.gender);
      if (id) enter(id, i, i + 1);
    } else {
      const voice = nominalVoice(stage, scene, s, expression.nominal);
      if (voice && voice.speakers.length > 1) stage.lastPlural = voice;
      const [only] = voice?.speakers ?? [];
      if (voice?.speakers.length === 1 && only) enter(only, i, expression.nominal.last);
    }
  }
}

/** So many persons of one sentence are kept in mind; a sentence without an end must not cost its square. */
const FEW_ENOUGH = 24;

const isQuoted = (scene: Scene, i: number): boolean => quotationOver(scene, i) !== undefined && !scareQuoted(scene, i);

/** A verb follows, or a comma and then an apposition: near enough to a subject for reference. */
function isSubject(scene: Scene, first: number, last: number): boolean {
  for (let i = last; i < Math.min(scene.tokens.length, last + 3); i++) {
    if (isFiniteVerb(scene, i)) return !isPreposition(scene, first - 1);
    if (posOf(scene, i) !== 'ADV' && !isComma(scene, i)) return false;
  }
  return false;
}

function antecedent(
  stage: Stage,
  scene: Scene,
  sentence: Sentence,
  i: number,
  gender: Gender,
  here: readonly Onstage[],
  said: readonly Said[],
): readonly [string | null, string] {
  const fits = (id: string): boolean => agrees(stage.cast.get(id), gender);
  const word = lower(scene, i);
  const possessive =
    word === 'his' ||
    (word === 'her' &&
      /^(NOUN|ADJ|NUM|PROPN|VERB|ADV)$/.test(posOf(scene, i + 1)) &&
      !/^(that|to|in|on|at|for)$/.test(lower(scene, i + 1)));
  const object = !possessive && !isSubjectForm(word);
  const statement = said.find(({ content }) => content.some(c => c.first <= i && i < c.last));
  const speaker = isNamedPerson(stage, statement?.voice ?? null);
  const quoted = isQuoted(scene, i);

  const ahead = cataphor(stage, scene, sentence, i, here, said);
  if (ahead) {
    vote(stage, ahead, gender, 2);
    return [ahead, `${word} → the subject that follows`];
  }
  const inContent = (token: number): boolean =>
    statement?.content.some(c => c.first <= token && token < c.last) ?? false;
  if (word.endsWith('self')) {
    const subject = here.findLast(o => fits(o.id) && o.subject) ?? here.findLast(o => fits(o.id));
    if (subject) return [subject.id, `${word} → the subject`];
  }
  const clause = statement ? here.filter(o => inContent(o.token)) : here;
  const barred = object ? clauseSubject(scene, clause, i) : possessive ? kinsman(scene, i) : null;
  const candidates = here.filter(o => o.token < i && fits(o.id) && o.id !== barred);

  if (quoted && statement?.direct) {
    const inside = candidates.findLast(o => o.quoted && o.id !== speaker);
    if (inside) return [inside.id, `${word} → named in the quotation`];
    const other = mostOnStage(stage, id => id !== speaker && fits(id));
    return other ? [other, `${word} → spoken of most beside the speaker`] : [null, ''];
  }
  if (statement) {
    const inside = candidates.filter(o => inContent(o.token));
    const near = possessive ? inside.at(-1) : (inside.findLast(o => o.subject) ?? inside.at(-1));
    if (near) return [near.id, `${word} → nearest before it`];
    if (speaker && fits(speaker) && speaker !== barred) return [speaker, `${word} → the speaker`];
    const beside = candidates.findLast(o => o.id !== speaker);
    if (beside) return [beside.id, `${word} → nearest beside the speaker`];
    return topicFor(stage, word, id => fits(id) && id !== speaker && id !== barred);
  }
  const near = possessive ? candidates.at(-1) : (candidates.findLast(o => o.subject) ?? candidates.at(-1));
  if (near) {
    if (new Set(candidates.map(o => o.id)).size === 1) vote(stage, near.id, gender, 0.5);
    return [near.id, `${word} → nearest before it`];
  }
  const [topic, why] = topicFor(stage, word, id => fits(id) && id !== barred);
  if (topic) return [topic, why];
  const behind = nameBehind(scene, sentence, i);
  return behind && fits(behind) && behind !== barred ? [behind, `${word} → named next`] : [null, ''];
}

/** "Ada Kern, his wife" and "his daughter Ada Kern": he is not Ada Kern. */
function kinsman(scene: Scene, i: number): string | null {
  const before = isComma(scene, i - 1) ? nameOver(scene, i - 2) : undefined;
  if (before?.entity.type === 'person') return before.entity.id;
  for (let k = i + 1; k < Math.min(scene.tokens.length, i + 5); k++) {
    const name = nameOver(scene, k);
    if (name) return name.entity.type === 'person' ? name.entity.id : null;
    if (!/^(NOUN|ADJ|NUM|PUNCT)$/.test(posOf(scene, k))) return null;
  }
  return null;
}

function nameBehind(scene: Scene, sentence: Sentence, i: number): string | null {
  for (let k = i + 1; k < sentence.last; k++) {
    const name = nameOver(scene, k);
    if (name?.entity.type === 'person') return name.entity.id;
  }
  return null;
}

/** Among the persons named of late, the one whom the document names most; nearness breaks ties. */
function mostOnStage(stage: Stage, fits: (id: string) => boolean): string | null {
  let best: string | null = null;
  let most = 0;
  const recent = stage.appearances.slice(-12);
  recent.forEach(({ id }, k) => {
    if (!fits(id)) return;
    const weight = Math.log2(1 + (stage.counts.get(id) ?? 0)) + k / recent.length;
    if (weight > most) [best, most] = [id, weight];
  });
  return best;
}

const isSubjectForm = (word: string): boolean => word === 'he' || word === 'she';

/** "For his part, Arce thanked": the pronoun comes before its name, in a phrase that opens the sentence. */
function cataphor(
  stage: Stage,
  scene: Scene,
  sentence: Sentence,
  i: number,
  here: readonly Onstage[],
  said: readonly Said[],
): string | null {
  const opens = isPreposition(scene, sentence.first) || lower(scene, sentence.first).endsWith('ing');
  if (here.length > 0 || !opens || i - sentence.first > 6) return null;
  const own = said.find(({ content }) => content.every(c => c.first > i));
  const speaker = isNamedPerson(stage, own?.voice ?? null);
  return speaker;
}

/** The subject of the clause that a pronoun stands in, which an object in it cannot mean. */
function clauseSubject(scene: Scene, here: readonly Onstage[], i: number): string | null {
  for (let k = here.length - 1; k >= 0; k--) {
    const one = here[k] as Onstage;
    if (!one.subject) continue;
    for (let t = one.token; t < i; t++)
      if (/^(that|and|but|who|which|when|while|because|if)$/.test(lower(scene, t))) return null;
    return one.id;
  }
  return null;
}

function topicFor(stage: Stage, word: string, fits: (id: string) => boolean): readonly [string | null, string] {
  const topic = latest(stage.topics, fits);
  if (topic) return [topic, `${word} → last speaker or subject`];
  const named = latest(stage.appearances, a => fits(a.id));
  return named ? [named.id, `${word} → last person named`] : [null, ''];
}
