import { type ClientCapabilities, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Problem, Severity } from '../reading/model.ts';
import { rules } from '../rules/index.ts';
import { type Lines, toRange } from './convert.ts';

/** What problems are shown with, besides what every client can show. */
export interface Showing {
  readonly client: ClientCapabilities;
  /** The folder of the pages about the rules, by address: where the client says that they are, else where the host has them. */
  readonly pages: string | undefined;
}

/** Where a problem is: the document's lines, and its address as the client writes it. */
interface Shown {
  readonly lines: Pick<Lines, 'lineStarts'>;
  readonly uri: string;
}

/** A problem with its page, the other places that it is about, and whether it is to be faded, as far as the client can. */
export function toDiagnostic({ lines, uri }: Shown, problem: Problem, { client, pages }: Showing): Diagnostic {
  const { code, severity, message, related = [] } = problem;
  const can = { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic };
  const isUnnecessary = unnecessary.has(code) && can.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary);
  return {
    range: toRange(lines, problem),
    severity: severities[severity],
    code,
    source: 'readout',
    message,
    ...(can.codeDescriptionSupport && pages && codes.has(code) && { codeDescription: { href: `${pages}/${code}.md` } }),
    ...(isUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(can.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(other => ({
          location: { uri, range: toRange(lines, other) },
          message: other.message,
        })),
      }),
  };
}

const codes: ReadonlySet<string> = new Set(rules.map(rule => rule.code));
const unnecessary: ReadonlySet<string> = new Set(rules.flatMap(rule => (rule.unnecessary ? [rule.code] : [])));

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
