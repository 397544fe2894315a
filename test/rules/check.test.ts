import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { changeOfText } from '../../server/src/reading/changes.ts';
import { finish } from '../../server/src/reading/steps.ts';
import { type Checked, checkInSteps, sortByReach } from '../../server/src/rules/check.ts';
import type { Rule, RuleBlock, RuleDocument } from '../../server/src/rules/rule.ts';
import { changed, changes, formatted } from '../reading/edits.ts';

/** A rule may look as far as the nearest words beside a block, or beside a document. */
const NEAREST = 60;

const around = ({ text, before, after }: Pick<RuleBlock | RuleDocument, 'text' | 'before' | 'after'>) =>
  text.slice(
    before ? Math.max(before.start, before.end - NEAREST) : 0,
    after ? Math.min(after.end, after.start + NEAREST) : text.length,
  );

const told = (of: string, seen: RuleBlock | RuleDocument, start: number, end: number) => ({
  ...{ start, end, replacement: null },
  message: `${of}: ${seen.before?.kind}, ${around(seen)}, ${seen.after?.kind}`,
});

/** Tells all that it may see. */
const beside: Rule = {
  code: 'beside',
  severity: 'hint',
  description: 'There is something to see.',
  remedy: 'None.',
  fixable: 'never',
  inBlock: seen => [told('block', seen, seen.block.start, seen.block.end)],
  inDocument: seen => [told('document', seen, seen.blocks[0]!.start, seen.blocks.at(-1)!.end)],
};
const rules = sortByReach([beside]);

function problemsAfter(texts: readonly string[]): void {
  let checked: Checked | null = null;
  for (const text of texts) {
    const layout = readLayout(text, checked?.layout);
    checked = finish(checkInSteps(rules, layout, checked, checked && changeOfText(checked.layout.text, text)));
    expect(checked.problems).toEqual(finish(checkInSteps(rules, readLayout(text), null, null)).problems);
  }
}

const row = '='.repeat(40);
const story =
  'Norway pays for the wells\n\n2021-03-07\n\nIt will pay for the roads that lead there from the coast, too.';
const bundle = [story, row, story, row, story].join('\n\n');

test.each([
  ['a word of a document', 'roads', 'ways'],
  ['a gap as long as before', `too.\n\n${row}`, `too.\n\t${row}`],
  ['a longer gap', `too.\n\n${row}`, `too.\n\n\n${row}`],
  ['the row before', `${row}\n\n`, `${row}=\n\n`],
  ['a row less', `${row}\n\n`, ''],
  ['a document less', `${row}\n\n${story}\n\n`, ''],
  ['the text before the first words', 'Norway', ' Norway'],
])('what a rule may see is looked at again where it has changed: %s', (_, from, to) => {
  const edited = bundle.replace(from, to);
  expect(edited).not.toBe(bundle);
  problemsAfter([bundle, edited, bundle, `${edited} `, edited]);
});

test('after any edits rules find what they would find afresh', () => {
  fc.assert(
    fc.property(formatted, changes, (text, edits) => {
      const texts = [text];
      for (const edit of edits) texts.push(changed(texts.at(-1)!, edit));
      problemsAfter(texts);
    }),
    { numRuns: 100 },
  );
});
