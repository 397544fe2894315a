import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsInSteps, factsOf } from '../../server/src/corpus/facts.ts';
import { createMemory } from '../../server/src/reading/memory.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { finish } from '../../server/src/reading/steps.ts';
import { changed, changes, formatted } from './edits.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const samples = readdirSync(seeds).map(name => readFileSync(new URL(name, seeds), 'utf8'));
const sentences = samples.flatMap(text => text.split(/\n\n+/));
const stories = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 90 }).map(list => list.join('\n\n'));
const typed = fc.constantFrom(
  ...'x| |. |\n\n| said|He |She |they |Mr. Bo Lind | the minister |, adding that |"|”|The |, according to officials,|2012|both '.split(
    '|',
  ),
);
const typing = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 400 }), insert: typed }),
  { minLength: 1, maxLength: 12 },
);

function equalsAFreshReading(start: string, edits: Iterable<(text: string) => string>): void {
  const memory = createMemory();
  let text = start;
  let reading = readDocument(text, memory);
  let facts = factsOf('', text, reading);
  for (const edit of edits) {
    text = edit(text);
    const before = { reading, facts };
    reading = readDocument(text, memory);
    facts = finish(factsInSteps('', text, reading, before));
    const afresh = readDocument(text);
    expect(reading).toEqual(afresh);
    expect(facts).toEqual(factsOf('', text, afresh));
  }
}

it('after any typing a story reads as it would afresh', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(stories, typing, fc.boolean(), (text, edits, keys) => {
      equalsAFreshReading(
        text,
        edits.map(({ at, drop, insert }) => before => {
          const from = Math.floor(at * before.length);
          return before.slice(0, from) + insert + before.slice(from + (keys ? drop % 3 : drop));
        }),
      );
    }),
    { numRuns: 60 },
  );
});

it('after any change of its layout a text reads as it would afresh', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(formatted, changes, (text, edits) => {
      equalsAFreshReading(
        text,
        edits.map(change => before => changed(before, change)),
      );
    }),
    { numRuns: 100 },
  );
});
