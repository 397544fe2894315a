import { expect, test } from 'vitest';
import { editor, eventually, type Running, withServer } from '../../kit/server.ts';

const torn = ' The harbour opens on Monday, the mayor said.';

interface Item {
  readonly scopeUri?: string;
}

/** Answers the server's questions for settings from now on, and tells it that they have changed. */
function set({ connection }: Running, rules: (folder: string | undefined) => unknown): void {
  connection.onRequest('workspace/configuration', ({ items }: { items: Item[] }) =>
    items.map(({ scopeUri }) => ({ include: [], rules: rules(scopeUri) })),
  );
  void connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

const shown = ({ published }: Running, uri: string) =>
  published
    .filter(sent => sent.uri === uri)
    .at(-1)
    ?.diagnostics.map(({ code, severity }) => `${code} ${severity}`);

test('readout.rules holds for each folder by itself, and for what lies in none', () =>
  withServer(
    { files: { 'a/x.seed': torn, 'a/b/x.seed': torn, 'c/x.seed': torn }, folders: ['a', 'a/b', 'c'] },
    async running => {
      const [a, b, c] = ['a/x.seed', 'a/b/x.seed', 'c/x.seed'].map(name => running.open(name, torn));
      const elsewhere = running.open('untitled:x', torn);
      for (const uri of [a!, b!, c!, elsewhere]) {
        const found = await eventually(
          () => shown(running, uri),
          codes => codes !== undefined,
        );
        expect(found).toEqual(['leading-space 2', 'missing-final-newline 3']);
      }
      set(running, folder => {
        if (folder === undefined) return { 'missing-final-newline': 'error' };
        if (folder.endsWith('/a')) return { 'leading-space': 'off' };
        return folder.endsWith('/b') ? { 'leading-space': 'hint' } : {};
      });
      const after = async (uri: string) => {
        const old = ['leading-space 2', 'missing-final-newline 3'];
        return eventually(
          () => shown(running, uri),
          codes => String(codes) !== String(old),
        );
      };
      expect(await after(a!)).toEqual(['missing-final-newline 3']);
      expect(await after(b!)).toEqual(['leading-space 4', 'missing-final-newline 3']);
      expect(await after(elsewhere)).toEqual(['leading-space 2', 'missing-final-newline 1']);
      expect(shown(running, c!)).toEqual(['leading-space 2', 'missing-final-newline 3']);
    },
  ));

test('a rule that is off is neither offered for mending nor mended with the rest', () =>
  withServer({ folders: [] }, async running => {
    const uri = running.open('untitled:x', torn);
    set(running, () => ({ 'leading-space': 'off' }));
    await eventually(
      () => shown(running, uri),
      codes => codes?.length === 1,
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: torn.length } };
    const actions = await running.about('textDocument/codeAction', uri, 0, 0, { range, context: { diagnostics: [] } });
    expect(actions).toHaveLength(2);
    for (const { edit } of actions) {
      const end = { line: 0, character: torn.length };
      expect(edit.documentChanges[0].edits).toEqual([{ range: { start: end, end }, newText: '\n' }]);
    }
  }));

test('what means nothing is said in the log, once, and the rest holds', () =>
  withServer({ files: { 'a/x.seed': torn }, folders: ['a', ''] }, async running => {
    const uri = running.open('a/x.seed', torn);
    set(running, () => ({ 'leading-spaces': 'off', 'missing-final-newline': 'loud', 'leading-space': 'off' }));
    expect(
      await eventually(
        () => shown(running, uri),
        codes => codes?.length === 1,
      ),
    ).toEqual(['missing-final-newline 3']);
    const said = running.log.filter(line => line.includes('readout.rules'));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('There is no rule "leading-spaces". The rules are ');
    expect(said[1]).toContain('missing-final-newline cannot be "loud": it takes off, hint');
  }));

test('a client that asks for diagnostics is told when to ask again, and only then', () =>
  withServer(
    {
      folders: [],
      capabilities: {
        ...editor,
        workspace: { ...editor.workspace, diagnostics: { refreshSupport: true } },
        textDocument: { ...editor.textDocument, diagnostic: {} },
      },
    },
    async running => {
      let refreshed = 0;
      running.connection.onRequest('workspace/diagnostic/refresh', () => void refreshed++);
      const uri = running.open('untitled:x', torn);
      const { resultId } = await running.about('textDocument/diagnostic', uri);
      set(running, () => ({ 'leading-space': 'off' }));
      expect(
        await eventually(
          () => refreshed,
          times => times > 0,
        ),
      ).toBe(1);
      const again = await running.about('textDocument/diagnostic', uri, 0, 0, { previousResultId: resultId });
      expect(again).toMatchObject({ kind: 'full', items: [{ code: 'missing-final-newline' }] });
      let asked = 0;
      set(running, () => {
        asked++;
        return { 'leading-space': 'off' };
      });
      await eventually(
        () => asked,
        times => times > 0,
      );
      await running.about('textDocument/diagnostic', uri);
      expect(refreshed).toBe(1);
    },
  ));
