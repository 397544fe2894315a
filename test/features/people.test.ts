import { describe, expect, test } from 'vitest';
import { clusters } from '../../server/src/corpus/corpus.ts';
import { edited, editsFor } from '../../server/src/corpus/people/write.ts';
import { callHierarchy, incomingCalls, outgoingCalls, partyCalled } from '../../server/src/features/callHierarchy.ts';
import { corpusMap } from '../../server/src/features/corpusMap.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { hover } from '../../server/src/features/hover.ts';
import { hoverText, markdown, plainText } from '../../server/src/features/hoverText.ts';
import { implementation } from '../../server/src/features/implementation.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { outline } from '../../server/src/features/outline.ts';
import { peopleActions } from '../../server/src/features/peopleActions.ts';
import { peopleCompletion } from '../../server/src/features/peopleCompletion.ts';
import { peopleDefinition } from '../../server/src/features/peopleDefinition.ts';
import { peopleDiagnostics, type Standing } from '../../server/src/features/peopleDiagnostics.ts';
import { peopleHover } from '../../server/src/features/peopleHover.ts';
import { peopleReferences } from '../../server/src/features/peopleReferences.ts';
import { peopleRename } from '../../server/src/features/peopleRename.ts';
import { speakers } from '../../server/src/features/speakers.ts';
import { statements } from '../../server/src/features/statements.ts';
import { typeDefinition } from '../../server/src/features/typeDefinition.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { type Fixture, fixture, show } from '../kit/fixture.ts';

const documents = `//- a
<role ana Chile>Minister</role> <m ana>Ana Ruiz</m> <cue 1>said</cue> <s 1 ana>it rains</s>. <m bo>Bo Lind</m> met <m ana pronoun>her</m>.
//- b
<m l>Kim Lund</m> <cue 1>said</cue> <s 1 l>no</s>. <m r>Ruiz</m> left.
`;

/** Documents and a people file, in which $0 is the cursor. */
function inPeople(people: string) {
  const offset = people.indexOf('$0');
  const text = people.replace('$0', '');
  const made = fixture(`${documents}//- people.yaml\n${text}`);
  return { made, text, offset, placed: made.people[0]!, corpus: made.corpus };
}

const label = (made: Fixture) => (place: Parameters<typeof show>[1]) => ({
  label: place.uri === 'people.yaml' ? 'people.yaml' : show(made, place).replace(/ [^ ]*$/, ''),
});

