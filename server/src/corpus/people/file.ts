import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLError, type YAMLMap } from 'yaml';
import type { EntityType, Problem, Severity, Span } from '../../reading/model.ts';

/** What a reader says of one person, organisation or place. Offsets are UTF-16 code units into the file. */
export interface Entry extends Span {
  readonly name: Written;
  readonly aliases: readonly Written[];
  readonly type: ListedType | null;
  readonly role: string | null;
  readonly note: string | null;
  /** An item of Wikidata, such as Q42. */
  readonly wikidata: string | null;
  /** An http or https address. */
  readonly homePage: string | null;
  readonly sameAs: readonly Written[];
  readonly notSameAs: readonly Written[];
  /** Documents and folders, by their path from the file's folder, that the entry holds for; empty if for all. */
  readonly in: readonly Written[];
  readonly says: readonly Correction[];
}

/** A word or words of the file; the span has the quotation marks that YAML may need, the text has not. */
export interface Written extends Span {
  readonly text: string;
}

/** The document and the first words of a statement that is this speaker's. */
export interface Correction extends Span {
  readonly in: Written;
  readonly words: Written;
}

export type ListedType = EntityType | 'not a name';

export const listedTypes: readonly ListedType[] = [
  'person',
  'organization',
  'place',
  'event',
  'document',
  'not a name',
];

export const fields = {
  name: 'The name to show.',
  aliases: 'Other names and spellings in the documents.',
  type: 'person, organization, place, event, document, or: not a name.',
  role: 'An office or a few words, shown with the name.',
  note: 'Anything worth knowing, shown with the name.',
  links: 'wikidata: an item such as Q42; home page: a web address.',
  'same as': 'Names of others that are the same.',
  'not the same as': 'Names of others that are somebody else.',
  in: 'The documents or folders that the entry holds for, where several bear the name.',
  says: 'Statements that are this speaker’s: in, the document, and words, the first words of what is said.',
} as const;

export const linkFields = ['wikidata', 'home page'] as const;
export const correctionFields = ['in', 'words'] as const;

export interface PeopleFile {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Nothing in it is wrong in a way that leaves open what is meant. */
  readonly isWhole: boolean;
}

const longestFile = 500_000;
const problemsShown = 100;

/** Comments and order are kept, keys are compared by us, in linear time, and lines are never folded. */
export function parsePeople(text: string) {
  return parseDocument(text, { prettyErrors: false, uniqueKeys: false, schema: 'core', logLevel: 'error' });
}

/**
 * The entries of a people file, and what is wrong with it. Never throws: text that is no YAML, too long or too deep gives
 * no entries and a problem that says so. YAML's own aliases (`*name`) are not followed, so that they cannot multiply.
 */
export function readPeople(text: string): PeopleFile {
  if (text.length > longestFile) {
    const message = `This file is longer than ${longestFile / 1000},000 characters: it is not read.`;
    return {
      entries: [],
      problems: [problem('people-syntax', 'error', { start: 0, end: 0 }, message)],
      isWhole: false,
    };
  }
  const problems: Problem[] = [];
  const entries = readEntries(text, (code, severity, span, message) => {
    if (problems.length < problemsShown) problems.push(problem(code, severity, within(span, text), message));
  });
  return { entries, problems, isWhole: !problems.some(({ severity }) => severity === 'error') };
}

/** A name in a people file, and the field and entry that it stands in. */
export interface NameInFile {
  readonly entry: Entry;
  readonly field: 'name' | 'aliases' | 'same as' | 'not the same as';
  readonly written: Written;
}

/** Every name, in no particular order. */
export function namesIn({ entries }: PeopleFile): NameInFile[] {
  return entries.flatMap(entry => [
    { entry, field: 'name' as const, written: entry.name },
    ...entry.aliases.map(written => ({ entry, field: 'aliases' as const, written })),
    ...entry.sameAs.map(written => ({ entry, field: 'same as' as const, written })),
    ...entry.notSameAs.map(written => ({ entry, field: 'not the same as' as const, written })),
  ]);
}

