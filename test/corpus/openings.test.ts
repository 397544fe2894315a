import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstWords, openingOf } from '../../server/src/corpus/openings.ts';

const words = fc.constantFrom(...'The road, “is” open É 2020 -- x\ty \u00a0 \n'.split(' '), '  ', 'a'.repeat(500));
const content = fc.array(words, { maxLength: 14 }).map(list => list.join(' '));

it('the number of an opening goes by its first words, whatever their case, punctuation and white space', () => {
  expect(openingOf('The road, is “open”')).toBe(openingOf('  the ROAD is\nopen.'));
  expect(openingOf('the road is open')).not.toBe(openingOf('the road is shut'));
  fc.assert(
    fc.property(content, text => {
      const number = openingOf(text);
      expect(openingOf(firstWords(text))).toBe(number);
      expect(openingOf(text.toUpperCase().toLowerCase())).toBe(openingOf(text.toLowerCase()));
      // A letter beyond ASCII behind the eighth word changes nothing but how the number is made.
      if (text.length < 300)
        expect(openingOf(`${firstWords(text)} one two three four five six seven eight É`)).toBe(
          openingOf(`${firstWords(text)} one two three four five six seven eight`),
        );
    }),
  );
});
