import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { shown } from './shown.ts';

/** With more changed lines than this, finding the shortest difference would take many seconds. */
const MOST_CHANGES = 4_000;

/**
 * What changes in a file, for `patch -p1` and `git apply`. Where very much changes, one hunk replaces the whole file.
 * In a terminal, characters that would act on it are escaped.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const name = path.replaceAll('\\', '/').replace(/^\/+/, '');
  const names = { oldFileName: `a/${name}`, newFileName: `b/${name}` };
  const shortest = structuredPatch(names.oldFileName, names.newFileName, before, after, undefined, undefined, {
    maxEditLength: MOST_CHANGES,
  });
  const hunks = shortest?.hunks ?? [replacement(linesOf(before), linesOf(after))];
  const patch = formatPatch({ ...names, oldHeader: undefined, newHeader: undefined, hunks }, FILE_HEADERS_ONLY);
  return process.stdout.isTTY ? patch.split('\n').map(shown).join('\n') : patch;
}

function replacement(before: readonly string[], after: readonly string[]) {
  return {
    oldStart: 1,
    oldLines: before.length,
    newStart: 1,
    newLines: after.length,
    lines: [...marked('-', before), ...marked('+', after)],
  };
}

/** Lines with their line feeds; the last has none where the text does not end in one. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(sign: string, lines: readonly string[]): string[] {
  return lines.flatMap(line =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );
}
