/** Mentions noted while reading, and the words for a voice. */
import { isPreposition } from '../statements/phrases.ts';
import { lower, type Scene, spanOf, type Tokens } from '../statements/scene.ts';
import { latest, type Voice } from './mind.ts';
import { isPerson, nameOf, pageOf, type Stage } from './stage.ts';

/** Notes whom a pronoun or nominal stands for, unless that is noted already. */
export function note(
  stage: Stage,
  scene: Scene,
  range: Tokens,
  kind: 'pronoun' | 'nominal',
  entities: readonly string[],
  because: string,
  confidence: number,
): void {
  const { mentions } = pageOf(stage);
  const { start, end } = spanOf(scene, range);
  if (latest(mentions, m => m.start === start && m.end === end)) return;
  mentions.push({ kind, entities, start, end, because, confidence });
}

/** The voice of those whom a pronoun or nominal stands for, which is noted as a mention. */
export function meant(
  stage: Stage,
  scene: Scene,
  source: Tokens,
  kind: 'pronoun' | 'nominal',
  ids: readonly string[],
  because: string,
  certainty: number,
): Voice {
  note(stage, scene, source, kind, ids, because, certainty);
  return { speakers: ids, label: null, certainty, because };
}

/** The voice of somebody whose own name stands there. */
export const named = (id: string, certainty = 1, because = ''): Voice => ({
  speakers: [id],
  label: null,
  certainty,
  because,
});

export const unnamed = (label: string, certainty: number, because: string): Voice => ({
  speakers: [],
  label,
  certainty,
  because,
});

/** The words of a range; an article that opened a sentence in lower case. */
export const wordsAt = (scene: Scene, range: Tokens): string => {
  const { start, end } = spanOf(scene, range);
  return scene.text.slice(start, end).replace(/^(?:The|A|An)\s/, article => article.toLowerCase());
};

/** A label for several: "Ada Kern and Bo Lind". */
export function labelOf(stage: Stage, { speakers, label }: Voice): string | null {
  if (speakers.length === 0 || label !== null) return label;
  const names = speakers.map(id => nameOf(stage, id));
  return names.length === 1 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The one person who speaks, as an id; null where nobody, a body or several do. */
export const isNamedPerson = (stage: Stage, voice: Voice | null): string | null => {
  const [only] = voice?.speakers ?? [];
  return voice && voice.speakers.length === 1 && only !== undefined && isPerson(stage, only) ? only : null;
};

/** "The report | dated 2 May", "a letter | seen by Kern". */
const isDated = (scene: Scene, i: number): boolean =>
  /^(dated|posted|published|released|issued|signed|written|titled|entitled|seen|obtained|sent|made)$/.test(
    lower(scene, i),
  );

/** The head of a noun phrase, as a token: the last word before what a preposition adds. */
export function headOf(scene: Scene, { first, last }: Tokens): number {
  for (let i = first + 1; i < last; i++) if (isPreposition(scene, i) || isDated(scene, i)) return i - 1;
  return last - 1;
}
