import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { formatting } from '../../server/src/features/formatting.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { applyEdits, mend } from '../../server/src/rules/fix.ts';
import { documentOf, fixture } from '../kit/fixture.ts';

function actions(source: string): string[] {
  const { snapshot, offset } = fixture(source);
  return codeActions(snapshot.document, { start: offset, end: offset }).map(({ title, kind, edits }) =>
    kind === 'source.fixAll.readout' ? kind : `${title} → ${applyEdits(snapshot.document.text, edits)}`,
  );
}

describe('quick fixes', () => {
  const check = (source: string, ...expected: string[]) => expect(actions(source)).toEqual(expected);

  test('one for the problem at the cursor', () =>
    check('a<problem x error _>$0  </problem>b', 'Fix: this is x → a b', 'source.fixAll.readout'));
  test('the end of the problem still belongs to it', () =>
    check('a<problem x error _>  </problem>$0b', 'Fix: this is x → a b', 'source.fixAll.readout'));
  test('none for a problem without a fix', () => check('<problem x error>a$0a</problem>'));
  test('none away from it, but everything can still be fixed', () =>
    check('a<problem x error _>  </problem>bcd$0', 'source.fixAll.readout'));
  test('several of one kind can go together', () =>
    check(
      'a<problem x error _>$0  </problem>b<problem x error _>  </problem>c',
      'Fix: this is x → a b  c',
      'Fix all x in this file → a b c',
      'source.fixAll.readout',
    ));
  test('nothing in a sound document', () => check('a$0b'));
  test('only those that are wanted', () => {
    const document = documentOf('<problem x error _>  </problem>b');
    const offered = codeActions(document, { start: 0, end: 0 }, kind => kind === 'quickfix');
    expect(offered.map(({ kind }) => kind)).toEqual(['quickfix']);
  });
});

test('diagnostics are the problems of the reading', () => {
  const document = documentOf('a<problem x error _>  </problem>b');
  expect(diagnostics(document)).toBe(document.reading.problems);
});

test('fixing everything leaves nothing that can be fixed', () => {
  const text =
    ' date 2021-03-04 NORHAVEN, March 4 (Seawire) -- The harbour opens.\n\n\n\nMore words here. \nA third line.';
  const document = { uri: '', text, reading: readDocument(text) };
  const everything = codeActions(document, { start: 0, end: 0 }).find(({ kind }) => kind === 'source.fixAll.readout')!;
  const mended = applyEdits(text, everything.edits);
  expect(document.reading.problems.length).toBeGreaterThan(2);
  expect(readDocument(mended).problems.filter(problem => problem.fix)).toEqual([]);
});

const story = 'Norway and Chad should share their well maps, said the minister on Monday in Oslo.';
const documentWith = (text: string) => ({ uri: '', text, reading: readDocument(text) });

describe('suggestions, which drop words', () => {
  const text = `${story}\n\nThe wells are dry.\n\n${story}\n`;
  const at = text.lastIndexOf('Norway');

  test('stand for themselves, each with what it does', () => {
    const offered = codeActions(documentWith(text), { start: at, end: at });
    expect(
      offered.map(({ title, kind, preferred, edits }) => [title, kind, preferred, applyEdits(text, edits)]),
    ).toEqual([
      ['Remove this copy, which drops its words', 'quickfix', false, `${story}\n\nThe wells are dry.\n`],
      ['Remove the earlier copy, which drops its words', 'quickfix', false, `The wells are dry.\n\n${story}\n`],
    ]);
  });
  test('are no part of fixing everything, nor of formatting', () => {
    const torn = `${text} `;
    const offered = codeActions(documentWith(torn), { start: at, end: at });
    const everything = offered.find(({ kind }) => kind === 'source.fixAll.readout')!;
    expect(applyEdits(torn, everything.edits)).toBe(text);
    expect(applyEdits(torn, formatting(documentWith(torn)))).toBe(text);
  });
});

test('formatting a document makes every fix that keeps its words', () => {
  const text = ' The wells are dry.The maps are old.\n\n\n\n“We came," she said. “PelÃ© left.”';
  expect(applyEdits(text, formatting(documentWith(text)))).toBe(mend(text));
  expect(mend(text)).toBe('The wells are dry. The maps are old.\n\n“We came,” she said. “Pelé left.”\n');
  expect(formatting(documentWith(mend(text)))).toEqual([]);
});
