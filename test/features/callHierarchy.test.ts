import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCorpus, removeDocument, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { type Call, callHierarchy, incomingCalls, outgoingCalls } from '../../server/src/features/callHierarchy.ts';
import { type Fixture, fixture, show } from '../kit/fixture.ts';
import { parseMarkup } from '../kit/markup.ts';

const shown = (made: Fixture, of: typeof incomingCalls, source: (call: Call, asked: string) => string) => {
  const [party] = callHierarchy(made.snapshot, made.offset);
  if (!party) return null;
  return of(made.corpus, party).map(call => {
    const uri = source(call, party.uri);
    return `${call.party.name} (${show(made, call.party)}): ${call.ranges.map(range => show(made, { uri, ...range })).join(', ')}`;
  });
};

describe('whom it is about', () => {
  const check = (source: string, ...expected: string[]) => {
    const made = fixture(source);
    const found = callHierarchy(made.snapshot, made.offset);
    expect(found.map(party => `${party.type} ${show(made, party)} ${party.detail}`.trim())).toEqual(expected);
  };

  test('a person, where introduced, with the office', () =>
    check(
      '<role ana Chile>minister</role> <m ana>Ana Ruiz</m>. <m ana pronoun>S$0he</m>',
      'person a.txt 1:10 Ana Ruiz minister, Chile',
    ));
  test('an organisation', () => check('//@ un organization\n<m un>U$0N</m>', 'organization a.txt 1:1 UN'));
  test('no place', () => check('//@ no place NOR\n<m no>Nor$0way</m>'));
  test('each of two', () =>
    check('<m ai>Ai</m> <m bo>Bo</m> <m ai,bo pronoun>th$0ey</m>', 'person a.txt 1:1 Ai', 'person a.txt 1:4 Bo'));
  test('nobody', () => check('<m ai>Ai</m> wa$0s'));
});

describe('incoming: who mentions somebody in a statement', () => {
  const check = (source: string, ...expected: string[]) =>
    expect(shown(fixture(source), incomingCalls, ({ party }) => party.uri)).toEqual(expected);

  test('by name and by pronoun', () =>
    check(
      '<m ai>Ai</m> <cue 1>said</cue> <s 1 ai><m bo>B$0o</m> is sure <m bo pronoun>he</m> won</s>. <m bo>Bo</m> left.',
      'Ai (a.txt 1:1 Ai): a.txt 1:9 Bo, a.txt 1:20 he',
    ));
  test('not who only stands beside a statement', () =>
    check('<m ai>Ai</m> <cue 1>told</cue> <m bo>B$0o</m> <s 1 ai>it rains</s>'));
  test('not what one says of oneself', () =>
    check('<m ai>A$0i</m> <cue 1>said</cue> <s 1 ai><m ai pronoun>she</m> won</s>'));
  test('not the words that divide a content', () =>
    check('<s 1 ai>It rains</s>, <m bo>B$0o</m> heard <m ai>Ai</m> <cue 1>say</cue>, <s 1 ai>and snows</s>'));
  test('each of two who speak as one', () =>
    check(
      '<m ai>Ai</m> <m bo>Bo</m> <cue 1>say</cue> <s 1 ai,bo><m cy>C$0y</m> won</s>',
      'Ai (a.txt 1:1 Ai): a.txt 1:11 Cy',
      'Bo (a.txt 1:4 Bo): a.txt 1:11 Cy',
    ));
  test('in all documents, the one asked about first', () =>
    check(
      '//- a.txt\n<m ai>Ai Moe</m>: <s 1 ai><m x>Jan Marek</m> won</s>\n//- b.txt\n<m bo>Bo Lind</m>: <s 1 bo><m p>Jan Mar$0ek</m> lost</s>\n//- c.txt\n<m q>Jan Marek</m>',
      'Bo Lind (b.txt 1:1 Bo Lind): b.txt 1:10 Jan Marek',
      'Ai Moe (a.txt 1:1 Ai Moe): a.txt 1:9 Jan Marek',
    ));
});

