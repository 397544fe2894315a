import { describe, expect, test } from 'vitest';
import {
  type Corpus,
  clusters,
  clustersNamed,
  createCorpus,
  keys,
  mentionsUnder,
  names,
  removeDocument,
  renameDocument,
  setDocument,
  setPeople,
  unnamedSources,
} from '../../server/src/corpus/corpus.ts';
import { type DocumentFacts, factsOf } from '../../server/src/corpus/facts.ts';
import { type Cast, packed, unpackAll, wholeOf } from '../../server/src/corpus/packed.ts';
import { readPeople } from '../../server/src/corpus/people/file.ts';
import { gatherPeople } from '../../server/src/corpus/people/people.ts';
import { appearanceOf } from '../../server/src/corpus/sharing.ts';
import { readDocument } from '../../server/src/reading/read.ts';

const text =
  'Minister Jan Marek of Norland met Eva Lindt. Marek said that she was right. Observers said that it rains.\n';
const other = 'Envoy Eva Lindt said that Jan Marek had left.\n';
const factsFrom = (uri: string, text: string) => factsOf(uri, text, readDocument(text));

function castOf({ entities, unnamed }: DocumentFacts): Cast {
  return {
    appearances: entities.map(appearanceOf),
    mentions: entities.map(({ mentions }) => mentions.length),
    hasTwins: new Set(entities.map(({ key }) => key)).size < entities.length,
    unnamed: unnamed.map(({ name }) => name),
  };
}

/** A corpus of packed documents, by address from 1, and how often each has been unpacked. */
function packedCorpus(...texts: readonly string[]) {
  const corpus = createCorpus();
  const unpacked = texts.map(() => 0);
  for (const [i, text] of texts.entries()) {
    const facts = factsFrom(`${i + 1}`, text);
    const unpack = () => {
      unpacked[i]!++;
      return facts;
    };
    setDocument(corpus, packed(facts.uri, unpack), castOf(facts));
  }
  return { corpus, unpacked };
}

function plainCorpus(...texts: readonly string[]): Corpus {
  const corpus = createCorpus();
  for (const [i, text] of texts.entries()) setDocument(corpus, factsFrom(`${i + 1}`, text));
  return corpus;
}

const peopleIn = (written: string) =>
  gatherPeople([{ uri: 'people.yaml', folder: '', file: readPeople(written) }], name => name);

describe('before a document is unpacked', () => {
  const { corpus, unpacked } = packedCorpus(text, other);
  const plain = plainCorpus(text, other);

  test('all names are known', () => {
    expect([...names(corpus)]).toEqual([...names(plain)]);
    expect([...keys(corpus)]).toContain('person jan marek');
  });
  test('how often each is mentioned', () => {
    for (const key of keys(plain)) expect(mentionsUnder(corpus, key)).toBe(mentionsUnder(plain, key));
  });
  test('and sources without a name', () =>
    expect([...unnamedSources(corpus).keys()]).toEqual([...unnamedSources(plain).keys()]));
  test('nothing of that has unpacked it', () => expect(unpacked).toEqual([0, 0]));
});

test('what is asked of one document unpacks it, once', () => {
  const { corpus, unpacked } = packedCorpus(text, 'Tom Reed said no.\n');
  const [found] = clustersNamed(corpus, 'eva lindt');
  expect(found!.bearers.map(({ facts }) => facts.mentions.length)).toEqual([1]);
  expect(corpus.documents.get('1')!.statements.starts.length).toBe(2);
  expect(unpacked).toEqual([1, 0]);
});

describe('who is who is the same as of documents that were never packed', () => {
  const check = (...all: readonly DocumentFacts[]) => {
    const [own, plain] = [createCorpus(), createCorpus()];
    for (const facts of all) {
      setDocument(
        own,
        packed(facts.uri, () => facts),
        castOf(facts),
      );
      setDocument(plain, facts);
    }
    const shown = (corpus: Corpus) =>
      [...clusters(corpus)].map(({ id, name, bearers }) => [id, name, bearers.map(({ facts }) => facts)]);
    expect(shown(own)).toEqual(shown(plain));
    return shown(own).length;
  };
  const [first, second] = [factsFrom('1', text), factsFrom('2', other)];

  test('of two documents', () => expect(check(first, second)).toBe(2));
  test('of one that keeps two of one name apart', () => {
    const [one] = first.entities;
    const twin = { ...one!, entity: { ...one!.entity, id: 'another' } };
    expect(check({ ...first, entities: [...first.entities, twin] }, second)).toBeGreaterThan(2);
  });
});

test('all are unpacked, one in a step', () => {
  const { corpus, unpacked } = packedCorpus(text, other, text);
  wholeOf(corpus.documents.get('2')!);
  expect([...unpackAll(corpus)].length).toBe(2);
  expect(unpacked).toEqual([1, 1, 1]);
});

test('one that is renamed is whole', () => {
  const { corpus } = packedCorpus(text);
  renameDocument(corpus, '1', '2');
  expect(corpus.documents.get('2')).toEqual(factsFrom('2', text));
  expect(corpus.documents.size).toBe(1);
});

test('one that is taken out leaves nobody', () => {
  const { corpus } = packedCorpus(text);
  removeDocument(corpus, '1');
  expect([...keys(corpus)]).toEqual([]);
  expect([...unnamedSources(corpus)]).toEqual([]);
});

describe('under a people file', () => {
  test('one of which it says nothing stays packed', () => {
    const { corpus, unpacked } = packedCorpus();
    setPeople(corpus, peopleIn('- name: Jan Marek\n'));
    const facts = factsFrom('1', 'Eva Lindt said no.\n');
    setDocument(
      corpus,
      packed('1', () => expect.unreachable()),
      castOf(facts),
    );
    expect([...keys(corpus)]).toEqual(['person eva lindt']);
    expect(unpacked).toEqual([]);
  });
  test('one of which it speaks is as it has it', () => {
    const [own, plain] = [packedCorpus().corpus, createCorpus()];
    for (const corpus of [own, plain]) setPeople(corpus, peopleIn('- name: Jan Marek\n  aliases: [Eva Lindt]\n'));
    const facts = factsFrom('1', text);
    setDocument(
      own,
      packed('1', () => facts),
      castOf(facts),
    );
    setDocument(plain, facts);
    expect(own.documents.get('1')).toEqual(plain.documents.get('1'));
    expect([...keys(own)]).toEqual([...keys(plain)]);
    expect(own.documents.get('1')!.entities.some(({ listing }) => listing?.name === 'Jan Marek')).toBe(true);
  });
});
