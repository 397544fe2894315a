import type { Problem } from '../reading/model.ts';
import type { OpenDocument } from './snapshot.ts';

/** The problems of a document, as its reading found them. */
export function diagnostics({ reading }: OpenDocument): readonly Problem[] {
  return reading.problems;
}
