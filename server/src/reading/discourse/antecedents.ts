/** Whom a singular pronoun means, by where it stands: as a source, in a quotation, in what is reported, or told. */
import { deepEqual } from 'fast-equals';
import type { Sentence } from '../language.ts';
import type { Gender } from '../model.ts';
import { contains } from '../statements/found.ts';
import { isComma, isPreposition } from '../statements/phrases.ts';
import { lower, nameOver, posOf, type Scene, type Tokens } from '../statements/scene.ts';
import { agrees } from './cast.ts';
import { lastAppearances, lastTopics, latestPerson, latestTopic, lookAt, lookUp } from './looks.ts';
import { KIN } from './nominals.ts';
import { isNamedPerson } from './notes.ts';
import { nameOf, type Said, type Stage } from './stage.ts';

/** A person who was named or meant earlier in the sentence. */
export interface Onstage {
  readonly id: string;
  readonly token: number;
  readonly quoted: boolean;
  readonly subject: boolean;
}

export interface Pronoun {
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly at: number;
  readonly gender: Gender;
  /** The statement that it stands in. */
  readonly said: Said | null;
  readonly quoted: boolean;
  /** Who speaks in the main clause, where the pronoun stands in a phrase that opens the sentence before it. */
  readonly ahead: string | null;
}

export interface Antecedent {
  readonly id: string;
  /** A few words: "the speaker". */
  readonly because: string;
  /** 0 to 1, as measured on the project's own annotated sets. */
  readonly confidence: number;
}

/** What is known of a pronoun before anybody is chosen. */
interface View {
  readonly word: string;
  readonly possessive: boolean;
  /** "His own". */
  readonly own: boolean;
  readonly fits: (id: string) => boolean;
  /** Whether somebody is named in the statement that the pronoun stands in. */
  readonly held: (one: Onstage) => boolean;
  /** Those before it whom it may mean. */
  readonly before: readonly Onstage[];
  /** Whom it cannot mean: the subject that an object goes with, the relative of "his". */
  readonly barred: string | null;
  /** The person who says it. */
  readonly speaks: string | null;
  /** The same, unless she is named as his relative. */
  readonly speaker: string | null;
}

/** Whom a pronoun means that is no source; null where nobody fits. */
export function antecedentOf(stage: Stage, pronoun: Pronoun, here: readonly Onstage[]): Antecedent | null {
  const { scene, sentence, at, said, quoted, ahead } = pronoun;
  if (ahead) return found(ahead, 'the subject that follows', 0.95);
  const view = viewOf(stage, pronoun, here);
  const { word, fits, barred } = view;
  const kin = kinOf(stage, scene, at, view);
  if (kin) return kin;
  if (word.endsWith('self')) {
    const subject = reflexive(
      scene,
      at,
      here.filter(one => fits(one.id)),
    );
    if (subject) return found(subject.id, 'the subject', 0.85);
  }
  const next = here.length === 0 ? nameBehind(scene, sentence, at) : null;
  if (next && fits(next) && openingPhrase(scene, sentence, at)) return found(next, 'the subject that follows', 0.9);
  if (said) return quoted && said.direct ? inQuotation(stage, view) : inReport(stage, pronoun, said, view);
  const near = nearest(view.before, view);
  if (near) return found(near.id, 'nearest before it', 0.91);
  const topic = onTopic(stage, id => fits(id) && id !== barred);
  if (topic) return topic;
  return next && fits(next) && next !== barred ? found(next, 'named next', 0.6) : null;
}

function viewOf(stage: Stage, { scene, at, gender, said }: Pronoun, here: readonly Onstage[]): View {
  const word = lower(scene, at);
  const possessive = isPossessive(scene, at);
  const fits = (id: string): boolean => agrees(stage.known.cast.get(id), gender);
  const held = ({ token }: Onstage): boolean => said !== null && contains(said.content, token);
  const clause = said ? here.filter(held) : here;
  const barred = possessive
    ? (kinsman(scene, at) ?? predicated(scene, at))
    : isSubjectForm(word)
      ? null
      : clauseSubject(scene, clause, at);
  const before = here.filter(
    one => one.token < at && one.id !== barred && fits(one.id) && !(possessive && inAside(scene, one.token, at)),
  );
  const speaks = isNamedPerson(stage, said?.voice ?? null);
  const speaker = isKin(scene, said?.source ?? null) ? null : speaks;
  return { word, possessive, own: lower(scene, at + 1) === 'own', fits, held, before, barred, speaks, speaker };
}

/** "He himself came", "Kern, who had himself come": whoever stands right before it; else the subject. */
function reflexive(scene: Scene, at: number, fitting: readonly Onstage[]): Onstage | undefined {
  const emphatic = fitting.at(-1)?.token === at - 1 || /^(who|had|has|was|is)$/.test(lower(scene, at - 1));
  return emphatic ? fitting.at(-1) : nearest(fitting, { possessive: false, own: false });
}

