import { describe, expect, test } from 'vitest';
import { removeDocument } from '../../server/src/corpus/corpus.ts';
import { speakers } from '../../server/src/features/speakers.ts';
import {
  bookmarkOf,
  countStatements,
  hasWords,
  type StatementQuery,
  statements,
} from '../../server/src/features/statements.ts';
import { type Fixture, fixture } from '../kit/fixture.ts';

const source = `//- a.txt
<published 2021-03-04>4 March</published> <agency>Fjord Wire</agency>
<m ana>Ana Ruiz</m>: <s 1 ana>it rains</s>. <s 2 ana><m bo>Bo Lind</m> is wet</s>.
//- b.txt
<published 2021-05-06T08:00>6 May</published>
<m bo>Bo Lind</m>: <s 1 bo>it snows</s>. <m bo>Bo Lind</m>, <m ana>Ana Ruiz</m>: <s 2 bo,ana>we agree</s>
//- c.txt
<src 1>Observers</src>: <s 1 “Observers>nobody knows</s>`;

const words = ({ documents }: Fixture, { uri, start, end }: { uri: string; start: number; end: number }) =>
  documents.get(uri)!.text.slice(start, end);

/** The query with names in the place of ids. */
const queryIn = ({ corpus }: Fixture, { speaker, about, ...rest }: StatementQuery): StatementQuery => {
  const id = (name: string) => speakers(corpus).find(found => found.name === name)!.id;
  return { ...rest, ...(speaker && { speaker: id(speaker) }), ...(about && { about: id(about) }) };
};

describe('which statements', () => {
  const check = (query: StatementQuery, ...expected: string[]) => {
    const made = fixture(source);
    const asked = queryIn(made, query);
    expect([...statements(made.corpus, asked)].map(found => words(made, found))).toEqual(expected);
    expect(countStatements(made.corpus, asked)).toBe(expected.length);
  };

  test('all: the latest first, the undated last', () =>
    check({}, 'it snows', 'we agree', 'it rains', 'Bo Lind is wet', 'nobody knows'));
  test('of one document', () => check({ document: 'a.txt' }, 'it rains', 'Bo Lind is wet'));
  test('of one that is not there', () => check({ document: 'x.txt' }));
  test('of a speaker, alone or with others', () =>
    check({ speaker: 'Ana Ruiz' }, 'we agree', 'it rains', 'Bo Lind is wet'));
  test('of a speaker in one document', () => check({ speaker: 'Bo Lind', document: 'b.txt' }, 'it snows', 'we agree'));
  test('of an unnamed source', () => check({ speaker: 'Observers' }, 'nobody knows'));
  test('about somebody', () => check({ about: 'Bo Lind' }, 'Bo Lind is wet'));
  test('of one about another', () => check({ speaker: 'Ana Ruiz', about: 'Bo Lind' }, 'Bo Lind is wet'));
  test('of one about another, never', () => check({ speaker: 'Bo Lind', about: 'Ana Ruiz' }));
  test('from a day on', () => check({ from: '2021-03-05' }, 'it snows', 'we agree'));
  test('until a day, which counts', () => check({ to: '2021-03-04' }, 'it rains', 'Bo Lind is wet'));
  test('of a month', () => check({ from: '2021-05', to: '2021-05' }, 'it snows', 'we agree'));
  test('of a year', () => check({ from: '2021', to: '2021' }, 'it snows', 'we agree', 'it rains', 'Bo Lind is wet'));
  test('of nobody who is known', () => {
    const { corpus } = fixture(source);
    expect([...statements(corpus, { speaker: '["Nobody","x.txt","n"]' })]).toEqual([]);
  });
});

describe('what is told of a statement', () => {
  const [, both, rains] = [...statements(fixture(source).corpus, {})];
  test('everybody who makes it', () => expect(both?.speakers).toEqual(['Bo Lind', 'Ana Ruiz']));
  test('the day without the hour', () => expect(both?.day).toBe('2021-05-06'));
  test('the outlet', () => expect(rains?.outlet).toBe('Fjord Wire'));
});

describe('pages', () => {
  const bookmarkAt = (made: Fixture, count: number) =>
    bookmarkOf([...statements(made.corpus, {})].slice(0, count).at(-1)!);
  const rest = (made: Fixture, bookmark: ReturnType<typeof bookmarkAt>) =>
    [...statements(made.corpus, {}, bookmark)].map(found => words(made, found));

  for (const count of [1, 2, 3, 4, 5]) {
    test(`${count} and the rest are all, once each`, () => {
      const made = fixture(source);
      const all = [...statements(made.corpus, {})].map(found => words(made, found));
      expect(rest(made, bookmarkAt(made, count))).toEqual(all.slice(count));
    });
  }
  test('go on behind a document that has gone', () => {
    const made = fixture(source);
    const bookmark = bookmarkAt(made, 1);
    removeDocument(made.corpus, 'b.txt');
    expect(rest(made, bookmark)).toEqual(['it rains', 'Bo Lind is wet', 'nobody knows']);
  });
});

describe('words', () => {
  const check = (text: string, query: string, expected: boolean) => expect(hasWords(text, query)).toBe(expected);

  test('none', () => check('it rains', '', true));
  test('one', () => check('It rains in Oslo', 'rains', true));
  test('an article at the start', () => check('The rain', 'the', true));
  test('the beginning of one', () => check('It rains', 'rai', true));
  test('the end of one', () => check('It rains', 'ains', false));
  test('in any order', () => check('It rains in Oslo', 'oslo it', true));
  test('not all', () => check('It rains', 'it snows', false));
  test('accents', () => check('Le Président a dit', 'president', true));
  test('behind a quotation mark', () => check('"Rain," he said', 'rain', true));
  test('over a line end', () => check('it\nrains', 'it rains', true));
  test('with marks of its own', () => check('it rains', '"rains"', true));
  test('with a hyphen', () => check('a no-fly zone', 'no-fly', true));
});
