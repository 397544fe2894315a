import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';
import { practise, practised } from '../../server/src/reading/warmUp.ts';

test('what is practised on has what most documents have', () => {
  const readings = practised.map(text => readDocument(text));
  const kinds = new Set(readings.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['breadcrumb', 'headline', 'byline', 'stamp', 'dateline', 'paragraph', 'caption']),
  );
  const directness = new Set(readings.flatMap(({ statements }) => statements.map(one => one.directness)));
  expect([...directness].sort()).toEqual(['direct', 'indirect']);
  expect(readings.flatMap(({ dates }) => dates).length).toBeGreaterThan(5);
});

test('practising is done in steps, and changes no reading', () => {
  const text = 'Wells\n\n“We dig,” Ada Berg said in Oslo on 3 May 2021.';
  const before = readDocument(text);
  expect([...practise()].length).toBeGreaterThan(2 * practised.length);
  expect(readDocument(text)).toEqual(before);
});
