import { expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { applyEdits, fixAll } from '../../server/src/rules/fix.ts';
import { findProblems, rules } from '../../server/src/rules/index.ts';
import { keepsWords } from '../../server/src/rules/words.ts';

/** A story's body for fixtures: three paragraphs that break no rule. */
export const lead =
  'Norway and Chad should share their well maps, said Norwegian Foreign Minister Inga Solberg on Monday.';
export const next = 'The villages have waited for ten years, she said, and their patience is not a resource.';

/** Examples for and against one rule. */
export function examplesOf(code: string) {
  const rule = rules.find(candidate => candidate.code === code);
  if (!rule) throw new Error(`There is no rule ${code}.`);
  const found = (text: string) => findProblems(text, readLayout(text)).filter(problem => problem.code === code);
  const title = (text: string) => JSON.stringify(text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-25)}` : text);
  return {
    /** The rule marks exactly what stands between ⟦ and ⟧; its fixes alone make `fixed` of the text, null where it has none. */
    breaks(marked: string, fixed: string | null) {
      test(`breaks it: ${title(marked)}`, () => {
        const text = marked.replace(/[⟦⟧]/g, '');
        const problems = found(text);
        const marks = problems.map(({ start, end }) => ({ start, end }));
        expect(markAll(text, marks)).toBe(marked);
        for (const { message } of problems) expect(message).toMatch(/\.$/);
        if (fixed === null) {
          expect(rule.fixable).not.toBe('always');
          expect(problems.map(problem => problem.fix)).toEqual(problems.map(() => null));
          return;
        }
        expect(rule.fixable).not.toBe('never');
        const mended = applyEdits(text, fixAll(problems));
        expect(mended).toBe(fixed);
        expect(keepsWords(text, mended)).toBe(true);
      });
    },
    /** What each of its suggestions makes of the text, in order. */
    suggests(text: string, ...results: string[]) {
      test(`suggests: ${title(text)}`, () => {
        const suggestions = found(text).flatMap(problem => problem.suggestions ?? []);
        expect(suggestions.map(({ edit }) => applyEdits(text, [edit]))).toEqual(results);
        for (const suggestion of suggestions) expect(suggestion.title).toMatch(/drops its words$/);
      });
    },
    /** The words of the other place that each of its problems is about. */
    pointsTo(text: string, ...others: string[]) {
      test(`points to the other place: ${title(text)}`, () => {
        const related = found(text).flatMap(problem => problem.related ?? []);
        expect(related.map(({ start, end }) => text.slice(start, end))).toEqual(others);
        for (const { message } of related) expect(message).toMatch(/\.$/);
      });
    },
    /** The rule finds nothing. */
    keeps(text: string) {
      test(`keeps it: ${title(text)}`, () => expect(found(text)).toEqual([]));
    },
    severity(expected: string, text: string) {
      test(`is of severity ${expected}`, () => expect(found(text)[0]?.severity).toBe(expected));
    },
  };
}

function markAll(text: string, spans: readonly { start: number; end: number }[]): string {
  let marked = '';
  let from = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`;
    from = end;
  }
  return marked + text.slice(from);
}
