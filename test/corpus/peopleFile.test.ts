import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fields, readPeople } from '../../server/src/corpus/people/file.ts';
import { type Change, edited, editsFor } from '../../server/src/corpus/people/write.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/people.schema.json'), 'utf8'));
const fits = new Ajv({ allowUnionTypes: true }).compile(schema);

/** What is wrong, each with the words that it is said of. */
function problems(text: string): string[] {
  return readPeople(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

describe('a sound file', () => {
  const sound = (text: string) =>
    test(JSON.stringify(text), () => {
      expect(problems(text)).toEqual([]);
      expect(readPeople(text).isWhole).toBe(true);
      expect(fits(parse(text))).toBe(true);
    });
  sound('');
  sound('# nothing yet\n');
  sound('[]');
  sound('- name: Ana Ruiz');
  sound('- name: Ana Ruiz\n  aliases: Ruiz\n  type: organisation\n  role:\n  note: "late"\n');
  sound('- {name: Ana, aliases: [A, B], same as: [], not the same as: Bo, in: [seeds/, x.txt]}');
  sound('- name: Ana\n  links:\n    wikidata: Q42\n    home page: https://example.org/~ana\n');
  sound('- name: Ana\n  says:\n    - in: a.txt\n      words: No\n');
  sound('- name: Ana\n  says: {in: a.txt, words: No}\n');
  test('has every field that the schema has', () =>
    expect(Object.keys(schema.definitions.entry.properties)).toEqual(Object.keys(fields)));
  test('gives names, aliases and the rest', () =>
    expect(readPeople('- name: " Ana "\n  aliases: [A, A. R.]\n  type: place\n  same as: X').entries).toMatchObject([
      { name: { start: 8, end: 15, text: 'Ana' }, aliases: [{ text: 'A' }, { text: 'A. R.' }], type: 'place' },
    ]));
});

describe('bad input', () => {
  const bad = (text: string, ...expected: string[]) =>
    test(JSON.stringify(text.slice(0, 60)), () => {
      expect(problems(text)).toEqual(expected);
      expect(readPeople(text).isWhole).toBe(false);
    });
  bad('people:\n', 'people:: A people file is a list: begin each entry with “- name: ”.');
  bad('- Ana', 'Ana: An entry has fields: write “- name: Ana”.');
  bad('-\n', ': An entry has fields: write “- name: Ana Ruiz”.');
  bad('- aliases: x', 'aliases: An entry needs a name.');
  bad('- name:\n', 'name: An entry needs a name.');
  bad('- name: 42', '42: “name” is text: put it in quotation marks.');
  bad('- name: {a: b}', '{a: b}: “name” is text, not a map.');
  bad('- name: A\n  aliases: [[B]]', '[B]: “aliases” is text, not a list.');
  bad('- name: A\n  name: B', 'name: The field “name” stands here twice.');
  bad('- name: A\n  links: x', 'x: “links” has fields of its own: wikidata, home page.');
  bad(
    '- name: A\n  type: human',
    'human: “human” is no type: it is one of person, organization, place, event, document, not a name.',
  );
  bad('- name: &a A\n  aliases: *a', '*a: “aliases” is written out here: YAML’s own aliases (*name) are not read.');
  bad('- name: A\n  says: {in: x}', 'in: A statement needs “in”, its document, and “words”, its first words.');
  bad('- name: A\n---\n- name: B', '---\n- name: B: A people file is one document: take out the line “---”.');
  test('a tab', () => expect(problems('- name: A\n\trole: x')[0]).toBe('\t: A tab does not indent YAML: use spaces.'));
  test('a bracket that is open', () => expect(problems('- name: [A')[0]).toMatch(/^.*: This is not YAML: /s));
  test('too long', () =>
    expect(problems(`# ${'x'.repeat(500_000)}`)).toEqual([
      ': This file is longer than 500,000 characters: it is not read.',
    ]));
  test('thousands of brackets', () => {
    const { isWhole, problems } = readPeople('['.repeat(20_000));
    expect(isWhole).toBe(false);
    expect(problems.length).toBeLessThan(101);
  });
  test('aliases that would multiply are not followed', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `- &a${index + 1} [*a${index}, *a${index}, *a${index}]`);
    expect(readPeople(`- &a0 x\n${lines.join('\n')}`).isWhole).toBe(false);
  });
  test('what is only not shown leaves the rest as it is', () => {
    const text = '- name: A\n  links: {wikidata: x, home page: "javascript:alert(1)"}\n  colour: red';
    const { entries, isWhole } = readPeople(text);
    expect(isWhole).toBe(true);
    expect(entries[0]).toMatchObject({ wikidata: null, homePage: null });
    expect(problems(text)).toHaveLength(3);
    expect(fits(parse(text))).toBe(false);
  });
  test('a home page with a password in it is not shown', () =>
    expect(readPeople('- {name: A, links: {home page: "https://a:b@c.example"}}').entries[0]!.homePage).toBeNull());
});

