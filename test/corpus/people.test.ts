import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cluster,
  type Corpus,
  clusters,
  createCorpus,
  setDocument,
  setPeople,
  settlePeople,
} from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { readPeople } from '../../server/src/corpus/people/file.ts';
import { applyPeople, readingUnder } from '../../server/src/corpus/people/overlay.ts';
import { gatherPeople, nobody } from '../../server/src/corpus/people/people.ts';
import { fixture } from '../kit/fixture.ts';
import { parseMarkup } from '../kit/markup.ts';

/** Who is who, readable: "Jan Marek = 1:a 2:b". */
function whoIsWho(corpus: Corpus): string[] {
  return [...clusters(corpus)].map(line).sort();
}

function line({ name, bearers }: Cluster): string {
  return `${name} = ${bearers.map(({ document, facts }) => `${document.uri}:${facts.entity.id}`).join(' ')}`;
}

function source(people: string, documents: readonly string[]): string {
  return `${documents.map((marked, index) => `//- ${index + 1}\n${marked}\n`).join('')}//- people.yaml\n${people}\n`;
}

/** Documents in one line each, and a people file. */
function check(people: string, documents: readonly string[], ...expected: string[]): void {
  expect(whoIsWho(fixture(source(people, documents)).corpus)).toEqual([...expected].sort());
}

describe('joins', () => {
  test('an alias', () =>
    check('- name: Ana Ruiz\n  aliases: [Mrs Lund]', ['<m a>Ana Ruiz</m>', '<m b>Mrs Lund</m>'], 'Ana Ruiz = 1:a 2:b'));
  test('in any spelling', () =>
    check('- name: ana ruiz\n  aliases: [a. lünd]', ['<m a>Ana Ruiz</m>', '<m b>A Lund</m>'], 'ana ruiz = 1:a 2:b'));
  test('over a clash of offices', () =>
    check(
      '- name: Jan Marek',
      ['<role a Norland>Minister</role> <m a>Jan Marek</m>', '<role b>goalkeeper</role> <m b>Jan Marek</m>'],
      'Jan Marek = 1:a 2:b',
    ));
  test('two in one document become one', () =>
    check('- name: Ana Ruiz\n  aliases: Mrs Lund', ['<m a>Ana Ruiz</m> <m b>Mrs Lund</m>'], 'Ana Ruiz = 1:a'));
  test('whom the guess joins goes along', () =>
    check(
      '- name: Ana Ruiz\n  aliases: [Mrs Lund]',
      ['<m a>Ana Ruiz</m>', '<m b>Mrs Lund</m>', '<m c>Ruiz</m>'],
      'Ana Ruiz = 1:a 2:b 3:c',
    ));
  test('whom the guess finds under a fuller name goes along', () =>
    check('- name: Jan Marek', ['<m a>Jan Marek</m>', '<m b>Jan T. Marek</m>'], 'Jan Marek = 1:a 2:b'));
  test('same as another entry', () =>
    check(
      '- name: Mrs Lund\n  same as: Ana Ruiz\n- name: Ana Ruiz',
      ['<m a>Ana Ruiz</m>', '<m b>Mrs Lund</m>'],
      'Ana Ruiz = 1:a 2:b',
    ));
  test('same as a name without an entry', () =>
    check('- name: Ana Ruiz\n  same as: Mrs Lund', ['<m a>Ana Ruiz</m>', '<m b>Mrs Lund</m>'], 'Ana Ruiz = 1:a 2:b'));
  test('same as the alias of another, and on to a third', () =>
    check(
      '- name: A\n  same as: Bee\n- name: B\n  aliases: Bee\n  same as: C\n- name: C',
      ['<m a>A</m>', '<m b>B</m>', '<m c>C</m>'],
      'C = 1:a 2:b 3:c',
    ));
  test('a name that a document gives besides', () =>
    check('- name: Ana Ruiz', ['<m a>Ana Maria Ruiz</m> <m a>Ana Ruiz</m>'], 'Ana Ruiz = 1:a'));
});

