import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { EntityType, TextEdit } from '../../reading/model.ts';
import { nameKey } from '../names.ts';
import { openingOf } from '../openings.ts';
import { type fields, type ListedType, parsePeople, readPeople } from './file.ts';

/** Something that a reader knows better, to be written into a people file. */
export type Change = Same | Different | DifferentHere | Typed | Said | Renamed;

interface Same {
  readonly change: 'same';
  readonly names: readonly [string, string];
  readonly type: EntityType;
}

interface Different {
  readonly change: 'different';
  readonly names: readonly [string, string];
  readonly type: EntityType;
}

/** Who bears the name in one document is somebody else than elsewhere. */
interface DifferentHere {
  readonly change: 'different here';
  readonly name: string;
  readonly type: EntityType;
  /** The document, by its path from the file's folder. */
  readonly in: string;
}

interface Typed {
  readonly change: 'type';
  readonly name: string;
  readonly type: ListedType;
}

/** Whose a statement is. */
interface Said {
  readonly change: 'said';
  readonly name: string;
  readonly type: EntityType;
  readonly in: string;
  /** As `firstWords` gives them. */
  readonly words: string;
}

interface Renamed {
  readonly change: 'renamed';
  readonly from: string;
  readonly to: string;
  /** The documents go on using the old name, so it stays as an alias. */
  readonly keepsOld: boolean;
}

/**
 * The edits that write a change into the text of a people file: offsets into it, disjoint, in order. Everything that the change
 * does not speak of stays as it is, to the letter. Null for a file with errors, which nothing is written into; empty where the
 * file says so already.
 */
