import { describe, expect, test } from 'vitest';
import { statementCalibration } from '../../scripts/quality/calibration.mjs';
import { namesADay } from '../../scripts/quality/dates.mjs';
import { figuresOf, judge, recallOf } from '../../scripts/quality/figures.mjs';
import { bCubed } from '../../scripts/quality/mentions.mjs';
import { errorReport, inSentence } from '../../scripts/quality/report.mjs';
import { isSaying, speechOnly } from '../../scripts/quality/speech.mjs';
import { figureTable } from '../../scripts/quality/table.mjs';

// biome-ignore lint/suspicious/noExplicitAny: records come as JSON, each corpus in a form of its own.
type Json = any;

const text =
  'Ana Ruiz said prices fell. “Rents rose too,” she said. Officials in Quito warned of floods on 3 May 2019.';
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
};
const she = at('she');

const gold = {
  id: 'a',
  text,
  entities: [
    { id: 'ana', type: 'person', name: 'Ana Ruiz' },
    { id: 'quito', type: 'place', name: 'Quito' },
  ],
  mentions: [
    { ...at('Ana Ruiz'), kind: 'name', entities: ['ana'] },
    { ...she, kind: 'pronoun', entities: ['ana'] },
    { ...at('Quito'), kind: 'name', entities: ['quito'] },
  ],
  quotes: [
    quote('prices fell', { type: 'indirect', speakers: ['ana'], speaker: at('Ana Ruiz'), cue: at('said') }),
    quote('“Rents rose too,”', { type: 'direct', speakers: ['ana'], speaker: she, cue: at('said', she.start) }),
    quote('floods', { type: 'indirect', speakers: [], speaker: at('Officials'), cue: at('warned of') }),
  ],
  dates: [{ ...at('3 May 2019'), value: '2019-05-03' }],
};

const perfect = {
  id: 'a',
  entities: [
    { id: 'e1', type: 'person', name: 'Ana Ruiz', roles: [] },
    { id: 'e2', type: 'place', name: 'Quito', roles: [] },
  ],
  mentions: [
    { ...at('Ana Ruiz'), kind: 'name', entities: ['e1'], because: null },
    { ...she, kind: 'pronoun', entities: ['e1'], because: 'she → last speaker' },
    { ...at('Quito'), kind: 'name', entities: ['e2'], because: null },
  ],
  statements: [
    statement('prices fell', { directness: 'indirect', speakers: ['e1'], source: at('Ana Ruiz'), cue: at('said') }),
    statement('“Rents rose too,”', { directness: 'direct', speakers: ['e1'], source: she, cue: at('said', she.start) }),
    statement('floods', { directness: 'indirect', speakers: [], source: at('Officials'), cue: at('warned of') }),
  ],
  dates: [{ ...at('3 May 2019'), value: '2019-05-03' }],
};

function quote(words: string, rest: object) {
  return { spans: [at(words)], continued: false, ...rest };
}

function statement(words: string, rest: object) {
  return { spans: [at(words)], confidence: 0.95, reasons: [], speakerName: null, ...rest };
}

const figures = (reading: object, wanted: object = gold): Record<string, Json> => figuresOf([judge(wanted, reading)]);
const withStatements = (change: (statements: Json[]) => Json[]) => ({
  ...perfect,
  statements: change(perfect.statements),
});
const withFirst = (change: object) => withStatements(([first, ...rest]) => [{ ...first, ...change }, ...rest]);

describe('a perfect reading', () => {
  const all = Object.entries(figures(perfect));
  test('has figures of every kind', () => {
    expect(all.map(([measure]) => measure)).toEqual([
      'who said what',
      'content @.3',
      'content @.8',
      'content exact',
      'speaker right, of found',
      'cue right, of found',
      'directness right, of found',
      'named persons',
      'named places',
      'type right, of found',
      'pronouns of persons',
      'linking in a document',
      'dates right',
    ]);
  });
  test.each(all)('%s is 1', (_, figure) => {
    expect(typeof figure === 'number' ? { f1: figure } : figure).toMatchObject({ f1: 1 });
  });
});

