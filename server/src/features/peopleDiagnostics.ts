import { asRead, type Corpus, isBorne } from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import { openingOf } from '../corpus/openings.ts';
import { type NameInFile, namesIn, type Written } from '../corpus/people/file.ts';
import type { PlacedFile } from '../corpus/people/people.ts';
import type { Problem, Severity, Span } from '../reading/model.ts';

/** What holds while a file has errors: what it said before, or nothing. */
export type Standing = 'as written' | 'as before' | 'unused';

/**
 * What is wrong with a people file: in itself, beside the other files of the workspace, and against the documents. A name that no
 * document has is reported once all of them are read.
 */
export function peopleDiagnostics(
  corpus: Corpus,
  placed: PlacedFile,
  standing: Standing,
  isAllRead: boolean,
  addressIn: (folder: string, path: string) => string,
): Problem[] {
  const { file } = placed;
  if (standing !== 'as written') {
    const message = `This file has errors: until they are mended, ${standing === 'as before' ? 'what it said before holds' : 'none of it holds'}.`;
    return [...file.problems, problem('people-errors', 'information', { start: 0, end: 0 }, message)];
  }
  return [
    ...file.problems,
    ...(corpus.people.problems.get(placed.uri) ?? []),
    ...(isAllRead ? [...unknownNames(corpus, placed), ...unknownStatements(corpus, placed, addressIn)] : []),
  ].slice(0, problemsShown);
}

/** A file of names that have nothing to do with the documents is known for one by then. */
const problemsShown = 500;

/** The name to show need not be one that a document has, as long as an alias is. */
function unknownNames(corpus: Corpus, { file }: PlacedFile): Problem[] {
  const listed = new Set(
    namesIn(file).flatMap(({ field, written }) => (field === 'name' ? [nameKey(written.text)] : [])),
  );
  const isKnown = ({ text }: Written) => isBorne(corpus, nameKey(text));
  const isExcused = ({ entry, field, written }: NameInFile) => {
    if (field === 'name') return [...entry.aliases, ...entry.sameAs].some(isKnown) || entry.says.length > 0;
    return field !== 'aliases' && listed.has(nameKey(written.text));
  };
  return namesIn(file)
    .filter(name => !isKnown(name.written) && !isExcused(name))
    .map(({ written }) => problem('people-unknown', 'warning', written, `“${written.text}” is in no document.`));
}

function unknownStatements(
  corpus: Corpus,
  { folder, file }: PlacedFile,
  addressIn: (folder: string, path: string) => string,
): Problem[] {
  const corrections = file.entries.flatMap(({ says }) => says);
  return corrections.flatMap(({ in: path, words }) => {
    const document = asRead(corpus, addressIn(folder, path.text));
    if (!document) return [problem('people-unknown', 'warning', path, `There is no document “${path.text}”.`)];
    if (document.openings.includes(openingOf(words.text))) return [];
    return [problem('people-unknown', 'warning', words, 'No statement of this document begins like this.')];
  });
}

function problem(code: string, severity: Severity, { start, end }: Span, message: string): Problem {
  return { code, severity, start, end, message, fix: null };
}
