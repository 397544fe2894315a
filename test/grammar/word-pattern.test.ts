import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly comments?: unknown;
  readonly brackets: readonly (readonly [string, string])[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
}

const configuration: LanguageConfiguration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
);
const { pattern, flags } = configuration.wordPattern;

const wordsOf = (text: string) => text.match(new RegExp(pattern, `${flags}g`));
const check = (text: string, expected: string[]) =>
  test(JSON.stringify(text), () => expect(wordsOf(text)).toEqual(expected));

describe('words stay whole', () => {
  check('COVID-19 spread', ['COVID-19', 'spread']);
  check('said Jean-Yves.', ['said', 'Jean-Yves']);
  check('the U.S. envoy', ['the', 'U.S.', 'envoy']);
  check("O'Brien and O’Brien", ["O'Brien", 'and', 'O’Brien']);
  check('Álvaro Quintero', ['Álvaro', 'Quintero']);
  check("the ministers' plan", ['the', 'ministers', 'plan']);
  check('“quoted”', ['quoted']);
  check('one--two', ['one', 'two']);
  check('end. Next', ['end', 'Next']);
  check('300,000 people or 2.5 per cent', ['300,000', 'people', 'or', '2.5', 'per', 'cent']);
  check('北京', ['北京']);
});

test('the pattern never matches an empty word', () => {
  expect(new RegExp(`^(?:${pattern})$`, flags).test('')).toBe(false);
});

test('prose has no comments', () => {
  expect(configuration.comments).toBeUndefined();
});

test('quotation marks surround a selection', () => {
  const opening = configuration.surroundingPairs.map(([open]) => open);
  expect(opening).toEqual(expect.arrayContaining(['"', '“', '‘']));
});

test('a mark that is an apostrophe as often is no bracket: the editor would paint "Kern’s" as an error', () => {
  expect(configuration.brackets.flat()).not.toContain('’');
});
