import type { Layout } from './blocks.ts';
import type { DateExpression } from './model.ts';

export function readDates(_text: string, _layout: Layout): DateExpression[] {
  return [];
}