describe('splits', () => {
  test('a surname that stands for one, says the guess', () => {
    const documents = ['<m a>Jan Marek</m>', '<m b>Marek</m>'];
    check('', documents, 'Jan Marek = 1:a 2:b');
    check('- name: Jan Marek\n  not the same as: Marek', documents, 'Jan Marek = 1:a', 'Marek = 2:b');
  });
  test('two entries are two', () =>
    check(
      '- name: Jan Marek\n- name: Marek',
      ['<m a>Jan Marek</m>', '<m b>Marek</m>'],
      'Jan Marek = 1:a',
      'Marek = 2:b',
    ));
  test('whom the guess joins with both is neither', () =>
    check(
      '- name: Jan Marek\n- name: Jan T. Marek',
      ['<m a>Jan Marek</m>', '<m b>Jan T. Marek</m>', '<m c>Marek</m>'],
      'Jan Marek = 1:a',
      'Jan T. Marek = 2:b',
      'Marek = 3:c',
    ));
  test('in a document, by how the names are spelled, with the pronouns behind them', () =>
    check(
      '- name: Jan Marek\n  not the same as: Marek',
      ['<m a>Jan Marek</m> <m a pronoun>he</m> <m a short>Marek</m> <m a pronoun>he</m>', '<m b>Marek</m>'],
      'Jan Marek = 1:a',
      'Marek = 1:a people marek 2:b',
    ));
  test('one name, by document', () =>
    check(
      '- name: Jan Marek\n  in: "1"\n- name: Jan Marek\n  role: cellist\n  in: ["2", "3"]',
      ['<m a>Jan Marek</m>', '<m b>Jan Marek</m>', '<m c>Jan Marek</m>'],
      'Jan Marek = 1:a',
      'Jan Marek = 2:b 3:c',
    ));
  test('one name, for one document and for all others', () =>
    check(
      '- name: Jan Marek\n- name: Jan Marek\n  in: "2"',
      ['<m a>Jan Marek</m>', '<m b>Jan Marek</m>', '<m c>Jan Marek</m>'],
      'Jan Marek = 1:a 3:c',
      'Jan Marek = 2:b',
    ));
});

describe('what is not said stays a guess', () => {
  test('an alias that two claim', () =>
    check(
      '- name: Jan Marek\n  aliases: M\n- name: Eva Marek\n  aliases: M',
      ['<m a>Jan Marek</m>', '<m b>Eva Marek</m>', '<m c>M</m>'],
      'Jan Marek = 1:a',
      'Eva Marek = 2:b',
      'M = 3:c',
    ));
  test('a name that is nowhere', () => check('- name: Bo Lind', ['<m a>Ana Ruiz</m>'], 'Ana Ruiz = 1:a'));
  test('a surname within another’s name', () =>
    check(
      '- name: Jan Marek\n  aliases: [Marek]',
      ['<m a>Eva Marek</m> <m a short>Marek</m>', '<m b>Jan Marek</m>'],
      'Eva Marek = 1:a',
      'Jan Marek = 2:b',
    ));
});

/** The reading of the first document as the file has it: types, mentions with the ids of entities, speakers. */
function reading(people: string, ...documents: string[]): string {
  const { reading, text } = fixture(source(people, documents)).snapshot.document;
  return [
    ...reading.entities.map(
      ({ id, type, name, country }) => `${id} is ${name}, ${type}${country ? ` ${country}` : ''}`,
    ),
    ...reading.mentions.map(({ start, end, entities }) => `${text.slice(start, end)}: ${entities.join(' ')}`),
    ...reading.statements.map(({ speakers, speakerName }) => `says ${speakers.join(' ')} (${speakerName})`),
  ].join('; ');
}

