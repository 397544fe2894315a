import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterOf, createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { idInText } from '../../server/src/reading/entityIds.ts';
import type { Reading, Span } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { canonical, dispatch, page, plain } from './wells.ts';

const place = fc.constantFrom('OSLO', 'LIMA', 'NAIROBI');
const person = fc.constantFrom('Inga Solberg', 'Rosa Quispe', 'Ali Moussa', 'Jane Roe');
/** What ends a document is no row, which would be part of the separator behind it. */
const body = fc
  .array(
    fc.oneof(
      person.map(name => `Foreign Minister ${name} said on Monday that the wells would hold.`),
      person.map(name => `"We are glad," ${name} said. "They will drink from them."`),
      fc.constantFrom(
        'He added that it had rained.',
        'They met again in March.',
        '* * *',
        'What happens next',
        '- to dig',
      ),
      fc.constantFrom(
        'By Jane Roe in Oslo',
        '(Reporting by Jane Roe)',
        'Share | Print',
        'Photo: Jane Roe',
        '2021-03-07',
      ),
    ),
    { maxLength: 6 },
  )
  .filter(lines => lines.at(-1) !== '* * *');
const anyDocument = fc.oneof(
  fc.tuple(place, body).map(([at, rest]) => [`${at}, March 3 (Fjord) -- The wells were dug in a week.`, ...rest]),
  fc
    .tuple(person, body)
    .map(([name, rest]) => [
      `${name} flies to talks on wells`,
      '2021-05-06 10:00 Lima Post',
      `${name} flew to talks on Thursday.`,
      ...rest,
    ]),
);
const separator = fc.constantFrom(
  canonical,
  '-'.repeat(60),
  'Document 2 of 120',
  '3 of 120 DOCUMENTS',
  '_'.repeat(12),
  '---',
  '-----\nDocument 4 of 5\n-----',
);

/** A reading of one document as it stands in a text with others. */
function moved(reading: Reading, by: number, at: number) {
  const span = <T extends Span>(s: T): T => ({ ...s, start: s.start + by, end: s.end + by });
  const ids = (all: readonly string[]) => all.map(id => idInText(id, at));
  return {
    blocks: reading.blocks.map(span),
    entities: reading.entities.map(e => ({ ...e, id: idInText(e.id, at), roles: e.roles.map(span) })),
    mentions: reading.mentions.map(m => ({ ...span(m), entities: ids(m.entities) })),
    statements: reading.statements.map(s => ({
      ...s,
      spans: s.spans.map(span),
      source: s.source && span(s.source),
      cue: s.cue && span(s.cue),
      speakers: ids(s.speakers),
    })),
    dates: reading.dates.map(span),
  };
}

test('a bundle reads as its documents do one by one', { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { minLength: 1, maxLength: 4 }), separator, (documents, between) => {
      const texts = documents.map(lines => lines.join('\n\n'));
      const { blocks, entities, mentions, statements, dates, ...bundle } = readDocument(
        texts.join(`\n\n${between}\n\n`),
      );
      const alone = texts.map(text => readDocument(text));
      fc.pre(alone.every(reading => reading.documents.length === 1));
      let start = 0;
      const expected = alone.map((reading, i) => {
        const by = start;
        start += texts[i]!.length + between.length + 4;
        return moved(reading, by, i);
      });
      expect(bundle.documents.map(({ meta }) => meta)).toEqual(alone.map(({ meta }) => meta));
      expect(blocks.filter(({ kind }) => kind !== 'separator')).toEqual(expected.flatMap(part => part.blocks));
      expect(entities).toEqual(expected.flatMap(part => part.entities));
      expect(mentions).toEqual(expected.flatMap(part => part.mentions));
      expect(statements).toEqual(expected.flatMap(part => part.statements));
      expect(dates).toEqual(expected.flatMap(part => part.dates));
    }),
    { numRuns: 60 },
  );
});

test('the corpus joins the documents of a file as it joins those of several', { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { minLength: 2, maxLength: 4 }), documents => {
      const texts = documents.map(lines => lines.join('\n\n'));
      const alone = texts.map(text => readDocument(text));
      fc.pre(alone.every(reading => reading.documents.length === 1));
      const apart = createCorpus();
      for (const [i, reading] of alone.entries()) setDocument(apart, factsOf(`${i}`, texts[i]!, reading));
      const text = texts.join(`\n\n${canonical}\n\n`);
      const together = createCorpus();
      setDocument(together, factsOf('bundle', text, readDocument(text)));
      alone.forEach(({ entities }, i) => {
        for (const { id } of entities) {
          const one = clusterOf(apart, `${i}`, id)!;
          const other = clusterOf(together, 'bundle', idInText(id, i))!;
          const bearers = one.bearers.map(({ document, facts }) => idInText(facts.entity.id, Number(document.uri)));
          expect(other.bearers.map(({ facts }) => facts.entity.id).sort()).toEqual(bearers.sort());
          expect([other.name, other.type]).toEqual([one.name, one.type]);
        }
      });
    }),
    { numRuns: 40 },
  );
});

describe('any text', () => {
  const anything = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\n\n',
          '\r\n',
          '\f',
          canonical,
          '---',
          '* * *',
          'Document 2 of 3',
          dispatch,
          page,
          plain,
        ),
        fc.constantFrom(
          '###',
          '<a b>',
          '----------x',
          'x ==========',
          '- x',
          '• x',
          'Related:',
          '© x',
          'By Jane Roe',
          ' ',
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join(''));
  test('documents and separators are in order and disjoint, and every block is of one of them', () => {
    fc.assert(
      fc.property(anything, text => {
        const { blocks, documents, separators } = readLayout(text);
        const all = [...documents, ...separators].sort((a, b) => a.start - b.start);
        all.reduce((last, { start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          return end;
        }, 0);
        const isOver = (block: Span) => all.filter(({ start, end }) => start <= block.start && block.end <= end).length;
        for (const block of blocks) expect(isOver(block)).toBe(1);
        for (const { start, end } of documents) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(blocks.filter(({ kind }) => kind === 'separator').length).toBe(separators.length);
      }),
      { numRuns: 1000 },
    );
  });

  for (const [name, unit] of [
    ['rows', '---\n'],
    ['long rows', `${'-'.repeat(30)}\n`],
    ['counts', 'Document 1 of 2\n'],
    ['form feeds', '\f'],
    ['documents', `${page}\n\n---\n\n`],
    ['trailers', `${page}\n\n###\n\n`],
    ['headings', 'Norway pays for wells\n'],
    ['links', 'Related:\nNorway\n'],
  ] as const)
    test(`${name} take time in proportion to their number`, { timeout: 20_000 }, () => {
      const time = (text: string) => {
        const times = [0, 1, 2].map(() => {
          const start = performance.now();
          readLayout(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      const count = Math.ceil(50_000 / unit.length);
      // Were it quadratic, sixteen times the text would take 256 times as long.
      expect(time(unit.repeat(count * 16))).toBeLessThan(16 * 8 * Math.max(10, time(unit.repeat(count))));
    });
});