describe('in the documents', () => {
  const source = (people: string, marked: string) => `//- a\n${marked}\n//- people.yaml\n${people}\n`;
  const listed =
    '- name: Ana Ruiz\n  aliases: [Lund]\n  role: Chair *now*\n  note: >\n    Speaks\n    last.\n  links: {wikidata: Q42, home page: "https://ruiz.example/?a=(b)&c=<d>"}\n';

  test('a hover shows role, note and links, as text', () => {
    const made = fixture(source(listed, '<m a>Ana Ruiz</m> and <m l>Lu$0nd</m>.'));
    const found = hover(made.snapshot, made.offset)!;
    expect(hoverText(found, plainText(label(made)))).toMatchInlineSnapshot(`
      "Ana Ruiz (person)
      Chair *now*
      Speaks last.
      Wikidata Q42 (https://www.wikidata.org/wiki/Q42) · https://ruiz.example/?a=(b)&c=%3Cd%3E · from people.yaml
      Also: Lund
      2 mentions here, 2 in 1 document of the workspace"
    `);
    const inMarkdown = hoverText(
      found,
      markdown(() => ({ label: 'people.yaml, line 1', target: 'file:///people.yaml#L1' })),
    );
    expect(inMarkdown).toContain('Chair \\*now\\*');
    expect(inMarkdown).toContain('](<https://ruiz.example/?a=(b)&c=%3Cd%3E>)');
  });
  test('whoever speaks about whom is named as the file has it, with the role', () => {
    const people = '- name: Ana Ruiz\n  aliases: [Kim Lund]\n  role: Chair\n';
    const first = '//- a\n<role b>mayor</role> <m b>Bo Berg</m> <cue 1>said</cue> <s 1 b><m l>Kim Lund</m> won</s>.\n';
    const made = fixture(
      `${first}${source(people, '<m k>Kim$0 Lund</m> <cue 1>said</cue> <s 1 k><m b>Bo Berg</m> lost</s>.').replace('//- a', '//- b')}`,
    );
    const told = ({ name, detail }: { name: string; detail: string }) => `${name}, ${detail}`;
    const [ana] = callHierarchy(made.snapshot, made.offset);
    expect(told(ana!)).toBe('Ana Ruiz, Chair');
    expect(partyCalled(made.corpus, 'b', 'Ana Ruiz', 'gone')).toEqual(ana);
    expect(partyCalled(made.corpus, 'b', 'Kim Lund', 'k')).toBe(null);
    const [berg] = incomingCalls(made.corpus, ana!).map(({ party }) => party);
    expect(told(berg!)).toBe('Bo Berg, mayor');
    expect(outgoingCalls(made.corpus, berg!).map(({ party }) => told(party))).toEqual(['Ana Ruiz, Chair']);
    for (const document of [null, 'b']) {
      const found = speakers(made.corpus, document).filter(({ office }) => office === 'Chair');
      expect(found.map(({ name }) => name)).toEqual(['Ana Ruiz']);
    }
    expect(statements(made.corpus, { document: 'b' }).next().value).toMatchObject({ speakers: ['Ana Ruiz'] });
    expect(corpusMap(made.corpus, { offset: 0, limit: 9 }).speakers.map(({ name }) => name)).toContain('Ana Ruiz');
    expect(workspaceSymbols(made.corpus, 'lund').map(told)).toEqual(['Ana Ruiz (Kim Lund), Chair']);
  });
  test('the type definition is the entry', () => {
    const made = fixture(source('# x\n- name: Ana Ruiz\n', '<m a>Ana$0 Ruiz</m>'));
    expect(typeDefinition(made.snapshot, made.offset)).toMatchObject([{ uri: 'people.yaml', start: 12, end: 20 }]);
  });
  test('two names in one document are highlighted together', () => {
    const made = fixture(source(listed, '<m a>An$0a Ruiz</m>, <m l>Lund</m>, <m x>Kim</m>.'));
    expect(highlights(made.snapshot, made.offset)).toHaveLength(2);
  });
  test('the outline has one speaker, under the name that is shown', () => {
    const made = fixture(
      source(
        listed,
        '<m a>Ana Ruiz</m> <cue 1>said</cue> <s 1 a>it rains</s>. <m l>Lund</m> <cue 2>said</cue> <s 2 l>no</s>.',
      ),
    );
    expect(outline(made.snapshot.document).map(({ name, children }) => `${name} ${children.length}`)).toEqual([
      'Ana Ruiz 2',
    ]);
  });
  test('statements of another speaker are that speaker’s', () => {
    const made = fixture(
      source(
        '- name: Bo\n  says: {in: a, words: It rains}\n',
        '<m a>Ana</m> <cue 1>said</cue> <s 1 a>it rains</s>. <m b>B$0o</m> left.',
      ),
    );
    expect(implementation(made.snapshot, made.offset)?.places.map(place => show(made, place))).toEqual([
      'a 1:10 it rains',
    ]);
  });
  test('what a reader has corrected is beyond doubt, and says so', () => {
    const made = fixture(
      source(
        '- name: Bo\n  says: {in: a, words: It rains}\n',
        '<m b>Bo</m>. <m a>Ana</m> <cue 1>sa$0id</cue> <s 1 a>it rains</s>.',
      ),
    );
    expect(hoverText(hover(made.snapshot, made.offset)!, plainText(label(made)))).toMatchInlineSnapshot(`
      "Bo (indirect, confidence 100 %)
      it rains (a 1:14 it)
      Because: the people file"
    `);
  });
  test('hints name who is shown', () => {
    const made = fixture(
      source('- name: Dr Ana Ruiz\n  aliases: Ruiz\n', '<m a>Ruiz</m> left. <m a pronoun>She</m> sang.'),
    );
    const hints = inlayHints(made.snapshot, { start: 0, end: 99 }, 'all');
    expect(hints.map(({ parts }) => parts[0]!.words)).toEqual(['Dr Ana Ruiz']);
  });
  test('symbols are found by every name that is listed', () => {
    const made = fixture(source('- name: Ana Ruiz\n  aliases: [Lund, La Jefa]\n', '<m l>Lund</m>'));
    const found = (query: string) => workspaceSymbols(made.corpus, query).map(({ name }) => name);
    expect(found('ana')).toEqual(['Ana Ruiz']);
    expect(found('jefa')).toEqual(['Ana Ruiz (La Jefa)']);
    expect(found('lund')).toEqual(['Ana Ruiz (Lund)']);
  });
});