function inQuotation(stage: Stage, view: View): Antecedent | null {
  const { before, speaker, fits } = view;
  const inside = nearest(
    before.filter(one => one.quoted && one.id !== speaker),
    { ...view, own: false },
  );
  if (inside) return found(inside.id, 'named in the quotation', 0.82);
  const other = mostOnStage(stage, id => id !== speaker && fits(id));
  return other ? found(other, 'spoken of most beside the speaker', 0.85) : null;
}

function inReport(stage: Stage, { scene, sentence, at }: Pronoun, said: Said, view: View): Antecedent | null {
  const { word, fits, held, before, barred, speaks, speaker } = view;
  const begins = said.content[0]?.first ?? at;
  const near = nearest(before.filter(held), view);
  if (near) return found(near.id, 'nearest before it', 0.83);
  if (speaker && speaker !== barred && fits(speaker) && !isDoneTo(scene, begins, at) && !isNamedLater(scene, said, at))
    return found(speaker, 'the speaker', 0.86);
  // "A resident said he saw it": whoever is meant has no name.
  const opens = begins > sentence.first && at - begins < 2 && isSubjectForm(word);
  if (opens && deepEqual(lookAt(stage, 'lastUnnamed')?.voice, said.voice)) return null;
  const beside = before.findLast(one => one.id !== speaker);
  if (beside) return found(beside.id, 'nearest beside the speaker', 0.85);
  return onTopic(stage, id => fits(id) && id !== speaks && id !== barred);
}

/** Whom a pronoun that is a source means: who is subject of the sentence before it, who spoke or acted last, who was named. */
export function sourceAntecedent(stage: Stage, pronoun: Pronoun, here: readonly Onstage[]): Antecedent | null {
  const { at, gender, said } = pronoun;
  const fits = (id: string): boolean => agrees(stage.known.cast.get(id), gender);
  const held = ({ token }: Onstage): boolean => said !== null && contains(said.content, token);
  const subject = here.findLast(one => one.token < at && one.subject && fits(one.id) && !held(one));
  if (subject) return found(subject.id, 'the subject before it', 0.95);
  const topic = latestTopic(stage, fits);
  if (topic) {
    const others = new Set(lastTopics(stage, 3).filter(fits));
    return found(topic, 'last speaker', others.size > 1 ? 0.92 : 0.95);
  }
  const named = latestPerson(stage, fits);
  return named ? found(named, 'last person named', 0.75) : null;
}

const found = (id: string, because: string, confidence: number): Antecedent => ({ id, because, confidence });

/** "He is due in court, Kern added": whoever is named only behind a pronoun is not meant by it. */
const isNamedLater = (scene: Scene, { source, behind }: Said, at: number): boolean =>
  behind === true && source !== null && at < source.first && nameOver(scene, source.first) !== undefined;

/** "Kern promised to send him": the speaker does it, to another. */
const isDoneTo = (scene: Scene, begins: number, at: number): boolean =>
  at - begins < 4 &&
  lower(scene, begins) === 'to' &&
  /^(him|her)$/.test(lower(scene, at)) &&
  posOf(scene, at - 1) === 'VERB';

/** The nearest of some; a subject comes first unless the pronoun is a possessive, and "his own" is the first subject's. */
function nearest(some: readonly Onstage[], { possessive, own }: Pick<View, 'possessive' | 'own'>): Onstage | undefined {
  const subject = own ? some.find(one => one.subject) : possessive ? undefined : some.findLast(one => one.subject);
  return subject ?? some.at(-1);
}

const isSubjectForm = (word: string): boolean => word === 'he' || word === 'she';

const isPossessive = (scene: Scene, at: number): boolean =>
  lower(scene, at) === 'his' ||
  (lower(scene, at) === 'her' &&
    /^(NOUN|ADJ|NUM|PROPN|VERB|ADV)$/.test(posOf(scene, at + 1)) &&
    !/^(that|to|in|on|at|for)$/.test(lower(scene, at + 1)));

/** So many words on nobody is looked for: a sentence without an end must not cost its square. */
const AS_FAR = 60;

