import { describe, expect, test } from 'vitest';
import { createPile } from '../../server/src/store/pile.ts';

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

test('what is piled stays as it was, whatever comes of the bytes and after them', () => {
  const piled = createPile();
  const given = Array.from({ length: 100 }, (_, i) => filled(30_000, i));
  const kept = given.map(piled);
  for (const bytes of given) bytes.fill(255);
  const holds = (bytes: Uint8Array, value: number) => bytes.length === 30_000 && bytes.every(byte => byte === value);
  expect(kept.filter((bytes, i) => !holds(bytes, i))).toEqual([]);
});

describe('buffers', () => {
  const buffersOf = (...lengths: readonly number[]) => {
    const piled = createPile();
    return new Set(lengths.map(length => piled(filled(length, 1)).buffer)).size;
  };

  test('small runs lie in one', () => expect(buffersOf(3_000, 0, 5_000, 1)).toBe(1));
  test('and in another where it is full', () => expect(buffersOf(...Array(11).fill(100_000))).toBe(2));
  test('a long run has one to itself', () => expect(buffersOf(1_000, 5_000_000, 1_000)).toBe(2));
});
