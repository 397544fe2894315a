import fc from 'fast-check';
import { deepEqual } from 'fast-equals';
import { expect, it } from 'vitest';
import { createMemory } from '../../server/src/reading/memory.ts';
import { readDocument } from '../../server/src/reading/read.ts';

/** The first paragraphs name everybody, so that those behind them can be edited and the names stay. */
const persons = ['Ada Kern', 'Eva Holm', 'Bo Lind', 'Carl Berg', 'Dan Roos', 'Tharn Falk'];
const opening = [
  'Foreign Minister Ada Kern met Foreign Minister Bo Lind.',
  'Ms. Eva Holm came. Mr. Carl Berg came with Tharn Falk. Prime Minister Dan Roos came.',
  'The Lakes Institute and the Fjord Bank came. Latvia and Denmark came.',
];
const others = Array.from(
  { length: 70 },
  (_, i) => `Ola ${'BDFGHKLMNPRSTV'[i % 14]}${'aeiou'[i % 5]}rnum${'aeiou'[i % 3]}k came.`,
);

const person = fc.constantFrom(...persons);
const source = fc.oneof(
  person,
  fc.constantFrom(
    'He',
    'She',
    'They',
    'It',
    'Both',
    'A resident',
    'An official',
    'The miners',
    'Police',
    'Both ministers',
  ),
  fc.constantFrom('The officers', 'Both officers', 'The minister', 'The Danish minister', 'The institute', 'The bank'),
  fc.constantFrom(
    'The Lakes Institute',
    'The Fjord Bank',
    'The report',
    'The two leaders',
    'Her counterpart',
    'The couple',
  ),
);
const paragraph = fc.oneof(
  { weight: 4, arbitrary: source.map(who => `${who} said that it was late.`) },
  { weight: 2, arbitrary: fc.tuple(person, person).map(([a, b]) => `${a} met ${b} and left.`) },
  { weight: 1, arbitrary: person.map(who => `The toll was criticized by ${who}.`) },
  { weight: 1, arbitrary: person.map(who => `${who}: It is late now.`) },
  {
    weight: 1,
    arbitrary: source.map(who => `“He saw him,” ${who === 'It' ? who : who.replace(/^The /, 'the ')} said.`),
  },
  { weight: 1, arbitrary: person.map(who => `${who} criticized the new toll.`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'The road was dry.',
      'The road will be dry.',
      '“It is very late now.”',
      '“It is very late now.',
      'A: It is late now.',
      'Nobody knew her office. He left.',
    ),
  },
);

/** Paragraphs of which so many in a hundred bring nobody to mind. */
const bodies = fc
  .tuple(fc.constantFrom(0, 60, 90, 97), fc.array(fc.tuple(paragraph, fc.nat(99)), { minLength: 40, maxLength: 250 }))
  .map(([dull, all]) => all.map(([one, chance], i) => (chance < dull ? `The road was dry on day ${i}.` : one)));

const edits = fc.array(
  fc.record({ at: fc.nat(), out: fc.constantFrom(0, 1, 1, 1, 2), put: fc.array(paragraph, { maxLength: 2 }) }),
  { minLength: 8, maxLength: 8 },
);

it.each([
  ['few', opening],
  ['many', [...opening, ...others]],
])('after any edits a document of %s persons is what a fresh reading of it is', { timeout: 120_000 }, (_, front) => {
  fc.assert(
    fc.property(bodies, edits, (from, changes) => {
      const body = [...from];
      const written = () => `${[...front, ...body].join('\n\n')}\n`;
      const memory = createMemory();
      readDocument(written(), memory);
      for (const { at, out, put } of changes) {
        body.splice(at % body.length, out, ...put);
        const [again, afresh] = [readDocument(written(), memory), readDocument(written())];
        if (!deepEqual(again, afresh)) expect(again).toEqual(afresh);
      }
    }),
    { numRuns: 300 },
  );
});
