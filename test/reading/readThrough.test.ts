import { describe, expect, it } from 'vitest';
import { historyOf } from '../../server/src/reading/discourse/counts.ts';
import { createMemory } from '../../server/src/reading/memory.ts';
import { readDocument } from '../../server/src/reading/read.ts';

/** Paragraphs that bring nobody to mind. */
const dull = (count: number): string[] => Array.from({ length: count }, (_, i) => `The road was dry on day ${i}.`);

/** A reading after an edit is what a fresh reading is; some paragraphs, counted from 0, are told otherwise than before. */
function check(name: string, paragraphs: readonly string[], [from, to]: readonly [string, string]): void {
  it(name, () => {
    const text = `${paragraphs.join('\n\n')}\n`;
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    const memory = createMemory();
    const before = readDocument(text, memory);
    expect(readDocument(edited, memory)).toEqual(readDocument(edited));
    const last = (reading: typeof before) => {
      const { speakerName, speakers } = reading.statements.at(-1) ?? {};
      const meant = reading.mentions.slice(-2).map(({ entities }) => entities);
      return {
        count: reading.statements.length,
        speakerName,
        speakers,
        meant,
        genders: reading.entities.map(({ gender }) => gender),
      };
    };
    expect(last(readDocument(edited))).not.toEqual(last(before));
  });
}

const cast = [
  'Ada Kern left.',
  'Mr. Bo Lind left. Mr. Carl Berg left.',
  'The Lakes Institute and the Fjord Bank left.',
];

