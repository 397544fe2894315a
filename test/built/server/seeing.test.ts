import { describe, expect, test } from 'vitest';
import { editor, eventually, withServer } from '../../kit/server.ts';

const story = `2020-03-18 Seawire

Foreign Minister Ana Ruiz said that the harbour is open.

She added that it rains.
`;
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const introduction = { start: { line: 2, character: 17 }, end: { line: 2, character: 25 } };

describe('inlay hints', () => {
  test('are off unless they are asked for', () =>
    withServer({ folders: [] }, async ({ open, about }) => {
      const uri = open('untitled:a', story);
      expect(await about('textDocument/inlayHint', uri, 0, 0, { range })).toEqual([]);
    }));

  test('name whom a pronoun stands for, with the place that introduces her', () =>
    withServer({ folders: [], inlayHints: 'references' }, async ({ open, about }) => {
      const uri = open('untitled:a', story);
      const [hint, ...more] = await eventually(
        () => about('textDocument/inlayHint', uri, 0, 0, { range }),
        found => found.length > 0,
      );
      expect(more).toEqual([]);
      expect(hint).toMatchObject({
        position: { line: 4, character: 3 },
        label: [{ value: 'Ana Ruiz', location: { uri, range: introduction } }],
        paddingLeft: true,
      });
      expect(typeof hint.tooltip).toBe('string');
      const above = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      expect(await about('textDocument/inlayHint', uri, 0, 0, { range: above })).toEqual([]);
    }));

  test('are asked for again when the setting changes', () => {
    const capabilities = { ...editor, workspace: { ...editor.workspace, inlayHint: { refreshSupport: true } } };
    return withServer({ folders: [], capabilities }, async ({ open, about, connection, settings, registrations }) => {
      const uri = open('untitled:a', story);
      let refreshed = 0;
      connection.onRequest('workspace/inlayHint/refresh', () => {
        refreshed++;
        return null;
      });
      await eventually(
        () => registrations.length,
        count => count > 0,
      );
      settings.inlayHints = 'all';
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      expect(
        await eventually(
          () => refreshed,
          count => count > 0,
        ),
      ).toBe(1);
      expect(await about('textDocument/inlayHint', uri, 0, 0, { range })).toHaveLength(1);
    });
  });
});

describe('code lenses', () => {
  test('are off unless they are asked for', () =>
    withServer({ folders: [] }, async ({ open, about }) => {
      expect(await about('textDocument/codeLens', open('untitled:a', story))).toEqual([]);
    }));

  const lensOf = (capabilities: typeof editor, resolved: (lens: unknown, uri: string) => void) =>
    withServer({ folders: [], codeLens: true, capabilities }, async ({ open, about, request, change }) => {
      const uri = open('untitled:a', story);
      const [lens] = await eventually(
        () => about('textDocument/codeLens', uri),
        found => found.length > 0,
      );
      expect(lens.range).toEqual(introduction);
      expect(lens.command).toBeUndefined();
      resolved(await request('codeLens/resolve', lens), uri);
      change(uri, 2, { range: { start: range.start, end: range.start }, text: 'X' });
      await expect(request('codeLens/resolve', lens)).rejects.toThrow('The document has changed');
    });

  test('count when they are seen, and do nothing on a click', () =>
    lensOf(editor, lens =>
      expect(lens).toMatchObject({
        command: { title: '2 mentions · 2 statements · first seen 18 Mar 2020', command: '' },
      }),
    ));

  test('list the references on a click where the client can', () =>
    lensOf({ ...editor, experimental: { commands: ['readout.showReferences'] } }, (lens, uri) =>
      expect(lens).toMatchObject({
        command: { command: 'readout.showReferences', arguments: [uri, introduction.start] },
      }),
    ));
});

test('links to the web, and to nothing else', () =>
  withServer({ folders: [] }, async ({ open, about }) => {
    const uri = open('untitled:a', 'It rains.\n\nSee www.a.example/b, or command:evil.\n');
    expect(await about('textDocument/documentLink', uri)).toEqual([
      {
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 19 } },
        target: 'https://www.a.example/b',
      },
    ]);
  }));
