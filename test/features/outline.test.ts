import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { createMemory, type Memory } from '../../server/src/reading/memory.ts';
import type { Block, BundledDocument, Meta, Reading, Span, Statement } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { documentOf } from '../kit/fixture.ts';

function drawn(marked: string): string {
  const document = documentOf(marked);
  const line = (item: OutlineItem, depth: number): string[] => [
    `${'  '.repeat(depth)}${item.kind} ${item.name} = ${document.text.slice(item.start, item.end).replaceAll('\n', '⏎')}`,
    ...item.children.flatMap(child => line(child, depth + 1)),
  ];
  return outline(document)
    .flatMap(item => line(item, 0))
    .join('\n');
}

test('nothing in an empty document', () => {
  expect(drawn('')).toBe('');
});

test('a turn covers source and cue, its statement the content', () => {
  expect(drawn('<m ana><src 1>Ana</src></m> <cue 1>said</cue> <s 1 ana>it rains</s>.')).toMatchInlineSnapshot(`
    "turn Ana = Ana said it rains
      statement it rains = it rains"
  `);
});

test('a turn takes in a source behind the content', () => {
  expect(drawn('<s 1 ana>It rains</s>, <cue 1>said</cue> <src 1><m ana>Ana</m></src>.')).toMatchInlineSnapshot(`
    "turn Ana = It rains, said Ana
      statement It rains = It rains"
  `);
});

test('consecutive statements of one speaker are one turn, a change of speaker begins another', () => {
  expect(
    drawn(
      '<m ana>Ana</m> <cue 1>said</cue> <s 1 ana>A</s>. <s 2 ana>B</s>.\n\n<m bo>Bo</m> <cue 3>said</cue> <s 3 bo>C</s>. <s 4 ana>D</s>.',
    ),
  ).toMatchInlineSnapshot(`
    "turn Ana = said A. B
      statement A = A
      statement B = B
    turn Bo = said C
      statement C = C
    turn Ana = D
      statement D = D"
  `);
});

test('header blocks come first, and hold the turns inside them', () => {
  expect(
    drawn(
      '<block headline>Rain comes, <src 1><m ana>Ana</m></src> <cue 1>says</cue>: <s 1 ana>take care</s></block>\n\n<block stamp>2021-03-04</block>\n\n<s 2 ana>More</s>',
    ),
  ).toMatchInlineSnapshot(`
    "header Rain comes, Ana says: take care = Rain comes, Ana says: take care
      turn Ana = Ana says: take care
        statement take care = take care
    header 2021-03-04 = 2021-03-04
    turn Ana = More
      statement More = More"
  `);
});

test('an unnamed source speaks under its own words, several under all their names', () => {
  expect(
    drawn(
      '<m ana>Ana</m> <m bo>Bo</m> <s 1 “observers>A</s> <s 2 “observers>B</s> <s 3 ana,bo>C</s> <s 4 bo,ana>D</s>',
    ),
  ).toMatchInlineSnapshot(`
    "turn observers = A B
      statement A = A
      statement B = B
    turn Ana and Bo = C D
      statement C = C
      statement D = D"
  `);
});

test('nobody known speaks as an unknown speaker', () => {
  expect(drawn('<s 1>A</s>')).toMatch(/^turn Unknown speaker = A/);
});

test('a statement in two spans has one range, and what lies between belongs to it', () => {
  expect(
    drawn('<s 1 ana>“We go</s>,” <src 1><m ana>Ana</m></src> <cue 1>said</cue>, <s 1>“at once</s>.”'),
  ).toMatchInlineSnapshot(`
    "turn Ana = “We go,” Ana said, “at once
      statement “We go,” Ana said, “at once = “We go,” Ana said, “at once"
  `);
});

test('what is reported inside a statement is nested, under its own speaker', () => {
  expect(
    drawn('<m ana>Ana</m> <m bo>Bo</m> <s 1 ana>that Bo had said <s 2 bo>it rains</s> again</s>'),
  ).toMatchInlineSnapshot(`
    "turn Ana = that Bo had said it rains again
      statement that Bo had said it rains again = that Bo had said it rains again
        statement Bo: it rains = it rains"
  `);
});

test('a label is one line, cut behind a word', () => {
  const [turn] = outline(documentOf(`<s 1 “x>${'many words '.repeat(20)}</s>`));
  expect(turn!.children[0]!.name).toMatch(/^(many words ){7}m?a?n?y?…$|^many .*[^ ]…$/);
  expect(turn!.children[0]!.name.length).toBeLessThanOrEqual(80);
});

