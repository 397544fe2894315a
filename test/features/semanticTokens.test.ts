import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCorpus, setDocument } from '../../server/src/corpus/corpus.ts';
import { factsOf } from '../../server/src/corpus/facts.ts';
import {
  hasTooManyTokens,
  mostTokens,
  type SemanticToken,
  semanticTokens,
} from '../../server/src/features/semanticTokens.ts';
import type { Reading, Span, Statement } from '../../server/src/reading/model.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { fixture } from '../kit/fixture.ts';

const shown = (tokens: readonly SemanticToken[], text: string) =>
  tokens.map(({ start, end, type, modifiers }) => `${[type, ...modifiers].join('.')} ${text.slice(start, end)}`);

const tokensOf = (marked: string, changed: Partial<Statement> = {}) => {
  const { snapshot } = fixture(marked);
  const { document, corpus } = snapshot;
  const statements = document.reading.statements.map(statement => ({ ...statement, ...changed }));
  const reading = { ...document.reading, statements };
  return shown(semanticTokens({ document: { ...document, reading }, corpus }), document.text);
};

describe('whom and what words name', () => {
  const check = (marked: string, ...expected: string[]) => expect(tokensOf(marked)).toEqual(expected);

  test('nothing in an empty document', () => check(''));
  test('a person, and the introduction', () =>
    check('<m ana>Ana Ruiz</m> left. <m ana short>Ruiz</m>', 'person.introduction Ana Ruiz', 'person Ruiz'));
  test('an organisation and a place', () =>
    check(
      '//@ un organization\n//@ no place NOR\n<m un acronym>UN</m> in <m no>Norway</m>',
      'organization.introduction UN',
      'place.introduction Norway',
    ));
  test('a nominal and a pronoun, if it is known whom they stand for', () =>
    check(
      '<m ana>Ana</m>: <m ana nominal>the minister</m>, <m ana pronoun>she</m>, <m - pronoun>they</m>',
      'person.introduction Ana',
      'person the minister',
      'person she',
    ));
  test('events and documents are left alone', () => check('//@ e event\n<m e>World Cup</m>'));
  test('the innermost of two counts, the outer is cut around it', () =>
    check(
      '//@ no place NOR\n<m ana nominal>the <m no demonym>Norwegian</m> minister</m>',
      'person.introduction the',
      'place.introduction Norwegian',
      'person.introduction minister',
    ));
  test('a date, and one that the text does not fix', () =>
    check('<date 2021-03-04>today</date> or <date null>then</date>', 'date today', 'date.uncertain then'));
});

describe('who says what', () => {
  const said = '<src 1><m ana>Ana</m></src> <cue 1>said</cue> <s 1 ana>“It rains in Rome”</s>.';

  test('a speaker and a cue; what is told in other words is left alone', () =>
    expect(tokensOf(said)).toEqual(['person.introduction.speaker Ana', 'cue said']));
  test('a direct statement is a quotation', () =>
    expect(tokensOf(said, { directness: 'direct' })).toEqual([
      'person.introduction.speaker Ana',
      'cue said',
      'quotation “It rains in Rome”',
    ]));
  test('of a mixed one, what stands between quotation marks', () =>
    expect(
      tokensOf('<cue 1>said</cue> <s 1 ana>that “it rains” and “snows” here</s>', { directness: 'mixed' }),
    ).toEqual(['cue said', 'quotation “it rains”', 'quotation “snows”']));
  test('marks outside of a statement are no quotation', () =>
    expect(tokensOf('The “big one” came. <s 1 ana>It “rains”</s>', { directness: 'mixed' })).toEqual([
      'quotation “rains”',
    ]));
  test('a quotation is cut around a name in it', () =>
    expect(tokensOf('<s 1 ana>“I met <m bo>Bo</m> there”</s>', { directness: 'direct' })).toEqual([
      'quotation “I met',
      'person.introduction.quoted Bo',
      'quotation there”',
    ]));
  test('a name behind the mark, and one before it', () =>
    expect(tokensOf('<s 1 ana>“<m bo>Bo</m> met <m cy>Cy</m>”</s>', { directness: 'direct' })).toEqual([
      'quotation “',
      'person.introduction.quoted Bo',
      'quotation met',
      'person.introduction.quoted Cy',
      'quotation ”',
    ]));
  test('a quotation of two lines is two tokens', () =>
    expect(tokensOf('<s 1 ana>“It rains. \n \n It snows”</s>', { directness: 'direct' })).toEqual([
      'quotation “It rains.',
      'quotation It snows”',
    ]));
  test('a statement that is not read for sure', () =>
    expect(tokensOf(said, { confidence: 0.6 })).toEqual([
      'person.introduction.speaker.uncertain Ana',
      'cue.uncertain said',
    ]));
});

test('a range gets what lies in it or runs into it', () => {
  const { snapshot } = fixture('<m ana>Ana Ruiz</m> met <m bo>Bo Lind</m> and <m cy>Cy Moe</m>.');
  expect(shown(semanticTokens(snapshot, { start: 15, end: 24 }), snapshot.document.text)).toEqual([
    'person.introduction Bo Lind',
  ]);
});

const text = 'Words, \n and “more words”. '.repeat(6);
const spanAnywhere: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

/** Each stands on one line, without white space at its edges, behind the one before. */
function expectSound(tokens: readonly SemanticToken[], text: string): void {
  let from = 0;
  for (const { start, end } of tokens) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toMatch(/^\S$|^\S.*\S$/u);
    from = end;
  }
}

test('whatever the reading: tokens are ordered, disjoint, and stand on one line each', () => {
  const mention = spanAnywhere.map(span => ({
    ...span,
    kind: 'name' as const,
    entities: ['a'],
    because: null,
    confidence: 1,
  }));
  const statement = fc.record({
    spans: fc.array(spanAnywhere, { minLength: 1, maxLength: 2 }),
    directness: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const),
    source: fc.option(spanAnywhere),
    cue: fc.option(spanAnywhere),
    speakers: fc.subarray(['a']),
    speakerName: fc.constant(null),
    continued: fc.boolean(),
    confidence: fc.constantFrom(0.5, 1),
    reasons: fc.constant([]),
  });
  const date = spanAnywhere.map(span => ({ ...span, value: null }));
  const entity = { id: 'a', type: 'person', name: 'A', aliases: [], roles: [], gender: null, country: null } as const;
  fc.assert(
    fc.property(
      fc.array(mention, { maxLength: 6 }),
      fc.array(statement, { maxLength: 4 }),
      fc.array(date, { maxLength: 3 }),
      (mentions, statements, dates) => {
        const reading: Reading = {
          ...readDocument(text),
          entities: [entity],
          mentions: mentions.sort((a, b) => a.start - b.start),
          statements,
          dates,
        };
        const corpus = createCorpus();
        setDocument(corpus, factsOf('a', text, reading));
        expectSound(semanticTokens({ document: { uri: 'a', text, reading }, corpus }), text);
      },
    ),
    { numRuns: 300 },
  );
});

test('a document with too many is known before its tokens are made', () => {
  const { document } = fixture('<m ana>Ana</m> <m - pronoun>they</m> <date null>then</date>').snapshot;
  const [named, unresolved] = document.reading.mentions;
  const many = (mention: unknown) => ({
    ...document,
    reading: { ...document.reading, mentions: Array(mostTokens).fill(mention) },
  });
  expect(hasTooManyTokens(many(named))).toBe(true);
  expect(hasTooManyTokens(many(unresolved))).toBe(false);
});
