import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLibrary, isReading, isWarm, openBuffer, view } from '../../server/src/protocol/library.ts';
import { analyseParagraph } from '../../server/src/reading/analyse.ts';

const uri = 'file:///seeds/bridge.seed';
const first = 'Ada Kern said the bridge was open.';
const second = 'Bo Lind left.';

function edited(tamper: boolean): readonly string[] {
  const library = createLibrary();
  const told: string[] = [];
  library.toldOfWrongReading = address => told.push(address);
  const source = TextDocument.create(uri, 'seed', 1, `${first}\n\nIt was late.\n`);
  openBuffer(library, source);
  view(library, uri);
  const memory = library.buffers.get(uri)?.memory;
  if (tamper) memory?.paragraphs.set(second, analyseParagraph('Ida Roos left.', true));
  TextDocument.update(source, [{ text: `${first}\n\n${second}\n` }], 2);
  view(library, uri);
  return told;
}

it('who wants it is told of a document that reads otherwise after an edit than afresh', () => {
  expect(edited(false)).toEqual([]);
  expect(edited(true)).toEqual([uri]);
});

const stepsToWarm = (length: number) => {
  const library = createLibrary();
  for (let steps = 1; ; steps++) if (isWarm(library, length)) return steps;
};

it('a short text does not wait for what only a long one gains from', () => {
  const short = stepsToWarm(1_000);
  expect(short).toBeGreaterThan(5);
  expect(stepsToWarm(1_000_000)).toBeGreaterThan(5 * short);
});

it('a buffer is being read until it is, and one of another language never', () => {
  const library = createLibrary();
  openBuffer(library, TextDocument.create('file:///notes.md', 'markdown', 1, first));
  library.isAllRead = true;
  expect(isReading(library)).toBe(false);
  openBuffer(library, TextDocument.create(uri, 'seed', 1, first));
  expect(isReading(library)).toBe(true);
  view(library, uri);
  expect(isReading(library)).toBe(false);
});
