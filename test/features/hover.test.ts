import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { escapeMarkdown, hoverText, markdown, plainText } from '../../server/src/features/hoverText.ts';
import { fixture, show } from '../kit/fixture.ts';

function text(source: string): string | null {
  const made = fixture(source);
  const found = hover(made.snapshot, made.offset);
  return (
    found &&
    hoverText(
      found,
      plainText(place => ({ label: show(made, place).replace(/ [^ ]*$/, '') })),
    )
  );
}

function inMarkdown(source: string): string {
  const made = fixture(source);
  return hoverText(
    hover(made.snapshot, made.offset)!,
    markdown(() => ({ label: 'line 1', target: 'file:///a.txt#L1' })),
  );
}

test('a person: offices, other names, counts, statements', () => {
  expect(
    text(
      '<role ana Chile>Foreign Minister</role> <m ana>Ana Ruiz</m> <cue 1>said</cue> <s 1 ana>rain is near</s>. <m ana short>Ru$0iz</m> <cue 2>added</cue> <s 2 ana>it is late</s>.',
    ),
  ).toMatchInlineSnapshot(`
    "Ana Ruiz (person)
    - Foreign Minister, Chile (a.txt 1:1 Foreign)
    Also: Ruiz
    2 mentions here, 2 in 1 document of the workspace
    2 statements here, 2 in the workspace:
    - rain is near (a.txt 1:32 rain is)
    - it is late (a.txt 1:57 it is)"
  `);
});

test('a nominal says whom it stands for and why', () => {
  expect(text('<m ana>Ana Ruiz</m>. <m ana nominal same office>The min$0ister</m> left.')).toMatchInlineSnapshot(`
    "“The minister” stands for Ana Ruiz: same office
    Ana Ruiz (person)
    2 mentions here, 2 in 1 document of the workspace"
  `);
});

test('how sure that is, where it is not beyond doubt', () => {
  expect(text('<m ana>Ana Ruiz</m>. <m ana pronoun she → last speaker 84%>S$0he</m> left.')).toContain(
    '“She” stands for Ana Ruiz: she → last speaker (84 %)',
  );
});

test('a word for two persons shows both', () => {
  expect(text('<m ana>Ana</m> met <m bo>Bo</m>. <m ana,bo nominal>Bo$0th</m> left.')).toMatchInlineSnapshot(`
    "“Both” stands for Ana
    Ana (person)
    2 mentions here, 2 in 1 document of the workspace

    “Both” stands for Bo
    Bo (person)
    2 mentions here, 2 in 1 document of the workspace"
  `);
});

test('a pronoun that stands for nobody known', () => {
  expect(text('<m - pronoun two men could be meant>h$0e</m>')).toMatchInlineSnapshot(
    `"“he”: not clear whom this stands for: two men could be meant"`,
  );
});

test('a country names its library', () => {
  expect(text('//@ chile place CHL\n<m chile>Chi$0le</m> and <m chile demonym>Chilean</m>')).toMatchInlineSnapshot(`
    "Chile (country)
    ISO CL, CHL; capital Santiago; demonym Chilean (from world-countries)
    2 mentions here, 2 in 1 document of the workspace"
  `);
});

test('offices and names of other documents, counts of all', () => {
  expect(
    text(
      '//- a.txt\n<m x>Mar$0ek</m> spoke.\n//- b.txt\n<role p Norland>Minister</role> <m p>Jan Marek</m> <cue 1>said</cue> <s 1 p>no</s>.',
    ),
  ).toMatchInlineSnapshot(`
    "Jan Marek (person)
    - Minister, Norland (b.txt 1:1)
    Also: Marek
    1 mention here, 2 in 2 documents of the workspace
    0 statements here, 1 in the workspace"
  `);
});

test('an office without its country is left out where another document has it', () => {
  const roles = text(
    '//- a.txt\n<role x>Minister</role> <m x>Jan Mar$0ek</m>.\n//- b.txt\n<role p Norland>Minister</role> <m p>Jan Marek</m>.',
  );
  expect(roles).toContain('- Minister, Norland (b.txt 1:1)');
  expect(roles).not.toContain('- Minister (');
});

test('a date with its value', () => {
  expect(text('<date 2021-03-04>Thu$0rsday</date>')).toBe('“Thursday” is Thursday, 4 March 2021 (2021-03-04)');
});

test('a month stays a month', () => {
  expect(text('<date 2021-03>Ma$0rch</date>')).toBe('“March” is 2021-03');
});

test('a date without a value', () => {
  expect(text('<date null>4 Ma$0rch</date>')).toBe('“4 March”: the text does not say which date');
});

test('a cue: who says what, how sure, and why', () => {
  expect(text('<m ana>Ana</m> <cue 1>sa$0id</cue> <s 1 ana>it rains</s>.')).toMatchInlineSnapshot(`
    "Ana (indirect, confidence 90 %)
    it rains (a.txt 1:10 it)
    Because: cue “said”"
  `);
});

test('an unnamed source', () => {
  expect(
    text('<src 1>Obse$0rvers</src> <cue 1>said</cue> <s 1 “Observers>it rains</s>. <s 2 “Observers>It pours</s>.'),
  ).toMatchInlineSnapshot(`
    "Observers (indirect, confidence 90 %)
    it rains (a.txt 1:16 it)
    Unnamed source, 2 statements here
    Because: cue “said”"
  `);
});

test('nothing on other words', () => {
  expect(text('<m ana>Ana</m> $0 le')).toBeNull();
});

test('the narrowest date around the cursor, at its last letter too', () => {
  expect(text('<date 2021-03-04>4 March$0</date>.')).toContain('2021-03-04');
});

test('Markdown, HTML, command links and theme icons of a document stay text', () => {
  const nasty = '[x](command:evil) <b>b</b> `c` **d** $(bug) https://evil.example ![i](j)';
  const markup = inMarkdown(`<m ana>Ana ${nasty.replace(/<\/?b>/g, '')}</m> <m ana pronoun>s$0he</m>`);
  expect(markup).not.toMatch(/(?<!\\)\[x|(?<!\\)`|\$\(|https:|(?<!\\)!\[|\]\(command/);
  expect(escapeMarkdown(nasty)).toBe(
    '\\[x\\]\\(command\\:evil\\) &lt;b&gt;b&lt;/b&gt; \\`c\\` \\*\\*d\\*\\* \\$\\(bug\\) https\\://evil.example \\!\\[i\\]\\(j\\)',
  );
});

test('a link to a line is a plain link', () => {
  expect(inMarkdown('<role ana>minister</role> <m ana>A$0na</m>')).toContain(
    '- minister ([line 1](<file:///a.txt#L1>))',
  );
});

test('no escaped text can start a line block, a link or a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1 #-+.<>&[]()!`*_~|\\$:@=^{}') }), words => {
      const escaped = escapeMarkdown(words);
      expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[[\]`*_<>$@]/);
      expect(escaped).not.toMatch(/^\s*([-+]|\d+[.)])\s/);
    }),
  );
});
