import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { changeOfItems } from '../../server/src/reading/changes.ts';
import { readDates } from '../../server/src/reading/dates.ts';
import type { DocumentParagraph } from '../../server/src/reading/language.ts';
import type { DateExpression } from '../../server/src/reading/model.ts';
import { finish } from '../../server/src/reading/steps.ts';

function datesIn(text: string): DateExpression[] {
  const { blocks, meta } = readLayout(text);
  const paragraphs = blocks
    .filter(({ kind }) => kind !== 'trailer' && kind !== 'boilerplate')
    .map(({ kind, start, end }) => {
      const paragraph = { text: text.slice(start, end), tokens: [], sentences: [], quotations: [], kept: null };
      return { kind, start, paragraph } as DocumentParagraph & { start: number };
    });
  return finish(readDates(paragraphs, meta)).all.flatMap((dates, i) => {
    const by = paragraphs[i]?.start ?? 0;
    return dates.map(date => ({ ...date, start: date.start + by, end: date.end + by }));
  });
}

/** The dates of a text as `words=value`, the value `?` where the text does not allow one. */
function datesOf(text: string): string[] {
  return datesIn(text).map(({ start, end, value }) => `${text.slice(start, end)}=${value ?? '?'}`);
}

/** Checks the dates of a sentence in a document of Wednesday, 10 March 2021. */
const check = (sentence: string, ...expected: string[]) =>
  test(sentence, () => expect(datesOf(`Wells for Chad\n\n2021-03-10\n\n${sentence}`).slice(1)).toEqual(expected));

/** Checks the dates of a document that does not date itself, or does so as it says. */
const checkDocument = (text: string, ...expected: string[]) =>
  test(JSON.stringify(text.slice(0, 70)), () => expect(datesOf(text)).toEqual(expected));

describe('whole dates', () => {
  check('They met on 2 July, and by 14 March in Oslo.', '2 July=2020-07-02', '14 March=2021-03-14');
  check('They met between 3 and 31 June.', ...[]);
  check('They met on 14 May 2019.', '14 May 2019=2019-05-14');
  check('They met on May 14, 2019, in Oslo.', 'May 14, 2019=2019-05-14');
  check('They met on Sept. 3, 2019.', 'Sept. 3, 2019=2019-09-03');
  check('They met on 2019-05-14.', '2019-05-14=2019-05-14');
  check('They met on 13/4/2015.', '13/4/2015=2015-04-13');
  check('They met on 3/4/2015.', '3/4/2015=?');
  check('They met on Thursday, December 17, 2020.', 'Thursday, December 17, 2020=2020-12-17');
  check('They met in August 2016.', 'August 2016=2016-08');
  check('They met on 31 February 2019.', '2019=2019');
});

describe('a figure behind a date', () => {
  check('By August, 25 people will come.', 'August=2021-08');
  check('By August 25, 20 people will come.', 'August 25=2021-08-25');
  check('It broke last week, 30 farmers said.', 'last week=2021-W09');
  check('In March 2019, 42 percent of the wells broke.', 'March 2019=2019-03');
  check('They met in March, 2018, and left.', 'March, 2018=2018-03');
  check('They met on Monday, 14 May 2019.', 'Monday, 14 May 2019=2019-05-14');
});

describe('May', () => {
  check('They left by May.', 'May=2020-05');
  check('They left by May. In March 2019 they came.', 'May=2020-05', 'March 2019=2019-03');
  check("They resigned in protest to May's plan.", ...[]);
  check('They left by May 14.', 'May 14=2020-05-14');
});

describe('years', () => {
  check('The wells were dug in 1978.', '1978=1978');
  check('It has lasted since 1995, she said.', '1995=1995');
  check('A mission by 2030 is possible.', '2030=2030');
  check('The 2018 drought was worse.', '2018=2018');
  check('It ran from 2009 to 2011.', '2009=2009', '2011=2011');
  check('They sent 2000 soldiers and 1,980 tents.', ...[]);
  check('It cost $2000 and weighed 1900 kg.', ...[]);
  check('They cited Resolution 1973.', ...[]);
});

