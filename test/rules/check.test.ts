import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Layout, readLayout } from '../../server/src/reading/blocks.ts';
import { changeOfText } from '../../server/src/reading/changes.ts';
import { layoutOf } from '../../server/src/reading/layout/pieces.ts';
import type { Block } from '../../server/src/reading/model.ts';
import { finish } from '../../server/src/reading/steps.ts';
import { type Checked, checkInSteps, sortByReach } from '../../server/src/rules/check.ts';
import { nothing, type Rule, type RuleBlock, type RuleDocument } from '../../server/src/rules/rule.ts';
import { changed, changes, formatted } from '../reading/edits.ts';

/** A rule may look as far as the nearest words beside a block, or beside a document. */
const NEAREST = 60;

const around = ({ text, before, after }: Pick<RuleBlock | RuleDocument, 'text' | 'before' | 'after'>) =>
  text.slice(
    before ? Math.max(before.start, before.end - NEAREST) : 0,
    after ? Math.min(after.end, after.start + NEAREST) : text.length,
  );

const kindsOf = (seen: RuleBlock | RuleDocument) =>
  ('blocks' in seen ? seen.blocks : [seen.block]).map(({ kind }) => kind).join(' ');

const told = (of: string, seen: RuleBlock | RuleDocument, start: number, end: number) => ({
  ...{ start, end, replacement: null },
  message: `${of}: ${seen.before?.kind}, ${kindsOf(seen)}, ${around(seen)}, ${seen.after?.kind}`,
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
const written = (paragraphs: readonly string[]) => paragraphs.join('\n\n');
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

test('the end of the text is seen however far from the last words', () =>
  problemsAfter([bundle + ' '.repeat(200), `${bundle}${' '.repeat(200)}\t`]));

test('a block is looked at again where another has come before it, as long as the one that was there', () => {
  const long = 'It rained for a week. '.repeat(20);
  const sort = (kind: string) => `${'The wells that they have waited for are dug. '.repeat(5)}All of them are ${kind}.`;
  problemsAfter([written([long, sort('deep'), long]), written([long, `${long}${long}`, sort('wide'), long])]);
});

/** The first words of the blocks that are looked at after an edit. */
function lookedAtAfter(before: string, after: string): string[] {
  const seen: string[] = [];
  const note = ({ text, block }: RuleBlock) => {
    seen.push(text.slice(block.start, block.end).split(' ', 2).join(' '));
    return nothing;
  };
  const noting = sortByReach([{ ...beside, inBlock: note }]);
  const layout = readLayout(before);
  const checked = finish(checkInSteps(noting, layout, null, null));
  seen.length = 0;
  finish(checkInSteps(noting, readLayout(after, layout), checked, changeOfText(before, after)));
  return seen;
}

const sentence =
  'will be dug before the rains come, the minister told the villages that have waited for it, and so will others.';
const wells = Array.from({ length: 300 }, (_, i) => `Well ${i} ${sentence}`);

test.each([
  ['in its midst', 6, 'Well 6 soon ', ['Well 5', 'Well 6', 'Well 7']],
  ['at its end', 299, 'Well 299 soon ', ['Well 298', 'Well 299']],
  ['that parts it', 6, `${row}\n\nWell 6 `, ['Well 5', row, 'Well 6']],
])('an edit of a document has the blocks looked at that it touches, and those beside: %s', (_, well, opening, seen) => {
  const edited = written(wells).replace(`Well ${well} `, opening);
  expect(lookedAtAfter(written(wells), edited)).toEqual(seen);
});

test('a rule is told which blocks may be copies: their last letters and digits are the same', () => {
  const alike: string[] = [];
  const tell = ({ text, alike: blocks }: RuleDocument) => {
    for (const { start, end } of blocks) alike.push(text.slice(start, end));
    return nothing;
  };
  const numbered = Array.from({ length: 300 }, (_, i) => `${sentence} Well ${i ** 5}`);
  const copies = [numbered[3]!.toUpperCase(), `“${numbered[3]}”`, `${numbered[3]} ${'— '.repeat(80)}—`];
  const text = written([...numbered, ...copies]);
  finish(checkInSteps(sortByReach([{ ...beside, inDocument: tell }]), readLayout(text), null, null));
  expect(alike).toEqual([numbered[3], ...copies]);
});

interface Laid {
  readonly isFirst: boolean;
  readonly kind: 'headline' | 'paragraph';
  readonly isWhole: boolean;
}
const often = (usual: boolean) => fc.integer({ min: 0, max: 3 }).map(n => n > 0 === usual);
const laid: fc.Arbitrary<Laid> = fc.record({
  isFirst: often(false),
  kind: fc.constantFrom('headline', 'paragraph'),
  isWhole: often(true),
});

/** A layout of paragraphs as it is told: where a document begins, of what kind a block is, and whether its last character is its own. */
function laidOut(text: string, list: readonly Laid[]): Layout {
  const { lines, meta } = readLayout(text);
  const starts: number[] = [];
  const documents: Block[][] = [];
  let at = 0;
  for (const [i, paragraph] of text.split('\n\n').entries()) {
    const { isFirst, kind, isWhole } = list[i]!;
    if (i === 0 || isFirst) {
      starts.push(at);
      documents.push([]);
    }
    const start = at - starts.at(-1)!;
    documents.at(-1)!.push({ kind, start, end: start + paragraph.length - (isWhole ? 0 : 1) });
    at += paragraph.length + 2;
  }
  const others = (blocks: readonly Block[]) => blocks.flatMap(({ kind }, i) => (kind === 'paragraph' ? [] : i));
  const pieces = documents.map(blocks => ({
    ...{ blocks, others: others(blocks), length: blocks.at(-1)!.end, meta, mark: null },
  }));
  return layoutOf({ text, lines, meta, pieces, starts, typed: null });
}

test('what is laid out in another way far from an edit is looked at again', () => {
  const lists = fc.array(laid, { minLength: 8, maxLength: 8 });
  const others = fc.dictionary(fc.constantFrom(...'01234567'), laid, { maxKeys: 2, noNullPrototype: true });
  fc.assert(
    fc.property(lists, others, fc.nat({ max: 7 }), (list, other, edited) => {
      const paragraphs = wells.slice(0, 8);
      const before = laidOut(written(paragraphs), list);
      const text = written(
        paragraphs.map((paragraph, i) => (i === edited ? paragraph.replace('minister', 'wise minister') : paragraph)),
      );
      const after = laidOut(text, Object.assign([...list], other));
      const checked = finish(checkInSteps(rules, before, null, null));
      const again = finish(checkInSteps(rules, after, checked, changeOfText(before.text, text)));
      expect(again.problems).toEqual(finish(checkInSteps(rules, after, null, null)).problems);
    }),
    { numRuns: 1000 },
  );
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

test('what is checked has no getter of its own, with which V8 would keep the texts before', () => {
  const getters = [story, bundle].map(text => {
    const checked = finish(checkInSteps(rules, readLayout(text), null, null));
    return Object.getOwnPropertyDescriptor(checked, 'problems')!.get;
  });
  expect(getters[0]).toBeTypeOf('function');
  expect(getters[1]).toBe(getters[0]);
});
