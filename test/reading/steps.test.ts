import { describe, expect, test } from 'vitest';
import { analyseParagraph } from '../../server/src/reading/analyse.ts';
import { readLayoutInSteps } from '../../server/src/reading/blocks.ts';
import { readDates } from '../../server/src/reading/dates.ts';
import type { DocumentParagraph } from '../../server/src/reading/language.ts';
import { readNames } from '../../server/src/reading/names/index.ts';
import { createPace, finish } from '../../server/src/reading/steps.ts';

const words = (i: number) => `It rained in Oslo on day ${i}, and the road was wet.`;
const counted = (count: number) => Array.from({ length: count }, (_, i) => i);

type StepsOf = (count: number) => Generator<void, unknown>;

function paragraphs(count: number): readonly DocumentParagraph[] {
  return counted(count).map(i => ({ kind: 'paragraph', paragraph: analyseParagraph(words(i)) }));
}

const nothingTold = { publishedDate: '2021-03-10', place: null, agency: null, headline: null };

test.each<[string, StepsOf]>([
  ['layout', count => readLayoutInSteps(`A headline\n\n${counted(count).map(words).join('\n\n')}\n`)],
  ['names', count => readNames({ paragraphs: paragraphs(count), starts: counted(count).map(i => 100 * i) })],
  ['dates', count => readDates(paragraphs(count), nothingTold)],
])('many paragraphs are many steps, and each holds several: %s', (_, stepsOf) => {
  // A step each, while the engine is new.
  for (let i = 0; i < 30; i++) finish(stepsOf(100));
  const more = [...stepsOf(3_000)].length - [...stepsOf(1_000)].length;
  expect(more).toBeGreaterThan(10);
  expect(more).toBeLessThan(200);
});

describe('a pause', () => {
  const pauses = (newFor: number, most: number, done: readonly number[]): readonly number[] => {
    const isPause = createPace(most, { newFor });
    return done.flatMap((one, i) => (isPause(one) ? i : []));
  };

  test('is due when as much is done as a step may take', () => {
    expect(pauses(0, 30, [10, 10, 9, 1, 29, 1, 100, 5])).toEqual([3, 5, 6]);
  });
  test('comes behind each item as long as the engine is new, however little is done', () => {
    expect(pauses(3, 30, [1, 100, 0, 10, 10, 10])).toEqual([0, 1, 2, 5]);
  });
  test('of one thing counts for the engine in another', () => {
    const engine = { newFor: 2 };
    const [isPause, isOther] = [createPace(9, engine), createPace(9, engine)];
    expect([isPause(1), isOther(1), isPause(1), isOther(1)]).toEqual([true, true, false, false]);
  });
});
