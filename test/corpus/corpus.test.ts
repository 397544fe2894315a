import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cluster,
  type Corpus,
  clusterOf,
  clusters,
  createCorpus,
  introductionOf,
  removeDocument,
  renameDocument,
  setDocument,
} from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { fixture } from '../kit/fixture.ts';
import { parseMarkup } from '../kit/markup.ts';

/** Who is who, readable: "Jan Marek = a.txt:x b.txt:p". */
function whoIsWho(corpus: Corpus): string[] {
  return [...clusters(corpus)].map(line).sort();
}

function line({ name, bearers }: Cluster): string {
  return `${name} = ${bearers.map(({ document, facts }) => `${document.uri}:${facts.entity.id}`).join(' ')}`;
}

/** Documents in one line each: "Jan Marek: minister/Norland | Marek". */
function check(documents: readonly string[], ...expected: string[]): void {
  const source = documents.map((marked, index) => `//- ${index + 1}\n${marked}\n`).join('');
  expect(whoIsWho(fixture(source).corpus)).toEqual([...expected].sort());
}

describe('one person', () => {
  test('the same full name', () => check(['<m a>Jan Marek</m>', '<m b>Jan Marek</m>'], 'Jan Marek = 1:a 2:b'));
  test('in capitals', () => check(['<m a>JAN MAREK</m>', '<m b>Jan Marek</m>'], 'Jan Marek = 1:a 2:b'));
  test('with and without accents', () => check(['<m a>José Núñez</m>', '<m b>Jose Nunez</m>'], 'Jose Nunez = 1:a 2:b'));
  test('with and without hyphen', () =>
    check(['<m a>Jean-Luc Roy</m>', '<m b>Jean Luc Roy</m>'], 'Jean Luc Roy = 1:a 2:b'));
  test('with and without a middle initial', () =>
    check(['<m a>Jan T. Marek</m>', '<m b>Jan Marek</m>'], 'Jan T. Marek = 1:a 2:b'));
  test('a bare surname with one bearer', () => check(['<m a>Marek</m>', '<m b>Jan Marek</m>'], 'Jan Marek = 1:a 2:b'));
  test('a bare surname with an office that agrees', () =>
    check(
      ['<role a Norland>President</role> <m a>Marek</m>', '<role b Norland>President</role> <m b>Jan Marek</m>'],
      'Jan Marek = 1:a 2:b',
    ));
  test('an office in more words is the same office', () =>
    check(
      [
        '<role a>Foreign Minister</role> <m a>Marek</m>',
        '<role b>Deputy Premier and Foreign Minister</role> <m b>Jan Marek</m>',
      ],
      'Jan Marek = 1:a 2:b',
    ));
  test('a bare surname that two bear, one of them in that office', () =>
    check(
      ['<role a>President</role> <m a>Marek</m>', '<role b>President</role> <m b>Jan Marek</m>', '<m c>Eva Marek</m>'],
      'Jan Marek = 1:a 2:b',
      'Eva Marek = 3:c',
    ));
  test('a family name that comes first, as its own document has it', () =>
    check(['<m a>Bao</m>', '<m b>Bao Lin</m> <m b short>Bao</m>'], 'Bao Lin = 1:a 2:b'));
  test('a family name that comes first, where an office agrees', () =>
    check(['<role a>Envoy</role> <m a>Bao</m>', '<role b>Envoy</role> <m b>Bao Lin</m>'], 'Bao Lin = 1:a 2:b'));
  test('three forms of one name', () =>
    check(['<m a>Rahimi</m>', '<m b>Javad Rahimi</m>', '<m c>Ali Javad Rahimi</m>'], 'Ali Javad Rahimi = 1:a 2:b 3:c'));
  test('offices of one country in different words', () =>
    check(
      ['<role a China>Minister</role> <m a>Bao Lin</m>', '<role b Chinese>Foreign Minister</role> <m b>Bao Lin</m>'],
      'Bao Lin = 1:a 2:b',
    ));
});