describe('hover, definition and references from the file', () => {
  const text = (people: string) => {
    const { made, corpus, placed, offset } = inPeople(people);
    const found = peopleHover(corpus, placed, offset);
    return found && hoverText(found, plainText(label(made)));
  };
  test('counts and offices', () =>
    expect(text('- name: Ana$0 Ruiz\n  aliases: Kim Lund')).toMatchInlineSnapshot(`
    "Ana Ruiz (person)
    from people.yaml
    - Minister, Chile (a 1:1)
    Also: Kim Lund, Ruiz
    4 mentions in 2 documents of the workspace
    2 statements in the workspace"
  `));
  test('an alias is its entry', () => expect(text('- name: Ana Ruiz\n  aliases: Kim$0 Lund')).toMatch(/^Ana Ruiz/));
  test('whom it is told apart from', () =>
    expect(text('- name: Ana Ruiz\n  not the same as: Kim$0 Lund')).toMatch(/^Kim Lund/));
  test('a name that is nowhere', () => expect(text('- name: Xen$0o')).toBeNull());
  test('no name', () => expect(text('- name: Ana Ruiz\n  ro$0le: x')).toBeNull());
  test('in a file with errors too', () => expect(text('- name: Ana$0 Ruiz\n- nam: x')).toMatch(/^Ana Ruiz/));

  const places = (of: typeof peopleReferences | typeof peopleDefinition, people: string) => {
    const { made, corpus, placed, offset } = inPeople(people);
    return of(corpus, placed, offset).map(place => show(made, place));
  };
  test('references', () =>
    expect(places(peopleReferences, '- name: Ana$0 Ruiz\n  aliases: Kim Lund')).toEqual([
      'a 1:10 Ana Ruiz',
      'a 1:46 her',
      'b 1:1 Kim Lund',
      'b 1:19 Ruiz',
    ]));
  test('definition', () =>
    expect(places(peopleDefinition, '- name: Ana Ruiz\n  aliases: Kim$0 Lund')).toEqual(['a 1:10 Ana Ruiz']));
  test('definition of no name', () => expect(places(peopleDefinition, '$0- name: Ana Ruiz')).toEqual([]));
});