/** The first paragraphs name everybody, so that those behind them can be edited and the names stay. */
const opening = [
  'Foreign Minister Ada Kern met Foreign Minister Bo Lind.',
  'Ms. Eva Holm came. Mr. Carl Berg came. Prime Minister Dan Roos came. Quim Falk came.',
  'The Lakes Institute and the Fjord Bank came. Latvia and Denmark came.',
];
describe('far behind an edit it is read again', () => {
  const far = (...paragraphs: string[]) => [...cast, ...paragraphs.slice(0, -1), ...dull(60), paragraphs.at(-1) ?? ''];
  const spoke = 'Bo Lind said that it rained.';
  check('who is quoted', far(spoke, '“It is very late now.”'), ['Lind said', 'Berg said']);
  check('who "he" is, of those who spoke', far(spoke, 'He said that it was late.'), ['Lind said', 'Berg said']);
  check('who "he" is, of those who were named', far('They met Mr. Bo Lind.', 'It was late, he said.'), [
    'met Mr. Bo Lind',
    'met Mr. Carl Berg',
  ]);
  check('who "they" are', far('The miners said that it rained.', 'They said that it was late.'), [
    'miners',
    'painters',
  ]);
  check('what "it" is', far('The Lakes Institute said that it rained.', 'It said that it was late.'), [
    'Lakes Institute said',
    'Fjord Bank said',
  ]);
  check(
    'who "the officers" are',
    far('Bo Lind and Carl Berg came. Both officers said that it rained.', 'The officers said that it was late.'),
    ['Both', 'Some'],
  );
  const ministers = [
    'Foreign Minister Ada Kern left. Foreign Minister Bo Lind left. Foreign Minister Carl Berg left.',
    ...['Ada Kern', 'Ada Kern', 'Bo Lind', 'Bo Lind', 'Carl Berg'].map(name => `${name} said that it rained.`),
  ];
  check(
    'which two spoke most',
    [...ministers, 'Carl Berg said that it rained.', ...dull(60), 'Both ministers said that it was late.'],
    ['Bo Lind said that it rained.', 'Carl Berg said that it rained.'],
  );
  check(
    'who answers',
    [...cast, 'Bo Lind said that it rained.', 'Carl Berg said that it rained.', ...dull(60), 'A: It is late now.'],
    ['Bo Lind said', 'Carl Berg said'],
  );
  check(
    'of whom is spoken most',
    [
      'Mr. Bo Lind left. Mr. Carl Berg left. Mr. Bo Lind left. Mr. Carl Berg came.',
      ...dull(60),
      'Bo Lind met Carl Berg.',
      '“I saw him on that day,” said Ada Kern.',
    ],
    ['Mr. Bo Lind left. Mr. Carl Berg came.', 'Mr. Bo Lind left. Mr. Bo Lind came.'],
  );
  const many = Array.from({ length: 40 }, (_, i) => `The toll was criticized by Carl Berg. That was day ${i}.`);
  check(
    'who is on stage though others acted since',
    [
      'Mr. Bo Lind left. Mr. Carl Berg left. Mr. Bo Lind came.',
      ...Array(6).fill(many).flat(),
      'On that day it rained.',
      'He said that it was late.',
    ],
    ['it rained.', 'it rained on him.'],
  );
  check(
    'whose minister is near',
    [
      'Foreign Minister Ada Kern left. Foreign Minister Carl Berg left.',
      ...dull(20),
      'Foreign Minister Ada Kern came.',
      Array(110).fill('Dan Roos met Eva Holm.').join(' '),
      'The foreign minister said that it was late.',
    ],
    ['Minister Ada Kern came', 'Minister Carl Berg came'],
  );
  const road = 'The road to Latvia was dry.';
  const abroad = (...paragraphs: string[]) => [
    ...['Latvia and Denmark left.', ...dull(45), ...paragraphs],
    ...dull(20),
    'The government said that it was late.',
  ];
  check('which country has been named of late', abroad(road), ['to Latvia', 'to Denmark']);
  check('which one, further back', abroad(road), ['to Latvia was dry.', 'to Denmark was dry.\n\nIt was wet.']);
  check('which one, less far back', abroad(road, 'It was wet.'), [
    'to Latvia was dry.\n\nIt',
    'to Denmark was dry. It',
  ]);
  check(
    'how the one who speaks was left',
    [
      'Foreign Minister Ada Kern met with Foreign Minister Bo Lind.',
      'Foreign Minister Ada Kern said that the road was dry.',
      'The road will be dry.',
    ],
    ['said that', 'welcomed that'],
  );

  const crowd = Array.from(
    { length: 70 },
    (_, i) => `Ola B${'aeiou'[i % 5]}rn${'aeiou'[((i / 5) % 5) | 0]}k${'dfg'[(i / 25) | 0]} left.`,
  );
  check(
    'who is in mind of many',
    [
      'It rained.',
      'It was wet.',
      'It was dark.',
      ...crowd,
      'Foreign Minister Ada Kern left.',
      ...Array.from({ length: 13 }, (_, i) => crowd.slice(i, i + 8).join(' ')),
      'A foreign minister said that it was late.',
    ],
    ['A foreign', 'The foreign'],
  );

  /** Behind these nothing is left in mind of what was before but what is counted. */
  const long = [
    Array(110).fill('Mr. Dan Roos met Ms. Eva Holm.').join(' '),
    'Eva Holm said that it rained.',
    'The miners said that it rained.',
    'The Lakes Institute said that it rained.',
    ...dull(60),
  ];
  check(
    'which two spoke most, when all else is forgotten',
    [...ministers, 'Carl Berg said that it rained.', ...long, 'Both ministers said that it was late.'],
    ['Bo Lind said that it rained.', 'Carl Berg said that it rained.'],
  );
  check(
    'who is "she", for all',
    [
      'The Lakes Institute left.',
      'Mr. Bo Lind left with Tharn Kern on Monday.',
      'Tharn Kern said that it rained. He said that it was late.',
      ...Array(3).fill('Tharn Kern said that it was dry. She said that it was cold.'),
      'Tharn Kern said that it was dry. She said that it was hot.',
      ...long,
    ],
    ['She said that it was hot', 'He said that it was hot'],
  );

  it('on which page somebody was named, when a sentence has come to stand in the next paragraph', () => {
    const text = (...moved: string[]) => `${[...cast, ...dull(20), ...moved, ...dull(20)].join('\n\n')}\n`;
    const memory = createMemory();
    readDocument(text('It was wet. Mr. Carl Berg came.', 'It was cold.'), memory);
    readDocument(text('It was wet.', 'Mr. Carl Berg came. It was cold.'), memory);
    const { history, pages } = memory.last!.documents[0]!.reading.discourse.first;
    expect(history()).toEqual(historyOf(pages));
  });

  it('and nothing else', () => {
    const text = `${[...opening, 'The officers said that it rained.', ...long, ...dull(60)].join('\n\n')}\n`;
    const readAgain = (from: string, to: string) => {
      const memory = createMemory();
      const pages = () => memory.last?.documents[0]?.reading.discourse.pages ?? [];
      readDocument(text, memory);
      const before = new Set(pages());
      readDocument(text.replace(from, to), memory);
      return pages().filter(page => !before.has(page)).length;
    };
    // It itself, and those that look at who spoke or was named of late.
    expect(readAgain('The officers said', 'The painters said')).toBe(3);
    expect(readAgain('Eva Holm said', 'Bo Lind said')).toBe(2);
  });
});
