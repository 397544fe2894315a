import { buf as crc32 } from 'crc-32';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCorpus } from '../../server/src/corpus/corpus.ts';
import { type DocumentFacts, type EntityFacts, factsOf } from '../../server/src/corpus/facts.ts';
import { lookupsOf } from '../../server/src/corpus/lookups.ts';
import { wholeOf } from '../../server/src/corpus/packed.ts';
import type { Entity } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { decodeFacts, encodeFacts } from '../../server/src/store/encode.ts';

const address = 'file:///papers/visit.seed';

const dispatch = `Home > World

Envoys Meet in Norhaven

NORHAVEN, May 3 (Sunda Press) -- Foreign Minister Jan Marek met his Sunda counterpart, Lena Voss, on Tuesday.

"We agreed on most points," Marek said, "and Voss knows it." Voss added that the talks had been “très utiles”.

Observers said that the United Nations would send an envoy. He said nothing.
`;
const bundle = `${dispatch}\n----------\n\n${dispatch.replaceAll('Marek', 'Bošković')}`;

const facts = (text: string) => factsOf(address, text, readDocument(text));

/** As plain data; null where the bytes are none of `encodeFacts`. */
function decode(encoded: Uint8Array, uri: string = address, corpus = createCorpus()): DocumentFacts | null {
  const decoded = decodeFacts(encoded, uri, corpus);
  return decoded && wholeOf(decoded.document);
}

describe('facts come back as they were', () => {
  const check = (text: string) => expect(decode(encodeFacts(facts(text)), address)).toEqual(facts(text));

  test('of a dispatch', () => check(dispatch));
  test('of a bundle', () => check(bundle));
  test('of nothing', () => check(''));
  test('of a text with half a surrogate pair', () => check('\ud800 Jan Marek said “no”.\n\n\udc00\n'));

  test('whatever they are', () => {
    fc.assert(
      fc.property(anyFacts(), given => {
        expect(decode(encodeFacts(given), given.uri)).toEqual(given);
      }),
    );
  });

  test('under the address that is asked for', () => {
    const moved = decode(encodeFacts(facts(dispatch)), 'file:///moved.seed');
    expect(moved).toEqual({ ...facts(dispatch), uri: 'file:///moved.seed' });
  });

  test('from a part of a longer buffer', () => {
    const bytes = encodeFacts(facts(dispatch));
    const longer = new Uint8Array([1, 2, 3, ...bytes, 4, 5]);
    expect(decode(longer.subarray(3, 3 + bytes.length), address)).toEqual(facts(dispatch));
  });
});

test('what documents say alike is one object in a corpus', () => {
  const corpus = createCorpus();
  const encoded = encodeFacts(facts(dispatch));
  const [one, other] = ['file:///1.seed', 'file:///2.seed'].map(uri => decode(encoded, uri, corpus)!.entities);
  expect(one!.length).toBeGreaterThan(3);
  for (const [i, { entity, shorter, profile }] of one!.entries()) {
    expect(other![i]!.entity.aliases).toBe(entity.aliases);
    expect(other![i]!.shorter).toBe(shorter);
    expect(other![i]!.profile).toBe(profile);
  }
});

test('facts take less room than their text', () => {
  expect(encodeFacts(facts(dispatch)).length).toBeLessThan(2 * dispatch.length);
});

describe('what is not as it was made is no facts', () => {
  const bytes = encodeFacts(facts(bundle));
  const isRefused = (altered: Uint8Array) => {
    expect(decode(altered, address)).toBeNull();
  };

  test('nothing', () => isRefused(new Uint8Array(0)));
  test('zeros', () => isRefused(new Uint8Array(500)));
  test('with something behind it', () => isRefused(new Uint8Array([...bytes, 0])));

  test('cut off anywhere', () => {
    for (let length = 0; length < bytes.length; length++) isRefused(bytes.subarray(0, length));
  });

  test('with bits turned', () => {
    const places = fc.uniqueArray(fc.nat(bytes.length * 8 - 1), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(places, turned => {
        const altered = bytes.slice();
        for (const place of turned) altered[place >> 3]! ^= 1 << (place & 7);
        isRefused(altered);
      }),
      { numRuns: 1000 },
    );
  });

  test('foreign bytes', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isRefused)));
});