test('a source far away does not stretch the turn', () => {
  const far = 'x '.repeat(300);
  expect(drawn(`<src 1>Ana</src> ${far}<s 1 “Ana>A</s>`).split('\n')[0]).toBe('turn Ana = A');
});

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const length = 120;
const statementAnywhere: fc.Arbitrary<Statement> = fc.record({
  spans: fc.array(spanIn(length), { maxLength: 3 }),
  directness: fc.constant('indirect' as const),
  source: fc.option(spanIn(length)),
  cue: fc.option(spanIn(length)),
  speakers: fc.subarray(['a', 'b']),
  speakerName: fc.option(fc.constantFrom('Ana', ' ', 'observers')),
  continued: fc.boolean(),
  confidence: fc.constant(1),
  reasons: fc.constant([]),
});

/** Ordered and disjoint, as every reading has them. */
const blocksAnywhere: fc.Arbitrary<Block[]> = fc
  .uniqueArray(fc.nat(length), { maxLength: 8 })
  .map(cuts => cuts.sort((a, b) => a - b))
  .chain(cuts =>
    fc.tuple(
      ...cuts
        .slice(1)
        .map((end, index) =>
          fc
            .constantFrom('headline', 'stamp', 'paragraph', 'trailer')
            .map(kind => ({ kind, start: cuts[index]!, end }) as Block),
        ),
    ),
  );

/** As many documents as there are blocks for, one block each but for the last. */
function documentsIn(blocks: readonly Block[], parts: number, meta: Meta): BundledDocument[] {
  const starts = blocks.slice(0, parts);
  return starts.map(({ start, end }, i) => ({ start, end: i === starts.length - 1 ? blocks.at(-1)!.end : end, meta }));
}

test('whatever the statements are: siblings are disjoint, children lie inside, names are not empty', () => {
  const text = 'Words, \n and more words. '.repeat(10).slice(0, length);
  fc.assert(
    fc.property(
      fc.array(statementAnywhere, { maxLength: 12 }),
      blocksAnywhere,
      fc.nat(5),
      (statements, blocks, parts) => {
        const meta = { publishedDate: null, place: null, agency: null, headline: null };
        const reading: Reading = {
          ...{ meta, documents: documentsIn(blocks, parts, meta), separators: [] },
          ...{ blocks, entities: [], mentions: [], statements, dates: [], problems: [] },
        };
        const check = (items: readonly OutlineItem[], within: Span) => {
          let from = within.start;
          for (const item of items) {
            expect(item.name.trim()).not.toBe('');
            expect(item.start).toBeGreaterThanOrEqual(from);
            expect(item.end).toBeGreaterThanOrEqual(item.start);
            expect(item.end).toBeLessThanOrEqual(within.end);
            expect(item.selection.start).toBeGreaterThanOrEqual(item.start);
            expect(item.selection.end).toBeLessThanOrEqual(item.end);
            expect(item.selection.end).toBeGreaterThanOrEqual(item.selection.start);
            check(item.children, item);
            from = item.end;
          }
        };
        check(outline({ uri: '', text, reading }), { start: 0, end: length });
      },
    ),
    { numRuns: 1000 },
  );
});

test('after an edit the outline is that of the text as it stands, with what was known of passages that stay', () => {
  const memory = createMemory();
  const lines = [
    'Wells',
    'Ada Berg said on Monday that the wells were dry. “They are old,” she added.',
    'Bo Lind, a farmer, said: “Ada Berg told us that it would rain.”',
    'According to the mayor, nobody came.',
  ];
  const outlined = (text: string, memory: Memory | null) =>
    outline({ uri: 'file:///a.seed', text, reading: readDocument(text, memory) });
  outlined(lines.join('\n\n'), memory);
  for (const [line, from, to] of [
    [1, 'dry', 'so dry'],
    [1, 'Monday', 'Friday'],
    [0, 'Wells', 'Old wells'],
    [3, 'the mayor', 'Bo Lind'],
    [2, 'said: ', 'asked: '],
  ] as const) {
    lines[line] = lines[line]!.replace(from, to);
    const text = lines.join('\n\n');
    const after = outlined(text, memory);
    expect(after).toEqual(outlined(text, null));
    expect(after.length).toBeGreaterThan(2);
  }
});

test('what is kept of an outline does not keep the text that it was made of', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const nameIn = (n: number) => {
    const headline = `A headline of more than a few words, for the ${n}th time`;
    const text = `${headline}\n\n${'and on '.repeat(200_000)}`;
    const blocks: Block[] = [{ kind: 'headline', start: 0, end: headline.length }];
    const reading = { ...readDocument(''), blocks };
    return outline({ uri: 'file:///a.seed', text, reading })[0]?.name;
  };
  collect();
  const before = process.memoryUsage().heapUsed;
  const names = Array.from({ length: 40 }, (_, n) => nameIn(n));
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(28_000_000);
  expect(names[7]).toBe('A headline of more than a few words, for the 7th time');
});
