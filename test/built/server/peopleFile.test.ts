import { describe, expect, test } from 'vitest';
import type { CodeAction, CompletionList, Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

const story = `Ana Ruiz said that the harbour is open. "We are ready," Kim Lund said. Ivo Marek met Ruiz.
`;
const other = `Foreign Minister Ana Ruiz said that Ivo Marek is welcome.
`;
const files = { 'seeds/story.txt': story, 'seeds/other.txt': other };

const capable = {
  ...editor,
  workspace: {
    ...editor.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
  textDocument: {
    ...editor.textDocument,
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
      disabledSupport: true,
    },
  },
};

const shown = async (running: Running, uri: string, line: number, character: number): Promise<string> =>
  (await running.about('textDocument/hover', uri, line, character))?.contents.value ?? '';

/** A hover once the file is taken in. */
const hoverOnce = (running: Running, uri: string, character: number, wanted: RegExp) =>
  eventually(
    () => shown(running, uri, 0, character),
    found => wanted.test(found),
  );

const indexed = ({ request }: Running) =>
  eventually(
    () => request('workspace/symbol', { query: 'ana ruiz' }),
    found => found.length > 0 && /Minister/.test(found[0].containerName),
  );

const lastDiagnostics = (running: Running, uri: string): Diagnostic[] =>
  running.published.findLast(published => published.uri === uri)?.diagnostics ?? [];

const messages = (running: Running, uri: string) => lastDiagnostics(running, uri).map(({ message }) => message);

test('two names are one, with role, note and links', () =>
  withServer(
    {
      files: {
        ...files,
        'people.yaml':
          '- name: Ana Ruiz\n  aliases: [Kim Lund]\n  role: Minister [x](command:y)\n  note: <b>Late</b>\n  links:\n    wikidata: Q42\n    home page: https://ruiz.example/a(b)\n',
      },
    },
    async running => {
      const uri = running.open('seeds/story.txt', story);
      await indexed(running);
      const found = await hoverOnce(running, uri, 58, /Ana Ruiz/);
      expect(found).toContain('**Ana Ruiz**');
      expect(found).toContain('Minister \\[x\\](command\\:y)'.replace(/[()]/g, '\\$&'));
      expect(found).toContain('&lt;b&gt;Late&lt;/b&gt;');
      expect(found).toContain('[Wikidata Q42](<https://www.wikidata.org/wiki/Q42>)');
      expect(found).toContain('](<https://ruiz.example/a(b)>)');
      expect(found).toContain(`[people\\.yaml, line 1](<${running.uri('people.yaml')}#L1>)`.replace('\\.', '.'));
      const [entry] = await running.about('textDocument/typeDefinition', uri, 0, 58);
      expect(entry).toEqual({
        uri: running.uri('people.yaml'),
        range: { start: { line: 0, character: 8 }, end: { line: 0, character: 16 } },
      });
    },
  ));

test('a file that is created, edited and deleted on disk', () =>
  withServer({ files, capabilities: capable }, async running => {
    const uri = running.open('seeds/story.txt', story);
    await indexed(running);
    expect(await shown(running, uri, 0, 58)).not.toContain('Ruiz');
    running.write('people.yaml', '- name: Ana Ruiz\n  aliases: Kim Lund\n');
    running.watched(1, 'people.yaml');
    expect(await hoverOnce(running, uri, 58, /Ana Ruiz/)).toContain('**Ana Ruiz**');
    running.write('people.yaml', '- name: Kim Lund\n  type: not a name\n');
    running.watched(2, 'people.yaml');
    expect(await hoverOnce(running, uri, 58, /Unnamed source/)).not.toContain('mention');
    running.watched(3, 'people.yaml');
    expect(await hoverOnce(running, uri, 58, /Lund/)).toContain('Lund');
  }));

test('the unsaved buffer holds at once; with errors what it said before holds, and it says so', () =>
  withServer({ files }, async running => {
    const uri = running.open('seeds/story.txt', story);
    await indexed(running);
    const people = running.open('people.yaml', '- name: Ana Ruiz\n  aliases: [Kim Lund]\n', 'yaml');
    expect(await shown(running, uri, 0, 58)).toContain('Ana Ruiz');
    running.change(people, 2, { text: '- name: Ana Ruiz\n\taliases: [Bo\n' });
    expect(await shown(running, uri, 0, 58)).toContain('Ana Ruiz');
    const found = await eventually(
      () => messages(running, people),
      list => list.length > 0,
    );
    expect(found[0]).toBe('A tab does not indent YAML: use spaces.');
    expect(found.at(-1)).toBe('This file has errors: until they are mended, what it said before holds.');
    running.change(people, 3, { text: '- name: Ana Ruiz\n' });
    expect(await shown(running, uri, 0, 58)).not.toContain('Ana Ruiz');
    // It was never saved: closed, it is gone.
    running.change(people, 4, { text: '- name: Kim Lund\n  role: captain\n' });
    expect(await shown(running, uri, 0, 58)).toContain('captain');
    running.close(people);
    expect(await hoverOnce(running, uri, 58, /^(?!.*captain)/s)).not.toContain('captain');
  }));

test('a closed file with errors is named in a message, once', () =>
  withServer({ files: { ...files, 'people.yaml': '- name: [\n' } }, async running => {
    const told: string[] = [];
    running.connection.onNotification('window/showMessage', ({ message }) => void told.push(message));
    running.open('seeds/story.txt', story);
    await indexed(running);
    running.watched(2, 'people.yaml');
    await eventually(
      () => running.log.filter(line => line.includes('people.yaml')),
      lines => lines.length > 0,
    );
    expect(told.length).toBeLessThan(2);
    expect(running.log.filter(line => line.includes('people.yaml'))).toHaveLength(1);
    expect(running.log.join()).toContain('This is not YAML');
  }));

test('names and statements that are nowhere are reported once all files are read', () =>
  withServer({ files }, async running => {
    await indexed(running);
    const text = '- name: Ana Ruiz\n  alias: x\n  aliases: [Nobody]\n  says: {in: seeds/story.txt, words: It snows}\n';
    const people = running.open('people.yaml', text, 'yaml');
    const found = await eventually(
      () => messages(running, people),
      list => list.length === 3,
    );
    expect(found).toEqual([
      'There is no field “alias” here: it is one of name, aliases, type, role, note, links, same as, not the same as, in, says.',
      '“Nobody” is in no document.',
      'No statement of this document begins like this.',
    ]);
  }));

describe('what is said of names follows the documents', () => {
  const absent = '“Kim Lund” is in no document.';
  const withoutHer = story.replace('Kim Lund', 'Ana Ruiz');

  test('a client that is sent problems is sent them anew', () =>
    withServer({ files }, async running => {
      const uri = running.open('seeds/story.txt', story);
      await indexed(running);
      const people = running.open('people.yaml', '- name: Kim Lund\n- name: Nobody\n', 'yaml');
      const told = (wanted: string[]) =>
        eventually(
          () => messages(running, people),
          list => list.join() === wanted.join(),
        );
      expect(await told(['“Nobody” is in no document.'])).toHaveLength(1);
      running.change(uri, 2, { text: withoutHer });
      expect(await told([absent, '“Nobody” is in no document.'])).toHaveLength(2);
      running.change(uri, 3, { text: story });
      expect(await told(['“Nobody” is in no document.'])).toHaveLength(1);
    }));

  test('a client that asks for them is told to ask again, and only where they are others', () => {
    const pulling = {
      ...editor,
      workspace: { ...editor.workspace, diagnostics: { refreshSupport: true } },
      textDocument: { ...editor.textDocument, diagnostic: {} },
    };
    return withServer({ files, capabilities: pulling }, async running => {
      let refreshed = 0;
      running.connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshed++;
        return null;
      });
      const uri = running.open('seeds/story.txt', story);
      const people = running.open('people.yaml', '- name: Kim Lund\n', 'yaml');
      const asked = async () =>
        (await running.about('textDocument/diagnostic', people)).items.map(({ message }: Diagnostic) => message);
      await indexed(running);
      expect(await asked()).toEqual([]);
      const refreshedMoreThan = (times: number) =>
        eventually(
          () => refreshed,
          count => count > times,
        );
      const more = `${story}\nIvo Marek said that it snows.\n`;
      running.change(uri, 2, { text: more });
      const times = await refreshedMoreThan(0);
      running.change(uri, 3, { text: `${more}\nMarek said that it pours.\n` });
      await running.about('textDocument/diagnostic', uri);
      running.change(uri, 4, { text: withoutHer });
      await running.about('textDocument/diagnostic', uri);
      expect(await refreshedMoreThan(times)).toBe(times + 1);
      expect(await asked()).toEqual([absent]);
    });
  });
});

