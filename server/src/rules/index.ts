import type { Layout } from '../reading/blocks.ts';
import type { Problem } from '../reading/model.ts';

export function findProblems(_text: string, _layout: Layout): Problem[] {
  return [];
}
