import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mend } from '../../server/src/rules/fix.ts';
import { keepsWords } from '../../server/src/rules/words.ts';

describe('the words of a text are kept', () => {
  const check = (before: string, after: string, expected = true) => expect(keepsWords(before, after)).toBe(expected);
  const checkNot = (before: string, after: string) => check(before, after, false);

  test('nothing is nothing', () => check('', ''));
  test('white space', () => check('A  b\u00a0c\r\n\r\n\r\nd ', 'A b c\n\nd\n'));
  test('separators of a breadcrumb', () => check('Home > World > \n', 'Home > World\n'));
  test('glued words come apart', () => check('River DailyUpdated: March 4', 'River Daily Updated: March 4'));
  test('invisible characters inside a word', () => check('wa\u00adter\u200b \ufeffwell\u0007', 'water well'));
  test('marks', () => check('"We came" -- she said', '“We came” — she said'));

  test('a word is lost', () => checkNot('we came here', 'we here'));
  test('the last word is lost', () => checkNot('we came here', 'we came'));
  test('a word is added', () => checkNot('we came', 'we came here'));
  test('a word is changed', () => checkNot('we came', 'we come'));
  test('a capital is changed', () => checkNot('We came', 'we came'));
  test('an accent is lost', () => checkNot('Pelé', 'Pele'));
  test('words are joined', () => checkNot('well water', 'wellwater'));
  test('words are joined and parted elsewhere', () => checkNot('a bc', 'ab c'));
  test('words change places', () => checkNot('well water', 'water well'));
  test('a sum is lost', () => checkNot('$5 for 10%', '5 for 10'));
  test('a letter outside the basic plane is split', () => checkNot('𝒜', '\ud835 \udc9c'));
});

test('mending keeps the words of any text', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
    ' > ',
    'Home',
    'date 2021-03-04 ',
    'OSLO (Fjord) -- ',
    'It rains.',
    '\ufeff',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('');
      expect(keepsWords(text, mend(text))).toBe(true);
    }),
  );
});
