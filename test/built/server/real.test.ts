import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually, type Running, withServer } from '../../kit/server.ts';

const folder = join(import.meta.dirname, '../../../../shared/seeds');
const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : [];
const files = Object.fromEntries(names.map(name => [`seeds/${name}`, readFileSync(join(folder, name), 'utf8')]));

/** Line and column of the nth word in a text. */
function find(text: string, word: string, nth = 0): { line: number; character: number } {
  const at = [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))][nth]!.index;
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const withReal = (use: (running: Running) => Promise<void>) => () =>
  withServer({ files }, async running => {
    await eventually(
      () => running.progress.at(-1)?.kind,
      kind => kind === 'end',
    );
    await use(running);
  });

describe.skipIf(names.length === 0)('the real seeds (skipped where ../shared/seeds is not there)', () => {
  const withWang = names.filter(name => /\bWang Yi\b/.test(files[`seeds/${name}`]!));

  test(
    'hovering “Wang” names Wang Yi with his office, references lead to all documents that have him',
    withReal(async running => {
      expect(withWang).toHaveLength(3);
      for (const name of withWang) {
        const text = files[`seeds/${name}`]!;
        const uri = running.open(`seeds/${name}`, text);
        for (const nth of [0, 1, 2]) {
          const { line, character } = find(text, 'Wang', nth);
          const { contents } = await running.about('textDocument/hover', uri, line, character);
          expect(contents.value).toMatch(
            /^(\*.*\n\n)?\*\*Wang Yi\*\* \(person\)\n\n- State Councilor and Foreign Minister/,
          );
          const found = await running.about('textDocument/references', uri, line, character, {
            context: { includeDeclaration: true },
          });
          expect(new Set(found.map((place: { uri: string }) => place.uri))).toEqual(
            new Set(withWang.map(other => running.uri(`seeds/${other}`))),
          );
        }
      }
    }),
  );

  test(
    'the outline of a meeting lists both ministers as speakers',
    withReal(async running => {
      const name = names.find(other => other.startsWith('000'))!;
      const uri = running.open(`seeds/${name}`, files[`seeds/${name}`]!);
      const symbols: { name: string; kind: number }[] = await running.about('textDocument/documentSymbol', uri);
      expect(symbols.filter(({ kind }) => kind === 5).map(symbol => symbol.name)).toEqual([
        'Wang Yi',
        'Jean-Yves Le Drian',
      ]);
    }),
  );

  test(
    'fixing everything leaves only what would drop words',
    withReal(async running => {
      for (const name of names) {
        const uri = running.open(`seeds/${name}`, files[`seeds/${name}`]!);
        const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
        const context = { diagnostics: [], only: ['source.fixAll.readout'] };
        const [action] = await running.about('textDocument/codeAction', uri, 0, 0, { range: whole, context });
        const edits: { range: unknown; newText: string }[] = action.edit.documentChanges[0].edits;
        running.change(uri, 2, ...edits.reverse().map(({ range, newText }) => ({ range, text: newText })));
        const left = await running.about('textDocument/codeAction', uri, 0, 0, {
          range: whole,
          context: { diagnostics: [] },
        });
        expect(left.filter(({ title }: { title: string }) => !title.endsWith('which drops its words'))).toEqual([]);
      }
    }),
  );
});
