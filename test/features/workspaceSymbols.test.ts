import { expect, test } from 'vitest';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { fixture, show } from '../kit/fixture.ts';

const source = `//- a.txt
//@ who organization
<role ana Chile>Foreign Minister</role> <m ana>Ana Ruiz</m> spoke of the <m who>World Harbour Organization</m> (<m who acronym>WHO</m>). <m ana pronoun>She</m> left.
//- b.txt
<m jan>Jan Marek</m> spoke. <m jlm>Jean-Luc Martín</m> left.
//- c.txt
<m x>Marek</m> spoke.
`;

function found(query: string, limit?: number): string[] {
  const made = fixture(source);
  return workspaceSymbols(made.corpus, query, limit).map(
    symbol => `${symbol.name} (${symbol.detail}): ${show(made, symbol)}`,
  );
}

const check = (query: string, ...names: string[]) =>
  expect(found(query).map(line => line.replace(/ \(.*/, ''))).toEqual(names);

test('a name with its office and the place that introduces it', () => {
  expect(found('ruiz')).toEqual(['Ana Ruiz (Foreign Minister, Chile): a.txt 1:18 Ana Ruiz']);
});
test('an acronym finds the full name', () => check('who', 'World Harbour Organization'));
test('letters in order are enough', () => check('jmrk', 'Jan Marek'));
test('words in another order', () => check('ruiz ana', 'Ana Ruiz'));
test('case and accents do not matter, and the letters are there for an editor that looks again', () =>
  expect(found('MARTIN')[0]).toMatch(/^Jean-Luc Martín \(Jean-Luc Martin\) \(/));
test('an alias that has nothing of the name stands behind it', () =>
  expect(
    workspaceSymbols(
      fixture('//- a\n<m a>Ana Ruiz</m> left.\n//- people.yaml\n- name: Ana Ruiz\n  aliases: [Kim Holm]\n').corpus,
      'holm',
    ).map(({ name }) => name),
  ).toEqual(['Ana Ruiz (Kim Holm)']));
test('one symbol for one person in two documents', () => check('marek', 'Jan Marek'));
test('nobody of that name', () => check('zzz'));
test('without a query the most mentioned first', () => expect(found('')[0]).toMatch(/^(Ana Ruiz|World)/));
test('no more than the limit', () => expect(found('', 2)).toHaveLength(2));
test('nothing in an empty workspace', () => expect(workspaceSymbols(fixture('').corpus, 'a')).toEqual([]));
