import { describe, expect, test } from 'vitest';
import { removeDocument } from '../../server/src/corpus/corpus.ts';
import { named, ordered, type SpeakerOrder, speakerOf, speakers } from '../../server/src/features/speakers.ts';
import { type Fixture, fixture } from '../kit/fixture.ts';

const two = `//- a.txt
<published 2021-03-04>4 March</published>
<role ana Chile>minister</role> <m ana>Ana Ruiz</m>: <s 1 ana>it rains</s>. <s 2 ana>it pours</s>. <src 3>Observers</src>: <s 3 “Observers>it is wet</s>
//- b.txt
<published 2021-05-06>6 May</published>
<m bo>Bo Lind</m>: <s 1 bo>it snows</s>. <m ana>Ana Ruiz</m>: <s 2 ana>no</s>. <src 3>observers</src>: <s 3 “observers>it is cold</s>
//- c.txt
<m cy>Cy</m> left.`;

const shown = ({ corpus }: Fixture, uri: string | null, order: SpeakerOrder = 'statements') =>
  ordered(speakers(corpus, uri), order).map(
    ({ name, type, statements, documents }) => `${name} ${type} ${statements} in ${documents}`,
  );

describe('who speaks', () => {
  const check = (source: string, uri: string | null, ...expected: string[]) =>
    expect(shown(fixture(source), uri)).toEqual(expected);

  test('in all documents', () =>
    check(two, null, 'Ana Ruiz person 3 in 2', 'Bo Lind person 1 in 1', 'Observers unnamed 2 in 2'));
  test('in one', () => check(two, 'a.txt', 'Ana Ruiz person 2 in 1', 'Observers unnamed 1 in 1'));
  test('in one where nobody speaks', () => check(two, 'c.txt'));
  test('in one that is not there', () => check(two, 'x.txt'));
  test('two who speak as one, each', () =>
    check('<m ai>Ai</m>, <m bo>Bo</m>: <s 1 ai,bo>we won</s>', null, 'Ai person 1 in 1', 'Bo person 1 in 1'));
  test('a country', () => check('//@ no place NOR\n<m no>Norway</m>: <s 1 no>yes</s>', null, 'Norway place 1 in 1'));
  test('nobody who is known', () => check('<s 1>it rains</s>', null, 'Unknown speaker unnamed 1 in 1'));
  test('a short name in another document', () =>
    check(
      '//- a.txt\n<m ana>Ana Ruiz</m>: <s 1 ana>yes</s>\n//- b.txt\n<m r>Ruiz</m>: <s 1 r>no</s>',
      null,
      'Ana Ruiz person 2 in 2',
    ));
});

describe('what is told of a speaker', () => {
  const ana = speakers(fixture(two).corpus).find(({ name }) => name === 'Ana Ruiz');
  test('the office', () => expect(ana?.office).toBe('minister, Chile'));
  test('since when and until when', () => expect([ana?.first, ana?.last]).toEqual(['2021-03-04', '2021-05-06']));
});

describe('order', () => {
  const check = (order: SpeakerOrder, uri: string | null, ...expected: string[]) =>
    expect(shown(fixture(two), uri, order).map(line => line.replace(/ (person|unnamed).*/, ''))).toEqual(expected);

  test('by statements, unnamed sources last', () => check('statements', null, 'Ana Ruiz', 'Bo Lind', 'Observers'));
  test('by name', () => check('name', null, 'Ana Ruiz', 'Bo Lind', 'Observers'));
  test('by name: unnamed sources last', () =>
    expect(
      shown(fixture('<src 1>aides</src>: <s 1 “aides>yes</s> <m bo>Bo</m>: <s 2 bo>no</s>'), null, 'name').map(
        line => line.split(' ')[0],
      ),
    ).toEqual(['Bo', 'aides']));
  test('by date, then by name', () => check('date', null, 'Ana Ruiz', 'Bo Lind', 'Observers'));
  test('by date in one document: as they begin', () => check('date', 'b.txt', 'Bo Lind', 'Ana Ruiz', 'observers'));
});

describe('filter', () => {
  const check = (query: string, ...expected: string[]) =>
    expect(named(speakers(fixture(two).corpus), query).map(({ name }) => name)).toEqual(expected);

  test('nothing', () => check('', 'Ana Ruiz', 'Bo Lind', 'Observers'));
  test('part of a name', () => check('rui', 'Ana Ruiz'));
  test('words in any order and case', () => check('RUIZ ana', 'Ana Ruiz'));
  test('accents do not matter', () => check('Líńd', 'Bo Lind'));
  test('an office', () => check('chile', 'Ana Ruiz'));
  test('nobody', () => check('xyz'));
});

describe('an id', () => {
  const idIn = ({ corpus }: Fixture, name: string) => speakers(corpus).find(speaker => speaker.name === name)!.id;

  test('names the same speaker again', () => {
    const made = fixture(two);
    for (const { id, name } of speakers(made.corpus)) expect(speakerOf(made.corpus, id)?.name).toBe(name);
  });
  test('of a speaker in one document names the same in all', () => {
    const made = fixture(two);
    const [ana] = ordered(speakers(made.corpus, 'a.txt'), 'statements');
    expect(speakerOf(made.corpus, ana!.id)?.statements).toBe(3);
  });
  test('outlives the document that it came from', () => {
    const made = fixture(two);
    const id = idIn(made, 'Ana Ruiz');
    removeDocument(made.corpus, 'a.txt');
    expect(speakerOf(made.corpus, id)?.statements).toBe(1);
  });
  test('names nobody once all are gone', () => {
    const made = fixture(two);
    const id = idIn(made, 'Bo Lind');
    removeDocument(made.corpus, 'b.txt');
    expect(speakerOf(made.corpus, id)).toBe(null);
  });
  for (const bad of ['', 'x', '{}', '[]', '[1]', '["nobody"]', '["a","b"]', '["a","b","c","d"]']) {
    test(`${bad} names nobody`, () => expect(speakerOf(fixture(two).corpus, bad)).toBe(null));
  }
});
