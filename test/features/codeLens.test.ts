import { expect, test } from 'vitest';
import { createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { codeLens, lensTitle } from '../../server/src/features/codeLens.ts';
import { fixture } from '../kit/fixture.ts';

const check = (source: string, ...expected: string[]) => {
  const { snapshot } = fixture(source);
  const { text } = snapshot.document;
  const shown = codeLens(snapshot.document).map(
    ({ start, end, entityId, named }) => `${text.slice(start, end)}: ${lensTitle(snapshot, entityId, named)}`,
  );
  expect(shown).toEqual(expected);
};

test('nothing in an empty document', () => check(''));
test('over a turn, counts of its speaker', () =>
  check(
    '<src 1><m bo>Bo</m></src> <cue 1>said</cue> <s 1 bo>A</s>. <s 2 bo>B</s>. <m bo pronoun>He</m> left.',
    'Bo: 2 mentions · 2 statements',
  ));
test('counted in the workspace', () =>
  check(
    '//- a.txt\n<src 1><m x>Jan Mar$0ek</m></src> <cue 1>said</cue> <s 1 x>A</s>\n//- b.txt\n<m p>Jan Marek</m> <s 1 p>B</s> <s 2 p>C</s>',
    'Jan Marek: 2 mentions · 3 statements',
  ));
test('over every turn', () =>
  check(
    '<src 1><m bo>Bo</m></src> <s 1 bo>A</s>\n\n<src 2><m ai>Ai</m></src> <s 2 ai>B</s>\n\n<s 3 bo>C</s>',
    'Bo: 1 mention · 2 statements',
    'Ai: 1 mention · 1 statement',
    'C: 1 mention · 2 statements',
  ));
test('two turns on a line say whom they are about', () =>
  check(
    '<src 1><m bo>Bo</m></src> <s 1 bo>A</s>. <src 2><m ai>Ai</m></src> <s 2 ai>B</s>. <s 3 bo>C</s>',
    'Bo: Bo: 1 mention · 2 statements',
    'Ai: Ai: 1 mention · 1 statement',
  ));
test('each of two who speak as one', () =>
  check(
    '<m ai>Ai</m> <m bo>Bo</m>\n\n<s 1 ai,bo>A</s>',
    'A: Ai: 1 mention · 1 statement',
    'A: Bo: 1 mention · 1 statement',
  ));
test('nothing over an unnamed source', () => check('<src 1>aides</src> <s 1 “aides>A</s>'));

test('first seen on the earliest day that a document gives', () => {
  const { documents } = fixture(
    '//- a.txt\n<m x>Jan Marek</m>\n//- b.txt\n<m p>Jan Marek</m>\n//- c.txt\n<m q>Jan Marek</m>',
  );
  const corpus = createCorpus();
  const dates: Record<string, string | null> = { 'a.txt': '2021-04-02', 'b.txt': null, 'c.txt': '2020-03-18' };
  for (const { uri, text, reading } of documents.values()) {
    const meta = { ...reading.meta, publishedDate: dates[uri]! };
    setDocument(corpus, factsOf(uri, text, { ...reading, meta }));
  }
  const document = documents.get('a.txt')!;
  expect(lensTitle({ document, corpus }, document.reading.entities[0]!.id, false)).toBe(
    '3 mentions · 0 statements · first seen 18 Mar 2020',
  );
  expect(lensTitle({ document, corpus }, 'nobody', false)).toBeNull();
});
