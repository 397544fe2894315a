import { describe, expect, it } from 'vitest';
import { analyseParagraph } from '../../server/src/reading/analyse.ts';

const sentencesOf = (text: string): string[] =>
  analyseParagraph(text).sentences.map(({ start, end }) => text.slice(start, end));
const quotationsOf = (text: string): string[] =>
  analyseParagraph(text).quotations.map(({ start, end }) => text.slice(start, end));
const wordsOf = (text: string): string =>
  analyseParagraph(text)
    .tokens.map(token => token.text)
    .join(' ');

describe('words', () => {
  const check = (text: string, expected: string) => it(text, () => expect(wordsOf(text)).toBe(expected));
  check("Kern's map", "Kern 's map");
  check('Kern’s map', 'Kern ’s map');
  check("the drivers' queue", "the drivers ' queue");
  check("We can't go.", "We ca n't go .");
  check('"Now," he said', '" Now , " he said');
  check('Jean-Luc of China-EU', 'Jean - Luc of China - EU');
  check('COVID-19 cases', 'COVID-19 cases');
  check('in the U.S. on Sept. 3', 'in the U.S. on Sept. 3');
});

describe('sentences', () => {
  const check = (...sentences: string[]) =>
    it(sentences.join(' ').slice(0, 80), () => expect(sentencesOf(sentences.join(' '))).toEqual(sentences));
  check('The road is open.', 'The bridge is shut.');
  check('Mr. Lind met Dr. Kern.', 'They spoke.');
  check('It opened on Sept. 3 in St. Gallen.', 'Nobody came.');
  check('He moved to the U.S. in May.', 'She stayed.');
  check('"We go. We stay," she said.', 'Nobody moved.');
  check('She said: "We go."', 'Nobody moved.');
  check('"Why?" he asked.', 'Nobody knew.');
  check('Prices rose 3.5 percent.', 'Wages fell.');
  check('Really?', 'Yes!');
});

describe('quotations', () => {
  const check = (text: string, ...quotations: string[]) =>
    it(text, () => expect(quotationsOf(text)).toEqual(quotations));
  check('"We go," she said, "and stay."', '"We go,"', '"and stay."');
  check('“We go,” she said.', '“We go,”');
  check('She said ‘we go’ twice.', '‘we go’');
  check("'We go,' she said.", "'We go,'");
  check("The drivers' queue and the dogs' bones.");
  check("It's Kern's map.");
  check('“We heard ‘stop’ twice,” she said.', '“We heard ‘stop’ twice,”');
  check('“We have sand. We have salt.', '“We have sand. We have salt.');
  check("''We go,'' she said.", "''We go,''");
  check('«Nous allons,» she said.', '«Nous allons,»');
  check('In the ’90s they left.');
});
