/** The names of a document that has been edited, where nothing that tells who is named has changed. */
import { deepEqual } from 'fast-equals';
import { type Change, withItems } from '../changes.ts';
import type { DocumentParagraph } from '../language.ts';
import type { Mention } from '../model.ts';
import { finish } from '../steps.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import type { Names, Stated } from './index.ts';
import { lowerCaseAmong } from './lowerCase.ts';

/** The same names at their new places; null where an edit may have changed who is named, so that all must be read again. */
export function namesAfterEdit(before: Names, paragraphs: readonly DocumentParagraph[], edit: Change): Names | null {
  const { start, end, by } = edit;
  if (start < before.genderTold && (start < end || by !== 0)) return null;
  const older = before.paragraphs.slice(start, end);
  const newer = paragraphs.slice(start, end + by);
  const words = (some: readonly DocumentParagraph[]) => finish(lowerCaseAmong(before.unexplained, some));
  const [were, are] = [placedCandidates(older), placedCandidates(newer)];
  if (were.length !== are.length || !were.every((was, i) => isAlike(was, are[i] as PlacedCandidate))) return null;
  if (!deepEqual(words(older), words(newer))) return null;
  const renewed = newer.map((): Mention[] => []);
  const offices = new Map<string, Stated>();
  were.forEach((was, i) => {
    const { paragraph, candidate } = are[i] as PlacedCandidate;
    const moved = candidate.start - was.candidate.start;
    for (const mention of before.mentions[start + was.paragraph] as readonly Mention[])
      if (mention.start >= was.candidate.start && mention.end <= was.candidate.end)
        renewed[paragraph]?.push({ ...mention, start: mention.start + moved, end: mention.end + moved });
    was.candidate.titles.forEach((title, t) => {
      const { start: from, end: to } = candidate.titles[t] as (typeof candidate.titles)[number];
      offices.set(`${was.paragraph} ${title.start} ${title.end}`, {
        paragraph: start + paragraph,
        start: from,
        end: to,
      });
    });
  });
  const stated = (was: Stated): Stated => {
    if (was.paragraph < start) return was;
    if (was.paragraph >= end) return by === 0 ? was : { ...was, paragraph: was.paragraph + by };
    return offices.get(`${was.paragraph - start} ${was.start} ${was.end}`) as Stated;
  };
  return {
    ...before,
    // Most edits touch no paragraph in which an office is stated, and move none.
    stated:
      by === 0 && offices.size === 0
        ? before.stated
        : before.stated.map(places => (places.length === 0 ? places : places.map(stated))),
    mentions: withItems(before.mentions, edit, renewed),
    changed: { before: before.mentions, change: edit },
    paragraphs,
  };
}

/** A candidate in one of some paragraphs, which are counted from 0. */
interface PlacedCandidate {
  readonly paragraph: number;
  readonly candidate: Candidate;
}

const placedCandidates = (paragraphs: readonly DocumentParagraph[]): readonly PlacedCandidate[] =>
  paragraphs.flatMap(({ paragraph, kind }, i) =>
    candidatesOf(paragraph, kind).map(candidate => ({ paragraph: i, candidate })),
  );

/** Whether two candidates say the same, wherever they stand. */
function isAlike({ candidate: a }: PlacedCandidate, { candidate: b }: PlacedCandidate): boolean {
  return deepEqual(unplaced(a), unplaced(b));
}

function unplaced({ start, end, parts, titles, ...said }: Candidate): unknown {
  return {
    ...said,
    length: end - start,
    parts: parts.map(part => ({ text: part.text, from: part.start - start, to: part.end - start, key: part.word.key })),
    titles: titles.map(({ title, affiliation, gender }) => ({ title, affiliation, gender })),
  };
}