describe('diagnostics', () => {
  const problems = (people: string, isAllRead = true, standing: Standing = 'as written') => {
    const { corpus, placed, text } = inPeople(people);
    return peopleDiagnostics(corpus, placed, standing, isAllRead, (folder, path) => folder + path).map(
      ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
    );
  };
  test('none', () =>
    expect(problems('- name: Ana Ruiz\n  aliases: [Kim Lund, Ruiz]\n  says: {in: a, words: It rains}')).toEqual([]));
  test('a name that is nowhere', () => expect(problems('- name: Xeno')).toEqual(['Xeno: “Xeno” is in no document.']));
  test('a name to show, with an alias that is somewhere', () =>
    expect(problems('- name: Dr Ana Ruiz\n  aliases: Ana Ruiz')).toEqual([]));
  test('an alias that is nowhere', () =>
    expect(problems('- name: Ana Ruiz\n  aliases: [Xeno]')).toEqual(['Xeno: “Xeno” is in no document.']));
  test('what is not a name is in the documents all the same', () =>
    expect(problems('- name: Kim Lund\n  type: not a name')).toEqual([]));
  test('the same as an entry', () =>
    expect(problems('- name: Ana Ruiz\n  same as: Boss\n- name: Boss\n  aliases: Kim Lund')).toEqual([]));
  test('a document and a statement that are nowhere', () =>
    expect(problems('- name: Ana Ruiz\n  says: [{in: c, words: x}, {in: b, words: x}]')).toEqual([
      'c: There is no document “c”.',
      'x: No statement of this document begins like this.',
    ]));
  test('nothing of that while documents are still read', () => expect(problems('- name: Xeno', false)).toEqual([]));
  test('what contradicts itself', () =>
    expect(problems('- name: Ana Ruiz\n  aliases: Ruiz\n  not the same as: Ruiz')).toHaveLength(1));
  test('errors, and what holds', () => {
    expect(problems('- name: Ana\n- Bo', true, 'as before').at(-1)).toMatch(/what it said before holds\.$/);
    expect(problems('- name: Ana\n- Bo', true, 'unused').at(-1)).toMatch(/none of it holds\.$/);
  });
});

describe('rename', () => {
  const rename = (people: string, to: string) => {
    const { corpus, placed, text, offset } = inPeople(people);
    const found = peopleRename(corpus, [{ ...placed, text }], placed, offset, to);
    return found && edited(text, found[0]?.edits ?? []);
  };
  test('the name of an entry stays as an alias', () =>
    expect(rename('- name: Kim$0 Lund', 'Ana Ruiz')).toBe('- name: Ana Ruiz\n  aliases: [Kim Lund]'));
  test('a name that no document has does not', () => expect(rename('- name: Xe$0no', 'Y')).toBe('- name: Y'));
  test('everywhere in the file', () =>
    expect(rename('- name: X\n  same as: Ye$0t\n- name: Yet', 'Z')).toBe('- name: X\n  same as: Z\n- name: Z'));
  test('to nothing, or of nothing', () => {
    expect(rename('- name: Kim$0 Lund', ' ')).toBeNull();
    expect(rename('- na$0me: Kim Lund', 'X')).toBeNull();
  });
  test('not in a file with errors', () => expect(rename('- name: Kim$0 Lund\n- Bo', 'X')).toBeNull());
});

describe('completion', () => {
  const completed = (people: string) => {
    const offset = people.indexOf('$0');
    const text = people.replace('$0', '');
    const { corpus } = fixture(documents);
    const { start, items } = peopleCompletion(corpus, text, offset);
    return `${text.slice(start, offset)}: ${items.map(item => item.text).join(', ')}`;
  };
  const check = (people: string, expected: string | RegExp) =>
    test(JSON.stringify(people), () =>
      typeof expected === 'string'
        ? expect(completed(people)).toBe(expected)
        : expect(completed(people)).toMatch(expected),
    );
  check('- name: an$0', 'an: Ana Ruiz');
  check('- name: "An$0', '"An: Ana Ruiz');
  check('- name: $0', /^: Ana Ruiz, (Kim Lund|Bo Lind)/);
  check('- name: A\n  aliases: [X, ru$0', /^ru: Ana Ruiz, Ruiz$/);
  check('- name: A\n  aliases:\n    - X\n    - ki$0', 'ki: Kim Lund');
  check('- name: A\n  aliases:\n  - ki$0', 'ki: Kim Lund');
  check('- name: A\n  same as: bo$0', 'bo: Bo Lind');
  check('- name: A\n  not the same as:\n    # who\n    - bo$0', 'bo: Bo Lind');
  check('- name: A\n  type: $0', ': person, organization, place, event, document, not a name');
  check('- name: A\n  role: an$0', 'an: ');
  check('- $0', /^: name: , aliases: /);
  check('- name: A\n  no$0', /^no: name: /);
  check('- name: A\n  aliases:\n    - B\n- na$0', /^na: name: /);
  check('- name: A\n  links:\n    wi$0', 'wi: wikidata: , home page: ');
  check('- name: A\n  says:\n    - in: x\n      w$0', 'w: in: , words: ');
  test('it is quoted where YAML needs it', () => {
    const { corpus } = fixture('//- a\n<m a>Lund: Kim</m>');
    expect(peopleCompletion(corpus, '- name: ', 8).items[0]!.text).toBe('"Lund: Kim"');
  });
});