export function editsFor(text: string, change: Change): TextEdit[] | null {
  if (!readPeople(text).isWhole) return null;
  const { contents } = parsePeople(text);
  const file: Source = { text, list: isSeq(contents) ? contents : null, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = editsOf(file, change).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return readPeople(edited(text, edits)).isWhole ? edits : null;
}

interface Source {
  readonly text: string;
  readonly list: YAMLSeq | null;
  readonly eol: string;
}

function editsOf(file: Source, change: Change): TextEdit[] {
  switch (change.change) {
    case 'same':
      return same(file, change);
    case 'different':
      return different(file, change);
    case 'different here':
      return newEntry(file, { name: change.name, type: change.type, in: [change.in] });
    case 'type':
      return typed(file, change);
    case 'said':
      return said(file, change);
    case 'renamed':
      return renamed(file, change);
  }
}

/** The one without an entry becomes an alias of the other; of two with entries the second is said to be the same as the first. */
function same(file: Source, { names: [first, second], type }: Same): TextEdit[] {
  const [a, b] = [entryOf(file, first), entryOf(file, second)];
  const told = [
    ...(a ? withoutName(file, a, 'not the same as', second) : []),
    ...(b && b !== a ? withoutName(file, b, 'not the same as', first) : []),
  ];
  if (a && b) return a === b ? told : [...told, ...withName(file, b, 'same as', nameOf(a))];
  if (a) return [...told, ...withName(file, a, 'aliases', second)];
  if (b) return [...told, ...withName(file, b, 'aliases', first)];
  return newEntry(file, { name: first, aliases: [second], type });
}

function different(file: Source, { names: [name, other], type }: Different): TextEdit[] {
  const joined = entriesOf(file).flatMap(entry => {
    const bears = (wanted: string) => hasName(entry, 'name', wanted) || hasName(entry, 'aliases', wanted);
    const gone = bears(name) && !hasName(entry, 'name', other) ? other : bears(other) ? name : null;
    if (gone === null || hasName(entry, 'name', gone)) return withoutName(file, entry, 'same as', gone ?? other);
    return [...withoutName(file, entry, 'aliases', gone), ...withoutName(file, entry, 'same as', gone)];
  });
  const entry = entryOf(file, name);
  const apart: Values = { name, type, 'not the same as': [other] };
  return [...joined, ...(entry ? withName(file, entry, 'not the same as', other) : newEntry(file, apart))];
}

/** An alias gets an entry of its own: its type need not be that of the others. */
function typed(file: Source, { name, type }: Typed): TextEdit[] {
  const own = entriesOf(file).find(entry => hasName(entry, 'name', name));
  if (own) return withField(file, own, 'type', type);
  const bearer = entryOf(file, name);
  return [...(bearer ? withoutName(file, bearer, 'aliases', name) : []), ...newEntry(file, { name, type })];
}

function said(file: Source, correction: Said): TextEdit[] {
  const { name, type, in: document, words } = correction;
  const isMeant = (item: unknown) =>
    isMap(item) && item.get('in') === document && openingOf(String(item.get('words') ?? '')) === openingOf(words);
  const entry = entryOf(file, name);
  const elsewhere = entriesOf(file)
    .filter(other => other !== entry)
    .flatMap(other => withoutItem(file, other, 'says', isMeant));
  const item = { in: document, words };
  if (!entry) return [...elsewhere, ...newEntry(file, { name, type, says: [item] })];
  const known = entry.get('says', true) as Node | undefined;
  const isKnown = isSeq(known) ? known.items.some(isMeant) : isMeant(known);
  return isKnown ? elsewhere : [...elsewhere, ...withItem(file, entry, 'says', item)];
}

function renamed(file: Source, { from, to, keepsOld }: Renamed): TextEdit[] {
  return entriesOf(file).flatMap(entry => {
    const edits = nameFields.flatMap(field =>
      scalarsOf(entry.get(field, true))
        .filter(item => isText(item, from))
        .map(item => replace(item, written(to))),
    );
    if (!hasName(entry, 'name', from) || nameKey(from) === nameKey(to)) return edits;
    // Where the new name is an alias already, the two change places.
    const alias = scalarsOf(entry.get('aliases', true)).find(item => isText(item, to));
    if (alias)
      return [...edits, ...(keepsOld ? [replace(alias, written(from))] : withoutName(file, entry, 'aliases', to))];
    return keepsOld ? [...edits, ...withName(file, entry, 'aliases', from)] : edits;
  });
}

const nameFields = ['name', 'aliases', 'same as', 'not the same as'] as const;
type NameField = (typeof nameFields)[number];
type Field = keyof typeof fields;
type Item = string | Readonly<Record<string, string>>;
type Values = { readonly [field in Field]?: string | readonly Item[] };

function entriesOf({ list }: Source): YAMLMap[] {
  return list?.items.filter(isMap) ?? [];
}

/** The entry for all documents that has a name, or else that has it among its aliases. */
function entryOf(file: Source, name: string): YAMLMap | undefined {
  const entries = entriesOf(file).filter(entry => !entry.has('in'));
  return entries.find(entry => hasName(entry, 'name', name)) ?? entries.find(entry => hasName(entry, 'aliases', name));
}

function hasName(entry: YAMLMap, field: NameField, name: string): boolean {
  return scalarsOf(entry.get(field, true)).some(item => isText(item, name));
}

function isText(item: Scalar, name: string): boolean {
  return nameKey(String(item.value)) === nameKey(name);
}

function nameOf(entry: YAMLMap): string {
  return String(entry.get('name'));
}

function scalarsOf(node: unknown): Scalar[] {
  if (isSeq(node)) return node.items.filter(isScalar);
  return isScalar(node) && node.value !== null ? [node] : [];
}

function pairOf(entry: YAMLMap, field: Field): Pair<Scalar, Node | null> | undefined {
  return entry.items.find(({ key }) => isScalar(key) && key.value === field) as Pair<Scalar, Node | null> | undefined;
}

function withName(file: Source, entry: YAMLMap, field: NameField, name: string): TextEdit[] {
  return hasName(entry, field, name) ? [] : withItem(file, entry, field, name);
}

function withField(file: Source, entry: YAMLMap, field: Field, value: string): TextEdit[] {
  const pair = pairOf(entry, field);
  if (!pair) return newField(file, entry, field, [value], written(value));
  return isScalar(pair.value) && pair.value.value !== null
    ? [replace(pair.value, written(value))]
    : [insert(colonBehind(file, pair), ` ${written(value)}`)];
}

/** An item at the end of a list, in the way in which the list is written. */
function withItem(file: Source, entry: YAMLMap, field: Field, item: Item): TextEdit[] {
  const pair = pairOf(entry, field);
  if (!pair) return newField(file, entry, field, [item]);
  const { value } = pair;
  if (isSeq(value)) {
    const last = value.items.at(-1) as Node | undefined;
    if (value.flow)
      return [last ? insert(valueEnd(last), `, ${inLine(item)}`) : insert(value.range![0] + 1, inLine(item))];
    const column = columnOf(file, value.range![0]);
    return [insert(lineEnd(file, valueEnd(last ?? value)), file.eol + inBlock(file, item, column))];
  }
  if (!value || (isScalar(value) && value.value === null))
    return [insert(colonBehind(file, pair), ` [${inLine(item)}]`)];
  const known = isScalar(value)
    ? written(String(value.value))
    : inLine((isMap(value) ? value.toJSON() : {}) as Readonly<Record<string, string>>);
  return [replace(value, `[${known}, ${inLine(item)}]`, file)];
}

/** Behind the name of an entry. */
function newField(file: Source, entry: YAMLMap, field: Field, items: readonly Item[], value?: string): TextEdit[] {
  const name = pairOf(entry, 'name')!;
  const shown = value ?? `[${items.map(inLine).join(', ')}]`;
  if (entry.flow) return [insert(valueEnd(name.value!), `, ${field}: ${shown}`)];
  const indent = columnOf(file, name.key.range![0]);
  const isLong = value === undefined && items.some(item => typeof item !== 'string');
  const lines = isLong
    ? [`${field}:`, ...items.map(item => inBlock(file, item, indent + 2).slice(indent))]
    : [`${field}: ${shown}`];
  return [
    insert(lineEnd(file, valueEnd(name.value!)), lines.map(line => file.eol + ' '.repeat(indent) + line).join('')),
  ];
}

function withoutName(file: Source, entry: YAMLMap, field: NameField, name: string): TextEdit[] {
  return withoutItem(file, entry, field, item => isScalar(item) && isText(item, name));
}

/** The first item that is meant leaves its list, and an empty list its entry. Comments beside it stay. */
function withoutItem(file: Source, entry: YAMLMap, field: Field, isMeant: (item: unknown) => boolean): TextEdit[] {
  const pair = pairOf(entry, field);
  if (!pair?.value) return [];
  const { value } = pair;
  if (!isSeq(value)) return isMeant(value) ? withoutField(file, entry, pair) : [];
  const index = value.items.findIndex(isMeant);
  if (index < 0) return [];
  const items = value.items as Node[];
  const gone = items[index]!;
  if (items.length === 1) return withoutField(file, entry, pair);
  if (!value.flow) return [withoutLines(file, gone.range![0], gone, [gone])];
  const [before, after] = [items[index - 1], items[index + 1]];
  return [after ? cut(gone.range![0], after.range![0]) : cut(valueEnd(before!), valueEnd(gone))];
}

/** What an entry begins with stays, without its value. */
function withoutField(file: Source, entry: YAMLMap, pair: Pair<Scalar, Node | null>): TextEdit[] {
  const before = entry.items[entry.items.indexOf(pair) - 1] as typeof pair | undefined;
  const value = pair.value!;
  if (before && entry.flow) return [cut(valueEnd(before.value ?? before.key), valueEnd(value))];
  const items = isSeq(value) ? (value.items as Node[]) : [];
  if (before) return [withoutLines(file, pair.key.range![0], value, [pair.key, value, ...items])];
  if (isSeq(value) && !value.flow) return items.map(item => withoutLines(file, item.range![0], item, [item]));
  return [replace(value, '[]', file)];
}

/**
 * Takes out whole lines, from the one that an offset is in to the one where a node ends, with the line end before them, but for the
 * comments of some nodes in them.
 */
function withoutLines(file: Source, offset: number, last: Node, nodes: readonly Node[]): TextEdit {
  const { text, eol } = file;
  const first = lineStart(file, offset);
  const end = lineEnd(file, valueEnd(last));
  const behind = /^[ \t]*(#.*)/.exec(text.slice(valueEnd(last), end))?.[1] ?? null;
  // What stands above an item is not among the lines that go.
  const above = nodes
    .flatMap(({ commentBefore }) => commentBefore?.split('\n') ?? [])
    .map(line => `#${line}`)
    .filter(line => text.slice(first, end).includes(line));
  const within = nodes.flatMap(node =>
    node !== last && node.comment && valueEnd(node) < valueEnd(last) ? [`#${node.comment}`] : [],
  );
  const indent = /^[ \t]*/.exec(text.slice(first))![0];
  const kept = new Set([...above, ...within, ...(behind ? [behind] : [])]);
  const start = first - (text.startsWith('\r\n', first - 2) ? 2 : 1);
  return { start, end, text: [...kept].map(line => eol + indent + line).join('') };
}

/** At the end of the list, behind a blank line where the other entries stand so. */
function newEntry({ text, list, eol }: Source, values: Values): TextEdit[] {
  if (list?.flow && list.items.length > 0) {
    const line = Object.entries(values).map(([field, value]) => `${field}: ${inLineOrList(value!)}`);
    return [insert(valueEnd(list.items.at(-1) as Node), `, {${line.join(', ')}}`)];
  }
  const file = { text, list, eol };
  const column = list && !list.flow ? columnOf(file, list.range![0]) : 0;
  const lines = Object.entries(values).flatMap(([field, value]) => fieldLines(file, field, value!));
  const entry = lines.map((line, index) => `${' '.repeat(column)}${index === 0 ? '- ' : '  '}${line}`).join(eol);
  if (list?.flow) return [{ start: list.range![0], end: list.range![1], text: entry }];
  const last = list?.items.at(-1) as Node | undefined;
  if (!last) {
    const between = text.trim() === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
    return [insert(text.length, between + entry + eol)];
  }
  const isSpaced = list!.items.length > 1 && /\n[ \t]*\r?\n$/.test(text.slice(0, lineStart(file, last.range![0])));
  return [insert(lineEnd(file, valueEnd(last)), (isSpaced ? eol : '') + eol + entry)];
}

function fieldLines(file: Source, field: string, value: string | readonly Item[]): string[] {
  if (typeof value === 'string' || value.every(item => typeof item === 'string'))
    return [`${field}: ${inLineOrList(value)}`];
  return [`${field}:`, ...value.flatMap(item => inBlock(file, item, 2).split(file.eol))];
}

function inLineOrList(value: string | readonly Item[]): string {
  return typeof value === 'string' ? written(value) : `[${value.map(inLine).join(', ')}]`;
}

function inLine(item: Item): string {
  if (typeof item === 'string') return written(item);
  return `{ ${Object.entries(item)
    .map(([field, value]) => `${field}: ${written(String(value))}`)
    .join(', ')} }`;
}

function inBlock({ eol }: Source, item: Item, column: number): string {
  const lines =
    typeof item === 'string'
      ? [written(item)]
      : Object.entries(item).map(([field, value]) => `${field}: ${written(value)}`);
  return lines.map((line, index) => `${' '.repeat(column)}${index === 0 ? '- ' : '  '}${line}`).join(eol);
}

/** Bare where nothing in it could mean anything to YAML, else in double quotation marks, in which YAML takes what JSON does. */
export function written(text: string): string {
  const isBare = /^\p{L}(?:[\p{L}\p{M}\p{N} .'’/_-]*[\p{L}\p{M}\p{N}.])?$/u.test(text);
  return isBare && !/^(?:null|true|false)$/i.test(text) ? text : JSON.stringify(text);
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function cut(start: number, end: number): TextEdit {
  return { start, end, text: '' };
}

/** Block text ends behind its line, and what takes its place does not. */
function replace(node: Node, text: string, file?: Source): TextEdit {
  const [start] = node.range!;
  const end = valueEnd(node);
  const isLineBehind = file?.text[end - 1] === '\n' || (isScalar(node) && /^BLOCK_/.test(node.type ?? ''));
  return { start, end, text: isLineBehind ? `${text}${file?.eol ?? '\n'}` : text };
}

function valueEnd(node: Node): number {
  return node.range![1];
}

function colonBehind({ text }: Source, { key }: Pair<Scalar, Node | null>): number {
  return text.indexOf(':', key.range![1]) + 1;
}

function lineStart({ text }: Source, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function columnOf(file: Source, offset: number): number {
  return offset - lineStart(file, offset);
}

/** The end of the line that an offset is in, or right behind. */
function lineEnd({ text }: Source, offset: number): number {
  const at = text[offset - 1] === '\n' ? offset - 1 : text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

/** The text with edits in it that are disjoint and in order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
