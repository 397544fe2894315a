import { onOneLine } from '../features/words.ts';
import type { Problem, Severity, Span } from '../reading/model.ts';
import type { Range } from './place.ts';
import { sarif } from './sarif.ts';
import { shown } from './shown.ts';

/** How problems are printed; what is printed is never held, so that any number of files takes the same memory. */
export interface Format {
  readonly opening: () => string;
  readonly between: string;
  readonly problem: (located: Located) => string;
  /** The end, with the complaints about input that could not be read. */
  readonly closing: (complaints: readonly string[]) => string;
}

export interface Located {
  readonly path: string;
  readonly problem: Problem;
  /** The place of any span of the problem's text. */
  readonly rangeOf: (span: Span) => Range;
}

const lineByLine = (problem: Format['problem']): Format => ({
  opening: () => '',
  between: '',
  problem: located => `${problem(located)}\n`,
  closing: () => '',
});

/** `path:line:column severity code message`, as editors and terminals turn it into links. */
const text = lineByLine(({ path, problem, rangeOf }) => {
  const { line, column } = rangeOf(problem);
  return `${shown(path)}:${line}:${column} ${problem.severity} ${problem.code} ${onOneLine(problem.message)}`;
});

/** One object a line, described by docs/problem.schema.json. */
const json = lineByLine(({ path, problem, rangeOf }) => {
  const { start, end, code, severity, message, fix, suggestions, related } = problem;
  const others = related?.map(other => ({ ...rangeOf(other), ...other }));
  return JSON.stringify({
    path,
    ...rangeOf(problem),
    start,
    end,
    code,
    severity,
    message,
    fix,
    ...(suggestions && { suggestions }),
    ...(others && { related: others }),
  });
});

/** Workflow commands, which GitHub shows as annotations; columns only where a problem stays on its line, as they are ignored elsewhere. */
const github = lineByLine(({ path, problem, rangeOf }) => {
  const { severity, code, message } = problem;
  const { line, column, endLine, endColumn } = rangeOf(problem);
  const place = line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine: line };
  const properties = { file: path.replaceAll('\\', '/'), ...place, title: code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${annotations[severity]} ${written.join(',')}::${escapeData(message)}`;
});

const annotations: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const formats = { text, json, sarif, github } as const;
