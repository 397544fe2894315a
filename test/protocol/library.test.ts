import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLibrary, openBuffer, view } from '../../server/src/protocol/library.ts';
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