describe('weekdays', () => {
  check('She said so on Monday.', 'Monday=2021-03-08');
  check('She said so on Wednesday.', 'Wednesday=2021-03-10');
  check('She said so on Thursday.', 'Thursday=2021-03-04');
  check('She said so last Wednesday.', 'last Wednesday=2021-03-03');
  check('Last Friday, she left.', 'Last Friday=2021-03-05');
  check('They meet next Tuesday.', 'next Tuesday=2021-03-16');
  check('She will fly to Oslo on Friday.', 'Friday=2021-03-12');
  check('She said on Tuesday that she will stay.', 'Tuesday=2021-03-09');
  check('She spoke Tuesday night.', 'Tuesday night=2021-03-09');
  check('In Oslo, Sunday evening, she spoke.', 'Sunday evening=2021-03-07');
  check('She spoke late Tuesday, 20 hours after it broke.', 'late Tuesday=2021-03-09');
  check('At 9 a.m. on Tuesday she spoke.', 'Tuesday=2021-03-09');
  check('It was sunny on a sat phone.', ...[]);
  check('On Monday, 5 minutes later, they left.', 'Monday=2021-03-08');
  check('They had met on Monday, 5 minutes ago.', 'Monday=2021-03-08');
});

describe('months and days without a year', () => {
  check('They will meet in June.', 'June=2021-06');
  check('They met in June.', 'June=2020-06');
  check('She took office in January.', 'January=2021-01');
  check('She resigned in November.', 'November=2020-11');
  check('The deal should open before December.', 'December=2021-12');
  check('A blast on October 28 killed two.', 'October 28=2020-10-28');
  check('The route will be settled by April 20.', 'April 20=2021-04-20');
  check('They agreed to meet again in May.', 'May=2021-05');
  check('They meet by next March.', 'next March=2022-03');
  check('They met last March.', 'last March=2020-03');
  check('She will visit from March 17 to 19 with aides.', 'March 17=2021-03-17', '19=2021-03-19');
  check('They met on 1 March.', '1 March=2021-03-01');
  check('The memorandum is due before the end of June.', 'the end of June=2021-06');
  check('On May 5, 17 people were hurt.', 'May 5=2021-05-05');
  check('They will meet on May 5-7.', 'May 5=2021-05-05', '7=2021-05-07');
  check('On February 1 Amundsen Wells paid.', 'February 1=2021-02-01');
  check('They lost 19 on July 1, she said.', 'July 1=2020-07-01');
  check('They met in late August.', 'late August=2020-08');
  check('They met last September in Oslo.', 'last September=2020-09');
  check('They will not open until October - two years late.', 'October=2021-10');
  check('A January summit is planned.', 'January=2021-01');
});

describe('words that only look like months', () => {
  check('She may come, and they march on.', ...[]);
  check('May I ask why?', ...[]);
  check('August Berg and April Lund spoke.', ...[]);
  check('Mark sat down with Jan Lund.', ...[]);
});

describe('relative expressions', () => {
  check('She said so today.', 'today=2021-03-10');
  check('She said so yesterday.', 'yesterday=2021-03-09');
  check('The bridge fell early yesterday morning.', 'early yesterday morning=2021-03-09');
  check('The house sat late today.', 'late today=2021-03-10');
  check('She will say so tomorrow.', 'tomorrow=2021-03-11');
  check('She said so last night.', 'last night=2021-03-09');
  check('It warned of it last week.', 'last week=2021-W09');
  check('They meet next month.', 'next month=2021-04');
  check('It was sent last month.', 'last month=2021-02');
  check('It will open early next year.', 'early next year=2022');
  check('It opened earlier this year.', 'this year=2021');
  check('It broke three days ago.', 'three days ago=2021-03-07');
  check('It broke two weeks ago.', 'two weeks ago=2021-W08');
  check('It broke seventeen years ago.', 'seventeen years ago=2004');
  check('It broke a decade ago.', 'a decade ago=2011');
  check('It broke about 20 years ago, in the evening.', '20 years ago=2001');
  check('It came after this week’s debate.', 'this week=2021-W10');
  check('Over the years, the day came.', ...[]);
  check('It broke several years ago.', 'several years ago=?');
  check('It will end by the end of the year.', 'the end of the year=2021');
  check('The past year was hard.', 'The past year=?');
  check('She did not sleep that night.', 'that night=?');
  check('It broke the year before.', 'the year before=?');
  check('It broke a few days ago, and two weeks ago.', 'a few days ago=?', 'two weeks ago=2021-W08');
  check('Some 1,900 years ago it broke.', '900 years ago=1121');
  check('It broke over the last five years.', 'the last five years=?');
  check('It broke at the start of the week.', 'the start of the week=2021-W10');
  check('It must end in the coming months. Last year, it broke.', 'Last year=2020');
  check('The previous years were hard.', ...[]);
  check('Of that month he knew nothing, of the that night less.', 'that month=?', 'that night=?');
});

