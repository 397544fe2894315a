import { relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Severity, Span, TextEdit } from '../reading/model.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Format, Located } from './formats.ts';
import type { Range } from './place.ts';

// SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS. Its one object is printed piece by piece: first
// what is known from the start, then a result a line, then what is known at the end.

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export const sarif: Format = {
  opening: () => `{"$schema":"${schema}","version":"2.1.0","runs":[{${membersOf(run())},"results":[\n`,
  between: ',\n',
  problem: located => JSON.stringify(result(located)),
  closing: complaints => `\n],"invocations":${JSON.stringify([invocation(complaints)])}}]}\n`,
};

function membersOf(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

function run() {
  return {
    tool: { driver: { name: 'Readout', rules: rules.map(describe) } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [base]: { uri: `${URI.file(process.cwd()).toString().replace(/\/+$/, '')}/` } },
  };
}

function describe({ code, severity, description, remedy }: Rule) {
  return {
    id: code,
    shortDescription: { text: description },
    fullDescription: { text: `${description} ${remedy}` },
    help: { text: `${description} ${remedy} See Readout's docs/rules/${code}.md.` },
    defaultConfiguration: { level: levels[severity] },
  };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const numbers: ReadonlyMap<string, number> = new Map(rules.map(({ code }, index) => [code, index]));

function result({ path, problem, rangeOf }: Located) {
  const { code, severity, message, fix, related = [] } = problem;
  const artifactLocation = locationOf(path);
  const replacementOf = (edit: TextEdit) => ({
    deletedRegion: regionOf(rangeOf(edit)),
    ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
  });
  const placeOf = (span: Span) => ({ artifactLocation, region: regionOf(rangeOf(span)) });
  return {
    ruleId: code,
    ruleIndex: numbers.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: placeOf(problem) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: placeOf(other),
        message: { text: other.message },
      })),
    }),
    // Suggestions are left out: what reads the log may well make every change that it finds.
    ...(fix && { fixes: [{ artifactChanges: [{ artifactLocation, replacements: [replacementOf(fix)] }] }] }),
    properties: { severity },
  };
}

function regionOf({ line, column, endLine, endColumn }: Range) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

const base = '%SRCROOT%';

/** Relative to the folder that the command runs in, as code hosts want it; absolute for what lies elsewhere. */
function locationOf(path: string) {
  const within = relative(process.cwd(), resolve(path)).replaceAll('\\', '/');
  if (/^\.\.(\/|$)|^\/|^[A-Za-z]:/.test(within)) return { uri: URI.file(resolve(path)).toString() };
  return { uri: within.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}

function invocation(complaints: readonly string[]) {
  return {
    executionSuccessful: complaints.length === 0,
    toolExecutionNotifications: complaints.map(text => ({ level: 'error', message: { text } })),
  };
}