describe('actions', () => {
  const offered = (source: string) => {
    const { snapshot, offset } = fixture(source);
    return peopleActions(snapshot, { start: offset, end: offset }, 'a.txt');
  };
  const titles = (source: string) => offered(source).map(({ title }) => title);

  test('on a name', () =>
    expect(titles(`//- a\n<m ana>Ana$0 Ruiz</m> met <m bo>Bo Lind</m>.\n//- b\n<m x>Eva Ruiz</m>`)).toEqual([
      'Ana Ruiz and Eva Ruiz are the same person',
      'Ana Ruiz and Bo Lind are the same person',
      'Ana Ruiz is an organisation',
      'Ana Ruiz is a place',
      'Ana Ruiz is not a name',
    ]));
  test('nobody who cannot be the same', () => {
    const source = '//- a\n//@ ana person female\n//@ bo person male\n<m ana>Ana$0 Ruiz</m> met <m bo>Bo Lind</m>.';
    expect(titles(source).join()).not.toContain('Bo Lind');
  });
  test('who has another surname elsewhere, and nobody who speaks about them here', () =>
    expect(
      titles(
        '//- a\n<m ana>Ana$0 Ruiz</m> met <m bo>Bo Lind</m>. <m cy>Cy Moe</m> <cue 1>said</cue> <s 1 cy><m ana pronoun>she</m> won</s>.\n//- b\n<m x>Ana Salas</m>',
      ).filter(title => title.includes('same')),
    ).toEqual(['Ana Ruiz and Ana Salas are the same person', 'Ana Ruiz and Bo Lind are the same person']));
  test('what a document calls somebody for short is not told apart', () =>
    expect(titles('<m ana>Ana$0 Ruiz</m> left. <m ana short>Ruiz</m> sang.').join()).not.toContain('different'));
  test('an organisation and its initials, and no other organisation', () => {
    const source =
      '//- a\n//@ o organization\n//@ n organization\n//@ c organization\n<m o>Norland Har$0bour Authority</m>, <m n>N.H.A.</m>, <m c>Canal Board</m>';
    expect(titles(source).filter(title => title.includes('same'))).toEqual([
      'Norland Harbour Authority and N.H.A. are the same organisation',
    ]);
  });
  test('on a pronoun, about whom it stands for', () =>
    expect(titles('<m ana>Ana Ruiz</m> left. <m ana pronoun>Sh$0e</m> sang.')).toContain('Ana Ruiz is a place'));
  test('on a word for several, none', () =>
    expect(titles('<m a>Ana</m> met <m b>Bo</m>. <m a,b nominal>Bo$0th</m> left.')).toEqual([]));
  test('whom the guess has joined can be told apart', () =>
    expect(titles('//- a\n<m a>Jan$0 Marek</m>\n//- b\n<m b>Marek</m>')).toContain(
      'Jan Marek and Marek are different people',
    ));
  test('one name in two documents can be two', () =>
    expect(titles('//- a\n<m a>Jan$0 Marek</m>\n//- b\n<m b>Jan Marek</m>')).toContain(
      'Jan Marek is another person here than in other documents',
    ));
  test('who was told apart is not offered again', () =>
    expect(
      titles(
        '//- a\n<m a>Ana$0 Ruiz</m> <m b>Bo</m>\n//- people.yaml\n- name: Ana Ruiz\n  not the same as: Bo\n',
      ).join(),
    ).not.toContain('Bo'));
  test('on a statement, those named nearest, and not who says it now', () =>
    expect(
      titles(
        '<m a>Ana</m>. <m b>Bo</m> asked <m c>Eva</m>. <s 1 b>It <m d>Kim</m> ra$0ins today</s>, <cue 1>he said</cue>.',
      ),
    ).toEqual([
      'Wrong speaker: Eva says this, not Bo',
      'Wrong speaker: Ana says this, not Bo',
      'Wrong speaker: Kim says this, not Bo',
    ]));
  test('a statement is known by its first words', () =>
    expect(
      offered(
        '<m a>Ana</m> <cue 1>sa$0id</cue>: <s 1 “observers>“one two three four</s> five <s 1 “observers>six seven eight nine” ten</s>',
      )[0]!.change,
    ).toEqual({
      change: 'said',
      name: 'Ana',
      type: 'person',
      in: 'a.txt',
      words: '“one two three four six seven eight nine”',
    }));
  test('names are shown on one line, and not in full length', () => {
    const [first] = titles(`<m a>Ana$0\n${'Ruiz '.repeat(40)}</m> <m b>Bo</m>`);
    expect(first!.length).toBeLessThan(140);
    expect(first).not.toContain('\n');
  });
  /** Who is who in the documents once an action has been carried out. */
  const afterwards = (source: string, title: string): string[] => {
    const change = offered(source).find(action => action.title === title)!.change;
    const file = edited('', editsFor('', change)!);
    const { corpus } = fixture(`${source}\n//- people.yaml\n${file}`);
    return [...clusters(corpus)]
      .map(({ name, type, bearers }) => {
        const rows = bearers.flatMap(({ facts }) => [...facts.statements]).length;
        return `${name}, ${type}: ${bearers.map(({ document }) => document.uri).join(' ')}${rows ? `, says ${rows}` : ''}`;
      })
      .sort();
  };
  const two = `//- a.txt\n<m j>Jan$0 Marek</m> met <m b>Bo</m>.\n//- b.txt\n<m m>Marek</m>\n//- c.txt\n<m k>Jan Marek</m>`;
  test('the same', () =>
    expect(afterwards(two, 'Jan Marek and Bo are the same person')).toEqual(['Jan Marek, person: a.txt b.txt c.txt']));
  test('different', () =>
    expect(afterwards(two, 'Jan Marek and Marek are different people')).toEqual([
      'Bo, person: a.txt',
      'Jan Marek, person: a.txt c.txt',
      'Marek, person: b.txt',
    ]));
  test('different here', () =>
    expect(afterwards(two, 'Jan Marek is another person here than in other documents')).toEqual([
      'Bo, person: a.txt',
      'Jan Marek, person: a.txt',
      'Jan Marek, person: b.txt c.txt',
    ]));
  test('a place', () =>
    expect(afterwards(two, 'Jan Marek is a place')).toEqual([
      'Bo, person: a.txt',
      'Jan Marek, place: a.txt c.txt',
      'Marek, person: b.txt',
    ]));
  test('not a name', () =>
    expect(afterwards(two, 'Jan Marek is not a name')).toEqual(['Bo, person: a.txt', 'Marek, person: b.txt']));
  test('another speaker', () =>
    expect(
      afterwards(
        '//- a.txt\n<m a>Ana</m> <cue 1>sa$0id</cue> <s 1 a>it rains</s>, and <m b>Bo</m> left.',
        'Wrong speaker: Bo says this, not Ana',
      ),
    ).toEqual(['Ana, person: a.txt', 'Bo, person: a.txt, says 1']));
});