const actionsAt = (running: Running, uri: string, character: number): Promise<CodeAction[]> => {
  const at = { line: 0, character };
  return running.request('textDocument/codeAction', {
    ...{ textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [], only: ['refactor'] } },
  });
};

/** The text of a file behind an edit that names it alone. */
function changed(edit: WorkspaceEdit | undefined, before: string): string {
  const edits = edit?.documentChanges?.find(change => 'edits' in change) as TextDocumentEdit;
  return TextDocument.applyEdits(TextDocument.create('', '', 0, before), edits.edits as never);
}

test('an action creates the file, the next ones write into it, and each holds', () =>
  withServer({ files, capabilities: capable }, async running => {
    const uri = running.open('seeds/story.txt', story);
    await indexed(running);
    const offered = await actionsAt(running, uri, 58);
    expect(offered.map(({ title }) => title)).toContain('Kim Lund and Ana Ruiz are the same person');
    const join = offered.find(({ title }) => title === 'Kim Lund and Ana Ruiz are the same person')!;
    expect(join.edit).toBeUndefined();
    const joined: CodeAction = await running.request('codeAction/resolve', join);
    expect(joined.edit?.documentChanges?.[0]).toEqual({
      ...{ kind: 'create', uri: running.uri('people.yaml'), options: { ignoreIfExists: true } },
    });
    const first = changed(joined.edit, '');
    expect(first).toBe('- name: Kim Lund\n  aliases: [Ana Ruiz]\n  type: person\n');
    const people = running.open('people.yaml', first, 'yaml');
    expect(await shown(running, uri, 0, 1)).toContain('**Kim Lund**');

    const wrong = (await actionsAt(running, uri, 48)).find(({ title }) => /^Wrong speaker: Ivo Marek/.test(title))!;
    const second = changed((await running.request('codeAction/resolve', wrong)).edit, first);
    running.change(people, 2, { text: second });
    expect(await running.about('textDocument/implementation', uri, 0, 74)).toHaveLength(1);

    const { edit } = await running.request('codeAction/resolve', wrong);
    expect((edit.documentChanges[0] as TextDocumentEdit).textDocument).toEqual({ uri: people, version: 2 });
  }));

