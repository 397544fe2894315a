/** What tears documents: for each rule the tear that it is about, at a place that chance chooses. */
import { readLayout } from '../../server/src/reading/blocks.ts';
import type { Block, BlockKind } from '../../server/src/reading/model.ts';
import { pick, type Random } from './wellFormed.ts';

export interface Torn {
  readonly text: string;
  /** Where in the torn text it should be found: some of it will do. */
  readonly start: number;
  readonly end: number;
}

/** Null where a document has no such seam. */
export type Tear = (text: string, random: Random) => Torn | null;

/** Replaces a stretch; what stands there then is the tear. */
function replaced(text: string, start: number, end: number, by: string): Torn {
  return { text: text.slice(0, start) + by + text.slice(end), start, end: start + by.length };
}

function blocksOf(text: string, ...kinds: readonly BlockKind[]): Block[] {
  return readLayout(text).blocks.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

/** A pattern's match somewhere in the paragraphs; the place is that of the group named `at`, or the whole match. */
function match(text: string, random: Random, pattern: RegExp): { start: number; end: number } | null {
  const found = blocksOf(text, 'paragraph').flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(pattern), hit => {
      const [from, to] = hit.indices?.groups?.at ?? [hit.index, hit.index + hit[0].length];
      return { start: start + from, end: start + to };
    }),
  );
  return found.length === 0 ? null : pick(random, found);
}

const at =
  (pattern: RegExp, by: string): Tear =>
  (text, random) => {
    const place = match(text, random, pattern);
    return place && replaced(text, place.start, place.end, by);
  };

/** Seams between blocks of two kinds; what stands between them becomes something else. */
const between =
  (by: string, wanted: (before: Block, after: Block, text: string) => boolean): Tear =>
  (text, random) => {
    const blocks = blocksOf(text);
    const seams = blocks.slice(1).flatMap((after, i) => {
      const before = blocks[i] as Block;
      return text.slice(before.end, after.start).includes('\n') && wanted(before, after, text)
        ? [{ before, after }]
        : [];
    });
    if (seams.length === 0) return null;
    const { before, after } = pick(random, seams);
    return replaced(text, before.end, after.start, by);
  };

const written = (text: string, { start, end }: Block) => text.slice(start, end);

/** A block once more, behind the one that stands `after` it. */
const again =
  (...kinds: readonly BlockKind[]): Tear =>
  (text, random) => {
    const blocks = blocksOf(text);
    const some = blocks.filter(
      block => kinds.includes(block.kind) && block.end - block.start > 60 === (kinds[0] === 'paragraph'),
    );
    if (some.length === 0) return null;
    const block = pick(random, some);
    const copy = written(text, block);
    const next = blocks.find(other => other.start > block.end && other.kind === 'paragraph');
    if (!next || next.start === blocks.at(-1)?.start) return null;
    const torn = replaced(text, next.end, next.end, `\n\n${copy}`);
    return { ...torn, start: next.end + 2 };
  };

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function asWindows(letter: string): string {
  return [...new TextEncoder().encode(letter)]
    .map(byte => (byte >= 0x80 && byte < 0xa0 ? WINDOWS.charAt(byte - 0x80) : String.fromCharCode(byte)))
    .join('');
}