describe('in a document', () => {
  test('what is not a name has no mentions and says nothing', () =>
    expect(
      reading(
        '- name: House Rules\n  type: not a name',
        '<m h>House Rules</m> <cue 1>say</cue> <s 1 h>no</s>. <m h pronoun>It</m> met <m a>Ana</m>.',
      ),
    ).toBe('a is Ana, person; Ana: a; says  (House Rules)'));
  test('an alias that is not a name goes alone', () =>
    expect(
      reading('- name: Speaker\n  type: not a name', '<m h>House Speaker</m> <m h>Speaker</m> <m h pronoun>she</m>'),
    ).toBe('h is House Speaker, person; House Speaker: h; she: h'));
  test('a type', () =>
    expect(reading('- name: Georgia\n  type: person', '//@ g place GEO\n<m g>Georgia</m> left.')).toBe(
      'g is Georgia, person; Georgia: g',
    ));
  test('the type of an alias stays as it is', () =>
    expect(
      reading('- name: Ana Georgia\n  aliases: Georgia\n  type: person', '//@ g place GEO\n<m g>Georgia</m>'),
    ).toBe('g is Georgia, place GEO; Georgia: g'));
  test('a speaker by the name that is shown', () =>
    expect(reading('- name: Ana Ruiz\n  aliases: Mrs Lund', '<m l>Mrs Lund</m> <cue 1>said</cue> <s 1 l>no</s>')).toBe(
      'l is Mrs Lund, person; Mrs Lund: l; says l (Ana Ruiz)',
    ));
  test('another speaker', () =>
    expect(
      reading(
        '- name: Bo Lind\n  says:\n    - in: "1"\n      words: “The rain IS near',
        '<m a>Ana</m> met <m b>Bo Lind</m>. <s 1 a>The rain is near.</s> <s 2 a>No.</s>',
      ),
    ).toBe('a is Ana, person; b is Bo Lind, person; Ana: a; Bo Lind: b; says b (Bo Lind); says a (Ana)'));
  test('a speaker where the reading knew none, by a form of the name', () =>
    expect(
      reading(
        '- name: Bo Lind\n  says: {in: "1", words: It rains}',
        '<m b>Lind</m> <s 1 “observers>it rains</s>',
        '<m b>Bo Lind</m>',
      ),
    ).toBe('b is Lind, person; Lind: b; says b (Lind)'));
  test('a speaker whom the document does not name', () =>
    expect(reading('- name: Bo Lind\n  says: {in: "1", words: It rains}', 'So <s 1 “observers>it rains</s>')).toBe(
      'people bo lind is Bo Lind, person; says people bo lind (Bo Lind)',
    ));
  test('a divided entity divides its statements', () =>
    expect(
      reading(
        '- name: Jan Marek\n  not the same as: Marek',
        '<m a>Jan Marek</m> said <s 1 a>it rains</s>. It is late now. <m a>Marek</m> said <s 2 a>no</s>.',
      ),
    ).toBe(
      'a is Jan Marek, person; a people marek is Marek, person; Jan Marek: a; Marek: a people marek; says a (Jan Marek); says a people marek (Marek)',
    ));
});

describe('several files', () => {
  const problems = (...files: string[]) => {
    const placed = files.map((text, index) => ({ uri: `${index}`, folder: `${index}/`, file: readPeople(text) }));
    const found = gatherPeople(placed, (folder, path) => folder + path).problems;
    return [...found].flatMap(([uri, list]) =>
      list.map(({ start, end, message }) => `${uri} ${files[Number(uri)]!.slice(start, end)}: ${message}`),
    );
  };
  test('one name is one', () => {
    const source = '//- x\n<m a>Ana</m>\n//- y\n<m l>Lund</m>\n';
    const files = '//- 1/people.yaml\n- name: Ana\n  aliases: Lund\n//- 2/people.yaml\n- name: Ana\n  note: Late.\n';
    const [cluster] = clusters(fixture(source + files).corpus);
    expect(line(cluster!)).toBe('Ana = x:a y:l');
    expect(cluster!.listing!.note).toBe('Late.');
  });
  test('types that contradict', () =>
    expect(problems('- name: Ana\n  type: person', '- name: Ana\n  type: place')).toEqual([
      '1 Ana: “Ana” is of type place here and of type person in the entry “Ana”, which holds.',
    ]));
  test('the same and not the same', () =>
    expect(problems('- name: Ana\n  same as: Bo', '- name: Bo\n  not the same as: [Ana, Eva]')).toEqual([
      '1 Ana: “Ana” is the same as “Bo” by a name or by “same as”, which holds, and not the same by this.',
    ]));
  test('an alias of two', () =>
    expect(problems('- name: Ana\n  aliases: [Lund]', '- name: Bo\n  aliases: [Lund]')).toEqual([
      '1 Lund: “Lund” belongs to “Ana” as well, so that neither has it.',
    ]));
  test('an alias that is another’s name', () =>
    expect(problems('- name: Ana\n  aliases: [Bo]\n- name: Bo')).toEqual([
      '0 Bo: “Bo” belongs to “Bo” as well, whose name it is.',
    ]));
  test('a statement of two', () =>
    expect(problems('- name: Ana\n  says: {in: a, words: no}\n- name: Bo\n  says: {in: a, words: "No!"}')).toEqual([
      '0 "No!": “Ana” says this by another entry, which holds.',
    ]));
  test('an entry twice', () => expect(problems('- name: Ana\n- name: ana')).toHaveLength(1));
  test('nothing wrong', () =>
    expect(problems('- name: Ana\n  aliases: [A]\n  not the same as: [Bo]\n- name: Bo\n- name: Ana\n  in: x')).toEqual(
      [],
    ));
});

