import { expect, test } from 'vitest';
import { analyseParagraph } from '../../server/src/reading/analyse.ts';
import { readLayoutInSteps } from '../../server/src/reading/blocks.ts';
import { readDates } from '../../server/src/reading/dates.ts';
import type { DocumentParagraph } from '../../server/src/reading/language.ts';
import { readNames } from '../../server/src/reading/names/index.ts';
import { isPause } from '../../server/src/reading/steps.ts';

const words = (i: number) => `It rained in Oslo on day ${i}, and the road was wet.`;
const counted = (count: number) => Array.from({ length: count }, (_, i) => i);

type StepsOf = (count: number) => Generator<void, unknown>;

/** How many steps some paragraphs take more than one less. */
const stepsOfOne = (stepsOf: StepsOf, count: number): number =>
  [...stepsOf(count)].length - [...stepsOf(count - 1)].length;

function paragraphs(count: number): readonly DocumentParagraph[] {
  return counted(count).map(i => ({ kind: 'paragraph', paragraph: analyseParagraph(words(i)) }));
}

const nothingTold = { publishedDate: '2021-03-10', place: null, agency: null, headline: null };

test.each<[string, number, StepsOf]>([
  // Named by itself, beside others, and put at its place.
  ['layout', 3, count => readLayoutInSteps(`A headline\n\n${counted(count).map(words).join('\n\n')}\n`)],
  ['names', 1, count => readNames({ paragraphs: paragraphs(count), starts: counted(count).map(i => 100 * i) })],
  ['dates', 1, count => readDates(paragraphs(count), nothingTold)],
])('the first paragraphs are a step each, since patterns are made at their first use: %s', (_, steps, stepsOf) => {
  const more = (count: number) => stepsOfOne(stepsOf, count);
  expect([2, 3, 4].map(more)).toEqual([steps, steps, steps]);
  expect([12, 13].map(more)).toEqual([0, 0]);
});

test('the lines of a header are a step each, one more where they may open the body, and another for their places', () => {
  const header = ['Wells are dug', 'They are deep', 'By Jane Roe'];
  const textOf = (count: number) => `${header.slice(0, count).join('\n\n')}\n\n${words(1)}\n`;
  const more = (count: number) => stepsOfOne(count => readLayoutInSteps(textOf(count)), count);
  expect([2, 3].map(more)).toEqual([3, 2]);
});

test('behind the first few so many are a step', () => {
  expect(counted(100).filter(i => isPause(i, 30))).toEqual([...counted(8), 29, 59, 89]);
});
