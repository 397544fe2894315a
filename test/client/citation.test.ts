import { describe, expect, test } from 'vitest';
import { citation, shownDay } from '../../client/src/citation.ts';
import type { StatementItem } from '../../server/src/protocol/views.ts';

const statement: StatementItem = {
  uri: 'file:///w/seeds/a.txt',
  range: { start: { line: 7, character: 3 }, end: { line: 7, character: 20 } },
  text: '"The lamp is lit," she said, "and the nets are dry."',
  speakers: ['Ana Ruiz'],
  day: '2021-05-14',
  outlet: 'Fjord Wire',
  headline: null,
};

describe('citation', () => {
  const check = (change: Partial<StatementItem>, expected: string) =>
    expect(citation({ ...statement, ...change }, 'seeds/a.txt', 'en')).toBe(`${statement.text}\n— ${expected}`);

  test('who, when, outlet, file and line', () => check({}, 'Ana Ruiz, 14 May 2021, Fjord Wire, seeds/a.txt:8'));
  test('two who speak as one', () =>
    check({ speakers: ['Ana Ruiz', 'Bo Lind'] }, 'Ana Ruiz and Bo Lind, 14 May 2021, Fjord Wire, seeds/a.txt:8'));
  test('without a date or an outlet', () => check({ day: null, outlet: null }, 'Ana Ruiz, seeds/a.txt:8'));
  test('of nobody who is known', () => check({ speakers: [] }, '14 May 2021, Fjord Wire, seeds/a.txt:8'));
});

describe('a day', () => {
  const check = (day: string, locale: string, expected: string) => expect(shownDay(day, locale)).toBe(expected);

  test('in English', () => check('2021-05-14', 'en', '14 May 2021'));
  test('in American English', () => check('2021-05-14', 'en-US', 'May 14, 2021'));
  test('in German', () => check('2021-05-14', 'de', '14. Mai 2021'));
  test('a month', () => check('2021-05', 'en', 'May 2021'));
  test('a year', () => check('2021', 'en', '2021'));
  test('something else, as it is', () => check('some day', 'en', 'some day'));
});
