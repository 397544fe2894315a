import type { Block, Meta } from './model.ts';

export interface Layout {
  readonly blocks: readonly Block[];
  readonly meta: Meta;
}

export function readLayout(text: string): Layout {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]*\S/g)) {
    const start = line.index + (line[0].length - line[0].trimStart().length);
    blocks.push({ kind: 'paragraph', start, end: line.index + line[0].length });
  }
  return { blocks, meta: { publishedDate: null, place: null, agency: null, headline: null } };
}