describe('kept apart', () => {
  test('a bare surname that two bear', () =>
    check(
      ['<m a>Marek</m>', '<m b>Jan Marek</m>', '<m c>Eva Marek</m>'],
      'Eva Marek = 3:c',
      'Jan Marek = 2:b',
      'Marek = 1:a',
    ));
  test('a bare surname without an office from one with it, where two bear it', () =>
    check(
      [
        '<role a>President</role> <m a>Marek</m>',
        '<role b>President</role> <m b>Jan Marek</m>',
        '<m c>Eva Marek</m>',
        '<m d>Marek</m>',
      ],
      'Jan Marek = 1:a 2:b',
      'Eva Marek = 3:c',
      'Marek = 4:d',
    ));
  test('a bare surname whose gender tells the two apart', () =>
    check(
      ['//@ a female\n<m a>Marek</m>', '//@ b male\n<m b>Jan Marek</m>', '//@ c female\n<m c>Eva Marek</m>'],
      'Eva Marek = 1:a 3:c',
      'Jan Marek = 2:b',
    ));
  test('a bare given name', () => check(['<m a>Jan</m>', '<m b>Jan Marek</m>'], 'Jan = 1:a', 'Jan Marek = 2:b'));
  test('a bare surname with another office', () =>
    check(
      ['<role a>Finance Minister</role> <m a>Marek</m>', '<role b>Foreign Minister</role> <m b>Jan Marek</m>'],
      'Jan Marek = 2:b',
      'Marek = 1:a',
    ));
  test('one full name, offices of two countries', () =>
    check(
      ['<role a China>Minister</role> <m a>Bao Lin</m>', '<role b Singapore>Minister</role> <m b>Bao Lin</m>'],
      'Bao Lin = 1:a',
      'Bao Lin = 2:b',
    ));
  test('one full name, two genders', () =>
    check(
      ['//@ a female\n<m a>Sasha Roy</m>', '//@ b male\n<m b>Sasha Roy</m>'],
      'Sasha Roy = 1:a',
      'Sasha Roy = 2:b',
    ));
  test('one full name, two walks of life', () =>
    check(
      ['<role a>Senator</role> <m a>John Reed</m>', '<role b>goalkeeper</role> <m b>John Reed</m>'],
      'John Reed = 1:a',
      'John Reed = 2:b',
    ));
  test('one that could be either stays by itself', () =>
    check(
      [
        '<role a China>Minister</role> <m a>Bao Lin</m>',
        '<role b Singapore>Minister</role> <m b>Bao Lin</m>',
        '<m c>Bao Lin</m>',
      ],
      'Bao Lin = 1:a',
      'Bao Lin = 2:b',
      'Bao Lin = 3:c',
    ));
  test('two that one document tells apart are not joined through another', () =>
    check(['<m a>Jan Marek</m> <m x>Marek</m>', '<m b>Jan Marek</m>'], 'Jan Marek = 1:a 2:b', 'Marek = 1:x'));
  test('two of one name in one document', () =>
    check(
      ['<m a>Jan Marek</m> <m x>Jan Marek</m>', '<m b>Jan Marek</m>'],
      'Jan Marek = 1:a',
      'Jan Marek = 1:x',
      'Jan Marek = 2:b',
    ));
  test('a person and a place of one name', () =>
    check(['<m a>Lincoln</m>', '//@ b place\n<m b>Lincoln</m>'], 'Lincoln = 1:a', 'Lincoln = 2:b'));
});

describe('organisations and places', () => {
  const org = (words: string, id = 'o') => `//@ ${id} organization\n${words}`;

  test('an acronym that some document defines', () =>
    check(
      [org('<m o acronym>NHB</m>'), org('<m o>Norhaven Harbour Board</m> (<m o acronym>NHB</m>)')],
      'Norhaven Harbour Board = 1:o 2:o',
    ));
  test('an acronym that no document defines', () =>
    check(
      [org('<m o acronym>NHB</m>'), org('<m o>Norhaven Harbour Board</m>')],
      'NHB = 1:o',
      'Norhaven Harbour Board = 2:o',
    ));
  test('an acronym that two documents define differently', () =>
    check(
      [
        org('<m o acronym>NHB</m>'),
        org('<m o>Norhaven Harbour Board</m> (<m o acronym>NHB</m>)'),
        org('<m o>National Health Bureau</m> (<m o acronym>NHB</m>)'),
      ],
      'NHB = 1:o',
      'National Health Bureau = 3:o',
      'Norhaven Harbour Board = 2:o',
    ));
  test('with and without an article', () =>
    check([org('<m o>The Harbour Board</m>'), org('<m o>Harbour Board</m>')], 'Harbour Board = 1:o 2:o'));
  test('a country under each of its names, by its code', () =>
    check(
      [
        '//@ p place USA\n<m p>U.S.</m>',
        '//@ p place USA\n<m p>United States</m>',
        '//@ p place USA\n<m p>America</m>',
      ],
      'United States = 1:p 2:p 3:p',
    ));
  test('a town', () =>
    check(['//@ p place\n<m p>Norhaven</m>', '//@ p place\n<m p>NORHAVEN</m>'], 'Norhaven = 1:p 2:p'));
});