describe('outgoing: whom somebody mentions in their statements', () => {
  const check = (source: string, ...expected: string[]) =>
    expect(shown(fixture(source), outgoingCalls, (_, asked) => asked)).toEqual(expected);

  test('persons and organisations, no places', () =>
    check(
      '//@ un organization\n//@ no place NOR\n<m ai>A$0i</m> <cue 1>said</cue> <s 1 ai><m bo>Bo</m> of the <m un>UN</m> left <m no>Norway</m></s>',
      'Bo (a.txt 1:9 Bo): a.txt 1:9 Bo',
      'UN (a.txt 1:19 UN): a.txt 1:19 UN',
    ));
  test('where introduced, and every place', () =>
    check(
      '<m bo>Bo Lind</m> met <m ai>A$0i</m>. <s 1 ai><m bo short>Lind</m> won</s>. <s 2 ai><m bo pronoun>He</m> ran</s>.',
      'Bo Lind (a.txt 1:1 Bo Lind): a.txt 1:17 Lind, a.txt 1:27 He',
    ));
  test('what is said in another document stands where it is said', () =>
    check(
      '//- a.txt\n<m x>Jan Marek</m>: <s 1 x>it rains on <m bo>Bo</m></s>\n//- b.txt\n<m p>Jan Mar$0ek</m>: <s 1 p><m ai>Ai</m> won</s>',
      'Ai (b.txt 1:12 Ai): b.txt 1:12 Ai',
      'Bo (a.txt 1:24 Bo): b.txt 1:1 Jan Marek',
    ));
  test('a statement within a statement', () =>
    check(
      '<m ai>A$0i</m> said <s 1 ai><m bo>Bo</m> thinks <s 2 bo><m cy>Cy</m> won</s></s>',
      'Bo (a.txt 1:9 Bo): a.txt 1:9 Bo',
      'Cy (a.txt 1:19 Cy): a.txt 1:19 Cy',
    ));
});

test('nothing of what is not in the corpus any more', () => {
  const { corpus } = fixture('<m ai>Ai</m>');
  expect(incomingCalls(corpus, { uri: 'b.txt', entityId: 'ai' })).toEqual([]);
  expect(outgoingCalls(corpus, { uri: 'a.txt', entityId: 'bo' })).toEqual([]);
});

const name = fc.constantFrom('Jan Marek', 'Eva Marek', 'Marek', 'Ana Ruiz');
const markedDocument = fc
  .array(fc.tuple(name, name), { maxLength: 3 })
  .map(pairs =>
    pairs.map(([by, about], n) => `<m a${n}>${by}</m>: <s ${n} a${n}>so <m b${n}>${about}</m> said</s>.`).join(' '),
  );
const change = fc.record({ uri: fc.constantFrom('1', '2', '3'), marked: fc.option(markedDocument, { freq: 3 }) });

test('after any changes the calls equal those of a corpus built from what is left, both ways round', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), changes => {
      const corpus = createCorpus();
      for (const { uri, marked } of changes) {
        if (marked === null) removeDocument(corpus, uri);
        else {
          const { text, reading } = parseMarkup(marked);
          setDocument(corpus, factsOf(uri, text, reading));
        }
      }
      const rebuilt = createCorpus();
      for (const document of [...corpus.documents.values()].reverse()) setDocument(rebuilt, document);
      for (const [uri, { entities }] of corpus.documents) {
        for (const { entity } of entities) {
          const asked = { uri, entityId: entity.id };
          const incoming = incomingCalls(corpus, asked);
          expect(incoming).toEqual(incomingCalls(rebuilt, asked));
          expect(outgoingCalls(corpus, asked)).toEqual(outgoingCalls(rebuilt, asked));
          for (const { party } of incoming) {
            if (party.uri !== uri) continue;
            const back = outgoingCalls(corpus, party);
            expect(back.some(call => call.party.uri === uri && call.party.entityId === entity.id)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
