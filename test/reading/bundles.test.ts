import { describe, expect, test } from 'vitest';
import { createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { hover } from '../../server/src/features/hover.ts';
import { outline } from '../../server/src/features/outline.ts';
import { references } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { speakers } from '../../server/src/features/speakers.ts';
import { statements } from '../../server/src/features/statements.ts';
import { readLayout } from '../../server/src/reading/blocks.ts';
import type { Span } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { canonical, dispatch, page, plain } from './wells.ts';

const headed = `Villages drink from the new wells\n\n${plain}`;

/** The first words of each document of a text, and how many separators stand in it. */
const shown = (text: string) => {
  const { documents, separators } = readLayout(text);
  return [...documents.map(({ start }) => text.slice(start, start + 4)), separators.length];
};
const check = (text: string, ...expected: (string | number)[]) =>
  test(JSON.stringify(text.length > 90 ? `${text.slice(0, 40)} … ${text.slice(-40)}` : text), () =>
    expect(shown(text)).toEqual(expected),
  );

describe('separators of databases', () => {
  for (const row of [
    canonical,
    '-'.repeat(60),
    '_'.repeat(60),
    '*'.repeat(10),
    '='.repeat(20),
    '-=-=-=-=-=-=-',
    '—'.repeat(12),
    '* * *',
    '---',
  ]) {
    check(`${dispatch}\n\n${row}\n\n${page}`, 'OSLO', 'Peru', 1);
    check(`${page}\n${row}\n${dispatch}\n`, 'Peru', 'OSLO', 1);
  }
  for (const count of ['Document 2 of 120', '2 of 120 DOCUMENTS', 'ARTICLE 2 OF 1,200', '===== Record 2 of 3 ====='])
    check(`${plain}\n\n${count}\n\n${plain}`, 'The ', 'The ', 1);
  check(`Document 1 of 2\n\n${plain}\n\nDocument 2 of 2\n\n${plain}`, 'The ', 'The ', 2);
  check(`${dispatch}\n\f${page}`, 'OSLO', 'Peru', 1);
  check(`${`${plain} `.repeat(5)}\n\f${headed}`, 'The ', 'Vill', 1);
  check(`${dispatch}\f${headed}`, 'OSLO', 'Vill', 1);
  check(`${plain}\n\n${canonical}\n\n${plain}`, 'The ', 'The ', 1);
  check(`${dispatch}\n\n${'-'.repeat(30)}\n\n${headed}`, 'OSLO', 'Vill', 1);
  check(`${dispatch}\n\n${'_'.repeat(12)}\n\n${page}\n\n2021-03-07`, 'OSLO', 'Peru', 1);
  check(`${dispatch} ${'-'.repeat(30)}\n${page}`, 'OSLO', 'Peru', 1);
  check(`${dispatch}\n\n${'-'.repeat(30)} ${page}`, 'OSLO', 'Peru', 1);
});

describe('what stands side by side is one separator', () => {
  check(`${plain}\n\n---\nDocument 2 of 2\n---\n\n${plain}`, 'The ', 'The ', 3);
  check(`${plain}\n\n\f\n${'-'.repeat(20)}\n\n${page}`, 'The ', 'Peru', 2);
});

describe('one row that separates tells what the others like it do', () => {
  const row = '-'.repeat(30);
  check(`${dispatch}\n\n${row}\n\n${page}\n\n${row}\n\n${plain}\n\n${row}\n`, 'OSLO', 'Peru', 'The ', 3);
  check(`${dispatch}\n\n---\n\n${page}\n\n---\n\n${headed}\n\n---\n\n${plain}`, 'OSLO', 'Peru', 'Vill', 2);
});

describe('a new document behind the end of another', () => {
  for (const end of ['<Send to a friend>', '(END)', '###', 'End of Document'])
    check(`${plain}\n\n${end}\n\n${page}`, 'The ', 'Peru', 0);
  check(`${plain}\n\n<Send to a friend>\n\nShare | Print\n\n${dispatch}`, 'The ', 'OSLO', 0);
  check(`${plain}\n\n(Reporting by Jane Roe; Editing by John Doe)\n\n${dispatch}`, 'The ', 'OSLO', 0);
  check(`${plain}\n\n<Send to a friend>\n\nUpdated: March 4, 2021`, 'The ', 0);
  check(`${plain}\n\n###\n\nAbout the fund\n\n${plain}`, 'The ', 0);
});

describe('sections of one document', () => {
  for (const row of ['* * *', '---', '***', '-'.repeat(30), '_'.repeat(60), '- - - - - - - - - - -']) {
    check(`${dispatch}\n\n${row}\n\n${plain}`, 'OSLO', 0);
    check(`${dispatch}\n\n${row}\n\nBackground\n\n${plain}`, 'OSLO', 0);
    check(`${dispatch}\n\n${row}\n\nAbout the fund that pays for wells\n\n${plain}`, 'OSLO', 0);
    check(`${dispatch}\n\n${row}\n`, 'OSLO', 0);
  }
  check(`${dispatch}\n\n* * *\n\nMarch 7, 2021\n\n${plain}`, 'OSLO', 0);
  check(`Norway to pay for wells\n${'='.repeat(23)}\n\n${plain}`, 'Norw', 0);
  check(`The ministers met in the\n\f2021-05-06 10:00 Lima Post\n\nThey talked about wells.`, 'The ', 0);
  check(`${dispatch}\n\f${plain}`, 'OSLO', 0);
  check('Page 2 of 3\n\nThe wells were dug in a week.', 'Page', 0);
  check('Sign here: ____________________\n\nThe wells were dug in a week.', 'Sign', 0);
});

describe('separators and nothing else', () => {
  check('', 0);
  check(' \n\f\n', 0);
  check(`${canonical}\n\n${canonical}\n`, 2);
  check(`${canonical}\n\n${plain}\n\n${canonical}`, 'The ', 2);
});

test('a count has its numbers', () => {
  const { separators } = readLayout(`${plain}\n\nDocument 3 of 1,200\n\n${plain}`);
  expect(separators).toMatchObject([{ kind: 'count', number: 3, total: 1200 }]);
});

test('a bundle says of itself what all of its documents say', () => {
  const text = `${page}\n\n${canonical}\n\n${page.replace('Peru sends', 'Peru flies')}`;
  expect(readLayout(text).meta).toEqual({
    publishedDate: '2021-05-06',
    place: null,
    agency: 'Lima Post',
    headline: null,
  });
});

test('dates are resolved against the day of their own document', () => {
  const reading = readDocument(`${page}\n\n${canonical}\n\n${page.replaceAll('2021-05-06', '2020-01-10')}`);
  expect(reading.dates.map(({ value }) => value)).toEqual([
    '2021-05-06T10:00',
    '2021-05-06',
    '2020-01-10T10:00',
    '2020-01-09',
  ]);
});

test('a pronoun never stands for somebody of another document', () => {
  const text = `${dispatch}\n\n${canonical}\n\nShe said that the wells would hold.`;
  const { mentions, statements } = readDocument(text);
  const behind = text.indexOf(canonical);
  expect(statements.filter(({ spans }) => spans[0]!.start > behind).map(({ speakers }) => speakers)).toEqual([[]]);
  expect(mentions.filter(({ start, entities }) => start > behind && entities.length > 0)).toEqual([]);
});

describe('what features show of a bundle', () => {
  const text = `${page}\n\n<Send to a friend>\n\n${canonical}\n\n${dispatch} Rosa Quispe thanked her.\n`;
  const document = { uri: 'a', text, reading: readDocument(text) };
  const corpus = createCorpus();
  setDocument(corpus, factsOf('a', text, document.reading));
  const second = text.indexOf('OSLO,');
  const words = ({ start, end }: Span) => text.slice(start, end);

  test('one symbol for each document, the outline of it inside', () =>
    expect(outline(document).map(({ kind, name, children }) => [kind, name, children.length > 0])).toEqual([
      ['document', 'Peru sends its president to Oslo for talks', true],
      ['document', 'OSLO, March 3 (Fjord) --', true],
    ]));
  test('each folds', () =>
    expect(foldingRanges(document).map(fold => [fold.kind, fold.start])).toContainEqual(['document', 0]));
  test('the selection grows to the document before it grows to the file', () => {
    const ranges = selectionRanges(document, [second + 2])[0]!;
    expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
    expect(words(ranges.at(-2)!)).toBe(text.slice(second).trimEnd());
  });
  test('references and counts go over all documents of the file', () => {
    const at = text.lastIndexOf('Rosa Quispe');
    const found = [...references({ document, corpus }, at, true)].map(words);
    expect(found.filter(name => name === 'Rosa Quispe')).toHaveLength(2);
    expect(hover({ document, corpus }, at)?.cards[0]).toMatchObject({ everywhere: { documents: 2 } });
  });

  test('statements are listed by document, each with its own day', () => {
    const text = `${page}\n\nObservers said that it rained.\n\n${canonical}\n\n${page.replaceAll('2021-05-06', '2020-01-10')}`;
    const bundle = createCorpus();
    setDocument(bundle, factsOf('b', text, readDocument(text)));
    const listed = [...statements(bundle, {})].map(({ start, end, day }) => [text.slice(start, end), day]);
    expect(listed).toEqual([
      ['"I am glad,"', '2021-05-06'],
      ['it rained', '2021-05-06'],
      ['"I am glad,"', '2020-01-10'],
    ]);
    const [rosa] = speakers(bundle);
    expect(rosa).toMatchObject({
      name: 'Rosa Quispe',
      statements: 2,
      documents: 2,
      first: '2020-01-10',
      last: '2021-05-06',
    });
    expect([...statements(bundle, { from: '2021' })]).toHaveLength(2);
    expect([...statements(bundle, { document: 'b' })].map(found => found.speakers)).toEqual([
      ['Rosa Quispe'],
      ['Observers'],
      ['Rosa Quispe'],
    ]);
  });
});

test('a bundle of more than a thousand documents has what each of them has, in order', () => {
  const count = 1001;
  const documents = Array.from({ length: count }, (_, i) => `Lima sends help ${i}\n\nOsman Ware said he was glad.`);
  const { mentions, statements, entities } = readDocument(documents.join(`\n\n${'='.repeat(40)}\n\n`));
  expect([statements.length, entities.filter(({ type }) => type === 'person').length]).toEqual([count, count]);
  const starts = mentions.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});
