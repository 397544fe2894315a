import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Corpus, createCorpus, removeDocument, setDocument } from '../../server/src/corpus/corpus.ts';
import { type DocumentFacts, factsOf } from '../../server/src/corpus/facts.ts';
import { wholeOf } from '../../server/src/corpus/packed.ts';
import { gatherSpeakers, type Speaker, speakerOf, speakers } from '../../server/src/features/speakers.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { decodeFacts, encodeFacts } from '../../server/src/store/encode.ts';

const bundleLine = '\n\n----------\n\n';
const sources = [
  'Jan Marek',
  'Eva Marek',
  'Marek',
  'Minister Jan Marek',
  'Envoy Marek',
  'Ali Jan Marek',
  'Observers',
  'observers',
  'Residents',
  'France',
];
const sentence = fc.tuple(fc.constantFrom(...sources), fc.constantFrom('the harbour is open', 'Eva Marek met Bao Lin'));
const document = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 2 })
  .map(documents =>
    documents
      .map(sentences => sentences.map(([source, content]) => `${source} said that ${content}.`).join('\n\n'))
      .join(bundleLine),
  );
const uri = fc.constantFrom('1', '2', '3');
const change = fc.oneof(
  fc.record({ uri, text: document, isPacked: fc.boolean(), asks: fc.boolean() }),
  fc.record({ uri, text: fc.constant(null), isPacked: fc.constant(false), asks: fc.boolean() }),
);

const readings = new Map<string, ReturnType<typeof readDocument>>();
function facts(address: string, text: string): DocumentFacts {
  const reading = readings.get(text) ?? readDocument(text);
  readings.set(text, reading);
  return factsOf(address, text, reading);
}

function setPacked(corpus: Corpus, facts: DocumentFacts): void {
  const { document, cast } = decodeFacts(encodeFacts(facts), facts.uri, corpus)!;
  setDocument(corpus, document, cast);
}

function rebuilt(corpus: Corpus): Corpus {
  const fresh = createCorpus();
  for (const document of [...corpus.documents.values()].reverse()) setDocument(fresh, wholeOf(document));
  return fresh;
}

function shown(all: readonly Speaker[]): unknown[] {
  const lines = all.map(({ parts, ...told }) => {
    const places = parts.map(({ document, rows }) => `${document.uri} ${document.place}: ${rows.join()}`).sort();
    return JSON.stringify([told, places]);
  });
  return lines.sort();
}

test('whoever speaks is known after any changes as if all had been read anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 10 }), changes => {
      const corpus = createCorpus();
      for (const { uri, text, isPacked, asks } of changes) {
        if (text === null) removeDocument(corpus, uri);
        else if (isPacked) setPacked(corpus, facts(uri, text));
        else setDocument(corpus, facts(uri, text));
        if (asks) expect(shown(speakers(corpus))).toEqual(shown(speakers(rebuilt(corpus))));
      }
      const fresh = rebuilt(corpus);
      expect(shown(speakers(corpus))).toEqual(shown(speakers(fresh)));
      expect(workspaceSymbols(corpus, '')).toEqual(workspaceSymbols(fresh, ''));
    }),
    { numRuns: 120 },
  );
}, 30_000);

test('gathering goes on through changes', () => {
  const corpus = createCorpus();
  const say = (source: string) => `${source} said that the harbour is open.\n`;
  for (let n = 0; n < 20; n++) setDocument(corpus, facts(`${n}`, say(`Jan ${'ABCDEFGHIJKLMNOPQRST'[n]}arek`)));
  let steps = 0;
  for (const _ of gatherSpeakers(corpus)) {
    if (++steps === 5) setDocument(corpus, facts('2', say('Eva Lindt')));
    if (steps === 9) removeDocument(corpus, '3');
  }
  expect(shown(speakers(corpus))).toEqual(shown(speakers(rebuilt(corpus))));
});

test('after a change only those are looked at whom it concerns', () => {
  const corpus = createCorpus();
  const name = (n: number) => `${'BDFGKLMNPRSTVZ'[n % 14]}a${'bdfgklmnprstvz'[(n / 14) | 0]}el`;
  for (let n = 0; n < 100; n++) {
    setDocument(corpus, facts(`${n}`, `Ivo ${name(n)} said that Eva ${name(n + 60)} is here.\n`));
  }
  const all = [...gatherSpeakers(corpus)].length;
  setDocument(corpus, facts('5', 'Ana Ruiz said that the harbour is open.\n'));
  expect(all).toBeGreaterThan(100);
  expect([...gatherSpeakers(corpus)].length).toBeLessThan(20);
  expect([...gatherSpeakers(corpus)].length).toBe(0);
});

test('an unnamed source is found by its words', () => {
  const corpus = createCorpus();
  setDocument(corpus, facts('1', 'Observers said that the harbour is open.\n'));
  setDocument(corpus, facts('2', 'Later observers said that the harbour is open.\n'));
  const [found] = speakers(corpus).filter(({ type }) => type === 'unnamed');
  expect(speakerOf(corpus, found!.id)?.statements).toBe(found!.statements);
});

describe('facts that share with a corpus are the facts', () => {
  const check = (text: string, before: readonly string[] = []) => {
    const corpus = createCorpus();
    for (const [n, other] of before.entries()) setDocument(corpus, facts(`${n}`, other));
    for (let time = 0; time < 2; time++) {
      const decoded = decodeFacts(encodeFacts(facts('x', text)), 'x', corpus)!;
      expect(wholeOf(decoded.document)).toEqual(facts('x', text));
    }
  };
  test('of nothing', () => check(''));
  test('of a document', () => check('Minister Jan Marek of Norland met Eva Lindt. Marek said that she was right.\n'));
  test('of a document that says the same as others', () =>
    check('Jan Marek said it rains. Marek left.\n', ['Jan Marek said it rains. Marek left.\n', 'Jan Marek left.\n']));
  test('of a bundle', () => check(`Jan Marek said so.${bundleLine}Marek said no. Observers said yes.\n`));
  test('of any documents', () =>
    fc.assert(
      fc.property(document, fc.array(document, { maxLength: 3 }), (text, before) => check(text, before)),
      { numRuns: 100 },
    ));
});
