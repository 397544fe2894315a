import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { fixture } from '../kit/fixture.ts';

const check = (marked: string, ...expected: string[]) => {
  const { snapshot, offset } = fixture(marked);
  const [spans] = selectionRanges(snapshot.document, [offset]);
  expect(spans!.map(({ start, end }) => snapshot.document.text.slice(start, end))).toEqual(expected);
};

test('nothing in an empty document', () => check(''));
test('word, name, sentence, paragraph', () =>
  check('<m ana>Ana Ru$0iz</m> left. It rains.', 'Ruiz', 'Ana Ruiz', 'Ana Ruiz left.', 'Ana Ruiz left. It rains.'));
test('a name with a hyphen is one word', () => check('Jean-Ma$0rc', 'Jean-Marc'));
test('word, content, statement, sentence, turn, paragraph, document', () =>
  check(
    '<src 1>Ana</src> <cue 1>said</cue> <s 1 ana>it ra$0ins</s>. <src 2>She</src> <cue 2>added</cue> <s 2 ana>it snows</s>. So.\n\nEnd.',
    'rains',
    'it rains',
    'Ana said it rains',
    'Ana said it rains.',
    'Ana said it rains. She added it snows',
    'Ana said it rains. She added it snows. So.',
    'Ana said it rains. She added it snows. So.\n\nEnd.',
  ));
test('a cue of several words', () =>
  check(
    '<src 1>Ana</src> <cue 1>went on to sa$0y</cue> <s 1 ana>it rains</s>.',
    'say',
    'went on to say',
    'Ana went on to say it rains',
    'Ana went on to say it rains.',
  ));
test('the piece of a content that its cue divides, then the whole', () =>
  check(
    '<s 1 ana>It ra$0ins</s>, <src 1>Ana</src> <cue 1>said</cue>, <s 1 ana>and snows</s>.',
    'rains',
    'It rains',
    'It rains, Ana said, and snows',
    'It rains, Ana said, and snows.',
  ));
test('a date', () =>
  check('It is <date 2021-03-04>March 4, 2$0021</date>.', '2021', 'March 4, 2021', 'It is March 4, 2021.'));
test('an abbreviation ends no sentence', () =>
  check('We met Dr. Lind the$0re. It rains.', 'there', 'We met Dr. Lind there.', 'We met Dr. Lind there. It rains.'));
test('between two paragraphs the document alone', () => check('A.\n$0\nB.', 'A.\n\nB.'));
test('several places at once', () => {
  const { snapshot } = fixture('Rain. Snow.');
  expect(selectionRanges(snapshot.document, [0, 6]).map(([first]) => first)).toEqual([
    { start: 0, end: 4 },
    { start: 6, end: 10 },
  ]);
});

const text = `Rain comes

OSLO, March 4 (Seawire) -- Norwegian Foreign Minister Ana Ruiz said that it rains. "We are ready," she told Bo Lind on Monday, "and so is Peru."

Observers said it is late. 'Not so', Lind added.`;
const reading = readDocument(text);

test('at every offset of a document each contains the one before, strictly, and all hold the offset', () => {
  fc.assert(
    fc.property(fc.nat(text.length), offset => {
      const [spans] = selectionRanges({ uri: '', text, reading }, [offset]);
      spans!.forEach((span, index) => {
        expect(span.start <= offset && offset <= span.end).toBe(true);
        const before = spans![index - 1];
        if (!before) return;
        expect(span.start <= before.start && before.end <= span.end).toBe(true);
        expect(span.end - span.start).toBeGreaterThan(before.end - before.start);
      });
      expect(spans!.at(-1)).toEqual({ start: 0, end: text.length });
    }),
    { numRuns: 400 },
  );
});