describe('statements', () => {
  test('a missing one lowers recall alone', () => {
    const { p, r } = figures(withStatements(all => all.slice(1)))['who said what'];
    expect([p, r]).toEqual([1, 2 / 3]);
  });
  test('a spurious one lowers precision alone', () => {
    const { p, r } = figures(withStatements(all => [...all, statement('on 3 May', { speakers: [] })]))['who said what'];
    expect([p, r]).toEqual([3 / 4, 1]);
  });
  test('a wrong speaker lowers who said what, not the content', () => {
    const wrong = figures(withFirst({ speakers: ['e2'] }));
    expect(wrong['who said what'].f1).toBeCloseTo(2 / 3);
    expect(wrong['content exact'].f1).toBe(1);
    expect(wrong['speaker right, of found']).toBeCloseTo(2 / 3);
  });
  test('of an unnamed source, the words decide', () => {
    const wrong = withStatements(all => [...all.slice(0, 2), { ...all[2], source: at('Quito') }]);
    expect(figures(wrong)['speaker right, of found']).toBeCloseTo(2 / 3);
  });
  test('another defensible speaker is right', () => {
    const [first, ...rest] = gold.quotes;
    const open = { ...gold, quotes: [{ ...first, alternativeSpeakers: ['quito'] }, ...rest] };
    expect(figures(withFirst({ speakers: ['e2'] }), open)['who said what'].f1).toBe(1);
  });
  test('marks and spaces at its edges do not count', () => {
    const { start, end } = at('Rents rose too');
    const bare = withStatements(([a, b, c]) => [a, { ...b, spans: [{ start, end }] }, c]);
    expect(figures(bare)['content exact'].f1).toBe(1);
  });
  test.each([
    ['fell', { '@.3': 2 / 3 + 1 / 3, '@.8': 2 / 3 }],
    ['said prices fell', { '@.3': 1, '@.8': 2 / 3 }],
    ['Ana', { '@.3': 2 / 3, '@.8': 2 / 3 }],
  ])('with the bounds of “%s” overlaps', (words, wanted) => {
    const shifted = figures(withFirst({ spans: [at(words)] }));
    expect({ '@.3': shifted['content @.3'].f1, '@.8': shifted['content @.8'].f1 }).toEqual({
      '@.3': expect.closeTo(wanted['@.3']),
      '@.8': expect.closeTo(wanted['@.8']),
    });
  });
  test('an optional one is neither asked for nor counted', () => {
    const [first, ...rest] = gold.quotes;
    const open = { ...gold, quotes: [{ ...first, optional: true }, ...rest] };
    for (const reading of [perfect, withStatements(all => all.slice(1))]) {
      expect(figures(reading, open)['who said what']).toEqual({ p: 1, r: 1, f1: 1 });
    }
  });
  test('two readings of one statement: the better one counts', () => {
    const twice = withStatements(all => [statement('fell', { speakers: ['e2'] }), ...all]);
    expect(figures(twice)['who said what']).toMatchObject({ p: 3 / 4, r: 1 });
  });
  test('no reading at all', () => {
    expect(figures({})['who said what']).toEqual({ p: 0, r: 0, f1: 0 });
  });
  test('gold without statements gives no figure for them', () => {
    const { quotes: _, ...without } = gold;
    expect(figures(perfect, without)).not.toHaveProperty('who said what');
  });
});

describe('names, pronouns, links, dates', () => {
  const withMention = (index: number, change: object) => ({
    ...perfect,
    mentions: perfect.mentions.map((mention, at) => (at === index ? { ...mention, ...change } : mention)),
  });
  test('a shifted name is missed and spurious', () => {
    expect(figures(withMention(0, at('Ruiz')))['named persons']).toEqual({ p: 0, r: 0, f1: 0 });
  });
  test('a name of a wrong type', () => {
    const wrong = { ...perfect, entities: perfect.entities.map(entity => ({ ...entity, type: 'person' })) };
    expect(figures(wrong)['type right, of found']).toBe(0.5);
  });
  test('names inside an optional one do not count', () => {
    const open = { ...gold, mentions: gold.mentions.map((m, i) => (i === 0 ? { ...m, optional: true } : m)) };
    expect(figures(withMention(0, at('Ruiz')), open)).not.toHaveProperty('named persons');
  });
  test('a pronoun that stands for another', () => {
    expect(figures(withMention(1, { entities: ['e2'] }))['pronouns of persons']).toBe(0);
    expect(figures(withMention(1, { entities: [] }))['pronouns of persons']).toBe(0);
  });
  test('B-cubed of two entities in one cluster, and of one in two', () => {
    const item = (wanted: string, read: string) => ({ gold: wanted, system: read });
    expect(bCubed([item('a', '1'), item('b', '1')])).toEqual({ p: 1, r: 2, n: 2 });
    expect(bCubed([item('a', '1'), item('a', '2')])).toEqual({ p: 2, r: 1, n: 2 });
  });
  test('another date, or none', () => {
    const read = (value: string | null) => figures({ ...perfect, dates: [{ ...at('3 May'), value }] })['dates right'];
    expect([read('2019-05-03'), read('2019-03-05'), read(null)]).toEqual([1, 0, 0]);
    expect(figures({ ...perfect, dates: [] })['dates right']).toBe(0);
  });
  test.each([
    ['Tuesday', true],
    ['May 3', true],
    ['the 3rd of May', true],
    ['3 Sept. 2019', true],
    ['May 2019', false],
    ['2019', false],
    ['today', false],
    ['may 3rdly', false],
  ])('“%s” names a day: %s', (words, is) => expect(namesADay(words)).toBe(is));
});

