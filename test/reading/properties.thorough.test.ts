import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../server/src/reading/memory.ts';
import type { Reading, Span } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';

const words = fc.constantFrom(
  ...'said told adding that noting Kern Ada Bo Lind Riga Estonian Foreign Minister he she they the two ministers both road is open will was Tuesday according to called on thanked for , . " “ ” ‘ ’ \' : ; -- — ( ) and but who which WHO (WHO) 2020 \n\n \n \u00a0 \ud800 \u0007 <b> [x](command:y)'.split(
    ' ',
  ),
);
const stories = fc.array(words, { maxLength: 120 }).map(list => list.join(' '));
const anyText = fc.oneof(stories, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));

const spansOf = ({ blocks, mentions, statements, dates, problems, entities }: Reading): Span[] => [
  ...blocks,
  ...mentions,
  ...dates,
  ...problems,
  ...problems.flatMap(problem => (problem.fix ? [problem.fix] : [])),
  ...entities.flatMap(entity => entity.roles),
  ...statements.flatMap(({ spans, source, cue }) => [...spans, ...(source ? [source] : []), ...(cue ? [cue] : [])]),
];

describe('any text', () => {
  it('gives a reading whose spans lie in the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const { start, end } of spansOf(readDocument(text))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives a reading that only names what it has', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { entities, mentions, statements } = readDocument(text);
        const ids = new Set(entities.map(entity => entity.id));
        for (const id of [...mentions.flatMap(m => m.entities), ...statements.flatMap(s => s.speakers)])
          expect(ids).toContain(id);
        for (const { confidence } of statements) expect(confidence > 0 && confidence <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same whatever was read before, and with a memory of earlier versions', () => {
    const memory = createMemory();
    fc.assert(
      fc.property(stories, stories, (text, other) => {
        const fresh = readDocument(text);
        readDocument(other, memory);
        expect(readDocument(text, memory)).toEqual(fresh);
        expect(readDocument(text)).toEqual(fresh);
      }),
      { numRuns: 150 },
    );
  });

  it('an edit read with memory equals a fresh reading of the result', () => {
    fc.assert(
      fc.property(stories, fc.nat(), fc.nat({ max: 12 }), words, (text, at, length, insert) => {
        const memory = createMemory();
        readDocument(text, memory);
        const from = at % (text.length + 1);
        const edited = text.slice(0, from) + insert + text.slice(from + length);
        expect(readDocument(edited, memory)).toEqual(readDocument(edited));
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile text', () => {
  const cases: Readonly<Record<string, string>> = {
    empty: '',
    'white space': ' \n\t\r\n ',
    'a lone surrogate': '\ud800 said \udc00',
    'control characters': '\u0000\u0001 said \u001b[31m',
    'a byte order mark': '\ufeffAda Kern said the road is open.',
    'words that JavaScript objects inherit':
      'constructor said that toString and __proto__ told hasOwnProperty to valueOf.',
  };
  for (const [name, text] of Object.entries(cases))
    it(name, () => expect(readDocument(text).problems).toBeInstanceOf(Array));

  const giants: Readonly<Record<string, string>> = {
    'a line of 1 MB': 'Ada Kern said the road is open. '.repeat(32_000),
    'a sentence of 1 MB': 'Ada Kern said he went, and '.repeat(38_000),
    'quotation marks for 500 kB': '" '.repeat(250_000),
    'open brackets for 300 kB': '( '.repeat(150_000),
    'one word of 500 kB': 'a'.repeat(500_000),
    'names for 500 kB': 'Ada Kern, '.repeat(50_000),
  };
  for (const [name, text] of Object.entries(giants)) {
    it(`${name} is read in time`, { timeout: 60_000 }, () => {
      const start = performance.now();
      readDocument(text);
      expect(performance.now() - start).toBeLessThan(30_000);
    });
  }
});