const listed = fc.record({
  name: fc.constantFrom('Jan Marek', 'Marek', 'Eva Marek', 'Jan T. Marek', 'Norland'),
  aliases: fc.option(fc.constantFrom('Marek', 'Jan', 'JM')),
  type: fc.option(fc.constantFrom('person', 'place', 'not a name')),
  apart: fc.option(fc.constantFrom('Marek', 'Eva Marek', 'Jan Marek')),
  same: fc.option(fc.constantFrom('Norland', 'Eva Marek')),
  says: fc.option(fc.constantFrom('no', 'it rains')),
});
const peopleFile = fc
  .array(listed, { maxLength: 3 })
  .map(entries =>
    entries
      .map(({ name, aliases, type, apart, same, says }) =>
        [
          `- name: ${name}`,
          aliases && `  aliases: ${aliases}`,
          type && `  type: ${type}`,
          apart && `  not the same as: ${apart}`,
          same && `  same as: ${same}`,
          says && `  says: {in: "1", words: ${says}}`,
        ]
          .filter(Boolean)
          .join('\n'),
      )
      .join('\n'),
  );
const document = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b'),
      name: fc.constantFrom('Jan Marek', 'Marek', 'Eva Marek', 'JM', 'Norland', 'he'),
      says: fc.option(fc.constantFrom('no', 'it rains')),
    }),
    { maxLength: 5 },
  )
  .map(names =>
    names
      .map(
        ({ id, name, says }, index) =>
          `<m ${id}${name === 'he' ? ' pronoun' : ''}>${name}</m>${says ? ` <s ${index} ${id}>${says}</s>` : ''}`,
      )
      .join(', '),
  );

const peopleOf = (text: string, before = nobody) =>
  gatherPeople([{ uri: 'people.yaml', folder: '', file: readPeople(text) }], (_, path) => path, before);

describe('properties', () => {
  test('files that come and go leave the corpus as if the last one had always been there', () =>
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 3 }),
        fc.array(peopleFile, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (documents, files, most) => {
          const read = documents.map((marked, index) => {
            const { text, reading } = parseMarkup(marked);
            return factsOf(`${index + 1}`, text, reading);
          });
          const corpus = createCorpus();
          for (const facts of read) setDocument(corpus, facts);
          for (const file of files) setPeople(corpus, peopleOf(file, corpus.people), most);
          while (settlePeople(corpus, most));
          const rebuilt = createCorpus();
          setPeople(rebuilt, peopleOf(files.at(-1)!));
          for (const facts of read) setDocument(rebuilt, facts);
          expect(whoIsWho(corpus)).toEqual(whoIsWho(rebuilt));
          expect(corpus.documents).toEqual(rebuilt.documents);
        },
      ),
    ));

  test('a reading and its facts are put right alike', () =>
    fc.assert(
      fc.property(document, peopleFile, (marked, file) => {
        const { text, reading } = parseMarkup(marked);
        const facts = factsOf('1', text, reading);
        const people = peopleOf(file);
        const ruled = applyPeople(facts, people);
        const again = factsOf('1', text, readingUnder(reading, facts, ruled, people));
        const shape = ({ entities }: typeof ruled, mentions: typeof ruled.mentions) =>
          entities.map(({ entity, key, mentions: rows, statements }) => ({
            entity,
            key,
            mentions: [...rows].map(row => [mentions.starts[row], mentions.ends[row]]),
            statements: [...statements],
          }));
        expect(shape(again, again.mentions)).toEqual(shape(ruled, ruled.mentions));
      }),
    ));

  test('any text is read, and what is read is gathered', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('- ', 'name: ', 'a', '\n', '  ', '\t', '[', ']', '&a ', '*a', ': ', '"', '#'))
            .map(parts => parts.join('')),
        ),
        text => {
          const file = readPeople(text);
          for (const { start, end } of file.problems)
            expect(0 <= start && start <= end && end <= text.length).toBe(true);
          gatherPeople([{ uri: '', folder: '', file }], (_, path) => path);
        },
      ),
    ));
});
