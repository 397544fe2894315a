import { findProblems } from '../rules/index.ts';
import { readLayout } from './blocks.ts';
import type { Reading } from './model.ts';

/** What can be said of a text without reading its sentences: blocks, what the header says, problems. Nobody speaks in it. */
export function readLayoutAlone(text: string): Reading {
  const layout = readLayout(text);
  const { meta, documents, separators, blocks } = layout;
  const unread = { entities: [], mentions: [], statements: [], dates: [] };
  return { meta, documents, separators, blocks, ...unread, problems: findProblems(text, layout) };
}
