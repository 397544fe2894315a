import { median, time } from './bundle.mjs';
import { varied } from './documents.mjs';

/** Changing one document, and asking who is who, in corpora of growing size. */
export function corpusUpdates(readout, texts, report) {
  const facts = Array.from({ length: 160 }, (_, n) => {
    const text = varied(texts.all[n % texts.all.length], n);
    return readout.factsOf('', text, readout.readDocument(text));
  });
  const at = n => ({ ...facts[n % facts.length], uri: `file:///d/${n}.seed` });
  console.log('');
  const updates = [];
  for (const size of [100, 1_000, 10_000]) {
    globalThis.gc?.();
    const corpus = readout.createCorpus();
    for (let n = 0; n < size; n++) readout.setDocument(corpus, at(n));
    const times = Array.from({ length: 400 }, (_, n) => time(() => readout.setDocument(corpus, at(n % size))));
    updates.push(median(times));
    report(`changing a document among ${size}`, median(times), 'ms');
    // A country that many documents name has the most bearers to gather.
    const country = at(0).entities.find(({ entity }) => entity.country)?.entity.id;
    report(
      `who is who, for a country among ${size}`,
      median(Array.from({ length: 20 }, () => time(() => readout.clusterOf(corpus, at(0).uri, country)))),
      'ms',
    );
    readout.workspaceSymbols(corpus, 'ban');
    report(
      `workspace symbols among ${size}`,
      median(Array.from({ length: 10 }, () => time(() => readout.workspaceSymbols(corpus, 'ban')))),
      'ms',
    );
  }
  // Ten times the documents would be ten times the time if it were not flat; memory further away may cost some.
  report('changing a document among 10000, as a ratio to 1000', updates[2] / updates[1], '×', 4);
}
