import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../server/src/reading/blocks.ts';
import { readDocument } from '../../server/src/reading/read.ts';

/** The blocks of a text, one a line: its kind and its words. */
function outline(text: string): string {
  return readLayout(text)
    .blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
    .join('\n');
}

const check = (text: string, expected: string) =>
  test(JSON.stringify(text.slice(0, 70)), () => expect(outline(text)).toBe(expected));

const lead = 'Norway and Chad should share their well maps, said Norwegian Foreign Minister Inga Solberg on Monday.';

describe('paragraphs', () => {
  check(lead, `paragraph: ${lead}`);
  check(`${lead}\n\nShe left.`, `paragraph: ${lead}\nparagraph: She left.`);
  check(`${lead}\r\n\r\nShe left.\r\n`, `paragraph: ${lead}\nparagraph: She left.`);
  check(`${lead}\rShe left.`, `paragraph: ${lead}\nparagraph: She left.`);
  check(`\uFEFF${lead}`, `paragraph: ${lead}`);
  check(`  ${lead}\u00a0\n`, `paragraph: ${lead}`);
  check(`${lead}\n\nBackground\n\nShe left.`, `paragraph: ${lead}\nparagraph: Background\nparagraph: She left.`);
  check('Q: Why?\nA: Because of the wells.', 'paragraph: Q: Why?\nparagraph: A: Because of the wells.');
  check('hello', 'paragraph: hello');
});

describe('header', () => {
  check(`Wells for Chad\n\n${lead}`, `headline: Wells for Chad\nparagraph: ${lead}`);
  check(`Will the wells hold?\n\n${lead}`, `headline: Will the wells hold?\nparagraph: ${lead}`);
  check(
    `Norway Returns Wells to the U.S.\n\n${lead}`,
    `headline: Norway Returns Wells to the U.S.\nparagraph: ${lead}`,
  );
  check(
    `Home > World\nNorway pays for wells\n\n${lead}`,
    `breadcrumb: Home > World\nheadline: Norway pays for wells\nparagraph: ${lead}`,
  );
  check(
    `Home >\n\nNorway pays for wells\n\n${lead}`,
    `breadcrumb: Home >\nheadline: Norway pays for wells\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells\n\nMinisters\n\n${lead}`,
    `headline: Norway pays for wells\nkicker: Ministers\nparagraph: ${lead}`,
  );
  check(
    `WORLD\n\nNorway pays for new wells\n\n${lead}`,
    `kicker: WORLD\nheadline: Norway pays for new wells\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells\n\n2021-03-04 09:30 River Daily\n\nVillages in the south see hope\n\n${lead}`,
    `headline: Norway pays for wells\nstamp: 2021-03-04 09:30 River Daily\ndeck: Villages in the south see hope\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells\n\nMinisters\n\n${lead}\n\nRiver DailyUpdated: March 4, 2021\n\n${lead}`,
    `headline: Norway pays for wells\nkicker: Ministers\ndeck: ${lead}\nstamp: River DailyUpdated: March 4, 2021\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells\n\n${lead}\n\n${lead}`,
    `headline: Norway pays for wells\ndeck: ${lead}\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells\n\nBy Jane Roe and John Doe\n\n${lead}`,
    `headline: Norway pays for wells\nbyline: By Jane Roe and John Doe\nparagraph: ${lead}`,
  );
  check(
    `Norway pays for wells.\n\nOSLO (AP) — Norway will pay.`,
    'headline: Norway pays for wells.\ndateline: OSLO (AP) —\nparagraph: Norway will pay.',
  );
});

describe('stamps on their own line', () => {
  for (const stamp of [
    '2021-03-04',
    '2021/03/04 12:25',
    '2021-03-04 12:25:51 River Daily Global',
    'Sunday, March 7, 2021',
    'March 7, 2021 10:33 AM EST',
    '7 March 2021',
    'Updated: March 7, 2021',
    'Published on 3 March 2021 at 10:15',
    'Published 3 March 2021 10:15',
    'Published: 3 March 2021, 10:15 | Updated: 4 March 2021, 08:00',
    'Source: River Daily | 2021-03-04 01:21:14 | Editor: Roe',
    'By JANE ROE | River Daily | Updated: 2021-03-04 07:21',
    '(River Daily) 08:27, March 04, 2021',
    'riverdaily.example | Updated: 2021-03-04 07:21',
    '2025-03-11 17:20 Ministry of Foreign Affairs of Chad',
    'River DailyUpdated: March 4, 2021',
    '2021-03-04 12:25:51River Daily',
  ])
    check(
      `Norway pays for wells\n\n${stamp}\n\n${lead}`,
      `headline: Norway pays for wells\nstamp: ${stamp}\nparagraph: ${lead}`,
    );
});