describe('bytes with a right checksum and wrong content', () => {
  /** Facts whose columns fit each other, or none; never an error. */
  const check = (altered: Uint8Array) => {
    new DataView(altered.buffer).setInt32(0, crc32(altered.subarray(4)), true);
    const decoded = decode(altered, address);
    if (decoded) expect(misfits(decoded)).toEqual([]);
  };
  const bytes = encodeFacts(facts(bundle));

  test('with bytes altered', () => {
    const change = fc.tuple(fc.integer({ min: 4, max: bytes.length - 1 }), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), changes => {
        const altered = bytes.slice();
        for (const [place, value] of changes) altered[place] = value;
        check(altered);
      }),
      { numRuns: 2000 },
    );
  });

  test('foreign bytes', () =>
    fc.assert(fc.property(fc.uint8Array({ minLength: 5, maxLength: 400 }), content => check(content.slice()))));

  test('a length that no memory has room for', () => {
    const greatest = [0xff, 0xff, 0xff, 0xff, 0x0f];
    const part = (...bytes: number[]) => [bytes.length, ...bytes];
    const nothing = part(0, 0, 1, 0);
    const isRefused = (...content: number[]) => {
      const altered = new Uint8Array([0, 0, 0, 0, layout, 0, ...content]);
      check(altered);
      expect(decodeFacts(altered, address)).toBeNull();
    };
    const layout = bytes[4]!;
    // As many numbers; as many strings; a string as long.
    isRefused(...part(5, ...greatest, 0, 1, 0), ...nothing);
    isRefused(...part(0, ...greatest), ...nothing);
    isRefused(...part(0, 1, ...greatest), ...nothing);
    isRefused(...greatest);
  });

  describe('says who is named where the rest is none of it', () => {
    const name = 'Jan Marek';
    const entity = { id: 'marek', type: 'person', name, aliases: [name], gender: null, country: null } as const;
    const encode = (roles: Entity['roles'], mentions: Int32Array) =>
      encodeFacts({ ...facts(dispatch), entities: [{ ...lookupsOf({ ...entity, roles }), ...nowhere, mentions }] });
    const own = encode([], Int32Array.of(0));
    const castOf = (encoded: Uint8Array) => encoded.subarray(6, 7 + encoded[6]!);
    /** The cast of one document before the rest of another. */
    const checkWith = (other: Uint8Array) => {
      const altered = new Uint8Array([...own.subarray(0, 6), ...castOf(other), ...own.subarray(7 + own[6]!)]);
      check(altered);
      const { document } = decodeFacts(altered, address)!;
      expect(document.entities.map(of => of.entity.name)).toEqual([name]);
      expect(document.headline).toBe(other === own ? 'Envoys Meet in Norhaven' : null);
    };

    test('as it is of its own', () => checkWith(own));
    test('with an office that does not stand there', () =>
      checkWith(encode([{ title: 'minister', affiliation: null, start: 0, end: 8 }], Int32Array.of(0))));
    test('mentioned more often', () => checkWith(encode([], Int32Array.of(0, 1))));
  });
});

const nowhere = { mentions: new Int32Array(), statements: new Int32Array(), introduction: null };

