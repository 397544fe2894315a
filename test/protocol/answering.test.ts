import { expect, test } from 'vitest';
import { CancellationToken, CancellationTokenSource, type Connection, ResponseError } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnswering } from '../../server/src/protocol/answering.ts';
import { createLibrary, noteEdit, openBuffer } from '../../server/src/protocol/library.ts';

const none = CancellationToken.None;
const about = { textDocument: { uri: 'untitled:a' } };

function made() {
  const log: string[] = [];
  const connection = { console: { error: (line: string) => log.push(line) } } as unknown as Connection;
  const library = createLibrary();
  const source = TextDocument.create('untitled:a', 'seed', 1, 'Ana Ruiz left.\n');
  openBuffer(library, source);
  const files = { read: () => Promise.reject(new Error('none')), list: async function* () {} };
  const answering = createAnswering(connection, library, { files, pause: () => Promise.resolve() });
  return { log, source, library, answering };
}

test('answers about the document as it stands', async () => {
  const { answering } = made();
  const ask = answering.aboutDocument(view => view.document.text.length);
  expect(await ask(about, none)).toBe(15);
});

test('a failure is logged, and refused with a message', async () => {
  const { answering, log } = made();
  const ask = answering.aboutDocument(() => {
    throw new Error('broken');
  });
  const answer = await ask(about, none);
  expect(answer).toBeInstanceOf(ResponseError);
  expect(log).toEqual([expect.stringMatching(/^Readout could not answer: Error: broken/)]);
});

test('a failure about the workspace too', async () => {
  const { answering, log } = made();
  const answer = await answering.aboutWorkspace(() => {
    throw new Error('broken');
  })({}, none);
  expect(answer).toBeInstanceOf(ResponseError);
  expect(log).toHaveLength(1);
});

test('what was cancelled is not worked on', async () => {
  const { answering } = made();
  const source = new CancellationTokenSource();
  let worked = false;
  const asked = answering.aboutDocument(() => (worked = true))(about, source.token);
  source.cancel();
  expect(await asked).toMatchObject({ code: -32800 });
  expect(worked).toBe(false);
});

test('what an edit has overtaken is refused', async () => {
  const { answering, source } = made();
  const asked = answering.aboutDocument(() => 'stale')(about, none);
  TextDocument.update(source, [{ text: '' }], 2);
  expect(await asked).toMatchObject({ code: -32801 });
});

test('a document that is not open gets nothing, or what is given for that', async () => {
  const { answering } = made();
  const unknown = { textDocument: { uri: 'untitled:b' } };
  expect(await answering.aboutDocument(() => 'something')(unknown, none)).toBeNull();
  expect(await answering.onceQuiet(() => 'something', 'otherwise')(unknown, none)).toBe('otherwise');
});

test('what can wait is worked on once typing pauses', async () => {
  const { answering, library } = made();
  noteEdit(library, 'untitled:a');
  const begun = Date.now();
  expect(await answering.onceQuiet(() => 'done', '')(about, none)).toBe('done');
  expect(Date.now() - begun).toBeGreaterThanOrEqual(90);
});

test('what can wait is asked for again after another edit', async () => {
  const { answering, library, source } = made();
  noteEdit(library, 'untitled:a');
  const asked = answering.onceQuiet(() => 'stale', '')(about, none);
  TextDocument.update(source, [{ text: '' }], 2);
  expect(await asked).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
});

test('what can wait is cancelled at once', async () => {
  const { answering, library } = made();
  noteEdit(library, 'untitled:a');
  const source = new CancellationTokenSource();
  const begun = Date.now();
  const asked = answering.onceQuiet(() => 'done', '')(about, source.token);
  setTimeout(() => source.cancel(), 10);
  expect(await asked).toMatchObject({ code: -32800 });
  expect(Date.now() - begun).toBeLessThan(80);
});