describe('dates that are no stamp', () => {
  for (const line of [
    'On 7 March 2021, the ministers met.',
    'March 7, 2021 was a dark day for the delta.',
    '2021 brought wells to the south, she said.',
  ])
    check(`${line}\n\n${lead}`, `paragraph: ${line}\nparagraph: ${lead}`);
  const headline = "Spokesperson Inga Solberg's Regular Briefing on March 7, 2021";
  check(`${headline}\n\n${lead}`, `headline: ${headline}\nparagraph: ${lead}`);
  check(`${lead}\n\nMarch 7, 2021\n\n${lead}x`, `paragraph: ${lead}\nparagraph: March 7, 2021\nparagraph: ${lead}x`);
});

describe('stamps and datelines that share a line', () => {
  check(
    'date 2021-03-04 OSLO, March 3 (Fjord) -- Norway will pay.',
    'stamp: date 2021-03-04\ndateline: OSLO, March 3 (Fjord) --\nparagraph: Norway will pay.',
  );
  check('date 2021-03-04 Norway will pay.', 'stamp: date 2021-03-04\nparagraph: Norway will pay.');
  check(
    'March 4, 2021 OSLO, March 3 (Fjord) -- Norway will pay.',
    'stamp: March 4, 2021\ndateline: OSLO, March 3 (Fjord) --\nparagraph: Norway will pay.',
  );
  check(
    'Thursday, March 4, 2021 On Tuesday, Norway paid.',
    'stamp: Thursday, March 4, 2021\nparagraph: On Tuesday, Norway paid.',
  );
  check('2021-03-04 was a dark day.', 'paragraph: 2021-03-04 was a dark day.');
});

describe('datelines', () => {
  for (const dateline of [
    'PARIS (AP) —',
    'PARIS (AP) _',
    'LONDON/PARIS, Jan 5 (Reuters) -',
    'GENEVA, March 3, 2021 (AFP) –',
    'BOGOTA, Nov. 21, 2018 (Andean Press) --',
    'NEW YORK, 3 March (Fjord) --',
    'HEMPSTEAD, N.Y. (AP) —',
    'FLINT, Mich., Oct. 4 (UPI) —',
    'MOSCOW, April 22. /TASS/.',
    'New Delhi [India], April 22 (ANI):',
    'New Delhi, Apr 22 (PTI)',
    'Berlin (dpa) -',
    'GENEVA (22 April 2020) –',
    'GENEVA/NEW YORK, 22 April 2020 –',
    'Bogotá, Apr 22 (EFE).-',
    'KUALA LUMPUR, April 22 (Bernama) --',
    'RIO DE JANEIRO, April 22 (Fjord) --',
    'Tehran, April 22, IRNA –',
    'WASHINGTON —',
    'PARIS, Tuesday (AFP) -',
    'NEWPORT NEWS, Va. -',
  ])
    check(`${dateline} Norway will pay.`, `dateline: ${dateline}\nparagraph: Norway will pay.`);
  check(
    'Geneva, 22 April 2020\n\nNorway will pay for it all.',
    'dateline: Geneva, 22 April 2020\nparagraph: Norway will pay for it all.',
  );
});

describe('a kicker is capitalised, a short deck is not', () => {
  check(
    `Norway pays for wells\n\n2021-03-04 River Daily\n\nVillages see hope\n\n${lead}`,
    `headline: Norway pays for wells\nstamp: 2021-03-04 River Daily\ndeck: Villages see hope\nparagraph: ${lead}`,
  );
});

describe('no datelines', () => {
  for (const line of [
    'The European Union (EU) said it would pay.',
    'COVID-19 — the disease — spread.',
    'NATO - the alliance - will pay.',
    'Solberg (CDU) said she would pay.',
    'Solberg: The wells will hold.',
    'In March, Norway paid.',
  ])
    check(line, `paragraph: ${line}`);
});

