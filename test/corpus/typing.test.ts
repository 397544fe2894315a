import { expect, it } from 'vitest';
import { createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import type { Index } from '../../server/src/corpus/index.ts';
import { createMemory, readDocument } from '../../server/src/reading/read.ts';

const uri = 'file:///seeds/bridge.seed';
const said = 'Foreign Minister Ada Kern said the bridge was open. Her counterpart, Bo Lind, thanked her.';
const text = `${said}\n\nA guard said so, too.\n\nThe French minister Ida Roos left. Observers said little.\n`;
const bundle = `${text}\n----------\n\n${said}\n`;

/** The corpus after some versions of a document, and the bearers that it had of each. */
function typed(...versions: readonly string[]) {
  const corpus = createCorpus() as Index;
  const memory = createMemory();
  const placed = versions.map(version => {
    setDocument(corpus, factsOf(uri, version, readDocument(version, memory)));
    return [...corpus.placed.values()];
  });
  return { corpus, placed };
}

it('typing that leaves the names as they are leaves everybody where they are', () => {
  for (const start of [text, bundle]) {
    const { corpus, placed } = typed(start, start.replace('was open', 'was wide open'));
    expect(placed[1]).toEqual(placed[0]);
    for (const [i, bearers] of (placed[0] ?? []).entries()) expect(placed[1]?.[i]).toBe(bearers);
    const facts = corpus.documents.get(uri)?.entities.map(({ mentions }) => mentions.length);
    expect(placed[1]?.flat().map(bearer => bearer.facts.mentions.length)).toEqual(facts);
  }
});

it('a name that comes or goes does not', () => {
  const { placed } = typed(text, text.replace('Bo Lind', 'Carl Berg'));
  expect(placed[1]?.[0]).not.toBe(placed[0]?.[0]);
});

it('after any versions the corpus is that of the last one', () => {
  const last = text.replace('A guard', 'Ada Kern').replace('little', 'a lot');
  const asIndexed = ({ corpus }: ReturnType<typeof typed>) =>
    [...corpus.buckets.values()].map(({ key, guises }) => ({
      key,
      guises: guises.map(({ name, mentions, bearers }) => ({
        ...{ name, mentions },
        bearers: bearers.map(({ facts, document }) => [facts.entity.id, document.uri, facts.statements.length]),
      })),
    }));
  const edited = typed(text, text.replace('was open', 'was wide open'), text.replace('little', 'a lot'), last);
  expect(asIndexed(edited)).toEqual(asIndexed(typed(last)));
  expect([...edited.corpus.unnamed.keys()]).toEqual([...typed(last).corpus.unnamed.keys()]);
});
