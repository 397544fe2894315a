/** The expressions of a paragraph that refer: persons' names, personal pronouns, nominals. */
import type { Token } from '../language.ts';
import type { Gender } from '../model.ts';
import { CUE_WORDS } from '../statements/attributions.ts';
import { type NamedTokens, nameOver, type Scene, type Tokens } from '../statements/scene.ts';
import { type Nominal, nominalAt, OPENERS } from './nominals.ts';

export type Expression =
  | { readonly kind: 'name'; readonly at: number; readonly name: NamedTokens }
  | { readonly kind: 'pronoun'; readonly at: number; readonly gender: Gender }
  | { readonly kind: 'nominal'; readonly at: number; readonly nominal: Nominal };

/** The gender that a third-person pronoun says. */
export const GENDER_OF_PRONOUN: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** The tokens of a sentence that a closer look is worth. */
export interface Signals {
  /** Words that a cue can begin with. */
  readonly cues: readonly number[];
  /** Names, pronouns, and words that a nominal can begin with. */
  readonly referring: readonly number[];
  /** Whether anybody or anything is named. */
  readonly named: boolean;
}

const CUE = 1;
const REFERS = 2;

/** One look at each word tells whether it can matter: most cannot. */
const SIGNALS: ReadonlyMap<string, number> = new Map(
  [...CUE_WORDS, ...GENDER_OF_PRONOUN.keys(), ...OPENERS].map(word => [
    word,
    (CUE_WORDS.has(word) ? CUE : 0) + (GENDER_OF_PRONOUN.has(word) || OPENERS.has(word) ? REFERS : 0),
  ]),
);

/** A few letters of a word and its length as a number below 16,384: most words are told apart from all signals by it. */
function shapeOf(word: string): number {
  const { length } = word;
  return (
    (word.charCodeAt(0) * 961 + word.charCodeAt(length >> 1) * 31 + word.charCodeAt(length - 1) * 7 + length) & 0x3fff
  );
}

const SHAPES = new Uint8Array(0x4000);
for (const word of SIGNALS.keys()) SHAPES[shapeOf(word)] = 1;

export function signalsIn({ tokens, names, nameAt }: Scene, { first, last }: Tokens): Signals {
  let cues: number[] | null = null;
  let referring: number[] | null = null;
  let named = false;
  for (let at = first; at < last; at++) {
    const index = nameAt[at] as number;
    if (index >= 0) {
      const name = names[index] as NamedTokens;
      if (name.first === at) (referring ??= []).push(at);
      named = true;
      at = name.last - 1;
      continue;
    }
    const { lower } = tokens[at] as Token;
    if (SHAPES[shapeOf(lower)] === 0) continue;
    const signal = SIGNALS.get(lower);
    if (signal === undefined) continue;
    if (signal & CUE) (cues ??= []).push(at);
    if (signal & REFERS) (referring ??= []).push(at);
  }
  return { cues: cues ?? NONE, referring: referring ?? NONE, named };
}

const NONE: readonly never[] = [];

/** The expressions of a sentence, in order; "her deputy" is a pronoun and a nominal. */
export function expressionsIn(scene: Scene, referring: readonly number[]): readonly Expression[] {
  if (referring.length === 0) return NONE;
  const found: Expression[] = [];
  let taken = 0;
  for (const at of referring) {
    if (at < taken) continue;
    const name = nameOver(scene, at);
    if (name) {
      if (name.entity.type === 'person') found.push({ kind: 'name', at, name });
      continue;
    }
    const gender = GENDER_OF_PRONOUN.get(scene.tokens[at]?.lower ?? '');
    if (gender) found.push({ kind: 'pronoun', at, gender });
    const nominal = nominalAt(scene, at);
    if (!nominal) continue;
    found.push({ kind: 'nominal', at, nominal });
    if (!nominal.possessed) taken = nominal.last;
  }
  return found;
}