/** The name at an offset, or right before it; null elsewhere. */
export function nameAt(file: PeopleFile, offset: number): NameInFile | null {
  return namesIn(file).find(({ written: { start, end } }) => start <= offset && offset <= end) ?? null;
}

type Report = (code: string, severity: Severity, span: Span, message: string) => void;

function readEntries(text: string, report: Report): Entry[] {
  try {
    const document = parsePeople(text);
    if (document.errors.length > 0) reportTabs(text, report);
    for (const error of document.errors) report('people-syntax', 'error', spanOfError(error), messageOf(error));
    for (const warning of document.warnings) report('people-syntax', 'warning', spanOfError(warning), warning.message);
    if (document.errors.length > 0) return [];
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    if (!isSeq(contents)) {
      report('people-value', 'error', spanOf(contents), 'A people file is a list: begin each entry with “- name: ”.');
      return [];
    }
    return contents.items.flatMap(item => readEntry(item as Node | null, report) ?? []);
  } catch {
    // What is nested thousands deep runs out of stack in the library.
    report('people-syntax', 'error', { start: 0, end: 0 }, 'This file is nested too deeply: it is not read.');
    return [];
  }
}

/** The library's own message for a tab that should have been spaces speaks of what it led to. */
function reportTabs(text: string, report: Report): void {
  for (const { 0: indent, index } of text.matchAll(/^ *\t+/gm)) {
    report(
      'people-syntax',
      'error',
      { start: index, end: index + indent.length },
      'A tab does not indent YAML: use spaces.',
    );
  }
}

function readEntry(node: Node | null, report: Report): Entry | null {
  if (!isMap(node)) {
    const example = isScalar(node) && typeof node.value === 'string' ? node.value : 'Ana Ruiz';
    report('people-value', 'error', spanOf(node), `An entry has fields: write “- name: ${example}”.`);
    return null;
  }
  const found = fieldsOf(node, Object.keys(fields), report);
  const name = readText(found.get('name'), 'name', report);
  if (!name) {
    if (isBlank(found.get('name'))) report('people-value', 'error', firstOf(node), 'An entry needs a name.');
    return null;
  }
  const links = readMap(found.get('links'), 'links', linkFields, report);
  return {
    ...spanOf(node),
    name,
    aliases: readTexts(found.get('aliases'), 'aliases', report),
    type: readType(found.get('type'), report),
    role: readText(found.get('role'), 'role', report)?.text ?? null,
    note: readText(found.get('note'), 'note', report)?.text ?? null,
    wikidata: readWikidata(links?.get('wikidata'), report),
    homePage: readHomePage(links?.get('home page'), report),
    sameAs: readTexts(found.get('same as'), 'same as', report),
    notSameAs: readTexts(found.get('not the same as'), 'not the same as', report),
    in: readTexts(found.get('in'), 'in', report),
    says: itemsOf(found.get('says')).flatMap(item => readCorrection(item, report) ?? []),
  };
}

function readCorrection(node: Node, report: Report): Correction | null {
  const found = readMap(node, 'says', correctionFields, report);
  if (!found) return null;
  const document = readText(found.get('in'), 'in', report);
  const words = readText(found.get('words'), 'words', report);
  if (document && words) return { ...spanOf(node), in: document, words };
  report('people-value', 'error', firstOf(node), 'A statement needs “in”, its document, and “words”, its first words.');
  return null;
}

/** The values of a map by their field. A field that stands twice, or is none, is reported; the first one counts. */
function fieldsOf(map: YAMLMap, known: readonly string[], report: Report): Map<string, Node | null> {
  const found = new Map<string, Node | null>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!known.includes(name)) {
      const message = `There is no field “${name}” here: it is one of ${known.join(', ')}.`;
      report('people-field', 'warning', spanOf(key as Node | null), message);
    } else if (found.has(name)) {
      report('people-field', 'error', spanOf(key as Node | null), `The field “${name}” stands here twice.`);
    } else found.set(name, value as Node | null);
  }
  return found;
}

