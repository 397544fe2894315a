import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { median, time } from './bundle.mjs';
import { documentOf } from './documents.mjs';

const rounds = 5;
const warmUp = 3;

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
export function readingTime(readout, texts, report) {
  const { ours, theirs, ratio } = besideTagger(readout.readDocument, texts.all);
  const lean = besideTagger(readout.readDocument, texts.all, leanPipes);
  const characters = texts.all.reduce((sum, text) => sum + text.length, 0);
  report('reading, as a ratio to wink-nlp readDoc', ratio, '×', 2);
  report('… to readDoc with sentences and parts of speech alone', lean.ratio, '×');
  report('reading, per 1000 characters', (median(ours) / characters) * 1000, 'ms');
  report('wink-nlp readDoc, per 1000 characters', (median(theirs) / characters) * 1000, 'ms');

  const sizes = [10_000, 100_000, 1_000_000];
  const perCharacter = sizes.map(size => {
    const text = documentOf(texts.seeds, size);
    const times = Array.from({ length: size > 500_000 ? 3 : 5 }, () => time(() => readout.readDocument(text)));
    const value = (median(times) / size) * 1000;
    report(`reading ${size / 1000} kB, per 1000 characters`, value, 'ms');
    return value;
  });
  report('1 MB per character, as a ratio to 100 kB', perCharacter[2] / perCharacter[1], '×', 1.3);

  const text = documentOf(texts.seeds, 1_000_000);
  const memory = new Map();
  readout.readDocument(text, memory);
  const middle = text.indexOf(' ', 500_000);
  const edited = `${text.slice(0, middle)} x${text.slice(middle)}`;
  report(
    'reading 1 MB again after an edit of one character',
    time(() => readout.readDocument(edited, memory)),
    'ms',
  );
}

const paragraphs = ({ blocks }, text) => blocks.filter(isRead).map(({ start, end }) => text.slice(start, end));

const isRead = ({ kind }) => kind !== 'trailer' && kind !== 'boilerplate';