describe('behind the story', () => {
  for (const trailer of ['<Send to a friend>', '(END)', '###', '-30-'])
    check(`${lead}\n\n${trailer}`, `paragraph: ${lead}\ntrailer: ${trailer}`);
  for (const line of [
    'Share | Print | E-mail',
    'Related: Chad digs deeper',
    'Read more: Chad digs deeper',
    'Sign up for our newsletter to get the news first.',
    'We use cookies to make this site better.',
    'Tags: wells, Chad',
  ])
    check(`${lead}\n\n${line}`, `paragraph: ${lead}\nboilerplate: ${line}`);
  for (const line of [
    '(Reporting by Jane Roe; Editing by John Doe)',
    'Reporting by Jane Roe and John Doe in Oslo; Additional reporting by Ana Ruiz; Editing by Tom Poe.',
    '© 2021 River Daily. All rights reserved.',
    'Editor: Jane Roe',
    'Contact: Jane Roe, +47 00 00 00 00',
    'For more information, contact the press office in Oslo.',
  ])
    check(`${lead}\n\n${line}`, `paragraph: ${lead}\nend-note: ${line}`);
  for (const line of [
    '<5 per cent>',
    'Print runs have doubled, she said.',
    'By winter the wells were dry.',
    'Share prices fell.',
  ])
    check(`${lead}\n\n${line}`, `paragraph: ${lead}\nparagraph: ${line}`);
});

/** What a line is between two paragraphs. */
const checkLine = (kind: string, ...lines: string[]) => {
  for (const line of lines)
    check(`${lead}\n\n${line}\n\n${lead}`, `paragraph: ${lead}\n${kind}: ${line}\nparagraph: ${lead}`);
};

describe('bylines', () => {
  checkLine(
    'byline',
    'By Jane Roe',
    'BY JANE ROE AND JOHN DOE',
    'By Jane Roe and John Doe in Cairo',
    'By JANE ROE, Associated Press',
    "By Jane O'Roe-Smith jane@river.example",
    'By our diplomatic correspondent',
    'Written by Jane Roe',
    'Jane Roe, Staff Writer',
    'Jane Roe, River Daily Diplomatic Correspondent',
    'JANE ROE | STAFF WRITER',
  );
  checkLine(
    'paragraph',
    'By winter the wells were dry, she said.',
    'By Monday Norway had paid.',
    'Jane Roe, the writer, was glad.',
  );
  check(
    `Norway pays for wells\n\nJane Roe, Staff Writer\n\n${lead}`,
    `headline: Norway pays for wells\nbyline: Jane Roe, Staff Writer\nparagraph: ${lead}`,
  );
});

describe('what databases write over and under a story', () => {
  const story = [
    'River Daily',
    'March 4, 2021 Thursday',
    'Norway to pay for wells in Chad',
    'BYLINE: Jane Roe',
    'SECTION: World; Pg. 4',
    'LENGTH: 120 words',
    'DATELINE: OSLO',
    'BODY:',
    lead,
    'LOAD-DATE: March 5, 2021',
    'LANGUAGE: ENGLISH',
  ];
  const kinds =
    'kicker stamp headline byline boilerplate boilerplate dateline boilerplate paragraph boilerplate boilerplate';
  check(
    story.join('\n\n'),
    kinds
      .split(' ')
      .map((kind, i) => `${kind}: ${story[i]}`)
      .join('\n'),
  );
  test('the outlet, the place and the day', () =>
    expect(readLayout(story.join('\n\n')).meta).toEqual({
      publishedDate: '2021-03-04',
      place: 'OSLO',
      agency: 'River Daily',
      headline: 'Norway to pay for wells in Chad',
    }));
  checkLine('paragraph', 'LENGTH matters, she said.', 'Section 4 is wet.', 'The body: a well.');
});

describe('captions and credits', () => {
  checkLine(
    'credit',
    'Photo: Jane Roe',
    'Photo by Jane Roe',
    '[Photo by Jane Roe/Fjord]',
    '(Xinhua/Li Na)',
    '(AP Photo/Jane Roe)',
    '[Photo/Agencies]',
    'REUTERS/Jane Roe',
    'Image copyright Fjord Images',
    '[Photo provided to River Daily]',
  );
  checkLine(
    'caption',
    'FILE PHOTO: A well in Moundou, March 3, 2019. REUTERS/Jane Roe',
    'FILE - In this March 3, 2019, file photo, a well stands in Moundou.',
    'Inga Solberg (right) and Ali Moussa in Oslo, March 3, 2021. (Xinhua/Li Na)',
    'A well in Moundou. (Fjord/Jane Roe)',
    'A well in Moundou. Image: Jane Roe.',
    'A well in MoundouPhoto: Jane Roe',
    'Photo: Solberg at a well near the village.',
    'Photo taken on March 3, 2021 shows a well in Moundou.',
  );
  checkLine(
    'paragraph',
    'Most want wells, a poll said (Reuters/Ipsos).',
    'The photo taken on March 3, 2021 shows a well, police said.',
    'Credit for the wells goes to the villagers, she said.',
    'The image: a well, a child, a bucket, and nobody who drinks.',
  );
});

