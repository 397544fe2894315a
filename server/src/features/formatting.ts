import type { TextEdit } from '../reading/model.ts';
import { mendingEdits } from './mending.ts';
import type { OpenDocument } from './snapshot.ts';

/** What formatting a document does: every fix that keeps its words, and nothing else. */
export function formatting(document: OpenDocument): readonly TextEdit[] {
  return mendingEdits(document);
}
