import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appearance } from '../../server/src/corpus/sharing.ts';
import { finish } from '../../server/src/reading/steps.ts';
import { decodeCasts, encodeCasts, type SavedCast } from '../../server/src/store/casts.ts';

const word = fc.string({ unit: 'binary', maxLength: 20 });
const words = fc.array(word, { maxLength: 3 });
const type = fc.constantFrom('person', 'organization', 'place', 'event', 'document');
const gender = fc.constantFrom('female', 'male', null);
const appearance: fc.Arbitrary<Appearance> = fc.record({
  type,
  gender,
  name: word,
  aliases: words,
  country: fc.option(fc.constantFrom('FRA', 'DEU')),
  key: word,
  shorter: fc.array(fc.tuple(word, fc.constantFrom('firm', 'possible'))).map(forms => new Map(forms)),
  otherNames: words,
  profile: fc.record({ gender, countries: words, walks: words, titles: words }),
  offices: fc.array(fc.record({ title: word, affiliation: fc.option(word) }), { maxLength: 2 }),
});
const casts: fc.Arbitrary<ReadonlyMap<string, SavedCast>> = fc
  .array(appearance, { minLength: 1, maxLength: 5 })
  .chain(all => {
    const named = fc.array(fc.tuple(fc.constantFrom(...all), fc.nat(2 ** 20)), { maxLength: 6 });
    const cast = fc
      .tuple(named, fc.boolean(), fc.array(fc.option(word), { maxLength: 3 }))
      .map(([named, hasTwins, unnamed]) => ({
        appearances: named.map(([as]) => as),
        mentions: named.map(([, count]) => count),
        hasTwins,
        unnamed,
      }));
    return fc.array(fc.tuple(word, fc.record({ hash: word, cast })), { maxLength: 4 }).map(saved => new Map(saved));
  });

const encode = (given: ReadonlyMap<string, SavedCast>) => finish(encodeCasts(given));
const decode = (bytes: Uint8Array) => finish(decodeCasts(bytes));

test('casts come back as they were', () => {
  fc.assert(
    fc.property(casts, given => {
      expect(decode(encode(given))).toEqual(given);
    }),
  );
});

test('what many documents say alike comes back as one', () => {
  const [given] = fc.sample(
    casts.filter(all => [...all.values()].some(({ cast }) => cast.appearances.length > 0)),
    1,
  );
  const [saved] = [...given!.values()].filter(({ cast }) => cast.appearances.length > 0);
  const again = decode(encode(new Map([1, 2, 3].map(n => [`${n}`, saved!]))));
  const first = [...again.values()].map(({ cast }) => cast.appearances[0]);
  expect(first.length).toBe(3);
  expect(new Set(first).size).toBe(1);
});

describe('what is not as it was made is nothing, or fits', () => {
  const [given] = fc.sample(
    casts.filter(all => all.size > 2),
    { numRuns: 1, seed: 7 },
  );
  const bytes = encode(given!);

  test('nothing', () => expect(decode(new Uint8Array(0)).size).toBe(0));
  test('zeros', () => expect(decode(new Uint8Array(500)).size).toBe(0));
  test('cut off anywhere', () => {
    expect(decode(bytes).size).toBe(given!.size);
    for (let length = 0; length < bytes.length; length++) expect(decode(bytes.subarray(0, length)).size).toBe(0);
  });
  test('altered', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), changes => {
        const altered = bytes.slice();
        for (const [place, value] of changes) altered[place] = value;
        for (const { cast } of decode(altered).values()) {
          expect(cast.appearances.length).toBe(cast.mentions.length);
          for (const as of cast.appearances) expect(typeof as.name).toBe('string');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
