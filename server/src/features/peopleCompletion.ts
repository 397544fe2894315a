import type { Cluster, Corpus } from '../corpus/corpus.ts';
import { nameKey } from '../corpus/names.ts';
import { correctionFields, fields, linkFields, listedTypes } from '../corpus/people/file.ts';
import { written } from '../corpus/people/write.ts';
import type { Span } from '../reading/model.ts';
import { count, onOneLine } from './words.ts';
import { clustersMatching } from './workspaceSymbols.ts';

/** What can be written at an offset of a people file, in place of `span`. */
export interface Completion extends Span {
  readonly items: readonly CompletionItem[];
  /** There are more than are given: they are found by typing on. */
  readonly isCapped: boolean;
}

export interface CompletionItem {
  readonly kind: 'field' | 'type' | 'name';
  readonly label: string;
  readonly text: string;
  readonly detail: string;
}

const namesShown = 100;

/**
 * The fields of an entry; behind “type” the types, behind fields that take names those of the documents, the best match first, and
 * behind “aliases” also the other names of those who match. It goes by the lines alone, since a file that is being typed is often
 * no YAML yet.
 */
export function peopleCompletion(corpus: Corpus, text: string, offset: number): Completion {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const value = /^(\s*(?:- +)?)([\p{L} ]+):[ \t]+(.*)$/u.exec(line);
  const item = /^(\s*)- +(.*)$/.exec(line);
  const field = value ? value[2]! : item && listAround(text.slice(0, lineStart), item[1]!.length);
  if (field) return valuesOf(corpus, field, value?.[3] ?? item![2]!, offset);
  const begun = /^\s*(?:- +)?([\p{L} ]*)$/u.exec(line)?.[1];
  return {
    start: offset - (begun?.length ?? 0),
    end: offset,
    items: begun === undefined ? [] : fieldItems(text, lineStart, line),
    isCapped: false,
  };
}

/** The field whose list an item stands in, from the lines above it; null for an item of the whole list. */
function listAround(above: string, column: number): string | null {
  for (const line of above.split('\n').reverse().slice(1)) {
    const key = /^(\s*(?:- +)?)([\p{L} ]+):\s*$/u.exec(line);
    if (key) return key[1]!.length <= column ? key[2]! : null;
    if (!/^\s*(?:-\s|#|$)/.test(line) || (/^\s*-\s/.test(line) && line.search(/-/) < column)) return null;
  }
  return null;
}

function fieldItems(text: string, lineStart: number, line: string): CompletionItem[] {
  const column = line.length - line.replace(/^\s*(?:- +)?/, '').length;
  const isFirst = /^\s*- /.test(line);
  const parent = isFirst ? null : parentOf(text.slice(0, lineStart), column);
  if (parent === 'links') return linkFields.map(field => fieldItem(field, ''));
  if (parent === 'says') return correctionFields.map(field => fieldItem(field, ''));
  return Object.entries(fields).map(([field, detail]) => fieldItem(field, detail));
}

function fieldItem(field: string, detail: string): CompletionItem {
  return { kind: 'field', label: field, text: `${field}: `, detail };
}

/** The nearest field above that stands further left and has nothing behind it. */
function parentOf(above: string, column: number): string | null {
  for (const line of above.split('\n').reverse().slice(1)) {
    const key = /^(\s*(?:- +)?)([\p{L} ]+):(.*)$/u.exec(line);
    if (key && key[1]!.length < column) return key[3]!.trim() === '' ? key[2]! : null;
  }
  return null;
}

function valuesOf(corpus: Corpus, field: string, typed: string, offset: number): Completion {
  // In a list on one line what stands behind the last comma is being typed.
  const begun = /^\[/.test(typed) ? typed.replace(/^.*[[,]\s*/, '') : typed;
  const span = { start: offset - begun.length, end: offset };
  if (field === 'type') return { ...span, items: listedTypes.map(typeItem), isCapped: false };
  if (!['name', 'aliases', 'same as', 'not the same as'].includes(field))
    return { ...span, items: [], isCapped: false };
  const query = begun.replace(/["']/g, '');
  const clusters = clustersMatching(corpus, query, namesShown + 1);
  const items = clusters.slice(0, namesShown).flatMap(cluster => nameItems(cluster, field === 'aliases', query));
  return { ...span, items, isCapped: clusters.length > namesShown || query !== '' };
}

function typeItem(type: string): CompletionItem {
  return { kind: 'type', label: type, text: type, detail: '' };
}

function nameItems(cluster: Cluster, withAliases: boolean, query: string): CompletionItem[] {
  const mentions = cluster.bearers.reduce((sum, { facts }) => sum + facts.mentions.length, 0);
  const documents = new Set(cluster.bearers.map(({ document }) => document.uri)).size;
  const detail = `${cluster.type}, ${count(mentions, 'mention')} in ${count(documents, 'document')}`;
  const begins = nameKey(query);
  const aliases = cluster.bearers
    .flatMap(({ facts }) => [facts.entity.name, ...facts.entity.aliases])
    .filter(alias => alias !== cluster.name && nameKey(alias).includes(begins));
  return [cluster.name, ...(withAliases ? new Set(aliases) : [])].map(name => ({
    kind: 'name',
    label: onOneLine(name),
    text: written(name),
    detail: name === cluster.name ? detail : `${onOneLine(cluster.name)}: ${detail}`,
  }));
}
