import { expect, test } from 'vitest';
import { fromGum } from '../../scripts/quality/conventions/gum.mjs';
import { fromMeantime } from '../../scripts/quality/conventions/meantime.mjs';
import { bareName, mentionsOfNames } from '../../scripts/quality/conventions/names.mjs';
import { fromRe3d } from '../../scripts/quality/conventions/re3d.mjs';

// biome-ignore lint/suspicious/noExplicitAny: records come as JSON, each corpus in a form of its own.
type Json = any;

type Type = 'person' | 'organization' | 'place';

test.each<[Type, string, string | null]>([
  ['person', 'President Ana Ruiz', 'Ana Ruiz'],
  ['person', "Peruvian President Ana Ruiz's", 'Ana Ruiz'],
  ['person', 'the UN Special Envoy Ana de Ruiz', 'Ana de Ruiz'],
  ['person', 'musician Ana Ruiz of the Blue Party', 'Ana Ruiz'],
  ['person', 'Ana Ruiz, the minister', 'Ana Ruiz'],
  ['person', "the company's head, Ana Ruiz", 'Ana Ruiz'],
  ['person', 'Ana el-Ruiz', 'Ana el-Ruiz'],
  ['person', 'The President', null],
  ['person', 'the foreign minister', null],
  ['organization', 'the Blue Bank of Lima', 'Blue Bank of Lima'],
  ['organization', 'Lima based Blue Bank', 'Blue Bank'],
  ['organization', 'the governments of Asia', null],
  ['organization', 'the Government', null],
  ['place', 'Lima, Peru', 'Lima'],
  ['place', 'Lima-based', 'Lima'],
])('the bare name in %s “%s” is %s', (type, text, wanted) => {
  const name = bareName(text, { start: 0, end: text.length, type, entity: 'x', sure: true });
  expect(name && text.slice(name.start, name.end)).toBe(wanted);
});

const asked = (text: string, mentions: readonly Json[]) =>
  mentions
    .filter(mention => !mention.optional && mention.kind === 'name')
    .map(({ start, end }) => text.slice(start, end));
const phrase = (text: string, words: string, type: Type, entity: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type, entity, sure: true };
};

test('of a description around a name, the name is asked for; of a list, its names', () => {
  const text = 'The bank Azul and Rosa met the Peruvian bank Azul.';
  const names = [
    phrase(text, 'The bank Azul and Rosa', 'organization', 'both'),
    phrase(text, 'The bank Azul', 'organization', 'azul'),
    phrase(text, 'Azul', 'organization', 'azul'),
    phrase(text, 'Rosa', 'organization', 'rosa'),
    phrase(text, 'Peruvian', 'place', 'peru'),
  ];
  expect(asked(text, mentionsOfNames(text, names))).toEqual(['Azul', 'Rosa']);
});

test('GUM: a pronoun counts where its cluster has a name, a date where it names a day', () => {
  const text = 'Ana Ruiz said she won. A boy lost his hat on Monday in 2019.';
  const span = (words: string, rest: object) => ({ ...phrase(text, words, 'person', ''), text: words, ...rest });
  const gold = fromGum({
    id: 'g',
    text,
    quotes: [],
    spans: [span('Ana Ruiz', { kind: 'name', cluster: '1' }), span('A boy', { kind: 'nominal', cluster: '2' })],
    clusters: [
      { id: '1', type: 'person', mentions: [span('she', { kind: 'pronoun' })] },
      { id: '2', type: 'person', mentions: [span('his', { kind: 'pronoun' })] },
    ],
    timex: [span('Monday', { when: '2019-01-07' }), span('2019', { when: '2019' })],
  });
  expect(gold.mentions.map(({ start, end, kind }: Json) => [kind, text.slice(start, end)])).toEqual([
    ['name', 'Ana Ruiz'],
    ['pronoun', 'she'],
  ]);
  expect(gold.dates).toHaveLength(1);
});

test('MEANTIME: names of the first six sentences, one entity for a page of DBpedia', () => {
  const text = 'Azul. Azul. C. D. E. F. Azul.';
  const sentences = [...text.matchAll(/\w+\./g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const entities = [0, 6, 24].map(start => ({
    ...{ start, end: start + 4, text: 'Azul', synt: 'NAM', type: 'ORG', cluster: String(start) },
    dbpedia: `http://dbpedia.org/${start ? 'page' : 'resource'}/Azul`,
  }));
  const gold = fromMeantime({ id: 'm', text, sentences, entities, dates: [] });
  expect(asked(text, gold.mentions)).toEqual(['Azul', 'Azul']);
  expect(gold.entities.map(({ id }: Json) => id)).toEqual(['Azul']);
});

test('re3d: offices from titles and synonyms, affiliations of named persons, doubtful names not asked for', () => {
  const text = 'President Ana Ruiz met Leo Paz, the finance minister. Paz joined Azul in May.';
  const entity = (words: string, type: string, confidence = 1) => ({
    ...phrase(text, words, 'person', ''),
    text: words,
    type,
    confidence,
  });
  const leo = entity('Leo Paz', 'Person');
  const office = entity('the finance minister', 'Person');
  const paz = {
    start: text.indexOf('Paz joined'),
    end: text.indexOf(' joined'),
    text: 'Paz',
    type: 'Person',
    confidence: 1,
  };
  const azul = entity('Azul', 'Organisation');
  const gold = fromRe3d({
    id: 'r',
    text,
    entities: [entity('President Ana Ruiz', 'Person'), leo, office, paz, azul, entity('May', 'Person', 0)],
    relations: [
      { type: 'IsSynonymOf', source: office, target: leo, confidence: 1 },
      { type: 'BelongsTo', source: paz, target: azul, confidence: 1 },
    ],
  });
  const words = (span: Json) => span && text.slice(span.start, span.end).trim();
  expect(
    gold.roles.map(({ kind, person, office: at, affiliation }: Json) => [
      kind,
      words(person),
      words(at ?? affiliation),
    ]),
  ).toEqual([
    ['office', 'Leo Paz', 'the finance minister'],
    ['affiliation', 'Paz', 'Azul'],
    ['office', 'Ana Ruiz', 'President'],
  ]);
  expect(asked(text, gold.mentions)).toEqual(['Ana Ruiz', 'Leo Paz', 'Paz', 'Azul']);
});