/** What a change makes of a file. */
function written(text: string, change: Change): string | null {
  const edits = editsFor(text, change);
  return edits && edited(text, edits);
}

describe('written into a file', () => {
  const same = (...names: [string, string]) => ({ change: 'same', names, type: 'person' }) as const;
  const different = (...names: [string, string]) => ({ change: 'different', names, type: 'person' }) as const;
  const typed = (name: string, type: 'place' | 'not a name') => ({ change: 'type', name, type }) as const;
  const said = (name: string, words: string) => ({ change: 'said', name, words, in: 'a.txt', type: 'person' }) as const;
  const renamed = (from: string, to: string, keepsOld = true) => ({ change: 'renamed', from, to, keepsOld }) as const;

  const cases: [string, string, Change, string][] = [
    ['the first entry', '', same('Ana Ruiz', 'A: R'), '- name: Ana Ruiz\n  aliases: ["A: R"]\n  type: person\n'],
    ['behind comments', '# Mine\n', typed('X', 'not a name'), '# Mine\n\n- name: X\n  type: not a name\n'],
    ['behind an empty list', '[]\n', typed('X', 'place'), '- name: X\n  type: place\n'],
    ['in a list on one line', '[{name: A}]', typed('X', 'place'), '[{name: A}, {name: X, type: place}]'],
    [
      'set apart as the others',
      '- name: A\n\n- name: B\n',
      typed('C', 'place'),
      '- name: A\n\n- name: B\n\n- name: C\n  type: place\n',
    ],
    ['without a last line end', '- name: A', typed('B', 'place'), '- name: A\n- name: B\n  type: place'],
    [
      'an alias in a list',
      '- name: A\n  aliases: [B]  # why\n',
      same('A', 'C'),
      '- name: A\n  aliases: [B, C]  # why\n',
    ],
    [
      'an alias in lines',
      '- name: A\n  aliases:\n  - B # x\n\n# end\n',
      same('C', 'A'),
      '- name: A\n  aliases:\n  - B # x\n  - C\n\n# end\n',
    ],
    ['an alias beside one', '- name: A\n  aliases: B\n', same('A', 'C'), '- name: A\n  aliases: [B, C]\n'],
    ['an alias where none was', '- name: A\n  aliases:\n', same('A', 'B'), '- name: A\n  aliases: [B]\n'],
    ['an alias in an empty list', '- name: A\n  aliases: []\n', same('A', 'B'), '- name: A\n  aliases: [B]\n'],
    [
      'with its line ends',
      '- name: A\r\n  role: x\r\n',
      same('A', 'B'),
      '- name: A\r\n  aliases: [B]\r\n  role: x\r\n',
    ],
    ['the second of two entries', '- name: A\n- name: B\n', same('A', 'B'), '- name: A\n- name: B\n  same as: [A]\n'],
    [
      'the same after all',
      '- name: A\n  not the same as: [B, C]\n',
      same('A', 'B'),
      '- name: A\n  aliases: [B]\n  not the same as: [C]\n',
    ],
    ['said already', '- name: A\n  aliases: B\n', same('A', 'B'), '- name: A\n  aliases: B\n'],
    ['different', '- name: A\n', different('A', 'B'), '- name: A\n  not the same as: [B]\n'],
    [
      'different after all',
      '- name: A\n  aliases:\n    # once\n    - B # x\n    - C\n',
      different('A', 'B'),
      '- name: A\n  not the same as: [B]\n  aliases:\n    # once\n    # x\n    - C\n',
    ],
    [
      'no longer the same',
      '- name: A\n- name: B\n  same as: A # yes\n',
      different('A', 'B'),
      '- name: A\n  not the same as: [B]\n- name: B\n  # yes\n',
    ],
    [
      'without what its entry begins with',
      '- aliases: B # x\n  name: A\n',
      typed('B', 'place'),
      '- aliases: [] # x\n  name: A\n- name: B\n  type: place\n',
    ],
    ['a type', '- name: A\n  type: person # sure\n', typed('A', 'place'), '- name: A\n  type: place # sure\n'],
    ['a type of an alias', '- name: A\n  aliases: [B]\n', typed('B', 'place'), '- name: A\n- name: B\n  type: place\n'],
    [
      'a statement',
      '- name: A\n  role: x\n',
      said('A', 'It: rains'),
      '- name: A\n  says:\n    - in: a.txt\n      words: "It: rains"\n  role: x\n',
    ],
    [
      'another statement',
      '- name: A\n  says:\n    - in: b\n      words: No\n',
      said('A', 'Yes'),
      '- name: A\n  says:\n    - in: b\n      words: No\n    - in: a.txt\n      words: Yes\n',
    ],
    [
      'a statement of somebody else',
      '- name: A\n  says:\n    - in: a.txt\n      words: “No.”\n- name: B\n',
      said('B', 'No'),
      '- name: A\n- name: B\n  says:\n    - in: a.txt\n      words: No\n',
    ],
    [
      'a statement of somebody new',
      '',
      said('A', 'No'),
      '- name: A\n  type: person\n  says:\n    - in: a.txt\n      words: No\n',
    ],
    [
      'another of the same name',
      '- name: A\n',
      { change: 'different here', name: 'A', type: 'person', in: 'x' },
      '- name: A\n- name: A\n  type: person\n  in: [x]\n',
    ],
    [
      'a name everywhere',
      '- name: A\n- name: B\n  same as: A\n  not the same as: [C, "A"]\n',
      renamed('A', 'D', false),
      '- name: D\n- name: B\n  same as: D\n  not the same as: [C, D]\n',
    ],
    ['a name that documents have', '- name: A\n', renamed('A', 'D'), '- name: D\n  aliases: [A]\n'],
    [
      'a name and an alias change places',
      '- name: A\n  aliases: [B, D]\n',
      renamed('A', 'D'),
      '- name: D\n  aliases: [B, A]\n',
    ],
    ['a folded name', '- name: >\n    A\n    B\n  role: x\n', renamed('A B', 'D', false), '- name: D\n  role: x\n'],
  ];
  for (const [title, text, change, expected] of cases) test(title, () => expect(written(text, change)).toBe(expected));

  test('nothing into a file with errors', () => expect(editsFor('- name: [', typed('A', 'place'))).toBeNull());

  const name = fc.constantFrom('Ana Ruiz', 'Bo', 'R: x', '- y', 'null', '#z', "O'Neil", '“q”', 'Åse, jr', 'a\nb');
  const anyChange = fc.oneof(
    fc.record({
      change: fc.constant('same' as const),
      names: fc.tuple(name, name),
      type: fc.constant('person' as const),
    }),
    fc.record({
      change: fc.constant('different' as const),
      names: fc.tuple(name, name),
      type: fc.constant('person' as const),
    }),
    fc.record({
      change: fc.constant('type' as const),
      name,
      type: fc.constantFrom('place' as const, 'not a name' as const),
    }),
    fc.record({
      change: fc.constant('said' as const),
      name,
      type: fc.constant('person' as const),
      in: fc.constant('a.txt'),
      words: name,
    }),
    fc.record({ change: fc.constant('renamed' as const), from: name, to: name, keepsOld: fc.boolean() }),
  );
  const beginnings = [
    '',
    '# one\n\n- name: Bo # two\n  # three\n  aliases:\n    - Ana Ruiz # four\n    # five\n    - "R: x"\n  note: |\n    # six\n\n# seven\n',
    '- {name: Bo, aliases: [Ana Ruiz]} # one\n- name: "#z"\n  same as: # two\n    - Bo\n  not the same as: [ Ana Ruiz, "- y" ]\n',
  ];
  test('any changes, one after the other: every comment stays, and the file stays whole', () =>
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.array(anyChange, { maxLength: 6 }), (text, changes) => {
        let now = text;
        for (const change of changes) {
          const edits = editsFor(now, change)!;
          expect(edits).not.toBeNull();
          edits.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
            expect(end).toBeGreaterThanOrEqual(start);
          });
          now = edited(now, edits);
        }
        expect(readPeople(now).isWhole).toBe(true);
        const comments = (source: string) => source.match(/# (one|two|three|four|five|six|seven)/g) ?? [];
        expect(comments(now).toSorted()).toEqual(comments(text).toSorted());
      }),
      { numRuns: 50 },
    ));
});
