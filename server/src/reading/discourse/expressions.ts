/** The expressions of a paragraph that refer: persons' names, personal pronouns, nominals. */
import type { Gender } from '../model.ts';
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

/** The expressions of a sentence, in order; "her deputy" is a pronoun and a nominal. */
export function expressionsIn(scene: Scene, { first, last }: Tokens): readonly Expression[] {
  const found: Expression[] = [];
  for (let at = first; at < last; at++) {
    const name = nameOver(scene, at);
    if (name) {
      if (name.entity.type === 'person' && name.first === at) found.push({ kind: 'name', at, name });
      at = name.last - 1;
      continue;
    }
    const word = scene.tokens[at]?.lower ?? '';
    const gender = GENDER_OF_PRONOUN.get(word);
    if (gender) found.push({ kind: 'pronoun', at, gender });
    const nominal = OPENERS.has(word) ? nominalAt(scene, at) : null;
    if (!nominal) continue;
    found.push({ kind: 'nominal', at, nominal });
    if (!nominal.possessed) at = nominal.last - 1;
  }
  return found;
}