function wrapped(text: string, random: Random): Torn | null {
  const some = blocksOf(text, 'paragraph').filter(
    ({ start, end }) => end - start > 220 && text.charAt(start - 1) === '\n',
  );
  if (some.length === 0) return null;
  const { start, end } = pick(random, some);
  const width = 50 + Math.floor(random() * 40);
  const lines = [''];
  for (const word of text.slice(start, end).split(' ')) {
    const line = lines.at(-1) as string;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return replaced(text, start, end, lines.join('\n'));
}

const wordInside = /(?<=\p{L}{2})(?=\p{Ll}{2})/dgu;

/** A tear for each rule; the documents are single ones. */
export const tears: Readonly<Record<string, Tear>> = {
  'glued-stamp': between(' ', (before, after, text) => {
    return before.kind === 'stamp' && after.kind === 'dateline' && /\d$/.test(written(text, before));
  }),
  'glued-label': text => {
    const found = / Updated:/.exec(text);
    return found && replaced(text, found.index, found.index + 1, '');
  },
  'glued-headline': between('', (before, after) => before.kind === 'headline' && after.kind !== 'byline'),
  'glued-byline': between(
    '',
    (before, after) => before.kind === 'byline' || (before.kind === 'headline' && after.kind === 'byline'),
  ),
  'glued-caption': between('', (before, after) => before.kind === 'caption' && after.kind === 'paragraph'),
  'glued-sentences': at(/\p{Ll}{2}[.!?][”"]?(?<at> )["“]?\p{Lu}\p{Ll}/dgu, ''),
  'missing-blank-line': between('\n', () => true),
  'extra-blank-line': between('\n\n\n', () => true),
  'split-paragraph': at(/(?<=[\p{L},])(?<at> )\p{Ll}/dgu, '\n\n'),
  'hard-wrapped-paragraph': wrapped,
  'leading-space': (text, random) => replaced(text, 0, 0, pick(random, [' ', '\t', '\n', ' \n\n'])),
  'trailing-space': (text, random) => {
    const { end } = pick(
      random,
      blocksOf(text).filter(block => text.charAt(block.end) === '\n'),
    );
    return replaced(text, end, end, pick(random, [' ', '  ', '\t']));
  },
  'missing-final-newline': text => replaced(text, text.length - 1, text.length, ''),
  'extra-final-newline': (text, random) => replaced(text, text.length, text.length, pick(random, ['\n', '\n\n\n'])),
  'dangling-breadcrumb': (text, random) => {
    const crumb = blocksOf(text, 'breadcrumb')[0];
    return crumb ? replaced(text, crumb.end, crumb.end, pick(random, [' >', '>', ' > '])) : null;
  },
  'dateline-dash': (text, random) => {
    const dateline = blocksOf(text, 'dateline')[0];
    if (!dateline || !written(text, dateline).endsWith(' --')) return null;
    return replaced(text, dateline.end - 3, dateline.end + 1, pick(random, [' ', ' ---', '-- ', ' --', ' - - ']));
  },
  'duplicate-paragraph': again('paragraph'),
  'repeated-block': again('headline', 'stamp', 'byline'),
  boilerplate: (text, random) => {
    const [first, second] = blocksOf(text, 'paragraph');
    if (!first || !second) return null;
    const bar = pick(random, ['Share | Print | E-mail', 'Read more: The lake is dry', 'Advertisement']);
    return { ...replaced(text, first.end, first.end, `\n\n${bar}`), start: first.end + 2 };
  },
  'unclosed-quotation': (text, random) => {
    const place = match(text, random, /["“”]/dgu);
    const blocks = blocksOf(text, 'paragraph');
    const index = blocks.findIndex(({ start, end }) => place && start <= place.start && place.end <= end);
    const [block, next] = [blocks[index], blocks[index + 1]];
    // A quotation that nothing closes runs on where the next paragraph opens with a mark.
    if (!place || !block || (next && /["“]/.test(text.charAt(next.start)))) return null;
    return { ...replaced(text, place.start, place.end, ''), start: block.start, end: block.end };
  },
  'mismatched-quotation': (text, random) => {
    const place = match(text, random, /["“”]/dgu);
    // In a single quotation either of the two marks may be the wrong one.
    if (!place || (text.match(/["“”]/g) ?? []).length < 6) return null;
    return replaced(text, place.start, place.end, text.charAt(place.start) === '"' ? '”' : '"');
  },
  'doubled-quotation-mark': (text, random) => {
    const place = match(text, random, /["“”]/dgu);
    return place && replaced(text, place.start, place.end, text.charAt(place.start).repeat(2));
  },
  mojibake: (text, random) => {
    const place = match(text, random, /[éëó“”]/dgu);
    return place && replaced(text, place.start, place.end, asWindows(text.charAt(place.start)));
  },
  'replacement-character': at(/\p{Ll}/dgu, '\uFFFD'),
  'control-character': at(wordInside, '\u0007'),
  'invisible-character': (text, random) =>
    at(wordInside, pick(random, ['\u00ad', '\u200b', '\u200d', '\u2060', '\u200e']))(text, random),
  'byte-order-mark': between('\n\n\uFEFF', () => true),
  'no-break-space': at(/ /dgu, '\u00a0'),
  tab: at(/ /dgu, '\t'),
  'mixed-line-endings': (text, random) => {
    const first = text.indexOf('\n');
    const others = Array.from(text.matchAll(/\n/g), ({ index }) => index).filter(index => index > first);
    return others.length === 0
      ? null
      : ((index: number) => replaced(text, index, index + 1, '\r\n'))(pick(random, others));
  },
  'date-conflict': text => {
    const dateline = /(?<=^[A-Z]+, )(?:[A-Z][a-z]+) (?=\d+ \(Fjord\))/m.exec(text);
    const stamp = blocksOf(text, 'stamp')[0];
    const month = stamp && /-(\d\d)-/.exec(written(text, stamp))?.[1];
    if (!dateline || !month || /Updated/.test(written(text, stamp))) return null;
    return replaced(text, dateline.index, dateline.index + dateline[0].length, Number(month) > 6 ? 'Jan ' : 'Dec ');
  },
};

const rows = (text: string) => blocksOf(text, 'separator');

/** Tears of bundles whose documents are separated by rows of equals signs. */
export const tearsOfBundles: Readonly<Record<string, Tear>> = {
  'document-separator': (text, random) => {
    const { start, end } = pick(random, rows(text));
    return pick(random, [
      () => replaced(text, start, end, '='.repeat(3 + Math.floor(random() * 6))),
      () => replaced(text, start, start, '  '),
      () => replaced(text, start, end, '=-'.repeat(20)),
      () => replaced(text, end, end + 2, ' '),
    ])();
  },
  'missing-separator-line': (text, random) => {
    const { start, end } = pick(random, rows(text));
    return replaced(text, start, end + 2, '');
  },
  'empty-document': (text, random) => {
    const { start, end } = pick(random, rows(text));
    return { ...replaced(text, end, end, `\n\n${text.slice(start, end)}`), start: end + 2 };
  },
  'mixed-separators': (text, random) => {
    const { start, end } = pick(random, rows(text));
    return replaced(text, start, end, '*'.repeat(end - start));
  },
};

/** Tears of bundles whose documents are counted. */
export const tearsOfCounts: Readonly<Record<string, Tear>> = {
  'document-count': (text, random) => {
    const { start, end } = pick(random, rows(text));
    const [, number = '', total = ''] = /(\d+) of (\d+)/.exec(text.slice(start, end)) ?? [];
    return replaced(
      text,
      start,
      end,
      pick(random, [`Document ${Number(number) + 1} of ${total}`, `Document ${number} of ${Number(total) + 1}`]),
    );
  },
};