describe('changes', () => {
  const facts = (uri: string, marked: string) => {
    const { text, reading } = parseMarkup(marked);
    return factsOf(uri, text, reading);
  };

  test('a removed document takes its names with it', () => {
    const corpus = createCorpus();
    setDocument(corpus, facts('1', '<m a>Marek</m>'));
    setDocument(corpus, facts('2', '<m b>Jan Marek</m>'));
    removeDocument(corpus, '2');
    expect(whoIsWho(corpus)).toEqual(['Marek = 1:a']);
  });
  test('a renamed document keeps them under the new address', () => {
    const corpus = createCorpus();
    setDocument(corpus, facts('1', '<m a>Jan Marek</m>'));
    renameDocument(corpus, '1', '9');
    expect(whoIsWho(corpus)).toEqual(['Jan Marek = 9:a']);
    expect(clusterOf(corpus, '1', 'a')).toBeNull();
  });
  test('removing or renaming what is not there changes nothing', () => {
    const corpus = createCorpus();
    removeDocument(corpus, '1');
    renameDocument(corpus, '1', '2');
    expect(corpus.revision).toBe(0);
  });
  test('the earliest document with the fullest name and a title introduces', () => {
    const { corpus } = fixture(
      '//- 1\n<m a>Marek</m>\n//- 2\n<m a>Jan Marek</m>\n//- 3\n<role a>Minister</role> <m a>Jan Marek</m>\n',
    );
    expect(introductionOf(clusterOf(corpus, '1', 'a')!)?.bearer.document.uri).toBe('3');
  });
});

const person = fc.record({
  name: fc.constantFrom(
    'Jan Marek',
    'Eva Marek',
    'Marek',
    'Jan',
    'JAN MAREK',
    'Jan T. Marek',
    'Ali Jan Marek',
    'T. Marek',
  ),
  short: fc.option(fc.constantFrom('Marek', 'Jan', 'Jan Marek')),
  role: fc.option(fc.constantFrom('minister China', 'minister Chile', 'envoy', 'goalkeeper')),
  gender: fc.option(fc.constantFrom('female', 'male')),
});
const markedDocument = fc.array(person, { maxLength: 3 }).map(people => ({
  declared: Object.fromEntries(
    people.map(({ gender }, index) => [`e${index}`, gender ? { gender: gender as 'female' | 'male' } : {}]),
  ),
  marked: people
    .map(({ name, short, role }, index) => {
      const [title, country] = role?.split(' ') ?? [];
      const office = title ? `<role e${index}${country ? ` ${country}` : ''}>${title}</role> ` : '';
      return `${office}<m e${index}>${name}</m>${short ? ` <m e${index} short>${short}</m>` : ''}`;
    })
    .join(' and '),
}));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), uri: fc.constantFrom('1', '2', '3', '4'), document: markedDocument }),
  fc.record({ kind: fc.constant('remove' as const), uri: fc.constantFrom('1', '2', '3', '4') }),
  fc.record({
    kind: fc.constant('rename' as const),
    uri: fc.constantFrom('1', '2', '3', '4'),
    to: fc.constantFrom('1', '2', '5'),
  }),
);

test('after each of any changes the corpus equals one built from what is left, in another order', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      const corpus = createCorpus();
      for (const step of changes) {
        if (step.kind === 'set') {
          const { text, reading } = parseMarkup(step.document.marked, step.document.declared);
          setDocument(corpus, factsOf(step.uri, text, reading));
        } else if (step.kind === 'remove') removeDocument(corpus, step.uri);
        else renameDocument(corpus, step.uri, step.to);
        expectEqualToRebuild(corpus);
      }
    }),
    { numRuns: 500 },
  );
});

function expectEqualToRebuild(corpus: Corpus): void {
  const rebuilt = createCorpus();
  for (const document of [...corpus.documents.values()].reverse()) setDocument(rebuilt, document);
  expect(whoIsWho(corpus)).toEqual(whoIsWho(rebuilt));
  for (const [uri, { entities }] of corpus.documents) {
    for (const { entity } of entities) {
      const cluster = clusterOf(corpus, uri, entity.id)!;
      expect(cluster.bearers.some(bearer => bearer.document.uri === uri && bearer.facts.entity === entity)).toBe(true);
      expect(line(cluster)).toBe(line(clusterOf(rebuilt, uri, entity.id)!));
    }
  }
}

test('everybody is in one cluster and no more', () => {
  fc.assert(
    fc.property(fc.array(markedDocument, { maxLength: 5 }), documents => {
      const corpus = createCorpus();
      documents.forEach(({ marked, declared }, index) => {
        const { text, reading } = parseMarkup(marked, declared);
        setDocument(corpus, factsOf(String(index), text, reading));
      });
      const all = [...clusters(corpus)].flatMap(({ bearers }) =>
        bearers.map(bearer => `${bearer.document.uri}:${bearer.facts.entity.id}`),
      );
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBe([...corpus.documents.values()].reduce((sum, { entities }) => sum + entities.length, 0));
    }),
    { numRuns: 1000 },
  );
});
