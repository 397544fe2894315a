import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadBundle } from './bundle.mjs';
import { exponent, median, time } from './figures.mjs';
import { generated, news, samples } from './texts.mjs';

const rounds = 15;
/** Until V8 has compiled most of what it is going to: it does so on threads of its own, whose time counts. */
const warmUp = 8;

/** The pipes of wink-nlp that a reading could not do without: sentences and parts of speech. */
export const leanPipes = ['sbd', 'pos'];

/**
 * The times (ms) of reading some documents and of wink-nlp's own readDoc over the same paragraphs, round by round. They
 * take turns document by document, so that each finds the processor's caches as the other left them.
 * @param {string[]} [pipes] of wink-nlp; all that it has, as it comes, where none are named.
 */
export function besideTagger(readDocument, texts, pipes) {
  const nlp = winkNLP(model, pipes);
  const paragraphsOf = texts.map(text => paragraphs(readDocument(text), text));
  const ours = [];
  const theirs = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    let our = 0;
    let their = 0;
    texts.forEach((text, n) => {
      their += time(() => paragraphsOf[n]?.map(paragraph => nlp.readDoc(paragraph)));
      our += time(() => readDocument(text));
    });
    if (round < warmUp) continue;
    ours.push(our);
    theirs.push(their);
  }
  return { ours, theirs, ratio: median(ours.map((value, round) => value / (theirs[round] ?? value))) };
}

/** Reading beside the tagger; then time per character by size. */
export async function measureReading(table, full) {
  const { readDocument } = await loadBundle();
  const texts = await generated();
  const few = full ? texts.documents(150) : texts.documents(60);
  table.part('Reading');
  const tagged = besideTagger(readDocument, few);
  const characters = few.reduce((sum, text) => sum + text.length, 0);
  table.add('reading, to wink-nlp’s readDoc on the same text', tagged.ratio, '×', { floor: 2 });
  const real = full ? news() : null;
  if (real) table.add('… on 295 real news stories', besideTagger(readDocument, real).ratio, '×', { floor: 2 });
  table.add('… on the project’s samples', besideTagger(readDocument, Array(8).fill(samples()).flat()).ratio, '×');
  table.add('… to its sentences and parts of speech alone', besideTagger(readDocument, few, leanPipes).ratio, '×');
  table.add('reading 1,000 characters', (median(tagged.ours) / characters) * 1000, 'ms');
  table.add('readDoc over 1,000 characters', (median(tagged.theirs) / characters) * 1000, 'ms');

  for (const [name, textOf] of Object.entries({ 'one story': texts.story, 'a bundle': texts.bundle })) {
    const sizes = [10_000, 100_000, 1_000_000];
    const points = sizes.map(size => {
      const text = textOf(size);
      const times = Array.from({ length: size < 500_000 ? 9 : 3 }, () => time(() => readDocument(text)));
      return /** @type {[number, number]} */ ([size, median(times)]);
    });
    table.add(`1 MB, ${name}`, points[2][1], 'ms');
    table.add(`1 MB per character, ${name}, to 100 kB`, points[2][1] / points[1][1] / 10, '×', { floor: 1.5 });
    table.add(`time grows with length, ${name}, to the power of`, exponent(points.slice(1)), '');
  }
}

const paragraphs = ({ blocks }, text) => blocks.filter(isRead).map(({ start, end }) => text.slice(start, end));

const isRead = ({ kind }) => kind !== 'trailer' && kind !== 'boilerplate';
