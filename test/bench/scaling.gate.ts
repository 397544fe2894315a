/**
 * What is in proportion to length stays so, and what does not depend on size stays so: ratios of times within one run, far from
 * their ceilings on any machine. Each is taken twice before it counts as failed.
 */
import { expect, test } from 'vitest';
import { createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { type DocumentFacts, factsOf } from '../../server/src/corpus/facts.ts';
import { references } from '../../server/src/features/references.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { createMemory } from '../../server/src/reading/memory.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { time } from './figures.mjs';
import { bundleOf, documentsOf, guestDocuments, guestOf, storyOf } from './generator/documents.ts';
import { placesIn } from './texts.mjs';

const gate = { retry: 1, timeout: 60_000 };

/** The least of some times, in milliseconds: whatever else the machine does only adds to them. */
function least(times: number, call: (n: number) => unknown): number {
  return Math.min(
    ...Array.from({ length: times }, (_, n) => {
      const begun = performance.now();
      call(n);
      return performance.now() - begun;
    }),
  );
}

/** The same in time of the processor, for what takes so long that other programs would break in. */
const leastOfProcessor = (times: number, call: (n: number) => unknown): number =>
  Math.min(...Array.from({ length: times }, (_, n) => time(() => call(n))));

const [small, large] = [40_000, 320_000];
const edited = [100_000, 800_000];

for (const [name, textOf] of Object.entries({ 'one story': storyOf, 'a bundle': bundleOf })) {
  test(`reading ${name} takes time in proportion to its length`, gate, () => {
    const [short, long] = [small, large].map(length => textOf(1, length)) as [string, string];
    readDocument(short);
    const ratio = leastOfProcessor(3, () => readDocument(long)) / leastOfProcessor(8, () => readDocument(short));
    expect(ratio).toBeLessThan((1.8 * large) / small);
  });

  test(`an edit of ${name} costs the same in a longer one`, gate, () => {
    const [short, long] = edited.map(length => timeOfEdit(textOf(1, length))) as [number, number];
    expect(long / short).toBeLessThan(4);
  });
}

/** The middle one: an edit of a name costs more than one of another word. */
function timeOfEdit(text: string): number {
  const memory = createMemory();
  readDocument(text, memory);
  let now = text;
  const times = placesIn(text, 15).map(place => {
    now = `${now.slice(0, place)}e${now.slice(place)}`;
    return time(() => readDocument(now, memory));
  });
  return times.sort((a, b) => a - b)[7] ?? Number.NaN;
}

/** Documents with the guest in them, and others without. */
const [guests, others] = (() => {
  const texts = Array.from(documentsOf(1, guestDocuments + 140), ({ text }) => text);
  const facts = (text: string) => factsOf('', text, readDocument(text));
  return [texts.slice(0, 20).map(facts), texts.slice(guestDocuments).map(facts)];
})();

const placed = (facts: DocumentFacts, n: number): DocumentFacts => ({ ...facts, uri: `file:///d/${n}.seed` });
const at = (n: number) => placed((n < guests.length ? guests[n] : others[n % others.length])!, n);

function corpusOf(size: number) {
  const corpus = createCorpus();
  for (let n = 0; n < size; n++) setDocument(corpus, at(n));
  return corpus;
}

const corpora = [250, 2_500].map(size => ({ size, corpus: corpusOf(size) }));

test('changing a document costs the same among more', gate, () => {
  const [few, many] = corpora.map(({ corpus, size }) =>
    least(60, n => setDocument(corpus, placed(at(n + 30), size - 1 - (n % 60)))),
  ) as [number, number];
  expect(many / few).toBeLessThan(4);
});

test('as many references cost the same among more documents', gate, () => {
  const text = [...documentsOf(1, 1)][0]!.text;
  const document = { uri: 'file:///d/0.seed', text, reading: readDocument(text) };
  const offset = text.indexOf(guestOf(1).surname);
  const found = corpora.map(({ corpus }) => {
    const ask = () => references({ document, corpus }, offset, true);
    return { hits: ask().length, took: least(30, ask) };
  });
  expect(found[0]!.hits).toBeGreaterThan(60);
  expect(found[1]!.hits).toBe(found[0]!.hits);
  expect(found[1]!.took / found[0]!.took).toBeLessThan(3);
});

test('workspace symbols take no more than time in proportion to the documents', gate, () => {
  const [few, many] = corpora.map(({ corpus }) => {
    workspaceSymbols(corpus, 'an');
    return least(10, () => workspaceSymbols(corpus, 'mar'));
  }) as [number, number];
  expect(many / few).toBeLessThan(1.8 * 10);
});

test('the colours of one line take time in proportion to its length', gate, () => {
  const took = (length: number) => {
    const sentence = 'The lamp is lit, Ana Solhaug said. "We see it," she added. ';
    const text = `${sentence.repeat(length / sentence.length)}\n`;
    const reading = readDocument(text);
    const corpus = createCorpus();
    setDocument(corpus, factsOf('untitled:line', text, reading));
    const snapshot = { document: { uri: 'untitled:line', text, reading }, corpus };
    return leastOfProcessor(8, () => Array.from({ length: 5 }, () => semanticTokens(snapshot)));
  };
  expect(took(200_000) / took(25_000)).toBeLessThan(1.8 * 8);
});