describe('where the library throws', () => {
  check('It broke the evening after the next few weeks.', 'the next few weeks=?');
  check('They left on Monday, the evening after the next few weeks.', 'Monday=2021-03-08', 'the next few weeks=?');
});

describe('seasons and feasts', () => {
  check('It opened in the spring of 2019.', 'the spring of 2019=2019');
  check('It will open this summer.', 'this summer=?');
  check('The fall of the government came first.', ...[]);
  check('They will decide by Christmas.', 'Christmas=2021-12-25');
  check('They will wait until the New Year.', 'the New Year=2022-01-01');
  check('They will wait until the Lunar New Year.', 'the Lunar New Year=?');
});

describe('stamps and datelines', () => {
  checkDocument('date 2021-03-10 OSLO, March 9 (Fjord) -- It broke.', '2021-03-10=2021-03-10', 'March 9=2021-03-09');
  checkDocument('date 2021-01-01 OSLO, Dec. 31 (Fjord) -- It broke.', '2021-01-01=2021-01-01', 'Dec. 31=2020-12-31');
  checkDocument('OSLO, March 9 (Fjord) -- It broke on Monday.', 'March 9=?', 'Monday=?');
  checkDocument('OSLO, March 9, 2021 (Fjord) -- It broke on Monday.', 'March 9, 2021=2021-03-09', 'Monday=2021-03-08');
  checkDocument('Wells\n\n2021-03-10 17:20:05 River Daily\n\nIt broke.', '2021-03-10 17:20:05=2021-03-10T17:20:05');
  checkDocument('Wells\n\nUpdated: March 10, 2021 5:20 pm\n\nIt broke.', 'March 10, 2021 5:20 pm=2021-03-10T17:20');
  checkDocument(
    'date 2021-03-11 OSLO, March 10 (Fjord) -- It broke yesterday and on Thursday.',
    '2021-03-11=2021-03-11',
    'March 10=2021-03-10',
    'yesterday=2021-03-09',
    'Thursday=2021-03-11',
  );
});

describe('a year is never guessed', () => {
  checkDocument('The wells broke on Monday, she said.', 'Monday=?');
  checkDocument('On 18 March, she met him. They will meet again next year.', '18 March=?', 'next year=?');
  checkDocument('The wells broke in June. That was 30 years ago.', 'June=?', '30 years ago=?');
  checkDocument('The wells broke in 1978.', '1978=1978');
  checkDocument('On 14 May 2024, she met him. They meet again this year.', '14 May 2024=2024-05-14', 'this year=2024');
  checkDocument(
    'Regular Briefing on March 11, 2025\n\nShe said so on Monday.',
    'March 11, 2025=2025-03-11',
    'Monday=2025-03-10',
  );

  test('without a document date, a value has the digits of its year in the text', () => {
    const word = fc.constantFrom(
      'on',
      'in',
      'March',
      'May 5',
      'Monday',
      'last',
      'next',
      'week',
      'year',
      'ago',
      'two',
      'years',
      'today',
      '17',
      'the',
      'Christmas',
      'early',
      'spring',
      ',',
      'said',
      'will',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), words => {
        expect(datesIn(`a ${words.join(' ')}`).filter(date => date.value !== null)).toEqual([]);
      }),
    );
  });
});