describe('cross-heads', () => {
  checkLine('cross-head', 'What happens next', 'Background', 'Wells for the south of Chad', 'March 7, 2021');
  checkLine(
    'paragraph',
    '(Applause)',
    'Solberg: yes',
    '"We will pay"',
    'wells for the south',
    'The ministers named three aims:',
    'The wells which were dug by the people of the villages in the south of the country hold',
    'A well. A child',
  );
  check(
    `${lead}\n\nNorway 12\n\nChad 14\n\n${lead}`,
    `paragraph: ${lead}\nparagraph: Norway 12\nparagraph: Chad 14\nparagraph: ${lead}`,
  );
  for (const [line, next] of [
    ['The villages have waited for ten years and', 'their patience is not a resource.'],
    ['The villages had waited when Foreign Minister', 'Inga Solberg came to see their wells.'],
  ])
    check(`${lead}\n\n${line}\n${next}`, `paragraph: ${lead}\nparagraph: ${line}\nparagraph: ${next}`);
  check(`${lead}\n\nBackground\n${lead}`, `paragraph: ${lead}\ncross-head: Background\nparagraph: ${lead}`);
  check(`${lead}\n\nWhat happens next`, `paragraph: ${lead}\nparagraph: What happens next`);
});

describe('list items', () => {
  checkLine('list-item', '• to dig wells', '• The wells shall be dug in May.');
  checkLine(
    'paragraph',
    '- We came at night, she said.',
    '1. FC Oslo won.',
    '— Inga Solberg, Norwegian foreign minister',
  );
  for (const [first, second] of [
    ['- to dig;', '- to train.'],
    ['1. Calls for wells;', '2. Asks for parts.'],
    ['(a) wells;', '(b) parts.'],
    ['* wells', '* parts'],
  ])
    check(`${lead}\n\n${first}\n\n${second}`, `paragraph: ${lead}\nlist-item: ${first}\nlist-item: ${second}`);
  check('Three aims:\n\n- to dig.', 'paragraph: Three aims:\nlist-item: - to dig.');
  check('4. Calls for wells.\n\n7. Asks for parts.', 'paragraph: 4. Calls for wells.\nparagraph: 7. Asks for parts.');
});

describe('section breaks', () => {
  checkLine('section-break', '* * *', '---', '________________', '— — —');
  checkLine('paragraph', '--', '-x-');
});

describe('links under a heading', () => {
  const links = 'boilerplate: Read also:\nboilerplate: Chad digs deeper\nboilerplate: Norway counts wells';
  check(`${lead}\n\nRead also:\nChad digs deeper\nNorway counts wells`, `paragraph: ${lead}\n${links}`);
  check(
    `${lead}\n\nRead also:\nChad digs deeper\nNorway counts wells\nBackground\n${lead}`,
    `paragraph: ${lead}\n${links}\nparagraph: Background\nparagraph: ${lead}`,
  );
  const sort = (line: string) => readLayout(`${lead}\n\n${line}`).blocks.at(-1)?.boilerplate;
  for (const [line, expected] of [
    ['Share | Print', 'share-bar'],
    ['Facebook Twitter LinkedIn', 'share-bar'],
    ['Read also: Chad digs deeper', 'related-links'],
    ['Video: How a well is dug', 'related-links'],
    ['We use cookies to make this site better.', 'notice'],
    ['Story continues below advertisement', 'notice'],
    [lead, undefined],
  ] as const)
    test(line, () => expect(sort(line)).toBe(expected));
});

describe('how blocks are read', () => {
  const read = (text: string) => {
    const { entities, statements } = readDocument(text);
    return {
      names: entities.map(({ name }) => name),
      said: statements.map(({ speakerName, spans }) => `${speakerName}: ${text.slice(spans[0]!.start, spans[0]!.end)}`),
    };
  };
  const opening = 'The minister opened the well on Monday. She said that it would hold.';
  test('who wrote the story is named and never speaks', () => {
    const { names, said } = read(`Minister opens well\n\nBy Jane Roe in Oslo\n\n${opening}`);
    expect(names).toContain('Jane Roe');
    expect(said).toEqual(['She: it would hold']);
  });
  test('list items and captions are read as paragraphs are', () => {
    const { names, said } = read(
      `${lead}\n\n• Chad will train the keepers, Ali Moussa said.\n\nFILE PHOTO: Ana Ruiz at a well. REUTERS/Jane Roe`,
    );
    expect(said).toContain('Ali Moussa: Chad will train the keepers');
    expect(names).toContain('Ana Ruiz');
  });
  test('boilerplate, credits and end notes are not', () => {
    for (const line of ['Read also: Ana Ruiz said it rains', 'Photo: Ana Ruiz', '(Editing by Ana Ruiz)'])
      expect(read(`${lead}\n\n${line}`).names).not.toContain('Ana Ruiz');
  });
});