function misfits({ mentions, spelled, statements, openings, abouts, entities, unnamed }: DocumentFacts): string[] {
  const rows = { mentions: mentions.starts.length, statements: statements.starts.length };
  const isWithin = (column: Int32Array, limit: number) => column.every(row => row >= 0 && row < limit);
  const claims = {
    ends: mentions.ends.length === rows.mentions && statements.ends.length === rows.statements,
    spelled: spelled.length === rows.mentions,
    openings: openings.length === rows.statements,
    abouts: abouts.statements.length === abouts.mentions.length,
    aboutRows: isWithin(abouts.mentions, rows.mentions) && isWithin(abouts.statements, rows.statements),
    entityMentions: entities.every(entity => isWithin(entity.mentions, rows.mentions)),
    entityStatements: entities.every(entity => isWithin(entity.statements, rows.statements)),
    unnamed: unnamed.every(source => isWithin(source.statements, rows.statements)),
    names: entities.every(({ entity, key }) => typeof entity.name === 'string' && typeof key === 'string'),
  };
  return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

function anyFacts(): fc.Arbitrary<DocumentFacts> {
  const offset = fc.nat(2 ** 30);
  const word = fc.string({ unit: 'binary', maxLength: 30 });
  const said = fc.option(word);
  const spans = fc.array(fc.tuple(offset, fc.nat(1000)), { maxLength: 20 }).map(rows => ({
    starts: Int32Array.from(rows, ([start]) => start),
    ends: Int32Array.from(rows, ([start, length]) => start + length),
  }));
  const meta = fc.record({ publishedDate: said, place: said, agency: said, headline: said });
  const role = fc.record({ start: offset, end: offset, title: word, affiliation: said });
  const entity: fc.Arbitrary<Entity> = fc.record({
    id: word,
    type: fc.constantFrom('person', 'organization', 'place', 'event', 'document'),
    name: word,
    aliases: fc.array(word, { maxLength: 4 }),
    roles: fc.array(role, { maxLength: 3 }),
    gender: fc.constantFrom('female', 'male', null),
    country: fc.option(fc.constantFrom('FRA', 'DEU')),
  });
  const rowsOf = (count: number) => fc.array(fc.nat(Math.max(0, count - 1)), { maxLength: count && 5 }).map(ints);
  return fc.tuple(spans, spans).chain(([mentions, statements]) => {
    const counts = [mentions.starts.length, statements.starts.length] as const;
    const column = (values: fc.Arbitrary<number>, length: number) =>
      fc.array(values, { minLength: length, maxLength: length });
    const entities: fc.Arbitrary<EntityFacts> = fc
      .tuple(entity, rowsOf(counts[0]), rowsOf(counts[1]), fc.option(fc.tuple(offset, fc.nat(90), fc.boolean())))
      .map(([given, own, spoken, at]) => ({
        ...lookupsOf(given),
        ...{ mentions: own, statements: spoken },
        introduction: at && { start: at[0], end: at[0] + at[1], titled: at[2] },
      }));
    const about =
      counts[0] && counts[1] ? fc.array(fc.tuple(fc.nat(counts[1] - 1), fc.nat(counts[0] - 1))) : fc.constant([]);
    return fc.record<DocumentFacts>({
      uri: fc.webUrl(),
      place: fc.constant(0),
      bundled: fc.array(fc.record({ start: offset, end: offset, meta }), { maxLength: 3 }),
      headline: said,
      publishedDate: said,
      agency: said,
      lineStarts: fc.array(offset).map(ints),
      mentions: fc.constant(mentions),
      spelled: column(fc.nat(255), counts[0]).map(values => Uint8Array.from(values)),
      statements: fc.constant(statements),
      openings: column(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), counts[1]).map(ints),
      abouts: about.map(pairs => ({
        statements: ints(pairs.map(([a]) => a)),
        mentions: ints(pairs.map(([, b]) => b)),
      })),
      entities: fc.array(entities, { maxLength: 6 }),
      unnamed: fc.array(fc.record({ name: said, statements: rowsOf(counts[1]) }), { maxLength: 3 }),
    });
  });
}

function ints(values: readonly number[]): Int32Array {
  return Int32Array.from(values);
}
