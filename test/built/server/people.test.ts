import { expect, test } from 'vitest';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

const story = `Ana Ruiz said that the harbour is open. She added that Ivo Marek was right.
`;
const other = `Chilean Foreign Minister Ana Ruiz said that Mayor Ivo Marek is welcome.

"We are ready for Ruiz," Marek said.
`;
const files = { 'seeds/story.txt': story, 'seeds/other.txt': other };

const indexed = ({ request }: Running) =>
  eventually(
    () => request('workspace/symbol', { query: 'ana ruiz' }),
    // The office stands in the document that is not open.
    found => /Minister/.test(found[0]?.containerName),
  );

const linking = {
  ...editor,
  textDocument: {
    ...editor.textDocument,
    implementation: { linkSupport: true },
    typeDefinition: { linkSupport: true },
  },
};

test('implementations of a speaker are the statements in all documents', () =>
  withServer({ files }, async running => {
    const uri = running.open('seeds/story.txt', story);
    await indexed(running);
    expect(await running.about('textDocument/implementation', uri, 0, 1)).toEqual([
      { uri, range: { start: { line: 0, character: 19 }, end: { line: 0, character: 38 } } },
      { uri, range: { start: { line: 0, character: 55 }, end: { line: 0, character: 74 } } },
      {
        uri: running.uri('seeds/other.txt'),
        range: { start: { line: 0, character: 44 }, end: { line: 0, character: 70 } },
      },
    ]);
  }));

test('the type definition is the fullest introduction, with the words that lead there', () =>
  withServer({ files, capabilities: linking }, async running => {
    const uri = running.open('seeds/story.txt', story);
    await indexed(running);
    const [found] = await running.about('textDocument/typeDefinition', uri, 0, 1);
    expect(found).toMatchObject({
      originSelectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } },
      targetUri: running.uri('seeds/other.txt'),
      targetSelectionRange: { start: { line: 0, character: 25 }, end: { line: 0, character: 33 } },
    });
    const [said] = await running.about('textDocument/implementation', uri, 0, 10);
    expect(said.originSelectionRange).toEqual({ start: { line: 0, character: 9 }, end: { line: 0, character: 18 } });
    expect(await running.about('textDocument/implementation', uri, 0, 30)).toEqual([]);
  }));

test('who speaks about whom, in all documents', () =>
  withServer({ files }, async running => {
    const uri = running.open('seeds/story.txt', story);
    const other = running.uri('seeds/other.txt');
    await indexed(running);
    const [ruiz] = await running.about('textDocument/prepareCallHierarchy', uri, 0, 1);
    expect(ruiz).toMatchObject({
      name: 'Ana Ruiz',
      detail: 'story.txt',
      uri,
      selectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } },
    });
    const incoming = await running.request('callHierarchy/incomingCalls', { item: ruiz });
    expect(incoming).toMatchObject([
      {
        from: { name: 'Ivo Marek', detail: 'Mayor · other.txt', uri: other },
        fromRanges: [{ start: { line: 2, character: 18 }, end: { line: 2, character: 22 } }],
      },
    ]);
    const outgoing = await running.request('callHierarchy/outgoingCalls', { item: ruiz });
    expect(outgoing).toMatchObject([
      {
        to: { name: 'Ivo Marek', uri },
        fromRanges: [{ start: { line: 0, character: 55 }, end: { line: 0, character: 64 } }],
      },
      { to: { name: 'Ivo Marek', uri: other }, fromRanges: [ruiz.selectionRange] },
    ]);
    running.change(uri, 2, { text: 'Nothing is left.\n' });
    expect(await running.request('callHierarchy/incomingCalls', { item: ruiz })).toEqual([]);
  }));
