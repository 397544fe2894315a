import { describe, expect, test } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { implementation } from '../../server/src/features/implementation.ts';
import { references } from '../../server/src/features/references.ts';
import { typeDefinition } from '../../server/src/features/typeDefinition.ts';
import { fixture, show } from '../kit/fixture.ts';

function define(source: string): string[] {
  const made = fixture(source);
  return definition(made.snapshot, made.offset).map(place => show(made, place));
}

function refer(source: string, withIntroduction = true): string[] {
  const made = fixture(source);
  return references(made.snapshot, made.offset, withIntroduction).map(place => show(made, place));
}

function highlight(source: string): string[] {
  const made = fixture(source);
  return highlights(made.snapshot, made.offset).map(
    found => `${found.kind} ${show(made, { uri: made.snapshot.document.uri, ...found })}`,
  );
}

describe('definition', () => {
  const check = (source: string, ...expected: string[]) => expect(define(source)).toEqual(expected);

  test('a short name leads to the full one', () =>
    check('<m ana>Ana Ruiz</m> came. <m ana short>Ru$0iz</m> left.', 'a.txt 1:1 Ana Ruiz'));
  test('a full name with its title goes before an earlier one without', () =>
    check(
      '<m ana>Ana Ruiz</m>\n\n<role ana>Minister</role> <m ana>Ana Ruiz</m>\n\n<m ana pronoun>s$0he</m>',
      'a.txt 3:10 Ana Ruiz',
    ));
  test('a title behind a comma counts as beside', () =>
    check(
      '<m ana>Ana Ruiz</m>\n\n<m ana>Ana Ruiz</m>, the <role ana>minister</role>, left. <m ana pronoun>S$0he</m>',
      'a.txt 3:1 Ana Ruiz',
    ));
  test('a title elsewhere does not', () =>
    check(
      '<m ana>Ana Ruiz</m> has for years been, as all know, <role ana>minister</role>. <m ana>A$0na Ruiz</m>',
      'a.txt 1:1 Ana Ruiz',
    ));
  test('a word for two leads to both', () =>
    check('<m ana>Ana</m> met <m bo>Bo</m>. <m ana,bo nominal>Bo$0th</m> left.', 'a.txt 1:1 Ana', 'a.txt 1:9 Bo'));
  test('the end of a word still belongs to it', () => check('<m ana>Ana$0</m>', 'a.txt 1:1 Ana'));
  test('the narrower of two nested names', () =>
    check('//@ c organization\n//@ un organization\n<m c><m un>U$0N</m> Security Council</m>', 'a.txt 1:1 UN'));
  test('nothing where nobody is named', () => check('<m ana>Ana</m> le$0ft'));
  test('nothing for a pronoun that stands for nobody', () => check('<m - pronoun>i$0t</m>'));
  test('a bare surname leads to the document that has the full name', () =>
    check(
      '//- a.txt\n<m x>Mar$0ek</m> spoke.\n//- b.txt\n<role p>Minister</role> <m p>Jan Marek</m> spoke.',
      'b.txt 1:10 Jan Marek',
    ));
  test('its own document goes first when it has the full name', () =>
    check(
      '//- a.txt\n<role p>Minister</role> <m p>Jan Marek</m>.\n//- b.txt\n<m p>Jan Mar$0ek</m> spoke.',
      'b.txt 1:1 Jan Marek',
    ));
});

describe('references', () => {
  const check = (source: string, ...expected: string[]) => expect(refer(source)).toEqual(expected);

  test('every mention, whatever the words', () =>
    check(
      '<m ana>Ana Ruiz</m> came. <m ana nominal>The minister</m> said <m ana pronoun>s$0he</m> was tired.',
      'a.txt 1:1 Ana Ruiz',
      'a.txt 1:16 The minister',
      'a.txt 1:34 she',
    ));
  test('this document first, then the others', () =>
    check(
      '//- a.txt\n<m x>Jan Marek</m>\n//- b.txt\n<m p>Jan Mar$0ek</m>\n//- c.txt\n<m q>Jan Marek</m> <m q short>Marek</m>',
      'b.txt 1:1 Jan Marek',
      'a.txt 1:1 Jan Marek',
      'c.txt 1:1 Jan Marek',
      'c.txt 1:11 Marek',
    ));
  test('a mention of two persons is listed once', () =>
    check(
      '<m ana>Ana</m> <m bo>Bo</m> <m ana,bo nominal>bo$0th</m>',
      'a.txt 1:1 Ana',
      'a.txt 1:5 Bo',
      'a.txt 1:8 both',
    ));
  test('the introduction first, even of another document', () =>
    check(
      '//- a.txt\n<m x>Mar$0ek</m>\n//- b.txt\n<role p>Minister</role> <m p>Jan Marek</m> <m p short>Marek</m>',
      'b.txt 1:10 Jan Marek',
      'a.txt 1:1 Marek',
      'b.txt 1:20 Marek',
    ));
  test('another of the same surname is left out', () =>
    check('//- a.txt\n<m x>Jan Ma$0rek</m>\n//- b.txt\n<m p>Eva Marek</m>', 'a.txt 1:1 Jan Marek'));
  test('nothing where nobody is named', () => check('<m x>Jan</m> $0 and'));
  test('without the introduction', () => {
    expect(refer('<m ana>Ana Ruiz</m> <m ana short>Ru$0iz</m>', false)).toEqual(['a.txt 1:10 Ruiz']);
  });
});