describe('offices', () => {
  const office = at('Officials in');
  const wanted = { ...gold, persons: [office], roles: [{ kind: 'office', person: at('Ana Ruiz'), office }] };
  const read = (role: object | null) =>
    figures({ ...perfect, entities: [{ ...perfect.entities[0], roles: role ? [role] : [] }] }, wanted).offices;
  test('an office in the same words', () => expect(read({ ...office, affiliation: null }).f1).toBe(1));
  test('one that is not there', () => expect(read(null).f1).toBe(0));
  test('one in other words', () =>
    expect(read({ ...at('in Quito'), affiliation: null })).toMatchObject({ r: 0, p: 0 }));
});

describe('statements of saying alone', () => {
  test.each([
    ['said', true],
    ['was adding that', true],
    ['According to', true],
    ['calls on', true],
    ['announcement', true],
    ['believes', false],
    ['called', false],
    ['plans to', false],
    ['restated', false],
  ])('“%s”: %s', (cue, is) => expect(isSaying(cue)).toBe(is));
  test('others are not asked for', () => {
    const thought = { ...gold, quotes: gold.quotes.map((q, i) => (i === 0 ? { ...q, cue: at('prices') } : q)) };
    const missed = withStatements(all => all.slice(1));
    expect(recallOf([judge(thought, missed)])).toBeCloseTo(2 / 3);
    expect(recallOf([judge(speechOnly(thought), missed)])).toBe(1);
  });
});

describe('what is printed', () => {
  test('confidence bins', () => {
    const unsure = withStatements(([a, b, c]) => [{ ...a, speakers: ['e2'] }, { ...b, confidence: 0.8 }, c]);
    expect([...statementCalibration([judge(gold, unsure)])]).toEqual([
      ['≥ .9', { right: 1, of: 2 }],
      ['.8–.9', { right: 1, of: 1 }],
    ]);
  });
  test('a figure beside the one before and its floor', () => {
    const goals = { a: { floor: 0.8, reach: 0.9 } };
    const row = (value: number) => figureTable({ a: value }, { a: 0.85 }, goals).split('\n')[2]?.replace(/\s+/g, ' ');
    expect(row(0.79)).toBe('| a | | | .790 | .850 | −.060 | .80 | .90 | NO |');
    expect(row(0.85)).toBe('| a | | | .850 | .850 | = | .80 | .90 | yes |');
    expect(row(1)).toBe('| a | | | 1.000 | .850 | +.150 | .80 | .90 | reached |');
  });
  test('an error in its sentence, both sides marked', () => {
    expect(inSentence(text, [at('prices fell')], [at('fell')])).toBe('Ana Ruiz said ⟦prices ⟪fell⟫⟧.');
  });
  test('a document’s markup is text', () => {
    expect(inSentence('<b>*Hi*</b> there.', [{ start: 4, end: 6 }], [])).toBe('\\<b\\>\\*⟦Hi⟧\\*\\</b\\> there.');
  });
  test('the report names every kind of error, and none where there is none', () => {
    const wrong = withStatements(([a]) => [{ ...a, speakers: ['e2'] }, statement('on 3 May', { speakers: [] })]);
    const report = errorReport('a set', [judge(gold, wrong)]);
    expect(report).toContain('## Statements missed (2)');
    expect(report).toContain('## Statements that are none (1)');
    expect(report).toContain('## Wrong speakers (1)');
    expect(errorReport('a set', [judge(gold, perfect)])).toContain('None.');
  });
});
