import { describe, expect, test } from 'vitest';
import { addressOf, fileName, isInside, isSourceDocument, shownAddress } from '../../server/src/protocol/addresses.ts';
import { decode } from '../../server/src/protocol/decode.ts';

describe('source documents by name', () => {
  const check = (path: string, expected: boolean) =>
    expect(isSourceDocument(addressOf(`file://${path}`), [])).toBe(expected);

  test('any .seed', () => check('/a/b.seed', true));
  test('.txt in a folder seeds', () => check('/a/seeds/b.txt', true));
  test('.txt below a folder seeds', () => check('/a/seeds/c/d/b.txt', true));
  test('other files in a folder seeds', () => check('/a/seeds/b.md', false));
  test('a number and sixteen hexadecimal digits', () => check('/a/000_472c6905a131f1f0.txt', true));
  test('fewer digits', () => check('/a/000_472c6905a131f1f.txt', false));
  test('letters for the number', () => check('/a/abc_472c6905a131f1f0.txt', false));
  test('any other .txt', () => check('/a/readme.txt', false));
  test('a folder whose name ends in seeds', () => check('/a/myseeds/b.txt', false));
});

describe('source documents that were opted in', () => {
  const folders = (...include: string[]) => [{ address: 'file:///w', include }];
  const check = (path: string, include: string, expected: boolean) =>
    expect(isSourceDocument(addressOf(`file://${path}`), folders(include))).toBe(expected);

  test('a path in the folder', () => check('/w/n/a.txt', 'n/a.txt', true));
  test('a name is only that file', () => check('/w/n/a.txt', 'a.txt', false));
  test('a glob', () => check('/w/n/m/a.txt', 'n/**/*.txt', true));
  test('a glob for any folder', () => check('/w/n/a.txt', '**/a.txt', true));
  test('an absolute path elsewhere', () => check('/x/a.txt', '/x/a.txt', true));
  test('a relative path elsewhere', () => check('/x/n/a.txt', 'n/a.txt', false));
  test('a name with characters of globs in it', () => check('/w/[1] a.txt', '[1] a.txt', true));
  test('a name that starts with a dot', () => check('/w/.n/a.txt', '**/*.txt', true));
  test('an exclamation mark is a character', () => check('/w/b.txt', '!a.txt', false));
});

test('two ways to write one address meet', () => {
  expect(addressOf('file:///a/b%20c.seed')).toBe(addressOf('file:///a/b c.seed'));
  expect(addressOf('file:///c%3A/a.seed')).toBe(addressOf('file:///c:/a.seed'));
});

test('what lies in a folder', () => {
  expect(isInside('file:///a', 'file:///a/b')).toBe(true);
  expect(isInside('file:///a', 'file:///ab')).toBe(false);
});

test('addresses as people read them', () => {
  expect(shownAddress('file:///a/b%20c.seed')).toBe('/a/b c.seed');
  expect(shownAddress('untitled:x')).toBe('untitled:x');
  expect(fileName('file:///a/b%20c.seed')).toBe('b c.seed');
});

describe('bytes to text', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test('UTF-8', () => expect(decode(new TextEncoder().encode('é😀'))).toBe('é😀'));
  test('a byte order mark goes', () => expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a'));
  test('UTF-16', () => expect(decode(bytes(0xff, 0xfe, 0x61, 0))).toBe('a'));
  test('UTF-16, big end first', () => expect(decode(bytes(0xfe, 0xff, 0, 0x61))).toBe('a'));
  test('what is no text', () => expect(decode(bytes(0x61, 0, 0x62))).toBeNull());
  test('what is no UTF-8 becomes replacement characters', () =>
    expect(decode(bytes(0x61, 0xe9, 0x62))).toBe('a\ufffdb'));
  test('nothing', () => expect(decode(bytes())).toBe(''));
});