describe('highlights', () => {
  const check = (source: string, ...expected: string[]) => expect(highlight(source)).toEqual(expected);

  test('the introduction, names and other words differ', () =>
    check(
      '<m ana>Ana Ruiz</m> <m ana short>Ru$0iz</m> <m ana pronoun>she</m>',
      'introduction a.txt 1:1 Ana Ruiz',
      'named a.txt 1:10 Ruiz',
      'other a.txt 1:15 she',
    ));
  test('words for several persons light up with each of them', () =>
    check(
      '<m ana>A$0na</m> <m bo>Bo</m> <m ana,bo nominal>both</m>',
      'introduction a.txt 1:1 Ana',
      'other a.txt 1:8 both',
    ));
  test('only this document', () =>
    check('//- a.txt\n<m x>Jan Marek</m>\n//- b.txt\n<m p>Jan Mar$0ek</m>', 'introduction b.txt 1:1 Jan Marek'));
  test('nothing beside a name', () => check('<m ana>Ana</m> and$0'));
});

describe('type definition', () => {
  const check = (source: string, ...expected: string[]) => {
    const made = fixture(source);
    expect(typeDefinition(made.snapshot, made.offset).map(place => show(made, place))).toEqual(expected);
  };

  test('the document that introduces a person with a title, though this one has the full name', () =>
    check(
      '//- a.txt\n<role p>Minister</role> <m p>Jan Marek</m>.\n//- b.txt\n<m p>Jan Mar$0ek</m> spoke.',
      'a.txt 1:10 Jan Marek',
    ));
  test('both where a word stands for two', () =>
    check('<m ana>Ana</m> <m bo>Bo</m> <m ana,bo nominal>bo$0th</m>', 'a.txt 1:1 Ana', 'a.txt 1:5 Bo'));
  test('nothing where nobody is named', () => check('<m x>Jan</m> a$0nd'));
});

describe('implementation', () => {
  const check = (source: string, ...expected: string[]) => {
    const made = fixture(source);
    const found = implementation(made.snapshot, made.offset);
    expect(found?.places.map(place => show(made, place)) ?? null).toEqual(expected.length > 0 ? expected : null);
  };

  test('every statement of the speaker, from a pronoun', () =>
    check(
      '<m ana>Ana</m> <cue 1>said</cue> <s 1 ana>A</s>. <s 2 bo>B</s>. <m ana pronoun>s$0he</m> <s 3 ana>C</s>',
      'a.txt 1:10 A',
      'a.txt 1:20 C',
    ));
  test('this document first, then the others', () =>
    check(
      '//- a.txt\n<m x>Jan Marek</m> <s 1 x>A</s>\n//- b.txt\n<m p>Jan Mar$0ek</m> <s 1 p>B</s>',
      'b.txt 1:11 B',
      'a.txt 1:11 A',
    ));
  test('of two who speak as one, each once', () =>
    check(
      '<m ana>Ana</m> <m bo>Bo</m> <m ana,bo nominal>bo$0th</m> <s 1 ana,bo>A</s> <s 2 bo>B</s>',
      'a.txt 1:13 A',
      'a.txt 1:15 B',
    ));
  test('from the cue, of whom it gives the word to', () =>
    check('<m ana>Ana</m> <cue 1>sa$0id</cue> <s 1 ana>A</s>', 'a.txt 1:10 A'));
  test('of an unnamed source, under its words', () =>
    check(
      '<src 1>Obs$0ervers</src> <cue 1>said</cue> <s 1 “observers>A</s> <s 2 “aides>B</s> <s 3 “observers>C</s>',
      'a.txt 1:16 A',
      'a.txt 1:20 C',
    ));
  test('nothing of what is no speaker', () => check('<m ana>Ana</m> <cue 1>said</cue> <s 1 ana>it r$0ains</s>'));
});
