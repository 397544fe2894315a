import { type Corpus, isBorne } from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import { nameAt } from '../corpus/people/file.ts';
import type { PlacedFile } from '../corpus/people/people.ts';
import { editsFor } from '../corpus/people/write.ts';
import type { Span, TextEdit } from '../reading/model.ts';

/** A people file with its text, open or not. */
export interface PeopleText extends PlacedFile {
  readonly text: string;
}

/** The name at an offset of a people file, which can be renamed; null elsewhere. */
export function renamable({ file }: PlacedFile, offset: number): (Span & { readonly name: string }) | null {
  const found = nameAt(file, offset)?.written;
  return found ? { start: found.start, end: found.end, name: found.text } : null;
}

/**
 * The edits that give the name at an offset another form, wherever the people files have it. Documents keep their words: a name of an
 * entry that they have stays as its alias. Null where there is nothing to rename, or a file has errors.
 */
export function peopleRename(
  corpus: Corpus,
  files: readonly PeopleText[],
  placed: PlacedFile,
  offset: number,
  to: string,
): { readonly uri: string; readonly edits: readonly TextEdit[] }[] | null {
  const from = renamable(placed, offset)?.name;
  if (from === undefined || to.trim() === '') return null;
  const keepsOld = isBorne(corpus, nameKey(from));
  const change = { change: 'renamed', from, to: to.trim(), keepsOld } as const;
  const edits = files.map(({ uri, text }) => ({ uri, edits: editsFor(text, change) }));
  if (edits.some(({ uri, edits }) => edits === null && uri === placed.uri)) return null;
  return edits.flatMap(({ uri, edits }) => (edits && edits.length > 0 ? [{ uri, edits }] : []));
}
