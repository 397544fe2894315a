import { asRead, type Corpus, createCorpus, setDocument, setPeople } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { readPeople } from '../../server/src/corpus/people/file.ts';
import { readingUnder } from '../../server/src/corpus/people/overlay.ts';
import { gatherPeople, type PlacedFile } from '../../server/src/corpus/people/people.ts';
import type { OpenDocument, Place, Snapshot } from '../../server/src/features/snapshot.ts';
import { linesOf, toPosition } from '../../server/src/protocol/convert.ts';
import { type Declared, parseMarkup } from './markup.ts';

export interface Fixture {
  readonly corpus: Corpus;
  readonly people: readonly PlacedFile[];
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** The document with the cursor, the first without one, and the cursor's offset. */
  readonly snapshot: Snapshot;
  readonly offset: number;
}

/**
 * Several documents in one string, each under a line `//- name`; a line `//@ id type [gender] [COUNTRY]` declares an entity
 * that is not a person. The rest is markup (see there), but for what is named people.yaml, in a folder or in none.
 */
export function fixture(source: string): Fixture {
  const corpus = createCorpus();
  const documents = new Map<string, OpenDocument>();
  const people: PlacedFile[] = [];
  let cursor: { readonly uri: string; readonly offset: number } | null = null;
  for (const { name, marked, declared } of split(source)) {
    if (name.endsWith('people.yaml')) {
      people.push({ uri: name, folder: name.slice(0, -'people.yaml'.length), file: readPeople(marked) });
      continue;
    }
    const { text, reading, cursor: offset } = parseMarkup(marked, declared);
    documents.set(name, { uri: name, text, reading });
    setDocument(corpus, factsOf(name, text, reading));
    if (offset !== null) cursor = { uri: name, offset };
  }
  setPeople(
    corpus,
    gatherPeople(people, (folder, path) => `${folder}${path}`),
  );
  for (const [uri, document] of documents) {
    const reading = readingUnder(document.reading, asRead(corpus, uri)!, corpus.documents.get(uri)!, corpus.people);
    documents.set(uri, { ...document, reading });
  }
  const document = documents.get(cursor?.uri ?? [...documents.keys()][0]!)!;
  return { corpus, people, documents, snapshot: { document, corpus }, offset: cursor?.offset ?? 0 };
}

export function documentOf(marked: string): OpenDocument {
  return fixture(marked).snapshot.document;
}

/** "a.txt 3:7 Ana Ruiz": a place with line and column from 1, and its words. */
export function show({ documents }: Fixture, { uri, start, end }: Place): string {
  const { text } = documents.get(uri)!;
  const { line, character } = toPosition(linesOf(text), start);
  return `${uri} ${line + 1}:${character + 1} ${text.slice(start, end)}`;
}

function split(source: string) {
  const parts = source.split(/^\/\/- (.+)\n/m);
  const named = parts.length === 1 ? ['a.txt', parts[0]!] : parts.slice(1);
  const documents: { name: string; marked: string; declared: Record<string, Declared> }[] = [];
  for (let index = 0; index < named.length; index += 2) {
    const declared: Record<string, Declared> = {};
    const marked = named[index + 1]!.replace(/^\/\/@ (\S+) (.+)\n/gm, (_, id: string, words: string) => {
      declared[id] = declaration(words.trim().split(' '));
      return '';
    });
    documents.push({ name: named[index]!.trim(), marked, declared });
  }
  return documents;
}

function declaration(words: readonly string[]): Declared {
  const country = words.find(word => /^[A-Z]{3}$/.test(word));
  const gender = words.find(word => word === 'female' || word === 'male');
  const type = words.find(word => /^(person|organization|place|event|document)$/.test(word));
  return {
    ...(type && { type: type as NonNullable<Declared['type']> }),
    ...(gender && { gender: gender as 'female' | 'male' }),
    ...(country && { country }),
  };
}
