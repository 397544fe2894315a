import { afterEach, expect, test, vi } from 'vitest';
import { createPile } from '../../server/src/store/pile.ts';

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

test('what is piled stays as it was, whatever comes of the bytes and after them', () => {
  const keep = createPile();
  const given = Array.from({ length: 100 }, (_, i) => filled(30_000, i));
  const kept = given.map(keep);
  for (const bytes of given) bytes.fill(255);
  for (const takeOut of kept) takeOut().fill(254);
  const holds = (bytes: Uint8Array, value: number) => bytes.length === 30_000 && bytes.every(byte => byte === value);
  expect(kept.filter((takeOut, i) => !holds(takeOut(), i))).toEqual([]);
});

test.each([0, 1, 30_000, 1_000_000])('%i bytes are given in a buffer that a browser decodes text from', length => {
  const { buffer } = createPile()(filled(length, 1))();
  expect(buffer).toMatchObject({ resizable: false });
});

/** How many buffers that could grow hold runs of these lengths. */
function buffersFor(...lengths: readonly number[]): number {
  let made = 0;
  const Counted = class extends ArrayBuffer {
    constructor(length: number, options: { maxByteLength: number }) {
      super(length, options);
      made++;
    }
  };
  vi.stubGlobal('ArrayBuffer', Counted);
  const keep = createPile();
  for (const length of lengths) keep(filled(length, 1));
  return made;
}

afterEach(() => void vi.unstubAllGlobals());

test('small runs lie in one buffer', () => expect(buffersFor(3_000, 0, 5_000, 1)).toBe(1));
test('and in another where it is full', () => expect(buffersFor(...Array(11).fill(100_000))).toBe(2));
test('a long run lies by itself, and leaves the rest of the buffer to others', () =>
  expect(buffersFor(1_000, 5_000_000, 1_000)).toBe(1));
