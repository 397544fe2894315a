import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentLinks } from '../../server/src/features/documentLinks.ts';

const check = (text: string, ...expected: [words: string, target: string][]) =>
  expect(documentLinks(text).map(({ start, end, target }) => [text.slice(start, end), target])).toEqual(expected);

test('an address', () =>
  check('See https://a.example/b?c=d#e now', ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e']));
test('without https', () => check('At www.a.example today', ['www.a.example', 'https://www.a.example/']));
test('http stays http', () => check('http://a.example', ['http://a.example', 'http://a.example/']));
test('in capitals', () => check('HTTPS://A.EXAMPLE/B', ['HTTPS://A.EXAMPLE/B', 'https://a.example/B']));
test('the full stop belongs to the sentence', () =>
  check('See www.a.example/b.', ['www.a.example/b', 'https://www.a.example/b']));
test('so do closing marks', () =>
  check(
    '(“https://a.example/b,” she said; https://c.example)',
    ['https://a.example/b', 'https://a.example/b'],
    ['https://c.example', 'https://c.example/'],
  ));
test('a bracket that was opened in the address belongs to it', () =>
  check('https://a.example/b_(c)', ['https://a.example/b_(c)', 'https://a.example/b_(c)']));
test('what could be taken for something else is encoded', () =>
  check("https://a.example/it's/ñ%zz", ["https://a.example/it's/ñ%zz", "https://a.example/it's/%C3%B1%zz"]));
test('between angle brackets', () => check('<https://a.example>', ['https://a.example', 'https://a.example/']));
test('nothing else is a link', () =>
  check(
    'command:evil javascript:x file:///a ftp://a.example a.example mail@www.a.example notwww.a.example https:// www. https://a',
  ));
test('no name and password before the host', () => check('https://bank.example@evil.example/'));

test('whatever the text: what is linked stands in it and leads to the web alone', () => {
  const piece = fc.constantFrom(
    'https://',
    'www.',
    'a.example',
    '/',
    '@',
    ':',
    '.',
    ')',
    '(',
    ' ',
    '\n',
    'command:',
    '\u202e',
    '%',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      let from = 0;
      for (const { start, end, target } of documentLinks(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(text.slice(start, end)).toMatch(/^(https?:\/\/|www\.)\S+$/i);
        expect(target).toMatch(/^https?:\/\/[^\s/@]+\.[^\s/@]+\/[^\s<>"]*$/);
        from = end;
      }
    }),
    { numRuns: 1000 },
  );
});