test('a client that has a command for it is told what has been written, and whether into a new file', () =>
  withServer(
    { files, capabilities: { ...capable, experimental: { commands: ['readout.peopleWritten'] } } },
    async running => {
      const uri = running.open('seeds/story.txt', story);
      const told = async () => {
        const [action] = await actionsAt(running, uri, 58);
        return (await running.request<CodeAction>('codeAction/resolve', action)).command;
      };
      const address = running.uri('people.yaml');
      expect(await told()).toMatchObject({ command: 'readout.peopleWritten', arguments: [address, true] });
      running.open('people.yaml', '- name: Bo\n', 'yaml');
      expect(await told()).toMatchObject({ arguments: [address, false] });
    },
  ));

test('nothing is written into a file with errors', () =>
  withServer({ files, capabilities: capable }, async running => {
    const uri = running.open('seeds/story.txt', story);
    running.open('people.yaml', '- name: [', 'yaml');
    const [refused, ...more] = await actionsAt(running, uri, 1);
    expect(refused).toMatchObject({ disabled: { reason: 'people.yaml has errors: mend them first.' } });
    expect(more).toEqual([]);
  }));

test('a client that cannot wait has the edits with the actions, one without folders has none', async () => {
  await withServer({ files }, async running => {
    const uri = running.open('seeds/story.txt', story);
    const offered = await actionsAt(running, uri, 1);
    expect(offered.length).toBeGreaterThan(2);
    expect(offered.every(({ edit }) => edit?.documentChanges?.length === 1)).toBe(true);
  });
  await withServer({ files, folders: [] }, async running => {
    const uri = running.open('seeds/story.txt', story);
    expect(await actionsAt(running, uri, 1)).toEqual([]);
  });
});

