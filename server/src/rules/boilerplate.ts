import type { Block, BoilerplateKind } from '../reading/model.ts';
import { removal } from './copies.ts';
import type { Rule } from './rule.ts';

const NAMES: Readonly<Record<BoilerplateKind, string>> = {
  'share-bar': 'A share bar',
  'related-links': 'Links to other pages',
  notice: 'A notice of the page',
};

/** Text of the page stands between the paragraphs of the story; above and behind it does no harm. */
export const boilerplate: Rule = {
  code: 'boilerplate',
  severity: 'hint',
  description: 'A share bar, related links or a notice of the page stands between two paragraphs of the story.',
  remedy: 'No fix, since no word is dropped unasked. A quick fix removes the line.',
  fixable: 'never',
  unnecessary: true,
  *inDocument(document) {
    const { blocks, others } = document;
    if (!others.some(({ kind }) => kind === 'boilerplate')) return;
    let inStory = false;
    let waiting: Block[] = [];
    for (const block of blocks) {
      if (block.kind === 'paragraph' || block.kind === 'list-item') {
        for (const { start, end, boilerplate: kind } of waiting) {
          yield {
            start,
            end,
            message: `${kind ? NAMES[kind] : 'Text of the page'} inside the story. A quick fix removes the line.`,
            replacement: null,
            suggestions: [
              { title: 'Remove this line, which drops its words', edit: removal(document, { start, end }) },
            ],
          };
        }
        waiting = [];
        inStory = true;
      } else if (block.kind === 'boilerplate') {
        if (inStory) waiting.push(block);
      } else if (block.kind !== 'cross-head' && block.kind !== 'caption' && block.kind !== 'credit') {
        waiting = [];
        inStory = block.kind === 'dateline';
      }
    }
  },
};
