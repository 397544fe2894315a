import { describe, expect, it } from 'vitest';
import { createMemory, type Memory } from '../../server/src/reading/memory.ts';
import { passagesIn } from '../../server/src/reading/passages.ts';
import { readDocument } from '../../server/src/reading/read.ts';

const opening = 'Kern opens the bridge\n\n2020-03-02\n\n';
const said = [
  'Foreign Minister Ada Kern said on Monday that the bridge was open. It would stay open, she added.',
  'Her counterpart from Latvia, Bo Lind, thanked her. He said that he would come in June.',
  '"We are glad," said the minister. "It took long." Nobody else spoke.',
  'The Lakes Institute published a report on 3 March. According to the report, traffic will double.',
  'Both ministers agreed to meet again. They called on the two companies to pay.',
];
const paragraphs = Array.from({ length: 120 }, (_, i) => `${said[i % said.length]} That was day ${i}.`);
const story = `${opening}${paragraphs.join('\n\n')}\n`;

/** The text with what stands for `from`, the first behind an offset, replaced. */
function replaced(text: string, behind: number, from: string, to: string): string {
  const at = text.indexOf(from, behind);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

function check(name: string, edit: (text: string) => string, text = story): void {
  it(name, () => {
    const memory = createMemory();
    expect(readDocument(text, memory)).toEqual(readDocument(text));
    const edited = edit(text);
    expect(edited).not.toBe(text);
    expect(readDocument(edited, memory)).toEqual(readDocument(edited));
    expect(readDocument(text, memory)).toEqual(readDocument(text));
  });
}

describe('a document read again after an edit is what a fresh reading of it is, and so is the one before', () => {
  check('a letter in a word', text => replaced(text, 5000, 'agreed', 'agrreed'));
  check('a letter in a name', text => replaced(text, 5000, 'Lind', 'Linde'));
  check(
    'the rest of a name',
    text => text.replace('Bo Lind', 'Lind'),
    'Bo Lind came.\n\nMr. Lind said that it rained.\n',
  );
  check('a name that was not there', text => replaced(text, 5000, 'Nobody', 'Ida Roos'));
  check('a name that is gone everywhere', text => text.replaceAll('Bo Lind', 'somebody'));
  check('an office', text => replaced(text, 0, 'Foreign Minister', 'Prime Minister'));
  check(
    'a space between the country and the office',
    text => text.replace('French minister', 'French  minister'),
    'Ida Roos left. Carl Berg came.\n\nThe French minister Ada Kern left.\n',
  );
  check('words before an office', text => replaced(text, 5000, 'Foreign Minister', 'On that day Foreign Minister'));
  check('who is "he"', text => replaced(text, 5000, 'He said', 'She said'));
  check('who speaks', text => replaced(text, 5000, 'said the minister', 'said Bo Lind'));
  check('a name in small letters', text => replaced(text, 5000, 'Nobody', 'A lakes institute, kern and lind'));
  check('a paragraph taken out', text => text.replace(`${paragraphs[60]}\n\n`, ''));
  check('a paragraph put in', text => text.replace(`${paragraphs[60]}\n\n`, `${paragraphs[60]}\n\nHe left.\n\n`));
  check(
    'a paragraph put in before an office is stated',
    text => text.replace(`${paragraphs[60]}\n\n`, `${paragraphs[60]}\n\nIt rained.\n\n`),
    `${story}\nThe Latvian Prime Minister Ida Roos left.\n`,
  );
  check(
    'what makes a headline of the line above it',
    text => text.replace('\n\nIt was', '\n\n2020-03-02\n\nIt was'),
    'Ada Kern opens the bridge\n\nIt was opened on Monday by Foreign Minister Ada Kern, who had come from Riga.\n',
  );
  check(
    'what makes links of the lines below it',
    text => text.replace('More words', 'Related'),
    `${story}\nMore words:\nBo Lind pays\nAda Kern waits\n`,
  );
  check('two paragraphs made one', text => text.replace(`${paragraphs[60]}\n\n`, `${paragraphs[60]} `));
  check('an opening mark without a closing one', text => replaced(text, 5000, 'glad," said', 'glad, said'));
  check('the first paragraph', text => replaced(text, 0, 'Ada Kern', 'Eva Kern'));
  check('the headline', text => `Ada ${text}`);
  check('the day of publication', text => text.replace('2020-03-02', '2021-03-02'));
  check('a pronoun before anybody is named', text => text.replace('on Monday', 'when he came'));
  check('everything', () => 'Nothing is left.\n');
  check('nothing but a dateline', text => text.replace(opening, `${opening}RIGA, March 2 (Fjord) -- `));
});

describe('what is looked for in other paragraphs', () => {
  const plain = Array.from({ length: 60 }, (_, i) => `The road was dry on day ${i}.`);
  const couple = [
    'Ida Roos left.',
    'They met Ada Kern and Bo Lind.',
    ...plain.slice(0, 20),
    'The couple said that it was late.',
    ...plain,
  ];
  check(
    'two who were named together, far in front',
    text => text.replace('Kern and Bo', 'Kern, then Bo'),
    couple.join('\n\n'),
  );
  const quoted = [
    'Ada Kern came. Bo Lind left.',
    ...plain,
    '“The road is dry.',
    '“The road is wet.',
    '“It is late,” said Bo Lind.',
    ...plain,
  ];
  check(
    'the speaker of a quotation, behind it',
    text => text.replace('said Bo Lind', 'said Ada Kern'),
    quoted.join('\n\n'),
  );
});

describe('a bundle', () => {
  const bundle = [story, said[1], story.replaceAll('Kern', 'Roos'), said[3]].join('\n\n----------\n\n');
  check('with an edited document', text => replaced(text, text.length - 4000, 'agreed', 'agrreed'), bundle);
  check('with a longer document in front', text => replaced(text, 3000, 'agreed', 'agrreed'), bundle);
  check('with one document less', text => text.replace(`${said[1]}\n\n----------\n\n`, ''), bundle);
  check('with one more in front', text => `${said[0]}\n\n----------\n\n${text}`, bundle);
  check('with two made one', text => text.replace(/\n\n-+\n\n/, '\n\n'), bundle);
});

describe('what an edit costs', () => {
  const read = (text: string, memory: Memory) => {
    const { statements, mentions, entities } = readDocument(text, memory);
    return { statements, mentions, entities, last: memory.last?.documents[0]?.reading.discourse };
  };
  /** How many paragraphs are not the same object as before, of the first reading through and of the second. */
  const renewed = (edit: (text: string) => string): number => {
    const memory = createMemory();
    const before = read(story, memory).last;
    const after = read(edit(story), memory).last;
    return after?.pages.filter(page => !before?.pages.includes(page)).length ?? Number.NaN;
  };

  it('where it changes no name and nobody who speaks, no more than what can see it is read again', () => {
    expect(renewed(text => replaced(text, 3000, 'will double', 'will soon double'))).toBeLessThanOrEqual(47);
    expect(renewed(text => replaced(text, 3000, 'That was', '\n\nThat was'))).toBeLessThanOrEqual(48);
  });

  it('where it does, more is', () => {
    expect(renewed(text => replaced(text, 1000, 'Bo Lind', 'Ida Roos'))).toBeGreaterThan(100);
  });

  it('what other passages say is the same object, though it has moved', () => {
    const memory = createMemory();
    const before = readDocument(story, memory);
    const after = readDocument(replaced(story, 3000, 'will double', 'will soon double'), memory);
    const [were, are] = [passagesIn(before).all, passagesIn(after).all];
    expect(are.filter((passage, i) => passage !== were[i]).length).toBeLessThanOrEqual(47);
    expect(are.at(-1)).toBe(were.at(-1));
    expect(after.statements.at(-1)?.spans).not.toEqual(before.statements.at(-1)?.spans);
  });
});
