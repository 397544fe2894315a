import { describe, expect, test } from 'vitest';
import { corpusMap, type MapQuery } from '../../server/src/features/corpusMap.ts';
import { fixture } from '../kit/fixture.ts';

const source = `//- a.txt
<published 2021-03-04>4 March</published>
//@ no place NOR
<m ana>Ana Ruiz</m>: <s 1 ana><m bo>Bo Lind</m> and <m bo pronoun>he</m></s>. <s 2 ana><m cy>Cy Moe</m> in <m no>Norway</m></s>.
//- b.txt
<published 2021-05-06>6 May</published>
<m bo>Bo Lind</m>: <s 1 bo><m ana>Ana Ruiz</m></s>. <m ana>Ana Ruiz</m>: <s 2 ana><m ana pronoun>I</m> and <m bo>Bo Lind</m></s>
//- c.txt
<m ana>Ana Ruiz</m>: <s 1 ana>no date</s>`;

const mapOf = (marked: string, query: Partial<MapQuery> = {}) =>
  corpusMap(fixture(marked).corpus, { offset: 0, limit: 10, ...query });

describe('timeline', () => {
  const check = (query: Partial<MapQuery>, ...expected: string[]) =>
    expect(
      mapOf(source, query).speakers.map(
        ({ name, times, undated }) =>
          `${name}: ${[...times.map(({ time, statements }) => `${time} ${statements}`), `undated ${undated}`].join(', ')}`,
      ),
    ).toEqual(expected);

  test('statements by day, the most frequent speaker first', () =>
    check({}, 'Ana Ruiz: 2021-03-04 2, 2021-05-06 1, undated 1', 'Bo Lind: 2021-05-06 1, undated 0'));
  test('some of the speakers', () => check({ offset: 1, limit: 1 }, 'Bo Lind: 2021-05-06 1, undated 0'));
  test('by name', () => check({ name: 'lind' }, 'Bo Lind: 2021-05-06 1, undated 0'));
  test('of one document', () => check({ document: 'c.txt' }, 'Ana Ruiz: undated 1'));
  test('past the last', () => check({ offset: 5 }));
  test('says how many there are', () => expect(mapOf(source, { limit: 1 }).total).toBe(2));

  const days = (count: number, every: number) =>
    Array.from({ length: count }, (_, n) => {
      const day = new Date(Date.UTC(2000, 0, 1 + n * every)).toISOString().slice(0, 10);
      return `//- ${n}.txt\n<published ${day}>then</published> <m ana>Ana Ruiz</m>: <s 1 ana>yes</s>`;
    }).join('\n');
  for (const [count, every, unit] of [
    [400, 1, 'day'],
    [401, 1, 'month'],
    [401, 31, 'year'],
  ] as const) {
    test(`${count} days, one in ${every}: by ${unit}`, () => expect(mapOf(days(count, every)).unit).toBe(unit));
  }
});

describe('who speaks about whom', () => {
  const check = (query: Partial<MapQuery>, ...expected: string[]) => {
    const { links, others, speakers } = mapOf(source, query);
    const name = (id: string) => [...speakers, ...others].find(party => party.id === id)?.name;
    expect(links.map(({ from, to, statements }) => `${name(from)} ${statements} ${name(to)}`).sort()).toEqual(expected);
  };

  test('once a statement, never oneself, outsiders who are no place', () =>
    check({}, 'Ana Ruiz 1 Cy Moe', 'Ana Ruiz 2 Bo Lind', 'Bo Lind 1 Ana Ruiz'));
  test('of some: the others are outsiders', () => check({ limit: 1 }, 'Ana Ruiz 1 Cy Moe', 'Ana Ruiz 2 Bo Lind'));
  test('a country that speaks itself', () => {
    const { links } = mapOf(
      '//@ no place NOR\n<m ana>Ana</m>: <s 1 ana><m no>Norway</m></s> <m no>Norway</m>: <s 2 no>yes</s>',
    );
    expect(links.length).toBe(1);
  });
  test('outsiders are few', () => {
    const many = Array.from({ length: 40 }, (_, n) => `<m p${n}>Pi ${String.fromCharCode(65 + n)}a</m>`).join(' ');
    const { others, links } = mapOf(`<m ana>Ana Ruiz</m>: <s 1 ana>${many}</s>`);
    expect([others.length, links.length]).toEqual([15, 15]);
  });
});
