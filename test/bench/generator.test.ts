import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';
import { bundleOf, documentsOf, guestOf, storyOf } from './generator/documents.ts';
import { fullName } from './generator/people.ts';
import { randomOf, zipf } from './generator/random.ts';

const hundred = [...documentsOf(1, 100)];

test('the same seed makes the same documents, however many are asked for', () => {
  expect([...documentsOf(1, 40)]).toEqual(hundred.slice(0, 40));
  expect([...documentsOf(2, 1)]).not.toEqual(hundred.slice(0, 1));
});

test('every document has a path of its own', () => {
  expect(new Set(hundred.map(({ path }) => path)).size).toBe(hundred.length);
});

/** Between news and readouts, as measured on real ones: 12 to 20 mentions and 4 to 11 statements in 1000 characters. */
test('documents are as long and as dense as real ones', () => {
  const some = hundred.slice(0, 40);
  const characters = some.reduce((sum, { text }) => sum + text.length, 0);
  const readings = some.map(({ text }) => readDocument(text));
  const per1000 = (count: (reading: (typeof readings)[0]) => number) =>
    (1000 * readings.reduce((sum, reading) => sum + count(reading), 0)) / characters;
  expect(characters / some.length).toBeGreaterThan(3000);
  expect(characters / some.length).toBeLessThan(4500);
  expect(per1000(({ mentions }) => mentions.length)).toBeGreaterThan(11);
  expect(per1000(({ mentions }) => mentions.length)).toBeLessThan(20);
  expect(per1000(({ statements }) => statements.length)).toBeGreaterThan(3.5);
  expect(per1000(({ statements }) => statements.length)).toBeLessThan(9);
}, 30_000);

test('the guest is found and speaks in every one of the first documents', () => {
  for (const { text } of hundred.slice(0, 20)) {
    const { entities } = readDocument(text);
    expect(entities.filter(({ name }) => name === fullName(guestOf(1)))).toHaveLength(1);
  }
});

test('a story and a bundle are as long as asked for', () => {
  for (const length of [10_000, 200_000]) {
    expect(Math.abs(storyOf(1, length).length - length)).toBeLessThan(100);
    expect(Math.abs(bundleOf(1, length).length - length)).toBeLessThan(100);
  }
  expect(readDocument(storyOf(1, 50_000)).documents).toHaveLength(1);
  expect(readDocument(bundleOf(1, 50_000)).documents.length).toBeGreaterThan(8);
});

test('low ranks come more often', () => {
  const rank = zipf(1000, 5);
  const random = randomOf(1);
  const drawn = Array.from({ length: 20_000 }, () => rank(random));
  const times = (from: number, to: number) => drawn.filter(at => at >= from && at < to).length;
  expect(times(0, 10)).toBeGreaterThan(3 * times(100, 110));
  expect(times(900, 1000)).toBeGreaterThan(0);
});