/** "Ada Kern, his wife" and "his daughter, a member of the council, Ada Kern": he is not Ada Kern. */
function kinsman(scene: Scene, at: number): string | null {
  const before = isComma(scene, at - 1) ? nameOver(scene, at - 2) : undefined;
  if (before?.entity.type === 'person') return listGoesOn(scene, at) ? null : before.entity.id;
  for (let i = at + 1; i < Math.min(scene.tokens.length, at + 12); i++) {
    const name = nameOver(scene, i);
    if (name?.entity.type === 'person') return name.entity.id;
    if (name) i = name.last - 1;
    else if (/^(VERB|AUX|PRON)$/.test(posOf(scene, i)) || /^[.!?;:"”]$/.test(lower(scene, i))) return null;
  }
  return null;
}

/** "Kern was her deputy": she is not Kern. */
function predicated(scene: Scene, at: number): string | null {
  if (!/^(is|was|are|were|be|been|became|become)$/.test(lower(scene, at - 1))) return null;
  const subject = nameOver(scene, at - 2);
  return subject?.entity.type === 'person' ? subject.entity.id : null;
}

/** "His daughter Inga Kern": he is a Kern, if one was named. */
function kinOf(stage: Stage, scene: Scene, at: number, { possessive, fits, barred }: View): Antecedent | null {
  if (!possessive || barred === null || !KIN.has(lower(scene, at + 1))) return null;
  const surname = surnameOf(stage, barred);
  if (surname === null) return null;
  const kin = latestPerson(stage, id => id !== barred && fits(id) && surnameOf(stage, id) === surname);
  return kin ? found(kin, 'bears the same surname', 0.9) : null;
}

function surnameOf(stage: Stage, id: string): string | null {
  const name = nameOf(stage, id);
  const space = name.lastIndexOf(' ');
  return space < 0 ? null : name.slice(space + 1);
}

/** "Kern, his wife, and his mother": a list, in which he is Kern. */
const listGoesOn = (scene: Scene, at: number): boolean =>
  isComma(scene, at + 2) && (lower(scene, at + 3) === 'and' || /^(his|her|their)$/.test(lower(scene, at + 3)));

/** "He was found by his cousin Bo Lind": he is not Bo Lind. */
const isKin = (scene: Scene, source: Tokens | null): boolean =>
  source !== null && /^(his|her)$/.test(lower(scene, source.first - 2)) && posOf(scene, source.first - 1) === 'NOUN';

/** "Kern, with whom Lind quarrelled, lost his hat": Lind is named in an aside that is over. */
function inAside(scene: Scene, token: number, at: number): boolean {
  let closed = false;
  if (at - token > AS_FAR) return false;
  for (let i = token; i < at; i++) closed ||= isComma(scene, i);
  if (!closed) return false;
  for (let i = token - 1; i >= Math.max(0, token - 6); i--)
    if (isComma(scene, i))
      return /^(who|whom|whose|which|where)$/.test(lower(scene, i + 1)) || lower(scene, i + 2) === 'whom';
  return false;
}

function nameBehind(scene: Scene, sentence: Sentence, at: number): string | null {
  for (let i = at + 1; i < Math.min(sentence.last, at + AS_FAR); i++) {
    const name = nameOver(scene, i);
    if (name?.entity.type === 'person') return name.entity.id;
  }
  return null;
}

/** "At the time of her death, Ms. Kern": a phrase opens the sentence, and behind its comma a name is subject. */
function openingPhrase(scene: Scene, { first, last }: Sentence, at: number): boolean {
  const opens = isPreposition(scene, first) || lower(scene, first).endsWith('ing');
  if (!opens || at - first > 8) return false;
  for (let i = at + 1; i < Math.min(last, at + 10); i++)
    if (isComma(scene, i)) return scene.names.some(name => name.first > i && name.first < i + 4);
  return false;
}

/** Among the persons named of late, the one whom the document names most; nearness breaks ties. */
function mostOnStage(stage: Stage, fits: (id: string) => boolean): string | null {
  let best: string | null = null;
  let most = 0;
  const recent = lastAppearances(stage, 12);
  const { named } = lookUp(
    stage,
    recent.map(({ id }) => id),
  );
  recent.forEach(({ id }, k) => {
    if (!fits(id)) return;
    const weight = Math.log2(1 + named(id)) + k / recent.length;
    if (weight > most) [best, most] = [id, weight];
  });
  return best;
}

/** The subject of the clause that a pronoun stands in, which an object in it cannot mean. */
function clauseSubject(scene: Scene, here: readonly Onstage[], at: number): string | null {
  const beside = nameOver(scene, at - 2);
  if (beside?.entity.type === 'person') return beside.entity.id;
  // "A licence allowing him": the licence allows.
  if (lower(scene, at - 1).endsWith('ing') && posOf(scene, at - 2) === 'NOUN') return null;
  const subject = here.findLast(one => one.subject);
  if (!subject) return null;
  for (let i = subject.token; i < at; i++)
    if (/^(that|and|but|who|which|when|while|because|if)$/.test(lower(scene, i))) return null;
  return subject.id;
}

function onTopic(stage: Stage, fits: (id: string) => boolean): Antecedent | null {
  const topic = latestTopic(stage, fits);
  if (topic) return found(topic, 'last speaker or subject', 0.86);
  const named = latestPerson(stage, fits);
  return named ? found(named, 'last person named', 0.6) : null;
}
