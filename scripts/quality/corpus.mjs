// @ts-check
// Linking across documents: the corpus of the server, bundled as it is shipped, over the readings of a set.
import { loadBundle } from '../../test/bench/bundle.mjs';
import { sharedNames } from './mentions.mjs';

/**
 * The names that gold and readings both mark, each with its entity in the gold of all documents and in the corpus.
 * @param {readonly { gold: any, reading: any }[]} judgements
 */
export async function linksAcross(judgements) {
  const { createCorpus, setDocument, factsOf, clusters } = await loadBundle();
  const corpus = createCorpus();
  for (const { gold, reading } of judgements) setDocument(corpus, factsOf(gold.id, gold.text, reading));
  const clusterOf = new Map();
  for (const cluster of clusters(corpus)) {
    for (const { document, facts } of cluster.bearers) clusterOf.set(`${document.uri} ${facts.entity.id}`, cluster.id);
  }
  return judgements.flatMap(({ gold, reading }) =>
    sharedNames(gold, reading).map((/** @type {any} */ link) => ({
      ...link,
      system: clusterOf.get(`${gold.id} ${link.system}`) ?? `${gold.id} ${link.system}`,
      name: gold.text.slice(link.wanted.start, link.wanted.end),
    })),
  );
}
