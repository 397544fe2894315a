import { describe, expect, test } from 'vitest';
import { type Hints, type InlayHint, inlayHints } from '../../server/src/features/inlayHints.ts';
import { fixture } from '../kit/fixture.ts';

/** The text with the hints in it: ⟨words⟩ where they show. */
const drawn = (source: string, hints: Hints = 'all', range?: { start: number; end: number }) => {
  const { document, corpus } = fixture(source).snapshot;
  const found = inlayHints({ document, corpus }, range ?? { start: 0, end: document.text.length }, hints);
  const words = ({ parts }: InlayHint) => `⟨${parts.map(part => part.words).join('|')}⟩`;
  return found.reduceRight((text, hint) => text.slice(0, hint.at) + words(hint) + text.slice(hint.at), document.text);
};
const check = (source: string, expected: string, hints?: Hints) => expect(drawn(source, hints)).toBe(expected);

describe('references', () => {
  test('a pronoun', () => check('<m bo>Bo Lind</m>: <m bo pronoun>he</m> left', 'Bo Lind: he⟨Bo Lind⟩ left'));
  test('a nominal', () => check('<m bo>Bo</m>: <m bo nominal>the envoy</m> left', 'Bo: the envoy⟨Bo⟩ left'));
  test('names say it themselves', () => check('<m bo>Bo Lind</m>, <m bo short>Lind</m>', 'Bo Lind, Lind'));
  test('a nominal that has the name in it says it itself', () =>
    check('<m bo>Bo</m>: <m bo nominal>envoy Bo</m> left', 'Bo: envoy Bo left'));
  test('a nominal that the name follows says it itself', () =>
    check(
      '<m bo nominal>her guest</m>, <m bo>Bo</m>, <m bo nominal>the envoy</m> (<m bo>Bo</m>)',
      'her guest, Bo, the envoy (Bo)',
    ));
  test('each of several', () => check('<m ana>Ana</m> <m bo>Bo</m> <m ana,bo nominal>both</m>', 'Ana Bo both⟨Ana|Bo⟩'));
  test('of many the first three', () =>
    check(
      '<m a>Ai</m> <m b>Bo</m> <m c>Cy</m> <m d>Di</m> <m e>Ed</m> <m a,b,c,d,e pronoun>they</m>',
      'Ai Bo Cy Di Ed they⟨Ai|Bo|Cy|2 more⟩',
    ));
  test('nothing for what stands for nobody', () => check('<m - pronoun>they</m> left', 'they left'));
  test('the fullest name that the workspace has', () =>
    check(
      '//- a.txt\n<m x>Marek</m>: <m x pronoun>h$0e</m>\n//- b.txt\n<role p>Minister</role> <m p>Jan Marek</m>',
      'Marek: he⟨Jan Marek⟩\n',
    ));
  test('why, and where the person is introduced', () => {
    const { snapshot } = fixture('<m bo>Bo</m>: <m bo pronoun last speaker>he</m>');
    expect(inlayHints(snapshot, { start: 0, end: 6 }, 'all')).toEqual([
      {
        kind: 'reference',
        at: 6,
        side: 'behind',
        parts: [{ words: 'Bo', place: { uri: 'a.txt', start: 0, end: 2 } }],
        because: 'last speaker',
      },
    ]);
  });
});

describe('speakers', () => {
  test('before a statement that names nobody', () =>
    check('<m bo>Bo</m> <cue 1>said</cue> <s 1 bo>A</s>. <s 2 bo>B</s>. <s 3 bo>C</s>.', 'Bo said A. ⟨Bo:⟩B. C.'));
  test('again in the next paragraph, and where another has spoken', () =>
    check(
      '<m bo>Bo</m>\n<s 1 bo>A</s>\n<s 2 bo>B</s> <s 3 “he>C</s> <s 4 bo>D</s>',
      'Bo\n⟨Bo:⟩A\n⟨Bo:⟩B ⟨he:⟩C ⟨Bo:⟩D',
    ));
  test('not behind a label that says it', () => check('Q: <s 1 “Q>A</s>', 'Q: A'));
  test('an unnamed source by its words', () => check('<s 1 “observers>A</s>', '⟨observers:⟩A'));
  test('nothing where nobody is known to speak', () => check('<s 1>A</s>', 'A'));
  test('two who speak as one', () => check('<m a>Ai</m> <m b>Bo</m> <s 1 a,b>A</s>', 'Ai Bo ⟨Ai|Bo:⟩A'));
});

describe('the setting', () => {
  const source = '<m bo>Bo</m>: <m bo pronoun>he</m> left. <s 1 bo>A</s>';
  test('off', () => check(source, 'Bo: he left. A', 'off'));
  test('references', () => check(source, 'Bo: he⟨Bo⟩ left. A', 'references'));
  test('speakers', () => check(source, 'Bo: he left. ⟨Bo:⟩A', 'speakers'));
  test('all', () => check(source, 'Bo: he⟨Bo⟩ left. ⟨Bo:⟩A', 'all'));
});

test('only in the range', () => {
  const source = '<m bo>Bo</m> <m bo pronoun>he</m> <m bo pronoun>him</m> <m bo pronoun>his</m>';
  expect(drawn(source, 'all', { start: 6, end: 9 })).toBe('Bo he him⟨Bo⟩ his');
});

test('line ends and marks of direction in a name do not reach the editor', () =>
  check('<m bo>Bo\n\u202eLind</m>: <m bo pronoun>he</m>', 'Bo\n\u202eLind: he⟨Bo Lind⟩'));