function readMap(node: Node | null | undefined, field: string, known: readonly string[], report: Report) {
  if (isBlank(node)) return null;
  if (isMap(node)) return fieldsOf(node, known, report);
  report('people-value', 'error', spanOf(node), `“${field}” has fields of its own: ${known.join(', ')}.`);
  return null;
}

function readTexts(node: Node | null | undefined, field: string, report: Report): Written[] {
  return itemsOf(node).flatMap(item => readText(item, field, report) ?? []);
}

/** The items of a list; a single value is a list of one. */
function itemsOf(node: Node | null | undefined): Node[] {
  if (isBlank(node)) return [];
  return isSeq(node) ? ((node.items as (Node | null)[]).filter(item => !isBlank(item)) as Node[]) : [node];
}

function readText(node: Node | null | undefined, field: string, report: Report): Written | null {
  if (isBlank(node)) return null;
  if (isScalar(node) && typeof node.value === 'string') {
    const text = node.value.trim();
    return text === '' ? null : { ...spanOf(node), text };
  }
  report('people-value', 'error', spanOf(node), wrongValue(node, field));
  return null;
}

function wrongValue(node: Node, field: string): string {
  if (isAlias(node)) return `“${field}” is written out here: YAML’s own aliases (*name) are not read.`;
  if (isScalar(node)) return `“${field}” is text: put it in quotation marks.`;
  return `“${field}” is text, not ${isMap(node) ? 'a map' : 'a list'}.`;
}

function readType(node: Node | null | undefined, report: Report): ListedType | null {
  const written = readText(node, 'type', report);
  if (!written) return null;
  const type = written.text.replace('organisation', 'organization');
  if (isListedType(type)) return type;
  report('people-value', 'error', written, `“${written.text}” is no type: it is one of ${listedTypes.join(', ')}.`);
  return null;
}

function isListedType(type: string): type is ListedType {
  return (listedTypes as readonly string[]).includes(type);
}

function readWikidata(node: Node | null | undefined, report: Report): string | null {
  const written = readText(node, 'wikidata', report);
  if (!written || /^Q[1-9]\d{0,11}$/.test(written.text)) return written?.text ?? null;
  report(
    'people-value',
    'warning',
    written,
    'An item of Wikidata is a Q and a number, such as Q42: this one is not shown.',
  );
  return null;
}

function readHomePage(node: Node | null | undefined, report: Report): string | null {
  const written = readText(node, 'home page', report);
  if (!written) return null;
  const url = /^https?:\/\/\S+$/i.test(written.text) && URL.canParse(written.text) ? new URL(written.text) : null;
  if (url && url.username === '' && url.password === '') return url.href;
  report('people-value', 'warning', written, 'A home page begins with http:// or https://: this one is not shown.');
  return null;
}

function isBlank(node: Node | null | undefined): node is null | undefined {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function spanOf(node: Node | null | undefined): Span {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}

/** The first field of a map, for a message about the whole. */
function firstOf(node: Node): Span {
  const [first] = isMap(node) ? node.items : [];
  return first ? spanOf(first.key as Node | null) : spanOf(node);
}

function spanOfError({ pos: [start, end] }: YAMLError): Span {
  return { start, end };
}

function messageOf({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'A people file is one document: take out the line “---”.';
  return `This is not YAML: ${message}`;
}

function within({ start, end }: Span, { length }: string): Span {
  const from = Math.min(start, length);
  return { start: from, end: Math.min(Math.max(end, from), length) };
}

function problem(code: string, severity: Severity, { start, end }: Span, message: string): Problem {
  return { code, severity, start, end, message, fix: null };
}