test('dates are in order and do not overlap, whatever the text', () => {
  const word = fc.constantFrom(
    'March',
    'May',
    '5',
    '2019',
    '2021-03-04',
    'Monday',
    'and',
    'to',
    '-',
    'last week',
    'two years ago',
    'the end of',
    'spring',
    '\n',
    '. ',
    'next',
    'Christmas',
    '3/4/2015',
    'night',
    'the evening',
    'after',
    'the next few weeks',
    '\ud800',
    ',',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), words => {
      const text = `date 2021-03-10 ${words.join(' ')}`;
      let last = 0;
      for (const { start, end, value } of datesIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(value ?? '2021').toMatch(/^\d{4}(?:-W\d{2}|-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?$/);
        last = end;
      }
    }),
    { numRuns: 1000 },
  );
});

test('the machine’s time zone does not matter', () => {
  const zone = process.env.TZ;
  const text = 'Wells\n\n2021-03-10\n\nIt broke yesterday, on Monday, in June and two days ago.';
  const readings = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'].map(name => {
    process.env.TZ = name;
    return datesOf(text);
  });
  process.env.TZ = zone;
  for (const reading of readings) expect(reading).toEqual(readings[0]);
});

test('a paragraph read before keeps its dates only while the document keeps its day', () => {
  const text = 'It broke yesterday and will open in June.';
  const paragraph = { text, tokens: [], sentences: [], quotations: [], kept: {} };
  const read = (publishedDate: string | null) =>
    finish(
      readDates([{ kind: 'paragraph', paragraph }], {
        publishedDate,
        place: null,
        agency: null,
        headline: null,
      }),
    ).all[0] ?? [];
  const first = read('2021-03-10');
  expect(first.map(date => date.value)).toEqual(['2021-03-09', '2021-06']);
  expect(read('2021-03-10')).toBe(first);
  expect(read('2022-03-02').map(date => date.value)).toEqual(['2022-03-01', '2022-06']);
  expect(read(null).map(date => date.value)).toEqual([null, null]);
});

test('1 MB of months is read in linear time', { timeout: 30_000 }, () => {
  const text = 'March '.repeat(180_000);
  const start = performance.now();
  datesIn(text);
  expect(performance.now() - start).toBeLessThan(20_000);
});

describe('after an edit the paragraphs that tell a document’s day are those that a fresh search finds', () => {
  const written = (texts: readonly string[]) =>
    texts.map((text): DocumentParagraph => {
      const kind = text.includes(' -- ') ? 'dateline' : 'paragraph';
      return { kind, paragraph: { text, tokens: [], sentences: [], quotations: [], kept: null } };
    });
  const meta = { publishedDate: '2021-03-10', place: null, agency: null, headline: null };
  const [oslo, riga] = ['OSLO, March 3 (Fjord) -- ', 'RIGA, March 5 (Fjord) -- '];
  const check = (
    name: string,
    before: readonly string[],
    after: readonly string[],
    opening: readonly [number, number],
  ) =>
    test(name, () => {
      const older = written(before);
      const newer = after.map((text, i) => older[before.indexOf(text)] ?? written(after)[i]!);
      const last = finish(readDates(older, meta));
      const read = finish(readDates(newer, meta, last, changeOfItems(older, newer)));
      expect({ ...read, changed: null }).toEqual(finish(readDates(written(after), meta)));
      expect(read.opening).toEqual({ dateline: opening[0], paragraph: opening[1] });
    });
  check(
    'the first dateline is gone',
    [oslo, 'It rained.', riga, 'It broke.'],
    ['It rained.', riga, 'It broke.'],
    [1, 0],
  );
  check('another comes before it', ['It rained.', oslo], ['It broke.', riga, 'It rained.', oslo], [1, 0]);
  check('the only one is gone', ['It rained.', oslo, 'It broke.'], ['It rained.', 'It broke.'], [-1, 0]);
  check('one comes where there was none', ['It rained.', 'It broke.'], ['It rained.', riga, 'It broke.'], [1, 0]);
  check('one is written over', [oslo, 'It rained.', 'It broke.'], ['It froze.', 'It rained.', 'It broke.'], [-1, 0]);
});
