import { type ClientCapabilities, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Problem, Severity } from '../reading/model.ts';
import { once } from '../reading/once.ts';
import { rules } from '../rules/index.ts';
import { type Lines, toRange } from './convert.ts';

/** What problems are shown with, besides what every client can show. */
export interface Showing {
  readonly client: ClientCapabilities;
  /** The address of a rule's page, in which `{code}` stands for the rule: the client's, else that of the host's folder. */
  readonly rulePage: string | undefined;
}

/** Where a problem is: the document's lines, and its address as the client writes it. */
interface Shown {
  readonly lines: Pick<Lines, 'lineStarts'>;
  readonly uri: string;
}

/** A problem with its page, the other places that it is about, and whether it is to be faded, as far as the client can. */
export function toDiagnostic({ lines, uri }: Shown, problem: Problem, { client, rulePage }: Showing): Diagnostic {
  const { code, severity, message, related = [] } = problem;
  const can = { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic };
  const isUnnecessary = unnecessary().has(code) && can.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary);
  return {
    range: toRange(lines, problem),
    severity: severities[severity],
    code,
    source: 'readout',
    message,
    ...(can.codeDescriptionSupport &&
      rulePage &&
      codes().has(code) && { codeDescription: { href: rulePage.replace('{code}', code) } }),
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

const codes = once((): ReadonlySet<string> => new Set(rules.map(rule => rule.code)));
const unnecessary = once(
  (): ReadonlySet<string> => new Set(rules.flatMap(rule => (rule.unnecessary ? [rule.code] : []))),
);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