describe('what the document says of itself', () => {
  const meta = (text: string) => readLayout(text).meta;
  test('stamp and dateline', () =>
    expect(meta('date 2021-03-04 OSLO, March 3 (Fjord) -- Norway will pay.')).toEqual({
      publishedDate: '2021-03-04',
      place: 'OSLO',
      agency: 'Fjord',
      headline: null,
    }));
  test('a dateline with a year', () =>
    expect(meta('OSLO, March 3, 2021 (Fjord) -- Norway will pay.').publishedDate).toBe('2021-03-03'));
  test('a dateline without a year', () =>
    expect(meta('OSLO, March 3 (Fjord) -- Norway will pay.').publishedDate).toBeNull());
  test('a stamp with an outlet', () =>
    expect(meta(`Norway pays for wells\n\nRiver DailyUpdated: March 4, 2021\n\n${lead}`)).toEqual({
      publishedDate: '2021-03-04',
      place: null,
      agency: 'River Daily',
      headline: 'Norway pays for wells',
    }));
  test('published wins over updated', () =>
    expect(meta(`Norway pays\n\nUpdated: 5 March 2021 | Published: 3 March 2021\n\n${lead}`).publishedDate).toBe(
      '2021-03-03',
    ));
  test('the source wins over the editor', () =>
    expect(meta(`Norway pays\n\nEditor: Roe | Source: River Daily | 2021-03-04\n\n${lead}`).agency).toBe(
      'River Daily',
    ));
  test('day and month that cannot be told apart', () =>
    expect(meta(`Norway pays\n\nUpdated: 05/03/2021\n\n${lead}`).publishedDate).toBeNull());
  test('none', () => expect(meta(lead)).toEqual({ publishedDate: null, place: null, agency: null, headline: null }));
});

describe('any text gives a layout', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '\n',
          '\r\n',
          '\r',
          ' ',
          '\u00a0',
          '\uFEFF',
          '\ud800',
          '\0',
          '>',
          'Home',
          '2021-03-04',
          'OSLO',
          '(AP)',
          '--',
          'date ',
          '"',
          '<a b>',
          'x.',
        ),
        { maxLength: 60 },
      )
      .map(parts => parts.join('')),
  );
  test('ordered, disjoint, without white space at their edges, covering every word', () => {
    fc.assert(
      fc.property(anything, text => {
        const { blocks } = readLayout(text);
        let last = 0;
        let outside = '';
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          outside += text.slice(last, start);
          last = end;
        }
        expect((outside + text.slice(last)).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  for (const [name, text] of [
    ['an empty text', ''],
    ['white space', ' \n\t\r\n\u00a0'],
    ['a line of 1 MB', 'word '.repeat(200_000)],
    ['1 MB of separators', '> '.repeat(500_000)],
    ['1 MB of place names', 'OSLO, '.repeat(160_000)],
    ['1 MB of line ends', '\n'.repeat(1_000_000)],
    ['1 MB of short lines', 'ab\n'.repeat(350_000)],
    ['binary', Array.from({ length: 100_000 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join('')],
  ] as const)
    test(name, { timeout: 20_000 }, () => {
      const start = performance.now();
      readLayout(text);
      expect(performance.now() - start).toBeLessThan(10_000);
    });
});

describe('the five real documents', () => {
  const folder = new URL('../../../shared/seeds/', import.meta.url);
  const expected: Record<string, readonly [Record<string, number>, number]> = {
    '000': [{ stamp: 1, dateline: 1, paragraph: 11 }, 2020],
    '001': [{ breadcrumb: 1, headline: 1, kicker: 1, deck: 1, stamp: 1, paragraph: 13 }, 2020],
    '002': [{ paragraph: 22 }, 0],
    '003': [{ breadcrumb: 1, headline: 1, stamp: 1, deck: 1, paragraph: 8 }, 2020],
    '004': [{ breadcrumb: 1, headline: 1, paragraph: 5, trailer: 1 }, 0],
  };
  if (!existsSync(folder)) test.skip('are not beside this project, and are not read', () => {});
  else
    for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')))
      test(file, () => {
        const { blocks, meta } = readLayout(readFileSync(new URL(file, folder), 'utf8'));
        const counts: Record<string, number> = {};
        for (const { kind } of blocks) counts[kind] = (counts[kind] ?? 0) + 1;
        const [kinds, year] = expected[file.slice(0, 3)] ?? [];
        expect(counts).toEqual(kinds);
        expect(Number(meta.publishedDate?.slice(0, 4) ?? 0)).toBe(year);
      });
});
