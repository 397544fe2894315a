import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import type { Span } from '../../server/src/reading/model.ts';
import { applyEdits, mend } from '../../server/src/rules/fix.ts';
import { findProblems, rules } from '../../server/src/rules/index.ts';
import { type Tear, tears, tearsOfBundles, tearsOfCounts } from './tears.ts';
import { randomFrom, wellFormed, wellFormedBundle } from './wellFormed.ts';

const problemsOf = (text: string) => findProblems(text, readLayout(text));

const folder = new URL('../../seeds/', import.meta.url);
const samples = readdirSync(folder)
  .filter(name => name.endsWith('.seed'))
  .map(name => mend(readFileSync(new URL(name, folder), 'utf8')));
const gold = new URL('../../../shared/data/readouts.gold.jsonl', import.meta.url);
const readouts: string[] = existsSync(gold)
  ? readFileSync(gold, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => mend(JSON.parse(line).text))
  : [];
const isSound = (text: string) => problemsOf(text).length === 0;
const ours = [...samples, ...readouts].filter(isSound);

const generated = Array.from({ length: 120 }, (_, seed) => wellFormed(randomFrom(seed)));
const bundles = Array.from({ length: 60 }, (_, seed) =>
  wellFormedBundle(randomFrom(seed), number => (number === 1 ? '' : `${'='.repeat(40)}\n\n`)),
);
const counted = Array.from({ length: 60 }, (_, seed) =>
  wellFormedBundle(randomFrom(seed), (number, total) => `Document ${number} of ${total}\n\n`),
);

describe('nothing is wrong', () => {
  const wrong = (texts: readonly string[]) =>
    texts.flatMap(text =>
      problemsOf(text).map(({ code, start, end }) => `${code}: ${text.slice(start, end).slice(0, 80)}`),
    );
  test('with the documents that are generated', () => expect(wrong(generated).join('\n')).toBe(''));
  test('with their bundles', () => expect(wrong([...bundles, ...counted]).join('\n')).toBe(''));
  test('with most of our own once they are mended', () => expect(ours.length).toBeGreaterThan(6));
});

interface Score {
  readonly torn: number;
  readonly found: number;
  readonly restored: number;
  readonly missed: readonly string[];
}

function scoreOf(code: string, tear: Tear, texts: readonly string[]): Score {
  const missed: string[] = [];
  let [torn, found, restored] = [0, 0, 0];
  texts.forEach((text, i) => {
    for (let turn = 0; turn < 3; turn++) {
      const result = tear(text, randomFrom(1000 * i + turn));
      if (!result || result.text === text) continue;
      torn++;
      const touches = ({ start, end }: Span) => start <= result.end && result.start <= end;
      const here = problemsOf(result.text).filter(
        problem => problem.code === code && [problem, ...(problem.related ?? [])].some(touches),
      );
      if (here.length === 0)
        missed.push(JSON.stringify(result.text.slice(Math.max(0, result.start - 60), result.end + 60)));
      else found++;
      const edits = here.flatMap(({ fix, suggestions }) => [fix, ...(suggestions ?? []).map(({ edit }) => edit)]);
      if (edits.some(edit => edit && applyEdits(result.text, [edit]) === text)) restored++;
    }
  });
  return { torn, found, restored, missed };
}

/** Rules whose fix cannot know what was torn: the words or marks are gone, or either of two would do. */
const cannotRestore = new Set(['unclosed-quotation', 'replacement-character', 'document-count', 'date-conflict']);

describe.each([
  ['documents', tears, [...generated, ...ours]],
  ['bundles', tearsOfBundles, bundles],
  ['counted bundles', tearsOfCounts, counted],
] as const)('%s that are torn', (_, kinds, texts) => {
  test.each(Object.entries(kinds))(
    '%s',
    (code, tear) => {
      const { torn, found, restored, missed } = scoreOf(code, tear, texts);
      const percent = (part: number) => `${((100 * part) / torn).toFixed(1)} %`;
      console.log(
        `${code.padEnd(24)} ${String(torn).padStart(4)} torn  ${percent(found).padStart(7)} found  ${percent(restored).padStart(7)} restored`,
      );
      expect(torn).toBeGreaterThan(30);
      expect(found / torn, missed.slice(0, 6).join('\n')).toBeGreaterThanOrEqual(0.98);
      if (!cannotRestore.has(code)) expect(restored / torn).toBeGreaterThanOrEqual(0.98);
    },
    60_000,
  );
});

test('every rule has its tear', () => {
  const torn = [tears, tearsOfBundles, tearsOfCounts].flatMap(kinds => Object.keys(kinds));
  expect(torn.sort()).toEqual(rules.map(rule => rule.code).sort());
});
