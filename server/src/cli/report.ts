import { type OutlineItem, outline } from '../features/outline.ts';
import { onOneLine } from '../features/words.ts';
import { type Lines, linesOf, toPosition } from '../protocol/convert.ts';
import { placeOfDocument } from '../reading/entityIds.ts';
import type { Meta, Reading } from '../reading/model.ts';

/**
 * A reading for people: the header, who says what, who is who, each document of a bundle by itself, and what is malformed; lines
 * and columns count from 1.
 */
export function report(name: string, text: string, reading: Reading): string {
  const lines = linesOf(text);
  const items = outline({ uri: '', text, reading });
  const isBundle = reading.documents.length > 1;
  const documents = reading.documents.flatMap(({ meta }, place) => [
    ...(isBundle ? ['', `  Document ${place + 1} of ${reading.documents.length}`] : []),
    ...header(meta),
    ...section('Who says what', speech(isBundle ? (items[place]?.children ?? []) : items, lines)),
    ...section('Who is who', people(reading, place)),
  ]);
  return `${[onOneLine(name), ...documents, ...section('Problems', problems(reading, lines))].join('\n')}\n\n`;
}

function header(meta: Meta): string[] {
  const facts = [
    ['Headline', meta.headline],
    ['Published', meta.publishedDate],
    ['Place', meta.place],
    ['Agency', meta.agency],
  ] as const;
  return facts.flatMap(([label, value]) => (value ? [`  ${label.padEnd(10)} ${onOneLine(value)}`] : []));
}

function section(title: string, content: readonly string[]): string[] {
  return content.length > 0 ? ['', `  ${title}`, ...content] : [];
}

function speech(items: readonly OutlineItem[], lines: Lines): string[] {
  const turns = items.flatMap(item => (item.kind === 'header' ? item.children : [item]));
  return turns.flatMap((turn, index) => [
    ...(turns[index - 1]?.name === turn.name ? [] : [`    ${turn.name}`]),
    ...turn.children.flatMap(child => statement(child, lines, 3)),
  ]);
}

function statement(item: OutlineItem, lines: Lines, depth: number): string[] {
  const line = `${'  '.repeat(depth)}${place(lines, item.start).padEnd(8)} ${item.name}`;
  return [line, ...item.children.flatMap(child => statement(child, lines, depth + 1))];
}

function people({ entities, mentions }: Reading, place: number): string[] {
  const counts = new Map<string, number>();
  for (const id of mentions.flatMap(mention => mention.entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return entities
    .filter(({ id, type }) => placeOfDocument(id) === place && (type === 'person' || type === 'organization'))
    .map(({ id, type, name, roles }) => {
      const offices = roles.map(({ title, affiliation }) => (affiliation ? `${title}, ${affiliation}` : title));
      const about = [...new Set(offices.map(onOneLine)), ...(type === 'organization' ? ['organisation'] : [])];
      return `    ${onOneLine(name)}${about.length > 0 ? `: ${about.join('; ')}` : ''} (×${counts.get(id) ?? 0})`;
    });
}

function problems({ problems }: Reading, lines: Lines): string[] {
  return problems.map(
    ({ code, severity, start, message }) =>
      `    ${place(lines, start).padEnd(8)} ${severity.padEnd(11)} ${code}: ${onOneLine(message)}`,
  );
}

function place(lines: Lines, offset: number): string {
  const { line, character } = toPosition(lines, offset);
  return `${line + 1}:${character + 1}`;
}
