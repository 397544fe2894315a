import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { readDocument } from '../../server/src/reading/read.ts';
import { applyEdits } from '../../server/src/rules/fix.ts';
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