test('from a name in the file to the documents, and its other forms', () =>
  withServer({ files, capabilities: capable }, async running => {
    await indexed(running);
    const text = '- name: Ana Ruiz\n  aliases: [Kim Lund]\n- name: Bo\n  not the same as: Ana Ruiz\n';
    const people = running.open('people.yaml', text, 'yaml');
    const found = await eventually(
      () => shown(running, people, 0, 10),
      text => text.includes('in 2 documents'),
    );
    expect(found).toContain('mentions in 2 documents of the workspace');
    const references = await running.about('textDocument/references', people, 0, 10, {
      context: { includeDeclaration: true },
    });
    expect(references.length).toBeGreaterThan(3);
    const [definition] = await running.about('textDocument/definition', people, 1, 15);
    expect(definition.targetUri ?? definition.uri).toBe(running.uri('seeds/other.txt'));
    expect(await running.about('textDocument/prepareRename', people, 0, 10)).toEqual({
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 16 } },
      placeholder: 'Ana Ruiz',
    });
    const edit = await running.about('textDocument/rename', people, 0, 10, { newName: 'Ana María Ruiz' });
    expect(changed(edit, text)).toBe(
      '- name: Ana María Ruiz\n  aliases: [Kim Lund, Ana Ruiz]\n- name: Bo\n  not the same as: Ana María Ruiz\n',
    );
    const completed: CompletionList = await running.about('textDocument/completion', people, 0, 9);
    expect(completed.items.map(({ label }) => label)).toContain('Ana Ruiz');
    const fields: CompletionList = await running.about('textDocument/completion', people, 2, 2);
    expect(fields.items.map(({ label }) => label)).toContain('not the same as');
    const story1 = running.open('seeds/story.txt', story);
    expect(await running.about('textDocument/completion', story1, 0, 3)).toBeNull();
    expect(await running.about('textDocument/prepareRename', story1, 0, 3)).toBeNull();
  }));

test('each folder has its file, and all hold for all', () =>
  withServer(
    {
      folders: ['a', 'b'],
      capabilities: capable,
      files: {
        'a/seeds/story.txt': story,
        'b/seeds/other.txt': other,
        'b/people.yaml': '- name: Ana Ruiz\n  aliases: Kim Lund\n  type: person\n',
      },
    },
    async running => {
      const uri = running.open('a/seeds/story.txt', story);
      expect(await hoverOnce(running, uri, 58, /Ana Ruiz/)).toContain('b/people.yaml'.slice(2));
      // The first folder's file holds, and the other one is told.
      running.open('a/people.yaml', '- name: ana ruiz\n  type: place\n', 'yaml');
      const theirs = running.open('b/people.yaml', '- name: Ana Ruiz\n  type: person\n', 'yaml');
      const told = await eventually(
        () => messages(running, theirs),
        list => list.length > 0,
      );
      expect(told.join()).toContain('of type person here and of type place');
    },
  ));

test('a client that can is asked to show again what a change in the file changes', () => {
  const refreshing = {
    ...editor.workspace,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  };
  return withServer({ files, capabilities: { ...editor, workspace: refreshing } }, async running => {
    const asked: string[] = [];
    for (const method of ['workspace/semanticTokens/refresh', 'workspace/inlayHint/refresh']) {
      running.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    }
    running.open('seeds/story.txt', story);
    await indexed(running);
    running.write('people.yaml', '- name: Ana Ruiz\n  type: place\n');
    running.watched(1, 'people.yaml');
    const times = await eventually(
      () => asked.length,
      count => count > 1,
    );
    expect(times).toBe(2);
    // The answers have arrived when another one does.
    await running.request('workspace/symbol', { query: '' });
    expect(new Set(asked).size).toBe(2);
  });
});
