import { analyseParagraph } from '../reading/analyse.ts';
import type { Block, Span, Statement } from '../reading/model.ts';
import { saidAround } from '../reading/passages.ts';
import { type OutlineItem, outline } from './outline.ts';
import { contentOf, type OpenDocument } from './snapshot.ts';

/** Sentences of longer paragraphs are passed over: finding them would take longer than a key press may. */
const longestParagraph = 20_000;

/**
 * What "expand selection" goes through at each offset, the narrowest first: the word, the name, the cue, source or content, the
 * sentence, the statement, the turn, the paragraph, the document, the file where it is a bundle. Each strictly contains the one before; what would only overlap
 * it is left out.
 */
export function selectionRanges(document: OpenDocument, offsets: readonly number[]): Span[][] {
  const { text, reading } = document;
  const turns = flat(outline(document));
  const bundled = reading.documents.length > 1 ? reading.documents : [];
  const sentencesOf = new Map<Block, readonly Span[]>();
  const sentencesAt = (block: Block): readonly Span[] => {
    const known = sentencesOf.get(block) ?? sentences(text, block);
    sentencesOf.set(block, known);
    return known;
  };
  return offsets.map(offset => {
    const holds = ({ start, end }: Span) => start <= offset && offset <= end && start < end;
    const { mentions, statements, dates } = saidAround(reading, offset);
    const spoken = statements.flatMap(statement => {
      const whole = wholeOf(statement);
      if (!holds(whole)) return [];
      const { source, cue, spans } = statement;
      return [...(source ? [source] : []), ...(cue ? [cue] : []), ...spans, contentOf(statement), whole].filter(holds);
    });
    const blocks = reading.blocks.filter(holds);
    const word = wordAt(text, offset);
    const around = [
      ...(word ? [word] : []),
      ...mentions.filter(holds),
      ...dates.filter(holds),
      ...spoken,
      ...blocks.flatMap(sentencesAt).filter(holds),
      ...turns.filter(holds),
      ...blocks,
      ...bundled.filter(holds),
      ...(text === '' ? [] : [{ start: 0, end: text.length }]),
    ];
    return chain(around, offset);
  });
}

/** From narrow to wide; where two end at the offset and begin at it, what lies behind the cursor goes first. */
function chain(spans: readonly Span[], offset: number): Span[] {
  const length = ({ start, end }: Span) => end - start;
  const endsAt = ({ end }: Span) => (end === offset ? 1 : 0);
  const kept: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => length(a) - length(b) || endsAt(a) - endsAt(b))) {
    const last = kept.at(-1);
    if (!last || (start <= last.start && last.end <= end && length({ start, end }) > length(last)))
      kept.push({ start, end });
  }
  return kept;
}

const words = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const longestWord = 100;

function wordAt(text: string, offset: number): Span | null {
  const from = Math.max(0, offset - longestWord);
  for (const { 0: found, index } of text.slice(from, offset + longestWord).matchAll(words)) {
    const start = from + index;
    if (start <= offset && offset <= start + found.length) return { start, end: start + found.length };
  }
  return null;
}

function sentences(text: string, { start, end }: Block): Span[] {
  if (end - start > longestParagraph) return [];
  const { sentences: found } = analyseParagraph(text.slice(start, end));
  return found.map(sentence => ({ start: start + sentence.start, end: start + sentence.end }));
}

function flat(items: readonly OutlineItem[]): Span[] {
  return items.flatMap(item => [item, ...flat(item.children)]);
}

/** From the first to the last word of content, source and cue. */
function wholeOf({ source, cue, spans }: Statement): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const take = (span: Span | null) => {
    if (!span) return;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  };
  take(source);
  take(cue);
  for (const span of spans) take(span);
  return { start, end };
}
