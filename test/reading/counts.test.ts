import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, historyOf } from '../../server/src/reading/discourse/counts.ts';
import { type Changing, changeMind, emptyMind, mindBehind } from '../../server/src/reading/discourse/mind.ts';
import { tallyAfter, tallyOf } from '../../server/src/reading/discourse/tally.ts';

const ids = ['e1', 'e2', 'e3', 'e4'];
const change = fc.record({
  what: fc.constantFrom('appears', 'spoke', 'topic', 'organization'),
  id: fc.constantFrom(...ids),
});
const page = fc.record({
  changes: fc.array(change, { maxLength: 4 }),
  back: fc.nat(9),
  ahead: fc.nat(9),
  kinds: fc.constant(1 + 2 + 32 + 256),
}) as fc.Arbitrary<Changing & { back: number; ahead: number }>;
const pages = fc.array(page, { maxLength: 8 });

test('counts that go on from a history are those of all pages', () => {
  fc.assert(
    fc.property(pages, pages, pages, (read, since, others) => {
      const told = (all: readonly Changing[], past: Parameters<typeof countsOf>[1]) => {
        const { named, order, spoken, speakers, hasAnybodySpoken } = countsOf(all, past);
        const seen = ids.filter(id => order(id) !== null).sort((a, b) => order(a)! - order(b)!);
        return [ids.map(named), ids.map(spoken), seen, speakers(), hasAnybodySpoken()];
      };
      const history = historyOf([...read, ...others]);
      const all = [...read, ...since];
      expect(told(all, { history: () => history, pages: read.length })).toEqual(told(all, null));
    }),
  );
});

test('counts are those of what a page has got so far', () => {
  const changes: { what: 'appears'; id: string }[] = [];
  const { named } = countsOf([{ changes, kinds: 1 }], null);
  const times = [named('e1')];
  for (let n = 0; n < 3; n++) {
    changes.push({ what: 'appears', id: 'e1' });
    times.push(named('e1'));
  }
  expect(times).toEqual([0, 1, 2, 3]);
});

test('a tally after an edit is that of the pages after it', () => {
  fc.assert(
    fc.property(pages, pages, pages, pages, (front, older, newer, back) => {
      const edit = { start: front.length, end: front.length + older.length, by: newer.length - older.length };
      const after = tallyAfter(tallyOf([...front, ...older, ...back]), edit, newer);
      expect(after).toEqual(tallyOf([...front, ...newer, ...back]));
    }),
  );
});

test('of what is in mind behind many pages nothing is missing that a reader looks at', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 300, maxLength: 400 }), all => {
      const mind = emptyMind();
      all.forEach(({ changes }, s) => {
        for (const change of changes) changeMind(mind, s, change);
      });
      const found = mindBehind(all, tallyOf([...all, ...all]));
      expect(found.appearances.slice(-200)).toEqual(mind.appearances.slice(-200));
      expect(found.topics.slice(-60)).toEqual(mind.topics.slice(-60));
      expect(found.lastOrganization).toBe(mind.lastOrganization);
    }),
    { numRuns: 20 },
  );
});
