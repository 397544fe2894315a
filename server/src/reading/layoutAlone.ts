import { checkFormatInSteps } from '../rules/index.ts';
import { readLayoutInSteps } from './blocks.ts';
import type { Reading } from './model.ts';

/**
 * What can be said of a text without reading its sentences: blocks, what the header says, problems. Nobody speaks in it.
 * In steps of a few milliseconds for each million characters.
 */
export function* readLayoutAlone(text: string): Generator<void, Reading, void> {
  const layout = yield* readLayoutInSteps(text);
  const { meta, documents, separators, blocks } = layout;
  const unread = { entities: [], mentions: [], statements: [], dates: [] };
  const { problems } = yield* checkFormatInSteps(layout);
  return { meta, documents, separators, blocks, ...unread, problems };
}
