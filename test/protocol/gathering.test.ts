import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { type Corpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import { inCorpus } from '../../server/src/protocol/gathering.ts';
import type { Host } from '../../server/src/protocol/host.ts';
import { createLibrary, type Library } from '../../server/src/protocol/library.ts';
import { readDocument } from '../../server/src/reading/read.ts';

let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => void vi.restoreAllMocks());

const put = ({ corpus }: Library, uri: string) => {
  const text = 'Ana Ruiz left.\n';
  setDocument(corpus, factsOf(uri, text, readDocument(text)));
};

/** Looks at the documents of a corpus of three, in steps that are slices by themselves; `meanwhile` is called in the second pause. */
function looked(meanwhile: (library: Library, source: CancellationTokenSource) => void) {
  const library = createLibrary();
  for (const uri of ['a', 'b', 'c']) put(library, uri);
  const source = new CancellationTokenSource();
  let pauses = 0;
  const pause = async () => {
    if (++pauses === 2) meanwhile(library, source);
  };
  const seen = function* ({ documents }: Corpus) {
    const found: string[] = [];
    for (const uri of [...documents.keys()]) {
      found.push(uri);
      clock += 10;
      yield;
    }
    return found;
  };
  return inCorpus(library, { pause } as Host, seen, source.token);
}

test('what is looked for in steps is found', async () => {
  expect(await looked(() => {})).toEqual(['a', 'b', 'c']);
});

test('it is looked for once more, without a pause, where the corpus has changed meanwhile', async () => {
  expect(await looked(library => put(library, 'd'))).toEqual(['a', 'b', 'c', 'd']);
});

test('nothing is found by one who has been cancelled', async () => {
  expect(await looked((_, source) => source.cancel())).toBeNull();
});
